import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { LOCALES } from '../../../src/kernel/locale.ts'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { inD1, seedWorld, services, time, watchTrips } from '../../support/world.ts'

const PATH = '/manage/messages/words'
const ONE = `${PATH}/invitation/en`
const typed = { subject: 'Welcome, {{name}}', body: '{{organisation}} greets you.\n\nSecond.' }

let manager: TestStaff
beforeAll(seedWorld)
beforeEach(async () => {
  time.start()
  await inD1('DELETE FROM message_templates')
  await inD1("DELETE FROM audit WHERE action LIKE 'message_template.%'")
  manager = await makeManager()
})
afterEach(() => vi.restoreAllMocks())

const saved = () => inD1('SELECT organisation_id, kind, locale, subject, body FROM message_templates')
const audited = async () =>
  (await inD1("SELECT action, detail FROM audit WHERE action LIKE 'message_template.%' ORDER BY rowid")).map(
    ({ action, detail }) => [action, JSON.parse(String(detail))],
  )

test('every message and language is listed with whose words it has', async () => {
  await manager.visitor.post(ONE, typed)
  const { html } = await manager.visitor.get(PATH)
  for (const kind of ['invitation', 'reminder', 'renewal'])
    for (const locale of LOCALES) expect(html).toContain(`href="${PATH}/${kind}/${locale}"`)
  expect(html.match(/yours</g)).toHaveLength(1)
  expect(html.match(/ours</g)).toHaveLength(3 * LOCALES.length)
})

describe('words', () => {
  test('begin as ours, are saved with an audit row, and are what the next message says', async () => {
    expect((await manager.visitor.get(ONE)).html).toContain('Set up your devices at {{organisation}}')
    const trips = watchTrips()
    expect((await manager.visitor.post(ONE, typed)).location).toBe(`${ONE}?done=saved`)
    expect(trips.count()).toBeLessThanOrEqual(3)
    trips.stop()
    expect(await saved()).toEqual([{ organisation_id: 1, kind: 'invitation', locale: 'en', ...typed }])
    const { html } = await manager.visitor.get(`${ONE}?done=saved`)
    expect(html).toContain('Welcome, {{name}}')
    expect(html).toContain('Subject: Welcome, Grace Hopper')
    expect(html).toContain('Acme Robotics greets you.')
    expect(await audited()).toMatchObject([
      [
        'message_template.changed',
        { name: 'invitation (en)', changes: [{ field: 'subject' }, { field: 'body' }] },
      ],
    ])
  })

  test('that are saved unchanged change nothing', async () => {
    const { words } = await services.messageTemplates.read(1, { kind: 'invitation', locale: 'en' })
    expect((await manager.visitor.post(ONE, words)).status).toBe(303)
    expect([await saved(), await audited()]).toEqual([[], []])
  })

  test('with an unknown variable are refused at their field, and keep what was typed', async () => {
    const refused = await manager.visitor.post(ONE, { ...typed, body: '{{organisation}} {{pin}} <b>' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('There is no variable {{pin}}.')
    expect(refused.html).toContain('{{organisation}} {{pin}} &lt;b&gt;')
    expect(await saved()).toEqual([])
  })

  test('of a line break in the subject are refused: it would be a header field of its own', async () => {
    const refused = await manager.visitor.post(ONE, { ...typed, subject: 'Hi\r\nBcc: eve@evil.example' })
    expect(refused.status).toBe(422)
    expect(await saved()).toEqual([])
  })

  test('of another organisation stay its own', async () => {
    await inD1("INSERT INTO message_templates VALUES (2, 'invitation', 'en', 'Foreign', 'Foreign', 1)")
    expect((await manager.visitor.get(ONE)).html).not.toContain('Foreign')
    await manager.visitor.post(ONE, typed)
    await manager.visitor.post(`${ONE}/reset`, {})
    expect(await saved()).toMatchObject([{ organisation_id: 2, subject: 'Foreign' }])
  })
})

describe('reset', () => {
  test('asks first, brings ours back, and says so in the audit', async () => {
    await manager.visitor.post(ONE, typed)
    expect((await manager.visitor.get(`${ONE}/reset`)).html).toContain('Go back to our words?')
    expect(await saved()).toHaveLength(1)
    expect((await manager.visitor.post(`${ONE}/reset`, {})).location).toBe(`${ONE}?done=reset`)
    expect(await saved()).toEqual([])
    expect((await audited()).map(([action]) => action)).toEqual([
      'message_template.changed',
      'message_template.reset',
    ])
    expect((await manager.visitor.get(ONE)).html).not.toContain(`${ONE}/reset`)
  })
})

describe('the preview', () => {
  test('is the mail itself with sample data, under a policy that lets nothing run, load or be sent', async () => {
    const { html, headers, status } = await manager.visitor.post(`${ONE}/preview`, {
      ...typed,
      body: '{{organisation}} <script>alert(1)</script>',
    })
    expect(status).toBe(200)
    expect(html).toContain('Welcome, Grace Hopper')
    expect(html).toContain('&lt;script&gt;')
    expect(html).toMatch(/src="data:image\/png;base64,/)
    expect(html).not.toMatch(/<script|cid:/)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/\bsandbox$/)
    expect(policy).not.toMatch(/script-src|https?:|'self'/)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(await saved()).toEqual([])
  })

  test('of words that cannot be sent says what is wrong with them', async () => {
    const refused = await manager.visitor.post(`${ONE}/preview`, { subject: '', body: 'x' })
    expect(refused.status).toBe(422)
    for (const part of ['Fill this in.', 'This is missing: {{organisation}}.'])
      expect(refused.html).toContain(part)
  })

  test('carries no living secret: its link is nobody’s', async () => {
    const { html } = await manager.visitor.post(`${PATH}/renewal/de/preview`, {
      subject: '{{device}}',
      body: '{{device}}',
    })
    const [, ref = ''] = /\/i\/([\w-]+)\?k=/.exec(html) ?? []
    expect(await inD1('SELECT id FROM accounts WHERE ref = ?', ref)).toEqual([])
    expect(html).toContain('Von diesem Gerät haben wir seit einiger Zeit nichts gehört')
  })
})

test.each(['/approved/en', '/invitation/nl', '/constructor/en'])(
  '%s has no words to change',
  async (path) => {
    expect((await manager.visitor.get(PATH + path)).status).toBe(404)
  },
)
