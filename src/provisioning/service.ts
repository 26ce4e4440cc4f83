import { type Account, mayProvision } from '../accounts/index.ts'
import type { DeviceFacts } from '../kernel/device-facts.ts'
import type { AccountRef } from '../kernel/ids.ts'
import { decideOwnership, type Ownership } from '../kernel/ownership.ts'
import type { Platform } from '../kernel/platform.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Keyring } from '../kernel/secrets.ts'
import { type Door, type DoorRefusal, decideDoor } from '../organisations/index.ts'
import {
  type Actor,
  type ClaimView,
  type Confirmation,
  type GrantView,
  type Holder,
  type IssueRefusal,
  type OpenGrant,
  type Redeemed,
  type RedeemInput,
  type RedeemRefusal,
  type Referee,
  refereeOf,
} from '../referee/index.ts'
import type { Database } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import { type DeviceTemplate, fillPolicies, valuesOf } from '../templates/index.ts'
import * as store from './store.ts'

/** What a person types: site and e-mail address with the PIN. */
export type TypedPin =
  | { siteId: string; address: string; pin: string }
  | { slug: string; address: string; pin: string }

/** What is presented to redeem: typed, the URL's two halves, a handover ticket, or a grant whose PIN was proved. */
export type Presented =
  | TypedPin
  | { ref: AccountRef; secret: string; pin: string | null }
  | { ref: AccountRef; ticket: string }
  | { ref: AccountRef; grantId: string }

function presentedAs(presented: Presented): RedeemInput['by'] {
  if ('secret' in presented) return { kind: 'url', secret: presented.secret, pin: presented.pin }
  if ('ticket' in presented) return { kind: 'ticket', ticket: presented.ticket }
  if ('grantId' in presented) return { kind: 'proved', grantId: presented.grantId }
  return { kind: 'pin', pin: presented.pin }
}

export type RedemptionRefusal =
  | Exclude<RedeemRefusal, 'offer_required'>
  | 'unknown_site'
  /** An invitation, and the organisation has nothing for this platform. */
  | 'not_offered'

export type Redemption = Redeemed & {
  organisation: { name: string; siteId: string }
  account: { address: string; name: string }
  /** Filled in for this device. */
  policies: Redeemed['policies']
}

type Redeemer = NonNullable<Awaited<ReturnType<typeof store.readRedeemer>>>

