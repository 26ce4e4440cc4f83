import fc from 'fast-check'
import { parse } from 'plist'
import { describe, expect, test } from 'vitest'
import { renderAppleProfile } from '../../src/artefacts/index.ts'
import {
  bodyOf,
  describeAppleProfiles,
  identifiersOf,
  type Profile,
  readProfile,
} from './apple-properties.ts'
import { artefactInput, ISSUING, onSystem, plainIdentity, plainInput, withSettings } from './apple-samples.ts'

describeAppleProfiles(60)

/** In Node alone: elsewhere `plist` reads with what browsers bring along. */
test('a profile reads the same with the parser of `plist`', () => {
  fc.assert(
    fc.property(artefactInput, (input) => {
      const [read, other] = [parse(bodyOf(input)) as unknown as Profile, readProfile(input)]
      expect(identifiersOf(read)).toEqual(identifiersOf(other))
      expect(read.PayloadContent.map(Object.keys)).toEqual(other.PayloadContent.map(Object.keys))
    }),
    { numRuns: 30 },
  )
})

const { template } = plainInput

describe('the identity of a profile', () => {
  const uuids = (input: typeof plainInput) =>
    readProfile(input).PayloadContent.map(({ PayloadIdentifier, PayloadUUID }) => [
      PayloadIdentifier,
      PayloadUUID,
    ])

  test('has another PayloadUUID in the next version, while its payloads keep theirs', () => {
    const next = { ...plainInput, template: { ...template, version: template.version + 1 } }
    expect(readProfile(next).PayloadUUID).not.toBe(readProfile(plainInput).PayloadUUID)
    expect(readProfile(next).PayloadIdentifier).toBe(readProfile(plainInput).PayloadIdentifier)
    expect(uuids(next)).toEqual(uuids(plainInput))
  })

  test('survives changed settings, another name and another address of the organisation', () => {
    const wifi = template.settings.wifi.map((network) => ({ ...network, ssid: `${network.ssid} 2` }))
    const input = withSettings({ wifi })
    const changed = {
      ...input,
      template: { ...input.template, name: 'Phones' },
      organisation: { name: 'Acme Ltd', slug: 'acme-ltd', siteId: '4712' },
    }
    expect(readProfile(changed).PayloadIdentifier).toBe(readProfile(plainInput).PayloadIdentifier)
    expect(uuids(changed)).toEqual(uuids(plainInput))
  })

  test('a row keeps its UUID when one before it is taken away', () => {
    const [first, ...others] = template.settings.wifi
    const of = (input: typeof plainInput) =>
      uuids(input).filter(
        ([identifier]) => identifier.includes('.wifi.') && !identifier.endsWith(`.${first?.key}`),
      )
    expect(of(withSettings({ wifi: others }))).toEqual(of(plainInput))
  })

  test('has another PayloadUUID from another template, and with another certificate of the device', () => {
    const uuid = readProfile(plainInput).PayloadUUID
    const other = { ...plainInput, template: { ...template, id: 'tpl_other' } }
    expect(readProfile(other).PayloadUUID).not.toBe(uuid)
    const renewed = { ...plainInput, identity: { ...plainIdentity, chain: [ISSUING] } }
    expect(readProfile(renewed).PayloadUUID).not.toBe(uuid)
  })
})

describe('what its owner meets', () => {
  test('an iPhone does not ask whether the watch is meant; web clips open in the browser and can go', () => {
    const profile = readProfile(onSystem('ios'))
    expect(profile.TargetDeviceType).toBe(1)
    expect(profile).not.toHaveProperty('PayloadScope')
    const clips = profile.PayloadContent.filter((payload) => 'URL' in payload)
    expect(clips.map(({ FullScreen, IsRemovable }) => [FullScreen, IsRemovable])).toEqual([
      [false, true],
      [false, true],
    ])
  })

  test('a Mac takes it for its user', () => {
    const profile = readProfile(onSystem('macos'))
    expect(profile.PayloadScope).toBe('User')
    expect(profile).not.toHaveProperty('TargetDeviceType')
  })

  test.each(['ios', 'macos'] as const)('on %s it can be removed', (system) => {
    const profile = readProfile(onSystem(system))
    expect(profile).not.toHaveProperty('PayloadRemovalDisallowed')
    expect(profile).not.toHaveProperty('HasRemovalPasscode')
  })

  test('agrees to what the organisation sees before it installs', () => {
    expect(readProfile(plainInput).ConsentText).toEqual({ default: 'Acme sees nothing.' })
    const silent = { ...plainInput, words: { ...plainInput.words, consent: '' } }
    expect(readProfile(silent)).not.toHaveProperty('ConsentText')
  })

  test('it goes when the device’s certificate ends, and stays where there is none', () => {
    expect(readProfile(plainInput).RemovalDate).toBe('2027-11-21T12:00:00Z')
    expect(readProfile({ ...plainInput, identity: null })).not.toHaveProperty('RemovalDate')
  })

  test('the clip that confirms comes last, and not at all where the device reports by itself', () => {
    expect(readProfile(plainInput).PayloadContent.at(-1)).toMatchObject({
      PayloadType: 'com.apple.webClip.managed',
      Label: 'It is installed',
      URL: plainInput.confirmUrl,
    })
    const labels = readProfile({ ...plainInput, confirmUrl: null }).PayloadContent.flatMap(
      ({ Label }) => Label ?? [],
    )
    expect(labels).toEqual(['Help'])
  })

  test('an address is written as RFC 3986 wants it', () => {
    const webLinks = [{ label: 'Büro', url: 'https://büro.example/ä b?q=<"a|b">&x={y}#^z' }]
    const profile = readProfile(withSettings({ webLinks }))
    expect(profile.PayloadContent.find((payload) => 'URL' in payload)?.URL).toBe(
      'https://xn--bro-hoa.example/%C3%A4%20b?q=%3C%22a%7Cb%22%3E&x=%7By%7D#%5Ez',
    )
  })

  test('the file is one that Safari offers to install', () =>
    expect(renderAppleProfile(plainInput)).toMatchObject({
      contentType: 'application/x-apple-aspen-config',
      fileName: 'acme.mobileconfig',
    }))
})
