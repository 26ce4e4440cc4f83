import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { makeVisitor } from '../../support/visitor.ts'
import { inD1, seedWorld, time } from '../../support/world.ts'
import {
  openWithRows,
  reveal,
  SECRETS,
  saveAll,
  secretsIn,
  typed,
} from './device-templates-secrets-support.ts'
import { auditOf, find, makeTemplate, openEditor, PATH } from './device-templates-support.ts'

/** What is secret in a template goes in and never comes out, but to devices. */

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

/** The words as they are, and as HTML, JSON and addresses write them. */
function tracesIn(text: string): string[] {
  return Object.values(SECRETS).filter((secret) =>
    [
      secret,
      secret.trim(),
      JSON.stringify(secret).slice(1, -1),
      encodeURIComponent(secret),
      secret
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;'),
      btoa(unescape(encodeURIComponent(secret))).slice(0, 12),
    ].some((written) => text.includes(written)),
  )
}

test('the search for traces finds them', () => {
  for (const secret of Object.values(SECRETS)) expect(tracesIn(`x${secret}y`)).toContain(secret)
})

describe('secrets', () => {
  test('are stored as they were typed, blanks included', async () => {
    const { id } = await saveAll(manager.visitor)
    expect(secretsIn(await reveal(id))).toEqual(SECRETS)
  })

  test('are in no table in clear text: not in the template, its history, or the audit', async () => {
    const { editor, id } = await saveAll(manager.visitor)
    await editor.save({ 'mail.0.password': SECRETS['vpn.0.password'] })
    const tables = await inD1(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
    )
    let dump = ''
    for (const { name } of tables) dump += JSON.stringify(await inD1(`SELECT * FROM "${name}"`))
    expect(dump).toContain('Acme Staff')
    expect(tracesIn(dump)).toEqual([])
    expect((await auditOf(id)).at(-1)?.detail.changes).toEqual([
      { field: 'mail.m1.password', before: null, after: 'changed' },
    ])
  })

  test('show on no page: editor, refused form, preview, history, what going back changes, the audit', async () => {
    const { path, editor } = await saveAll(manager.visitor)
    const pages = [
      await manager.visitor.get(path),
      await manager.visitor.get(`${path}/preview`),
      await manager.visitor.get(`${path}/history`),
      await manager.visitor.get(`${path}/history/1`),
      await manager.visitor.get(`${path}/copy`),
      await manager.visitor.get('/manage/audit'),
      await editor.save({ name: '', ...SECRETS }),
      await editor.preview(SECRETS),
      await editor.add('wifi', SECRETS),
    ]
    for (const { html, headers } of pages) {
      expect(tracesIn(html)).toEqual([])
      expect(headers.get('cache-control')).toContain('no-store')
    }
    expect(pages[2]?.html).toContain('Password of the network: set')
  })

  test('left empty stay what they are', async () => {
    const { id, editor } = await saveAll(manager.visitor)
    await editor.save({ name: 'Renamed' })
    expect((await find(id))?.name).toBe('Renamed')
    expect(secretsIn(await reveal(id))).toEqual(SECRETS)
  })

  test('left empty stay what they are when their row gets another name or another row goes', async () => {
    const { id, editor } = await saveAll(manager.visitor)
    await editor.remove('wifi.0', { 'wifi.1.ssid': 'Acme Guests' })
    await editor.save()
    const { wifi } = await reveal(id)
    expect(wifi).toMatchObject([
      { key: 'w2', ssid: 'Acme Guests', eap: { password: SECRETS['wifi.1.eap.password'] } },
    ])
  })

  test('a new row never takes the secret of one that was removed', async () => {
    const { id, editor } = await saveAll(manager.visitor)
    await editor.remove('vpn.1')
    await editor.remove('vpn.0')
    await editor.add('vpn')
    await editor.save({ 'vpn.0.name': 'New', 'vpn.0.server': 'evil.example', 'vpn.0.authentication': 'eap' })
    expect((await reveal(id)).vpn).toMatchObject([{ key: 'v3', server: 'evil.example', password: null }])
  })

  test('are cleared where that is asked, and only there', async () => {
    const { id, editor } = await saveAll(manager.visitor)
    expect((await editor.save({ 'vpn.0.password.remove': 'yes' })).status).toBe(303)
    expect(secretsIn(await reveal(id))).toEqual({ ...SECRETS, 'vpn.0.password': null })
  })

  test('that are needed cannot be cleared: the field says what is accepted', async () => {
    const { editor } = await saveAll(manager.visitor)
    const refused = await editor.save({
      'wifi.0.passphrase.remove': 'yes',
      'vpn.1.sharedSecret.remove': 'yes',
    })
    expect(refused.status).toBe(422)
    expect(refused.html).toMatch(/id="wifi\.0\.passphrase-error"[^>]*>[^<]*(<[^>]*>)*[^<]*8 to 63/)
    expect(refused.html).toMatch(/id="vpn\.1\.sharedSecret-error"/)
  })

  test('of a way that is no longer used are forgotten', async () => {
    const { id, editor } = await saveAll(manager.visitor)
    await editor.save({
      'wifi.0.security': 'none',
      'vpn.0.authentication': 'shared_secret',
      'vpn.0.sharedSecret': 'x',
    })
    const settings = await reveal(id)
    expect([settings.wifi[0]?.passphrase, settings.vpn[0]?.password]).toEqual([null, null])
  })
})

