import { runInDurableObject } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { vi } from 'vitest'
import type { Ownership } from '../../src/kernel/ownership.ts'
import type { Platform } from '../../src/kernel/platform.ts'
import { hashSecret } from '../../src/kernel/secrets.ts'
import { SECOND } from '../../src/kernel/time.ts'
import { seedDemonstration } from '../../src/local/demonstration.ts'
import type { ProvisionSession } from '../../src/provisioning/index.ts'
import type { GrantDevice } from '../../src/referee/index.ts'
import { checkBindings } from '../../src/runtime/bindings.ts'
import { clock } from '../../src/runtime/clock.ts'
import { makeDeviceKey, makeProof } from '../../src/tools/device/proof.ts'
import { makeServices } from '../../src/wiring.ts'

/** The demonstration organisation on real workerd, with a clock that tests turn. */

export const bindings = checkBindings(env)
export const services = makeServices(bindings)
export const BASE = bindings.baseUrl

/** Far ahead, so that no alarm goes off by itself while a test runs. */
export const NOON = Date.UTC(2050, 10, 20, 12)
let now = NOON

/** Puts the clock at `NOON`, or moves it. Call in `beforeEach`. */
export const time = {
  start() {
    now = NOON
    vi.spyOn(clock, 'now').mockImplementation(() => now)
  },
  now: () => now,
  pass(milliseconds: number) {
    now += milliseconds
  },
}

let client = ''

/** What services remember is for one request: a file of tests begins without it. */
export function renewServices(): void {
  client = `2001:db8::${crypto.getRandomValues(new Uint16Array(1))[0]?.toString(16)}`
  // Some are made when they are first asked for: these are not assigned but taken over.
  Object.defineProperties(services, Object.getOwnPropertyDescriptors(makeServices(bindings)))
}

export async function seedWorld(): Promise<void> {
  await seedDemonstration(services, NOON)
}

/** Who asks: each file of tests is a client of its own, so that one file's calls are not counted with another's. */
export const fromHere = () => ({ 'cf-connecting-ip': client })

let people = 0

async function openAcme() {
  const door = await services.organisations.openDoor('acme')
  if (!door.ok) throw new Error('acme is closed')
  return door.value
}

/** Somebody who proved an address and told their name. */
export async function makePerson(options: { address?: string; name?: string } = {}) {
  people += 1
  const address =
    options.address ??
    `person-${people}-${hashSecret(String(Math.random())).slice(0, 6).toLowerCase()}@acme.example`
  const door = await openAcme()
  const entered = await services.accounts.enter({
    organisation: door.organisation,
    address,
    locale: 'en',
    now,
  })
  if (!entered.ok) throw new Error(entered.error)
  const name = options.name ?? 'Ada Lovelace'
  const completed = await services.accounts.complete({
    account: entered.value.account,
    organisation: door.organisation,
    form: { name, phone: '', termsAccepted: true },
    country: null,
    locale: 'en',
    now,
  })
  if (!completed.ok) throw new Error('the details were refused')
  const account = { ...entered.value.account, name, termsVersion: door.organisation.termsVersion }
  return { account, address, secret: entered.value.secret, session: entered.value.session }
}

export type TestPerson = Awaited<ReturnType<typeof makePerson>>

/** Issues a provision code for an agent. `confirmation`, `deviceLimit` and `atLimit` may differ from Acme's. */
export async function issueCode(
  person: TestPerson,
  options: {
    confirmation?: 'tap' | 'pin'
    deviceLimit?: number | null
    atLimit?: 'refuse' | 'replace'
    platform?: Platform
    ownership?: Ownership | null
    policies?: Record<string, string | number | boolean>
    device?: GrantDevice
  } = {},
) {
  const door = await openAcme()
  const template = await services.templates.findOffered(door.organisation.id, options.platform ?? 'agent')
  if (!template) throw new Error('no template')
  const asked = {
    door: {
      ...door,
      organisation: { ...door.organisation, confirmation: options.confirmation ?? 'tap' },
    },
    account: {
      ...person.account,
      deviceLimit: options.deviceLimit === undefined ? person.account.deviceLimit : options.deviceLimit,
      atLimit: options.atLimit ?? person.account.atLimit,
    },
    template: {
      ...template,
      settings: { ...template.settings, policies: options.policies ?? template.settings.policies },
    },
    ownership: options.ownership === undefined ? ('company' as const) : options.ownership,
  }
  const { device } = options
  const issued = device
    ? await services.provisioning.issueForDevice({ ...asked, device })
    : await services.provisioning.issueCode(asked)
  if (!issued.ok) throw new Error(issued.error.code)
  const { credentials } = issued.value
  if (!credentials) throw new Error('a fresh code shows its credentials')
  const { ref } = person.account
  return { grant: issued.value, ref, ...credentials, code: `${ref}.${credentials.secret}` }
}

