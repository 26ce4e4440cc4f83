import { auditStatement, newEntry } from '../audit/index.ts'
import { checkFields, type FieldProblems } from '../kernel/fields.ts'
import { PAGE_SIZE, type Page } from '../kernel/paging.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { equalText, hashSecret, makeCode, makeLongSecret } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import { isRefusedBy } from '../runtime/constraints.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import {
  API_KEYS_MAX,
  type ApiKeyForm,
  apiKeySchema,
  idOfKey,
  KEY_NAME_LENGTH,
  KEY_NAME_LETTERS,
  keyNameOf,
  stateOfKey,
} from './api-keys-rules.ts'
import * as store from './api-keys-store.ts'
import type { ApiScope } from './types.ts'

type Change = { organisationId: number; actor: Actor; now: Instant }

/** A system of an organisation that came in with a key. */
export type ApiCaller = { keyId: string; organisationId: number; name: string; scopes: ApiScope[] }

/** Keys with which an organisation's own systems call `/api`. */
export function makeApiKeys(database: Database) {
  const audited = (change: Change, action: 'api_key.created' | 'api_key.revoked', key: store.ApiKey) =>
    auditStatement(
      database,
      newEntry({
        organisationId: change.organisationId,
        at: change.now,
        actor: change.actor,
        action,
        detail: {
          name: key.name,
          ...{ scopes: key.scopes.join(', '), hint: key.hint },
          ...(key.endsAt !== null && { endsAt: key.endsAt }),
        },
      }),
    )

  return {
    /** A page of the keys, those that ended included, newest first. */
    list(organisationId: number, after: string | null): Promise<Page<store.ApiKey>> {
      return store.listKeys(database, organisationId, { after, size: PAGE_SIZE })
    },

    /** Null where the organisation has no such key. */
    find(organisationId: number, id: string): Promise<store.ApiKey | null> {
      return store.findKey(database, organisationId, id)
    },

    /**
     * Makes a key. `secret` is the key itself, `lk_…`: only its hash is kept. `sent_before`: this very form made its
     * key already, whose secret nobody knows any more but who was shown it.
     */
    async make(
      change: Change,
      form: ApiKeyForm,
    ): Promise<Result<{ key: store.ApiKey; secret: string }, FieldProblems | 'sent_before'>> {
      const { organisationId, actor, now } = change
      const checked = checkFields(apiKeySchema(now), form)
      if (!checked.ok) return checked
      if ((await store.countLiving(database, organisationId, now)) >= API_KEYS_MAX)
        return refuse({ name: { code: 'too_many', limit: API_KEYS_MAX } })
      const { name, endsOn } = checked.value
      const word = form.once ? keyNameOf(organisationId, form) : makeCode(KEY_NAME_LETTERS, KEY_NAME_LENGTH)
      const secret = `lk_${word}_${makeLongSecret()}`
      const key: store.ApiKey = {
        id: `key_${word}`,
        name,
        scopes: [...new Set(checked.value.scopes)],
        hint: secret.slice(-4),
        createdBy: actor.id,
        createdAt: now,
        endsAt: endsOn,
        lastUsedAt: null,
        revokedAt: null,
      }
      try {
        await runBatch(database, [
          store.insertKeyStatement(database, organisationId, { ...key, hash: hashSecret(secret) }),
          audited(change, 'api_key.created', key),
        ])
      } catch (error) {
        if (isRefusedBy(error, 'api_keys.id')) return refuse('sent_before')
        throw error
      }
      return ok({ key, secret })
    },

    /** Ends a key at once. */
    async revoke(change: Change, id: string): Promise<Result<null, 'not_found' | 'already'>> {
      const key = await store.findKey(database, change.organisationId, id)
      if (!key) return refuse('not_found')
      if (key.revokedAt !== null) return refuse('already')
      await runBatch(database, [
        store.revokeKeyStatement(database, change.organisationId, id, change.now),
        audited(change, 'api_key.revoked', key),
      ])
      return ok(null)
    },

    /**
     * Who comes with this key. `setup_disabled`: the key is good, and service or organisation are switched off. What it
     * may do is in its scopes; its use is noted by `apiKeyUsedStatement` in the batch of what it does.
     */
    async authenticate(
      presented: string,
      now: Instant,
    ): Promise<Result<ApiCaller, 'invalid_api_key' | 'setup_disabled'>> {
      const id = idOfKey(presented)
      const found = id && (await store.readPresented(database, id))
      if (!found || !equalText(found.hash, hashSecret(presented))) return refuse('invalid_api_key')
      if (stateOfKey(found, now) !== 'active') return refuse('invalid_api_key')
      if (!found.organisationEnabled || !found.serviceEnabled) return refuse('setup_disabled')
      const { organisationId, name, scopes } = found
      return ok({ keyId: found.id, organisationId, name, scopes })
    },
  }
}

export type ApiKeys = ReturnType<typeof makeApiKeys>
