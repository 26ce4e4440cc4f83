import { expect, test, vi } from 'vitest'
import { makeSmtpTransport } from '../../src/messaging/transports/smtp.ts'

test('who finds no place at a slow server waits a while, then for another try: never into the next lease', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const transport = makeSmtpTransport({
    server: { host: 'mail.example', port: 465, tls: 'implicit', user: 'u', password: 'p' },
    // It takes the connection and says nothing.
    connect: () => new Promise(() => undefined),
    now: () => Date.UTC(2050, 10, 20),
    timeoutMs: 60_000,
    waitMs: 20,
  })
  const mail = {
    messageId: 'msg.AAAAAAAAAAAAAAAAAAAAAA.1',
    to: 'ada@acme.example',
    from: { name: 'Acme', email: 'no-reply@latchkey.example' },
    subject: 'Set up',
    text: 'Hello\n',
    html: '<p>Hello</p>',
    locale: 'en' as const,
  }
  const settled: unknown[] = []
  for (let count = 0; count < 6; count += 1)
    void transport.send(mail).then((result) => void settled.push(result))
  await vi.waitFor(() => expect(settled).toHaveLength(2), { timeout: 5000 })
  const unavailable = { ok: false, error: { reason: 'unavailable', permanent: false } }
  expect(settled).toEqual([unavailable, unavailable])
})
