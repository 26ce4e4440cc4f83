import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkApplePayload, findRepeated, fitApplePayloads } from '../../src/templates/apple-extras.ts'
import { type AppleRules, appleSchemaOf, appleTypes } from '../../src/templates/apple-schema.ts'
import { type JsonObject, normaliseSettings } from '../../src/templates/index.ts'
import { payloadsOf } from '../artefacts/apple-payload-samples.ts'
import { CERTIFICATE, emptySettings } from './samples.ts'

const references = new Set(['c1', 'identity'])
const check = (payload: JsonObject) => checkApplePayload(payload, references)

describe('Apple’s rules as carried over', () => {
  test('are read to the last key', () => {
    const types = appleTypes()
    expect(types.length).toBe(113)
    let keys = 0
    const walk = (rules: AppleRules) => {
      for (const [name, { type, inside }] of rules) {
        keys += 1
        expect(type, name).toBeTruthy()
        if (inside) walk(inside)
      }
    }
    for (const type of types) walk(appleSchemaOf(type)?.keys ?? new Map())
    expect(keys).toBe(1727)
  })

  test('say what they say', () => {
    const ikev2 = appleSchemaOf('com.apple.vpn.managed')?.keys.get('IKEv2')?.inside
    expect(ikev2?.get('MTU')?.range).toEqual({ min: 1280, max: 1400 })
    expect(ikev2?.get('AuthenticationMethod')).toMatchObject({
      required: true,
      values: ['None', 'SharedSecret', 'Certificate'],
    })
    expect(ikev2?.get('PayloadCertificateUUID')?.type).toBe('certificate')
    expect(appleSchemaOf('com.apple.eas.account')).toMatchObject({
      ios: true,
      macUser: false,
      macSystem: false,
    })
    expect(appleSchemaOf('com.apple.webClip.managed')).toMatchObject({
      ios: true,
      macUser: true,
      macSystem: false,
    })
    expect(appleSchemaOf('com.apple.webClip.managed')?.keys.get('FullScreen')?.notOn).toEqual(['macos'])
    expect(appleSchemaOf('com.apple.TCC.configuration-profile-policy')?.managed).toBe(true)
    expect(appleSchemaOf('com.apple.ironwood.support')?.keys.has('Profanity Allowed')).toBe(true)
    expect(appleSchemaOf('com.apple.none.such')).toBeNull()
  })
})

