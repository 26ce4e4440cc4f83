import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Random } from './random.ts'

/** One e-mail as it left the house. */
export type SentMail = {
  /** Our id, as the provider's idempotency key. */
  id: string
  to: string
  subject: string
  text: string
  /** When it came, by our clock. */
  at: number
}

export type Sink = {
  url: string
  /** Everything that was accepted, in order, repeats included. */
  mails: SentMail[]
  /** How many were refused for the moment. */
  refused(): number
  /** The first mail to `to` that came at `since` or later; null after so many milliseconds without one. */
  waitFor(to: string, since: number, patience: number): Promise<SentMail | null>
  close(): Promise<void>
}

/** Some mails are refused for the moment, and some answers take a while: as with a real provider. */
const REFUSED = 0.03
const LONGEST_ANSWER = 120
const LOOK_AGAIN = 25

/** A mail provider of Resend's shape on the loopback, which outlives every kill. */
export async function openSink(random: Random): Promise<Sink> {
  const mails: SentMail[] = []
  let refused = 0
  const server = createServer((request, answer) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const respond = (status: number, body: object) => {
        answer.writeHead(status, { 'content-type': 'application/json' })
        answer.end(JSON.stringify(body))
      }
      if (random.chance(REFUSED)) {
        refused += 1
        respond(503, { name: 'try_again' })
        return
      }
      const id = String(request.headers['idempotency-key'] ?? '')
      const { to, subject, text } = JSON.parse(Buffer.concat(chunks).toString('utf8'))
      mails.push({ id, to: to[0], subject, text, at: Date.now() })
      // Between the provider's yes and our hearing it is where a kill hurts.
      setTimeout(() => respond(200, { id: `provided-${id}` }), random.next() ** 3 * LONGEST_ANSWER)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    mails,
    refused: () => refused,
    async waitFor(to, since, patience) {
      const end = Date.now() + patience
      for (;;) {
        const found = mails.find((mail) => mail.to === to && mail.at >= since)
        if (found || Date.now() > end) return found ?? null
        await new Promise((done) => setTimeout(done, LOOK_AGAIN))
      }
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

/** Where a mail's link leads and with what: `p` for a code, `i` for an invitation. */
export function readLink(text: string): { door: string; code: string } | null {
  const [, door, ref, secret] = /\/([pi])\/([\w-]{22})\?k=([\w-]{22})/.exec(text) ?? []
  return door && ref && secret ? { door, code: `${ref}.${secret}` } : null
}

/** The code that proves an address: six digits that stand alone. */
export function readCode(mail: SentMail): string | null {
  return /(?<![\w/=-])\d{6}(?![\w-])/.exec(mail.text)?.[0] ?? null
}
