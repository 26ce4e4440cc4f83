import { type AuditDetail, auditStatement, newEntry } from '../audit/index.ts'
import { normaliseAddress } from '../kernel/address.ts'
import type { FieldProblems } from '../kernel/fields.ts'
import { makeId, makeRef } from '../kernel/ids.ts'
import type { Locale } from '../kernel/locale.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { randomBytes } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import { messageStatement, queueMessages } from '../messaging/index.ts'
import type { Actor } from '../referee/index.ts'
import type { Bindings } from '../runtime/bindings.ts'
import { isRefusedBy } from '../runtime/constraints.ts'
import { type Database, runBatch, type Statement } from '../runtime/database.ts'
import { endRecoveriesStatement } from './entrances-store.ts'
import * as store from './managers-store.ts'
import { endAllSessionsStatement, insertAccountStatements } from './store.ts'
import type { Account } from './types.ts'

/** Supervisors are accounts of the service itself. */
const SERVICE_ID = 0

/** Whom to invite, and in whose name. `locale` is what the mail is written in. */
export type Invitation = { email: string; locale: Locale; actor: Actor; now: Instant }

type Team = { id: number; role: store.TeamRole }

/** Who manages an organisation, and who supervises the service. */
export function makeManagers(options: { database: Database; messages: Bindings['messages'] }) {
  const { database, messages } = options

  const audited = (
    account: Pick<Account, 'organisationId' | 'id'>,
    action: 'manager.invited' | 'manager.removed',
    actor: Actor,
    now: Instant,
    detail: AuditDetail,
  ) =>
    auditStatement(
      database,
      newEntry({
        organisationId: account.organisationId,
        at: now,
        actor,
        action,
        accountId: account.id,
        detail,
      }),
    )

  /**
   * The mail that tells somebody of their new role. The service sends it, not the organisation, which may be
   * switched off.
   */
  function mailFor(account: Account, organisation: string, locale: Locale, now: Instant) {
    const id = makeId('msg', randomBytes(16))
    const payload = { organisation: account.role === 'manager' ? organisation : null }
    const message = { id, organisationId: SERVICE_ID, accountId: account.id, recipient: account.address }
    const statement = messageStatement(
      database,
      { ...message, locale, kind: 'manager_invited', payload },
      now,
    )
    return { id, statement }
  }

  /** The account as it will be, and what makes it so. */
  function takeOn(known: Account | null, address: string, templateId: string, team: Team, input: Invitation) {
    const { locale, now } = input
    const { role } = team
    if (known) {
      const returning = known.state === 'deleted' || known.state === 'invited'
      const state: 'invited' | 'active' = returning ? 'invited' : 'active'
      const account = { ...known, role, state, address }
      // A role is decided at every request, but what a session was opened for ends with it.
      const statements = [
        store.setRoleStatement(database, known, { role, state }, now),
        endAllSessionsStatement(database, known),
      ]
      return { account, statements }
    }
    const account: Account = {
      id: makeId('acc', randomBytes(16)),
      organisationId: team.id,
      ref: makeRef(randomBytes(16)),
      role,
      state: 'invited',
      name: '',
      phone: null,
      locale,
      address,
      termsVersion: null,
      deviceLimit: null,
      atLimit: 'refuse',
      permissions: [],
      defaultOwnership: 'inherit',
      templateId,
      groups: [],
    }
    return { account, statements: insertAccountStatements(database, account, now, 0) }
  }

  async function invite(team: Team, input: Invitation): Promise<Result<Account, FieldProblems> | null> {
    const { actor, now } = input
    const address = normaliseAddress(input.email)
    if (!address) return refuse({ email: { code: input.email.trim() ? 'not_an_address' : 'missing' } })
    const found = await store.findInvitee(database, team.id, address)
    if (!found) return null
    const { account: known, templateId, organisation } = found
    if (!templateId) throw new Error('an organisation without account templates')
    if (known?.role === team.role && known.state !== 'deleted') return refuse({ email: { code: 'taken' } })
    // Removed by its own organisation, or disabled: only that organisation's managers may bring it back.
    const gone = known?.state === 'disabled' || (known?.state === 'deleted' && team.role === 'manager')
    if (gone) return refuse({ email: { code: 'not_accepted' } })
    const { account, statements } = takeOn(known, address, templateId, team, input)
    const mail = mailFor(account, organisation, input.locale, now)
    const detail = { address, role: team.role }
    try {
      await runBatch(database, [
        ...statements,
        mail.statement,
        audited(account, 'manager.invited', actor, now, detail),
      ])
    } catch (error) {
      // Somebody else entered the address between our look and our batch.
      if (isRefusedBy(error, 'account_addresses.organisation_id')) return refuse({ email: { code: 'taken' } })
      throw error
    }
    await queueMessages(messages, [mail.id])
    return ok(account)
  }

  /** Writes once more to somebody who was invited. Null: nobody here who waits for an invitation. */
  async function remind(team: Team, id: string, actor: Actor, now: Instant): Promise<Account | null> {
    const found = await store.findMember(database, team.id, id, team.role)
    if (found?.account.state !== 'invited') return null
    const { account, organisation } = found
    const mail = mailFor(account, organisation, account.locale, now)
    const { address } = account
    await runBatch(database, [
      mail.statement,
      audited(account, 'manager.invited', actor, now, { address, role: team.role }),
    ])
    await queueMessages(messages, [mail.id])
    return account
  }

  const managersOf = (id: number): Team => ({ id, role: 'manager' })
  const supervisors: Team = { id: SERVICE_ID, role: 'supervisor' }

  return {
    /**
     * An organisation with how many platforms it offers and at most 100 managers, oldest first: one round trip.
     * Null: there is none, or it is the service's own.
     */
    readTeam: async (organisationId: number) =>
      organisationId === SERVICE_ID ? null : store.readTeam(database, organisationId),

    /** A manager of the organisation; null for anybody else. */
    async find(organisationId: number, id: string): Promise<Account | null> {
      return (await store.findMember(database, organisationId, id, 'manager'))?.account ?? null
    },

    /**
     * Makes somebody a manager, by address: a new account, or one that is there already, whose sessions end.
     * They are told by mail and sign in by themselves. Null: no such organisation.
     */
    async invite(organisationId: number, input: Invitation) {
      return organisationId === SERVICE_ID ? null : invite(managersOf(organisationId), input)
    },

    remind: (organisationId: number, id: string, actor: Actor, now: Instant) =>
      remind(managersOf(organisationId), id, actor, now),

    /**
     * Makes a manager a device owner again. Their sessions and recovery links end at once; devices and passkeys
     * stay theirs.
     */
    async remove(
      organisationId: number,
      id: string,
      actor: Actor,
      now: Instant,
    ): Promise<Result<Account, 'unknown'>> {
      const found = await store.findMember(database, organisationId, id, 'manager')
      if (!found) return refuse('unknown')
      const { account } = found
      await runBatch(database, [
        store.setRoleStatement(database, account, { role: 'device_owner' }, now),
        ...endings(account, now),
        audited(account, 'manager.removed', actor, now, { address: account.address, role: 'manager' }),
      ])
      return ok(account)
    },

    listSupervisors: () => store.listTeam(database, SERVICE_ID, 'supervisor'),

    async inviteSupervisor(input: Invitation): Promise<Result<Account, FieldProblems>> {
      const invited = await invite(supervisors, input)
      if (!invited) throw new Error('there is no organisation 0')
      return invited
    },

    remindSupervisor: (id: string, actor: Actor, now: Instant) => remind(supervisors, id, actor, now),

    /** Ends a supervisor's account with its sessions and passkeys. `last`: nobody else could work. */
    async removeSupervisor(
      id: string,
      actor: Actor,
      now: Instant,
    ): Promise<Result<Account, 'unknown' | 'last'>> {
      const found = await store.findMember(database, SERVICE_ID, id, 'supervisor')
      if (!found) return refuse('unknown')
      const { account } = found
      try {
        await runBatch(database, [
          store.removeSupervisorStatement(database, account, now),
          ...endings(account, now),
          store.deletePasskeysStatement(database, account),
          audited(account, 'manager.removed', actor, now, { address: account.address, role: 'supervisor' }),
        ])
        return ok(account)
      } catch (error) {
        if (isRefusedBy(error, 'accounts.state')) return refuse('last')
        throw error
      }
    },
  }

  function endings(account: Account, now: Instant): Statement[] {
    return [endAllSessionsStatement(database, account), endRecoveriesStatement(database, account, now)]
  }
}

export type Managers = ReturnType<typeof makeManagers>
