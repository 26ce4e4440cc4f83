import { describe, expect, test } from 'vitest'
import type { ArtefactInput } from '../../src/artefacts/index.ts'
import type { EapSettings, MailAccount, VpnConnection } from '../../src/templates/index.ts'
import { CERTIFICATE } from '../templates/samples.ts'
import { ofType, readProfile, uuidOf } from './apple-properties.ts'
import { ISSUING, onSystem, plainIdentity, plainInput, RSA_LEAF, withSettings } from './apple-samples.ts'

/** What the settings of a template become in Apple's payloads. */

describe('Wi-Fi', () => {
  const eapOf = (eap: Partial<EapSettings>) => {
    const [, , , last] = plainInput.template.settings.wifi
    if (!last?.eap) throw new Error('the sample has no enterprise network')
    const made = { ...last, eap: { ...last.eap, ...eap } }
    const input = withSettings({ wifi: [made] })
    return { input, payload: ofType(readProfile(input), 'wifi.managed')[0] }
  }

  test('open, WPA2 and WPA3', () => {
    expect(ofType(readProfile(plainInput), 'wifi.managed').slice(0, 3)).toMatchObject([
      { SSID_STR: 'Acme Guest', EncryptionType: 'None', HIDDEN_NETWORK: false, AutoJoin: false },
      { SSID_STR: 'Acme', EncryptionType: 'WPA2', Password: 'correct horse', AutoJoin: true },
      { SSID_STR: 'Acme Lab', EncryptionType: 'WPA3', Password: 'battery staple', HIDDEN_NETWORK: true },
    ])
  })

  test('an open network never carries a passphrase', () => {
    const [open] = plainInput.template.settings.wifi
    const input = withSettings({ wifi: open ? [{ ...open, passphrase: 'left over' }] : [] })
    expect(ofType(readProfile(input), 'wifi.managed')[0]).not.toHaveProperty('Password')
  })

  test('EAP-TLS proves itself with the device’s certificate, to a server that is known', () => {
    const { input, payload } = eapOf({})
    expect(payload).toMatchObject({
      EncryptionType: 'WPA2',
      PayloadCertificateUUID: uuidOf(input, 'identity'),
      EAPClientConfiguration: {
        AcceptEAPTypes: [13],
        UserName: 'ada@acme.example',
        PayloadCertificateAnchorUUID: [uuidOf(input, 'certificate.c1')],
        TLSTrustedServerNames: ['radius.acme.example'],
      },
    })
    expect(payload).not.toHaveProperty('Password')
  })

  test('PEAP and TTLS carry name and password', () => {
    const tunnel = { identity: 'ada', outerIdentity: 'anonymous', password: 'S3cret' }
    const peap = eapOf({ ...tunnel, method: 'peap', inner: 'mschapv2' }).payload
    expect(peap?.EAPClientConfiguration).toMatchObject({
      ...{ AcceptEAPTypes: [25], UserName: 'ada', UserPassword: 'S3cret', OuterIdentity: 'anonymous' },
    })
    expect(peap).not.toHaveProperty('PayloadCertificateUUID')
    expect(peap?.EAPClientConfiguration).not.toHaveProperty('TTLSInnerAuthentication')
    for (const [inner, said] of [
      ['mschapv2', 'MSCHAPv2'],
      ['pap', 'PAP'],
      ['gtc', 'EAP'],
    ] as const)
      expect(eapOf({ ...tunnel, method: 'ttls', inner }).payload?.EAPClientConfiguration).toMatchObject({
        ...{ AcceptEAPTypes: [21], TTLSInnerAuthentication: said },
      })
  })

  test('what is empty is asked for on the device', () => {
    const { payload } = eapOf({
      ...{ method: 'peap', inner: 'mschapv2', identity: '', outerIdentity: '', password: null },
      ...{ trustedCertificates: [], serverNames: [] },
    })
    expect(payload?.EAPClientConfiguration).toEqual({ AcceptEAPTypes: [25] })
  })
})

