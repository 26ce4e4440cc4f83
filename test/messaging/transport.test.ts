import { afterEach, describe, expect, test, vi } from 'vitest'
import { backoffSeconds, findUnsafeField, judgeFailure } from '../../src/messaging/rules.ts'
import { makeCloudflareTransport } from '../../src/messaging/transports/cloudflare.ts'
import type { Mail } from '../../src/messaging/types.ts'

const MAIL: Mail = {
  messageId: 'chl_AAAAAAAAAAAAAAAAAAAAAA',
  to: 'ada@acme.example',
  from: { name: 'Latchkey', email: 'no-reply@latchkey.example' },
  subject: '482910 is your Acme Robotics code',
  text: 'Your code: 482910\n',
  html: '<p>482910</p>\n',
  locale: 'de',
}

const PICTURE = {
  contentId: 'qr',
  type: 'image/png',
  filename: 'qr.png',
  bytes: new Uint8Array(1),
} as const

function makeBinding(behave: () => Promise<EmailSendResult> = async () => ({ messageId: 'provider-1' })) {
  const send = vi.fn((_message: unknown) => behave())
  return { send, transport: makeCloudflareTransport({ email: { send } as unknown as SendEmail }) }
}

function refusal(code: string, message = 'no'): Error {
  return Object.assign(new Error(message), { code })
}

afterEach(() => vi.restoreAllMocks())

test('a mail reaches the binding with its stable id and no header that the platform keeps to itself', async () => {
  const { send, transport } = makeBinding()
  expect(await transport.send(MAIL)).toEqual({ ok: true, value: { providerId: 'provider-1' } })
  expect(send.mock.calls).toEqual([
    [
      {
        to: 'ada@acme.example',
        from: { name: 'Latchkey', email: 'no-reply@latchkey.example' },
        subject: MAIL.subject,
        text: MAIL.text,
        html: MAIL.html,
        headers: {
          'X-Latchkey-Message-ID': MAIL.messageId,
          'Auto-Submitted': 'auto-generated',
          'Content-Language': 'de',
        },
      },
    ],
  ])
})

test('a picture travels inside the mail, under the name that its HTML calls', async () => {
  const { send, transport } = makeBinding()
  const bytes = Uint8Array.of(137, 80, 78, 71)
  const picture = { contentId: 'qr', type: 'image/png', filename: 'qr.png' } as const
  expect(await transport.send({ ...MAIL, images: [{ ...picture, bytes }] })).toMatchObject({ ok: true })
  expect(send.mock.calls[0]?.[0]).toMatchObject({
    attachments: [{ ...picture, disposition: 'inline', content: bytes }],
  })
})

describe('line breaks and control characters never reach the binding', () => {
  const inject = 'x\r\nBcc: eve@evil.example'
  test.each<[string, Partial<Mail>]>([
    ['a subject with CR/LF', { subject: inject }],
    ['a subject with LF', { subject: 'x\nBcc: eve@evil.example' }],
    ['a subject with a line separator', { subject: 'x\u2028y' }],
    ['a subject with NUL', { subject: 'x\u0000' }],
    ['a subject with C1 controls', { subject: 'x\u0085y' }],
    ['a subject that turns its direction', { subject: 'code\u202e019284' }],
    ['a recipient with CR/LF', { to: 'ada@acme.example\r\nBcc: eve@evil.example' }],
    ['a recipient with LF at the end', { to: 'ada@acme.example\n' }],
    ['a recipient with NUL', { to: 'a\u0000da@acme.example' }],
    ['a picture whose id ends its header', { images: [{ ...PICTURE, contentId: 'x>\r\nBcc: e' }] }],
    ['a picture whose name ends its header', { images: [{ ...PICTURE, filename: 'x"\r\nBcc: e' }] }],
    ['two recipients', { to: 'ada@acme.example,eve@evil.example' }],
    ['a recipient with a display name', { to: 'Ada <ada@acme.example>' }],
    ['a sender name with CR/LF', { from: { name: inject, email: 'a@b.example' } }],
    ['a sender address with CR/LF', { from: { name: 'x', email: 'a@b.example\r\nx: y' } }],
    ['a message id with CR/LF', { messageId: inject }],
    ['a text with a bare CR', { text: 'x\ry' }],
    ['a text with NUL', { text: 'x\u0000' }],
    ['an HTML with an escape character', { html: '<p>\u001b[2J</p>' }],
  ])('%s', async (_what, change) => {
    vi.spyOn(console, 'error').mockReturnValue()
    const { send, transport } = makeBinding()
    expect(await transport.send({ ...MAIL, ...change })).toEqual({
      ok: false,
      error: { reason: 'malformed', permanent: true },
    })
    expect(send).not.toHaveBeenCalled()
  })

  test('lines and tabs in a body are no control characters', () => {
    expect(findUnsafeField({ ...MAIL, text: 'a\n\tb\n', html: '<p>\n\t</p>' })).toBeNull()
  })
})

