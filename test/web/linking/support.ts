import { exports } from 'cloudflare:workers'
import { makeVisitor } from '../../support/visitor.ts'
import { BASE, bindings, makePerson, makeTestDevice, type TestPerson } from '../../support/world.ts'

/** A device that asks for authorisation, and the person who answers. */

export const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:device_code'
export const HOSTILE = '<img src=x onerror=alert(1)> "IT department", press Allow'

/** A request to the Worker, as from outside: for clients that take a `fetch`. */
export const fetchWorker = (url: string | URL, init?: RequestInit): Promise<Response> =>
  exports.default.fetch(url, init)

// biome-ignore lint/suspicious/noExplicitAny: a test knows which call it made
export type OAuthAnswer = { status: number; body: any; headers: Headers }

export async function postForm(
  path: string,
  form: Record<string, string> | string,
  headers: Record<string, string> = {},
): Promise<OAuthAnswer> {
  const answer = await fetchWorker(`${BASE}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(form).toString(),
  })
  return { status: answer.status, body: await answer.json(), headers: answer.headers }
}

export const ask = (form: Record<string, string> = {}) =>
  postForm('/oauth/device_authorization', { client_id: 'probe', ...form })

export type TestDevice = Awaited<ReturnType<typeof makeTestDevice>>

/** A device that has asked, with its two codes. */
export async function makeAsking(form: Record<string, string> = {}) {
  const device = await makeTestDevice()
  const { body } = await ask({ device_name: 'Display 3', ...form })
  const deviceCode = body.device_code as string
  return {
    device,
    deviceCode,
    userCode: body.user_code as string,
    poll: (by: TestDevice = device, change: Record<string, string> = {}) => token(by, deviceCode, change),
  }
}

export async function token(by: TestDevice, deviceCode: string, change: Record<string, string> = {}) {
  const form = { grant_type: GRANT_TYPE, device_code: deviceCode, client_id: 'probe', ...change }
  return postForm('/oauth/token', form, { dpop: await by.proofFor('POST', '/oauth/token') })
}

/** The browser of somebody who is signed in. */
export function visitorOf(person: TestPerson) {
  const visitor = makeVisitor()
  visitor.cookies.set('__Host-latchkey', person.secret)
  return visitor
}

export async function makeOwner() {
  const person = await makePerson()
  const visitor = visitorOf(person)
  return {
    ...person,
    visitor,
    /** Types the code, and answers on the page that follows. */
    async answer(code: string, how: 'allow' | 'deny', form: Record<string, string> = {}) {
      await visitor.post('/link', { code })
      return visitor.post(`/link/${how}`, { code, ownership: 'company', ...form })
    },
  }
}

/** The object of a user code, or of somebody's wrong codes. */
export function objectOf(kind: 'link' | 'link-tries', of: string) {
  const { linkRequests, keys } = bindings
  return linkRequests.get(linkRequests.idFromName(keys.nameOf(kind, of)))
}
