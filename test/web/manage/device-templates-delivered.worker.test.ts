import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { claim, phone, prepare, profileIn } from '../../support/phones.ts'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { catchMail, makeVisitor, register } from '../../support/visitor.ts'
import {
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  services,
  settle,
  time,
} from '../../support/world.ts'
import { CERTIFICATE } from '../../templates/samples.ts'
import { ACME, openEditor, PATH } from './device-templates-support.ts'

/** What a manager saves is what a device gets. */

let manager: TestStaff
beforeAll(async () => {
  time.start()
  await seedWorld()
})
beforeEach(async () => {
  time.start()
  manager = await makeManager()
})
afterEach(() => vi.restoreAllMocks())

const pathOf = async (platform: 'agent' | 'ios') =>
  `${PATH}/${(await services.templates.findOffered(ACME, platform))?.id}`

async function redeem() {
  const person = await makePerson({ name: 'Ada "x" {{device.id}}' })
  const code = await issueCode(person)
  const device = await makeTestDevice()
  const answer = await device.redeem({ code: code.code, device: { name: 'Bench <1>' } })
  expect(answer.status).toBe(201)
  await settle(person.account.ref)
  return {
    device,
    token: String(answer.body.credential.token),
    id: String(answer.body.device.id),
    address: person.address,
  }
}

describe('an agent that redeems after saving', () => {
  test('reads every part, secrets revealed and variables filled in', async () => {
    const editor = await openEditor(manager.visitor, await pathOf('agent'))
    for (const list of ['wifi', 'wifi', 'certificates', 'vpn', 'vpn', 'mail', 'webLinks', 'policies'])
      await editor.add(list)
    const first = Object.keys(editor.fields()).filter((name) => /^wifi\.\d+\.ssid$/.test(name)).length - 2
    const rows = { links: 0, policies: 0 }
    for (const name of Object.keys(editor.fields())) {
      const link = /^webLinks\.(\d+)\.label$/.exec(name)
      const policy = /^policies\.(\d+)\.name$/.exec(name)
      if (link) rows.links = Number(link[1])
      if (policy) rows.policies = Number(policy[1])
    }
    const wifi = (row: number, name: string) => `wifi.${first + row}.${name}`
    const saved = await editor.save({
      [wifi(0, 'ssid')]: 'Acme WPA3',
      [wifi(0, 'security')]: 'wpa3',
      [wifi(0, 'passphrase')]: 'correct "horse"',
      [wifi(1, 'ssid')]: 'Acme EAP',
      [wifi(1, 'security')]: 'eap',
      [wifi(1, 'eap.method')]: 'ttls',
      [wifi(1, 'eap.inner')]: 'pap',
      [wifi(1, 'eap.identity')]: '{{account.email}}',
      [wifi(1, 'eap.outerIdentity')]: 'anonymous',
      [wifi(1, 'eap.password')]: 'eap secret',
      [wifi(1, 'eap.trustedCertificates.c1')]: 'yes',
      [wifi(1, 'eap.serverNames')]: 'radius.acme.example',
      'certificates.0.name': 'Acme CA',
      'certificates.0.pem': CERTIFICATE,
      'vpn.0.name': 'Office',
      'vpn.0.server': 'vpn.acme.example',
      'vpn.0.localId': '{{account.username}}',
      'vpn.0.authentication': 'eap',
      'vpn.0.username': '{{account.email}}',
      'vpn.0.password': 'vpn secret',
      'vpn.1.name': 'Lab',
      'vpn.1.server': '192.0.2.7',
      'vpn.1.remoteId': 'lab',
      'vpn.1.authentication': 'shared_secret',
      'vpn.1.sharedSecret': 'all share',
      'vpn.1.mtu': '1300',
      'mail.0.name': 'Acme mail',
      'mail.0.senderName': '{{account.name}}',
      'mail.0.password': 'mail secret',
      'mail.0.incoming.host': 'imap.acme.example',
      'mail.0.outgoing.host': 'smtp.acme.example',
      'mail.0.outgoing.port': '587',
      'mail.0.outgoing.encryption': 'starttls',
      'passcode.mode': 'required',
      'passcode.minLength': '8',
      'passcode.alphanumeric': 'yes',
      'passcode.maxFailedTries': '10',
      [`webLinks.${rows.links}.label`]: 'Desk of {{account.name}}',
      [`webLinks.${rows.links}.url`]: 'https://desk.acme.example/{{account.name}}?d={{device.id}}',
      [`policies.${rows.policies}.name`]: 'owner',
      [`policies.${rows.policies}.value`]:
        '{{account.email}} of {{organisation.name}} ({{organisation.site}})',
      'extras.agent': '{"proxy": {"user": "{{account.username}}", "port": 8080}}',
    })
    expect(saved.html).not.toContain('-error"')
    expect(saved.status).toBe(303)

    const { device, token, id, address } = await redeem()
    const { body } = await device.configuration(token)
    const name = 'Ada "x" {{device.id}}'
    expect(body.settings.wifi.slice(-2)).toEqual([
      { ssid: 'Acme WPA3', security: 'wpa3', hidden: false, auto_join: true, passphrase: 'correct "horse"' },
      {
        ssid: 'Acme EAP',
        security: 'eap',
        hidden: false,
        auto_join: true,
        passphrase: null,
        eap: {
          method: 'ttls',
          identity: address,
          outer_identity: 'anonymous',
          inner: 'pap',
          password: 'eap secret',
          trusted_certificates: ['c1'],
          server_names: ['radius.acme.example'],
        },
      },
    ])
    expect(body.settings.certificates).toEqual([{ id: 'c1', name: 'Acme CA', pem: CERTIFICATE }])
    expect(body.settings.vpn).toEqual([
      {
        type: 'ikev2',
        name: 'Office',
        server: 'vpn.acme.example',
        remote_id: 'vpn.acme.example',
        local_id: address.replace(/@.*/, ''),
        authentication: 'eap',
        username: address,
        password: 'vpn secret',
        shared_secret: null,
        mtu: null,
      },
      {
        type: 'ikev2',
        name: 'Lab',
        server: '192.0.2.7',
        remote_id: 'lab',
        local_id: '',
        authentication: 'shared_secret',
        username: null,
        password: null,
        shared_secret: 'all share',
        mtu: 1300,
      },
    ])
    expect(body.settings.mail).toEqual([
      {
        type: 'imap',
        name: 'Acme mail',
        address,
        sender_name: name,
        username: address,
        password: 'mail secret',
        incoming: { host: 'imap.acme.example', port: 993, encryption: 'tls' },
        outgoing: { host: 'smtp.acme.example', port: 587, encryption: 'starttls' },
      },
    ])
    expect(body.settings.passcode).toEqual({
      required: true,
      min_length: 8,
      alphanumeric: true,
      max_failed_tries: 10,
    })
    expect(body.settings.web_links.at(-1)).toEqual({
      label: `Desk of ${name}`,
      url: `https://desk.acme.example/${encodeURIComponent(name)}?d=${id}`,
    })
    expect(body.policies.owner).toBe(`${address} of Acme Robotics (4711)`)
    expect(body.extras).toEqual({ proxy: { user: address.replace(/@.*/, ''), port: 8080 } })
  })

  test('that is there already learns of a later save at its next report, and gets it', async () => {
    const { device, token } = await redeem()
    const before = await device.configuration(token)
    const editor = await openEditor(manager.visitor, await pathOf('agent'))
    await editor.save({ 'passcode.mode': 'required', 'passcode.minLength': '9' })
    const report = await device.checkIn(token, { configuration_etag: before.headers.get('etag') })
    expect(report.body.configuration_changed).toBe(true)
    const after = await device.configuration(token, { 'if-none-match': before.headers.get('etag') ?? '' })
    expect(after.status).toBe(200)
    expect(after.body.version).toBe(before.body.version + 1)
    expect(after.body.settings.passcode.min_length).toBe(9)
    const same = await device.configuration(token, { 'if-none-match': after.headers.get('etag') ?? '' })
    expect(same.status).toBe(304)
  })
})

