import PostalMime from 'postal-mime'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Mail } from '../../src/messaging/types.ts'
import {
  type Behaviour,
  CREDENTIALS,
  type SmtpSender,
  startRudeServer,
  startSender,
  startSmtpServer,
} from '../support/smtp.ts'

/** The SMTP transport on workerd against a real server; what arrives is read back by an independent parser. */

const PICTURE = Uint8Array.from({ length: 1000 }, (_, index) => (index * 7) % 256)
const MAIL: Mail = {
  messageId: 'msg.AAAAAAAAAAAAAAAAAAAAAA.17',
  to: 'ada@acme.example',
  from: { name: 'Grün & "Söhne", Geräte', email: 'no-reply@latchkey.example' },
  subject: `Für Ada: Ihre Geräte einrichten 🎉 ${'sehr lang und länger '.repeat(12)}Ende`,
  text: `.\n.punkt am Anfang\n..zwei\n\nGrüße 🎉 =3D a=b \t\n${'x'.repeat(2000)}\n${'ü'.repeat(1000)}\nFrom here\n`,
  html: '<p>.Grüße</p>\n.\n<p><img src="cid:qr" alt="QR"></p>\n',
  locale: 'de',
  images: [{ contentId: 'qr', type: 'image/png', filename: 'qr.png', bytes: PICTURE }],
}

let sender: SmtpSender
beforeAll(async () => {
  sender = await startSender()
}, 60_000)
afterAll(() => sender.stop())
const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
  sender.readLog()
})

/** The parser ends every text with a line break of its own. */
async function read(raw: Buffer | undefined) {
  const mail = await PostalMime.parse(raw ?? '')
  return { ...mail, text: mail.text?.replace(/\n$/, ''), html: mail.html?.replace(/\n$/, '') }
}

type Kind = 'implicit' | 'starttls'

async function start(kind: Kind, behaviour?: Behaviour) {
  const server = await startSmtpServer(kind, behaviour)
  stops.push(server.stop)
  const at = (host: string) => ({ host, port: server.port, tls: kind, ...CREDENTIALS })
  return {
    ...server,
    sendAll: (mails: Mail[]) => sender.send(at('localhost'), mails),
    async send(change: Partial<Mail> = {}, login: Partial<typeof CREDENTIALS> = {}, host = 'localhost') {
      const [result] = await sender.send({ ...at(host), ...login }, [{ ...MAIL, ...change }])
      return result
    },
  }
}

async function startRude(answers: (string | null)[], tls: Kind = 'starttls') {
  const server = await startRudeServer(answers)
  stops.push(server.stop)
  const at = { host: 'localhost', port: server.port, tls, ...CREDENTIALS }
  return { ...server, send: async () => (await sender.send(at, [MAIL], 700))[0] }
}

const LATER = { ok: false, error: { reason: 'unavailable', permanent: false } }
const NOT_READY = { ok: false, error: { reason: 'sender_not_ready', permanent: false } }

