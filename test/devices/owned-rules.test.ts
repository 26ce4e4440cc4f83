import { expect, test } from 'vitest'
import type { DeviceLifecycle, OwnedDevice } from '../../src/devices/index.ts'
import { cutOwned, OWNED_WINDOW } from '../../src/devices/owned-rules.ts'
import { changedFacts, toColumns } from '../../src/devices/rules.ts'
import { PAGE_SIZE, readCursor } from '../../src/kernel/paging.ts'

const place = (at: number, lifecycle: DeviceLifecycle) => ({
  place: at,
  device: { id: `dev_${at}`, lifecycle } as OwnedDevice,
})
/** From the newest down to 1. */
const looked = (count: number, lifecycleOf: (at: number) => DeviceLifecycle) =>
  Array.from({ length: count }, (_, index) => place(count - index, lifecycleOf(count - index)))

test('a page has those that live or those that are over, and says whether there are any of these', () => {
  const some = looked(4, (at) => (at % 2 === 0 ? 'active' : 'retired'))
  expect(cutOwned(some, false)).toMatchObject({
    rows: [{ id: 'dev_4' }, { id: 'dev_2' }],
    next: null,
    hasEnded: true,
  })
  expect(cutOwned(some, true).rows.map(({ id }) => id)).toEqual(['dev_3', 'dev_1'])
  expect(
    cutOwned(
      looked(1, () => 'pending'),
      false,
    ).hasEnded,
  ).toBe(false)
})

test('a full page goes on after its last row, one that was looked through in vain below what was looked at', () => {
  const full = cutOwned(
    looked(PAGE_SIZE + 1, () => 'active'),
    false,
  )
  expect([full.rows.length, readCursor(full.next, 1)]).toEqual([PAGE_SIZE, [2]])
  const vain = cutOwned(
    looked(OWNED_WINDOW + 1, () => 'deleted'),
    false,
  )
  expect([vain.rows, readCursor(vain.next, 1)]).toEqual([[], [2]])
})

test('what a device calls itself changes nothing once its owner gave a name; its other facts do', () => {
  const kept = { ...toColumns({ name: 'Workbench', model: 'A' }), nameGiven: true }
  expect(changedFacts(kept, { name: 'agent-7', model: 'B' })).toEqual({ model: 'B' })
  expect(changedFacts({ ...kept, nameGiven: false }, { name: 'agent-7' })).toEqual({ name: 'agent-7' })
})
