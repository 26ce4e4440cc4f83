import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { seedWorld, time } from '../../support/world.ts'
import { CERTIFICATE } from '../../templates/samples.ts'
import { errorAt, find, makeTemplate, openEditor, SAVE } from './device-templates-support.ts'

/** The form of a template without script: its rows, and what is refused. */

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

async function open(platform = 'linux') {
  const { id, path } = await makeTemplate(manager.visitor, platform)
  return { id, path, editor: await openEditor(manager.visitor, path) }
}

describe('rows', () => {
  test.each(['wifi', 'certificates', 'vpn', 'mail', 'webLinks', 'policies'])(
    'of %s are added and removed without script, keep what was typed, and save nothing',
    async (list) => {
      const { id, path, editor } = await open()
      const name = { webLinks: 'label', wifi: 'ssid' }[list] ?? 'name'
      const before = await manager.visitor.get(path)
      expect(before.html).toContain(`name="add" value="${list}" formaction="${SAVE}#${list}"`)
      await editor.add(list)
      await editor.add(list, { [`${list}.0.${name}`]: 'One', 'instructions.en': 'Not saved' })
      const three = await editor.add(list, { [`${list}.1.${name}`]: 'Two' })
      expect(three.html).toMatch(new RegExp(`name="${list}.2.${name}"[^>]*autofocus`))
      await editor.remove(`${list}.0`, { [`${list}.2.${name}`]: 'Three' })
      expect(editor.fields()).toMatchObject({
        [`${list}.0.${name}`]: 'Two',
        [`${list}.1.${name}`]: 'Three',
        'instructions.en': 'Not saved',
      })
      expect(editor.fields()[`${list}.2.${name}`]).toBeUndefined()
      expect((await find(id))?.version).toBe(1)
    },
  )

  test('a certificate that goes is no longer named by networks', async () => {
    const { id, editor } = await open()
    await editor.add('certificates')
    await editor.add('certificates')
    await editor.add('wifi')
    const typed = {
      'certificates.0.name': 'Old CA',
      'certificates.0.pem': CERTIFICATE,
      'certificates.1.name': 'New CA',
      'certificates.1.pem': CERTIFICATE.replaceAll('\n', '\r\n'),
      'wifi.0.ssid': 'Acme',
      'wifi.0.security': 'eap',
      'wifi.0.eap.trustedCertificates.c1': 'yes',
      'wifi.0.eap.trustedCertificates.c2': 'yes',
      'wifi.0.eap.serverNames': 'a.acme.example, *.b.acme.example',
    }
    expect((await editor.save(typed)).status).toBe(303)
    await editor.open()
    await editor.remove('certificates.0')
    expect((await editor.save()).status).toBe(303)
    expect((await find(id))?.settings).toMatchObject({
      certificates: [{ key: 'c2', name: 'New CA', pem: CERTIFICATE }],
      wifi: [{ eap: { trustedCertificates: ['c2'], serverNames: ['a.acme.example', '*.b.acme.example'] } }],
    })
  })

  test('of no list, or that are not there, change nothing', async () => {
    const { editor } = await open()
    await editor.add('wifi')
    const before = { ...editor.fields() }
    for (const row of ['wifi.7', 'wifi.-1', 'wifi.x', 'wifi', '__proto__.0', 'extras.0']) {
      expect((await editor.remove(row)).status).toBe(row === 'wifi.7' ? 200 : 422)
      expect(Object.keys(editor.fields()).filter((name) => name.startsWith('wifi.'))).toEqual(
        Object.keys(before).filter((name) => name.startsWith('wifi.')),
      )
    }
  })

  test('more than a device takes are refused in words', async () => {
    const { editor } = await open()
    for (let row = 0; row < 6; row += 1)
      await editor.add(
        'vpn',
        row > 0 ? { [`vpn.${row - 1}.name`]: 'x', [`vpn.${row - 1}.server`]: 'x.example' } : {},
      )
    const refused = await editor.save({
      'vpn.5.name': 'x',
      'vpn.5.server': 'x.example',
      'vpn.0.authentication': 'eap',
    })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('At most 5.')
  })
})

