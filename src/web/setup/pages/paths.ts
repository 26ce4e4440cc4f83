import type { Frame } from '../../ui/frame.ts'

/** `/setup/<slug>` and what lies below it; `/setup` where no organisation is known. */
export function setupPath(frame: Frame, below = ''): string {
  return frame.organisation ? `/setup/${encodeURIComponent(frame.organisation.slug)}${below}` : '/setup'
}
