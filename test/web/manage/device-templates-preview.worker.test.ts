import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { PLATFORMS } from '../../../src/kernel/platform.ts'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { seedWorld, time } from '../../support/world.ts'
import { find, makeTemplate, openEditor, SAVE } from './device-templates-support.ts'

/** What a manager sees of a template before anybody gets it. */

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

describe('the preview', () => {
  test('shows the form as its owner would see it, in either language, and saves nothing', async () => {
    const { id, editor } = await open('linux')
    await editor.add('wifi')
    await editor.add('webLinks')
    const typed = {
      'instructions.en': '# Begin\n\nDo **this**',
      'instructions.de': '# Beginn\n\nTun Sie **das**',
      'notes.de': 'Ein *Hinweis*',
      'wifi.0.ssid': 'Acme Guests',
      'wifi.0.security': 'none',
      'webLinks.0.label': 'Desk of {{account.name}}',
      'webLinks.0.url': 'https://a.example/{{device.id}}',
    }
    const english = await editor.preview(typed)
    expect(english.html).toContain('Do <strong>this</strong>')
    expect(english.html).toContain('Wi-Fi: Acme Guests')
    expect(english.html).toContain('Links: Desk of Ada Lovelace')
    const german = await editor.preview({ previewLocale: 'de' })
    expect(german.html).toContain('Tun Sie <strong>das</strong>')
    expect(german.html).toContain('Ein <em>Hinweis</em>')
    expect(german.html).toContain('WLAN: Acme Guests')
    expect(german.html).toContain('<html lang="en"')
    expect(editor.fields().previewLocale).toBe('de')
    expect((await find(id))?.version).toBe(1)
  })

  test('stands on the page from the beginning, for a script to keep it at what is typed', async () => {
    const { path } = await open()
    const { html } = await manager.visitor.get(path)
    expect(html).toContain('data-region="template-preview"')
    expect(html).toContain('/assets/template-preview.js')
    expect(html).toContain(`formaction="${SAVE}#preview"`)
  })

  test('of what is saved is a page of its own, in either language', async () => {
    const { path, editor } = await open()
    await editor.save({ 'instructions.en': 'English steps', 'instructions.de': 'Deutsche Schritte' })
    expect((await manager.visitor.get(`${path}/preview`)).html).toContain('English steps')
    expect((await manager.visitor.get(`${path}/preview?locale=de`)).html).toContain('Deutsche Schritte')
    expect((await manager.visitor.get(`${path}/preview?locale=xx`)).html).toContain('English steps')
  })
})

describe('while a template is edited', () => {
  test.each([...PLATFORMS])(
    'the page of %s says of each part whether it is delivered, and where else',
    async (platform) => {
      const { path } = await open(platform)
      const { html } = await manager.visitor.get(path)
      expect(html).toContain('Delivered')
      expect(html).toContain('Where devices report as usual, it reaches: ')
      expect(html).toContain('{{account.email}}')
    },
  )

  test('how its devices report decides at once what is delivered, before it is saved', async () => {
    const { editor } = await open('ios')
    await editor.add('vpn', { 'identity.on': 'yes' })
    const apple = '[{"PayloadType": "example.acme.agent"}]'
    const profile = await editor.preview({ reports: 'none', 'extras.apple': apple })
    const agent = await editor.preview({ reports: 'agent', 'extras.apple': apple })
    const left = 'Apple payloads (example.acme.agent): Only a Mac takes it.'
    expect(profile.html).toContain(left)
    expect(agent.html).not.toContain(left)
    expect(agent.html).toContain('Apple payloads: It belongs in a profile')
  })

  test.each(['{}', '[1]', '"x"', '[null]', '[{"PayloadType": 1}]'])(
    'payloads that are none, %s, break no page',
    async (apple) => {
      const { editor } = await open('ios')
      expect((await editor.preview({ 'extras.apple': apple })).status).toBe(200)
    },
  )
})
