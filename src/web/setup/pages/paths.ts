import type { Frame } from '../../ui/frame.ts'

/** `/setup/<slug>` and what lies below it; `/setup` where no organisation is known. */
export function setupPath(frame: Frame, below = ''): string {
  return frame.organisation ? `/setup/${encodeURIComponent(frame.organisation.slug)}${below}` : '/setup'
}

/** `/p/<ref>`: what a link leads to, and what its forms post to. */
export function linkPath(ref: string): string {
  return `/p/${encodeURIComponent(ref)}`
}

/** `/p/<ref>/<device>` and what lies below it: the page of a claim, for the browser that holds it. */
export function claimPath(ref: string, deviceId: string, below = ''): string {
  return `${linkPath(ref)}/${encodeURIComponent(deviceId)}${below}`
}
