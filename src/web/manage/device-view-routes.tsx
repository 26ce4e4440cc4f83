import { type DeviceFilter, type DeviceView, writeDeviceQuery } from '../../devices/index.ts'
import type { FieldProblems } from '../../kernel/fields.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { declareRoute, staffOf } from '../http/routes.ts'
import { readFilter, VIEWS_PATH, viewPath } from './device-paths.ts'
import { describeDone } from './device-words.ts'
import { DeviceViewsPage, RemoveViewPage } from './pages/devices-views.tsx'

/** Views of the list that a manager saved. Everybody has their own. */
export function declareDeviceViewRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', VIEWS_PATH, 'manager', showViews)
  declareRoute(app, 'POST', VIEWS_PATH, 'manager', saveView)
  declareRoute(app, 'GET', `${VIEWS_PATH}/:view/remove`, 'manager', withView(askRemove))
  declareRoute(app, 'POST', `${VIEWS_PATH}/:view/remove`, 'manager', withView(removeView), {
    destructive: true,
  })
}

const selfOf = (c: EdgeContext) => {
  const { organisation, account } = staffOf(c)
  return { organisationId: organisation.id, id: account.id }
}

/** Hands the view of `:view` to the handler; one of somebody else is not found. */
function withView(handle: (c: EdgeContext, view: DeviceView) => Response | Promise<Response>) {
  return async (c: EdgeContext) => {
    const views = await c.var.services.deviceList.listViews(selfOf(c))
    const view = views.find(({ id }) => id === c.req.param('view'))
    return view ? handle(c, view) : renderDeadEnd(c, 'not_found', 404)
  }
}

function showViews(c: EdgeContext) {
  const filter = readFilter(new URL(c.req.url).searchParams.toString())
  return renderViews(c, { filter, name: '', problems: {} })
}

async function renderViews(
  c: EdgeContext,
  typed: { filter: DeviceFilter; name: string; problems: FieldProblems },
) {
  const views = await c.var.services.deviceList.listViews(selfOf(c))
  const frame = frameOf(c)
  const done = describeDone(frame.copy, (name) => c.req.query(name))
  const status = Object.keys(typed.problems).length > 0 ? 422 : 200
  return renderPage(c, <DeviceViewsPage frame={frame} views={views} {...typed} done={done} />, status)
}

async function saveView(c: EdgeContext) {
  const form = await readForm(c)
  const filter = readFilter(new URLSearchParams(form.names().map((name) => [name, form(name)])).toString())
  const { organisationId, id: accountId } = selfOf(c)
  const { deviceList } = c.var.services
  const saved = await deviceList.saveView({
    ...{ organisationId, accountId, now: c.var.now },
    name: form('name'),
    query: writeDeviceQuery(filter),
  })
  if (!saved.ok) return renderViews(c, { filter, name: form('name'), problems: saved.error })
  const path = viewPath(saved.value.query)
  return c.redirect(`${path}${path.includes('?') ? '&' : '?'}done=viewSaved`, 303)
}

function askRemove(c: EdgeContext, view: DeviceView) {
  return renderPage(c, <RemoveViewPage frame={frameOf(c)} view={view} />)
}

async function removeView(c: EdgeContext, view: DeviceView) {
  const { organisationId, id: accountId } = selfOf(c)
  await c.var.services.deviceList.removeView({ organisationId, accountId, viewId: view.id })
  return c.redirect(`${VIEWS_PATH}?done=viewRemoved`, 303)
}
