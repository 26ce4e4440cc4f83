import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ArtefactInput, renderAppleProfile } from '../../src/artefacts/index.ts'
import type { AppleSystem } from '../../src/templates/index.ts'
import { FORBIDDEN, hostile, withoutForbidden } from './apple-payload-samples.ts'
import { checkAppleProfile } from './apple-rules.ts'
import { artefactInput, plainInput, withSettings } from './apple-samples.ts'
import { readPlist, toPlain } from './plist-reader.ts'

// biome-ignore lint/suspicious/noExplicitAny: what a test looks for is in there, or it fails.
type Content = Record<string, any>
export type Profile = Content & { PayloadContent: Content[] }

export const bodyOf = (input: ArtefactInput) => String(renderAppleProfile(input).body)

export function readProfile(input: ArtefactInput): Profile {
  return toPlain(readPlist(bodyOf(input))) as Profile
}

export const ofType = (profile: Profile, type: string) =>
  profile.PayloadContent.filter((payload) => payload.PayloadType === `com.apple.${type}`)

/** The `PayloadUUID` of a part of the profile. */
export const uuidOf = (input: ArtefactInput, part: string) =>
  readProfile(input).PayloadContent.find(({ PayloadIdentifier }) => PayloadIdentifier.endsWith(`.${part}`))
    ?.PayloadUUID

export const identifiersOf = (profile: Profile) =>
  [profile, ...profile.PayloadContent].flatMap((payload) => [payload.PayloadIdentifier, payload.PayloadUUID])
const decode = (url: unknown) => decodeURIComponent(String(url))

/**
 * What holds for every profile. Held in Node and in a Worker: `plist` brings a builder of its own for each, and
 * only one of them looks at what it writes.
 */
