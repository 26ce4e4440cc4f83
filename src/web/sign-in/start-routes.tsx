import { clearSessionCookie, knowBrowser, readSessionCookie } from '../http/cookies.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { readReturnPath } from '../http/return-path.ts'
import { declareRoute } from '../http/routes.ts'
import { clientOf } from '../http/shields.ts'
import { keepChecked, offerCheck, retryAt, visitOf } from '../http/visits.ts'
import { wantsCheck } from '../ui/asking.tsx'
import { type SignInStartError, SignInStartPage } from './pages/start.tsx'
import { keepAsked, keepQuestion, readAsked } from './steps.ts'

/** The first step, where everybody signs in, and the way out. */
export function declareSignInStartRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/sign-in', 'public', showStart)
  declareRoute(app, 'POST', '/sign-in', 'public', askForCode)
  declareRoute(app, 'POST', '/sign-out', 'public', signOut)
}

async function showStart(c: EdgeContext) {
  const wanted = c.req.query('to')
  if (wanted !== undefined) keepAsked(c, { ...readAsked(c), to: readReturnPath(wanted) })
  // A new code needs the human check first: what was typed before is not lost.
  if (c.req.query('check') !== undefined && c.var.services.humanCheck.settings)
    return renderStart(c, { email: readAsked(c).address ?? '', error: { code: 'check_required' } })
  return renderStart(c, { email: '', error: null, signedOut: c.req.query('done') === 'signed-out' })
}

export async function renderStart(
  c: EdgeContext,
  shown: { email: string; error: SignInStartError | null; signedOut?: boolean },
  status = 200,
) {
  const question = await c.var.services.passkeys.ask(null)
  const options = keepQuestion(c, question, { ceremony: 'get', accountId: null })
  const check = offerCheck(c, 'sign-in', wantsCheck(shown.error))
  if (shown.error && 'opensAt' in shown.error) retryAt(c, shown.error.opensAt)
  return renderPage(
    c,
    <SignInStartPage
      frame={frameOf(c, null)}
      email={shown.email}
      error={shown.error}
      signedOut={shown.signedOut ?? false}
      options={options}
      check={check}
      to={readReturnPath(c.req.query('to')) ?? readAsked(c).to}
    />,
    status,
  )
}

/** The same answer and the same work for every address, whoever has it. */
async function askForCode(c: EdgeContext) {
  const { services, locale, now } = c.var
  const form = await readForm(c)
  const email = form('email')
  const refuse = (error: SignInStartError, status: number) => renderStart(c, { email, error }, status)
  if (!(await services.admit('people', clientOf(c)))) return refuse({ code: 'rate_limited' }, 429)
  const address = services.challenges.normalise(email)
  if (address === null) return refuse({ code: 'not_an_address' }, 422)
  const browser = knowBrowser(c)
  const visit = visitOf(c, form)(address)
  const asked = await services.asking.atSignIn({ address, browser, locale, visit, now })
  if (!asked.ok) return refuse(asked.error, wantsCheck(asked.error) ? 422 : 429)
  if (asked.value.checked) keepChecked(c, address)
  keepAsked(c, { address, to: readAsked(c).to })
  return c.redirect('/sign-in/code', 303)
}

/** What a code for signing in is bound to, besides address and browser: no organisation is known yet. */
export const SUBJECT = { purpose: 'sign-in', organisationId: 0 } as const

/** Ends the session of whoever works here, else the owner's; the page they were on has named only one. */
async function signOut(c: EdgeContext) {
  const { services, now } = c.var
  for (const kind of ['staff', 'owner'] as const) {
    const secret = readSessionCookie(c, kind)
    if (!secret) continue
    clearSessionCookie(c, kind)
    const found = await services.accounts.findAnySession(secret, now)
    if (!found) continue
    await services.accounts.endSession(found.account, found.session, now)
    if (kind === 'owner') await services.provisioning.closeSockets(found.account, found.session.id)
    break
  }
  return c.redirect('/sign-in?done=signed-out', 303)
}
