import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { DerivedModulePage, DerivedSecretPage, NewDerivedSecretPage } from './pages/derived.tsx'
import { DERIVED_MODULE_PATH } from './pages/paths.ts'

const SECRET_PATH = `${DERIVED_MODULE_PATH}/secret`

/** The secret that the external module for derived credentials shares with us. */
export function declareDerivedModuleRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', DERIVED_MODULE_PATH, 'supervisor', show)
  declareRoute(app, 'GET', SECRET_PATH, 'supervisor', ask)
  declareRoute(app, 'POST', SECRET_PATH, 'supervisor', renew, { destructive: true })
}

async function show(c: EdgeContext) {
  const { service } = staffOf(c)
  const secret = await c.var.services.moduleSecret.state()
  const page = (
    <DerivedModulePage
      frame={frameOf(c)}
      configured={service !== null}
      url={service?.derivedCredentialUrl ?? null}
      secret={secret}
    />
  )
  return renderPage(c, page)
}

async function ask(c: EdgeContext) {
  const state = await c.var.services.moduleSecret.state()
  return renderPage(c, <NewDerivedSecretPage frame={frameOf(c)} replaces={state === 'set'} />)
}

/** Answers with the secret itself: no address of a page could show it once only. */
async function renew(c: EdgeContext) {
  const made = await c.var.services.moduleSecret.renew(actorOf(c), c.var.now)
  if (!made.ok) return c.redirect(DERIVED_MODULE_PATH, 303)
  return renderPage(c, <DerivedSecretPage frame={frameOf(c)} secret={made.value} />)
}
