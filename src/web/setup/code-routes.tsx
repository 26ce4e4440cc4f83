import type { ProveRefusal } from '../../registration/index.ts'
import {
  clearSetupAddress,
  readBrowser,
  readSetupAddress,
  setSessionCookie,
  setSetupAddress,
} from '../http/cookies.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { declareRoute, findPerson } from '../http/routes.ts'
import { clientOf } from '../http/shields.ts'
import { keepChecked, noteKnown, retryAt, visitOf } from '../http/visits.ts'
import { isAskError, wantsCheck } from '../ui/asking.tsx'
import type { CodeError } from '../ui/code-card.tsx'
import { CodeElsewherePage, CodePage } from './pages/index.ts'

/** Step 1, second half: the mailed code. */
export function declareCodeRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/setup/:slug/code', 'door', showCode)
  declareRoute(app, 'POST', '/setup/:slug/code', 'door', proveCode)
  declareRoute(app, 'POST', '/setup/:slug/code/again', 'door', sendAgain)
}

/** What the mailed link may bring: it only fills the field. */
const MAILED_CODE = /^[0-9A-Za-z]{6,9}$/

function mailedCode(c: EdgeContext): string {
  const code = c.req.query('code') ?? ''
  return MAILED_CODE.test(code) ? code : ''
}

async function showCode(c: EdgeContext) {
  const { slug } = c.var.door.organisation
  const code = mailedCode(c)
  const address = readSetupAddress(c, slug)
  if (address) return renderCode(c, address, { code, resent: c.req.query('sent') === 'again' })
  if (await findPerson(c)) return c.redirect(`/setup/${slug}/device`, 303)
  if (code) return renderPage(c, <CodeElsewherePage frame={frameOf(c)} code={code} />)
  return c.redirect(`/setup/${slug}`, 303)
}

async function proveCode(c: EdgeContext) {
  const { door, services, locale, now } = c.var
  const { slug } = door.organisation
  const address = readSetupAddress(c, slug)
  const browser = readBrowser(c)
  const code = (await readForm(c))('code').trim()
  if (!address || !browser) return c.redirect(`/setup/${slug}`, 303)
  if (!(await services.admit('people', clientOf(c))))
    return renderCode(c, address, { code, error: { code: 'rate_limited' } })
  const proved = await services.registration.prove({ door, address, browser, code, locale, now })
  if (!proved.ok) return refuseCode(c, address, code, proved.error)
  const { session, secret } = proved.value
  setSessionCookie(c, secret, session.endsAt)
  noteKnown(c, address)
  clearSetupAddress(c)
  return c.redirect(`/setup/${slug}/about`, 303)
}

function refuseCode(c: EdgeContext, address: string, code: string, refusal: ProveRefusal) {
  if (refusal.code === 'account_disabled') return renderDeadEnd(c, 'account_disabled', 403)
  if (refusal.code === 'organisation_unfinished') return renderDeadEnd(c, 'no_platforms', 503)
  return renderCode(c, address, { code, error: refusal })
}

async function sendAgain(c: EdgeContext) {
  const { door, services, locale, now } = c.var
  const { slug } = door.organisation
  const address = readSetupAddress(c, slug)
  const browser = readBrowser(c)
  if (!address || !browser) return c.redirect(`/setup/${slug}`, 303)
  if (!(await services.admit('people', clientOf(c))))
    return renderCode(c, address, { error: { code: 'rate_limited' } })
  const visit = visitOf(c)
  const started = await services.registration.start({
    ...{ door, text: address, browser, locale },
    ...{ visitOf: visit, now },
  })
  if (!started.ok && wantsCheck(started.error)) return c.redirect(`/setup/${slug}?change=1&check=1`, 303)
  if (!started.ok && (started.error.code === 'too_many_sends' || isAskError(started.error)))
    return renderCode(c, address, { error: started.error })
  if (!started.ok) return c.redirect(`/setup/${slug}?change=1`, 303)
  if (started.value.checked) keepChecked(c, started.value.address)
  setSetupAddress(c, slug, browser, started.value.address)
  return c.redirect(`/setup/${slug}/code?sent=again`, 303)
}

const STATUS: Partial<Record<CodeError['code'], number>> = {
  rate_limited: 429,
  too_many_sends: 429,
  limit_reached: 429,
  people_full: 429,
}

async function renderCode(
  c: EdgeContext,
  address: string,
  shown: { code?: string; resent?: boolean; error?: CodeError },
) {
  const { door, services } = c.var
  const browser = readBrowser(c) ?? ''
  const challenge = await services.registration.look({ door, address, browser })
  const error = shown.error ?? (challenge ? null : { code: 'no_challenge' as const })
  if (shown.error && 'opensAt' in shown.error) retryAt(c, shown.error.opensAt)
  return renderPage(
    c,
    <CodePage
      frame={frameOf(c)}
      address={address}
      code={shown.code ?? ''}
      letters={challenge?.letters ?? false}
      delivery={challenge?.delivery ?? 'queued'}
      resent={shown.resent ?? false}
      error={error}
    />,
    shown.error ? (STATUS[shown.error.code] ?? 422) : 200,
  )
}
