import { afterEach, expect, test, vi } from 'vitest'
import { makeKeyring } from '../../src/kernel/secrets.ts'
import { pinMacOf } from '../../src/provisioning/pins.ts'
import { makeSessionResealing, resealCodes } from '../../src/provisioning/resealing.ts'
import type { Grant } from '../../src/provisioning/types.ts'
import { sealContext } from '../../src/provisioning/views.ts'
import { openDatabase } from '../../src/runtime/database.ts'
import { fakeSessions } from '../support/fake-sessions.ts'
import { invitation } from './known.ts'
import { itsSession, KEYS, remember } from './memory.ts'
import { grant } from './samples.ts'

afterEach(() => vi.restoreAllMocks())

const former = { id: 'k0', bytes: new Uint8Array(32).fill(9) }
const before = makeKeyring({ ...KEYS, current: former })
const now = makeKeyring({ ...KEYS, previous: former })

/** Credentials as each keyring keeps them, of what has this id. */
function kept(id: string, seals = before, macs = before) {
  const pin = '12345678'
  const { context } = remember({}, macs)
  return {
    sealed: seals.seal(JSON.stringify({ secret: 'secret', pin }), sealContext('ref', id)),
    pinMac: pinMacOf(context, 'ref', pin),
  }
}
const code = (id: string, change: Partial<Grant>): Grant => ({ ...grant, id, ...kept(id), ...change })
const reseal = (grants: Grant[], invitations = [] as ReturnType<typeof invitation>[]) => {
  const { memory, context } = remember({ session: itsSession, grants, invitations }, now)
  return { count: resealCodes(context), ...memory }
}

test('what the former key sealed is sealed by the current one, with the same secret and PIN', () => {
  const { count, grants, invitations } = reseal([code('grt_1', {})], [invitation(kept('inv_1'))])
  expect(count).toEqual({ resealed: 2, unreadable: 0 })
  for (const { id, sealed, pinMac } of [...grants, ...invitations]) {
    expect(sealed).not.toBe(kept(id).sealed)
    const alone = makeKeyring(KEYS)
    expect(alone.open(sealed ?? '', sealContext('ref', id))).toBe('{"secret":"secret","pin":"12345678"}')
    expect(pinMac).toBe(kept(id, now, now).pinMac)
  }
})

test('a seal or a MAC of the former key alone is enough', () => {
  const { count, grants } = reseal([
    code('grt_1', kept('grt_1', now, before)),
    code('grt_2', kept('grt_2', before, now)),
    code('grt_3', { pinMac: null }),
  ])
  expect(count.resealed).toBe(3)
  expect(grants.map(({ pinMac }) => pinMac)).toEqual([
    kept('grt_1', now, now).pinMac,
    kept('grt_2', now, now).pinMac,
    null,
  ])
})

test('what the current key sealed, what has no seal and what has ended stay as they are', () => {
  const grants = [
    ...[code('grt_1', kept('grt_1', now, now)), code('grt_2', { ...kept('grt_2', now, now), pinMac: null })],
    ...[code('grt_3', { sealed: null }), code('grt_4', { state: 'exhausted' })],
  ]
  const over = [invitation({ ...kept('inv_1'), state: 'revoked' })]
  const after = reseal(grants, over)
  expect(after.count).toEqual({ resealed: 0, unreadable: 0 })
  expect(after).toMatchObject({ grants, invitations: over })
})

test('what neither key opens counts as unreadable, and stays', () => {
  const foreign = [code('grt_1', { sealed: kept('grt_2').sealed })]
  const { count, grants } = reseal(foreign)
  expect(count).toEqual({ resealed: 0, unreadable: 1 })
  expect(grants).toEqual(foreign)
})

test('a session without a row has nothing to seal', () => {
  const { context } = remember({ grants: [code('grt_1', {})] }, now)
  expect(resealCodes(context)).toEqual({ resealed: 0, unreadable: 0 })
})

/** Wakes the sessions of these refs; what each answers is in its name. */
async function wake(living: [id: string, ref: string][], limit: number) {
  const answer = { raw: async () => living }
  const database = openDatabase({ prepare: () => ({ bind: () => answer }) } as unknown as D1Database)
  const asked: string[] = []
  const provisionSessions = fakeSessions((ref) => ({
    async resealCodes() {
      asked.push(ref)
      if (ref === 'away') throw new Error('it is away')
      return { resealed: 2, unreadable: ref === 'broken' ? 1 : 0 }
    },
  }))
  const step = makeSessionResealing({ database, provisionSessions })
  return { asked, ...(await step(null, limit)) }
}

test('each session that holds a living invitation is woken, and what they say is added up', async () => {
  const refs = Array.from({ length: 12 }, (_, index): [string, string] => [`inv_${index}`, `ref_${index}`])
  const { asked, ...sum } = await wake(refs, 50)
  expect(asked).toEqual(refs.map(([, ref]) => ref))
  expect(sum).toEqual({ resealed: 24, left: 0, unreadable: 0, next: null })
  const full = await wake([...refs, ['inv_z', 'broken']], 13)
  expect(full).toMatchObject({ resealed: 26, unreadable: 1, next: 'inv_z' })
  expect(await wake([], 0)).toMatchObject({ resealed: 0, next: null })
})

test('a session that does not answer is left for the next pass, and said in the log', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  expect(
    await wake(
      [
        ['inv_1', 'away'],
        ['inv_2', 'here'],
      ],
      50,
    ),
  ).toMatchObject({
    ...{ resealed: 2, left: 1, unreadable: 0, next: null },
  })
  expect(JSON.stringify(warn.mock.calls)).toContain('session.not_resealed')
  expect(JSON.stringify(warn.mock.calls)).toContain('it is away')
})
