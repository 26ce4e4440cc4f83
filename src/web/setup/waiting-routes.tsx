import { needsDetails } from '../../accounts/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { declareRoute, personOf } from '../http/routes.ts'
import { WaitingPage } from './pages/index.ts'

/** How often the page looks by itself whether it goes on, without script. */
const AGAIN_SECONDS = '30'

/** Where new people wait until a manager has accepted them. */
export function declareWaitingRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/setup/:slug/waiting', 'owner', showWaiting)
}

function showWaiting(c: EdgeContext) {
  const { organisation } = c.var.door
  const { account } = personOf(c)
  if (needsDetails(account, organisation)) return c.redirect(`/setup/${organisation.slug}/about`, 303)
  if (account.state !== 'unapproved') return c.redirect(`/setup/${organisation.slug}/device`, 303)
  c.header('refresh', AGAIN_SECONDS)
  return renderPage(c, <WaitingPage frame={frameOf(c)} />)
}
