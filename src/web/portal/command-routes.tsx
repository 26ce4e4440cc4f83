import { isEnded } from '../../devices/index.ts'
import type { EdgeApp } from '../http/edge.ts'
import { declareRoute, staffOf } from '../http/routes.ts'
import { makeCommandHandlers } from './command-handlers.tsx'
import { myDevicePath, PORTAL_PATH } from './device-paths.ts'
import { deviceIdOf } from './device-reading.ts'
import { owned } from './owner.ts'
import { ownedName } from './pages/device-words.tsx'

const COMMANDS = `${PORTAL_PATH}/devices/:device/commands`

const door = makeCommandHandlers({
  as: 'owner',
  // A manager acts here as the owner of a device of their own.
  act: (c) => {
    const { account } = staffOf(c)
    return { account, deviceId: deviceIdOf(c), actor: { kind: 'owner', id: account.id }, now: c.var.now }
  },
  async find(c) {
    const device = await c.var.services.myDevices.find(staffOf(c).account, deviceIdOf(c))
    return (
      device && {
        device: { ...device, over: isEnded(device) },
        name: ownedName(c.var.copy, device),
      }
    )
  },
  path: (c) => myDevicePath(deviceIdOf(c)),
  after: (c) => myDevicePath(deviceIdOf(c)),
})

/** What somebody asks their devices to do. What ends one asks first. */
export function declareMyCommandRoutes(app: EdgeApp): void {
  for (const kind of ['lock', 'unlock', 'ring', 'locate'] as const)
    declareRoute(app, 'POST', `${COMMANDS}/${kind}`, 'person', owned(door.ask(kind)))
  declareRoute(app, 'GET', `${COMMANDS}/wipe`, 'person', owned(door.confirmWipe))
  declareRoute(app, 'POST', `${COMMANDS}/wipe`, 'person', owned(door.wipe), { destructive: true })
  declareRoute(app, 'GET', `${COMMANDS}/retire`, 'person', owned(door.confirmRetire))
  declareRoute(app, 'POST', `${COMMANDS}/retire`, 'person', owned(door.retire), { destructive: true })
  declareRoute(app, 'GET', `${COMMANDS}/end`, 'person', owned(door.confirmEnd))
  declareRoute(app, 'POST', `${COMMANDS}/end`, 'person', owned(door.end), { destructive: true })
  declareRoute(app, 'POST', `${COMMANDS}/:command/cancel`, 'person', owned(door.cancel))
}
