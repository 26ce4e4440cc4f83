import type { Child } from 'hono/jsx'
import type { Instant } from '../../kernel/time.ts'
import { toIso } from '../../kernel/time.ts'

/**
 * A link to take along: a field that cannot be changed, and a button that needs a script and hides without.
 * `leading`: copying is the one thing to do on this page.
 */
export function CopyField(props: {
  id: string
  label: string
  value: string
  button: { copy: string; copied: string }
  leading?: boolean
}) {
  return (
    <div class="grid gap-1.5">
      <label for={props.id} class="text-sm text-base-content/70">
        {props.label}
      </label>
      <div class={props.leading ? 'grid gap-3' : 'flex gap-2'}>
        <input
          id={props.id}
          data-testid={props.id}
          value={props.value}
          type="text"
          readonly
          dir="ltr"
          class="input w-full min-w-0 grow font-mono text-sm"
        />
        <button
          type="button"
          data-copy={props.id}
          data-copied={props.button.copied}
          aria-live="polite"
          class={`${props.leading ? leadingCopy : besideField} text-base noscript:hidden`}
        >
          {props.button.copy}
        </button>
      </div>
    </div>
  )
}

const leadingCopy = 'btn btn-primary h-auto min-h-11 w-full py-2 dark:hover:brightness-110'
const besideField = 'btn btn-outline min-w-24 border-base-content/30 hover:bg-base-200'

/** Eight digits in two groups of four. Nothing but digits is in the text, so that copying gives them alone. */
export function Pin({ digits }: { digits: string }) {
  return (
    <span
      data-testid="pin"
      dir="ltr"
      class="inline-flex gap-[0.6em] font-mono text-xl font-medium tracking-wide tabular-nums select-all"
    >
      <span>{digits.slice(0, 4)}</span>
      <span>{digits.slice(4)}</span>
    </span>
  )
}

/** A code that is to be read and typed. */
export function CodeDisplay({ label, code }: { label: string; code: string }) {
  return (
    <p class="rounded-field border border-base-300 bg-base-200 py-5 text-center">
      <span class="sr-only">{label}: </span>
      <span
        dir="ltr"
        class="ps-[0.25em] font-mono text-3xl font-medium tracking-[0.25em] tabular-nums select-all"
      >
        {code}
      </span>
    </p>
  )
}

/** What is typed into a device: label above, value below. */
export function Typed({ items }: { items: { name: string; value: Child }[] }) {
  return (
    <dl class="flex flex-wrap gap-x-10 gap-y-4">
      {items.map(({ name, value }) => (
        <div class="min-w-0">
          <dt class="text-sm text-base-content/70">{name}</dt>
          <dd class="flex min-h-8 flex-wrap items-center gap-x-4 text-lg wrap-anywhere tabular-nums">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** An end that comes nearer. Without script the text inside stays; with it, `running` counts down in it. */
export function Countdown(props: { ends: Instant; running: string; over: string; children?: Child }) {
  return (
    <p
      data-ends={toIso(props.ends)}
      data-running={props.running}
      data-over={props.over}
      class="text-center text-[0.95rem] text-base-content/75 tabular-nums"
    >
      {props.children}
    </p>
  )
}
