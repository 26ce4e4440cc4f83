import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PLATFORMS } from '../../src/kernel/platform.ts'
import { checkContent } from '../../src/templates/checks.ts'
import { parseJson } from '../../src/templates/extras.ts'
import { normalisePem } from '../../src/templates/pem.ts'
import { carrierOf, PARTS, partsLeftOut, partsSet, renderingOf } from '../../src/templates/rules.ts'
import { fillSettings, normaliseSettings } from '../../src/templates/settings.ts'
import type { TemplateSettings } from '../../src/templates/types.ts'
import { VARIABLES } from '../../src/templates/variables.ts'
import { CERTIFICATE, emptySettings, newTemplate, settings } from './samples.ts'

const check = (change: Partial<TemplateSettings>) => {
  const checked = checkContent(newTemplate({ ...emptySettings, ...change }))
  return checked.ok ? {} : checked.error
}
const open = { ssid: 'Acme', security: 'none' as const, hidden: false, autoJoin: true, passphrase: null }
const eap = {
  method: 'peap' as const,
  identity: '',
  outerIdentity: '',
  inner: 'mschapv2' as const,
  password: null,
  trustedCertificates: [],
  serverNames: [],
}
const enterprise = { ...open, security: 'eap' as const, eap }

describe('the content of a template', () => {
  test('comes out of the check as it went in', () => {
    fc.assert(
      fc.property(settings, (made) => {
        const template = newTemplate(made)
        const checked = checkContent(template)
        if (!checked.ok) throw new Error(JSON.stringify(checked.error))
        expect(checked.value.settings).toEqual(normaliseSettings(made))
      }),
      { numRuns: 60 },
    )
  })

  test('a row of before, without the later parts, still reads', () => {
    expect(check({ wifi: [open] })).toEqual({})
    expect(normaliseSettings({ ...emptySettings, wifi: [open] })).toMatchObject({
      wifi: [{ key: 'w1', eap: null }],
      certificates: [],
      identity: null,
      extras: { apple: [], android: null, agent: null },
    })
  })

  test.each<[string, Partial<TemplateSettings>, string, object]>([
    ['no SSID', { wifi: [{ ...open, ssid: '' }] }, 'wifi.0.ssid', { code: 'missing' }],
    ['a bell in the SSID', { wifi: [{ ...open, ssid: 'a\u0007' }] }, 'wifi.0.ssid', { code: 'not_text' }],
    ['33 bytes', { wifi: [{ ...open, ssid: '😀'.repeat(9) }] }, 'wifi.0.ssid', { detail: 'ssid' }],
    [
      'a short password',
      { wifi: [{ ...open, security: 'wpa2', passphrase: 'short' }] },
      'wifi.0.passphrase',
      { detail: 'passphrase' },
    ],
    [
      'an unknown variable',
      { wifi: [{ ...enterprise, eap: { ...eap, identity: '{{account.mail}}' } }] },
      'wifi.0.eap.identity',
      { code: 'unknown_variable', detail: '{{account.mail}}' },
    ],
    [
      'PAP within PEAP',
      { wifi: [{ ...enterprise, eap: { ...eap, inner: 'pap' } }] },
      'wifi.0.eap.inner',
      { detail: 'pap_within_ttls' },
    ],
    [
      'EAP-TLS without a certificate',
      { wifi: [{ ...enterprise, eap: { ...eap, method: 'tls', inner: null } }] },
      'wifi.0.eap.method',
      { detail: 'needs_identity' },
    ],
    [
      'a certificate that is gone',
      { wifi: [{ ...enterprise, eap: { ...eap, trustedCertificates: ['c9'] } }] },
      'wifi.0.eap.trustedCertificates',
      { code: 'unknown' },
    ],
    [
      'a link to a script',
      { webLinks: [{ label: 'x', url: 'javascript:alert(1)' }] },
      'webLinks.0.url',
      { code: 'not_a_url' },
    ],
    [
      'a host that a variable decides',
      { webLinks: [{ label: 'x', url: 'https://{{account.name}}/' }] },
      'webLinks.0.url',
      { code: 'not_a_url' },
    ],
    [
      'a private key',
      { certificates: [{ key: 'c1', name: 'x', pem: CERTIFICATE.replaceAll('CERTIFICATE', 'PRIVATE KEY') }] },
      'certificates.0.pem',
      { code: 'not_a_certificate' },
    ],
    ['a policy without a name', { policies: { '': 1 } }, 'policies.', { detail: 'policy_name' }],
    [
      'a policy that is no number',
      { policies: { days: Number.NaN } },
      'policies.days',
      { code: 'not_a_number' },
    ],
    [
      'a payload without its type',
      { extras: { apple: [{ a: 1 }] } },
      'extras.apple',
      { detail: 'payload_type' },
    ],
    [
      'a payload that names itself',
      { extras: { apple: [{ PayloadType: 'com.apple.dock', PayloadUUID: 'x' }] } },
      'extras.apple',
      { detail: 'payload_reserved' },
    ],
    [
      'a null in a payload',
      { extras: { apple: [{ PayloadType: 'com.apple.dock', a: null }] } },
      'extras.apple',
      { detail: 'no_null' },
    ],
    [
      '17 KB for an agent',
      { extras: { agent: { a: 'x'.repeat(17_000) } } },
      'extras.agent',
      { code: 'too_long' },
    ],
    [
      'a control character deep in it',
      { extras: { agent: { a: ['\u0000'] } } },
      'extras.agent',
      { code: 'not_text' },
    ],
    [
      'nine levels',
      { extras: { android: { a: [[[[[[[[1]]]]]]]] } } },
      'extras.android',
      { detail: 'too_deep' },
    ],
    [
      'a passcode of 17',
      { passcode: { required: true, minLength: 17 } },
      'passcode.minLength',
      { code: 'too_large', limit: 16 },
    ],
    [
      'a subject in other words',
      { identity: { subject: 'ada', keyUsage: ['digital_signature'] } },
      'identity.subject',
      { detail: 'subject' },
    ],
  ])('%s is refused at its field', (_, change, field, problem) => {
    const problems = check(change)
    expect(problems[field]).toMatchObject(problem)
    expect(Object.keys(problems)).toEqual([field])
  })

  test('instructions take no variables: whoever holds the link reads them', () => {
    const checked = checkContent({
      ...newTemplate(emptySettings),
      instructions: { en: 'Dear {{account.name}}' },
    })
    expect(checked).toEqual({
      ok: false,
      error: { 'instructions.en': { code: 'not_accepted', detail: 'no_variables' } },
    })
  })

  test('a certificate is one by its shape alone', () => {
    expect(normalisePem(`\n${CERTIFICATE.replaceAll('\n', '\r\n')}\n`)).toBe(CERTIFICATE)
    expect(normalisePem(`${CERTIFICATE}\n${CERTIFICATE}`)).toBeNull()
    expect(normalisePem('-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----')).toBeNull()
    fc.assert(fc.property(fc.string(), (text) => normalisePem(text) === null))
  })

  test('JSON that breaks off says where, and nothing of what was typed', () => {
    const parsed = parseJson('{\n  "password": "geheim",\n}')
    expect(parsed).toMatchObject({ ok: false, error: { code: 'not_json', detail: '3:1' } })
  })
})

