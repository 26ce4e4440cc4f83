import { type Account, mayProvision } from '../accounts/index.ts'
import type { AccountRef } from '../kernel/ids.ts'
import { decideOwnership, type Ownership } from '../kernel/ownership.ts'
import type { Platform } from '../kernel/platform.ts'
import { type Result, refuse } from '../kernel/result.ts'
import type { Keyring } from '../kernel/secrets.ts'
import { type Door, type DoorRefusal, decideDoor, isSetupOpen } from '../organisations/index.ts'
import {
  type Actor,
  type ClaimView,
  type Confirmation,
  type GrantDevice,
  type GrantView,
  type IssueForDeviceRefusal,
  type IssueRefusal,
  type OpenGrant,
  type Referee,
  refereeOf,
} from '../referee/index.ts'
import type { Database } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import type { DeviceTemplate } from '../templates/index.ts'
import { makeRedemption } from './redemption.ts'
import * as store from './store.ts'

type IssueInput = {
  door: Door
  account: Account
  template: DeviceTemplate
  ownership: Ownership | null
  actor?: Actor
  confirmation?: Confirmation
  device?: GrantDevice
}

/** What a person may do with their grants, and what a device may do with a code. */
export function makeProvisioning(options: {
  database: Database
  provisionSessions: DurableObjectNamespace
  keys: Keyring
}) {
  const { database, provisionSessions } = options

  async function issue(input: IssueInput): Promise<Result<GrantView, IssueForDeviceRefusal>> {
    const { door, account, template } = input
    const actor: Actor = input.actor ?? { kind: 'owner', id: account.id }
    const byOwner = actor.kind === 'owner'
    if (account.state !== 'active') return refuse({ code: 'setup_disabled' })
    if (byOwner && !mayProvision(door, account)) return refuse({ code: 'not_entitled' })
    // No device could use it before setup is open again.
    if (byOwner && !isSetupOpen(door)) return refuse({ code: 'setup_disabled' })
    const ownership = decideOwnership({
      template: template.ownership,
      account,
      organisation: door.organisation,
    })
    const chosen = ownership.choosable || !byOwner ? input.ownership : null
    const referee = refereeOf(provisionSessions, account.ref)
    return referee.issueCode({
      organisationId: account.organisationId,
      accountId: account.id,
      ref: account.ref,
      actor,
      notify: { address: account.address, locale: account.locale },
      platform: template.platform,
      ownership: chosen ?? ownership.default,
      ownershipOpen: ownership.choosable && chosen === null,
      template: {
        id: template.id,
        version: template.version,
        policies: template.settings.policies,
        identity: (template.settings.identity ?? null) !== null,
      },
      reports: template.reports,
      confirmation: input.confirmation ?? door.organisation.confirmation,
      validitySeconds: door.service.provisionCodeSeconds,
      deviceLimit: account.deviceLimit,
      atLimit: account.atLimit,
      checkInSeconds: template.checkInSeconds,
      ...(input.device && { device: input.device }),
    })
  }

  return {
    /**
     * Issues a code for a device of the template's platform. `ownership` is what the actor chose, if anything.
     * The owner is the actor unless somebody else is named; whether owners may is the service's and the account
     * template's word, managers always may. `confirmation` other than the organisation's: what leaves by mail
     * asks for the PIN.
     */
    async issueCode(input: IssueInput): Promise<Result<GrantView, IssueRefusal>> {
      const issued = await issue(input)
      if (issued.ok) return issued
      const { error } = issued
      if (error.code === 'unknown_device') throw new Error('a code that names no device knows of none')
      return refuse(error)
    },

    /** The same for a code that sets up a device of theirs again, or whose device takes the place of another. */
    async issueForDevice(
      input: IssueInput & { device: GrantDevice },
    ): Promise<Result<GrantView, IssueForDeviceRefusal | { code: 'temporarily_unavailable' }>> {
      const { account, actor = { kind: 'owner', id: account.id }, device } = input
      try {
        const issued = await issue(input)
        if (!issued.ok || issued.value.device?.id === device.id) return issued
        // An object that still runs the code before this one: its code would set up one more device.
        await refereeOf(provisionSessions, account.ref).revokeGrant({ grantId: issued.value.id, actor })
        log('warn', 'device_code.not_issued', { reason: 'the session does not know them yet' })
      } catch (error) {
        log('error', 'device_code.not_issued', { reason: describeError(error) })
      }
      return refuse({ code: 'temporarily_unavailable' })
    },

    /** Whom a code is for, and the template that the organisation offers for the platform: one read. */
    findRecipient: (organisationId: number, accountId: string, platform: Platform | null) =>
      store.readRecipient(database, organisationId, accountId, platform),

    /** The devices whose place one more would take; none while there is room, or where it would be refused. */
    async listReplaced({ ref, deviceLimit, atLimit }: Account): Promise<ClaimView[]> {
      if (atLimit !== 'replace' || deviceLimit === null) return []
      return refereeOf(provisionSessions, ref)
        .listReplaced({ deviceLimit, atLimit })
        .catch((error: unknown) => {
          // An object that still runs the code before this one does not know the call.
          log('warn', 'replaced.not_listed', { reason: describeError(error) })
          return []
        })
    },

    listOpenGrants(account: Account): Promise<OpenGrant[]> {
      return refereeOf(provisionSessions, account.ref).listOpenGrants()
    },

    showGrant(account: Account, grantId: string): Promise<GrantView | null> {
      return refereeOf(provisionSessions, account.ref).showGrant(grantId)
    },

    /** The account's session, for what only passes a question on. */
    sessionOf: (ref: AccountRef): Referee => refereeOf(provisionSessions, ref),

    /**
     * Disables or enables an account. The session decides first: codes and sockets end at once. Then D1 learns
     * it and the account's web sessions end. Where D1 does not answer the decision stands all the same and is
     * landed later; asking again waits for it.
     */
    setDisabled(input: {
      account: Account
      disabled: boolean
      actor: Actor
    }): Promise<Result<null, 'temporarily_unavailable'>> {
      const { account, disabled, actor } = input
      const { organisationId, id: accountId, ref, address, locale } = account
      return refereeOf(provisionSessions, ref)
        .setDisabled({ organisationId, accountId, ref, notify: { address, locale }, disabled, actor })
        .catch((error: unknown) => {
          log('error', 'account.session_down', { reason: describeError(error) })
          return refuse('temporarily_unavailable' as const)
        })
    },

    closeSockets(account: Account, sessionId: string): Promise<void> {
      return refereeOf(provisionSessions, account.ref).closeSockets({ sessionId })
    },

    /** Every session of the account has ended: so do its sockets. */
    async closeAllSockets({ ref }: Pick<Account, 'ref'>): Promise<void> {
      await refereeOf(provisionSessions, ref)
        .closeSockets({ sessionId: null })
        .catch((error: unknown) => log('warn', 'sockets.not_closed', { reason: describeError(error) }))
    },

    /** The open door behind a link's ref. An unknown ref is answered as an unknown organisation. */
    async openDoorOf(ref: AccountRef): Promise<Result<Door, DoorRefusal>> {
      return decideDoor({ ...(await store.readDoorOf(database, ref)), asked: true })
    },

    ...makeRedemption(options),
  }
}

export type Provisioning = ReturnType<typeof makeProvisioning>
