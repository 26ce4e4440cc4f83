import type { Account } from '../accounts/index.ts'
import type { AccountRef } from '../kernel/ids.ts'
import type { Platform } from '../kernel/platform.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { type Door, type DoorRefusal, decideDoor } from '../organisations/index.ts'
import type { Database } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import type { DeviceTemplate } from '../templates/index.ts'
import { readInvited } from './link-store.ts'

/** Who an invitation's link is for. `template`: what the organisation offers for the platform that was asked for. */
export type Invited = { door: Door; account: Account; template: DeviceTemplate | null }

/** D1 not answering is a refusal too: nothing has been used up by then. */
export type InvitedRefusal = DoorRefusal | { code: 'temporarily_unavailable' }

/** What the page behind an invitation's link must know beside the invitation itself. */
export function makeInvitationLinks(database: Database) {
  return {
    /** The person behind a link's ref, and their open door. An unknown ref is an unknown organisation. */
    async open(ref: AccountRef, platform: Platform | null): Promise<Result<Invited, InvitedRefusal>> {
      const found = await readInvited(database, ref, platform).catch((error: unknown) => {
        log('error', 'invited.database_down', { reason: describeError(error) })
        return null
      })
      if (!found) return refuse({ code: 'temporarily_unavailable' })
      const { account, template, ...read } = found
      const door = decideDoor({ ...read, asked: true })
      if (!door.ok) return door
      return account ? ok({ door: door.value, account, template }) : refuse({ code: 'unknown_organisation' })
    },
  }
}

export type InvitationLinks = ReturnType<typeof makeInvitationLinks>
