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

/** Where the page of a code stands: in the wizard, or in its owner's portal. */
export type ReadyPlace = {
  /** The page itself; `/status`, `/live` and `/pin` lie below it. */
  page: string
  /** Where one more device is set up. */
  another: string
  /** Where a new code is asked for once this one has ended. Null: the wizard makes one for the same platform. */
  again: string | null
  /** The devices of whoever asked for it. Null: the page is the wizard's last step. */
  home: string | null
}

export function readyInWizard(frame: Frame, grantId: string): ReadyPlace {
  return {
    page: setupPath(frame, `/ready/${encodeURIComponent(grantId)}`),
    another: setupPath(frame, '/device?another=1'),
    again: null,
    home: null,
  }
}
