import { X509Certificate } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { artefactSetOf } from '../../src/artefacts/index.ts'
import { partsLeftOut } from '../../src/templates/index.ts'
import {
  bodyOf,
  carried,
  connection,
  enterprise,
  identity,
  inputFor,
  setInput,
  trusted,
} from './set-samples.ts'

/**
 * What ChromeOS accepts, after `chromeos/components/onc/onc_validator.cc` and `onc_signature.cc`: known fields only,
 * required ones there, and values out of its lists.
 */
const GUID = z.string().regex(/^\{[0-9a-f-]{36}\}$/)
const pattern = z.strictObject({
  Subject: z.strictObject({ CommonName: z.string().optional(), Organization: z.string().optional() }),
})
const client = { ClientCertType: z.literal('Pattern').optional(), ClientCertPattern: pattern.optional() }
const eap = z.strictObject({
  Outer: z.enum(['PEAP', 'EAP-TLS', 'EAP-TTLS']),
  Inner: z.enum(['MSCHAPv2', 'PAP', 'GTC']).optional(),
  Identity: z.string().optional(),
  AnonymousIdentity: z.string().optional(),
  Password: z.string().optional(),
  SaveCredentials: z.boolean(),
  ServerCARefs: z.array(GUID).min(1).optional(),
  UseSystemCAs: z.boolean().optional(),
  DomainSuffixMatch: z.array(z.string()).optional(),
  ...client,
})
const wifi = z.strictObject({
  SSID: z.string(),
  HexSSID: z.string().regex(/^(?:[0-9A-F]{2}){1,32}$/),
  HiddenSSID: z.boolean(),
  AutoConnect: z.boolean(),
  Security: z.enum(['None', 'WPA-PSK', 'WPA-EAP']),
  Passphrase: z.string().optional(),
  EAP: eap.optional(),
})
const ipsec = z.strictObject({
  IKEVersion: z.literal(2),
  AuthenticationType: z.enum(['Cert', 'EAP', 'PSK']),
  RemoteIdentity: z.string(),
  LocalIdentity: z.string().optional(),
  SaveCredentials: z.boolean(),
  PSK: z.string().optional(),
  ServerCARefs: z.array(GUID).min(1).optional(),
  ...client,
  EAP: eap.extend({ Outer: z.literal('MSCHAPv2') }).optional(),
})
const vpn = z.strictObject({
  Type: z.literal('IPsec'),
  Host: z.string().min(1),
  AutoConnect: z.boolean(),
  IPsec: ipsec,
})
const onc = z.strictObject({
  Type: z.literal('UnencryptedConfiguration'),
  NetworkConfigurations: z.array(
    z.discriminatedUnion('Type', [
      z.strictObject({ GUID, Name: z.string(), Type: z.literal('WiFi'), WiFi: wifi }),
      z.strictObject({ GUID, Name: z.string(), Type: z.literal('VPN'), VPN: vpn }),
    ]),
  ),
  Certificates: z.array(
    z.strictObject({
      GUID,
      Type: z.literal('Authority'),
      X509: z.string(),
      TrustBits: z.array(z.literal('Web')),
    }),
  ),
})

describe('ChromeOS', () => {
  test('every file is what ChromeOS accepts, and what it refers to is in it', () => {
    fc.assert(
      fc.property(setInput('chromeos'), (input) => {
        const body = bodyOf(input, 'onc')
        const { settings } = input.template
        if (input.reports === 'agent') {
          expect(artefactSetOf(input).files).toEqual([])
          return
        }
        if (body === '') {
          expect([settings.wifi, settings.certificates]).toEqual([[], []])
          return
        }
        const file = onc.parse(JSON.parse(body))
        const known = new Set(file.Certificates.map(({ GUID }) => GUID))
        const all = [...file.NetworkConfigurations, ...file.Certificates].map(({ GUID }) => GUID)
        expect(new Set(all).size).toBe(all.length)
        for (const one of file.NetworkConfigurations) {
          const refs = one.Type === 'WiFi' ? one.WiFi.EAP?.ServerCARefs : one.VPN.IPsec.ServerCARefs
          for (const ref of refs ?? []) expect(known).toContain(ref)
          if (one.Type === 'WiFi') {
            expect(one.WiFi.Passphrase !== undefined).toBe(one.WiFi.Security === 'WPA-PSK')
            expect(one.WiFi.EAP !== undefined).toBe(one.WiFi.Security === 'WPA-EAP')
          } else {
            const { AuthenticationType, PSK, ServerCARefs } = one.VPN.IPsec
            expect(ServerCARefs !== undefined).toBe(AuthenticationType !== 'PSK')
            expect(PSK !== undefined).toBe(AuthenticationType === 'PSK')
          }
        }
        for (const { X509 } of file.Certificates) new X509Certificate(Buffer.from(X509, 'base64'))
        expect(body.isWellFormed()).toBe(true)
        expect(bodyOf(structuredClone(input), 'onc')).toBe(body)
      }),
      { numRuns: 100 },
    )
  })

  test('each network and connection is there, or said to be left out', () => {
    fc.assert(
      fc.property(setInput('chromeos'), (input) => {
        if (input.reports === 'agent') return
        const { settings } = input.template
        const body = bodyOf(input, 'onc')
        const names =
          body === '' ? [] : onc.parse(JSON.parse(body)).NetworkConfigurations.map(({ Name }) => Name)
        const left = partsLeftOut({ platform: 'chromeos', reports: 'none', settings }).flatMap(
          ({ name }) => name ?? [],
        )
        const wanted = [...settings.wifi.map(({ ssid }) => ssid), ...settings.vpn.map(({ name }) => name)]
        expect([...names, ...left.map(carried)].sort()).toEqual(wanted.map(carried).sort())
      }),
      { numRuns: 100 },
    )
  })

  test('the device’s own certificate lies beside the file, which names it by its subject', () => {
    const made = {
      wifi: [enterprise({ method: 'tls', inner: null, password: null })],
      vpn: [{ ...connection, authentication: 'certificate' as const }],
      certificates: [trusted],
      identity,
    }
    const input = inputFor('chromeos', made)
    const { files } = artefactSetOf(input)
    expect(files.map(({ name }) => name)).toEqual(['identity', 'onc', 'certificate-c1'])
    const file = onc.parse(JSON.parse(bodyOf(input, 'onc')))
    const subject = { CommonName: 'ada@acme.example', Organization: 'Acme Robotics' }
    const [network, office] = file.NetworkConfigurations
    expect(network?.Type === 'WiFi' && network.WiFi.EAP?.ClientCertPattern).toEqual({ Subject: subject })
    expect(office?.Type === 'VPN' && office.VPN.IPsec.ClientCertPattern).toEqual({ Subject: subject })
    expect(bodyOf(input, 'onc')).not.toContain('PKCS12')
  })
})
