import type { Copy } from '../../copy/index.ts'

export const STEPS = ['email', 'about', 'device', 'ready'] as const
export type Step = (typeof STEPS)[number]

/** How far the person is: a bar a step; names on a laptop, "Step 2 of 4" on a phone. */
export function Steps({ copy, current, complete }: { copy: Copy; current: Step; complete: boolean }) {
  const at = complete ? STEPS.length : STEPS.indexOf(current)
  return (
    <nav aria-label={copy.ui.steps.label} class="mb-6 max-w-md">
      <p class="mb-2 text-sm text-base-content/70 sm:hidden" aria-hidden="true">
        {copy.ui.steps.position(STEPS.indexOf(current) + 1, STEPS.length)}
      </p>
      <ol class="grid grid-cols-4 gap-2">
        {STEPS.map((step, index) => (
          <li
            aria-current={index === at ? 'step' : undefined}
            class={`border-t-3 pt-1.5 text-sm ${barOf(index, at)}`}
          >
            <span class="sr-only sm:not-sr-only">
              {index < at && <span class="sr-only">{copy.ui.steps.done} </span>}
              {copy.ui.steps.names[step]}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function barOf(index: number, at: number): string {
  if (index < at) return 'border-primary text-base-content/70'
  if (index === at) return 'border-primary font-semibold'
  return 'border-base-content/20 text-base-content/70'
}