describe('secrets of a form that is not saved yet', () => {
  test('survive a refusal, an added row, a removed row and a preview, sealed', async () => {
    const { id, editor } = await openWithRows(manager.visitor)
    const refused = await editor.save({ ...typed, ...SECRETS, name: '' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('What you typed is kept, not shown.')
    for (const field of Object.keys(SECRETS)) expect(editor.fields()[field]).toBe('')
    await editor.add('webLinks')
    await editor.remove('webLinks.0')
    await editor.preview()
    expect((await editor.save({ name: 'Kept' })).status).toBe(303)
    expect(secretsIn(await reveal(id))).toEqual(SECRETS)
  })

  test('typed where the former one was to go take its place, also after a row was added', async () => {
    const { id, editor } = await saveAll(manager.visitor)
    await editor.add('webLinks', { 'vpn.0.password': 'Newer', 'vpn.0.password.remove': 'yes' })
    await editor.remove('webLinks.0')
    await editor.save()
    expect((await reveal(id)).vpn[0]?.password).toBe('Newer')
  })

  test('are taken back by asking so', async () => {
    const { id, editor } = await openWithRows(manager.visitor)
    await editor.preview({ ...typed, ...SECRETS })
    await editor.save({ 'mail.0.password.remove': 'yes' })
    expect((await reveal(id)).mail[0]?.password).toBeNull()
  })

  test('sealed for one manager, template or field are worth nothing elsewhere', async () => {
    const { path, editor } = await openWithRows(manager.visitor)
    await editor.preview({ ...typed, ...SECRETS })
    const held = editor.fields()['vpn.0.password.held'] ?? ''
    expect(held).not.toBe('')

    const colleague = await makeManager()
    const another = await makeTemplate(manager.visitor)
    for (const [visitor, place] of [
      [colleague.visitor, path],
      [manager.visitor, another.path],
    ] as const) {
      const thief = await openEditor(visitor, place)
      await thief.add('vpn')
      const row = { 'vpn.0.name': 'x', 'vpn.0.server': 'x.example', 'vpn.0.authentication': 'eap' }
      expect((await thief.save({ ...row, 'vpn.0.password.held': held })).status).toBe(303)
      const { vpn } = await reveal(place.slice(PATH.length + 1))
      expect(vpn.map(({ password }) => password)).toEqual([null])
    }
    await editor.preview({ 'mail.0.password.held': held })
    expect(editor.fields()['mail.0.password.held']).toBeUndefined()
  })

  test('a held secret that was tampered with is none', async () => {
    const { editor } = await openWithRows(manager.visitor)
    const page = await editor.preview({ 'mail.0.password.held': 'AAAA.BBBB' })
    expect(page.status).toBe(200)
    expect(editor.fields()['mail.0.password.held']).toBeUndefined()
  })
})

test('nothing of a secret reaches the log', async () => {
  const lines: unknown[] = []
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => void lines.push(words))
  const { editor } = await saveAll(manager.visitor)
  await editor.save({ ...SECRETS, name: '' })
  await makeVisitor().post(`${PATH}/save`, { ...SECRETS })
  expect(tracesIn(JSON.stringify(lines))).toEqual([])
})
