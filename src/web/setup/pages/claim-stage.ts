import type { Platform, Reports } from '../../../kernel/platform.ts'
import type { BrowserClaim } from '../../../referee/index.ts'
import type { Frame } from '../../ui/frame.ts'

/** Where a browser downloads a profile and its owner says that it is installed; else an app takes over. */
export type ProfilePlatform = 'ios' | 'macos'

/** The platform, if its settings come as a profile. An agent reports by itself, on these platforms too. */
export function profilePlatformOf(device: { platform: Platform; reports: Reports }): ProfilePlatform | null {
  const { platform, reports } = device
  const profile = reports === 'none' || reports === 'ota'
  return profile && (platform === 'ios' || platform === 'macos') ? platform : null
}

/** Which browser shows the page: on iOS only Safari installs profiles. `any` where that does not matter. */
export type ShownIn = 'safari' | 'other_browser' | 'any'

export type ClaimFragmentProps = {
  frame: Frame
  claim: BrowserClaim
  ref: string
  here: ShownIn
  /** Where the profile is downloaded; null where there is none, or none any more. */
  profileHref: string | null
  /** Where the files of the platform are shown, with what leads to its agent; absent or null where there are none. */
  filesHref?: string | null
  /** Protects the device's own certificate in what was downloaded; absent or null where there is none. */
  identityPassword?: string | null
  /** The handover link, `<base>/p/<ref>?t=<ticket>`; null when the claim cannot be passed on any more. */
  ticketUrl: string | null
  /** The app's page in its store, with the ticket in it. */
  storeUrl: string | null
  /** The app's page in a store that hands nothing on: the link is copied into the app as well. */
  plainStoreUrl: string | null
  /** The organisation's agent app. */
  appName: string | null
}

/**
 * What a person has to do on the device next. `safari`: go on there. `moved`: it went on elsewhere, whatever
 * became of it there. `over`: what is missing cannot be done in this browser any more.
 */
export type ClaimStage =
  | 'safari'
  | 'download'
  | 'install'
  | 'hand_over'
  | 'moved'
  | 'active'
  | 'ended'
  | 'over'

export type StagedClaim = ClaimFragmentProps & { stage: ClaimStage }

export function stageOf(props: ClaimFragmentProps): ClaimStage {
  const { frame, claim, here, ticketUrl } = props
  if (claim.live === 'ended') return 'ended'
  if (claim.moved) return 'moved'
  if (claim.live === 'active') return 'active'
  if (claim.live === 'delivered') return 'install'
  if (frame.now >= claim.windowEndsAt) return 'over'
  if (takesFiles(props)) return canDownload(props) ? 'download' : 'over'
  if (profilePlatformOf(claim) === null) return ticketUrl === null ? 'over' : 'hand_over'
  if (claim.platform === 'ios' && here === 'other_browser' && ticketUrl !== null) return 'safari'
  return canDownload(props) ? 'download' : 'over'
}

/** Whether its settings come as files that its owner installs: no profile, and nobody reports. */
export function isByFiles(claim: { platform: Platform; reports: Reports }): boolean {
  return claim.reports === 'none' && profilePlatformOf(claim) === null
}

/** The same while the files are there. */
export function takesFiles({ claim, filesHref = null }: ClaimFragmentProps): boolean {
  return isByFiles(claim) && filesHref !== null
}

/** Whether the address of profile or files still serves. */
export function canDownload({ frame, claim, profileHref, filesHref = null }: ClaimFragmentProps): boolean {
  return (profileHref ?? filesHref) !== null && claim.downloadsLeft > 0 && frame.now < claim.windowEndsAt
}

export type ClaimEnd = 'abandoned' | 'removed' | 'over'

/** Why a claim has ended, in the words of the copy; null while it has not. */
export function endOfClaim({ claim, stage }: StagedClaim): ClaimEnd | null {
  if (stage === 'over') return 'over'
  if (stage !== 'ended') return null
  return claim.state === 'abandoned' ? 'abandoned' : 'removed'
}

/** The store's page, if it is what it says it is: a manager's entry never becomes a link of another kind. */
export function storeOf({ storeUrl }: ClaimFragmentProps): string | null {
  return httpsOnly(storeUrl)
}

export function plainStoreOf({ plainStoreUrl }: ClaimFragmentProps): string | null {
  return httpsOnly(plainStoreUrl)
}

function httpsOnly(url: string | null): string | null {
  return url !== null && /^https:\/\//i.test(url) ? url : null
}
