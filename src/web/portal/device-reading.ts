import type { OwnedDeviceRead } from '../../devices/index.ts'
import type { DeviceId } from '../../kernel/ids.ts'
import type { OpenGrant } from '../../referee/index.ts'
import { describeError, log } from '../../runtime/logger.ts'
import type { EdgeContext } from '../http/edge.ts'
import { frameOf } from '../http/pages.tsx'
import { type Owner, permissionsOf } from './owner.ts'
import type { MyDevicesProps } from './pages/device-list.tsx'
import type { MyDeviceProps } from './pages/device-one.tsx'

export const deviceIdOf = (c: EdgeContext) => (c.req.param('device') ?? '').slice(0, 100) as DeviceId

/** What can be gone on with. Where the session does not answer, the page shows the devices all the same. */
function openOf(c: EdgeContext, me: Owner): Promise<OpenGrant[]> {
  return c.var.services.provisioning.listOpenGrants(me.account).catch((error: unknown) => {
    log('warn', 'portal.open_not_listed', { request: c.var.requestId, reason: describeError(error) })
    return []
  })
}

/** What the list shows, as a page and as the fragment that keeps it fresh. */
export async function readList(c: EdgeContext, me: Owner): Promise<MyDevicesProps> {
  const ended = c.req.query('ended') === '1'
  const after = c.req.query('after') ?? null
  const [page, open] = await Promise.all([
    c.var.services.myDevices.list(me.account, { after, ended }),
    ended ? [] : openOf(c, me),
  ])
  const mayRegister = permissionsOf(me).includes('register')
  return { frame: frameOf(c), page, ended, after, open, mayRegister }
}

/** What the page of a device shows. Null: it is none of theirs. */
export async function readOne(c: EdgeContext, me: Owner): Promise<MyDeviceProps | null> {
  const { services, now } = c.var
  const [read, open, extras] = await Promise.all([
    findMine(c, me),
    openOf(c, me),
    services.deviceExtras.read(me.account, deviceIdOf(c), now),
  ])
  const { id: accountId } = me.account
  const permissions = permissionsOf(me)
  const external = me.door.service.derivedCredentialUrl !== null
  return read && { frame: frameOf(c), read, accountId, permissions, open, external, ...extras }
}

export const findMine = (c: EdgeContext, me: Owner): Promise<OwnedDeviceRead | null> =>
  c.var.services.myDevices.read(me.account, me.organisation, deviceIdOf(c))
