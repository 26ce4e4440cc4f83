import type { Instant } from '../kernel/time.ts'
import { toIso } from '../kernel/time.ts'
import { clock } from '../runtime/clock.ts'
import type { SmsBinding } from '../runtime/delivery-settings.ts'
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

/** Pictures inside mails, as data addresses. */
const IMAGES = `CREATE TABLE IF NOT EXISTS dev_mailbox_images (
  message TEXT NOT NULL, content_id TEXT NOT NULL, source TEXT NOT NULL)`

/** Stands in for the `send_email` binding on a laptop: keeps what it is given instead of sending it. */
export function mailboxBinding(db: D1Database): SendEmail {
  return {
    async send(message: EmailMessage | EmailMessageBuilder): Promise<EmailSendResult> {
      if (!('subject' in message)) throw new Error('the mailbox takes composed messages only')
      const { subject, text = '', html = '', attachments = [] } = message
      const id = crypto.randomUUID()
      await db.batch([
        ...keep(db, { id, channel: 'email', to: readRecipients(message.to), subject, text, html }),
        db.prepare(IMAGES),
        ...attachments.flatMap((attachment) =>
          attachment.disposition === 'inline'
            ? [
                db
                  .prepare('INSERT INTO dev_mailbox_images VALUES (?, ?, ?)')
                  .bind(id, attachment.contentId, toDataAddress(attachment)),
              ]
            : [],
        ),
      ])
      return { messageId: id }
    },
  }
}

/** Stands in for a Worker that sends text messages (`SMS_TRANSPORT` is `binding` on a laptop). */
export function mailboxSmsBinding(db: D1Database): SmsBinding {
  return {
    async send({ to, text }) {
      const id = crypto.randomUUID()
      await db.batch(keep(db, { id, channel: 'sms', to, subject: '', text, html: '' }))
      return { id }
    },
  }
}

function keep(db: D1Database, message: Omit<CapturedMessage, 'at'>): D1PreparedStatement[] {
  const { id, channel, to, subject, text, html } = message
  return [
    db.prepare(TABLE),
    db
      .prepare(
        `INSERT INTO dev_mailbox (id, channel, recipient, subject, body_text, body_html, at)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .bind(id, channel, to, subject, text, html, clock.now()),
  ]
}

function toDataAddress({ type, content }: EmailAttachment): string {
  if (typeof content === 'string') return `data:${type};base64,${content}`
  const bytes = ArrayBuffer.isView(content)
    ? new Uint8Array(content.buffer, content.byteOffset, content.byteLength)
    : new Uint8Array(content)
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
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
      ? respondHtml(await showImages(db, message), { policy: FRAMED_POLICY })
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

/** The mail's HTML with its pictures in place: a browser knows no `cid:`. */
async function showImages(db: D1Database, { id, html }: CapturedMessage): Promise<string> {
  const [, found] = await db.batch<{ contentId: string; source: string }>([
    db.prepare(IMAGES),
    db.prepare('SELECT content_id AS contentId, source FROM dev_mailbox_images WHERE message = ?').bind(id),
  ])
  const images = found?.results ?? []
  return images.reduce(
    (shown, { contentId, source }) => shown.replaceAll(`"cid:${contentId}"`, `"${source}"`),
    html,
  )
}

function toMessage(row: Row): CapturedMessage {
  return { ...row, at: toIso(row.at) }
}