test('JSON that is nested without end is refused before anything walks through it', () => {
  for (const [open, close] of [
    ['{"a":', '}'],
    ['[', ']'],
  ] as const)
    for (const depth of [20, 20_000])
      expect(parseJson(`${open.repeat(depth)}1${close.repeat(depth)}`)).toEqual({
        ok: false,
        error: { code: 'not_accepted', detail: 'too_deep' },
      })
  expect(parseJson('{"a":{"b":{"c":{"d":{"e":{"f":{"g":1}}}}}}}').ok).toBe(true)
})

describe('variables of a template', () => {
  test('reach every part that may hold them, and come in as they are', () => {
    const made = {
      ...emptySettings,
      webLinks: [{ label: '{{account.name}}', url: 'https://a.example/?q={{account.name}}' }],
      policies: { owner: '{{account.name}}', days: 7 },
      extras: { agent: { deep: [{ name: '{{account.name}}' }] } },
    }
    const values = Object.fromEntries(VARIABLES.map((name) => [name, '"<&>{{x}}'])) as never
    expect(fillSettings(normaliseSettings(made), values)).toMatchObject({
      webLinks: [{ label: '"<&>{{x}}', url: 'https://a.example/?q=%22%3C%26%3E%7B%7Bx%7D%7D' }],
      policies: { owner: '"<&>{{x}}', days: 7 },
      extras: { agent: { deep: [{ name: '"<&>{{x}}' }] } },
    })
  })
})

describe('what reaches a device', () => {
  test('every part of every platform is rendered or says why not', () => {
    for (const platform of PLATFORMS)
      for (const reports of ['agent', 'ota', 'certificate', 'none'] as const)
        for (const part of PARTS) expect(renderingOf(part, { platform, reports }).reason).toBeTruthy()
  })

  test('nothing that is set is left out silently', () => {
    fc.assert(
      fc.property(settings, fc.constantFrom(...PLATFORMS), (made, platform) => {
        const template = { platform, reports: 'none' as const, settings: made }
        // Those with a name are rows of a part that is rendered otherwise.
        const left = partsLeftOut(template).flatMap(({ part, name }) => (name === undefined ? [part] : []))
        const rendered = partsSet(made).filter((part) => renderingOf(part, template).state === 'rendered')
        expect([...left, ...rendered].sort()).toEqual([...partsSet(made)].sort())
      }),
      { numRuns: 40 },
    )
  })

  test('an enterprise network is in a profile, but for what a profile cannot say, and an agent reads it', () => {
    const made = { ...emptySettings, wifi: [enterprise] }
    const onPhone = { platform: 'ios', reports: 'none' } as const
    expect(partsLeftOut({ ...onPhone, settings: made })).toEqual([])
    const inner = { ...enterprise, eap: { ...enterprise.eap, inner: 'gtc' as const } }
    expect(partsLeftOut({ ...onPhone, settings: { ...made, wifi: [inner] } })).toMatchObject([
      { part: 'wifiEnterprise', name: enterprise.ssid, rendering: { reason: 'inner_negotiated' } },
    ])
    expect(partsLeftOut({ platform: 'linux', reports: 'agent', settings: made })).toEqual([])
    expect(carrierOf({ platform: 'agent', reports: 'none' })).toBe('agent')
  })
})
