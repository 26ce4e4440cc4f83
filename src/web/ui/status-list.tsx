import type { Child } from 'hono/jsx'
import { CheckIcon, CrossIcon } from './icons.tsx'

export type Phase = 'done' | 'now' | 'next' | 'ended'
export type StatusItem = { phase: Phase; title: string; detail: Child }

/** What was done, what is awaited, what is to come. `phaseWords` are read to those who do not see the marks. */
export function StatusList(props: {
  label: string
  state: string
  items: StatusItem[]
  phaseWords: { done: string; now: string; next: string }
}) {
  return (
    <ol data-testid="status" data-state={props.state} aria-label={props.label} class="grid">
      {props.items.map((item) => (
        <li data-phase={item.phase} class="group/item relative flex gap-3 pb-5 last:pb-0">
          <Line />
          <Mark phase={item.phase} />
          <div class="min-w-0">
            <p class={item.phase === 'next' ? 'text-base-content/70' : 'font-medium'}>
              {item.phase !== 'ended' && <span class="sr-only">{props.phaseWords[item.phase]} </span>}
              {item.title}
            </p>
            {item.detail !== null && <p class="text-sm text-base-content/70">{item.detail}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}

function Line() {
  return (
    <span
      aria-hidden="true"
      class="absolute start-[0.71875rem] top-7 bottom-1 w-px bg-base-content/20 group-last/item:hidden"
    />
  )
}

const markClass = 'relative mt-px grid size-6 shrink-0 place-items-center rounded-full'

function Mark({ phase }: { phase: Phase }) {
  switch (phase) {
    case 'done':
      return (
        <span aria-hidden="true" class={`${markClass} bg-success text-success-content`}>
          <CheckIcon />
        </span>
      )
    case 'ended':
      return (
        <span aria-hidden="true" class={`${markClass} bg-base-content/75 text-base-100`}>
          <CrossIcon />
        </span>
      )
    case 'now':
      return (
        <span aria-hidden="true" class={`${markClass} border-2 border-primary`}>
          <span class="size-2.5 rounded-full bg-primary motion-safe:animate-await" />
        </span>
      )
    case 'next':
      return <span aria-hidden="true" class={`${markClass} border-2 border-base-content/25`} />
  }
}
