import { createHash } from 'node:crypto'
import type { EdgeContext } from './edge.ts'
import { hasAlready } from './etag.ts'

/** Certificates as files: DER for machines, PEM for those who carry them about. */

/** The bytes of one PEM block that this service wrote (RFC 7468). */
export function readDer(pem: string): Uint8Array<ArrayBuffer> {
  const base64 = pem.replaceAll(/-----[A-Z ]+-----|\s/g, '')
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

/** SHA-256 over the whole certificate, as other tools print it: `AB:01:…`. */
export function fingerprintOf(pem: string): string {
  const hex = createHash('sha256').update(readDer(pem)).digest('hex').toUpperCase()
  return hex.match(/../g)?.join(':') ?? ''
}

/** `name` is the file's, without its ending. */
export function sendPem(c: EdgeContext, name: string, pem: string): Response {
  return c.body(`${pem.trim()}\n`, 200, {
    'content-type': 'application/x-pem-file',
    'content-disposition': `attachment; filename="${name.replaceAll(/[^A-Za-z0-9.-]/g, '-')}.pem"`,
    'cache-control': 'no-store',
  })
}

/** Bytes that anybody may read and keep for `seconds`, with an ETag over them: who has them already is told so. */
export function sendPublic(
  c: EdgeContext,
  file: { bytes: Uint8Array; type: string; seconds: number },
): Response {
  const etag = `"${createHash('sha256').update(file.bytes).digest('base64url').slice(0, 22)}"`
  const headers = { etag, 'cache-control': `public, max-age=${file.seconds}` }
  if (hasAlready(c, etag)) return c.body(null, 304, headers)
  const body = file.bytes as Uint8Array<ArrayBuffer>
  return c.body(body, 200, { ...headers, 'content-type': file.type })
}
