import { exports } from 'cloudflare:workers'
import { X509Certificates } from '@peculiar/x509'
import type { TestCsr } from '../../support/csr.ts'
import { BASE, inD1, type TestCode, type TestPerson } from '../../support/world.ts'

export const EST = '/.well-known/est'

/** Gives every template of a platform an identity, and says how its devices report. */
export async function giveIdentity(platform = 'agent', reports = 'agent', subject = 'CN={{account.email}}') {
  const identity = JSON.stringify({ subject, keyUsage: ['digital_signature'] })
  await inD1(
    `UPDATE device_templates SET settings = json_set(settings, '$.identity', json(?)), reports = ?
     WHERE platform = ?`,
    identity,
    reports,
    platform,
  )
}

export async function takeIdentity(platform: string) {
  await inD1(
    "UPDATE device_templates SET settings = json_set(settings, '$.identity', NULL) WHERE platform = ?",
    platform,
  )
}

export const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`

/** Site, address and PIN, as people have them. */
export const byPin = (person: TestPerson, issued: TestCode) => basic(`acme\\${person.address}`, issued.pin)

export const byCode = (issued: TestCode) => basic('', issued.code)

// biome-ignore lint/suspicious/noExplicitAny: problems are read by who knows them
export type EstAnswer = { status: number; text: string; headers: Headers; problem: any }

export async function ask(
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string,
): Promise<EstAnswer> {
  const answer = await exports.default.fetch(`${BASE}${path}`, {
    method,
    headers,
    redirect: 'manual',
    ...(body !== undefined && { body }),
  })
  const text = new TextDecoder().decode(await answer.arrayBuffer())
  const json = /json/.test(answer.headers.get('content-type') ?? '')
  return { status: answer.status, text, headers: answer.headers, problem: json ? JSON.parse(text) : null }
}

/** An EST client's enrolment. */
export function enrol(
  authorization: string | null,
  csr: TestCsr | string,
  options: { path?: string; type?: string; headers?: Record<string, string> } = {},
): Promise<EstAnswer> {
  const headers: Record<string, string> = {
    'content-type': options.type ?? 'application/pkcs10',
    'content-transfer-encoding': 'base64',
    ...(authorization !== null && { authorization }),
    ...options.headers,
  }
  const body = typeof csr === 'string' ? csr : csr.base64
  return ask('POST', `${EST}${options.path ?? '/simpleenroll'}`, headers, body)
}

/** The certificates of an answer: base64 without a line break around a degenerate SignedData. */
export function certificatesOf(answer: EstAnswer) {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(answer.text)) throw new Error(`no base64 in one line: ${answer.text}`)
  const store = new X509Certificates()
  store.import(Buffer.from(answer.text, 'base64'))
  return [...store]
}

export const refusal = ({ status, problem }: EstAnswer) => ({ status, code: problem?.code })
