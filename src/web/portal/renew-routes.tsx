import { mayProvision } from '../../accounts/index.ts'
import { isEnded, type OwnedDevice } from '../../devices/index.ts'
import { isPlatform, type Platform } from '../../kernel/platform.ts'
import { isSetupOpen } from '../../organisations/index.ts'
import type { GrantDevice } from '../../referee/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { declareRoute } from '../http/routes.ts'
import { clientOf } from '../http/shields.ts'
import { myDevicePath, PORTAL_PATH } from './device-paths.ts'
import { type Owner, owned, renderPaused } from './owner.ts'
import { RenewPage, type RenewTrouble, ReplacePage } from './pages/renew.tsx'
import { codePath, wizardPath } from './register-paths.ts'
import { listChoices } from './register-routes.tsx'

const RENEW = `${PORTAL_PATH}/devices/:device/renew`
const REPLACE = `${PORTAL_PATH}/devices/:device/replace`

/** Setting a device up again, and replacing it by another. Both end something, once the code is used. */
export function declareMyRenewRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', RENEW, 'person', withLiving(askRenew))
  declareRoute(app, 'POST', RENEW, 'person', withLiving(renew), { destructive: true })
  declareRoute(app, 'GET', REPLACE, 'person', withLiving(askReplace))
  declareRoute(app, 'POST', REPLACE, 'person', withLiving(replace), { destructive: true })
}

type Handler = (c: EdgeContext, me: Owner, device: OwnedDevice) => Response | Promise<Response>

/** One of their own that is not over, and somebody who gets codes by themselves. */
function withLiving(handler: Handler) {
  return owned(async (c, me) => {
    const device = await c.var.services.myDevices.find(me.account, c.req.param('device') ?? '')
    if (!device) return renderDeadEnd(c, 'not_found', 404)
    if (!mayProvision(me.door, me.account)) return renderDeadEnd(c, 'not_permitted', 403)
    if (isEnded(device)) return c.redirect(myDevicePath(device.id), 303)
    return isSetupOpen(me.door) ? handler(c, me, device) : renderPaused(c, me)
  })
}

async function askRenew(c: EdgeContext, me: Owner, device: OwnedDevice) {
  const offered = await c.var.services.templates.findOffered(me.organisation.id, device.platform)
  return renderRenew(c, device, offered ? null : { code: 'not_offered' }, 200)
}

function renderRenew(c: EdgeContext, device: OwnedDevice, trouble: RenewTrouble | null, status: number) {
  return renderPage(c, <RenewPage frame={frameOf(c)} device={device} trouble={trouble} />, status)
}

function renew(c: EdgeContext, me: Owner, device: OwnedDevice) {
  return issue(c, me, device, { as: 'reprovision', platform: device.platform }, (trouble, status) =>
    renderRenew(c, device, trouble, status),
  )
}

type Chosen = { platform: Platform | null; failed: boolean }

function askReplace(c: EdgeContext, me: Owner, device: OwnedDevice) {
  return renderReplace(c, me, device, { platform: device.platform, failed: false }, null, 200)
}

async function renderReplace(
  c: EdgeContext,
  me: Owner,
  device: OwnedDevice,
  chosen: Chosen,
  trouble: RenewTrouble | null,
  status: number,
) {
  const platforms = await listChoices(c, me)
  return renderPage(c, <ReplacePage frame={frameOf(c)} {...{ device, platforms, chosen, trouble }} />, status)
}

async function replace(c: EdgeContext, me: Owner, device: OwnedDevice) {
  const platform = (await readForm(c))('platform')
  if (!isPlatform(platform)) return renderReplace(c, me, device, { platform: null, failed: true }, null, 422)
  return issue(c, me, device, { as: 'replace', platform }, (trouble, status) =>
    renderReplace(c, me, device, { platform, failed: false }, trouble, status),
  )
}

const STATUS: Record<RenewTrouble['code'], number> = {
  not_offered: 409,
  device_limit_reached: 409,
  setup_disabled: 403,
  rate_limited: 429,
  temporarily_unavailable: 503,
}

async function issue(
  c: EdgeContext,
  me: Owner,
  device: OwnedDevice,
  wanted: { as: GrantDevice['as']; platform: Platform },
  refuse: (trouble: RenewTrouble, status: number) => Response | Promise<Response>,
) {
  const { services } = c.var
  const told = (trouble: RenewTrouble) => refuse(trouble, STATUS[trouble.code])
  if (!(await services.admit('people', clientOf(c)))) return told({ code: 'rate_limited' })
  const { door, account } = me
  const issued = await services.ownCodes.renew({ door, account, device, ...wanted })
  if (issued.ok) return c.redirect(codePath(issued.value.id), 303)
  switch (issued.error.code) {
    case 'not_permitted':
      return renderDeadEnd(c, 'not_permitted', 403)
    case 'ended':
      return c.redirect(myDevicePath(device.id), 303)
    case 'details_missing':
    case 'unapproved':
      return c.redirect(wizardPath(me) ?? PORTAL_PATH, 303)
    default:
      return told(issued.error)
  }
}
