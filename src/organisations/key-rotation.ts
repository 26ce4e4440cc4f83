import type { Keyring } from '../kernel/secrets.ts'
import { DAY, type Instant } from '../kernel/time.ts'
import type { Database } from '../runtime/database.ts'
import { log } from '../runtime/logger.ts'
import type { ResealStep } from '../runtime/resealing.ts'
import { type RotationRow, readRotation, saveRotation } from './key-rotation-store.ts'
import { ROTATED, type Rotated } from './key-rotation-types.ts'

/** How many steps a run takes, and how many rows each. */
const STEPS = 10
const STEP_SIZE = 50

/**
 * While the former master key is there, brings what is stored under it under the current one: a pass through
 * everything, some of it each minute, and another a day after it ended, because an isolate of before may still have
 * sealed with the former key meanwhile. Without a former key it does nothing.
 */
export async function resealFormer(
  options: { database: Database; keys: Keyring; steps: Record<Rotated, ResealStep> },
  now: Instant,
): Promise<void> {
  const { database, keys, steps } = options
  const { currentId, formerId } = keys
  if (formerId === null) return
  let state = begin(await readRotation(database), { keyId: currentId, formerId }, now)
  if (state.finishedAt !== null) return
  for (let count = 0; count < STEPS && state.finishedAt === null; count++) {
    const { next, ...counted } = await steps[state.kind](state.after, STEP_SIZE)
    const sum = state.counts[state.kind] ?? { resealed: 0, left: 0, unreadable: 0 }
    const counts = {
      ...state.counts,
      [state.kind]: {
        resealed: sum.resealed + counted.resealed,
        left: sum.left + counted.left,
        unreadable: sum.unreadable + counted.unreadable,
      },
    }
    const following = next === null ? ROTATED[ROTATED.indexOf(state.kind) + 1] : state.kind
    state = following
      ? { ...state, counts, kind: following, after: next }
      : { ...state, counts, after: null, finishedAt: now, found: counts, foundAt: now }
    await saveRotation(database, state)
  }
  if (state.finishedAt !== null) {
    const all = Object.values(state.counts)
    log('info', 'keys.resealed', {
      former: formerId,
      resealed: all.reduce((sum, one) => sum + one.resealed, 0),
      left: all.reduce((sum, one) => sum + one.left, 0),
      unreadable: all.reduce((sum, one) => sum + one.unreadable, 0),
    })
  }
}

/** The pass that is under way, or a new one where the keys are others or the last one is a day old. */
function begin(
  state: RotationRow | null,
  keys: Pick<RotationRow, 'keyId' | 'formerId'>,
  now: Instant,
): RotationRow {
  const same = state?.keyId === keys.keyId && state.formerId === keys.formerId ? state : null
  if (same && (same.finishedAt === null || now - same.finishedAt < DAY)) return same
  return {
    ...keys,
    ...{ kind: ROTATED[0], after: null, counts: {}, beganAt: now, finishedAt: null },
    ...{ found: same?.found ?? null, foundAt: same?.foundAt ?? null },
  }
}
