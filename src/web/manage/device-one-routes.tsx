import { type DeviceDetail, NOTE_MAX } from '../../devices/index.ts'
import type { FieldProblems } from '../../kernel/fields.ts'
import type { DeviceId } from '../../kernel/ids.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { DEVICES_PATH, devicePath } from './device-paths.ts'
import { describeDone, describeTrouble } from './device-words.ts'
import { DeleteDevicePage, RenewDevicePage } from './pages/devices-confirm.tsx'
import { DevicePage } from './pages/devices-one.tsx'
import { isOver } from './pages/devices-words.tsx'

const ONE = `${DEVICES_PATH}/:device`

/** One device or slot: its page, notes, and what a manager can do about it. */
export function declareOneDeviceRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', ONE, 'manager', withDevice(showDevice))
  declareRoute(app, 'POST', `${ONE}/note`, 'manager', saveNote)
  declareRoute(app, 'GET', `${ONE}/renew`, 'manager', withDevice(askRenew))
  declareRoute(app, 'POST', `${ONE}/renew`, 'manager', renew)
  declareRoute(app, 'GET', `${ONE}/delete`, 'manager', withDevice(askDelete))
  declareRoute(app, 'POST', `${ONE}/delete`, 'manager', deleteDevice, { destructive: true })
}

const idOf = (c: EdgeContext) => (c.req.param('device') ?? '').slice(0, 100) as DeviceId

const find = (c: EdgeContext) => c.var.services.deviceList.find(staffOf(c).organisation.id, idOf(c))

/** Hands the device of `:device` to the handler; one of another organisation is not found. */
function withDevice(handle: (c: EdgeContext, device: DeviceDetail) => Response | Promise<Response>) {
  return async (c: EdgeContext) => {
    const device = await find(c)
    return device ? handle(c, device) : renderDeadEnd(c, 'not_found', 404)
  }
}

/** Back to its page, with what happened. */
function back(c: EdgeContext, told: { done: string } | { trouble: string }) {
  if ('trouble' in told && told.trouble === 'not_found') return renderDeadEnd(c, 'not_found', 404)
  return c.redirect(`${devicePath(idOf(c))}?${new URLSearchParams(told)}`, 303)
}

/** The service looks for the device itself: nothing is read twice. */
const actOf = (c: EdgeContext) => ({
  organisationId: staffOf(c).organisation.id,
  deviceId: idOf(c),
  actor: actorOf(c),
  now: c.var.now,
})

const showDevice = (c: EdgeContext, device: DeviceDetail) => renderDevice(c, device, {})

async function renderDevice(
  c: EdgeContext,
  device: DeviceDetail,
  typed: { note?: string; problems?: FieldProblems },
) {
  const { invitations } = c.var.services
  const { invitationId } = device
  const invitation =
    invitationId === null ? null : await invitations.find(staffOf(c).organisation.id, invitationId)
  const frame = frameOf(c)
  const query = (name: string) => c.req.query(name)
  const page = (
    <DevicePage
      frame={frame}
      device={device}
      invitation={invitation}
      {...typed}
      done={describeDone(frame.copy, query)}
      trouble={describeTrouble(frame.copy, query)}
    />
  )
  return renderPage(c, page, typed.problems ? 422 : 200)
}

async function saveNote(c: EdgeContext) {
  const note = (await readForm(c)).text('note')
  const saved = await c.var.services.deviceList.saveNote({ ...actOf(c), note })
  if (saved.ok) return back(c, { done: 'noted' })
  const device = saved.error === 'not_found' ? null : await find(c)
  if (!device) return renderDeadEnd(c, 'not_found', 404)
  return renderDevice(c, device, { note, problems: { note: { code: 'too_long', limit: NOTE_MAX } } })
}

function askRenew(c: EdgeContext, device: DeviceDetail) {
  return renderPage(c, <RenewDevicePage frame={frameOf(c)} device={device} />)
}

async function renew(c: EdgeContext) {
  const renewed = await c.var.services.deviceList.renew(actOf(c))
  return back(c, renewed.ok ? { done: 'renewed' } : { trouble: renewed.error })
}

function askDelete(c: EdgeContext, device: DeviceDetail) {
  if (isOver(device)) return back(c, { trouble: 'ended' })
  return renderPage(c, <DeleteDevicePage frame={frameOf(c)} device={device} />)
}

async function deleteDevice(c: EdgeContext) {
  const slot = (await readForm(c)).ticked('slot')
  const deleted = await c.var.services.deviceList.delete(actOf(c))
  if (!deleted.ok) return back(c, { trouble: deleted.error })
  return back(c, { done: slot ? 'deactivated' : 'deleted' })
}
