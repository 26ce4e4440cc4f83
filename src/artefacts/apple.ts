import type { AppleSystem, FullSettings } from '../templates/index.ts'
import { certificatePayloads, commonNameOf, identityPayload, readCertificate } from './apple-certificates.ts'
import { extraPayloads } from './apple-extras.ts'
import { mailPayloads } from './apple-mail.ts'
import { passcodePayload } from './apple-passcode.ts'
import type { Payload, References } from './apple-payload.ts'
import { buildPlist, type PlistValue } from './apple-plist.ts'
import { toXmlText, uuidOf } from './apple-text.ts'
import { type VpnIdentity, vpnPayloads } from './apple-vpn.ts'
import { webClip } from './apple-web-clips.ts'
import { wifiPayloads } from './apple-wifi.ts'
import type { Artefact, ArtefactIdentity, ArtefactInput } from './types.ts'

/**
 * A configuration profile for iOS, iPadOS and macOS (Apple's device-management schema, `mdm/profiles`): every
 * setting that such a profile can carry, and a web clip with which its owner says that it is installed. Its
 * identifier depends on the device alone, so that a new download replaces the old profile; its UUID names the
 * template's version and the device's certificate.
 */
export function renderAppleProfile(input: ArtefactInput): Artefact {
  const { template, device, organisation, identity, words } = input
  const mac = device.platform === 'macos'
  const root = `latchkey.${device.id}`
  const payloads = payloadsOf(input, mac ? 'macos' : 'ios', (part) => uuidOf(root, part))
  const profile: Record<string, PlistValue> = {
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadIdentifier: root,
    PayloadUUID: uuidOf(root, template.id, String(template.version), ...(identity?.chain.slice(0, 1) ?? [])),
    PayloadDisplayName: toXmlText(`${organisation.name}: ${template.name}`),
    PayloadDescription: toXmlText(words.description),
    PayloadOrganization: toXmlText(organisation.name),
    ...(words.consent !== '' && { ConsentText: { default: toXmlText(words.consent) } }),
    ...(identity && { RemovalDate: new Date(identity.endsAt) }),
    ...(mac ? MAC_PROFILE : PHONE_PROFILE),
    PayloadContent: payloads.map(({ part, type, name, content }) => ({
      PayloadType: type,
      PayloadVersion: 1,
      PayloadIdentifier: `${root}.${part}`,
      PayloadUUID: uuidOf(root, part),
      PayloadDisplayName: toXmlText(name),
      PayloadOrganization: toXmlText(organisation.name),
      ...content,
    })),
  }
  return {
    contentType: 'application/x-apple-aspen-config',
    fileName: `${organisation.slug}.mobileconfig`,
    body: buildPlist(profile),
  }
}

/** Mail and web clips know the user's channel only, and a profile of the user asks for no administrator. */
const MAC_PROFILE = { PayloadScope: 'User' }
/** iPhone and iPad: without it, an iPhone with a paired watch asks which of the two is meant. */
const PHONE_PROFILE = { TargetDeviceType: 1 }

/** Certificates first: what refers to them finds them there. The clip that confirms comes last. */
function payloadsOf(
  { template: { settings }, identity, confirmUrl, words }: ArtefactInput,
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
  const links = settings.webLinks.map((link, index) => webClip(`link.${index}`, link, mac))
  return [
    ...certificatePayloads(settings.certificates),
    ...(asked ? [identityPayload(asked, mac)] : []),
    ...wifiPayloads(settings.wifi, references),
    ...vpnPayloads(settings.vpn, references, asked && vpnIdentity(asked, settings)),
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
function vpnIdentity(identity: ArtefactIdentity, settings: FullSettings): VpnIdentity | null {
  if (!settings.vpn.some(({ authentication }) => authentication === 'certificate')) return null
  const own = readCertificate(identity.chain[0] ?? '')
  const named = settings.certificates.map(({ pem }) => commonNameOf(pem)).find((name) => name !== null)
  return { keyKind: own?.keyKind ?? 'RSA', serverIssuer: named ?? own?.issuerName ?? null }
}