describe('an iPhone', () => {
  test('gets in its profile what its template says, and the editor names what stays behind', async () => {
    const editor = await openEditor(manager.visitor, await pathOf('ios'))
    await editor.add('wifi')
    await editor.add('webLinks')
    await editor.add('vpn')
    const last = (list: string, name: string) =>
      Object.keys(editor.fields()).filter((field) => new RegExp(`^${list}\\.\\d+\\.${name}$`).test(field))
        .length - 1
    const [wifi, link] = [last('wifi', 'ssid'), last('webLinks', 'label')]
    const saved = await editor.save({
      [`wifi.${wifi}.ssid`]: 'Acme <Phones>',
      [`wifi.${wifi}.passphrase`]: 'pass & phrase',
      [`webLinks.${link}.label`]: 'Wiki of {{account.username}}',
      [`webLinks.${link}.url`]: 'https://wiki.acme.example/?q={{account.email}}',
      'vpn.0.name': 'Office',
      'vpn.0.server': 'vpn.acme.example',
      'vpn.0.authentication': 'eap',
      'extras.apple': '[{"PayloadType": "example.acme.agent", "colour": "blue"}]',
    })
    expect(saved.status).toBe(303)
    expect((await editor.open()).html).toContain('Apple payloads (example.acme.agent): Only a Mac takes it.')

    const { person, code } = await prepare()
    const visitor = phone()
    const claimed = await claim(visitor, code)
    const page = await visitor.get(claimed.location ?? '')
    const profile = await visitor.get(profileIn(page.html).replaceAll('&amp;', '&'))
    expect(profile.headers.get('content-type')).toContain('application/x-apple-aspen-config')
    expect(profile.html).toContain('<string>Acme &lt;Phones&gt;</string>')
    expect(profile.html).toContain('<string>pass &amp; phrase</string>')
    expect(profile.html).toContain(`Wiki of ${person.address.replace(/@.*/, '')}`)
    expect(profile.html).toContain(`q=${encodeURIComponent(person.address)}`)
    expect(profile.html).toContain('<string>vpn.acme.example</string>')
    expect(profile.html).not.toContain('example.acme.agent')
  })

  test('and its owner read the instructions and notes that were saved, in their language', async () => {
    const editor = await openEditor(manager.visitor, await pathOf('ios'))
    await editor.save({
      'instructions.en': 'Saved **steps**',
      'instructions.de': 'Gespeicherte **Schritte**',
      'notes.en': 'Saved *notes*',
    })
    const mail = catchMail()
    for (const [language, words] of [
      ['en', 'Saved <strong>steps</strong>'],
      ['de', 'Gespeicherte <strong>Schritte</strong>'],
    ] as const) {
      const visitor = makeVisitor({ headers: { 'accept-language': language } })
      await register(visitor, mail, `reads-${language}@acme.example`)
      const chosen = await visitor.post('/setup/acme/device', { platform: 'ios', ownership: 'personal' })
      expect((await visitor.get(chosen.location ?? '')).html).toContain(words)
    }
    const { code } = await prepare()
    const visitor = phone()
    const claimed = await claim(visitor, code)
    expect((await visitor.get(claimed.location ?? '')).html).toContain('Saved <em>notes</em>')
  })
})
