import type { Entrance } from '../../accounts/index.ts'
import { closesCode } from '../../challenges/index.ts'
import { knowBrowser, readBrowser } from '../http/cookies.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { declareRoute } from '../http/routes.ts'
import { clientOf } from '../http/shields.ts'
import { keepChecked, noteKnown, retryAt, visitOf } from '../http/visits.ts'
import { wantsCheck } from '../ui/asking.tsx'
import type { CodeError } from '../ui/code-card.tsx'
import { ChooseAccountPage } from './pages/choose.tsx'
import { SignInCodeElsewherePage, SignInCodePage } from './pages/code.tsx'
import { NoAccountPage } from './pages/no-account.tsx'
import { SUBJECT } from './start-routes.tsx'
import { formerOf, goOn, keepAsked, keepEntering, readAsked, readEntering, userAgentOf } from './steps.ts'

/** The mailed code, and which of the address's accounts it opens. */
export function declareSignInCodeRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/sign-in/code', 'public', showCode)
  declareRoute(app, 'POST', '/sign-in/code', 'public', proveCode)
  declareRoute(app, 'POST', '/sign-in/code/again', 'public', sendAgain)
  declareRoute(app, 'GET', '/sign-in/choose', 'public', showAccounts)
  declareRoute(app, 'POST', '/sign-in/choose', 'public', chooseAccount)
}

/** What the mailed link may bring: it only fills the field. */
const MAILED_CODE = /^[0-9A-Za-z]{6,9}$/

async function showCode(c: EdgeContext) {
  const asked = c.req.query('code') ?? ''
  const code = MAILED_CODE.test(asked) ? asked : ''
  const { address } = readAsked(c)
  if (address) return renderCode(c, address, { code, resent: c.req.query('sent') === 'again' })
  if (code) return renderPage(c, <SignInCodeElsewherePage frame={frameOf(c, null)} code={code} />)
  return c.redirect('/sign-in', 303)
}

async function proveCode(c: EdgeContext) {
  const { services } = c.var
  const { address } = readAsked(c)
  const browser = readBrowser(c)
  const code = (await readForm(c))('code').trim()
  if (!address || !browser) return c.redirect('/sign-in', 303)
  if (!(await services.admit('people', clientOf(c))))
    return renderCode(c, address, { code, error: { code: 'rate_limited' } })
  const proved = await services.challenges.verify({ ...SUBJECT, address, browser, code })
  if (!proved.ok) {
    if (closesCode(proved.error)) await services.limits.noteGuesses(0, c.var.now)
    return renderCode(c, address, { code, error: proved.error })
  }
  noteKnown(c, address)
  const entrances = await services.entrances.listEntrances(address)
  const [only] = entrances
  if (!only) return renderPage(c, <NoAccountPage frame={frameOf(c, null)} address={address} />, 404)
  if (entrances.length === 1) return enter(c, address, only)
  keepEntering(c, { address, ground: null, role: null })
  return c.redirect('/sign-in/choose', 303)
}

/** Owners are signed in; managers and supervisors go on to their passkey. */
async function enter(c: EdgeContext, address: string, { account, organisation, hasPasskey }: Entrance) {
  const { services, now } = c.var
  if (account.role === 'device_owner') {
    const options = { assurance: 'email', userAgent: userAgentOf(c), former: formerOf(c).owner } as const
    return goOn(c, await services.accounts.openSession(account, options, now), organisation)
  }
  const { id: accountId, organisationId, role } = account
  keepEntering(c, { address, role, ground: { accountId, organisationId, since: 0, replaces: false } })
  return c.redirect(hasPasskey ? '/sign-in/passkey' : '/sign-in/passkey/new', 303)
}

async function showAccounts(c: EdgeContext) {
  const entering = readEntering(c)
  return entering ? renderAccounts(c, entering.address, false) : c.redirect('/sign-in', 303)
}

async function chooseAccount(c: EdgeContext) {
  const entering = readEntering(c)
  if (!entering) return c.redirect('/sign-in', 303)
  const chosen = (await readForm(c))('account')
  const entrances = await c.var.services.entrances.listEntrances(entering.address)
  const entrance = entrances.find(({ account }) => account.id === chosen)
  return entrance ? enter(c, entering.address, entrance) : renderAccounts(c, entering.address, true)
}

async function renderAccounts(c: EdgeContext, address: string, failed: boolean) {
  const entrances = await c.var.services.entrances.listEntrances(address)
  const page = (
    <ChooseAccountPage frame={frameOf(c, null)} address={address} entrances={entrances} failed={failed} />
  )
  return renderPage(c, page, failed ? 422 : 200)
}

async function sendAgain(c: EdgeContext) {
  const { services, locale, now } = c.var
  const { address, to } = readAsked(c)
  if (!address) return c.redirect('/sign-in', 303)
  if (!(await services.admit('people', clientOf(c))))
    return renderCode(c, address, { error: { code: 'rate_limited' } })
  const browser = knowBrowser(c)
  const visit = visitOf(c)(address)
  const asked = await services.asking.atSignIn({ address, browser, locale, visit, now })
  if (!asked.ok && wantsCheck(asked.error)) return c.redirect('/sign-in?check=1', 303)
  if (!asked.ok) return renderCode(c, address, { error: asked.error })
  if (asked.value.checked) keepChecked(c, address)
  keepAsked(c, { address, to })
  return c.redirect('/sign-in/code?sent=again', 303)
}

const STATUS: Partial<Record<CodeError['code'], number>> = {
  rate_limited: 429,
  too_many_sends: 429,
  limit_reached: 429,
}

async function renderCode(
  c: EdgeContext,
  address: string,
  shown: { code?: string; resent?: boolean; error?: CodeError },
) {
  const browser = readBrowser(c) ?? ''
  const challenge = await c.var.services.challenges.look({ ...SUBJECT, address, browser })
  const error = shown.error ?? (challenge ? null : { code: 'no_challenge' as const })
  if (shown.error && 'opensAt' in shown.error) retryAt(c, shown.error.opensAt)
  return renderPage(
    c,
    <SignInCodePage
      frame={frameOf(c, null)}
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
