import { describe, expect, test } from 'vitest'
import { type ArtefactInput, renderAppleProfile } from '../../src/artefacts/index.ts'
import { ofType, readProfile, uuidOf } from './apple-properties.ts'
import { checkAppleProfile } from './apple-rules.ts'
import { broughtAlong, onSystem, withSettings } from './apple-samples.ts'
import { readPlist } from './plist-reader.ts'

/** Payloads beside those of the settings: written by managers, and certificates that owners brought. */

describe('payloads that managers write', () => {
  test('data, dates and certificates are written as Apple’s types', () => {
    const input = withSettings({
      extras: {
        apple: [
          { PayloadType: 'com.apple.font', Font: 'AAEC', PayloadDisplayName: 'House font' },
          {
            PayloadType: 'com.apple.dnsSettings.managed',
            DNSSettings: { DNSProtocol: 'HTTPS' },
            PayloadCertificateUUID: 'identity',
          },
        ],
      },
    })
    expect(ofType(readProfile(input), 'font')[0]).toMatchObject({
      PayloadDisplayName: 'House font',
      Font: 'AAEC',
    })
    expect(ofType(readProfile(input), 'dnsSettings.managed')[0]?.PayloadCertificateUUID).toBe(
      uuidOf(input, 'identity'),
    )
  })

  test('what one system does not know is left out for it alone', () => {
    const apple = [
      { PayloadType: 'com.apple.dock', tilesize: 32 },
      {
        PayloadType: 'com.apple.subscribedcalendar.account',
        SubCalAccountHostName: 'https://a.example/x.ics',
      },
      { PayloadType: 'com.apple.webClip.managed', URL: 'https://a.example/', Label: 'A', FullScreen: true },
      { PayloadType: 'com.apple.SoftwareUpdate' },
      { PayloadType: 'example.acme.agent', colour: 'blue' },
    ]
    const input = withSettings({ webLinks: [], extras: { apple } })
    const typesOn = (system: 'ios' | 'macos') =>
      readProfile(onSystem(system, input))
        .PayloadContent.filter(({ PayloadIdentifier }) => PayloadIdentifier.includes('.extra.'))
        .map(({ PayloadType }) => PayloadType)
    expect(typesOn('ios')).toEqual(['com.apple.subscribedcalendar.account', 'com.apple.webClip.managed'])
    expect(typesOn('macos')).toEqual(['com.apple.dock', 'com.apple.webClip.managed', 'example.acme.agent'])
    const clip = (system: 'ios' | 'macos') =>
      ofType(readProfile(onSystem(system, input)), 'webClip.managed')[0]
    expect(clip('ios')?.FullScreen).toBe(true)
    expect(clip('macos')).not.toHaveProperty('FullScreen')
  })

  test('what breaks Apple’s rules never keeps a profile from being installed', () => {
    const apple = [{ PayloadType: 'com.apple.font' }, { PayloadType: 'com.apple.nothing.known' }]
    const profile = readProfile(withSettings({ extras: { apple } }))
    expect(
      profile.PayloadContent.filter(({ PayloadIdentifier }) => PayloadIdentifier.includes('.extra.')),
    ).toEqual([])
  })
})

describe('what the owner brought', () => {
  const input = { ...withSettings({ identity: null, userCertificates: true }), identity: null }
  const brought = { ...input, ownerCertificates: broughtAlong }

  test.each(['ios', 'macos'] as const)('comes with its key and without, as %s has it', (system) => {
    const on = onSystem(system, brought)
    expect(checkAppleProfile(readPlist(String(renderAppleProfile(on).body)), system)).toEqual([])
    const profile = readProfile(on)
    const [mail, colleague] = broughtAlong
    expect(ofType(profile, 'security.pkcs12')).toMatchObject([
      {
        PayloadIdentifier: `${profile.PayloadIdentifier}.owner.abababababababab`,
        PayloadDisplayName: 'Mail',
        PayloadContent: Buffer.from(mail?.pkcs12?.bytes ?? []).toString('base64'),
        Password: mail?.pkcs12?.password,
      },
    ])
    expect(
      ofType(profile, 'security.pkcs1').find((one) => one.PayloadDisplayName === 'Colleague'),
    ).toMatchObject({
      PayloadIdentifier: `${profile.PayloadIdentifier}.owner.cdcdcdcdcdcdcdcd`,
      PayloadContent: colleague?.chain[0]?.replace(/-----[A-Z ]+-----|\s/g, ''),
    })
  })

  test('makes another profile when one is added, and the same when nothing changed', () => {
    const uuid = (made: ArtefactInput) => readProfile(made).PayloadUUID
    expect(uuid(brought)).not.toBe(uuid(input))
    expect(uuid(brought)).toBe(uuid({ ...brought }))
    expect(uuidOf(brought, 'owner.abababababababab')).toBe(
      uuidOf({ ...brought, ownerCertificates: broughtAlong.slice(0, 1) }, 'owner.abababababababab'),
    )
  })
})