describe('certificates', () => {
  test('a root is one, what is below it is none', () => {
    const profile = readProfile(plainInput)
    const [root] = ofType(profile, 'security.root')
    const [issuing] = ofType(profile, 'security.pkcs1')
    expect(root).toMatchObject({
      PayloadDisplayName: 'Acme Test CA',
      PayloadCertificateFileName: 'Acme Test CA.cer',
    })
    expect(root?.PayloadContent).toBe(CERTIFICATE.replace(/-----[A-Z ]+-----|\s/g, ''))
    expect(issuing?.PayloadContent).toBe(ISSUING.replace(/-----[A-Z ]+-----|\s/g, ''))
  })

  test('the device’s own asks for its password, and on a Mac its key stays where it is', () => {
    const [phone] = ofType(readProfile(plainInput), 'security.pkcs12')
    const [mac] = ofType(readProfile(onSystem('macos')), 'security.pkcs12')
    expect(phone?.PayloadContent).toBe(Buffer.from(plainIdentity.pkcs12).toString('base64'))
    expect(phone).not.toHaveProperty('Password')
    expect(phone).not.toHaveProperty('KeyIsExtractable')
    expect(mac).not.toHaveProperty('Password')
    expect(mac?.KeyIsExtractable).toBe(false)
  })

  test('one that the template does not ask for stays out', () => {
    const profile = readProfile(withSettings({ identity: null }))
    expect(ofType(profile, 'security.pkcs12')).toEqual([])
  })
})

describe('VPN', () => {
  const ikev2Of = (connection: Partial<VpnConnection>, input: ArtefactInput = plainInput) => {
    const [first] = input.template.settings.vpn
    if (!first) throw new Error('the sample has no VPN')
    const settings = { ...input.template.settings, vpn: [{ ...first, ...connection }] }
    return ofType(readProfile({ ...input, template: { ...input.template, settings } }), 'vpn.managed')[0]
  }

  test('with the device’s certificate', () => {
    expect(ikev2Of({})).toMatchObject({
      VPNType: 'IKEv2',
      UserDefinedName: 'Office',
      IKEv2: {
        ...{ RemoteAddress: 'vpn.acme.example', RemoteIdentifier: 'vpn.acme.example', LocalIdentifier: '' },
        ...{
          AuthenticationMethod: 'Certificate',
          PayloadCertificateUUID: uuidOf(plainInput, 'identity'),
          MTU: 1300,
        },
        ...{ CertificateType: 'ECDSA256', ServerCertificateIssuerCommonName: 'Acme Test CA' },
      },
    })
  })

  test.each([
    ['P-384', [ISSUING, CERTIFICATE], 'ECDSA384'],
    ['RSA', [RSA_LEAF, ISSUING], undefined],
  ])('says that the certificate’s key is of %s where it is not the usual', (_kind, chain, said) => {
    const input = { ...plainInput, identity: { ...plainIdentity, chain } }
    expect(ikev2Of({}, input)?.IKEv2.CertificateType).toBe(said)
  })

  test('takes the device’s authority for the server’s where the template names none', () => {
    const { settings } = plainInput.template
    const wifi = settings.wifi.slice(0, 3)
    const input = {
      ...withSettings({ wifi, certificates: [] }),
      identity: { ...plainIdentity, chain: [ISSUING] },
    }
    expect(ikev2Of({}, input)?.IKEv2.ServerCertificateIssuerCommonName).toBe('Acme Root')
  })

  test('with name and password', () =>
    expect(ikev2Of({ authentication: 'eap', username: 'ada', password: 'S3cret', mtu: null })?.IKEv2).toEqual(
      {
        ...{ RemoteAddress: 'vpn.acme.example', RemoteIdentifier: 'vpn.acme.example', LocalIdentifier: '' },
        ...{ AuthenticationMethod: 'None', ExtendedAuthEnabled: 1, AuthName: 'ada', AuthPassword: 'S3cret' },
      },
    ))

  test('with a shared secret', () =>
    expect(
      ikev2Of({ authentication: 'shared_secret', sharedSecret: 'S3cret', localId: 'ada' })?.IKEv2,
    ).toEqual({
      ...{ RemoteAddress: 'vpn.acme.example', RemoteIdentifier: 'vpn.acme.example', LocalIdentifier: 'ada' },
      ...{ AuthenticationMethod: 'SharedSecret', SharedSecret: 'S3cret', MTU: 1300 },
    }))

  test('stays out where it needs a certificate that is not there', () =>
    expect(ikev2Of({}, { ...plainInput, identity: null })).toBeUndefined())
})

