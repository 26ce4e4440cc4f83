import { createHash, X509Certificate } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { artefactSetOf } from '../../src/artefacts/index.ts'
import { CERTIFICATE } from '../templates/samples.ts'
import {
  bodyOf,
  carried,
  connection,
  enterprise,
  identity,
  inputFor,
  openNetwork,
  plainNetwork,
  setInput,
  trusted,
} from './set-samples.ts'
import { readXml, textsOf } from './xml-reader.ts'

const WLAN = 'http://www.microsoft.com/networking/WLAN/profile/v1'

describe('Windows', () => {
  test('every profile of a network parses and says what went in, whoever the owner is', () => {
    fc.assert(
      fc.property(setInput('windows'), (input) => {
        const { wifi } = input.template.settings
        const { files } = artefactSetOf(input)
        for (const network of wifi) {
          const file = files.find(({ name }) => name === `wifi-${network.key}`)
          const carries = input.reports === 'none' && network.eap?.inner !== 'gtc'
          expect(file !== undefined).toBe(carries)
          if (!file) continue
          const root = readXml(String(file.artefact?.body))
          expect([root.localName, root.namespaceURI]).toEqual(['WLANProfile', WLAN])
          expect(textsOf(root, 'name')).toEqual([carried(network.ssid), carried(network.ssid)])
          expect(textsOf(root, 'hex')[0]?.toLowerCase()).toBe(Buffer.from(network.ssid).toString('hex'))
          expect(textsOf(root, 'keyMaterial')).toEqual(
            network.passphrase === null ? [] : [network.passphrase],
          )
          expect(textsOf(root, 'useOneX')).toEqual([String(network.security === 'eap')])
          expect(file.fileName).toMatch(/^wifi-[a-z0-9-]+\.xml$/)
        }
        expect(artefactSetOf(structuredClone(input))).toEqual(artefactSetOf(input))
      }),
      { numRuns: 100 },
    )
  })

  test('names authorities by their SHA-1 and servers by their names, and never holds an account', () => {
    for (const method of ['peap', 'ttls'] as const) {
      const xml = bodyOf(
        inputFor('windows', { wifi: [enterprise({ method })], certificates: [trusted] }),
        'wifi-w3',
      )
      const hex = createHash('sha1').update(new X509Certificate(CERTIFICATE).raw).digest('hex')
      const root = readXml(xml)
      const roots = [...textsOf(root, 'TrustedRootCA'), ...textsOf(root, 'TrustedRootCAHash')]
      expect(roots.map((text) => text.replaceAll(' ', ''))).toEqual([hex])
      expect(textsOf(root, 'ServerNames')).toEqual(['*.acme.example'])
      expect(xml).not.toContain('open sesame')
      expect(xml).not.toContain('ada@acme.example')
    }
  })

  test('an account is typed, since no profile has a place for it', () => {
    const { typed } = artefactSetOf(inputFor('windows', { wifi: [enterprise()], certificates: [trusted] }))
    expect(typed).toEqual([
      {
        kind: 'wifi',
        label: 'Acme Staff',
        facts: [
          { name: 'identity', value: 'ada@acme.example', secret: false },
          { name: 'password', value: 'open sesame', secret: true },
        ],
      },
    ])
  })

  test('certificates are DER, which Windows opens; the device’s own is made when it is asked for', () => {
    const { files } = artefactSetOf(inputFor('windows', { certificates: [trusted], identity }))
    expect(files.map(({ name }) => name)).toEqual(['certificate-c1', 'identity'])
    const [certificate, own] = files
    expect(new X509Certificate(Buffer.from(certificate?.artefact?.body ?? '')).subject).toBe(
      'CN=Acme Test CA',
    )
    expect(own).toMatchObject({ fileName: 'acme-device.p12', artefact: null })
  })

  test('a named management server becomes Windows’ own link, for this person and this device', () => {
    const agent = {
      'ms-device-enrollment': { servername: 'https://mdm.acme.example/a?b=c&d', tenantidentifier: '7' },
    }
    const made = { extras: { agent } }
    const [link] = artefactSetOf(inputFor('windows', made, { reports: 'agent' })).links
    const { protocol, searchParams } = new URL(link?.href ?? '')
    expect(protocol).toBe('ms-device-enrollment:')
    expect(Object.fromEntries(searchParams)).toEqual({
      mode: 'mdm',
      username: 'ada@acme.example',
      servername: 'https://mdm.acme.example/a?b=c&d',
      tenantidentifier: '7',
      ownership: '3',
    })
  })

  test.each([
    {},
    { 'ms-device-enrollment': 'https://mdm.acme.example' },
    { 'ms-device-enrollment': { servername: 'http://mdm.acme.example' } },
    { 'ms-device-enrollment': { servername: 'javascript:alert(1)' } },
  ])('without a server behind https there is no link: %j', (agent) => {
    expect(artefactSetOf(inputFor('windows', { extras: { agent } })).links).toEqual([])
  })

  test('an address full of signs stays one parameter of the link', () => {
    const agent = { 'ms-device-enrollment': { servername: 'https://mdm.acme.example' } }
    fc.assert(
      fc.property(setInput('windows'), (input) => {
        input.template.settings.extras.agent = agent
        const [link] = artefactSetOf(input).links
        const query = new URLSearchParams(link?.href.split('?')[1])
        expect(query.get('username')).toBe(carried(input.account.address))
        expect([...query.keys()]).toEqual(['mode', 'username', 'servername', 'ownership'])
        expect(link?.href).toMatch(/^ms-device-enrollment:\?[\w%.~!*'()=&-]+$/)
      }),
      { numRuns: 100 },
    )
  })

  test('what an agent does is left to it', () => {
    const made = { wifi: [plainNetwork, openNetwork], vpn: [connection], certificates: [trusted], identity }
    expect(artefactSetOf(inputFor('windows', made, { reports: 'agent' })).files).toEqual([])
  })
})
