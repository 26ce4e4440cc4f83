import type { OwnedDevice } from '../../devices/index.ts'
import { takesPasscodeReset } from '../../registration/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { declareRoute } from '../http/routes.ts'
import { clientOf } from '../http/shields.ts'
import { myDevicePath, PORTAL_PATH } from './device-paths.ts'
import { type Owner, owned } from './owner.ts'
import { PasscodePage, type PasscodeProps } from './pages/passcode.tsx'

const PASSCODE = `${PORTAL_PATH}/devices/:device/passcode`

/** A one-time PIN for the passcode of secure apps. */
export function declarePasscodeRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', PASSCODE, 'person', withDevice(showPasscode))
  declareRoute(app, 'POST', PASSCODE, 'person', withDevice(issuePin))
}

type Handler = (c: EdgeContext, me: Owner, device: OwnedDevice) => Response | Promise<Response>

/** One of their own that could use a PIN, and somebody who may have one. */
function withDevice(handler: Handler) {
  return owned(async (c, me) => {
    const device = await c.var.services.myDevices.find(me.account, c.req.param('device') ?? '')
    if (!device) return renderDeadEnd(c, 'not_found', 404)
    if (!me.account.permissions.includes('reset_passcode')) return renderDeadEnd(c, 'not_permitted', 403)
    return takesPasscodeReset(device) ? handler(c, me, device) : c.redirect(myDevicePath(device.id), 303)
  })
}

function showPasscode(c: EdgeContext, me: Owner, device: OwnedDevice) {
  return renderPasscode(c, me, device, null)
}

const STATUS = { rate_limited: 429, temporarily_unavailable: 503 } as const

async function renderPasscode(
  c: EdgeContext,
  { account }: Owner,
  device: OwnedDevice,
  refusal: PasscodeProps['refusal'],
) {
  const reset = await c.var.services.passcodeResets.show(account, device)
  const { address } = account
  const page = <PasscodePage frame={frameOf(c)} {...{ device, address, reset, refusal }} />
  return renderPage(c, page, refusal ? STATUS[refusal] : 200)
}

async function issuePin(c: EdgeContext, me: Owner, device: OwnedDevice) {
  const { services } = c.var
  if (!(await services.admit('people', clientOf(c)))) return renderPasscode(c, me, device, 'rate_limited')
  const issued = await services.passcodeResets.issue(me.account, device)
  if (!issued.ok && issued.error === 'not_permitted') return renderDeadEnd(c, 'not_permitted', 403)
  if (!issued.ok && issued.error === 'temporarily_unavailable')
    return renderPasscode(c, me, device, issued.error)
  return c.redirect(myDevicePath(device.id, issued.ok ? 'passcode' : ''), 303)
}