describe('mail', () => {
  const exchange = (incoming: MailAccount['incoming'], system: 'ios' | 'macos' = 'ios') => {
    const [, account] = plainInput.template.settings.mail
    const profile = readProfile(
      onSystem(system, withSettings({ mail: account ? [{ ...account, incoming }] : [] })),
    )
    return ofType(profile, system === 'ios' ? 'eas.account' : 'ews.account')[0]
  }

  test('by IMAP', () => {
    const [account] = ofType(readProfile(plainInput), 'mail.managed')
    expect(account).toMatchObject({
      ...{ EmailAccountType: 'EmailTypeIMAP', EmailAccountDescription: 'Post', EmailAccountName: 'Ada' },
      ...{ EmailAddress: 'ada@acme.example', IncomingMailServerHostName: 'imap.acme.example' },
      ...{
        IncomingMailServerPortNumber: 993,
        IncomingMailServerUseSSL: true,
        IncomingMailServerUsername: 'ada',
      },
      ...{ OutgoingMailServerHostName: 'smtp.acme.example', OutgoingMailServerPortNumber: 587 },
      ...{ OutgoingMailServerUseSSL: true, OutgoingPasswordSameAsIncomingPassword: true },
    })
    expect(account).not.toHaveProperty('IncomingPassword')
  })

  test('by Exchange, an iPhone with ActiveSync and a Mac with Web Services', () => {
    const server = { host: 'mail.acme.example', port: 8443, encryption: 'tls' } as const
    expect(exchange(server)).toMatchObject({
      ...{ Host: 'mail.acme.example:8443', SSL: true, UserName: 'ada', Password: 'S3cret mail' },
      EmailAddress: 'ada@acme.example',
    })
    expect(exchange(server, 'macos')).toMatchObject({ Host: 'mail.acme.example', Port: 8443, SSL: true })
    expect(exchange(server, 'macos')?.PayloadType).toBe('com.apple.ews.account')
  })

  test('a port is said where it is not the usual', () => {
    expect(exchange({ host: 'a.example', port: 443, encryption: 'starttls' })).toMatchObject({
      Host: 'a.example',
      SSL: true,
    })
    expect(exchange({ host: 'a.example', port: 80, encryption: 'none' })).toMatchObject({
      Host: 'a.example',
      SSL: false,
    })
    expect(exchange({ host: '2001:db8::1', port: 444, encryption: 'tls' })?.Host).toBe('[2001:db8::1]:444')
  })
})

describe('the lock', () => {
  test('is asked for as the template says', () =>
    expect(ofType(readProfile(plainInput), 'mobiledevice.passwordpolicy')[0]).toMatchObject({
      ...{ forcePIN: true, minLength: 6, requireAlphanumeric: true },
      ...{ maxPINAgeInDays: 90, maxInactivity: 5, maxFailedAttempts: 8 },
    }))

  test('what the template leaves open stays open', () => {
    const [lock] = ofType(
      readProfile(withSettings({ passcode: { required: false, minLength: 0 } })),
      'mobiledevice.passwordpolicy',
    )
    expect(lock).toMatchObject({ forcePIN: false, minLength: 0, requireAlphanumeric: false })
    for (const key of ['maxPINAgeInDays', 'maxInactivity', 'maxFailedAttempts'])
      expect(lock).not.toHaveProperty(key)
  })
})