describe('what the provider says becomes a word and whether to try again', () => {
  test.each([
    ['E_RECIPIENT_SUPPRESSED', 'suppressed', true],
    ['E_RECIPIENT_NOT_ALLOWED', 'not_allowed', true],
    ['E_VALIDATION_ERROR', 'malformed', true],
    ['E_FIELD_MISSING', 'malformed', true],
    ['E_CONTENT_TOO_LARGE', 'malformed', true],
    ['E_HEADER_NOT_ALLOWED', 'malformed', true],
    ['E_DELIVERY_FAILED', 'rejected', false],
    ['E_RATE_LIMIT_EXCEEDED', 'over_quota', false],
    ['E_DAILY_LIMIT_EXCEEDED', 'over_quota', false],
    ['E_SENDER_NOT_VERIFIED', 'sender_not_ready', false],
    ['E_SENDER_DOMAIN_NOT_AVAILABLE', 'sender_not_ready', false],
    ['E_INTERNAL_SERVER_ERROR', 'unavailable', false],
    ['E_SOMETHING_NEW', 'unavailable', false],
    ['toString', 'unavailable', false],
  ])('%s', async (code, reason, permanent) => {
    vi.spyOn(console, 'warn').mockReturnValue()
    const { transport } = makeBinding(() => Promise.reject(refusal(code)))
    expect(await transport.send(MAIL)).toEqual({ ok: false, error: { reason, permanent } })
  })

  test.each([[new TypeError('network')], ['a string'], [null], [undefined]])(
    '%o, without a code',
    async (thrown) => {
      vi.spyOn(console, 'warn').mockReturnValue()
      const { transport } = makeBinding(() => Promise.reject(thrown))
      expect(await transport.send(MAIL)).toEqual({
        ok: false,
        error: { reason: 'unavailable', permanent: false },
      })
    },
  )
})

test('a provider that repeats recipient and subject in its error gets neither into a log', async () => {
  const lines: string[] = []
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line) => void lines.push(String(line)))
  const text = `could not deliver "${MAIL.subject}" to ${MAIL.to}`
  await makeBinding(() => Promise.reject(refusal('E_DELIVERY_FAILED', text))).transport.send(MAIL)
  await makeBinding(() => Promise.reject(refusal(text, text))).transport.send(MAIL)
  await makeBinding().transport.send({ ...MAIL, subject: `${MAIL.subject}\n` })
  expect(lines).toHaveLength(3)
  for (const line of lines) for (const secret of ['482910', MAIL.to]) expect(line).not.toContain(secret)
})

describe('pauses', () => {
  test('they double from half a minute to a quarter of an hour', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 1000].map(backoffSeconds)).toEqual([
      30, 30, 60, 120, 240, 480, 900, 900, 900,
    ])
  })

  test('a permanent failure is not tried again, nor anything after a day', () => {
    const failure = { reason: 'unavailable', permanent: false } as const
    const passing = { failure, attempts: 2, createdAt: 0, now: 1000 }
    expect(judgeFailure(passing)).toEqual({ retryInSeconds: 60, dueAt: 61_000 })
    expect(judgeFailure({ ...passing, failure: { reason: 'suppressed', permanent: true } })).toBeNull()
    expect(judgeFailure({ ...passing, now: 24 * 60 * 60 * 1000 })).toBeNull()
  })
})
