import type { AccountRef, DeviceId } from '../../kernel/ids.ts'

/** `<base>/p/<ref>?k=<secret>`: the secret travels in the query, which logs redact, never in the path. */
export function provisionUrl(baseUrl: string, ref: AccountRef, secret: string): string {
  return `${baseUrl}/p/${ref}?k=${secret}`
}

/** `<base>/p/<ref>?t=<ticket>`: what takes a browser's claim over, once. */
export function ticketUrl(baseUrl: string, ref: AccountRef, ticket: string): string {
  return `${baseUrl}/p/${ref}?t=${ticket}`
}

/** The claim of the browser whose cookie comes along. Carries no secret. */
export function claimPath(ref: AccountRef, deviceId: DeviceId): string {
  return `/p/${ref}/${deviceId}`
}

/** Where a browser gets its profile: served three times within a day of the claim. */
export function profilePath(ref: AccountRef, deviceId: DeviceId, artefactKey: string): string {
  return `${claimPath(ref, deviceId)}/profile?k=${artefactKey}`
}

/** Where a browser opens the set of files, links and codes of its platform: three times within a day. */
export function filesPath(ref: AccountRef, deviceId: DeviceId, artefactKey: string): string {
  return `${claimPath(ref, deviceId)}/files?k=${artefactKey}`
}

/** One file of a set, for an hour after the set was opened: `pass` says so, sealed. */
export function filePath(ref: AccountRef, deviceId: DeviceId, name: string, pass: string): string {
  return `${claimPath(ref, deviceId)}/file?${new URLSearchParams({ n: name, s: pass })}`
}

/** Where the web clip of a profile leads: its owner says there that it is installed. */
export function installedUrl(
  baseUrl: string,
  ref: AccountRef,
  deviceId: DeviceId,
  confirmKey: string,
): string {
  return `${baseUrl}${claimPath(ref, deviceId)}/installed?k=${confirmKey}`
}

/** The store's page of an app, which hands the ticket to the app once it is installed (Play install referrer). */
export function playStoreUrl(packageName: string, ref: AccountRef, ticket: string): string {
  const query = new URLSearchParams({ id: packageName, referrer: `${ref}.${ticket}` })
  return `https://play.google.com/store/apps/details?${query}`
}
