import * as z from 'zod'
import { auditStatement, newEntry } from '../audit/index.ts'
import { normaliseAddress } from '../kernel/address.ts'
import { checkFields, type FieldProblems } from '../kernel/fields.ts'
import { makeId, makeRef } from '../kernel/ids.ts'
import type { Locale } from '../kernel/locale.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { equalText, hashSecret, randomBytes } from '../kernel/secrets.ts'
import { isPrintable } from '../kernel/text.ts'
import { type Instant, MINUTE } from '../kernel/time.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { findByAddress } from './entrances-store.ts'
import { isSpent, runOnce, spendStatement } from './once-store.ts'
import type { EnrolmentGround } from './passkeys.ts'
import { NAME_MAX } from './rules.ts'
import { endAllSessionsStatement, insertAccountStatements } from './store.ts'
import type { Account } from './types.ts'

/** The template of supervisors, made by the migration that made organisation 0. */
const TEMPLATE = 'act_supervisor'

/** Refused attempts become one row of the audit in so long, whoever makes them. */
const REFUSAL_SPAN = 15 * MINUTE

/** `open`: the secret that is configured was not used yet. */
export type BootstrapState = 'unconfigured' | 'open' | 'used'

export type ClaimForm = { secret: string; email: string; name: string }

export type ClaimRefusal =
  | { code: 'unconfigured' }
  | { code: 'fields'; problems: FieldProblems }
  /** Wrong, or used before: nobody is told which. */
  | { code: 'refused' }

const claimSchema = z.object({
  secret: z.string().trim().min(1).max(200),
  email: z
    .string()
    .min(1)
    .transform((text) => normaliseAddress(text) ?? '')
    .refine((address) => address !== '', 'not_an_address'),
  name: z
    .string()
    .trim()
    .min(1)
    .max(NAME_MAX)
    .refine((name) => isPrintable(name), 'not_text'),
})

/** How a fresh installation gets its first supervisor, and how the last one who lost every passkey comes back. */
export function makeBootstrap({ database, secret }: { database: Database; secret: string | null }) {
  const oneTime = { kind: 'bootstrap', value: secret ?? '', endsAt: null } as const

  async function refuseAttempt(reason: 'wrong' | 'used', now: Instant) {
    const entry = newEntry({
      organisationId: 0,
      at: now,
      actor: { kind: 'system', id: 'claim' },
      action: 'bootstrap.refused',
      detail: { reason },
    })
    const id = `aud_bootstrap_${Math.floor(now / REFUSAL_SPAN)}`
    await runBatch(database, [auditStatement(database, { ...entry, id })])
    return refuse({ code: 'refused' } as const)
  }

  return {
    async readBootstrap(): Promise<BootstrapState> {
      if (secret === null) return 'unconfigured'
      return (await isSpent(database, oneTime)) ? 'used' : 'open'
    },

    /**
     * Makes the first supervisor, or one more with a new secret; an address that is a supervisor's already gets
     * new passkeys instead. What comes back lets the browser make a passkey.
     */
    async claim(
      form: ClaimForm,
      locale: Locale,
      now: Instant,
    ): Promise<Result<EnrolmentGround, ClaimRefusal>> {
      if (secret === null) return refuse({ code: 'unconfigured' })
      const checked = checkFields(claimSchema, form)
      if (!checked.ok) return refuse({ code: 'fields', problems: checked.error })
      const { email: address, name } = checked.value
      if (!equalText(hashSecret(checked.value.secret), hashSecret(secret))) return refuseAttempt('wrong', now)
      const known = (await findByAddress(database, 0, address))?.account ?? null
      if (known && (known.state === 'disabled' || known.state === 'deleted'))
        return refuse({ code: 'fields', problems: { email: { code: 'not_accepted' } } })
      const account = known ?? makeSupervisor({ address, name, locale })
      const won = await runOnce(database, [
        spendStatement(database, oneTime, now),
        ...(known
          ? [endAllSessionsStatement(database, account)]
          : insertAccountStatements(database, account, now, 0)),
        auditStatement(
          database,
          newEntry({
            organisationId: 0,
            at: now,
            actor: { kind: 'supervisor', id: account.id },
            action: 'bootstrap.used',
            accountId: account.id,
            detail: { address, recovered: known !== null },
          }),
        ),
      ])
      if (!won) return refuseAttempt('used', now)
      return ok({ accountId: account.id, organisationId: 0, since: now, replaces: known !== null })
    },
  }
}

function makeSupervisor(person: Pick<Account, 'address' | 'name' | 'locale'>): Account {
  return {
    ...person,
    id: makeId('acc', randomBytes(16)),
    organisationId: 0,
    ref: makeRef(randomBytes(16)),
    role: 'supervisor',
    state: 'active',
    phone: null,
    termsVersion: null,
    deviceLimit: null,
    atLimit: 'refuse',
    permissions: [],
    defaultOwnership: 'inherit',
    templateId: TEMPLATE,
    groups: [],
  }
}
