import type { DiscoveryRefusal, OidcForm, OidcProblems, OidcView } from '../../organisations/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { EMPTY_OIDC, ForgetIdentitiesPage, OIDC_PATH, type OidcDone, OidcPage } from './pages/oidc.tsx'

/** The organisation's own identity provider. */
export function declareOidcRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', OIDC_PATH, 'manager', show)
  declareRoute(app, 'POST', OIDC_PATH, 'manager', save)
  declareRoute(app, 'GET', `${OIDC_PATH}/forget`, 'manager', (c) =>
    renderPage(c, <ForgetIdentitiesPage frame={frameOf(c)} />),
  )
  declareRoute(app, 'POST', `${OIDC_PATH}/forget`, 'manager', forget, { destructive: true })
}

const DONE: OidcDone[] = ['saved', 'savedOff', 'worked', 'forgotten']

async function show(c: EdgeContext) {
  const { organisation } = staffOf(c)
  const stored = await c.var.services.oidcSettings.read(organisation.id)
  const done = DONE.find((word) => word === c.req.query('done')) ?? null
  return render(c, { values: stored ?? EMPTY_OIDC, stored, done })
}

async function save(c: EdgeContext) {
  const { services, now } = c.var
  const { organisation } = staffOf(c)
  const form = await readForm(c)
  const entered: OidcForm = {
    enabled: form.ticked('enabled'),
    issuer: form('issuer'),
    clientId: form('clientId'),
    clientSecret: form('clientSecret'),
    emailClaim: form('emailClaim'),
    forOwners: form.ticked('forOwners'),
  }
  const saved = await services.oidcSettings.configure(organisation.id, entered, actorOf(c), now)
  if (saved.ok) return c.redirect(`${OIDC_PATH}?done=${entered.enabled ? 'saved' : 'savedOff'}`, 303)
  const { clientSecret: _, ...values } = entered
  const refusal = saved.error
  const shown = refusal.code === 'invalid' ? { problems: refusal.problems } : { discovery: refusal.refusal }
  return render(c, { values, stored: await services.oidcSettings.read(organisation.id), ...shown })
}

function render(
  c: EdgeContext,
  shown: {
    values: OidcView
    stored: OidcView | null
    done?: OidcDone | null
    problems?: OidcProblems
    discovery?: DiscoveryRefusal
  },
) {
  const { organisation } = staffOf(c)
  const { problems = null, discovery = null } = shown
  const to = encodeURIComponent(`${OIDC_PATH}?done=worked`)
  const page = (
    <OidcPage
      frame={frameOf(c)}
      redirectUri={c.var.services.oidcSettings.redirectUri}
      values={shown.values}
      stored={shown.stored !== null}
      tryAt={shown.stored?.enabled ? `/sign-in/oidc/${organisation.slug}?to=${to}` : null}
      problems={problems}
      discovery={discovery}
      done={shown.done ?? null}
    />
  )
  return renderPage(c, page, problems || discovery ? 422 : 200)
}

async function forget(c: EdgeContext) {
  const { organisation } = staffOf(c)
  await c.var.services.identities.forget(organisation.id, actorOf(c), c.var.now)
  return c.redirect(`${OIDC_PATH}?done=forgotten`, 303)
}
