import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import type { ReportOtaInput, ReportOtaRefusal } from '../referee/index.ts'
import { type Context, deviceOf, recordEvent } from './context.ts'
import { claimSecret, matchesClaimSecret } from './handover.ts'
import { endPredecessor } from './predecessor.ts'
import { refuseWith, suspectTheft } from './refusals.ts'
import { isInWindow } from './rules.ts'
import type { Claim, FailureReason, Grant, Session } from './types.ts'

/** `rev` is what must land before the device is answered. */
type Reported = { confirmedAt: Instant; rev: number; grantId: string; artefactKey: string | null }

/**
 * The device answers its phase 1 profile (Apple's OTA Profile Service). The challenge in it works once: it makes
 * the claim active, which its browser goes on to hold, and binds it to the device's UDID. The same UDID may ask
 * again within the day, should the answer have been lost; any other is refused, and nothing becomes of the claim.
 */
export function reportOta(context: Context, input: ReportOtaInput): Result<Reported, ReportOtaRefusal> {
  const { store, keys, now } = context
  const session = store.readSession()
  if (!session) return refuse('invalid_provision_code')
  const claim = store.findClaimOf(input.deviceId)
  const grant = claim && store.findGrant(claim.grantId)
  if (!claim || !grant || claim.reports !== 'ota') return refused(context, session, 'unknown_secret', null)
  if (!matchesClaimSecret(keys, 'challenge', claim, input.challenge))
    return refused(context, session, 'unknown_secret', null)
  const reason = session.disabledAt !== null ? 'setup_disabled' : whyNot(claim, input, now)
  if (reason === 'used' && grant.theftAt === null)
    suspectTheft(context, session, grant, store.listClaims(), { kind: 'browser', id: '' })
  if (reason !== null) return refused(context, session, reason, grant.id)
  if (claim.state === 'confirmed') return ok(answer(context, claim, claim.confirmedAt ?? now, session.rev))
  return ok(confirmBy(context, session, grant, claim, input))
}

/** Its browser shows what is computed from `artefactKey`: what the device is given is made from the same. */
function answer({ keys }: Context, claim: Claim, confirmedAt: Instant, rev: number): Reported {
  return { confirmedAt, rev, grantId: claim.grantId, artefactKey: claimSecret(keys, 'artefact', claim) }
}

/** Why the challenge, which is the claim's own, does not work for this device now; null if it does. */
function whyNot(claim: Claim, { facts }: ReportOtaInput, now: Instant): FailureReason | null {
  if (claim.state === 'abandoned') return 'window_closed'
  if (claim.state === 'revoked') return 'revoked'
  if (claim.state === 'confirmed' && claim.facts.udid !== facts.udid) return 'used'
  return isInWindow(claim, now) ? null : 'window_closed'
}

function confirmBy(
  context: Context,
  session: Session,
  grant: Grant,
  claim: Claim,
  { facts, logFacts }: ReportOtaInput,
): Reported {
  const { store, keys, now } = context
  const confirmed: Claim = {
    ...claim,
    state: 'confirmed',
    confirmedAt: now,
    confirmedBy: 'device',
    facts: { ...claim.facts, ...facts },
  }
  store.saveClaim(confirmed)
  const rev = recordEvent(context, session, {
    actor: { kind: 'device', id: claim.deviceId },
    action: 'device.confirmed',
    deviceId: claim.deviceId,
    detail: {
      platform: claim.platform,
      by: 'ota',
      ...(logFacts && facts.model !== undefined && { model: facts.model }),
      ...(logFacts && facts.os_version !== undefined && { osVersion: facts.os_version }),
    },
    device: deviceOf(keys, session, grant, confirmed),
    replaced: endPredecessor(context, session, confirmed),
    reported: facts,
  })
  return answer(context, confirmed, now, rev)
}

function refused(context: Context, session: Session, reason: FailureReason, grantId: string | null) {
  refuseWith(context, session, reason, grantId)
  return refuse(
    reason === 'setup_disabled' ? ('setup_disabled' as const) : ('invalid_provision_code' as const),
  )
}
