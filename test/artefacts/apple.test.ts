import { describe, expect, test } from 'vitest'
import { renderAppleProfile } from '../../src/artefacts/index.ts'
import { describeAppleProfiles, readProfile } from './apple-properties.ts'
import { plainInput } from './samples.ts'

describeAppleProfiles(60)

const { template } = plainInput
const on = (platform: string) => ({ ...plainInput, device: { ...plainInput.device, platform } })

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
    const changed = {
      ...plainInput,
      template: { ...template, name: 'Phones', settings: { ...template.settings, wifi } },
      organisation: { name: 'Acme Ltd', slug: 'acme-ltd' },
    }
    expect(readProfile(changed).PayloadIdentifier).toBe(readProfile(plainInput).PayloadIdentifier)
    expect(uuids(changed)).toEqual(uuids(plainInput))
  })

  test('has another PayloadUUID from another template', () => {
    const other = { ...plainInput, template: { ...template, id: 'tpl_other' } }
    expect(readProfile(other).PayloadUUID).not.toBe(readProfile(plainInput).PayloadUUID)
  })
})

describe('what its owner meets', () => {
  test('an iPhone does not ask whether the watch is meant; web clips open in the browser and can go', () => {
    const profile = readProfile(on('ios'))
    expect(profile.TargetDeviceType).toBe(1)
    expect(profile).not.toHaveProperty('PayloadScope')
    const clips = profile.PayloadContent.filter((payload) => 'URL' in payload)
    expect(clips.map(({ FullScreen, IsRemovable }) => [FullScreen, IsRemovable])).toEqual([
      [false, true],
      [false, true],
    ])
  })

  test('a Mac takes it for its user', () => {
    const profile = readProfile(on('macos'))
    expect(profile.PayloadScope).toBe('User')
    expect(profile).not.toHaveProperty('TargetDeviceType')
  })

  test.each(['ios', 'macos'])('on %s it can be removed', (platform) => {
    const profile = readProfile(on(platform))
    expect(profile).not.toHaveProperty('PayloadRemovalDisallowed')
    expect(profile).not.toHaveProperty('HasRemovalPasscode')
  })

  test('the clip that confirms comes last, and not at all where the device reports by itself', () => {
    expect(readProfile(plainInput).PayloadContent.at(-1)).toMatchObject({
      PayloadType: 'com.apple.webClip.managed',
      Label: 'It is installed',
      URL: plainInput.confirmUrl,
    })
    const labels = readProfile({ ...plainInput, confirmUrl: null }).PayloadContent.map(({ Label }) => Label)
    expect(labels).toEqual([undefined, undefined, undefined, 'Help'])
  })

  test('an address is written as RFC 3986 wants it', () => {
    const webLinks = [{ label: 'Büro', url: 'https://büro.example/ä b?q=<"a|b">&x={y}#^z' }]
    const profile = readProfile({
      ...plainInput,
      template: { ...template, settings: { ...template.settings, webLinks } },
    })
    expect(profile.PayloadContent.find((payload) => 'URL' in payload)?.URL).toBe(
      'https://xn--bro-hoa.example/%C3%A4%20b?q=%3C%22a%7Cb%22%3E&x=%7By%7D#%5Ez',
    )
  })

  test('an open network never carries a passphrase', () => {
    const [open] = template.settings.wifi
    const wifi = open ? [{ ...open, passphrase: 'left over' }] : []
    const profile = readProfile({
      ...plainInput,
      template: { ...template, settings: { ...template.settings, wifi } },
    })
    expect(profile.PayloadContent[0]).toMatchObject({ SSID_STR: 'Acme Guest', EncryptionType: 'None' })
    expect(profile.PayloadContent[0]).not.toHaveProperty('Password')
  })

  test('the file is one that Safari offers to install', () =>
    expect(renderAppleProfile(plainInput)).toMatchObject({
      contentType: 'application/x-apple-aspen-config',
      fileName: 'acme.mobileconfig',
    }))
})
