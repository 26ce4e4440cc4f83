import { SOCKET_HEADERS } from '../../referee/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { renderDeadEnd, renderPage } from '../http/pages.tsx'
import { declareRoute } from '../http/routes.ts'
import { openSocket } from '../http/sockets.ts'
import { LIVE_PATH, PORTAL_PATH } from './device-paths.ts'
import { readList, readOne } from './device-reading.ts'
import { type Owner, owned } from './owner.ts'
import { MyDevicesRegions } from './pages/device-list.tsx'
import { MyDeviceRegions } from './pages/device-one.tsx'

/** The socket that says when something about the account's devices changed, and the fragments to fetch then. */
export function declareMyLiveRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', LIVE_PATH, 'person', owned(watch))
  declareRoute(app, 'GET', `${PORTAL_PATH}/status`, 'person', owned(showListStatus))
  declareRoute(app, 'GET', `${PORTAL_PATH}/devices/:device/status`, 'person', owned(showDeviceStatus))
}

/** The route has checked the session; the socket closes with it. */
function watch(c: EdgeContext, { account, session }: Owner) {
  return openSocket(c, account.ref, {
    [SOCKET_HEADERS.portal]: '1',
    [SOCKET_HEADERS.session]: session.id,
    [SOCKET_HEADERS.endsAt]: String(session.endsAt),
  })
}

async function showListStatus(c: EdgeContext, me: Owner) {
  return renderPage(c, <MyDevicesRegions {...(await readList(c, me))} />)
}

async function showDeviceStatus(c: EdgeContext, me: Owner) {
  const found = await readOne(c, me)
  return found ? renderPage(c, <MyDeviceRegions {...found} />) : renderDeadEnd(c, 'not_found', 404)
}
