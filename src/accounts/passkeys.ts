import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server'
import {
  type AuditAction,
  type AuditDetail,
  auditStatement,
  describeChanges,
  newEntry,
} from '../audit/index.ts'
import { fromBase64Url } from '../kernel/encoding.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { isPrintable } from '../kernel/text.ts'
import type { Instant } from '../kernel/time.ts'
import type { Organisation } from '../organisations/index.ts'
import type { Actor } from '../referee/index.ts'
import { isRefusedBy } from '../runtime/constraints.ts'
import { type Database, runBatch, type Statement } from '../runtime/database.ts'
import { runOnce, spendStatement } from './once-store.ts'
import * as store from './passkeys-store.ts'
import { describeAgent, mayEnter, PASSKEY_CHALLENGE_LIFE, PASSKEY_NAME_MAX, PASSKEYS_MAX } from './rules.ts'
import { type Entered, endFormer, ownActor, prepareSession } from './sessions.ts'
import { endAllSessionsStatement } from './store.ts'
import type { Account, Passkey } from './types.ts'
import {
  ALGORITHMS,
  checkAssertion,
  checkAttestation,
  readAssertion,
  readAttestation,
  relyingPartyOf,
} from './webauthn.ts'

/** Why a passkey opened nothing, or was not added. */
export type PasskeyRefusal =
  /** Nothing came that could be read: no script, or the person gave up. */
  | 'not_read'
  /** The question was answered before, or somebody else was first. */
  | 'late'
  /** No account knows this passkey. */
  | 'unknown'
  /** The proof does not hold. */
  | 'refused'
  /** The authenticator did not check who holds it, which managers and supervisors need. */
  | 'not_verified'
  /** This passkey is in use already. */
  | 'taken'
  | 'too_many'
  /** The account or its organisation is switched off. */
  | 'closed'

/** What a page hands to the browser as JSON, and the challenge that must come back signed. */
export type PasskeyQuestion = { options: string; challenge: string }

/** What a browser answered, and the challenge that it was asked. */
export type PasskeyAnswer = { response: string; challenge: string }

/** Why somebody may make a passkey without being signed in: an address, a link or a secret proved them. */
export type EnrolmentGround = {
  accountId: string
  organisationId: number
  /** Passkeys made at this time or later end the ground: it is good for one. */
  since: Instant
  /** The former passkeys and sessions end with the new one. */
  replaces: boolean
}

/** Somebody who signed in, and where they belong. */
export type PasskeyEntered = Entered & { organisation: Organisation }

