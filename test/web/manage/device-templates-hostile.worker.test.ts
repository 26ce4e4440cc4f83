import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { seedWorld, time } from '../../support/world.ts'
import { errorAt, find, makeTemplate, openEditor, PATH } from './device-templates-support.ts'

/** Whatever somebody types or sends to the form of a template. */

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

describe('what is hostile', () => {
  const SCRIPT = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
  test('markup in names is shown as it is and runs nowhere', async () => {
    const { id, path, editor } = await open('macos')
    await editor.add('webLinks')
    await editor.add('policies')
    const saved = await editor.save({
      name: SCRIPT,
      'instructions.en': `# ${SCRIPT}\n\n[x](javascript:alert(1)) ![p](https://evil.example/x.png)`,
      'notes.en': SCRIPT,
      'webLinks.0.label': `${SCRIPT} 😀`.slice(0, 60),
      'webLinks.0.url': 'https://a.example/"><b>',
      'policies.0.name': 'x',
      'policies.0.value': SCRIPT,
    })
    expect(saved.status).toBe(303)
    await editor.open()
    await editor.save({ name: `${SCRIPT} 2` })
    for (const page of [
      path,
      `${path}/preview`,
      `${path}/history`,
      `${path}/history/1`,
      `${path}/copy`,
      `${path}/archive`,
      PATH,
    ]) {
      const { html, status } = await manager.visitor.get(page)
      expect([page, status]).toEqual([page, 200])
      expect(html, page).not.toContain('<script>alert')
      expect(html, page).not.toMatch(/<img[^>]*onerror/)
      expect(html, page).not.toContain('href="javascript:')
      expect(html, page).not.toContain('evil.example/x.png"')
    }
    expect((await find(id))?.name).toBe(`${SCRIPT} 2`)
  })

  test.each([
    ['a name of 10,000 characters', { name: 'x'.repeat(10_000) }, 'name'],
    ['a name that turns its direction', { name: 'Phones \u202egnp.exe' }, 'name'],
    ['a name with a line break', { name: 'Phones\nTablets' }, 'name'],
    ['a name with a control character', { name: 'Phones\u0000' }, 'name'],
    ['instructions of 20,001 characters', { 'instructions.en': 'x'.repeat(20_001) }, 'instructions.en'],
    ['instructions of 100,000 characters', { 'instructions.de': 'ü'.repeat(100_000) }, 'instructions.de'],
    ['instructions with a bell', { 'instructions.en': 'x\u0007' }, 'instructions.en'],
    ['a JSON bomb', { 'extras.agent': `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}` }, 'extras.agent'],
    ['a prototype in JSON', { 'extras.agent': '{"__proto__": {"a": 1}}' }, 'extras.agent'],
  ])('%s is refused at its field and stays in the form', async (_, typed, field) => {
    const { id, editor } = await open()
    const refused = await editor.save(typed as Record<string, string>)
    expect(refused.status).toBe(422)
    expect(errorAt(refused.html, field)).not.toBe('')
    expect(editor.fields()[field]?.slice(0, 10)).toBe(
      Object.values(typed)[0]?.slice(0, 10).replace('\n', '\n'),
    )
    expect((await find(id))?.version).toBe(1)
  })

  test('emoji, letters of every script and 20,000 characters of instructions are fine', async () => {
    const { id, editor } = await open()
    const long = `${'Schritt für Schritt. 😀\n\n'.repeat(900)}`.slice(0, 20_000).trim()
    expect((await editor.save({ name: 'שלום 😀 عربى', 'instructions.en': long })).status).toBe(303)
    expect(await find(id)).toMatchObject({ name: 'שלום 😀 عربى', instructions: { en: long } })
  })

  test('a form of nonsense is refused or shown again, never a failure', async () => {
    const { id, editor } = await open()
    for (const list of ['wifi', 'certificates', 'vpn', 'mail', 'webLinks', 'policies']) await editor.add(list)
    for (const junk of [
      '',
      'constructor',
      '__proto__',
      '{{',
      '\ud800',
      '-1',
      'null',
      '[]',
      '"'.repeat(300),
    ]) {
      const fields = Object.fromEntries(
        Object.keys(editor.fields())
          .filter((name) => !['template', 'version'].includes(name))
          .map((name) => [name, junk]),
      )
      const kept = { ...editor.fields() }
      expect((await editor.preview(fields)).status, junk).toBe(200)
      expect((await editor.save(fields)).status, junk).toBe(422)
      await editor.preview(kept)
    }
    for (const name of [
      'wifi.9999.ssid',
      'wifi.0.0.0',
      'a.b',
      'constructor',
      '__proto__',
      'wifi.0.__proto__',
      'x'.repeat(5000),
    ])
      expect((await editor.preview({ [name]: 'x' })).status, name).toBe(200)
    expect((await find(id))?.version).toBe(1)
  })
})