describe.each<Kind>(['implicit', 'starttls'])('with %s TLS', (kind) => {
  test('a mail with umlauts, emoji, long lines, dots and a picture arrives as it was', async () => {
    const { received, send } = await start(kind)
    expect(await send()).toEqual({
      ok: true,
      value: { providerId: 'msg.AAAAAAAAAAAAAAAAAAAAAA.17@latchkey.example' },
    })
    const [one, ...more] = received
    expect(more).toEqual([])
    expect(one).toMatchObject({
      from: 'no-reply@latchkey.example',
      to: ['ada@acme.example'],
      user: CREDENTIALS.user,
      secure: true,
    })
    const mail = await read(one?.raw)
    expect(mail).toMatchObject({
      from: { name: MAIL.from.name, address: MAIL.from.email },
      to: [{ address: MAIL.to }],
      subject: MAIL.subject,
      messageId: `<${MAIL.messageId}@latchkey.example>`,
      text: MAIL.text,
      html: MAIL.html,
      date: '2050-11-20T12:00:00.000Z',
    })
    expect(mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
    const [picture] = mail.attachments
    expect(picture).toMatchObject({
      mimeType: 'image/png',
      filename: 'qr.png',
      contentId: '<qr>',
      disposition: 'inline',
      related: true,
    })
    expect(Buffer.from(picture?.content as ArrayBuffer)).toEqual(Buffer.from(PICTURE))
    const lines = String(one?.raw).split('\r\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(78)
    expect(String(one?.raw)).not.toMatch(/[^\x20-\x7e\r\n\t]|(?<!\r)\n/)
  })

  test('a repeat has the same Message-ID', async () => {
    const { received, send } = await start(kind)
    await send()
    await send()
    const ids = await Promise.all(received.map(async ({ raw }) => (await PostalMime.parse(raw)).messageId))
    expect(ids).toEqual([`<${MAIL.messageId}@latchkey.example>`, `<${MAIL.messageId}@latchkey.example>`])
  })

  test('a server whose certificate is not of its name gets nothing', async () => {
    const { received, send } = await start(kind)
    expect(await send({}, {}, '127.0.0.1')).toMatchObject({ ok: false, error: { permanent: false } })
    expect(received).toEqual([])
  })
})

test('a mail without pictures, plain through and through, has no related part', async () => {
  const { received, send } = await start('implicit')
  const { images: _images, ...plain } = MAIL
  await send({ ...plain, images: [], subject: 'Plain', from: { name: 'Acme, Inc.', email: MAIL.from.email } })
  expect(String(received[0]?.raw)).not.toContain('multipart/related')
  const mail = await read(received[0]?.raw)
  expect([mail.subject, mail.from?.name, mail.text]).toEqual(['Plain', 'Acme, Inc.', MAIL.text])
})

test('LOGIN is spoken where a server has nothing else', async () => {
  const { received, send } = await start('implicit', { options: { authMethods: ['LOGIN'] } })
  expect(await send()).toMatchObject({ ok: true })
  expect(received[0]?.user).toBe(CREDENTIALS.user)
})

describe('what the server says becomes a word and whether to try again', () => {
  test.each([
    ['recipient', 550, 'rejected', true],
    ['recipient', 450, 'unavailable', false],
    ['data', 554, 'rejected', true],
    ['data', 451, 'unavailable', false],
    ['sender', 550, 'sender_not_ready', false],
    ['sender', 421, 'unavailable', false],
    ['auth', 535, 'sender_not_ready', false],
    ['auth', 454, 'unavailable', false],
  ] as const)('at %s: %i', async (at, code, reason, permanent) => {
    const { received, send } = await start('implicit', { refuse: { at, code } })
    expect(await send()).toEqual({ ok: false, error: { reason, permanent } })
    expect(received).toEqual([])
    const [line, ...more] = sender.readLog()
    expect(more).toEqual([])
    expect(JSON.parse(line ?? '')).toMatchObject({ event: 'mail_not_accepted', step: at, code })
    for (const secret of [CREDENTIALS.password, MAIL.to, 'evil']) expect(line).not.toContain(secret)
  })

  test('a wrong password', async () => {
    const { send } = await start('starttls')
    expect(await send({}, { password: 'wrong' })).toEqual(NOT_READY)
  })

  test('nobody there', async () => {
    const { port, stop } = await startRudeServer([])
    await stop()
    const at = { host: 'localhost', port, tls: 'implicit', ...CREDENTIALS } as const
    expect(await sender.send(at, [MAIL])).toEqual([LATER])
  })

  test.each<[string, (string | null)[]]>([
    ['one that hangs up at once', [null]],
    ['one that hangs up in the middle', ['220 hello\r\n', null]],
    ['one that says nothing', []],
    ['one that stops talking', ['220 hello\r\n']],
    ['one that talks nonsense', ['SSH-2.0-x\r\n']],
    ['one that never ends a line', ['220 '.padEnd(200_000, 'x')]],
    ['one that is busy', ['421 busy\r\n']],
  ])('%s', async (_what, answers) => {
    expect(await (await startRude(answers)).send()).toEqual(LATER)
  })
})

describe('neither password nor message travels in the clear', () => {
  test('where a server offers no STARTTLS', async () => {
    const { heard, send } = await startRude([
      '220 hello\r\n',
      '250-x\r\n250 AUTH PLAIN LOGIN\r\n',
      '235 ok\r\n',
    ])
    expect(await send()).toEqual(NOT_READY)
    expect(heard).toEqual(['EHLO latchkey.example\r\n'])
  })

  test('where somebody slips in answers before TLS begins', async () => {
    const { heard, send } = await startRude([
      '220 hello\r\n',
      '250-x\r\n250 STARTTLS\r\n',
      '220 go\r\n250-y\r\n250 AUTH PLAIN\r\n235 ok\r\n',
    ])
    expect(await send()).toEqual(NOT_READY)
    expect(heard.join('')).not.toMatch(/AUTH|MAIL/)
  })
})

test.each<[string, Partial<Mail>]>([
  ['a recipient', { to: 'ada@acme.example>\r\nRCPT TO:<eve@evil.example' }],
  ['a sender', { from: { name: 'x', email: 'a@b.example>\r\nRCPT TO:<eve@evil.example' } }],
  ['a subject', { subject: 'x\r\n\r\n.\r\nMAIL FROM:<eve@evil.example>' }],
  [
    'a picture',
    { images: [{ contentId: 'x>\r\nBcc: e', type: 'image/png', filename: 'x', bytes: PICTURE }] },
  ],
])('commands in %s never reach the server', async (_what, change) => {
  const { received, send } = await start('implicit')
  expect(await send(change)).toEqual({ ok: false, error: { reason: 'malformed', permanent: true } })
  expect(received).toEqual([])
})

test('ten at once all arrive, by four connections at a time', async () => {
  let open = 0
  let most = 0
  const { received, sendAll } = await start('implicit', {
    options: {
      onConnect(_session, done) {
        open += 1
        most = Math.max(most, open)
        setTimeout(done, 20)
      },
      onClose() {
        open -= 1
      },
    },
  })
  const mails = Array.from({ length: 10 }, (_, index) => ({ ...MAIL, messageId: `msg.${index}` }))
  expect(await sendAll(mails)).toHaveLength(10)
  expect(received).toHaveLength(10)
  expect([2, 3, 4]).toContain(most)
})