/** What people do with their passkeys (WebAuthn). */
export function makePasskeys({ database, baseUrl }: { database: Database; baseUrl: string }) {
  const party = relyingPartyOf(baseUrl)

  const audit = (
    account: Account,
    action: AuditAction,
    now: Instant,
    detail: AuditDetail,
    actor: Actor = ownActor(account),
  ) => {
    const { organisationId, id: accountId } = account
    return auditStatement(database, newEntry({ organisationId, at: now, actor, action, accountId, detail }))
  }

  const spend = (challenge: string, now: Instant, unless?: Parameters<typeof spendStatement>[3]) =>
    spendStatement(
      database,
      { kind: 'passkey_challenge', value: challenge, endsAt: now + 2 * PASSKEY_CHALLENGE_LIFE },
      now,
      unless,
    )

  async function checkNew(account: Account, { response, challenge }: PasskeyAnswer) {
    const attestation = readAttestation(response)
    if (!attestation) return refuse('not_read' as const)
    const verified = account.role !== 'device_owner'
    return checkAttestation(attestation, { challenge, party, verified })
  }

  /** Runs a batch that adds a passkey and uses up its challenge. */
  async function land(statements: Statement[]): Promise<Result<null, PasskeyRefusal>> {
    try {
      return (await runOnce(database, statements)) ? ok(null) : refuse('late')
    } catch (error) {
      if (isRefusedBy(error, 'passkeys.id')) return refuse('taken')
      throw error
    }
  }

  const list = (account: Pick<Account, 'organisationId' | 'id'>) => store.listPasskeys(database, account)

  return {
    /** The passkeys of an account, newest first. */
    list,

    /** What a passkey made in this browser might be called. May be empty. */
    suggestName: (userAgent: string): string => describeAgent(userAgent),

    /** Asks a browser for the passkey of one account, or of anybody who has one in it. */
    async ask(account: Pick<Account, 'organisationId' | 'id'> | null): Promise<PasskeyQuestion> {
      const known = account ? await list(account) : []
      const options = await generateAuthenticationOptions({
        rpID: party.id,
        allowCredentials: known.map(({ id, transports }) => ({ id, transports })),
        userVerification: account ? 'required' : 'preferred',
        timeout: PASSKEY_CHALLENGE_LIFE,
      })
      return { options: JSON.stringify(options), challenge: options.challenge }
    },

    /** Asks a browser to make a passkey that the account does not have yet. */
    async askNew(account: Account): Promise<PasskeyQuestion> {
      const known = await list(account)
      const options = await generateRegistrationOptions({
        rpName: 'Latchkey',
        rpID: party.id,
        userName: account.address,
        userDisplayName: account.name || account.address,
        userID: Uint8Array.from(fromBase64Url(account.ref) ?? []),
        excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
        authenticatorSelection: {
          residentKey: 'required',
          userVerification: account.role === 'device_owner' ? 'preferred' : 'required',
        },
        supportedAlgorithmIDs: ALGORITHMS,
        timeout: PASSKEY_CHALLENGE_LIFE,
      })
      return { options: JSON.stringify(options), challenge: options.challenge }
    },

    /**
     * Signs in whoever holds a passkey; `accountId` where only that account's will do. Nothing is written
     * before the signature was found right.
     */
    async signIn(
      input: PasskeyAnswer & {
        accountId: string | null
        userAgent: string
        /** The staff and owner cookies that the browser had: the session of the same kind ends. */
        former: { staff: string | null; owner: string | null }
      },
      now: Instant,
    ): Promise<Result<PasskeyEntered, PasskeyRefusal>> {
      const assertion = readAssertion(input.response)
      if (!assertion) return refuse('not_read')
      const found = await store.findCredential(database, assertion.id)
      if (!found || (input.accountId !== null && found.account.id !== input.accountId))
        return refuse('unknown')
      const { account, organisation, passkey } = found
      const { userHandle } = assertion.response
      if (userHandle && userHandle !== account.ref) return refuse('refused')
      if (!mayEnter(account, organisation)) return refuse('closed')
      const checked = await checkAssertion(assertion, passkey, { challenge: input.challenge, party })
      if (!checked.ok) return checked
      const { counter, verified, backedUp } = checked.value
      if (account.role !== 'device_owner' && !verified) return refuse('not_verified')
      const { id, name } = passkey
      // An authenticator that counts never counts backwards: this one was copied (WebAuthn 7.2 step 22).
      if ((counter > 0 || passkey.counter > 0) && counter <= passkey.counter) {
        await runOnce(database, [
          spend(input.challenge, now),
          audit(account, 'passkey.refused', now, { passkey: name, reason: 'counter' }),
        ])
        return refuse('refused')
      }
      const options = { assurance: 'passkey' as const, userAgent: input.userAgent }
      const former = account.role === 'device_owner' ? input.former.owner : input.former.staff
      const ended = await endFormer(database, former, now)
      const { statements, ...entered } = prepareSession(database, account, options, now)
      const landed = await land([
        spend(input.challenge, now),
        store.usePasskeyStatement(database, account, { id, counter, backedUp }, now),
        ...ended,
        ...statements,
      ])
      return landed.ok ? ok({ ...entered, organisation }) : landed
    },

    /** Whom a ground speaks of; null when it no longer holds, because they were switched off. */
    async findGround(ground: EnrolmentGround): Promise<Account | null> {
      const found = await store.findHolder(database, ground.organisationId, ground.accountId)
      return found && mayEnter(found.account, found.organisation) ? found.account : null
    },

    /** Makes the first passkey of somebody, or the one that replaces all others, and signs them in. */
    async enrol(
      input: PasskeyAnswer & {
        ground: EnrolmentGround
        name: string
        userAgent: string
        former: string | null
      },
      now: Instant,
    ): Promise<Result<PasskeyEntered, PasskeyRefusal>> {
      const { ground, userAgent } = input
      const found = await store.findHolder(database, ground.organisationId, ground.accountId)
      if (!found || !mayEnter(found.account, found.organisation)) return refuse('closed')
      const { account, organisation } = found
      const made = await checkNew(account, input)
      if (!made.ok) return made
      const name = nameOf(input.name, userAgent)
      const former = await endFormer(database, input.former, now)
      const { statements, ...entered } = prepareSession(
        database,
        account,
        { assurance: 'passkey', userAgent },
        now,
      )
      const { id } = made.value
      const landed = await land([
        spend(input.challenge, now, store.hasPasskeySince(account, ground.since)),
        store.insertPasskeyStatement(database, account, { ...made.value, name }, now),
        ...(ground.replaces
          ? [store.removeOthersStatement(database, account, id), endAllSessionsStatement(database, account)]
          : []),
        ...former,
        audit(account, 'passkey.added', now, { passkey: name, replaced: ground.replaces }),
        ...statements,
      ])
      return landed.ok ? ok({ ...entered, organisation }) : landed
    },

    /** Adds one more passkey for somebody who is signed in. */
    async add(
      account: Account,
      input: PasskeyAnswer & { name: string; userAgent: string },
      now: Instant,
    ): Promise<Result<null, PasskeyRefusal>> {
      const made = await checkNew(account, input)
      if (!made.ok) return made
      if ((await list(account)).length >= PASSKEYS_MAX) return refuse('too_many')
      const name = nameOf(input.name, input.userAgent)
      return land([
        spend(input.challenge, now),
        store.insertPasskeyStatement(database, account, { ...made.value, name }, now),
        audit(account, 'passkey.added', now, { passkey: name }),
      ])
    },

    /** Gives a passkey of the account another name: 1 to 60 characters, checked by the caller. */
    async rename(account: Account, passkey: Passkey, name: string, now: Instant): Promise<void> {
      if (name === passkey.name) return
      await runBatch(database, [
        store.renamePasskeyStatement(database, account, passkey.id, name),
        audit(account, 'passkey.renamed', now, {
          passkey: passkey.name,
          changes: describeChanges({ name: passkey.name }, { name }),
        }),
      ])
    },

    /** Removes a passkey; never the last one of a manager or supervisor. */
    async remove(account: Account, id: string, now: Instant): Promise<Result<null, 'unknown' | 'last'>> {
      const known = await list(account)
      const passkey = known.find((one) => one.id === id)
      if (!passkey) return refuse('unknown')
      if (known.length === 1 && account.role !== 'device_owner') return refuse('last')
      try {
        await runBatch(database, [
          ...store.removePasskeyStatements(database, account, id),
          audit(account, 'passkey.removed', now, { passkey: passkey.name }),
        ])
      } catch (error) {
        if (!isRefusedBy(error, 'accounts.changed_at')) throw error
        return refuse((await list(account)).some((one) => one.id === id) ? 'last' : 'unknown')
      }
      return ok(null)
    },
  }
}

/** What somebody calls a passkey, or what its browser calls itself. */
function nameOf(given: string, userAgent: string): string {
  const name = given.trim().slice(0, PASSKEY_NAME_MAX)
  return name !== '' && isPrintable(name) ? name : describeAgent(userAgent) || 'Passkey'
}

export type Passkeys = ReturnType<typeof makePasskeys>
