import { clearSessionCookie, knowBrowser, readSetupAddress, setSetupAddress } from '../http/cookies.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDoorRefusal, renderPage } from '../http/pages.tsx'
import { declareRoute, findPerson, openFor, personOf } from '../http/routes.ts'
import { clientOf } from '../http/shields.ts'
import { keepChecked, offerCheck, retryAt, visitOf } from '../http/visits.ts'
import { wantsCheck } from '../ui/asking.tsx'
import { type StartError, StartPage } from './pages/index.ts'

/** Step 1: which organisation, which address. */
export function declareStartRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/', 'public', (c) => c.redirect('/setup', 302))
  declareRoute(app, 'GET', '/setup', 'public', openDefault, { stale: true })
  declareRoute(app, 'GET', '/setup/:slug', 'door', showStart, { stale: true })
  declareRoute(app, 'POST', '/setup/:slug', 'door', askForCode)
  declareRoute(app, 'POST', '/setup/:slug/sign-out', 'owner', signOut)
}

async function openDefault(c: EdgeContext) {
  const asked = c.req.query('organisation')?.trim().toLowerCase()
  const door = await openFor(c, (doors) => (asked ? doors.openDoor(asked) : doors.openDefaultDoor()))
  if (!door.ok) return renderDoorRefusal(c, door.error)
  return c.redirect(`/setup/${door.value.organisation.slug}`, 302)
}

/** Whoever is signed in goes straight on to the device, unless they want to use another address. */
async function showStart(c: EdgeContext) {
  const { slug } = c.var.door.organisation
  const person = await findPerson(c)
  if (person && c.req.query('change') === undefined) return c.redirect(`/setup/${slug}/device`, 303)
  // A new code needs the human check first: what was typed before is not lost.
  if (c.req.query('check') !== undefined && c.var.services.humanCheck.settings)
    return renderStart(c, readSetupAddress(c, slug) ?? '', { code: 'check_required' })
  return renderStart(c, '', null)
}

function renderStart(c: EdgeContext, email: string, error: StartError | null, status = 200) {
  const oidc = c.var.door.oidc === 'owners'
  const check = offerCheck(c, 'setup', wantsCheck(error))
  if (error && 'opensAt' in error) retryAt(c, error.opensAt)
  const page = <StartPage frame={frameOf(c)} values={{ email }} error={error} oidc={oidc} check={check} />
  return renderPage(c, page, status)
}

const STATUS: Partial<Record<StartError['code'], number>> = { too_many_sends: 429, limit_reached: 429 }

async function askForCode(c: EdgeContext) {
  const { door, services, locale, now } = c.var
  const form = await readForm(c)
  const text = form('email')
  const refuse = (error: StartError, status: number) => renderStart(c, text, error, status)
  if (!(await services.admit('people', clientOf(c)))) return refuse({ code: 'rate_limited' }, 429)
  const browser = knowBrowser(c)
  const visit = visitOf(c, form)
  const started = await services.registration.start({ door, text, browser, locale, visitOf: visit, now })
  if (!started.ok) return refuse(started.error, STATUS[started.error.code] ?? 422)
  if (started.value.checked) keepChecked(c, started.value.address)
  setSetupAddress(c, door.organisation.slug, browser, started.value.address)
  return c.redirect(`/setup/${door.organisation.slug}/code`, 303)
}

async function signOut(c: EdgeContext) {
  const { services, now, door } = c.var
  const { account, session } = personOf(c)
  await services.accounts.endSession(account, session, now)
  await services.provisioning.closeSockets(account, session.id)
  clearSessionCookie(c)
  return c.redirect(`/setup/${door.organisation.slug}`, 303)
}