/** What a person may do with their grants, and what a device may do with a code. */
export function makeProvisioning(options: {
  database: Database
  provisionSessions: DurableObjectNamespace
  keys: Keyring
}) {
  const { database, provisionSessions, keys } = options

  async function readRedeemer(presented: store.Asked, holder: Holder | null) {
    const thumbprint = holder?.kind === 'device_key' ? holder.thumbprint : null
    try {
      return ok(await store.readRedeemer(database, presented, thumbprint))
    } catch (error) {
      log('error', 'redeem.database_down', { reason: describeError(error) })
      return refuse('temporarily_unavailable' as const)
    }
  }

  /**
   * Whose object decides: the account's, or for an unknown person one that holds nothing. Refuses where
   * service, organisation or account are off; whether an address has a disabled account stays untold.
   */
  function findPerson(
    row: Redeemer | null,
    presented: store.Asked,
  ): Result<{ name: string; active: boolean }, 'setup_disabled' | 'unknown_site'> {
    if (!row?.serviceEnabled) return refuse('setup_disabled')
    const byRef = 'ref' in presented
    if (!byRef && row.organisationId === null) return refuse('unknown_site')
    if (row.organisationEnabled === false) return refuse('setup_disabled')
    const active = row.state === 'active' && row.disabledAt === null
    if (byRef)
      return row.accountId !== null && !active
        ? refuse('setup_disabled')
        : ok({ name: presented.ref, active })
    const unknown = keys.nameOf('unknown', String(row.organisationId), presented.address)
    return ok({ name: active && row.ref ? row.ref : unknown, active })
  }

  return {
    /**
     * Issues a code for a device of the template's platform. `ownership` is what the actor chose, if anything.
     * The owner is the actor unless somebody else is named; whether owners may is the service's and the account
     * template's word, managers always may. `confirmation` other than the organisation's: what leaves by mail
     * asks for the PIN.
     */
    async issueCode(input: {
      door: Door
      account: Account
      template: DeviceTemplate
      ownership: Ownership | null
      actor?: Actor
      confirmation?: Confirmation
    }): Promise<Result<GrantView, IssueRefusal>> {
      const { door, account, template } = input
      const actor: Actor = input.actor ?? { kind: 'owner', id: account.id }
      const byOwner = actor.kind === 'owner'
      if (account.state !== 'active') return refuse({ code: 'setup_disabled' })
      if (byOwner && !mayProvision(door, account)) return refuse({ code: 'not_entitled' })
      const ownership = decideOwnership({
        template: template.ownership,
        account,
        organisation: door.organisation,
      })
      const chosen = ownership.choosable || !byOwner ? input.ownership : null
      return refereeOf(provisionSessions, account.ref).issueCode({
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
      })
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

    /**
     * Redeems a code for a device. What must be known of organisation, account and key is read first, so that
     * a database that is down leaves the code untouched; then the account's provision session decides. For an
     * unknown person the same call goes to an object that holds nothing.
     */
    async redeem(input: {
      presented: Presented
      holder: Holder
      facts: DeviceFacts
      ownership: Ownership | null
      /** It asks for a certificate and nothing else. */
      certificate?: boolean
    }): Promise<Result<Redemption, RedemptionRefusal>> {
      const { presented, holder } = input
      const read = await readRedeemer(presented, holder)
      if (!read.ok) return read
      const row = read.value
      const person = findPerson(row, presented)
      if (!person.ok) return person
      if (row?.keyAccountId && person.value.active && row.keyAccountId !== row.accountId)
        return refuse('key_in_use')

      const redeemed = await refereeOf(provisionSessions, person.value.name)
        .redeem({
          by: presentedAs(presented),
          holder,
          facts: input.facts,
          ownership: input.ownership,
          logFacts: row?.logDeviceFacts ?? false,
          ...(input.certificate && { certificate: true }),
        })
        .catch((error: unknown) => {
          log('error', 'redeem.session_down', { reason: describeError(error) })
          return refuse('temporarily_unavailable' as const)
        })
      if (!redeemed.ok) return redeemed
      const { deviceId: id, deviceName = input.facts.name ?? null, platform, ownership } = redeemed.value
      const organisation = { name: row?.organisationName ?? '', siteId: row?.siteId ?? '' }
      const account = { address: row?.address ?? '', name: row?.name ?? '' }
      const values = valuesOf({
        account: { ...account, address: row?.mainAddress ?? '', phone: row?.phone ?? null },
        organisation,
        device: { id, name: deviceName, platform, ownership },
      })
      const policies = fillPolicies(redeemed.value.policies, values)
      return ok({ ...redeemed.value, policies, organisation, account })
    },

    /** The open door behind a link's ref. An unknown ref is answered as an unknown organisation. */
    async openDoorOf(ref: AccountRef): Promise<Result<Door, DoorRefusal>> {
      return decideDoor({ ...(await store.readDoorOf(database, ref)), asked: true })
    },

    /**
     * Compares the PIN that somebody typed with site and address, and claims nothing yet. Unknown people cause
     * the same answer and the same work.
     */
    async provePin(
      presented: TypedPin,
    ): Promise<Result<{ ref: AccountRef; grantId: string }, RedemptionRefusal>> {
      const read = await readRedeemer(presented, null)
      if (!read.ok) return read
      const person = findPerson(read.value, presented)
      if (!person.ok) return person
      const proved = await refereeOf(provisionSessions, person.value.name)
        .provePin({ pin: presented.pin })
        .catch(() => refuse('temporarily_unavailable' as const))
      return proved.ok ? ok({ ref: person.value.name, grantId: proved.value.grantId }) : proved
    },
  }
}

export type Provisioning = ReturnType<typeof makeProvisioning>
