import * as z from 'zod'
import { describeError, log } from '../runtime/logger.ts'
import type { TurnstileSettings } from '../runtime/turnstile-settings.ts'

/** Where a token came from; the widget is told, and its token is good for nothing else. */
export type CheckAction = 'setup' | 'sign-in'

/**
 * `passed`: somebody did it, here, for this, just now. `failed`: the token is made up, too old, used before, or
 * meant for something else. `unreachable`: Cloudflare did not say.
 */
export type CheckOutcome = 'passed' | 'failed' | 'unreachable'

export type HumanCheck = {
  /** What pages show the widget with; null where there is none. */
  settings: Pick<TurnstileSettings, 'siteKey' | 'mode'> | null
  verify(token: string, action: CheckAction): Promise<CheckOutcome>
}

const SITEVERIFY = 'https://challenges.cloudflare.com/turnstile/v0/siteverify'
const TIMEOUT_MS = 3_000
/** A second try of the same validation, told by its key: an answer that was lost does not cost the token. */
const TRIES = 2
/** What Cloudflare says at most; and signs that no firewall on the way there takes for an attack, which would answer for it. */
const TOKEN = /^[\w.~+/=:-]{1,2048}$/

const answerSchema = z.object({
  success: z.boolean(),
  hostname: z.string().optional(),
  action: z.string().optional(),
  'error-codes': z.array(z.string()).default([]),
})

/** Whatever was in the token: Cloudflare is ill, or our secret is wrong. Nobody can cause these from outside. */
const NOT_THE_TOKEN = new Set(['internal-error', 'missing-input-secret', 'invalid-input-secret'])

/**
 * Asks Cloudflare about tokens of the widget. Never throws; what it says is logged as words, never the token. Settings
 * are read when they are needed.
 */
export function makeHumanCheck(options: {
  readonly settings: TurnstileSettings | null
  fetch(url: string, init: RequestInit): Promise<Response>
  makeKey(): string
}): HumanCheck {
  async function ask(token: string, key: string, { secret }: TurnstileSettings) {
    const answer = await options.fetch(SITEVERIFY, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret, response: token, idempotency_key: key }),
      // What redirects has not answered. A Worker knows no `error` here, and would throw.
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const read = answerSchema.safeParse(await answer.json())
    if (!read.success || (answer.status >= 300 && answer.status < 400))
      throw new Error(`siteverify answered ${answer.status}`)
    return read.data
  }

  return {
    get settings() {
      const { settings } = options
      return settings && { siteKey: settings.siteKey, mode: settings.mode }
    },

    async verify(token, action) {
      const { settings } = options
      if (!settings) return 'unreachable'
      if (!TOKEN.test(token)) return 'failed'
      const key = options.makeKey()
      for (let tries = 1; tries <= TRIES; tries += 1) {
        try {
          const said = await ask(token, key, settings)
          if (said.success) return isOurs(said, action, settings) ? 'passed' : 'failed'
          const codes = said['error-codes']
          if (!codes.some((code) => NOT_THE_TOKEN.has(code))) return 'failed'
          log('error', 'human_check_refused', { codes: codes.join(' ').slice(0, 200) })
        } catch (error) {
          log('warn', 'human_check_unreachable', { tries, reason: describeError(error) })
        }
      }
      return 'unreachable'
    },
  }
}

/** Test keys know neither our host nor what the widget was told. */
function isOurs(
  said: z.infer<typeof answerSchema>,
  action: CheckAction,
  { hostname }: TurnstileSettings,
): boolean {
  return hostname === null || (said.hostname === hostname && said.action === action)
}
