import type { AppleSystem, FullSettings } from '../templates/index.ts'
import {
  type Certificate,
  certificatePayloads,
  identityPayload,
  ownerPayload,
  readCertificate,
  readOwnCertificate,
} from './apple-certificates.ts'
import { extraPayloads } from './apple-extras.ts'
import { mailPayloads } from './apple-mail.ts'
import { passcodePayload } from './apple-passcode.ts'
import type { Payload, References } from './apple-payload.ts'
import { buildPlist, type PlistValue } from './apple-plist.ts'
import { appleUuid } from './apple-text.ts'
import { type VpnIdentity, vpnPayloads } from './apple-vpn.ts'
import { webClip } from './apple-web-clips.ts'
import { wifiPayloads } from './apple-wifi.ts'
import type { Artefact, ArtefactInput } from './types.ts'

/**
 * A configuration profile for iOS, iPadOS and macOS (Apple's device-management schema, `mdm/profiles`): every
 * setting that such a profile can carry, and a web clip with which its owner says that it is installed. Its
 * identifier depends on the device alone, so that a new download replaces the old profile; its UUID names the
 * template's version, the device's certificate and those of its owner.
 */
export function renderAppleProfile(input: ArtefactInput): Artefact {
  const { template, device, organisation, identity, ownerCertificates, words } = input
  const mac = device.platform === 'macos'
  const root = `latchkey.${device.id}`
  const uuid = uuidsBelow(root)
  const payloads = payloadsOf(input, mac ? 'macos' : 'ios', uuid)
  const profile: Record<string, PlistValue> = {
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadIdentifier: root,
    PayloadUUID: appleUuid(
      root,
      template.id,
      String(template.version),
      ...(identity?.chain.slice(0, 1) ?? []),
      ...ownerCertificates.map(({ fingerprint, key }) => `${fingerprint}${key === null ? '' : '.key'}`),
    ),
    PayloadDisplayName: `${organisation.name}: ${template.name}`,
    PayloadDescription: words.description,
    PayloadOrganization: organisation.name,
    ...(words.consent !== '' && { ConsentText: { default: words.consent } }),
    ...(identity && { RemovalDate: new Date(identity.endsAt) }),
    ...(mac ? MAC_PROFILE : PHONE_PROFILE),
    PayloadContent: payloads.map(({ part, type, name, content }) => ({
      PayloadType: type,
      PayloadVersion: 1,
      PayloadIdentifier: `${root}.${part}`,
      PayloadUUID: uuid(part),
      PayloadDisplayName: name,
      PayloadOrganization: organisation.name,
      ...content,
    })),
  }
  return {
    contentType: 'application/x-apple-aspen-config',
    fileName: `${organisation.slug}.mobileconfig`,
    body: buildPlist(profile),
  }
}

/** UUIDs of parts, each computed once: what refers to a payload asks for its own again. */
function uuidsBelow(root: string): (part: string) => string {
  const made = new Map<string, string>()
  return (part) => {
    const known = made.get(part)
    if (known !== undefined) return known
    const uuid = appleUuid(root, part)
    made.set(part, uuid)
    return uuid
  }
}

/** Mail and web clips know the user's channel only, and a profile of the user asks for no administrator. */
const MAC_PROFILE = { PayloadScope: 'User' }
/** iPhone and iPad: without it, an iPhone with a paired watch asks which of the two is meant. */
const PHONE_PROFILE = { TargetDeviceType: 1 }

/** Certificates first: what refers to them finds them there. The clip that confirms comes last. */
function payloadsOf(
  { template: { settings }, identity, ownerCertificates, confirmUrl, words }: ArtefactInput,
  system: AppleSystem,
  uuid: (part: string) => string,
): Payload[] {
  const mac = system === 'macos'
  const asked = settings.identity !== null ? identity : null
  const known = new Set(settings.certificates.map(({ key }) => key))
  const references: References = {
    certificate: (key) => (known.has(key) ? uuid(`certificate.${key}`) : null),
    identity: asked && uuid('identity'),
  }
  // What nobody is certified for cannot be referred to either.
  const there: FullSettings = asked ? settings : { ...settings, identity: null }
  const own = readOwnCertificate(asked?.chain[0] ?? '')
  const links = settings.webLinks.map((link, index) => webClip(`link.${index}`, link, mac))
  return [
    ...certificatePayloads(settings.certificates),
    ...(asked ? [identityPayload(asked, own, mac)] : []),
    ...ownerCertificates.map(ownerPayload),
    ...wifiPayloads(settings.wifi, references),
    ...vpnPayloads(settings.vpn, references, own && vpnIdentity(own, settings)),
    ...mailPayloads(settings.mail, mac),
    ...(settings.passcode ? [passcodePayload(settings.passcode)] : []),
    ...extraPayloads(there, system, references),
    ...links,
    ...(confirmUrl === null
      ? []
      : [webClip('installed.0', { label: words.confirmLabel, url: confirmUrl }, mac)]),
  ]
}

/** A server whose authority the template names is taken to be of that; else of the authority of its devices. */
function vpnIdentity(own: Certificate, settings: FullSettings): VpnIdentity | null {
  if (!settings.vpn.some(({ authentication }) => authentication === 'certificate')) return null
  const names = settings.certificates.map(({ pem }) => readCertificate(pem)?.subjectName ?? null)
  return { keyKind: own.keyKind, serverIssuer: names.find((name) => name !== null) ?? own.issuerName }
}
