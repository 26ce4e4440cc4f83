import type { Account } from '../accounts/index.ts'
import type { DeviceFacts } from '../kernel/device-facts.ts'
import type { AccountRef } from '../kernel/ids.ts'
import type { Ownership } from '../kernel/ownership.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Keyring } from '../kernel/secrets.ts'
import type { Door } from '../organisations/index.ts'
import {
  type GrantView,
  type Holder,
  type IssueRefusal,
  type LinkView,
  type OpenGrant,
  type Redeemed,
  type RedeemRefusal,
  refereeOf,
} from '../referee/index.ts'
import type { Database } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import type { DeviceTemplate } from '../templates/index.ts'
import * as store from './store.ts'

/** What a device presents: the URL's two halves, or site and e-mail address with the PIN. */
export type Presented =
  | { ref: AccountRef; secret: string; pin: string | null }
  | { siteId: string; address: string; pin: string }
  | { slug: string; address: string; pin: string }

export type RedemptionRefusal = RedeemRefusal | 'unknown_site'

export type Redemption = Redeemed & {
  organisation: { name: string; siteId: string }
  account: { address: string; name: string }
}

/** What a person may do with their grants, and what a device may do with a code. */
export function makeProvisioning(options: {
  database: Database
  provisionSessions: DurableObjectNamespace
  keys: Keyring
}) {
  const { database, provisionSessions, keys } = options

  async function readRedeemer(presented: Presented, holder: Holder) {
    const thumbprint = holder.kind === 'device_key' ? holder.thumbprint : null
    try {
      return ok(await store.readRedeemer(database, presented, thumbprint))
    } catch (error) {
      log('error', 'redeem.database_down', { reason: describeError(error) })
      return refuse('temporarily_unavailable' as const)
    }
  }

  return {
    /** Issues a code for a device of the template's platform. `ownership` is the owner's choice, if any. */
    issueCode(input: {
      door: Door
      account: Account
      template: DeviceTemplate
      ownership: Ownership | null
    }): Promise<Result<GrantView, IssueRefusal>> {
      const { door, account, template } = input
      const chosen = template.ownership.choosable ? input.ownership : null
      return refereeOf(provisionSessions, account.ref).issueCode({
        organisationId: account.organisationId,
        accountId: account.id,
        ref: account.ref,
        actor: { kind: 'owner', id: account.id },
        notify: { address: account.address, locale: account.locale },
        platform: template.platform,
        ownership: chosen ?? template.ownership.default,
        ownershipOpen: template.ownership.choosable && chosen === null,
        template: { id: template.id, version: template.version, policies: template.settings.policies },
        reports: template.reports,
        confirmation: door.organisation.confirmation,
        validitySeconds: door.service.provisionCodeSeconds,
        deviceLimit: account.deviceLimit,
        checkInSeconds: template.checkInSeconds,
      })
    },

    listOpenGrants(account: Account): Promise<OpenGrant[]> {
      return refereeOf(provisionSessions, account.ref).listOpenGrants()
    },

    showGrant(account: Account, grantId: string): Promise<GrantView | null> {
      return refereeOf(provisionSessions, account.ref).showGrant(grantId)
    },

    inspectLink(link: { ref: AccountRef; secret: string; fetched: boolean }): Promise<LinkView | null> {
      return refereeOf(provisionSessions, link.ref).inspectLink(link)
    },

    openLink(link: { ref: AccountRef; secret: string }): Promise<LinkView | null> {
      return refereeOf(provisionSessions, link.ref).openLink(link)
    },

    /** Hands an owner's WebSocket to the object, after the caller checked session, Origin and ownership. */
    watchGrant(account: Account, request: Request): Promise<Response> {
      return refereeOf(provisionSessions, account.ref).fetch(request)
    },

    closeSockets(account: Account, sessionId: string): Promise<void> {
      return refereeOf(provisionSessions, account.ref).closeSockets({ sessionId })
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
    }): Promise<Result<Redemption, RedemptionRefusal>> {
      const { presented, holder } = input
      const read = await readRedeemer(presented, holder)
      if (!read.ok) return read
      const row = read.value
      if (!row?.serviceEnabled) return refuse('setup_disabled')
      const byLink = 'ref' in presented
      if (!byLink && row.organisationId === null) return refuse('unknown_site')
      if (row.organisationEnabled === false) return refuse('setup_disabled')
      const active = row.state === 'active' && row.disabledAt === null
      if (byLink && row.accountId !== null && !active) return refuse('setup_disabled')
      if (active && row.keyAccountId !== null && row.keyAccountId !== row.accountId)
        return refuse('key_in_use')

      const name = byLink
        ? presented.ref
        : active && row.ref
          ? row.ref
          : keys.nameOf('unknown', String(row.organisationId), presented.address)
      const redeemed = await refereeOf(provisionSessions, name)
        .redeem({
          by: byLink
            ? { kind: 'url', secret: presented.secret, pin: presented.pin }
            : { kind: 'pin', pin: presented.pin },
          holder,
          facts: input.facts,
          ownership: input.ownership,
        })
        .catch((error: unknown) => {
          log('error', 'redeem.session_down', { reason: describeError(error) })
          return refuse('temporarily_unavailable' as const)
        })
      if (!redeemed.ok) return redeemed
      return ok({
        ...redeemed.value,
        organisation: { name: row.organisationName ?? '', siteId: row.siteId ?? '' },
        account: { address: row.address ?? '', name: row.name ?? '' },
      })
    },

    /** The organisation behind a link's ref, for its page. Null for an unknown ref. */
    findOrganisationOf: (ref: AccountRef): Promise<number | null> => store.findOrganisationOf(database, ref),
  }
}

export type Provisioning = ReturnType<typeof makeProvisioning>