describe('a payload that managers write', () => {
  test('is taken where it keeps to the rules', () => {
    fc.assert(
      fc.property(payloadsOf([...references]), (payloads) => {
        expect(payloads.map(check)).toEqual(payloads.map(() => null))
      }),
      { numRuns: 60 },
    )
  })

  const dock = (more: JsonObject): JsonObject => ({ PayloadType: 'com.apple.dock', ...more })
  const wifi = (more: JsonObject): JsonObject => ({
    PayloadType: 'com.apple.wifi.managed',
    SSID_STR: 'a',
    ...more,
  })
  test.each<[string, JsonObject, object | null]>([
    ['nothing but its type', dock({}), null],
    ['a name and a description', dock({ PayloadDisplayName: 'Dock', PayloadDescription: 'x' }), null],
    ['a name that is a number', dock({ PayloadDisplayName: 1 }), { code: 'wrong_value' }],
    ['an unknown key', dock({ colour: 'x' }), { code: 'unknown_key', detail: 'com.apple.dock: colour' }],
    ['a key named like a method', dock({ toString: 'x' }), { code: 'unknown_key' }],
    [
      'a word for a number',
      dock({ tilesize: 'x' }),
      { code: 'wrong_value', detail: 'com.apple.dock: tilesize <integer> 16…128' },
    ],
    ['a number out of range', dock({ tilesize: 15 }), { code: 'wrong_value' }],
    ['a fraction for an integer', dock({ tilesize: 16.5 }), { code: 'wrong_value' }],
    [
      'a number that no integer holds',
      { PayloadType: 'example.acme.agent', size: 1e21 },
      { code: 'not_a_number' },
    ],
    [
      'a choice that is none',
      dock({ orientation: 'top' }),
      { code: 'wrong_value', detail: 'com.apple.dock: orientation <string> bottom | left | right' },
    ],
    [
      'a required key left out',
      { PayloadType: 'com.apple.webClip.managed', URL: 'https://a.example/' },
      { code: 'missing_key', detail: 'com.apple.webClip.managed: Label' },
    ],
    [
      'something unknown deep within',
      wifi({ EAPClientConfiguration: { AcceptEAPTypes: [13], Colour: 'x' } }),
      { detail: 'com.apple.wifi.managed: EAPClientConfiguration.Colour' },
    ],
    [
      'a wrong item of a list',
      wifi({ EAPClientConfiguration: { AcceptEAPTypes: [14] } }),
      { code: 'wrong_value' },
    ],
    ['a certificate that is there', wifi({ PayloadCertificateUUID: 'identity' }), null],
    [
      'one that is not',
      wifi({ PayloadCertificateUUID: 'c9' }),
      { detail: 'com.apple.wifi.managed: PayloadCertificateUUID <string> c1 | identity' },
    ],
    [
      'a UUID for a certificate',
      wifi({ PayloadCertificateUUID: '5B3C3A4E-0000-4000-8000-000000000000' }),
      { code: 'wrong_value' },
    ],
    [
      'data that is none',
      { PayloadType: 'com.apple.font', Font: 'no base64' },
      { code: 'wrong_value', detail: 'com.apple.font: Font <data> base64' },
    ],
    [
      'what only a management server brings',
      { PayloadType: 'com.apple.extensiblesso' },
      { code: 'not_accepted', detail: 'payload_managed' },
    ],
    [
      'a type that Apple does not know',
      { PayloadType: 'com.apple.wifi' },
      { code: 'unknown_key', detail: 'com.apple.wifi' },
    ],
    ['preferences of an app', { PayloadType: 'example.acme.agent', anything: [{ goes: true }] }, null],
  ])('with %s', (_what, payload, problem) => {
    if (problem === null) expect(check(payload)).toBeNull()
    else expect(check(payload)).toMatchObject(problem)
  })

  test('stands once where Apple wants it once', () => {
    expect(findRepeated([dock({}), wifi({}), dock({})])).not.toBeNull()
    expect(findRepeated([dock({}), wifi({}), wifi({})])).toBeNull()
  })

  test('tells what a system does not take of it', () => {
    const apple = [
      ...[dock({}), { PayloadType: 'com.apple.SoftwareUpdate' }, { PayloadType: 'example.acme.agent' }],
      { PayloadType: 'com.apple.webClip.managed', URL: 'https://a.example/', Label: 'A', FullScreen: true },
      { PayloadType: 'com.apple.eas.account' },
      { PayloadType: 'com.apple.font' },
    ]
    const settings = normaliseSettings({ ...emptySettings, extras: { apple } })
    const told = (system: 'ios' | 'macos') =>
      fitApplePayloads(settings, system).gaps.map(({ name, reason }) => `${name} ${reason}`)
    expect(told('ios')).toEqual([
      ...['com.apple.dock mac_only', 'com.apple.SoftwareUpdate mac_only', 'example.acme.agent mac_only'],
      'com.apple.font apple_rules',
    ])
    expect(told('macos')).toEqual([
      ...['com.apple.SoftwareUpdate mac_system_only', 'com.apple.webClip.managed: FullScreen phone_only'],
      ...['com.apple.eas.account phone_only', 'com.apple.font apple_rules'],
    ])
  })

  test('may name a certificate of the template, and no other', () => {
    const apple = [wifi({ PayloadCertificateUUID: 'c1' }), wifi({ PayloadCertificateUUID: 'identity' })]
    const certificates = [{ key: 'c1', name: 'CA', pem: CERTIFICATE }]
    const settings = normaliseSettings({ ...emptySettings, certificates, extras: { apple } })
    expect(fitApplePayloads(settings, 'ios')).toMatchObject({
      payloads: [{ index: 0 }],
      gaps: [{ reason: 'apple_rules' }],
    })
  })
})
