import type { Account } from '../accounts/index.ts'
import { auditStatement, newEntry } from '../audit/index.ts'
import { type Certificates, escapeNameValue, revokeStatements } from '../certificates/index.ts'
import { ID_BYTES, makeId } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { computePassword, hashSecret, type Keyring, makeSecret, randomBytes } from '../kernel/secrets.ts'
import { type Instant, SECOND } from '../kernel/time.ts'
import { openModuleSecret } from '../organisations/index.ts'
import { type Actor, refereeOf } from '../referee/index.ts'
import { isRefusedBy } from '../runtime/constraints.ts'
import { type Database, runBatch, type Statement } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import {
  EXTERNAL_LIFE,
  FILE_LIFE,
  isSigned,
  judgeReturn,
  type ModuleAnswer,
  readModuleAnswer,
  writeModuleUrl,
} from './rules.ts'
import * as store from './store.ts'
import type { DerivedFile, FileRefusal, Returned, ReturnRefusal, Started, StartRefusal } from './types.ts'

/** Who asks: an account, its organisation, and where the supervisor says the module is. */
type Asking = {
  account: Account
  organisation: { id: number; name: string; siteId: string }
  /** `https://…`; null: our own authority makes it. */
  moduleUrl: string | null
}

type Action = 'derived_credential.started' | 'derived_credential.issued' | 'derived_credential.failed'

