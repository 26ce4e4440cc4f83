import * as z from 'zod'
import { auditStatement, describeChanges, newEntry } from '../audit/index.ts'
import { checkFields, countField, type FieldProblems } from '../kernel/fields.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import {
  type AskDoor,
  codesOpenAt,
  LIMIT_BOUNDS,
  type LimitSettings,
  organisationLimits,
  serviceLimits,
  THROW_AWAY,
  type ThrowAway,
} from './limits-rules.ts'
import * as store from './limits-store.ts'

/** The service itself among organisations. */
const SERVICE = 0

/** What a form gives: texts. Empty limits: ours. */
export type LimitsForm = { hourlyCodes: string; dailyPeople: string; throwAway: string }

export type LimitsView = {
  set: LimitSettings
  /** What holds in the end. */
  limits: { hourlyCodes: number; dailyPeople: number }
  /** What an organisation may set at most. */
  service: { hourlyCodes: number; dailyPeople: number }
  /** Codes of this hour, at `/setup` and at `/sign-in`, and people of today. */
  used: { codes: number; signIns: number; people: number }
}

/** What strangers may cause in an organisation and in the whole service. */
export function makeLimits(database: Database) {
  return {
    /** Counts an ask for a code, or notes that the limit held it back. One round trip. */
    async admitAsk(
      ask: { organisationId: number; door: AskDoor; checked: boolean; checkDown: boolean },
      now: Instant,
    ): Promise<Result<{ throwAway: ThrowAway }, { opensAt: Instant }>> {
      const { admitted, throwAway } = await store.raiseAsk(database, ask, now)
      return admitted ? ok({ throwAway }) : refuse({ opensAt: codesOpenAt(now) })
    },

    /** An ask that was admitted at `now` brought no mail: it counts for nothing. One round trip. */
    async returnAsk(
      ask: { organisationId: number; door: AskDoor; checked: boolean },
      now: Instant,
    ): Promise<void> {
      await runBatch(database, [store.lowerAskStatement(database, ask, now)])
    },

    /** A code of the organisation died of wrong tries; 0: one for `/sign-in`. */
    async noteGuesses(organisationId: number, now: Instant): Promise<void> {
      await runBatch(database, [store.noteStatement(database, organisationId, 'guesses', now)])
    },

    /** Of an organisation, or of the service (0). One round trip. */
    async read(organisationId: number, now: Instant): Promise<LimitsView> {
      const { own, service, codes, signIns, people } = await store.readLimits(database, organisationId, now)
      return {
        set: own,
        limits: organisationId === SERVICE ? serviceLimits(own) : organisationLimits(own, service),
        service: serviceLimits(service),
        used: { codes, signIns, people },
      }
    },

    /** Sets what holds for an organisation, within what the service allows, or for the service (0). */
    async save(
      organisationId: number,
      form: LimitsForm,
      by: { actor: Actor; now: Instant },
    ): Promise<Result<null, FieldProblems>> {
      const { actor, now } = by
      const { own, service } = await store.readLimits(database, organisationId, now)
      const most = organisationId === SERVICE ? null : serviceLimits(service)
      const checked = checkFields(formSchema(most), form)
      if (!checked.ok) return checked
      const changes = describeChanges(own, checked.value)
      if (changes.length === 0) return ok(null)
      const action = organisationId === SERVICE ? 'service.configured' : 'organisation.configured'
      await runBatch(database, [
        store.saveLimitsStatement(database, organisationId, checked.value, now),
        auditStatement(
          database,
          newEntry({ organisationId, at: now, actor, action, detail: { changed: 'limits', changes } }),
        ),
      ])
      return ok(null)
    },

    /** Forgets counters that are too old to matter. */
    async prune(now: Instant): Promise<void> {
      await runBatch(database, [store.pruneStatement(database, now)])
    },
  }
}

export type Limits = ReturnType<typeof makeLimits>

function formSchema(most: { hourlyCodes: number; dailyPeople: number } | null) {
  const limit = (max: number) => countField(LIMIT_BOUNDS.min, max)
  return z.object({
    hourlyCodes: limit(most?.hourlyCodes ?? LIMIT_BOUNDS.max),
    dailyPeople: limit(most?.dailyPeople ?? LIMIT_BOUNDS.max),
    throwAway: z.enum(THROW_AWAY),
  })
}
