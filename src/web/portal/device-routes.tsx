import { isEnded } from '../../devices/index.ts'
import type { FieldProblems } from '../../kernel/fields.ts'
import { isOwnership } from '../../kernel/ownership.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute } from '../http/routes.ts'
import { myDevicePath, PORTAL_PATH } from './device-paths.ts'
import { deviceIdOf, findMine, readList, readOne } from './device-reading.ts'
import { describeDone, describeTrouble } from './device-words.ts'
import { declareMyLiveRoutes } from './live-routes.tsx'
import { type Owner, owned } from './owner.ts'
import { MyDevicesPage } from './pages/device-list.tsx'
import { MyDevicePage } from './pages/device-one.tsx'
import { ChangeOwnershipPage } from './pages/device-ownership.tsx'

const ONE = `${PORTAL_PATH}/devices/:device`

/** The list of somebody’s devices, the page of one, its name and whose it is. */
export function declareMyDeviceRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', PORTAL_PATH, 'person', owned(showList))
  declareRoute(app, 'GET', ONE, 'person', owned(showDevice))
  declareRoute(app, 'POST', `${ONE}/name`, 'person', owned(rename))
  declareRoute(app, 'GET', `${ONE}/ownership`, 'person', owned(askOwnership))
  declareRoute(app, 'POST', `${ONE}/ownership`, 'person', owned(setOwnership))
  declareMyLiveRoutes(app)
}

async function showList(c: EdgeContext, me: Owner) {
  return renderPage(c, <MyDevicesPage {...(await readList(c, me))} />)
}

const showDevice = (c: EdgeContext, me: Owner) => renderDevice(c, me, {})

async function renderDevice(c: EdgeContext, me: Owner, typed: { name?: string; problems?: FieldProblems }) {
  const found = await readOne(c, me)
  if (!found) return renderDeadEnd(c, 'not_found', 404)
  const query = (name: string) => c.req.query(name)
  const { copy } = found.frame
  const told = { done: describeDone(copy, query), trouble: describeTrouble(copy, query) }
  return renderPage(c, <MyDevicePage {...found} {...typed} {...told} />, typed.problems ? 422 : 200)
}

/** Back to its page, with what happened. */
function back(c: EdgeContext, told: { done: string } | { trouble: string }) {
  return c.redirect(`${myDevicePath(deviceIdOf(c))}?${new URLSearchParams(told)}`, 303)
}

async function rename(c: EdgeContext, me: Owner) {
  const name = (await readForm(c))('name')
  const asked = { deviceId: deviceIdOf(c), name, actor: actorOf(c), now: c.var.now }
  const renamed = await c.var.services.myDevices.rename(me.account, asked)
  if (renamed.ok) return back(c, { done: name.trim() === '' ? 'unnamed' : 'named' })
  const { error } = renamed
  switch (error.code) {
    case 'not_found':
      return renderDeadEnd(c, 'not_found', 404)
    case 'ended':
      return back(c, { trouble: 'ended' })
    case 'not_accepted':
      return renderDevice(c, me, { name, problems: error.problems })
  }
}

async function askOwnership(c: EdgeContext, me: Owner) {
  const found = await findMine(c, me)
  if (!found) return renderDeadEnd(c, 'not_found', 404)
  if (isEnded(found.device)) return back(c, { trouble: 'ended' })
  if (!found.mayChangeOwnership) return renderDeadEnd(c, 'not_permitted', 403)
  return renderPage(c, <ChangeOwnershipPage frame={frameOf(c)} device={found.device} />)
}

/** The form names what it becomes, so that sending it twice changes nothing twice. */
async function setOwnership(c: EdgeContext, me: Owner) {
  const ownership = (await readForm(c))('ownership')
  if (!isOwnership(ownership)) return askOwnership(c, me)
  const { organisation } = me
  const asked = { organisation, deviceId: deviceIdOf(c), ownership, actor: actorOf(c) }
  const changed = await c.var.services.myDevices.setOwnership(me.account, asked)
  if (changed.ok) return back(c, { done: ownership })
  switch (changed.error) {
    case 'not_found':
      return renderDeadEnd(c, 'not_found', 404)
    case 'not_permitted':
      return renderDeadEnd(c, 'not_permitted', 403)
    case 'ended':
    case 'temporarily_unavailable':
      return back(c, { trouble: changed.error })
  }
}
