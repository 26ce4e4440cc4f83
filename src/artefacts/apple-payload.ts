import type { PlistValue } from './apple-plist.ts'

/** One payload of a profile before the profile gives it its identifier and UUID. */
export type Payload = {
  /** Tells the payloads of one profile apart and stays when settings change. */
  part: string
  type: string
  name: string
  content: Record<string, PlistValue>
}

/** The UUIDs of the profile's certificates: what others of its payloads refer to. */
export type References = {
  /** By the template's key; null for a certificate that is not there. */
  certificate(key: string): string | null
  /** Of the device's own certificate; null where it has none. */
  identity: string | null
}

/** A text that may stay empty: an empty one is left out, so that the device asks for it. */
export function textIf<Key extends string>(key: Key, text: string | null): { [Name in Key]?: string } {
  return text === null || text === '' ? {} : ({ [key]: text } as { [Name in Key]?: string })
}
