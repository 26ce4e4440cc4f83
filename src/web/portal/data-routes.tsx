import { isStaff } from '../../accounts/index.ts'
import { toIso } from '../../kernel/time.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { declareRoute } from '../http/routes.ts'
import { type Owner, owned } from './owner.ts'
import { AskDeletionPage } from './pages/data-deletion.tsx'

/** One’s own data, and the wish to be deleted. */
export function declareMyDataRoutes(app: EdgeApp): void {
  declareRoute(app, 'POST', '/portal/data', 'person', proved(download))
  declareRoute(app, 'GET', '/portal/data/delete', 'person', proved(confirmDeletion))
  declareRoute(app, 'POST', '/portal/data/delete', 'person', proved(askDeletion), { destructive: true })
  declareRoute(app, 'POST', '/portal/data/keep', 'person', proved(withdrawDeletion))
}

type Handler = (c: EdgeContext, me: Owner) => Response | Promise<Response>

/** A manager who only proved an address signs in properly first, as for the rest of *My account*. */
function proved(handler: Handler) {
  return owned((c, me) => {
    const { account, session } = me
    if (account.role !== 'device_owner' && !isStaff(account, session.assurance))
      return c.redirect('/sign-in?to=/account', 303)
    return handler(c, me)
  })
}

/** Everything that is kept about them, as one file. */
async function download(c: EdgeContext, me: Owner) {
  const { services, now } = c.var
  const data = await services.myData.collect(me.account, me.organisation, now)
  if (!data) return renderDeadEnd(c, 'not_found', 404)
  return c.body(`${JSON.stringify(data, null, 2)}\n`, 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="my-data-${toIso(now).slice(0, 10)}.json"`,
    'cache-control': 'no-store',
  })
}

function confirmDeletion(c: EdgeContext, { account, organisation }: Owner) {
  return renderPage(
    c,
    <AskDeletionPage frame={frameOf(c)} account={account} organisation={organisation.name} />,
  )
}

async function askDeletion(c: EdgeContext, me: Owner) {
  await c.var.services.myData.askDeletion(me.account, c.var.now)
  return c.redirect('/account?done=asked', 303)
}

async function withdrawDeletion(c: EdgeContext, me: Owner) {
  await c.var.services.myData.withdrawDeletion(me.account, c.var.now)
  return c.redirect('/account?done=kept', 303)
}
