import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { refusal } from '../support/devices.ts'
import {
  issueCode,
  makePerson,
  makeTestDevice,
  rowsIn,
  seedWorld,
  sessionOf,
  settle,
  time,
} from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

/** The session's table as version 1 had it. */
const SESSION_1 = `CREATE TABLE session (
  id INTEGER PRIMARY KEY CHECK (id = 1), ref TEXT NOT NULL, organisation_id INTEGER NOT NULL,
  account_id TEXT NOT NULL, address TEXT NOT NULL, locale TEXT NOT NULL, device_limit INTEGER,
  rev INTEGER NOT NULL, pin_failures INTEGER NOT NULL, pin_locked_at INTEGER, disabled_at INTEGER)`
const COLUMNS_1 = `id, ref, organisation_id, account_id, address, locale, device_limit, rev, pin_failures,
  pin_locked_at, disabled_at`

/** Takes the object's tables back to version 1, with everything that is in them, and evicts it. */
async function goBack(ref: string) {
  await runInDurableObject(sessionOf(ref), (_session, state) => {
    state.storage.transactionSync(() => {
      const { sql } = state.storage
      sql.exec('ALTER TABLE session RENAME TO newer')
      sql.exec(SESSION_1)
      sql.exec(`INSERT INTO session SELECT ${COLUMNS_1} FROM newer`)
      sql.exec('DROP TABLE newer')
      sql.exec('DROP TABLE IF EXISTS outbox_notice')
      sql.exec('ALTER TABLE grants DROP COLUMN certifies')
      sql.exec('ALTER TABLE grants DROP COLUMN invitation_id')
      sql.exec('DROP TABLE invitations')
      sql.exec('ALTER TABLE grants DROP COLUMN device')
      sql.exec('ALTER TABLE claims DROP COLUMN replaces')
      sql.exec('DROP TABLE passcode_resets')
      sql.exec('DELETE FROM schema_version WHERE version > 1')
    })
  })
  await evictDurableObject(sessionOf(ref))
}

const versions = (ref: string) => rowsIn(ref, 'SELECT version FROM schema_version ORDER BY version')

describe('a session whose tables are one version back', () => {
  test('keeps its devices and codes, and goes on', async () => {
    const person = await makePerson()
    const device = await makeTestDevice()
    const { token } = (await device.redeem({ code: (await issueCode(person)).code })).body.credential
    const { code, ref, grant } = await issueCode(person, { platform: 'linux' })
    await settle(ref)
    const newest = await versions(ref)
    await goBack(ref)
    expect(await versions(ref)).toEqual([{ version: 1 }])

    const other = await makeTestDevice()
    expect((await other.redeem({ code })).status).toBe(201)
    expect((await device.checkIn(token)).status).toBe(200)
    expect((await sessionOf(ref).showGrant(grant.id))?.live).toBe('redeemed')
    expect(await versions(ref)).toEqual(newest)
    expect(await rowsIn(ref, 'SELECT at_limit, rev > 0 AS counted FROM session')).toEqual([
      { at_limit: 'refuse', counted: 1 },
    ])
  })

  test('refuses at the limit until a code is issued that says otherwise', async () => {
    const person = await makePerson()
    const one = { deviceLimit: 1, platform: 'agent' } as const
    const waiting = await issueCode(person, { ...one, platform: 'linux' })
    await (await makeTestDevice()).redeem({ code: (await issueCode(person, one)).code })
    await settle(waiting.ref)
    await goBack(waiting.ref)
    const next = await makeTestDevice()
    expect(refusal(await next.redeem({ code: waiting.code })).code).toBe('device_limit_reached')
    const replacing = await issueCode(person, { ...one, atLimit: 'replace' })
    expect((await next.redeem({ code: replacing.code })).status).toBe(201)
  })

  test('that fails half-way loses nothing and is tried again', async () => {
    const person = await makePerson()
    const { code, ref } = await issueCode(person)
    await settle(ref)
    await goBack(ref)
    // Something stands in the way of the step: the column is there already.
    await runInDurableObject(sessionOf(ref), (_session, state) => {
      state.storage.sql.exec('ALTER TABLE session ADD COLUMN at_limit TEXT')
    })
    await evictDurableObject(sessionOf(ref))
    const device = await makeTestDevice()
    expect((await device.redeem({ code })).status).toBe(503)
    await runInDurableObject(sessionOf(ref), (_session, state) => {
      state.storage.sql.exec('ALTER TABLE session DROP COLUMN at_limit')
    })
    await evictDurableObject(sessionOf(ref))
    expect((await device.redeem({ code })).status).toBe(201)
  })
})