export type TestCode = Awaited<ReturnType<typeof issueCode>>

/** A device with a key of its own, as it speaks over HTTP. */
export async function makeTestDevice() {
  const key = await makeDeviceKey()
  const proofFor = (method: string, path: string, token?: string) =>
    makeProof({ key, method, url: `${BASE}${path}`, issuedAt: Math.floor(now / SECOND), token })
  return {
    key,
    proofFor,
    async redeem(body: Record<string, unknown>) {
      return call('POST', '/device/v1/redeem', { dpop: await proofFor('POST', '/device/v1/redeem') }, body)
    },
    async checkIn(token: string, body: Record<string, unknown> = {}) {
      const path = '/device/v1/check-in'
      const headers = { dpop: await proofFor('POST', path, token), authorization: `DPoP ${token}` }
      return call('POST', path, headers, body)
    },
    async configuration(token: string, headers: Record<string, string> = {}) {
      const path = '/device/v1/configuration'
      const proof = await proofFor('GET', path, token)
      return call('GET', path, { dpop: proof, authorization: `DPoP ${token}`, ...headers })
    },
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a test knows which call it made
export type Answer = { status: number; body: any; headers: Headers }

/** A request to the Worker, as from outside. */
export async function call(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: Record<string, unknown>,
): Promise<Answer> {
  const answer = await exports.default.fetch(`${BASE}${path}`, {
    method,
    redirect: 'manual',
    headers: { ...fromHere(), ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  const json = /json/.test(answer.headers.get('content-type') ?? '')
  return { status: answer.status, body: json ? JSON.parse(text) : text, headers: answer.headers }
}

/** The provision session of a person, or of any other name. */
export function sessionOf(name: string): DurableObjectStub<ProvisionSession> {
  const { provisionSessions } = bindings
  return provisionSessions.get(
    provisionSessions.idFromName(name),
  ) as unknown as DurableObjectStub<ProvisionSession>
}

/** Reads the object's own tables. */
export function rowsIn(name: string, query: string): Promise<Record<string, SqlStorageValue>[]> {
  return runInDurableObject(sessionOf(name), (_session, state) => state.storage.sql.exec(query).toArray())
}

/** What an object stores, but for the simulator's own. */
export function tablesIn(name: string) {
  return rowsIn(name, `SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_%' ESCAPE '\\'`)
}

export async function inD1(query: string, ...values: unknown[]) {
  const { results } = await bindings.db
    .prepare(query)
    .bind(...values)
    .all<Record<string, unknown>>()
  return results
}

/** Waits until the session has handed everything over that it can. */
export async function settle(ref: string): Promise<void> {
  await vi.waitFor(
    async () => {
      const waiting = await rowsIn(ref, 'SELECT rev FROM outbox WHERE parked_reason IS NULL')
      if (waiting.length > 0) throw new Error(`${waiting.length} events wait`)
    },
    { timeout: 3000, interval: 10 },
  )
}

/** Runs the object's alarm by hand, as the platform would. */
export function runAlarm(name: string, info: { retryCount: number } = { retryCount: 0 }): Promise<void> {
  return runInDurableObject(sessionOf(name), (session) =>
    session.alarm({ ...info, isRetry: info.retryCount > 0 } as AlarmInvocationInfo),
  )
}

/** The prototype behind every D1 binding: a spy on it reaches code inside an object too. */
export const d1Prototype = Object.getPrototypeOf(bindings.db) as D1Database

/** What runs a statement, whoever prepared it and when. */
const statementPrototype = Object.getPrototypeOf(bindings.db.prepare('SELECT 1')) as D1PreparedStatement

/** Counts from now on how often D1 is asked: a batch is one round trip. `stop` ends the counting. */
export function watchTrips() {
  const spies = [
    vi.spyOn(statementPrototype, 'all'),
    vi.spyOn(statementPrototype, 'raw'),
    vi.spyOn(statementPrototype, 'run'),
    vi.spyOn(statementPrototype, 'first'),
    vi.spyOn(d1Prototype, 'batch'),
    vi.spyOn(d1Prototype, 'exec'),
  ]
  return {
    count: () => spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0),
    stop() {
      for (const spy of spies) spy.mockRestore()
    },
  }
}

/** Every question to D1 fails from now on; `mend` ends that. */
export function breakDatabase(message = 'D1_ERROR: network connection lost') {
  const fail = () => Promise.reject(new Error(message))
  const spies = [
    vi.spyOn(statementPrototype, 'all').mockImplementation(fail),
    vi.spyOn(statementPrototype, 'raw').mockImplementation(fail),
    vi.spyOn(statementPrototype, 'run').mockImplementation(fail),
    vi.spyOn(statementPrototype, 'first').mockImplementation(fail),
    vi.spyOn(d1Prototype, 'batch').mockImplementation(fail),
  ]
  return {
    mend() {
      for (const spy of spies) spy.mockRestore()
    },
  }
}
