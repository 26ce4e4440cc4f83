import type { PersonRead } from '../../accounts/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute } from '../http/routes.ts'
import { PersonCodePage } from './pages/people-code.tsx'
import { codePath, PEOPLE_PATH } from './people-paths.ts'
import { withPerson } from './people-person-routes.tsx'

const ONE = `${PEOPLE_PATH}/:id/codes/:grant`

/** The PIN of a person's code: to be told to them by whoever looks after devices. */
export function declarePeopleCodeRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', ONE, 'manager', withPerson(showCode))
  declareRoute(app, 'POST', `${ONE}/pin`, 'manager', withPerson(renewPin))
}

const grantOf = (c: EdgeContext) => c.req.param('grant') ?? ''

async function showCode(c: EdgeContext, { account }: PersonRead) {
  const grant = await c.var.services.provisioning.showGrant(account, grantOf(c))
  if (!grant) return renderDeadEnd(c, 'not_found', 404)
  const asked = c.req.query('done')
  const done = asked === 'sent' || asked === 'renewed' ? asked : null
  return renderPage(c, <PersonCodePage frame={frameOf(c)} {...{ account, grant, done }} />)
}

async function renewPin(c: EdgeContext, { account }: PersonRead) {
  const { provisioning } = c.var.services
  const grantId = grantOf(c)
  const renewed = await provisioning.sessionOf(account.ref).renewPin({ grantId, actor: actorOf(c) })
  const path = codePath(account.id, grantId)
  if (renewed) return c.redirect(`${path}?done=renewed`, 303)
  const ended = await provisioning.showGrant(account, grantId)
  return ended ? c.redirect(path, 303) : renderDeadEnd(c, 'not_found', 404)
}
