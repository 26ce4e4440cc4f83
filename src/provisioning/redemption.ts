import type { DeviceFacts } from '../kernel/device-facts.ts'
import type { AccountRef } from '../kernel/ids.ts'
import type { Ownership } from '../kernel/ownership.ts'
import type { Platform } from '../kernel/platform.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Keyring } from '../kernel/secrets.ts'
import {
  type DeviceOffer,
  type Holder,
  type Redeemed,
  type RedeemInput,
  type RedeemRefusal,
  refereeOf,
} from '../referee/index.ts'
import type { Database } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import { fillPolicies, valuesOf } from '../templates/index.ts'
import { findOffer } from './offers.ts'
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

/** What a device may do with a code, whoever holds it. */
export function makeRedemption(options: {
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
  ): Result<{ name: string; active: boolean; row: Redeemer }, 'setup_disabled' | 'unknown_site'> {
    if (!row?.serviceEnabled) return refuse('setup_disabled')
    const byRef = 'ref' in presented
    if (!byRef && row.organisationId === null) return refuse('unknown_site')
    if (row.organisationEnabled === false) return refuse('setup_disabled')
    // Who was invited takes part by setting up a device; nobody else has anything to redeem before that.
    const active = (row.state === 'active' || row.state === 'invited') && row.disabledAt === null
    if (byRef)
      return row.accountId !== null && !active
        ? refuse('setup_disabled')
        : ok({ name: presented.ref, active, row })
    const unknown = keys.nameOf('unknown', String(row.organisationId), presented.address)
    return ok({ name: active && row.ref ? row.ref : unknown, active, row })
  }

  /** An invitation names no platform: what the device's own gets is read once the session asks for it. */
  async function askSession(
    name: string,
    ask: RedeemInput,
    platform: Platform = 'agent',
  ): Promise<Result<Redeemed, RedemptionRefusal>> {
    const redeemed = await refereeOf(provisionSessions, name)
      .redeem(ask)
      .catch((error: unknown) => {
        log('error', 'redeem.session_down', { reason: describeError(error) })
        return refuse('temporarily_unavailable' as const)
      })
    if (redeemed.ok) return redeemed
    const { error } = redeemed
    if (error !== 'offer_required') return refuse(error)
    // An object that asks again although it was told does not get a third time.
    if (ask.offer) return refuse('temporarily_unavailable')
    const offer = await findOffer(database, name, platform)
    return offer.ok ? askSession(name, { ...ask, offer: offer.value }) : offer
  }

  return {
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
      /** What the person chose at an invitation; absent: what the device calls itself, else an agent. */
      platform?: Platform
      /** What that platform gets, where the caller has read it already. */
      offer?: DeviceOffer
      /** The version of the terms that the person accepts with it. */
      termsVersion?: number
    }): Promise<Result<Redemption, RedemptionRefusal>> {
      const { presented, holder } = input
      const read = await readRedeemer(presented, holder)
      if (!read.ok) return read
      const person = findPerson(read.value, presented)
      if (!person.ok) return person
      const { name, active, row } = person.value
      if (row.keyAccountId && active && row.keyAccountId !== row.accountId) return refuse('key_in_use')

      const ask: RedeemInput = {
        by: presentedAs(presented),
        holder,
        facts: input.facts,
        ownership: input.ownership,
        logFacts: row.logDeviceFacts ?? false,
        ...(input.certificate && { certificate: true }),
        ...(input.offer && { offer: input.offer }),
        ...(input.termsVersion !== undefined && { termsVersion: input.termsVersion }),
      }
      const redeemed = await askSession(name, ask, input.platform ?? input.facts.platform)
      if (!redeemed.ok) return redeemed
      const { deviceId: id, deviceName = input.facts.name ?? null, platform, ownership } = redeemed.value
      const organisation = { name: row.organisationName ?? '', siteId: row.siteId ?? '' }
      const account = { address: row.address ?? '', name: row.name ?? '' }
      const values = valuesOf({
        account: { ...account, address: row.mainAddress ?? '', phone: row.phone },
        organisation,
        device: { id, name: deviceName, platform, ownership },
      })
      const policies = fillPolicies(redeemed.value.policies, values)
      return ok({ ...redeemed.value, policies, organisation, account })
    },

    /**
     * Compares the PIN that somebody typed with site and address, and claims nothing yet. Unknown people cause
     * the same answer and the same work.
     */
    async provePin(
      presented: TypedPin,
    ): Promise<Result<{ ref: AccountRef; grantId: string; invitation: boolean }, RedemptionRefusal>> {
      const read = await readRedeemer(presented, null)
      if (!read.ok) return read
      const person = findPerson(read.value, presented)
      if (!person.ok) return person
      const proved = await refereeOf(provisionSessions, person.value.name)
        .provePin({ pin: presented.pin })
        .catch(() => refuse('temporarily_unavailable' as const))
      if (!proved.ok) return proved
      const { grantId, invitation = false } = proved.value
      return ok({ ref: person.value.name, grantId, invitation })
    },
  }
}
