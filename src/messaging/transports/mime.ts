import { type Instant, toIso } from '../../kernel/time.ts'
import type { InlineImage, Mail } from '../types.ts'

/** An e-mail as it travels by SMTP (RFC 5322, MIME): lines of at most 76 characters, CRLF, ASCII only. */

const CRLF = '\r\n'
/** RFC 5322 section 3.2.3: what stands in a display name without quotes. */
const ATOMS = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*$/
/** Printable ASCII that could not be read as an encoded word. */
const PLAIN = /^(?!.*=\?)[\x20-\x7e]*$/
/** An encoded word has 75 characters at most (RFC 2047 section 2): so many bytes fit, the field's name too. */
const WORD_BYTES = 36
const LINE = 76

/** `Message-ID` without its brackets: the message's own id, so that every attempt has the same. */
export function messageIdOf(mail: Pick<Mail, 'messageId' | 'from'>): string {
  const left = mail.messageId.replace(/[^A-Za-z0-9._~-]/g, (one) => `=${one.codePointAt(0)?.toString(16)}`)
  return `${left}@${domainOf(mail.from.email)}`
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

/** `Name <address>`, the name in quotes where it needs them; its characters stay what they are. */
export function writeMailbox({ name, email }: { name: string; email: string }): string {
  return `${ATOMS.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`} <${email}>`
}

/** The same as a header field carries it: in ASCII, folded. */
function foldMailbox(mailbox: { name: string; email: string }): string {
  const { name, email } = mailbox
  return PLAIN.test(name) ? writeMailbox(mailbox) : `${encodeWords(name)}${CRLF} <${email}>`
}

/** RFC 2047, folded; what is short and plain stays as it is. */
function encodeWords(text: string): string {
  if (PLAIN.test(text) && text.length <= 60) return text
  const encoder = new TextEncoder()
  const words: string[] = []
  let piece = ''
  for (const character of text) {
    if (encoder.encode(piece + character).length > WORD_BYTES) {
      words.push(piece)
      piece = ''
    }
    piece += character
  }
  if (piece) words.push(piece)
  return words.map((word) => `=?UTF-8?B?${toBase64(encoder.encode(word))}?=`).join(`${CRLF} `)
}

/** The whole message. The caller has checked its fields; nothing in it can end it early but a dot on a line. */
export function writeMessage(mail: Mail, now: Instant): string {
  const headers = [
    `Date: ${new Date(toIso(now)).toUTCString().replace('GMT', '+0000')}`,
    `From: ${foldMailbox(mail.from)}`,
    `To: <${mail.to}>`,
    `Subject: ${encodeWords(mail.subject)}`,
    `Message-ID: <${messageIdOf(mail)}>`,
    'MIME-Version: 1.0',
    'Auto-Submitted: auto-generated',
    `Content-Language: ${mail.locale}`,
  ]
  const html = textPart('html', mail.html)
  const rich = mail.images?.length ? multipart('related', [html, ...mail.images.map(imagePart)]) : html
  return [...headers, multipart('alternative', [textPart('plain', mail.text), rich])].join(CRLF)
}

/** No line of quoted-printable or base64 holds `=_`, so no text can look like the boundary. */
function multipart(kind: 'alternative' | 'related', parts: string[]): string {
  const boundary = `=_latchkey_${kind}`
  const type = kind === 'related' ? 'multipart/related; type="text/html"' : `multipart/${kind}`
  const body = parts.map((part) => `--${boundary}${CRLF}${part}${CRLF}`).join('')
  return `Content-Type: ${type};${CRLF} boundary="${boundary}"${CRLF}${CRLF}${body}--${boundary}--${CRLF}`
}

function textPart(kind: 'plain' | 'html', text: string): string {
  return [
    `Content-Type: text/${kind}; charset=utf-8`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    toQuotedPrintable(text),
  ].join(CRLF)
}

function imagePart({ type, filename, contentId, bytes }: InlineImage): string {
  const lines = toBase64(bytes).match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []
  return [
    `Content-Type: ${type}; name="${filename}"`,
    'Content-Transfer-Encoding: base64',
    `Content-ID: <${contentId}>`,
    `Content-Disposition: inline; filename="${filename}"`,
    '',
    ...lines,
  ].join(CRLF)
}

export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}

/** RFC 2045 section 6.7. Characters of several bytes stay on one line. */
function toQuotedPrintable(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map(quoteLine)
    .join(CRLF)
}

const encoder = new TextEncoder()

function quoteLine(line: string): string {
  const quoted: string[] = []
  let length = 0
  let current = ''
  const characters = [...line]
  for (const [index, character] of characters.entries()) {
    const last = index === characters.length - 1
    const piece = quoteCharacter(character, last)
    // One place stays free for the sign that the line goes on.
    if (length + piece.length > (last ? LINE : LINE - 1)) {
      quoted.push(`${current}=`)
      current = ''
      length = 0
    }
    current += piece
    length += piece.length
  }
  return [...quoted, current].join(CRLF)
}

function quoteCharacter(character: string, last: boolean): string {
  if (/[\x21-\x3c\x3e-\x7e]/.test(character) || (/[ \t]/.test(character) && !last)) return character
  return Array.from(
    encoder.encode(character),
    (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('')
}
