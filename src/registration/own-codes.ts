import { type Account, mayProvision, needsDetails, sendProvisionCode } from '../accounts/index.ts'
import { isEnded, type OwnedDevice } from '../devices/index.ts'
import type { Ownership } from '../kernel/ownership.ts'
import type { Platform } from '../kernel/platform.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import type { Door } from '../organisations/index.ts'
import type { Provisioning } from '../provisioning/index.ts'
import type { GrantDevice, GrantView, IssueForDeviceRefusal } from '../referee/index.ts'
import type { Bindings } from '../runtime/bindings.ts'
import type { Database } from '../runtime/database.ts'
import type { Templates } from '../templates/index.ts'
import { type CodeWay, listCodeWays } from './own-codes-rules.ts'
import type { ChooseRefusal, Registration } from './service.ts'

/** `not_permitted`: not by themselves, or not in this way. */
type OwnCodeRefusal = { code: 'not_permitted' } | Exclude<ChooseRefusal, { code: 'not_entitled' }>

/** `ended`: the device is over. `not_offered`: the organisation has nothing for that kind of device any more. */
type RenewRefusal =
  | { code: 'not_permitted' }
  | { code: 'ended' }
  | { code: 'not_offered' }
  | { code: 'details_missing' }
  | { code: 'unapproved' }
  | { code: 'temporarily_unavailable' }
  | Exclude<IssueForDeviceRefusal, { code: 'not_entitled' } | { code: 'unknown_device' }>

type Asking = { door: Door; account: Account }

/** The provision codes that somebody gets for themselves in the portal. They supersede no invitation. */
export function makeOwnCodes(rooms: {
  database: Database
  messages: Bindings['messages']
  templates: Templates
  provisioning: Provisioning
  registration: Registration
  smsReady: boolean
}) {
  const { database, messages, templates, provisioning, registration, smsReady } = rooms
  const actorOf = (account: Account) => ({ kind: 'owner' as const, id: account.id })

  return {
    waysOf: (asking: Asking): CodeWay[] => listCodeWays({ ...asking, smsReady }),

    /** A code for one more device, and by `email` or `sms` the message that brings it: that one asks for its PIN. */
    async ask(
      input: Asking & {
        platform: Platform | null
        ownership: Ownership | null
        way: CodeWay
        now: Instant
      },
    ): Promise<Result<GrantView, OwnCodeRefusal>> {
      const { door, account, platform, ownership, way, now } = input
      if (!listCodeWays({ door, account, smsReady }).includes(way)) return refuse({ code: 'not_permitted' })
      const sent = way === 'email' || way === 'sms'
      const chosen = await registration.choose({
        ...{ door, account, platform, ownership },
        ...(sent && { confirmation: 'pin' as const }),
      })
      if (!chosen.ok) {
        const { error } = chosen
        return refuse(error.code === 'not_entitled' ? { code: 'not_permitted' } : error)
      }
      if (sent) {
        const sending = { account, grant: chosen.value, channel: way, actor: actorOf(account), now }
        await sendProvisionCode({ database, messages }, sending)
      }
      return chosen
    },

    /**
     * A code that sets up a device of theirs again, or whose device takes the place of it. `device` is one of the
     * account's. Nothing about that device changes before the code is used.
     */
    async renew(
      input: Asking & { device: OwnedDevice; as: GrantDevice['as']; platform: Platform },
    ): Promise<Result<GrantView, RenewRefusal>> {
      const { door, account, device, as, platform } = input
      if (!mayProvision(door, account)) return refuse({ code: 'not_permitted' })
      if (isEnded(device)) return refuse({ code: 'ended' })
      if (needsDetails(account, door.organisation)) return refuse({ code: 'details_missing' })
      if (account.state === 'unapproved') return refuse({ code: 'unapproved' })
      const template = await templates.findOffered(door.organisation.id, platform)
      if (!template) return refuse({ code: 'not_offered' })
      const issued = await provisioning.issueForDevice({
        ...{ door, account, template },
        device: { id: device.id, as },
        ownership: null,
      })
      if (issued.ok) return issued
      const { error } = issued
      switch (error.code) {
        case 'not_entitled':
          return refuse({ code: 'not_permitted' })
        // The record was behind its session: there it is over already.
        case 'unknown_device':
          return refuse({ code: 'ended' })
        default:
          return refuse(error)
      }
    },

    /** Ends a code of theirs that nobody used. False: it had ended or was used, and what uses it goes on. */
    async cancel(
      asking: Asking & { grantId: string },
    ): Promise<Result<boolean, 'not_found' | 'not_permitted'>> {
      const { door, account, grantId } = asking
      const session = provisioning.sessionOf(account.ref)
      const grant = await session.showGrant(grantId)
      if (!grant) return refuse('not_found')
      if (!mayProvision(door, account)) return refuse('not_permitted')
      if (grant.credentials === null) return ok(false)
      const ended = await session.revokeGrant({ grantId, actor: actorOf(account) })
      return ok(ended?.state === 'revoked')
    },
  }
}

export type OwnCodes = ReturnType<typeof makeOwnCodes>
