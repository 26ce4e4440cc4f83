import type { Instant } from '../kernel/time.ts'
import { toIso } from '../kernel/time.ts'
import { clock } from '../runtime/clock.ts'
import { renderMailbox } from './mailbox-page.ts'
import { respondHtml } from './page.ts'

/** One message as `/dev/mailbox.json` shows it. */
export type CapturedMessage = {
  id: string
  channel: 'email' | 'sms'
  to: string
  subject: string
  text: string
  html: string
  /** RFC 3339. */
  at: string
}

type Row = Omit<CapturedMessage, 'at'> & { at: Instant }

/** The newest so many are shown. */
const SHOWN = 200

/** Made nowhere else: a production database never has it. */
const TABLE = `CREATE TABLE IF NOT EXISTS dev_mailbox (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL, channel TEXT NOT NULL, recipient TEXT NOT NULL,
  subject TEXT NOT NULL, body_text TEXT NOT NULL, body_html TEXT NOT NULL, at INTEGER NOT NULL)`

/** Stands in for the `send_email` binding on a laptop: keeps what it is given instead of sending it. */
export function mailboxBinding(db: D1Database): SendEmail {
  return {
    async send(message: EmailMessage | EmailMessageBuilder): Promise<EmailSendResult> {
      if (!('subject' in message)) throw new Error('the mailbox takes composed messages only')
      const id = crypto.randomUUID()
      const values = [id, 'email', readRecipients(message.to), message.subject, message.text, message.html]
      await db.batch([
        db.prepare(TABLE),
        db
          .prepare(
            `INSERT INTO dev_mailbox (id, channel, recipient, subject, body_text, body_html, at)
             VALUES (?, ?, ?, ?, ?, ?, ?)`,
          )
          .bind(...values.map((value) => value ?? ''), clock.now()),
      ])
      return { messageId: id }
    },
  }
}

function readRecipients(to: EmailMessageBuilder['to']): string {
  const list = Array.isArray(to) ? to : [to]
  return list.map((one) => (typeof one === 'string' ? one : (one?.email ?? ''))).join(', ')
}

/**
 * Serves `/dev/mailbox` (a page), `/dev/mailbox.json` and `/dev/mailbox/<id>` (one message's HTML, sandboxed).
 * `?to=` keeps one recipient's. Null for any other request.
 */
export async function mailboxRoutes(request: Request, db: D1Database): Promise<Response | null> {
  const url = new URL(request.url)
  const [, asJson, id] = /^\/dev\/mailbox(?:(\.json)|\/([0-9a-f-]{36}))?\/?$/.exec(url.pathname) ?? [null]
  if (!url.pathname.startsWith('/dev/mailbox') || request.method !== 'GET') return null
  const to = url.searchParams.get('to')?.trim().toLowerCase() || null
  if (id) {
    const message = await readOne(db, id)
    return message
      ? respondHtml(message.html, { policy: FRAMED_POLICY })
      : respondHtml('No such message.', { status: 404 })
  }
  if (!/^\/dev\/mailbox(?:\.json)?\/?$/.test(url.pathname)) return null
  const messages = await readNewest(db, to)
  if (asJson) return Response.json(messages, { headers: { 'cache-control': 'no-store' } })
  return respondHtml(renderMailbox({ messages, to }))
}

/** A message can show itself and open links in a new tab, and nothing else. */
const FRAMED_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"

const COLUMNS = 'id, channel, recipient AS "to", subject, body_text AS text, body_html AS html, at'

async function readNewest(db: D1Database, to: string | null): Promise<CapturedMessage[]> {
  const [, result] = await db.batch<Row>([
    db.prepare(TABLE),
    db
      .prepare(
        `SELECT ${COLUMNS} FROM dev_mailbox WHERE ?1 IS NULL OR recipient = ?1 ORDER BY number DESC LIMIT ?2`,
      )
      .bind(to, SHOWN),
  ])
  return (result?.results ?? []).map(toMessage)
}

async function readOne(db: D1Database, id: string): Promise<CapturedMessage | null> {
  const [, result] = await db.batch<Row>([
    db.prepare(TABLE),
    db.prepare(`SELECT ${COLUMNS} FROM dev_mailbox WHERE id = ?`).bind(id),
  ])
  const row = result?.results[0]
  return row ? toMessage(row) : null
}

function toMessage(row: Row): CapturedMessage {
  return { ...row, at: toIso(row.at) }
}
