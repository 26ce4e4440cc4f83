import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import {
  type CapturedMessage,
  mailboxBinding,
  mailboxRoutes,
  mailboxSmsBinding,
} from '../../src/local/mailbox.ts'
import { makeCloudflareTransport, makeSmsTransport } from '../../src/messaging/index.ts'

const { DB } = env as unknown as { DB: D1Database }
const email = mailboxBinding(DB)
const get = (path: string, init?: RequestInit) =>
  mailboxRoutes(new Request(`http://localhost${path}`, init), DB)

async function read(path = '/dev/mailbox.json'): Promise<CapturedMessage[]> {
  const response = await get(path)
  return (await response?.json()) as CapturedMessage[]
}

const send = (to: string, change: { subject?: string; text?: string; html?: string } = {}) =>
  email.send({
    from: { name: 'Latchkey', email: 'no-reply@latchkey.example' },
    to,
    subject: 'A subject',
    text: 'A text',
    html: '<p>A text</p>',
    ...change,
  })

beforeEach(async () => {
  await read()
  await DB.exec('DELETE FROM dev_mailbox')
})

test('what the transport sends can be read, newest first', async () => {
  const transport = makeCloudflareTransport({ email })
  const from = { name: 'Latchkey', email: 'no-reply@latchkey.example' }
  const mail = { messageId: 'chl_1', from, text: 'Your code', html: '<b>code</b>', locale: 'en' } as const
  expect(await transport.send({ ...mail, to: 'ada@acme.example', subject: 'First' })).toMatchObject({
    ok: true,
  })
  expect(await transport.send({ ...mail, to: 'bob@acme.example', subject: 'Second' })).toMatchObject({
    ok: true,
  })
  const messages = await read()
  expect(messages.map((message) => message.subject)).toEqual(['Second', 'First'])
  expect(messages[1]).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    channel: 'email',
    to: 'ada@acme.example',
    subject: 'First',
    text: 'Your code',
    html: '<b>code</b>',
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  })
})

test('text messages stand beside e-mails, and are found by their number', async () => {
  const binding = mailboxSmsBinding(DB)
  const sms = makeSmsTransport({ sms: { transport: 'binding', binding, sender: null } })
  await send('ada@acme.example')
  const message = { messageId: 'msg.1', to: '+4930123456', text: 'Your PIN: 4920 5817' }
  expect(await sms.send(message)).toMatchObject({ ok: true })
  const [text, ...more] = await read()
  expect(more).toHaveLength(1)
  expect(text).toMatchObject({ channel: 'sms', to: '+4930123456', subject: '', text: message.text, html: '' })
  expect(await read('/dev/mailbox.json?to=%2B4930123456')).toEqual([text])
  expect(await (await get('/dev/mailbox'))?.text()).toContain('SMS to +4930123456')
})

test('the pictures of a mail show', async () => {
  const transport = makeCloudflareTransport({ email })
  const bytes = Uint8Array.of(137, 80, 78, 71)
  await transport.send({
    messageId: 'msg.2',
    from: { name: 'Latchkey', email: 'no-reply@latchkey.example' },
    to: 'ada@acme.example',
    subject: 'With a picture',
    text: 'QR',
    html: '<img src="cid:qr" alt="QR">',
    locale: 'en',
    images: [{ contentId: 'qr', type: 'image/png', filename: 'qr.png', bytes }],
  })
  const [message] = await read()
  const framed = await get(`/dev/mailbox/${message?.id}`)
  expect(await framed?.text()).toBe('<img src="data:image/png;base64,iVBORw==" alt="QR">')
  expect(framed?.headers.get('content-security-policy')).toContain('img-src data:')
})

test('?to= keeps one recipient’s, on the page too', async () => {
  await send('ada@acme.example', { subject: 'For Ada' })
  await send('bob@acme.example', { subject: 'For Bob' })
  expect((await read('/dev/mailbox.json?to=Ada@acme.example')).map(({ subject }) => subject)).toEqual([
    'For Ada',
  ])
  const page = await (await get('/dev/mailbox?to=ada@acme.example'))?.text()
  expect(page).toContain('For Ada')
  expect(page).not.toContain('For Bob')
})

test('an empty mailbox says what to do', async () => {
  expect(await read()).toEqual([])
  expect(await (await get('/dev/mailbox'))?.text()).toContain('Nothing was sent yet')
})

test('a message that is script stays text on the page, and is shown in a sandbox', async () => {
  const hostile = '<script>alert(1)</script>'
  await send('ada@acme.example', { subject: hostile, text: hostile, html: hostile })
  const page = await get('/dev/mailbox')
  expect(await page?.text()).not.toContain('<script')
  expect(page?.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(page?.headers.get('content-security-policy')).not.toContain('script-src')
  const [message] = await read()
  const framed = await get(`/dev/mailbox/${message?.id}`)
  expect(await framed?.text()).toBe(hostile)
  expect(framed?.headers.get('content-security-policy')).toMatch(
    /^sandbox(?!.*allow-scripts)(?!.*allow-same-origin).*default-src 'none'/,
  )
})

test.each([
  ['/', 'GET'],
  ['/dev', 'GET'],
  ['/dev/mailboxes', 'GET'],
  ['/dev/mailbox/../x', 'GET'],
  ['/setup', 'GET'],
  ['/dev/mailbox', 'POST'],
])('%s by %s is left to the Worker', async (path, method) => {
  expect(await get(path, { method })).toBeNull()
})

test('an unknown message is not found', async () => {
  expect((await get(`/dev/mailbox/${crypto.randomUUID()}`))?.status).toBe(404)
})
