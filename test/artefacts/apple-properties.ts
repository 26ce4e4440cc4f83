import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ArtefactInput, renderAppleProfile } from '../../src/artefacts/index.ts'
import { type AppleSystem, checkAppleProfile } from './apple-rules.ts'
import { readPlist, toPlain } from './plist-reader.ts'
import { artefactInput, FORBIDDEN, plainInput, withoutForbidden } from './samples.ts'

type Content = Record<string, string | number | boolean>
type Profile = Content & { PayloadContent: Content[] }

export function readProfile(input: ArtefactInput): Profile {
  return toPlain(readPlist(renderAppleProfile(input).body)) as Profile
}

const apple = artefactInput(['ios', 'macos'])
const ofType = (profile: Profile, type: string) =>
  profile.PayloadContent.filter((payload) => payload.PayloadType === type)
const identifiersOf = (profile: Profile) =>
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
        fc.property(apple, (input) => {
          const problems = checkAppleProfile(
            readPlist(renderAppleProfile(input).body),
            input.device.platform as AppleSystem,
          )
          expect(problems).toEqual([])
        }),
      )
    })

    test('gives back to another parser what went in', () => {
      holds(
        fc.property(apple, (input) => {
          const { template, organisation, words, confirmUrl } = input
          const profile = readProfile(input)
          expect(profile.PayloadDisplayName).toBe(`${organisation.name}: ${template.name}`)
          expect(profile.PayloadDescription).toBe(words.description)
          expect(profile.PayloadOrganization).toBe(organisation.name)
          expect(
            ofType(profile, 'com.apple.wifi.managed').map((payload) => ({
              ssid: payload.SSID_STR,
              security: String(payload.EncryptionType).toLowerCase(),
              hidden: payload.HIDDEN_NETWORK,
              autoJoin: payload.AutoJoin,
              passphrase: payload.Password ?? null,
            })),
          ).toEqual(template.settings.wifi)
          const links = [
            ...template.settings.webLinks,
            ...(confirmUrl === null ? [] : [{ label: words.confirmLabel, url: confirmUrl }]),
          ]
          expect(
            ofType(profile, 'com.apple.webClip.managed').map(({ Label, URL: url }) => [Label, decode(url)]),
          ).toEqual(links.map(({ label, url }) => [label, decode(new URL(url).href)]))
        }),
      )
    })

    test('is the same bytes for the same input', () => {
      holds(
        fc.property(apple, (input) => {
          expect(renderAppleProfile(structuredClone(input))).toEqual(renderAppleProfile(input))
        }),
      )
    })

    test('keeps its identifier under any other template, and another device has none of its identifiers', () => {
      const pair = fc.tuple(apple, apple).filter(([one, other]) => one.device.id !== other.device.id)
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
      const { template } = plainInput
      const profile = readProfile({
        ...plainInput,
        organisation: { ...plainInput.organisation, name: dirty('Acme') },
        words: { description: dirty('Hello'), confirmLabel: dirty('Done') },
        template: {
          ...template,
          name: dirty('Phone'),
          settings: {
            ...template.settings,
            wifi: template.settings.wifi.map((network) => ({ ...network, ssid: dirty(network.ssid) })),
            webLinks: [{ label: dirty('Help'), url: dirty('no address') }],
          },
        },
      })
      expect(profile.PayloadDisplayName).toBe('Acme 😀: Phone 😀')
      expect(profile.PayloadDescription).toBe('Hello 😀')
      expect(ofType(profile, 'com.apple.wifi.managed').map((payload) => payload.SSID_STR)).toEqual([
        'Acme Guest 😀',
        'Acme 😀',
        'Acme Lab 😀',
      ])
      expect(ofType(profile, 'com.apple.webClip.managed')[0]).toMatchObject({
        Label: 'Help 😀',
        URL: 'no address 😀',
      })
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

    test('writes CR as LF', () =>
      expect(
        readProfile({ ...plainInput, words: { ...plainInput.words, description: 'a\r\nb\rc\n' } })
          .PayloadDescription,
      ).toBe('a\nb\nc\n'))
  })
}
