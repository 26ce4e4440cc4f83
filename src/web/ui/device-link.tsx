import type { Child } from 'hono/jsx'

export type EqualAnswer = { label: string; name: string; formaction?: string }

const answer =
  'btn btn-outline h-auto min-h-12 w-full border-base-content/40 bg-base-100 py-2 text-base wrap-anywhere hover:bg-base-200'

/** Two answers of one form, of the same weight: neither is what one presses without reading. Enter presses the first. */
export function EqualAnswers({ answers }: { answers: EqualAnswer[] }) {
  return (
    <div class="grid max-w-md grid-cols-2 gap-3">
      {answers.map(({ label, name, formaction }) => (
        <button type="submit" data-testid={name} formaction={formaction} class={answer}>
          {label}
        </button>
      ))}
    </div>
  )
}

/** No wider than what is typed or read in it. */
export function Narrow({ children }: { children?: Child }) {
  return <div class="grid max-w-xl gap-5">{children}</div>
}
