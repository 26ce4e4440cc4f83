import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { inD1, seedWorld, services, time } from '../../support/world.ts'
import { reveal, SECRETS, saveAll, secretsIn } from './device-templates-secrets-support.ts'
import { find, makeTemplate, openEditor } from './device-templates-support.ts'

/** Secrets of copies, of earlier versions, of lost keys, and of rows that are older than their keys. */

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

describe('copies and earlier versions', () => {
  test('a copy has the secrets, sealed anew', async () => {
    const { id, path } = await saveAll(manager.visitor)
    const copied = await manager.visitor.post(`${path}/copy`, { platform: 'windows', name: 'Copy' })
    const copy = /(tpl_[\w-]+)\?/.exec(copied.location ?? '')?.[1] ?? ''
    expect(secretsIn(await reveal(copy))).toEqual(SECRETS)
    const [one, other] = [await find(id), await find(copy)]
    expect(other?.settings.wifi[0]?.passphrase).not.toBe(one?.settings.wifi[0]?.passphrase)
  })

  test('going back brings the former secret back, and the page says no more than that it changes', async () => {
    const { id, path, editor } = await saveAll(manager.visitor)
    await editor.save({ 'wifi.0.passphrase': 'Another-password' })
    const asked = await manager.visitor.get(`${path}/history/2`)
    expect(asked.html).toContain('Password of the network: changed')
    await manager.visitor.post(`${path}/history/2`, {})
    expect(secretsIn(await reveal(id))).toEqual(SECRETS)
  })
})

describe('a secret that nothing can open any more', () => {
  async function lose(id: string) {
    await inD1(
      "UPDATE device_template_versions SET content = json_set(content, '$.settings.vpn[0].password', 'gone') WHERE template_id = ?",
      id,
    )
    await inD1(
      "UPDATE device_templates SET settings = json_set(settings, '$.vpn[0].password', 'gone') WHERE id = ?",
      id,
    )
    expect((await reveal(id)).vpn[0]?.password).toBeNull()
  }

  test('is asked for again, and not silently dropped: by saving, copying and going back', async () => {
    const { id, path, editor } = await saveAll(manager.visitor)
    await editor.save({ name: 'Later' })
    await editor.open()
    await lose(id)
    const refused = await editor.save({ name: 'Later still' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('id="vpn.0.password-error"')

    const copied = await manager.visitor.post(`${path}/copy`, { platform: 'linux', name: 'Copy' })
    expect(copied.status).toBe(422)
    expect(copied.html).toContain('A stored password can no longer be read.')

    const restored = await manager.visitor.post(`${path}/history/2`, {})
    expect(restored.status).toBe(409)
    expect(restored.html).toContain('Going back is not possible')
    expect((await find(id))?.version).toBe(3)

    await editor.save({ 'vpn.0.password': 'Typed again' })
    expect((await reveal(id)).vpn[0]?.password).toBe('Typed again')
  })
})

test('a network of before networks had keys keeps its password', async () => {
  const { id, path } = await makeTemplate(manager.visitor)
  const passphrase = services.keys.seal('Old-passphrase', `template/${id}/wifi/Acme`)
  const settings = {
    wifi: [{ ssid: 'Acme', security: 'wpa2', hidden: false, autoJoin: true, passphrase }],
    webLinks: [],
    passcode: null,
    agentApp: null,
    policies: {},
  }
  await inD1('UPDATE device_templates SET settings = ? WHERE id = ?', JSON.stringify(settings), id)
  await inD1('DELETE FROM device_template_versions WHERE template_id = ?', id)
  const editor = await openEditor(manager.visitor, path)
  expect((await editor.save()).location).toContain('done=unchanged')
  expect((await editor.save({ 'wifi.0.ssid': 'Acme 2' })).location).toContain('done=saved')
  expect((await reveal(id)).wifi).toMatchObject([{ key: 'w1', ssid: 'Acme 2', passphrase: 'Old-passphrase' }])
  expect((await manager.visitor.get(`${path}/history`)).html).toContain('Network name (SSID): Acme → Acme 2')
})
