import { describe, expect, test } from 'vitest'
import { carriedStatements, endingStatements } from '../../src/provisioning/projection-ends.ts'
import type { SessionEvent } from '../../src/provisioning/types.ts'
import { openDatabase, type Statement } from '../../src/runtime/database.ts'
import { bindings } from '../support/world.ts'

/** What an event about a device brings to an end in D1, by the tables that its statements change. */

const database = openDatabase(bindings.db)
const tablesOf = (statements: Statement[]) => {
  const tables = statements.map(
    (one) => /(?:update|insert into|delete from) "(\w+)"/i.exec(one.toSQL().sql)?.[1],
  )
  return [...new Set(tables)]
}
const paramsOf = (statements: Statement[]) => statements.flatMap((one) => one.toSQL().params)

type Device = Parameters<typeof endingStatements>[2]
const device = (lifecycle: string, epoch = 1) =>
  ({ id: 'dev_1', lifecycle, epoch, replacesDeviceId: null }) as unknown as Device
const event = (action: string, detail: object = {}, about: Device | null = null) =>
  ({
    ...{ organisationId: 1, accountId: 'acc_1', at: 1000, ref: 'ref', rev: 7, device: about },
    audit: { action, detail, deviceId: 'dev_1' },
  }) as unknown as SessionEvent

/** With the time until which an authority's list has to be made anew. */
const CERTIFICATES = ['certificate_authorities', 'issued_certificates']
const ASKED = ['device_commands', 'derived_credentials']
const STRINGS = 'security_batches'

describe('of a device ends', () => {
  test.each<[string, string, object, string, number, string[]]>([
    ['everything with its end', 'device.deleted', {}, 'deleted', 1, [...CERTIFICATES, ...ASKED, STRINGS]],
    [
      'everything, too, where another took its place',
      'device.provisioned',
      {},
      'replaced',
      3,
      [...CERTIFICATES, ...ASKED, STRINGS],
    ],
    ['only its strings when it is new', 'device.provisioned', { again: false }, 'pending', 1, [STRINGS]],
    [
      'what was asked of the one before, when its key comes again',
      'device.provisioned',
      {},
      'pending',
      2,
      [...ASKED, STRINGS],
    ],
    [
      'its certificates, too, when it is set up again by name',
      'device.provisioned',
      { again: true },
      'pending',
      2,
      [...CERTIFICATES, ...ASKED, STRINGS],
    ],
    [
      'what was asked, when its claim goes on elsewhere',
      'device.handed_over',
      { again: true },
      'pending',
      2,
      [...ASKED, STRINGS],
    ],
    [
      'everything, when that it was renewed is told again',
      'session.replayed',
      { renewed: true },
      'active',
      2,
      [...CERTIFICATES, ...ASKED, STRINGS],
    ],
    ['nothing, when something else is told again', 'session.replayed', { renewed: false }, 'active', 2, []],
    [
      'nothing, when it spoke for the first time',
      'device.confirmed',
      { renewed: true, again: true },
      'active',
      2,
      [],
    ],
  ])('%s', (_name, action, detail, lifecycle, epoch, tables) => {
    const statements = endingStatements(database, event(action, detail), device(lifecycle, epoch))
    expect(tablesOf(statements).toSorted()).toEqual(tables.toSorted())
  })

  test('a certificate with a reason: it is over, or there is a newer one', () => {
    const over = paramsOf(endingStatements(database, event('device.deleted'), device('deleted')))
    expect(over).toContain('cessation_of_operation')
    expect(over).not.toContain('superseded')
    const again = event('device.provisioned', { again: true })
    const renewed = paramsOf(endingStatements(database, again, device('pending', 2)))
    expect(renewed).toContain('superseded')
    expect(renewed).not.toContain('cessation_of_operation')
  })

  test('a batch of strings with a reason', () => {
    const reason = (lifecycle: string, action: string) => {
      const statements = endingStatements(database, event(action), device(lifecycle))
      return paramsOf(statements.filter((one) => tablesOf([one]).includes(STRINGS)))
    }
    expect(reason('deleted', 'device.deleted')).toContain('ended')
    expect(reason('pending', 'device.provisioned')).toContain('provisioned')
  })
})

describe('what was written about a device goes on with the one in its place', () => {
  const next = { ...device('active'), replacesDeviceId: 'dev_0' } as Device
  test.each<[string, string, object, Device | null, number]>([
    ['once that one spoke', 'device.confirmed', {}, next, 1],
    ['once that is told again', 'session.replayed', { confirmed: true }, next, 1],
    ['not when something else is told again', 'session.replayed', {}, next, 0],
    ['not before it spoke', 'device.provisioned', { confirmed: true }, next, 0],
    ['not where it takes nobody’s place', 'device.confirmed', {}, device('active'), 0],
    ['not without a device', 'device.confirmed', {}, null, 0],
  ])('%s', (_name, action, detail, about, count) => {
    const statements = carriedStatements(database, event(action, detail, about))
    expect(statements).toHaveLength(count)
    if (count > 0) expect(paramsOf(statements)).toEqual(expect.arrayContaining(['dev_1', 'dev_0', 1]))
  })
})
