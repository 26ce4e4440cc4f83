import { describe, expect, test } from 'vitest'
import { renderAppleProfile } from '../../src/artefacts/index.ts'
import type { AppleSystem } from '../../src/templates/index.ts'
import { checkAppleProfile } from './apple-rules.ts'
import { onSystem } from './apple-samples.ts'
import { type PlistValue, readPlist } from './plist-reader.ts'

type Entries = Map<string, PlistValue>
type Sample = { root: PlistValue; profile: Entries; payloads: Entries[] }

function makeSample(system: AppleSystem = 'ios'): Sample {
  const root = readPlist(String(renderAppleProfile(onSystem(system)).body))
  const profile = entriesOf(root)
  const content = profile.get('PayloadContent')
  if (content?.type !== 'array') throw new Error('the sample has no payloads')
  return { root, profile, payloads: content.value.map(entriesOf) }
}

function entriesOf(value: PlistValue | undefined): Entries {
  if (value?.type !== 'dictionary') throw new Error('no dictionary')
  return value.value
}

const text = (value: string): PlistValue => ({ type: 'string', value })
const integer = (value: number): PlistValue => ({ type: 'integer', value })

/** The last payload of the sample that has this type. */
function pick({ payloads }: Sample, type: string): Entries {
  const found = payloads.findLast((payload) => payload.get('PayloadType')?.value === `com.apple.${type}`)
  if (!found) throw new Error(`the sample has no ${type}`)
  return found
}

const WIFI = 'wifi.managed'
const VPN = 'vpn.managed'
const CLIP = 'webClip.managed'
const LOCK = 'mobiledevice.passwordpolicy'
const eap = (sample: Sample) => entriesOf(pick(sample, WIFI).get('EAPClientConfiguration'))
const ikev2 = (sample: Sample) => entriesOf(pick(sample, VPN).get('IKEv2'))

