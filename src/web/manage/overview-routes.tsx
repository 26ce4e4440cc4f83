import { PERIODS } from '../../registration/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { declareRoute, staffOf } from '../http/routes.ts'
import { OverviewPage } from './pages/overview.tsx'

/** Where managers begin. */
export function declareOverviewRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/manage', 'manager', showOverview)
}

async function showOverview(c: EdgeContext) {
  const { services, now } = c.var
  const { organisation, service } = staffOf(c)
  const asked = Number(c.req.query('days'))
  const period = PERIODS.find((days) => days === asked) ?? 30
  const [overview, totals] = await Promise.all([
    services.overview.read(organisation.id, period, now),
    services.devices.totals(organisation.id),
  ])
  return renderPage(
    c,
    <OverviewPage
      frame={frameOf(c)}
      organisation={organisation}
      serviceEnabled={service?.enabled ?? false}
      setupUrl={`${services.baseUrl}/setup/${organisation.slug}`}
      period={period}
      overview={overview}
      totals={totals}
    />,
  )
}
