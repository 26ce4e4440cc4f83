import { createHash } from 'node:crypto'
import { build } from 'plist'
import type { Artefact, ArtefactInput } from './types.ts'

/**
 * A configuration profile for iOS, iPadOS and macOS (Apple's device-management schema, `mdm/profiles`): Wi-Fi,
 * web links, and a web clip with which its owner says that it is installed. Its identifier depends on the
 * device alone, so that a new download replaces the old profile; its UUID names the template's version.
 */
export function renderAppleProfile(input: ArtefactInput): Artefact {
  const { template, device, organisation, words } = input
  const { wifi, webLinks } = template.settings
  const mac = device.platform === 'macos'
  const root = `latchkey.${device.id}`
  const clips = webLinks.map((link, index) => webClip(`link.${index}`, link, mac))
  if (input.confirmUrl !== null)
    clips.push(webClip('installed.0', { label: words.confirmLabel, url: input.confirmUrl }, mac))
  const payloads = [...wifi.flatMap((network, index) => wifiPayload(`wifi.${index}`, network)), ...clips]
  const profile = {
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadIdentifier: root,
    PayloadUUID: uuidOf(root, template.id, String(template.version)),
    PayloadDisplayName: toXmlText(`${organisation.name}: ${template.name}`),
    PayloadDescription: toXmlText(words.description),
    PayloadOrganization: toXmlText(organisation.name),
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
    body: `${build(profile)}\n`,
  }
}

/** `part` tells the payloads of one profile apart and stays when settings change. */
type Payload = { part: string; type: string; name: string; content: Record<string, string | boolean> }

/** Web clips know the user's channel only, and a profile of the user asks for no administrator. */
const MAC_PROFILE = { PayloadScope: 'User' }
/** iPhone and iPad: without it, an iPhone with a paired watch asks which of the two is meant. */
const PHONE_PROFILE = { TargetDeviceType: 1 }

/**
 * Since iOS 16 and macOS 13 `WPA2` joins networks of WPA2 and WPA3, `WPA3` those of WPA3 only; before, iOS took
 * the two as equal and macOS matched them exactly.
 */
const ENCRYPTION = { none: 'None', wpa2: 'WPA2', wpa3: 'WPA3' } as const

/** Enterprise networks are left out for now: the templates room says so wherever a template shows. */
function wifiPayload(
  part: string,
  network: ArtefactInput['template']['settings']['wifi'][number],
): Payload[] {
  if (network.security === 'eap') return []
  const ssid = toXmlText(network.ssid)
  const payload: Payload = {
    part,
    type: 'com.apple.wifi.managed',
    name: `Wi-Fi ${ssid}`,
    content: {
      SSID_STR: ssid,
      HIDDEN_NETWORK: network.hidden,
      AutoJoin: network.autoJoin,
      EncryptionType: ENCRYPTION[network.security],
      ...(network.security !== 'none' &&
        network.passphrase !== null && { Password: toXmlText(network.passphrase) }),
    },
  }
  return [payload]
}

/** Opens in the browser, never full screen: what it shows keeps its address bar. A Mac knows neither key. */
function webClip(part: string, link: { label: string; url: string }, mac: boolean): Payload {
  return {
    part,
    type: 'com.apple.webClip.managed',
    name: link.label,
    content: {
      URL: toPlainUrl(link.url),
      Label: toXmlText(link.label),
      ...(!mac && { FullScreen: false, IsRemovable: true }),
    },
  }
}

/** Apple's parsers of addresses know RFC 3986 only: the host in punycode, everything else percent-encoded. */
function toPlainUrl(url: string): string {
  const plain = URL.canParse(url) ? new URL(url).href : toXmlText(url)
  return plain.replace(/["<>\\^`{|}]/g, (sign) => encodeURIComponent(sign))
}

/**
 * What XML 1.0 cannot write (section 2.2: most control characters, lone surrogates, U+FFFE, U+FFFF) is dropped:
 * rooms refuse it, and at download a profile that does not parse would help nobody. `plist` itself throws in
 * Node and lets it through in a Worker. CR becomes LF, as parsers read it.
 */
function toXmlText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
}

/** A UUID of version 8 (RFC 9562 section 5.8) from SHA-256: the same words give the same one. */
function uuidOf(...words: string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(words)).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex').toUpperCase()
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