describe('the rules of Apple’s schema', () => {
  test.each(['ios', 'macos'] as const)('accept what we emit for %s', (system) =>
    expect(checkAppleProfile(makeSample(system).root, system)).toEqual([]),
  )

  test.each<[string, string, (sample: Sample) => void]>([
    ['an unknown key at the top', 'Colour is unknown', (s) => s.profile.set('Colour', text('x'))],
    ['an unknown key in a payload', 'Colour is unknown', (s) => pick(s, CLIP).set('Colour', text('x'))],
    ['a key named like a method', 'toString is unknown', (s) => s.profile.set('toString', text('x'))],
    ['a key of another payload', 'Label is unknown', (s) => pick(s, WIFI).set('Label', text('x'))],
    ['an unknown key within', 'Colour is unknown', (s) => ikev2(s).set('Colour', text('x'))],
    ['an unknown payload', 'unknown type com.x', (s) => pick(s, CLIP).set('PayloadType', text('com.x'))],
    [
      'a payload of a Mac',
      'ews.account does not exist',
      (s) => pick(s, LOCK).set('PayloadType', text('com.apple.ews.account')),
    ],
    [
      'a profile without identifier',
      'PayloadIdentifier is missing',
      (s) => s.profile.delete('PayloadIdentifier'),
    ],
    ['a payload without UUID', 'PayloadUUID is missing', (s) => pick(s, CLIP).delete('PayloadUUID')],
    ['a web clip without address', 'URL is missing', (s) => pick(s, CLIP).delete('URL')],
    ['a VPN without server', 'RemoteAddress is missing', (s) => ikev2(s).delete('RemoteAddress')],
    ['another version', 'PayloadVersion is not among', (s) => s.profile.set('PayloadVersion', integer(2))],
    [
      'a word for a number',
      'minLength is string, not integer',
      (s) => pick(s, LOCK).set('minLength', text('6')),
    ],
    [
      'a number for a truth',
      'forcePIN is integer, not boolean',
      (s) => pick(s, LOCK).set('forcePIN', integer(1)),
    ],
    [
      'a text for data',
      'PayloadContent is string, not data',
      (s) => pick(s, 'security.root').set('PayloadContent', text('x')),
    ],
    ['an MTU of 1401', 'MTU is not among', (s) => ikev2(s).set('MTU', integer(1401))],
    [
      'one failed try',
      'maxFailedAttempts is not among',
      (s) => pick(s, LOCK).set('maxFailedAttempts', integer(1)),
    ],
    [
      'an encryption of its own',
      'EncryptionType is not among',
      (s) => pick(s, WIFI).set('EncryptionType', text('wpa2')),
    ],
    [
      'an EAP type of its own',
      'AcceptEAPTypes is not among',
      (s) => eap(s).set('AcceptEAPTypes', { type: 'array', value: [integer(26)] }),
    ],
    [
      'a number among names',
      'TLSTrustedServerNames is integer',
      (s) => eap(s).set('TLSTrustedServerNames', { type: 'array', value: [integer(1)] }),
    ],
    ['a UUID without shape', 'PayloadUUID is not among', (s) => pick(s, CLIP).set('PayloadUUID', text('1'))],
    [
      'a key that only a Mac knows',
      'KeyIsExtractable does not exist on ios',
      (s) => pick(s, 'security.pkcs12').set('KeyIsExtractable', { type: 'boolean', value: false }),
    ],
    [
      'the same UUID twice, in another case',
      'PayloadUUID is not unique',
      (s) =>
        pick(s, WIFI).set('PayloadUUID', text(String(s.profile.get('PayloadUUID')?.value).toLowerCase())),
    ],
    [
      'the same identifier twice',
      'PayloadIdentifier is not unique',
      (s) => pick(s, WIFI).set('PayloadIdentifier', text(String(s.profile.get('PayloadIdentifier')?.value))),
    ],
    [
      'an identity that is not there',
      'PayloadCertificateUUID refers to nothing',
      (s) => ikev2(s).set('PayloadCertificateUUID', text('0')),
    ],
    [
      'an anchor that is a network',
      'EAPClientConfiguration: PayloadCertificateAnchorUUID refers to nothing',
      (s) =>
        eap(s).set('PayloadCertificateAnchorUUID', {
          type: 'array',
          value: [text(String(pick(s, WIFI).get('PayloadUUID')?.value))],
        }),
    ],
    ['a network without a name', 'SSID_STR or DomainName', (s) => pick(s, WIFI).delete('SSID_STR')],
    [
      'an open network with a secret',
      'a secret without',
      (s) => pick(s, WIFI).set('EncryptionType', text('None')),
    ],
    [
      'a VPN that proves nothing',
      'no way to authenticate',
      (s) => ikev2(s).set('AuthenticationMethod', text('None')),
    ],
    [
      'a kind of key without its issuer',
      'needs a ServerCertificateIssuer',
      (s) => ikev2(s).delete('ServerCertificateIssuerCommonName'),
    ],
    ['an address with a blank', 'URL is no address', (s) => pick(s, CLIP).set('URL', text('https://a b'))],
  ])('refuse %s', (_what, complaint, spoil) => {
    const sample = makeSample()
    spoil(sample)
    expect(checkAppleProfile(sample.root, 'ios').join('\n')).toContain(complaint)
  })

  test('refuse a Mac’s web clip for the system', () => {
    const sample = makeSample('macos')
    sample.profile.set('PayloadScope', text('System'))
    expect(checkAppleProfile(sample.root, 'macos').join()).toContain(
      'webClip.managed needs the PayloadScope User',
    )
  })

  test('refuse twice what may stand once', () => {
    const sample = makeSample('macos')
    for (const payload of sample.payloads.slice(0, 2)) payload.set('PayloadType', text('com.apple.dock'))
    expect(checkAppleProfile(sample.root, 'macos').join()).toContain('com.apple.dock stands twice')
  })

  test('refuse what is no dictionary', () =>
    expect(checkAppleProfile(text('x'), 'ios')).toEqual(['profile: no dictionary']))
})