/** Credentials that people obtain for a device on the strength of a stronger one that they hold. */
export function makeDerivedCredentials(options: {
  database: Database
  provisionSessions: DurableObjectNamespace
  certificates: Pick<Certificates, 'makeDerived'>
  keys: Keyring
  baseUrl: string
}) {
  const { database, keys } = options
  const mayUse = ({ permissions }: Account) => permissions.includes('derived_credential')
  const whoseOf = ({ organisationId, id: accountId }: Account): store.Whose => ({ organisationId, accountId })
  const actorOf = ({ role, id }: Account): Actor => ({ kind: role === 'device_owner' ? 'owner' : role, id })

  function audited(
    account: Account,
    deviceId: string,
    action: Action,
    detail: Record<string, string>,
    at: Instant,
  ) {
    const { organisationId, id: accountId } = account
    const entry = { organisationId, at, actor: actorOf(account), action, accountId, deviceId, detail }
    return auditStatement(database, newEntry(entry))
  }

  /** The one that was issued before is over, and so is its certificate. */
  function supersede(row: { id: string; deviceId: string; organisationId: number }, now: Instant) {
    const { organisationId, deviceId } = row
    const reason = 'superseded'
    return [
      store.supersedeStatement(database, row, now),
      ...revokeStatements(database, { organisationId, deviceId, kind: 'derived', reason, now }),
    ]
  }

  /** Pages that are open hear of it; they find out by themselves otherwise. */
  async function announce({ ref }: Account, deviceId: string): Promise<void> {
    try {
      await refereeOf(options.provisionSessions, ref).announce({ deviceId })
    } catch (error) {
      log('warn', 'derived_credential.not_announced', { reason: describeError(error) })
    }
  }

  /** What protects the file: computed from the secret that fetches it, so that neither is stored. */
  function passwordOf(secret: string): string {
    return computePassword(keys, 'derived-password', secret)
  }

  async function begin(
    { account, organisation, moduleUrl }: Asking,
    device: { id: string; epoch: number; platform: string },
    sealedSecret: string | null,
    now: Instant,
  ): Promise<Result<{ started: Started; statements: Statement[] }, 'not_ready'>> {
    const id = makeId('drv', randomBytes(ID_BYTES))
    const secret = makeSecret()
    const endsAt = now + (moduleUrl === null ? FILE_LIFE : EXTERNAL_LIFE)
    const row = {
      ...{ id, ...whoseOf(account), deviceId: device.id, epoch: device.epoch },
      ...{ kind: moduleUrl === null ? ('built_in' as const) : ('external' as const), createdAt: now },
      ...{ secretHash: hashSecret(secret), secretEndsAt: endsAt },
    }
    const statements = store.startStatements(database, row)
    if (moduleUrl === null)
      return ok({
        started: { kind: 'built_in', id, secret, password: passwordOf(secret), endsAt },
        statements,
      })
    const key = openModuleSecret(keys, sealedSecret)
    if (key === null) return refuse('not_ready')
    const request = {
      account: account.address,
      name: account.name,
      device: device.id,
      platform: device.platform,
      organisation: organisation.siteId,
      return_to: `${options.baseUrl}/portal/derived/return`,
      state: secret,
      expires: Math.floor(endsAt / SECOND),
    }
    const url = writeModuleUrl(moduleUrl, request, key)
    return ok({ started: { kind: 'external', url, host: new URL(url).host, endsAt }, statements })
  }

  return {
    /**
     * Begins one, at the external module where there is one, else from the organisation's own authority. `again`:
     * the person said that it may take the place of the one that was issued; that one holds until then.
     */
    async start(
      input: Asking & { deviceId: string; again: boolean; now: Instant },
    ): Promise<Result<Started, StartRefusal>> {
      const { account, deviceId, now } = input
      if (!mayUse(account)) return refuse('not_permitted')
      const ground = await store.readGround(database, whoseOf(account), deviceId, now)
      if (!ground || ground.device.platform === null) return refuse('not_found')
      const { lifecycle, epoch, platform } = ground.device
      if (lifecycle !== 'active') return refuse('not_active')
      if (ground.present?.state === 'issued' && !input.again) return refuse('has_one')
      const begun = await begin(input, { id: deviceId, epoch, platform }, ground.sealedSecret, now)
      if (!begun.ok) return begun
      const { started, statements } = begun.value
      await runBatch(database, [
        ...statements,
        audited(account, deviceId, 'derived_credential.started', { kind: started.kind }, now),
      ])
      await announce(account, deviceId)
      return ok(started)
    },

    /** What the module answered. Anything that is not its own, first answer in time changes nothing. */
    async finish(input: {
      account: Account
      answer: ModuleAnswer
      now: Instant
    }): Promise<Result<Returned, ReturnRefusal>> {
      const { account, answer, now } = input
      if (!mayUse(account)) return refuse({ reason: 'not_permitted', deviceId: null })
      const read = readModuleAnswer(answer)
      const found = read && (await store.readReturn(database, whoseOf(account), hashSecret(read.state)))
      if (!found) return refuse({ reason: 'unknown', deviceId: null })
      const { result } = read
      const { row, holds, sealedSecret } = found
      const { deviceId } = row
      const key = openModuleSecret(keys, sealedSecret)
      if (key === null || !isSigned(answer, key)) return refuse({ reason: 'not_ours', deviceId })
      const judged = judgeReturn({ ...row, holds }, result, now)
      if (judged === 'again') return ok({ deviceId, result })
      if (judged !== 'accept') return refuse({ reason: judged, deviceId })
      const state = result === 'success' ? 'issued' : 'failed'
      try {
        await runBatch(database, [
          store.answerStatement(database, row, state, now),
          ...(state === 'issued' ? supersede(row, now) : []),
          audited(account, deviceId, `derived_credential.${state}`, { kind: row.kind }, now),
        ])
      } catch (error) {
        if (isRefusedBy(error, store.CHANGED)) return refuse({ reason: 'used', deviceId })
        throw error
      }
      await announce(account, deviceId)
      return ok({ deviceId, result })
    },

    /**
     * The certificate with its key, made at this moment: for who holds the secret of its page, once, and within two
     * minutes once more with another key. What the device had before is revoked.
     */
    async makeFile(
      input: Pick<Asking, 'account' | 'organisation'> & {
        deviceId: string
        id: string
        secret: string
        now: Instant
      },
    ): Promise<Result<DerivedFile, FileRefusal>> {
      const { account, organisation, deviceId, id, secret, now } = input
      if (!mayUse(account)) return refuse('not_permitted')
      const whose = whoseOf(account)
      try {
        const made = await options.certificates.makeDerived({
          ...{ organisation, accountId: account.id, deviceId, now },
          subject: subjectOf(account, organisation),
          password: passwordOf(secret),
          before: ({ serial, endsAt }) => [
            store.claimFileStatement(database, whose, {
              ...{ id, deviceId, secretHash: hashSecret(secret), serial, endsAt, now },
            }),
            ...supersede({ id, deviceId, organisationId: account.organisationId }, now),
            audited(account, deviceId, 'derived_credential.issued', { kind: 'built_in', serial }, now),
          ],
        })
        if (!made.ok) return made
        const { pkcs12: bytes, serial, endsAt } = made.value
        await announce(account, deviceId)
        return ok({ bytes, serial, endsAt })
      } catch (error) {
        if (isRefusedBy(error, store.CHANGED))
          return refuse((await store.isKnown(database, whose, { id, deviceId })) ? 'over' : 'not_found')
        log('error', 'derived_credential.not_made', { reason: describeError(error) })
        return refuse('no_certificate')
      }
    },
  }
}

export type DerivedCredentials = ReturnType<typeof makeDerivedCredentials>

/** Who the certificate is about: a person, by name where they told it, and their address. */
function subjectOf({ name, address }: Account, organisation: { name: string }) {
  const person = escapeNameValue(name.trim() || address)
  return {
    subject: `CN=${person},O=${escapeNameValue(organisation.name)}`,
    email: address,
    keyUsage: ['digital_signature' as const],
  }
}
