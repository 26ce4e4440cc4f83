import type { DeviceId } from '../../kernel/ids.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { readSlots } from './device-list-routes.tsx'
import { CHOSEN_MAX, chosenPath, DEVICES_PATH, listPath, readFilter } from './device-paths.ts'
import { tellOutcome } from './device-words.ts'
import { canDo, ManyDevicesPage } from './pages/devices-confirm.tsx'

type Act = 'renew' | 'delete'

/** What is done with several devices at once: chosen on the list, asked about, done. */
export function declareDeviceBulkRoutes(app: EdgeApp): void {
  declareRoute(app, 'POST', `${DEVICES_PATH}/bulk`, 'manager', choose)
  declareRoute(app, 'GET', `${DEVICES_PATH}/renew`, 'manager', (c) => ask(c, 'renew'))
  declareRoute(app, 'POST', `${DEVICES_PATH}/renew`, 'manager', (c) => act(c, 'renew'))
  declareRoute(app, 'GET', `${DEVICES_PATH}/delete`, 'manager', (c) => ask(c, 'delete'))
  declareRoute(app, 'POST', `${DEVICES_PATH}/delete`, 'manager', (c) => act(c, 'delete'), {
    destructive: true,
  })
}

/** Back to the list as it was filtered, with what happened. */
function backTo(c: EdgeContext, query: string, told: Record<string, string>) {
  const path = listPath(readFilter(query))
  const words = new URLSearchParams(told).toString()
  return c.redirect(`${path}${path.includes('?') ? '&' : '?'}${words}`, 303)
}

const idsOf = (texts: string[]) => [...new Set(texts)].slice(0, CHOSEN_MAX) as DeviceId[]

async function choose(c: EdgeContext) {
  const form = await readForm(c)
  const ids = idsOf(form.list('id'))
  if (ids.length === 0) return backTo(c, form('back').replace(/^\?/, ''), { trouble: 'nothing' })
  const asked = form('act') === 'delete' ? 'delete' : 'renew'
  return c.redirect(chosenPath(asked, ids), 303)
}

async function ask(c: EdgeContext, asked: Act) {
  const ids = idsOf(c.req.queries('id') ?? [])
  const devices =
    ids.length === 0 ? [] : await c.var.services.deviceList.findMany(staffOf(c).organisation.id, ids)
  if (!devices.some((device) => canDo(asked, device)))
    return backTo(c, '', { trouble: devices.length === 0 ? 'nothing' : 'ended' })
  const slots = await readSlots(c, devices)
  return renderPage(c, <ManyDevicesPage frame={frameOf(c)} act={asked} devices={devices} slots={slots} />)
}

async function act(c: EdgeContext, asked: Act) {
  const { services, now } = c.var
  const deviceIds = idsOf((await readForm(c)).list('id'))
  if (deviceIds.length === 0) return backTo(c, '', { trouble: 'nothing' })
  const input = { organisationId: staffOf(c).organisation.id, deviceIds, actor: actorOf(c), now }
  const { deviceList } = services
  const outcome = asked === 'renew' ? await deviceList.renewMany(input) : await deviceList.deleteMany(input)
  return backTo(c, '', tellOutcome(asked, outcome))
}
