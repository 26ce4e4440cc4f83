import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { renderProblem } from '../http/problems.tsx'
import { declareRoute } from '../http/routes.ts'
import { clientOf } from '../http/shields.ts'
import { type ClaimError, ClaimServicePage, ClosedClaimPage } from '../sign-in/pages/claim.tsx'
import { keepEntering } from '../sign-in/steps.ts'

/** Where a fresh installation gets its first supervisor, by the secret that was set when it was installed. */
export function declareClaimServiceRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/supervise/claim', 'public', showClaim)
  declareRoute(app, 'POST', '/supervise/claim', 'public', claim)
}

const EMPTY = { email: '', name: '' }

async function showClaim(c: EdgeContext) {
  const state = await c.var.services.entrances.readBootstrap()
  if (state !== 'open') return renderPage(c, <ClosedClaimPage frame={frameOf(c, null)} state={state} />)
  return renderOpen(c, EMPTY, null, 200)
}

function renderOpen(
  c: EdgeContext,
  values: { email: string; name: string },
  error: ClaimError | null,
  status: number,
) {
  return renderPage(c, <ClaimServicePage frame={frameOf(c, null)} values={values} error={error} />, status)
}

async function claim(c: EdgeContext) {
  const { services, locale, now } = c.var
  if (!(await services.admit('people', clientOf(c)))) return renderProblem(c, 'rate_limited')
  const form = await readForm(c)
  const values = { email: form('email'), name: form('name') }
  const claimed = await services.entrances.claim({ ...values, secret: form('secret') }, locale, now)
  if (claimed.ok) {
    const address = services.challenges.normalise(values.email) ?? ''
    keepEntering(c, { address, role: 'supervisor', ground: claimed.value })
    return c.redirect('/sign-in/passkey/new', 303)
  }
  switch (claimed.error.code) {
    case 'unconfigured':
      return renderPage(c, <ClosedClaimPage frame={frameOf(c, null)} state="unconfigured" />, 403)
    case 'refused':
      return renderOpen(c, values, { refused: true, problems: {} }, 403)
    case 'fields':
      return renderOpen(c, values, { refused: false, problems: claimed.error.problems }, 422)
  }
}
