import { buildPlist } from './apple-plist.ts'
import { appleUuid } from './apple-text.ts'
import type { Artefact, ArtefactInput } from './types.ts'

type OtaRequestInput = Pick<ArtefactInput, 'organisation'> & {
  device: Pick<ArtefactInput['device'], 'id' | 'platform'>
  /** Where the device posts its signed answer. Carries no secret. */
  url: string
  /** `<ref>.<challenge>`: works once. */
  challenge: string
  words: { name: string; description: string }
}

/** What the device is asked to tell of itself. Attributes that it lacks it leaves out. */
const ATTRIBUTES = ['UDID', 'VERSION', 'PRODUCT', 'SERIAL', 'IMEI', 'DEVICE_NAME']

/**
 * The phase 1 profile of Apple's OTA Profile Service ("Over-the-Air Profile Delivery and Configuration"): it
 * installs nothing. The device answers `url` with its attributes and the challenge, and gets its settings in
 * return. Its identifier is not that of the final profile, so that neither replaces the other.
 */
export function renderOtaRequest(input: OtaRequestInput): Artefact {
  const { device, organisation, words } = input
  const root = `latchkey.${device.id}.ota`
  const profile = {
    PayloadType: 'Profile Service',
    PayloadVersion: 1,
    PayloadIdentifier: root,
    PayloadUUID: appleUuid(root, input.challenge),
    PayloadDisplayName: words.name,
    PayloadDescription: words.description,
    PayloadOrganization: organisation.name,
    // An iPhone with a paired watch asks otherwise which of the two is meant.
    ...(device.platform === 'ios' && { TargetDeviceType: 1 }),
    PayloadContent: { URL: input.url, DeviceAttributes: ATTRIBUTES, Challenge: input.challenge },
  }
  return {
    contentType: 'application/x-apple-aspen-config',
    fileName: `${organisation.slug}.mobileconfig`,
    body: buildPlist(profile),
  }
}
