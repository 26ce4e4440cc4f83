import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACTION_GROUPS, actionsOf, NO_FILTERS } from '../../src/audit/index.ts'
import { GROUP_OF, mergeArms, type PlacedEntry, planReading } from '../../src/audit/reading-rules.ts'

const entry = (at: number, row: number, action: PlacedEntry['action'], accountId: string): PlacedEntry => ({
  id: `aud_${row}`,
  organisationId: 1,
  at,
  row,
  actor: { kind: 'owner', id: accountId },
  action,
  accountId,
  deviceId: null,
  detail: {},
})

describe('merging what several indexes found', () => {
  const actions = actionsOf('codes')
  const tables = fc
    .array(
      fc.record({ at: fc.nat(20), action: fc.constantFrom(...actions), who: fc.constantFrom('a', 'b') }),
      {
        maxLength: 120,
      },
    )
    .map((rows) => rows.map(({ at, action, who }, row) => entry(at, row, action, who)))

  test('pages, put together, are the whole list in order, nothing twice and nothing lost', () => {
    fc.assert(
      fc.property(
        tables,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(null, 'a'),
        (table, size, actorId) => {
          const filters = { ...NO_FILTERS, actions, ...(actorId && { accountId: actorId }) }
          const plan = planReading(filters, size)
          const sorted = table.toSorted((one, other) => other.at - one.at || other.row - one.row)
          const seen: PlacedEntry[] = []
          let after: { at: number; row: number } | null = null
          for (let pages = 0; ; pages++) {
            expect(pages).toBeLessThan(200)
            const from = after
            const rest = sorted.filter(
              ({ at, row }) => !from || at < from.at || (at === from.at && row < from.row),
            )
            const found = plan.arms.map(({ column, value }) =>
              rest
                .filter((one) => (column === 'action' ? one.action : one.accountId) === value)
                .slice(0, plan.limit),
            )
            const page = mergeArms(found, plan, size)
            expect(page.entries.length).toBeLessThanOrEqual(size)
            seen.push(...page.entries)
            if (page.next === null) break
            after = page.next
          }
          expect(seen).toEqual(sorted.filter((one) => !actorId || one.accountId === actorId))
        },
      ),
    )
  })
})

test('every action belongs to a group that can be chosen', () => {
  const grouped = ACTION_GROUPS.flatMap(actionsOf)
  expect(grouped.toSorted()).toEqual(Object.keys(GROUP_OF).toSorted())
})
