import { describe, expect, test } from 'vitest'
import type { Authority, IssuedCertificate, SignerView } from '../../../src/certificates/index.ts'
import type { KnownDevice } from '../../../src/devices/index.ts'
import { DAY } from '../../../src/kernel/time.ts'
import { fingerprintOf } from '../../../src/web/http/certificate-files.ts'
import { CertificateListPage } from '../../../src/web/manage/pages/certificate-list.tsx'
import { CertificatePage, RevokePage } from '../../../src/web/manage/pages/certificate-one.tsx'
import { SignerFormPage } from '../../../src/web/manage/pages/certificate-signer.tsx'
import { CertificatesPage } from '../../../src/web/manage/pages/certificates.tsx'
import { makeFrame, NOW } from '../../pictures/fixtures.ts'

/** What certificates say about themselves was written by others: it stays text on every page. */

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  `</title><script>alert(1)</script>`,
  "' autofocus onfocus=alert(1) x='",
  'javascript:alert(1)',
  '\u202eevil',
]
const pem = `-----BEGIN CERTIFICATE-----\n${btoa('any bytes')}\n-----END CERTIFICATE-----`
const frames = [
  makeFrame({ signedInAs: 'm@acme.example' }),
  makeFrame({ signedInAs: 'm@acme.example', locale: 'de' }),
]

const makeAuthority = (with_: Partial<Authority> = {}): Authority => ({
  id: 'cea_1',
  organisationId: 1,
  name: 'CN=Acme',
  pem,
  createdAt: NOW - DAY,
  endsAt: NOW + 1000 * DAY,
  retiredAt: null,
  ...with_,
})
const makeIssued = (with_: Partial<IssuedCertificate> = {}): IssuedCertificate => ({
  serial: '4a'.repeat(16),
  organisationId: 1,
  authorityId: 'cea_1',
  kind: 'device',
  accountId: 'acc_1',
  deviceId: 'dev_1',
  subject: 'CN=Ada',
  pem,
  createdAt: NOW - DAY,
  endsAt: NOW + 100 * DAY,
  revokedAt: null,
  reason: null,
  ...with_,
})
const makeSigner = (text: string): SignerView => ({
  chain: [pem],
  subject: text,
  issuer: text,
  keyKind: 'rsa',
  createdAt: NOW,
  endsAt: NOW + 100 * DAY,
})
const makeKnown = (text: string): KnownDevice => ({
  id: 'dev_1',
  name: text,
  model: null,
  platform: 'ios',
  owner: { id: 'acc_1', name: text, address: 'a@acme.example' },
})

describe.each(frames)('in $locale', (frame) => {
  const overview = { frame, trusted: [], signer: null, baseUrl: 'https://setup.acme.example', done: null }

  /** Every page, with the text wherever a certificate, a device or a person may say it. */
  const pagesWith = (text: string): string[] => {
    const certificate = makeIssued({ subject: text })
    const known = makeKnown(text)
    const pages = [
      <CertificatesPage
        {...overview}
        issuing={makeAuthority({ name: text })}
        trusted={[makeAuthority({ id: 'cea_0', name: text, retiredAt: NOW - DAY })]}
        signer={makeSigner(text)}
      />,
      <SignerFormPage frame={frame} chain={text} problems={{ chain: { code: 'not_a_certificate' } }} />,
      <CertificateListPage
        frame={frame}
        filter={{ state: null, deviceId: null }}
        page={{ rows: [certificate], next: null }}
        devices={new Map([['dev_1', known]])}
        later={false}
      />,
      <CertificatePage frame={frame} certificate={certificate} known={known} done={null} />,
      <RevokePage frame={frame} certificate={certificate} />,
    ]
    return pages.map(String)
  }
  /** Every tag with the names of its attributes. */
  const shapeOf = (html: string) =>
    [...html.matchAll(/<(\/?[a-z0-9]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)/gi)].map(
      ([, tag = '', attributes = '']) => tag + attributes.replaceAll(/="[^"]*"/g, ''),
    )

  test.each(HOSTILE)('%s stays text, wherever it stands', (text) => {
    const benign = pagesWith('CN=Ada').map(shapeOf)
    for (const [index, html] of pagesWith(text).entries()) {
      expect(shapeOf(html)).toEqual(benign[index])
      expect(html).not.toMatch(/href="javascript:|<script>alert/)
      // It is shown, though, letter by letter.
      const [letters = ''] = /[a-z]{4,}/.exec(text) ?? []
      expect(html).toContain(letters)
    }
  })

  test('what ends within a month, or has ended, is said in words', () => {
    const shown = (endsAt: number) =>
      String(<CertificatesPage {...overview} issuing={makeAuthority({ endsAt })} />)
    const { soon, over } = frame.copy.certificates
    expect(shown(NOW + 30 * DAY)).not.toContain('badge')
    expect(shown(NOW + 30 * DAY - 1)).toContain(soon(29))
    expect(shown(NOW + 1)).toContain(soon(0))
    expect(shown(NOW)).toContain(over)
  })

  test('what is revoked or over offers no revoking', () => {
    const shown = (with_: Partial<IssuedCertificate>) =>
      String(<CertificatePage frame={frame} certificate={makeIssued(with_)} known={undefined} done={null} />)
    expect(shown({})).toContain('/revoke"')
    expect(shown({ endsAt: NOW })).not.toContain('/revoke"')
    const revoked = shown({ revokedAt: NOW - DAY, reason: 'superseded' })
    expect(revoked).not.toContain('/revoke"')
    expect(revoked).toContain(frame.copy.certificates.reasons.superseded)
  })
})

test('a fingerprint is that of the bytes, as other tools write it', () => {
  expect(fingerprintOf(pem)).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
  expect(fingerprintOf(`${pem}\r\n`)).toBe(fingerprintOf(pem))
})
