import { makeSmtpTransport } from '../../src/messaging/transports/smtp.ts'
import type { SmtpServer } from '../../src/messaging/transports/smtp-client.ts'
import { connectLater } from '../../src/messaging/transports/socket.ts'
import type { InlineImage, Mail, Transport } from '../../src/messaging/types.ts'

/** Sends what it is posted; answers what became of it and what was logged meanwhile. */

export type SmtpOrder = {
  server: SmtpServer
  mails: (Omit<Mail, 'images'> & {
    images?: (Omit<InlineImage, 'bytes'> & { bytes: number[] })[] | undefined
  })[]
  timeoutMs: number
}

export type SmtpAnswer = { results: Awaited<ReturnType<Transport['send']>>[]; lines: string[] }

const NOON = Date.UTC(2050, 10, 20, 12)

export default {
  async fetch(request: Request): Promise<Response> {
    const { server, mails, timeoutMs } = (await request.json()) as SmtpOrder
    const lines: string[] = []
    for (const level of ['info', 'warn', 'error'] as const)
      console[level] = (...said) => void lines.push(said.join(' '))
    const transport = makeSmtpTransport({ server, connect: connectLater, now: () => NOON, timeoutMs })
    const results = await Promise.all(
      mails.map(({ images = [], ...mail }) =>
        transport.send({
          ...mail,
          images: images.map((image) => ({ ...image, bytes: Uint8Array.from(image.bytes) })),
        }),
      ),
    )
    return Response.json({ results, lines } satisfies SmtpAnswer)
  },
}
