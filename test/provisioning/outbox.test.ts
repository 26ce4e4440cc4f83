import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { SECOND } from '../../src/kernel/time.ts'
import { Outbox } from '../../src/provisioning/outbox.ts'
import type { ProjectionRefusal } from '../../src/provisioning/projection.ts'

/** How a session hands its events over to D1, with a store and a D1 of the test's own. */

beforeEach(() => {
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
})
afterEach(() => vi.restoreAllMocks())

const NOW = 1_000_000
type Row = { rev: number; attempts: number; event: { rev: number; audit: { action: string } } }

function prepare(revs: number[], answers: (ProjectionRefusal | Error | null)[] = []) {
  const rows: Row[] = revs.map((rev) => ({
    rev,
    attempts: 2,
    event: { rev, audit: { action: `action.${rev}` } },
  }))
  const done: unknown[][] = []
  const remove = (rev: number) =>
    rows.splice(
      rows.findIndex((row) => row.rev === rev),
      1,
    )
  const note =
    (what: string) =>
    (...values: unknown[]) => {
      done.push([what, ...values.map((one) => (one as Row['event'])?.rev ?? one)])
    }
  const outbox = new Outbox({
    store: {
      nextEvent: () => rows[0] ?? null,
      hasEvent: (rev: number) => rows.some((row) => row.rev === rev),
      removeEvent: (rev: number) => {
        note('remove')(rev)
        remove(rev)
      },
      postponeEvent: (rev: number, attempts: number, at: number) => note('postpone')(rev, attempts, at),
      parkEvent: (rev: number, reason: string) => {
        note('park')(rev, reason)
        remove(rev)
      },
    } as never,
    async project({ rev }) {
      note('project')(rev)
      await Promise.resolve()
      const answer = answers.shift() ?? null
      if (answer instanceof Error) throw answer
      return answer
    },
    landed: note('landed'),
    undo: note('undo'),
    failed: note('failed'),
    now: () => NOW,
  })
  return { outbox, done }
}
const logged = (level: 'warn' | 'error') =>
  vi.mocked(console[level]).mock.calls.map(([line]) => JSON.parse(String(line)))

const landing = (rev: number) => [
  ['project', rev],
  ['remove', rev],
  ['landed', rev],
]
const AWAY: ProjectionRefusal = { kind: 'unavailable', reason: 'D1 did not answer' }

describe('events', () => {
  test('land one after the other, each once', async () => {
    const { outbox, done } = prepare([1, 2])
    await outbox.landAll()
    expect(done).toEqual([...landing(1), ...landing(2)])
    await outbox.landAll()
    expect(done).toHaveLength(6)
  })

  test('wait behind one that D1 does not take, longer each time, and that is told', async () => {
    const { outbox, done } = prepare([1, 2], [AWAY])
    await outbox.landAll()
    expect(done).toEqual([
      ['project', 1],
      ['postpone', 1, 3, NOW + 4 * SECOND],
      ['failed', 3],
    ])
    expect(logged('warn')).toMatchObject([{ event: 'projection.postponed', attempts: 3, action: 'action.1' }])
    await outbox.landAll()
    expect(done.slice(3)).toEqual([...landing(1), ...landing(2)])
  })

  test('go on behind one that D1 refuses for good, which is parked with the reason', async () => {
    const { outbox, done } = prepare([1, 2], [{ kind: 'constraint', reason: 'CHECK' }])
    await outbox.landAll()
    expect(done).toEqual([['project', 1], ['park', 1, 'CHECK'], ['failed', null], ...landing(2)])
    expect(logged('error')).toMatchObject([
      { event: 'projection.parked', action: 'action.1', reason: 'CHECK' },
    ])
  })

  test('go on behind one whose device key lives elsewhere: its claim is undone before it is forgotten', async () => {
    const { outbox, done } = prepare([1, 2], [{ kind: 'key_in_use' }])
    await outbox.landAll()
    expect(done).toEqual([['project', 1], ['undo', 1], ['remove', 1], ...landing(2)])
  })
})

describe('whoever waits for an event', () => {
  test('is told whether it landed', async () => {
    expect(await prepare([1, 2]).outbox.land(2)).toBe(true)
    expect(await prepare([1, 2], [null, AWAY]).outbox.land(2)).toBe(false)
    expect(await prepare([1, 2], [null, AWAY]).outbox.land(1)).toBe(true)
  })

  test('asks D1 for nothing where it has landed before', async () => {
    const { outbox, done } = prepare([5])
    expect(await outbox.land(4)).toBe(true)
    expect(done).toEqual([])
  })

  test('waits for a hand-over that is under way instead of beginning another', async () => {
    const { outbox, done } = prepare([1, 2])
    const all = outbox.landAll()
    expect(outbox.landAll()).toBe(all)
    expect(await Promise.all([outbox.land(1), outbox.land(2), all])).toEqual([true, true, undefined])
    expect(done).toEqual([...landing(1), ...landing(2)])
  })

  test('tries once more where the hand-over that was under way stopped before it', async () => {
    const { outbox, done } = prepare([1], [AWAY])
    const all = outbox.landAll()
    expect(await outbox.land(1)).toBe(true)
    await all
    expect(done.filter(([what]) => what === 'project')).toHaveLength(2)
  })

  test('can ask again after a hand-over that broke', async () => {
    const { outbox } = prepare([1], [new Error('broken')])
    await expect(outbox.landAll()).rejects.toThrow('broken')
    expect(await outbox.land(1)).toBe(true)
  })
})
