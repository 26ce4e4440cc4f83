import { runInDurableObject } from 'cloudflare:test'
import { exports } from 'cloudflare:workers'
import type { LinkRequest } from '../../../src/linking/index.ts'
import { visitorOf } from '../../support/visitor.ts'
import {
  BASE,
  bindings,
  makePerson,
  makeTestDevice,
  services,
  type TestPerson,
  time,
} from '../../support/world.ts'

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

/** They type the code that a device shows, and allow it, without a browser. Null: there is no such code. */
export async function allowLink({ account }: TestPerson, text: string) {
  const door = await services.organisations.openDoor('acme')
  if (!door.ok) throw new Error('acme is closed')
  const by = { door: door.value, account }
  if (!(await services.deviceLinks.find(by, text)).ok) return null
  return services.deviceLinks.allow(by, { text, ownership: 'company', now: time.now() })
}

/** A user code as objects are named by it. */
export const plain = (code: string) => code.replace('-', '')

/** The object of a user code, or of somebody's wrong codes. */
export function objectOf(kind: 'link' | 'link-tries', of: string) {
  const { linkRequests, keys } = bindings
  return linkRequests.get(linkRequests.idFromName(keys.nameOf(kind, of)))
}

export const inside = <Value>(
  stub: DurableObjectStub,
  work: (object: LinkRequest, state: DurableObjectState) => Value | Promise<Value>,
) => runInDurableObject(stub as DurableObjectStub<LinkRequest>, work)

/** What such an object stores, but for the simulator's own. */
export const tablesIn = (stub: DurableObjectStub) =>
  inside(stub, (_object, { storage }) =>
    storage.sql
      .exec("SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_%' ESCAPE '\\'")
      .toArray()
      .map(({ name }) => name),
  )
