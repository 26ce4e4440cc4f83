import { type DeviceFacts, deviceFactsSchema } from '../kernel/device-facts.ts'
import { isRef } from '../kernel/ids.ts'
import { openIntactMessage } from './apple-ota-cms.ts'
import { readFlatPlist } from './apple-ota-plist.ts'
import { modelOf, versionOf } from './apple-ota-products.ts'

/** What a device brings back from its phase 1 profile. */
type OtaAnswer = {
  ref: string
  challenge: string
  facts: DeviceFacts & { udid: string }
}

/** 40 hex digits, 8 and 16 with a dash between, or a UUID on a Mac. */
const UDID = /^[0-9A-Fa-f-]{20,64}$/

/**
 * Reads the device's signed answer (Apple, "Over-the-Air Profile Delivery", phase 2). Null unless it is a CMS
 * message whose signature is intact, with a challenge of ours and a UDID in it. That the device is what it says
 * nobody proves: only the challenge counts. Of the other attributes those are taken that are fit to be kept.
 */
export function readOtaAnswer(message: Uint8Array): OtaAnswer | null {
  const content = openIntactMessage(message)
  const told = content && readFlatPlist(content)
  if (!told) return null
  const [ref = '', challenge = '', ...rest] = (told.get('CHALLENGE') ?? told.get('Challenge') ?? '').split(
    '.',
  )
  const udid = told.get('UDID') ?? ''
  if (!isRef(ref) || !isRef(challenge) || rest.length > 0 || !UDID.test(udid)) return null
  return { ref, challenge, facts: { ...factsOf(told), udid } }
}

function factsOf(told: ReadonlyMap<string, string>): DeviceFacts {
  const product = told.get('PRODUCT')
  const version = told.get('VERSION')
  const candidates: Record<string, string | undefined> = {
    name: told.get('DEVICE_NAME'),
    model: product && modelOf(product.trim()),
    manufacturer: 'Apple',
    os_version: version && versionOf(version.trim(), product?.trim() ?? ''),
    serial: told.get('SERIAL'),
    // Written in groups: 35 209900 176148 1.
    imei: told.get('IMEI')?.replaceAll(/[\s-]/g, ''),
  }
  const facts: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(candidates)) {
    const read = deviceFactsSchema.safeParse({ [name]: value })
    if (value !== undefined && read.success) Object.assign(facts, read.data)
  }
  return facts
}
