import { type Result, refuse } from '../kernel/result.ts'
import type { Actor, Redeemed, RedeemRefusal } from '../referee/index.ts'
import { type Context, recordEvent } from './context.ts'
import { FAILURE_QUARTER } from './rules.ts'
import type { Claim, FailureReason, Grant, HolderId, Session } from './types.ts'

/** What a redemption changed: the answer, the event that must land first, the claim and grant that moved. */
export type RedeemOutcome = {
  result: Result<Redeemed, RedeemRefusal>
  claimId: string | null
  rev: number | null
  grantId: string | null
  /** Other devices lost their place to this one. */
  othersEnded?: boolean
}

/** Somebody of whom nothing is known but what they tried. */
export const UNKNOWN: Actor = { kind: 'device', id: 'unknown' }

export function refused(error: RedeemRefusal, grantId: string | null = null): RedeemOutcome {
  return { result: refuse(error), claimId: null, rev: null, grantId }
}

/**
 * Refuses and remembers why. The first refusal of a quarter of an hour is told to the audit at once, the others
 * together when it is over; most reasons have one answer outside.
 */
export function refuseWith(
  context: Context,
  session: Session,
  reason: FailureReason,
  grantId: string | null,
): RedeemOutcome {
  if (context.store.countFailure(Math.floor(context.now / FAILURE_QUARTER), reason))
    recordEvent(context, session, {
      actor: UNKNOWN,
      action: 'device.provisioning_failed',
      detail: { reason, count: 1, grant: grantId },
    })
  if (reason === 'device_limit_reached' || reason === 'setup_disabled') return refused(reason, grantId)
  if (reason === 'no_identity') return refused('not_entitled', grantId)
  return refused('invalid_provision_code', grantId)
}

/** Somebody else holds the same code: told once for each exhausted grant, by mail only if both proved keys. */
export function suspectTheft(
  context: Context,
  session: Session,
  grant: Grant,
  claims: Claim[],
  holder: HolderId,
): void {
  context.store.saveGrant({ ...grant, theftAt: context.now })
  const claim = claims.findLast(({ grantId }) => grantId === grant.id)
  const bothProvedKeys = holder.kind === 'device_key' && claim?.holderKind === 'device_key'
  recordEvent(context, session, {
    actor: UNKNOWN,
    action: 'theft.suspected',
    ...(claim && { deviceId: claim.deviceId }),
    detail: { grant: grant.id, mailed: bothProvedKeys },
    ...(bothProvedKeys && {
      theftNotice: {
        address: session.address,
        locale: session.locale,
        platform: grant.platform,
        deviceName: claim.facts.name ?? claim.facts.model ?? null,
      },
    }),
  })
}
