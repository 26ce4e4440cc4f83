import { runInDurableObject } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { DAY, MINUTE } from '../../src/kernel/time.ts'
import { ProvisionSessionStore } from '../../src/provisioning/provision-session-store.ts'
import { FAILURE_QUARTER } from '../../src/provisioning/rules.ts'
import { sessionOf } from '../support/world.ts'
import { invitation } from './known.ts'
import { grant, NOW } from './samples.ts'

let tables = 0
/** A store with empty tables. */
function withStore(look: (store: ProvisionSessionStore, storage: DurableObjectStorage) => void) {
  tables += 1
  return runInDurableObject(sessionOf(`tables ${tables}`), (_session, { storage }) => {
    const store = new ProvisionSessionStore(storage)
    store.migrate()
    look(store, storage)
  })
}

test('a store whose tables are there is ready, and one without is not', () =>
  withStore((store, storage) => {
    expect([store.isReady(), new ProvisionSessionStore(storage).isReady()]).toEqual([true, true])
    storage.sql.exec('DROP TABLE schema_version')
    expect(new ProvisionSessionStore(storage).isReady()).toBe(false)
  }))

test('refusals are taken out once their quarter of an hour is over, and not before', () =>
  withStore((store) => {
    const quarter = Math.floor(NOW / FAILURE_QUARTER)
    expect([store.countFailure(quarter, 'used'), store.countFailure(quarter, 'used')]).toEqual([true, false])
    expect(store.takeFailures(NOW)).toEqual([])
    expect(store.takeFailures(NOW + FAILURE_QUARTER)).toEqual([{ reason: 'used', count: 1 }])
    expect(store.takeFailures(NOW + FAILURE_QUARTER)).toEqual([])
  }))

test('what can no longer be needed of a PIN is forgotten a day after its end, and not before', () =>
  withStore((store) => {
    const ended = { pinMac: 'mac', sealed: null, endedAt: NOW }
    store.saveGrant({ ...grant, ...ended, state: 'revoked' })
    store.invitations.save(invitation({ ...ended, state: 'revoked' }))
    const macs = () => [store.findGrant('grt_1')?.pinMac, store.invitations.find('inv_1')?.pinMac]
    store.prune(NOW + DAY - 1)
    expect(macs()).toEqual(['mac', 'mac'])
    store.prune(NOW + DAY)
    expect(macs()).toEqual([null, null])
  }))

test('once D1 knows an end its seal is destroyed, and no other', () =>
  withStore((store) => {
    store.saveGrant({ ...grant, id: 'grt_over', secretHash: 'other', state: 'revoked', endedAt: NOW })
    store.saveGrant(grant)
    store.invitations.save(invitation({ sealed: 'sealed', state: 'revoked', endedAt: NOW }))
    store.invitations.save(invitation({ id: 'inv_2', secretHash: 'other', sealed: 'sealed' }))
    store.removeEvent(1)
    expect([store.findGrant('grt_over')?.sealed, store.findGrant('grt_1')?.sealed]).toEqual([null, 'sealed'])
    expect([store.invitations.find('inv_1')?.sealed, store.invitations.find('inv_2')?.sealed]).toEqual([
      ...[null, 'sealed'],
    ])
  }))

test('what is due next is the earliest of all', () =>
  withStore((store) => {
    expect(store.nextDue(7 * DAY)).toBeNull()
    store.saveGrant(grant)
    store.saveGrant({ ...grant, id: 'grt_2', secretHash: 'other', validUntil: NOW + MINUTE })
    store.invitations.save(invitation({ validUntil: NOW + DAY }))
    expect(store.nextDue(7 * DAY)).toBe(NOW + MINUTE)
  }))

test('what it forgot it knows by a mark that every version reads', () =>
  runInDurableObject(sessionOf('forgetful'), async (_session, { storage }) => {
    const store = new ProvisionSessionStore(storage)
    store.migrate()
    await store.forget()
    expect([...storage.kv.list()]).toEqual([['forgotten', true]])
    expect([store.isForgotten(), store.isReady()]).toEqual([true, false])
  }))
