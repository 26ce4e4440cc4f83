import { runInDurableObject } from 'cloudflare:test'
import type { AddressGate } from '../../src/challenges/address-gate-object.ts'
import { makeChallenges } from '../../src/challenges/index.ts'
import type { MessageReference } from '../../src/runtime/bindings.ts'
import { holdQueue } from './queue.ts'
import { bindings, time } from './world.ts'

/** The gate of one address a test, with the queue behind it caught. */

const { keys, addressGates } = bindings
export const challenges = makeChallenges({ gates: addressGates, keys })

/** What was queued since the test began. */
export let queued: MessageReference[] = []
/** How many tests have begun: each has an address of its own. */
export let people = 0
/** The address of the present test. */
export let address = ''

/** Clock at `NOON`, empty queue, new address. Call in `beforeEach`. */
export function startGate(): void {
  people += 1
  address = `person-${people}@acme.example`
  time.start()
  queued = holdQueue().waiting
}

/** Puts the clock where it is told, backwards too. */
export const turnTo = (moment: number) => time.pass(moment - time.now())

export const subject = { purpose: 'registration', organisationId: 1, browser: 'browser-1' } as const

export const ask = (change: Partial<Parameters<typeof challenges.request>[0]> = {}) =>
  challenges.request({ ...subject, address, locale: 'en', ...change })

export const typeCode = (code: string, change: Partial<Parameters<typeof challenges.verify>[0]> = {}) =>
  challenges.verify({ ...subject, address, code, ...change })

export const look = () => challenges.look({ ...subject, address })

export const stubOf = (who = address) =>
  addressGates.get(addressGates.idFromName(keys.nameOf('address', who))) as DurableObjectStub<AddressGate>

export function gateOf(who = address) {
  const gate = challenges.gateById(stubOf(who).id.toString())
  if (!gate) throw new Error('no gate')
  return gate
}

/** Works inside the object of the present address. */
export const inside = <Value>(
  work: (gate: AddressGate, state: DurableObjectState) => Value | Promise<Value>,
) => runInDurableObject(stubOf(), work)

export const alarmAt = () => inside((_gate, state) => state.storage.getAlarm())

const readGate = (who: string, query: string) =>
  runInDurableObject(stubOf(who), (_gate, state) => state.storage.sql.exec(query).toArray())

export const rowsOf = (table: string, who = address) => readGate(who, `SELECT * FROM ${table}`)

/** What an object stores, but for the simulator's own row. */
export async function tablesOf(who: string): Promise<string[]> {
  const rows = await readGate(who, "SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_%' ESCAPE '\\'")
  return rows.map((row) => String(row.name))
}

export async function idOf(asked: ReturnType<typeof ask>): Promise<string> {
  const result = await asked
  if (!result.ok) throw new Error(result.error.code)
  return result.value.challengeId
}

/** Asks, and has the message accepted: the code that was mailed. */
export async function mail(change: Parameters<typeof ask>[0] = {}): Promise<{ id: string; code: string }> {
  const id = await idOf(ask(change))
  const message = await gateOf(change.address).prepareMessage(id)
  if (!message) throw new Error('nothing to send')
  await gateOf(change.address).noteAccepted(id)
  return { id, code: message.code }
}

export const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000')
