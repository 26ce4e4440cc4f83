import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import type { ChallengePurpose } from '../messaging/index.ts'
import type { CheckAction, HumanCheck } from './human-check.ts'
import type { Limits } from './limits.ts'
import type { AskDoor, ThrowAway } from './limits-rules.ts'
import type { Challenges } from './service.ts'
import { isThrowAway } from './throw-away.ts'
import type { RequestRefusal } from './types.ts'

/** What is known of the browser that asks, and what it brought. */
export type Visit = {
  /** This very address was proved by a code here before. */
  known: boolean
  /** The human check was passed here for this very address a short while ago. */
  checked: boolean
  /** The widget's token; empty without one. */
  token: string
}

export type AskRefusal =
  | RequestRefusal
  /** More codes were asked for than are sent within an hour. */
  | { code: 'limit_reached'; opensAt: Instant }
  | { code: 'check_required' }
  | { code: 'check_failed' }

type Request = Omit<Parameters<Challenges['request']>[0], 'purpose' | 'organisationId'>
type Ask = Request & { visit: Visit; now: Instant }
/** What an ask was counted as. */
type Counted = { door: AskDoor; organisationId: number; checked: boolean }
type Asked<Refusal> = Promise<Result<{ checked: boolean }, Refusal>>

const ACTIONS: Record<AskDoor, CheckAction> = { setup: 'setup', sign_in: 'sign-in' }

/**
 * Everything that is asked before a code is mailed. Whether the address has an account plays no part in it: what
 * counts is the browser.
 */
export function makeAsking(rooms: { challenges: Challenges; limits: Limits; humanCheck: HumanCheck }) {
  const { challenges, limits, humanCheck } = rooms

  /** How the human check stands for this ask. */
  async function judgeVisit({ checked, token }: Visit, door: AskDoor) {
    if (!humanCheck.settings) return 'none'
    if (checked) return 'passed'
    if (token !== '') return humanCheck.verify(token, ACTIONS[door])
    return humanCheck.settings.mode === 'always' ? 'missing' : 'none'
  }

  /** Whether check and limits let a stranger's ask pass; it is counted then. */
  async function admit(
    { visit, now }: Ask,
    door: AskDoor,
    organisationId: number,
  ): Promise<Result<Counted & { throwAway: ThrowAway }, AskRefusal>> {
    const check = await judgeVisit(visit, door)
    if (check === 'missing') return refuse({ code: 'check_required' })
    if (check === 'failed') return refuse({ code: 'check_failed' })
    const checked = check === 'passed'
    const checkDown = check === 'unreachable'
    const admitted = await limits.admitAsk({ organisationId, door, checked, checkDown }, now)
    if (admitted.ok) return ok({ door, organisationId, checked, throwAway: admitted.value.throwAway })
    const canCheck = humanCheck.settings !== null && check === 'none'
    return refuse(canCheck ? { code: 'check_required' } : { code: 'limit_reached', ...admitted.error })
  }

  /**
   * `counted` null: the browser is known. What the address's gate refuses counts for nothing: else whoever passed one
   * check, or has one address, could use up what is everybody's without a single mail.
   */
  async function send(
    { visit, now, ...request }: Ask,
    subject: { purpose: ChallengePurpose; organisationId: number },
    counted: Counted | null,
  ): Asked<RequestRefusal> {
    const requested = await challenges.request({ ...request, ...subject, known: visit.known })
    if (requested.ok) return ok({ checked: counted?.checked ?? false })
    if (counted) await limits.returnAsk(counted, now)
    return requested
  }

  return {
    /**
     * Has a code sent that registers an address at an organisation; the address's own gate decides last. Who signed
     * in with it here before is held by that gate alone, where they have a share of their own: no stranger can use up
     * what is theirs. `checked`: the human check was passed. `excepted`: a manager accepted this very address.
     */
    async atSetup({
      organisationId,
      excepted,
      ...ask
    }: Ask & { organisationId: number; excepted: boolean }): Asked<AskRefusal | { code: 'throw_away' }> {
      const subject = { purpose: 'registration', organisationId } as const
      if (ask.visit.known) return send(ask, subject, null)
      const admitted = await admit(ask, 'setup', organisationId)
      if (!admitted.ok) return admitted
      if (admitted.value.throwAway === 'refuse' && !excepted && isThrowAway(ask.address)) {
        await limits.returnAsk(admitted.value, ask.now)
        return refuse({ code: 'throw_away' })
      }
      return send(ask, subject, admitted.value)
    },

    /** The same for signing in, where no organisation is known. */
    async atSignIn(ask: Ask): Asked<AskRefusal> {
      const subject = { purpose: 'sign-in', organisationId: 0 } as const
      if (ask.visit.known) return send(ask, subject, null)
      const admitted = await admit(ask, 'sign_in', 0)
      return admitted.ok ? send(ask, subject, admitted.value) : admitted
    },
  }
}

export type Asking = ReturnType<typeof makeAsking>