describe('a refused form', () => {
  test('says at each field what is accepted, and keeps everything that was typed', async () => {
    const { id, editor } = await open('ios')
    for (const list of ['wifi', 'certificates', 'vpn', 'mail', 'webLinks', 'policies']) await editor.add(list)
    const typed: Record<string, string> = {
      name: ' ',
      'instructions.en': 'Dear {{account.name}}',
      'instructions.de': 'Liebe <b>Ada</b>',
      checkInSeconds: 'often',
      'passcode.mode': 'required',
      'passcode.minLength': '17',
      'passcode.maxAgeDays': '0',
      'wifi.0.ssid': 'x'.repeat(33),
      'wifi.0.security': 'eap',
      'wifi.0.eap.method': 'tls',
      'wifi.0.eap.identity': '{{account.mail}}',
      'wifi.0.eap.serverNames': 'not a name!',
      'certificates.0.name': 'CA',
      'certificates.0.pem': '-----BEGIN PRIVATE KEY-----',
      'vpn.0.name': 'Office',
      'vpn.0.server': 'https://vpn.acme.example',
      'vpn.0.mtu': '9000',
      'mail.0.name': '',
      'mail.0.address': '{{account.emial}}',
      'mail.0.incoming.host': '',
      'mail.0.incoming.port': '70000',
      'webLinks.0.label': 'Wiki',
      'webLinks.0.url': 'javascript:alert(1)',
      'policies.0.name': '1st',
      'policies.0.value': '{{device.serial}}',
      'agentApp.name': '',
      'agentApp.playPackage': 'no package',
      'agentApp.appStore': 'https://evil.example/',
      'identity.on': 'yes',
      'identity.subject': 'Ada',
      'extras.apple': '[{"PayloadType": 1}]',
      'extras.agent': '{"a": ,}',
    }
    const refused = await editor.save(typed)
    expect(refused.status).toBe(422)
    const told: Record<string, string> = {
      name: 'Fill this in.',
      'instructions.en': 'Variables are not filled in here',
      checkInSeconds: 'Enter a whole number.',
      'passcode.minLength': 'Enter 16 or less.',
      'passcode.maxAgeDays': 'Enter 1 or more.',
      'wifi.0.ssid': 'at most 32 bytes',
      'wifi.0.eap.identity': 'There is no variable {{account.mail}}.',
      'wifi.0.eap.serverNames': 'Enter names of servers',
      'certificates.0.pem': 'Paste a certificate in PEM form',
      'vpn.0.server': 'without https://',
      'vpn.0.mtu': 'Enter 1400 or less.',
      'mail.0.name': 'Fill this in.',
      'mail.0.address': 'There is no variable {{account.emial}}.',
      'mail.0.incoming.host': 'Fill this in.',
      'mail.0.incoming.port': 'Enter 65535 or less.',
      'webLinks.0.url': 'Enter a whole address',
      'agentApp.name': 'Fill this in.',
      'agentApp.playPackage': 'Enter a package name',
      'agentApp.appStore': 'https://apps.apple.com/',
      'identity.subject': 'Enter attributes such as',
      'identity.keyUsage.digital_signature': 'Fill this in.',
      'extras.apple': 'Every payload needs a PayloadType',
      'extras.agent': 'This is not JSON',
    }
    for (const [field, words] of Object.entries(told))
      expect(errorAt(refused.html, field), field).toContain(words)
    expect(errorAt(refused.html, 'policies.0.name') + errorAt(refused.html, 'policies.0.value')).not.toBe('')
    expect(editor.fields()).toMatchObject(typed)
    expect((await find(id))?.version).toBe(1)
  })

  test.each([
    ['policies', { 'policies.0.name': 'owner', 'policies.0.value': '{{account.mail}}' }, 'policies.0.value'],
    [
      'webLinks',
      { 'webLinks.0.label': '{{who}}', 'webLinks.0.url': 'https://a.example' },
      'webLinks.0.label',
    ],
    [
      'webLinks',
      { 'webLinks.0.label': 'x', 'webLinks.0.url': 'https://a.example/{{who}}' },
      'webLinks.0.url',
    ],
    ['wifi', { 'extras.agent': '{"a": [{"b": "{{who}}"}]}' }, 'extras.agent'],
    ['wifi', { 'identity.on': 'yes', 'identity.subject': 'CN={{who}}' }, 'identity.subject'],
  ])('an unknown variable of %s is told where it stands: %j', async (list, typed, field) => {
    const { editor } = await open()
    await editor.add(list)
    const refused = await editor.save(typed as Record<string, string>)
    expect(refused.status).toBe(422)
    expect(errorAt(refused.html, field)).toContain('There is no variable {{')
  })

  test('two policies of one name, and one without a name, are told at their rows', async () => {
    const { editor } = await open()
    for (let row = 0; row < 3; row += 1) await editor.add('policies')
    const refused = await editor.save({
      'policies.0.name': 'a',
      'policies.0.value': '1',
      'policies.1.name': 'a',
      'policies.1.kind': 'number',
      'policies.1.value': 'two',
      'policies.2.value': 'nameless',
    })
    expect(errorAt(refused.html, 'policies.1.name')).toContain('This is in use already')
    expect(errorAt(refused.html, 'policies.2.name')).toContain('Fill this in.')
    const number = await editor.save({ 'policies.1.name': 'b', 'policies.2.name': '__proto__' })
    expect(errorAt(number.html, 'policies.1.value')).toContain('Enter a whole number.')
    expect(errorAt(number.html, 'policies.2.name')).toContain('Begin with a letter')
  })
})