export function describeAppleProfiles(numRuns: number) {
  const holds = (property: fc.IProperty<[ArtefactInput]>) => fc.assert(property, { numRuns })

  describe('a configuration profile', () => {
    test('obeys the rules of Apple’s schema, whatever is in the template', () => {
      holds(
        fc.property(artefactInput, (input) => {
          const profile = readPlist(bodyOf(input))
          expect(checkAppleProfile(profile, input.device.platform as AppleSystem)).toEqual([])
        }),
      )
    })

    test('gives back to another parser what went in', () => {
      holds(
        fc.property(artefactInput, (input) => {
          const { template, organisation, words, confirmUrl, identity } = input
          const { settings } = template
          const profile = readProfile(input)
          expect(profile.PayloadDisplayName).toBe(`${organisation.name}: ${template.name}`)
          expect(profile.PayloadDescription).toBe(words.description)
          expect(profile.PayloadOrganization).toBe(organisation.name)
          expect(profile.ConsentText?.default).toBe(words.consent || undefined)
          expect(profile.RemovalDate).toBe(identity ? toSeconds(identity.endsAt) : undefined)
          const links = [
            ...settings.webLinks,
            ...(confirmUrl === null ? [] : [{ label: words.confirmLabel, url: confirmUrl }]),
          ]
          const clips = ofType(profile, 'webClip.managed').slice(-links.length || Infinity)
          expect(clips.map(({ Label, URL: url }) => [Label, decode(url)])).toEqual(
            links.map(({ label, url }) => [label, decode(new URL(url).href)]),
          )
          const [pkcs12] = ofType(profile, 'security.pkcs12').filter((one) =>
            one.PayloadIdentifier.endsWith('.identity'),
          )
          expect(pkcs12?.PayloadContent).toBe(
            identity ? Buffer.from(identity.pkcs12).toString('base64') : undefined,
          )
        }),
      )
    })

    test('never holds the password of the identity that it carries', () => {
      holds(
        fc.property(artefactInput, (input) => {
          if (!input.identity) return
          expect(bodyOf(input)).not.toContain(input.identity.password)
        }),
      )
    })

    test('is the same bytes for the same input', () => {
      holds(
        fc.property(artefactInput, (input) => {
          expect(bodyOf(structuredClone(input))).toBe(bodyOf(input))
        }),
      )
    })

    test('keeps its identifier under any other template, and another device has none of its identifiers', () => {
      const pair = fc
        .tuple(artefactInput, artefactInput)
        .filter(([one, other]) => one.device.id !== other.device.id)
      fc.assert(
        fc.property(pair, ([one, other]) => {
          const changed = readProfile({ ...other, device: one.device })
          expect(changed.PayloadIdentifier).toBe(readProfile(one).PayloadIdentifier)
          const theirs = identifiersOf(readProfile(other))
          expect(identifiersOf(readProfile(one)).filter((own) => theirs.includes(own))).toEqual([])
        }),
        { numRuns },
      )
    })

    test.each(FORBIDDEN)('drops %j, which XML cannot write, and keeps the rest', (forbidden) => {
      const dirty = (text: string) => `${forbidden}${text} 😀${forbidden}`
      const { wifi = [] } = plainInput.template.settings
      const input = withSettings({
        wifi: wifi.map((network) => ({ ...network, ssid: dirty(network.ssid) })),
        webLinks: [{ label: dirty('Help'), url: dirty('no address') }],
        extras: {
          apple: [
            { PayloadType: 'com.apple.airprint', AirPrint: [{ IPAddress: dirty('a'), ResourcePath: 'b' }] },
          ],
        },
      })
      const profile = readProfile({
        ...input,
        organisation: { ...input.organisation, name: dirty('Acme') },
        words: { description: dirty('Hello'), confirmLabel: dirty('Done'), consent: dirty('Yes') },
        template: { ...input.template, name: dirty('Phone') },
      })
      expect(profile.PayloadDisplayName).toBe('Acme 😀: Phone 😀')
      expect(profile.PayloadDescription).toBe('Hello 😀')
      expect(profile.ConsentText.default).toBe('Yes 😀')
      expect(ofType(profile, 'wifi.managed').map((payload) => payload.SSID_STR)).toEqual(
        wifi.map(({ ssid }) => `${ssid} 😀`),
      )
      expect(ofType(profile, 'webClip.managed')[0]).toMatchObject({ Label: 'Help 😀', URL: 'no address 😀' })
      expect(ofType(profile, 'airprint')[0]?.AirPrint[0].IPAddress).toBe('a 😀')
    })

    test('reads any string of UTF-16 units as its legal characters', () => {
      const anything = fc.string({ unit: fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit)) })
      fc.assert(
        fc.property(anything, (description) => {
          const { words } = plainInput
          const profile = readProfile({ ...plainInput, words: { ...words, description } })
          expect(profile.PayloadDescription).toBe(withoutForbidden(description))
        }),
        { numRuns: numRuns * 3 },
      )
    })

    test('says any text of the template as it is, wherever it stands', () => {
      fc.assert(
        fc.property(hostile, hostile, (text, other) => {
          const [account] = plainInput.template.settings.mail
          const [connection] = plainInput.template.settings.vpn
          if (!account || !connection) throw new Error('the sample has neither mail nor VPN')
          const profile = readProfile(
            withSettings({
              mail: [{ ...account, senderName: text, password: other }],
              vpn: [
                {
                  ...connection,
                  name: text,
                  remoteId: other,
                  authentication: 'shared_secret',
                  sharedSecret: text,
                },
              ],
            }),
          )
          expect(ofType(profile, 'mail.managed')[0]).toMatchObject({
            EmailAccountName: text,
            IncomingPassword: other,
          })
          expect(ofType(profile, 'vpn.managed')[0]).toMatchObject({
            UserDefinedName: text,
            IKEv2: { RemoteIdentifier: other, SharedSecret: text },
          })
        }),
        { numRuns },
      )
    })

    test('writes CR as LF', () =>
      expect(
        readProfile({ ...plainInput, words: { ...plainInput.words, description: 'a\r\nb\rc\n' } })
          .PayloadDescription,
      ).toBe('a\nb\nc\n'))
  })
}

const toSeconds = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`
