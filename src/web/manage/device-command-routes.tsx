import type { DeviceId } from '../../kernel/ids.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { makeCommandHandlers } from '../portal/command-handlers.tsx'
import { describeCommandDone, describeCommandTrouble } from '../portal/command-words.ts'
import { DEVICES_PATH, devicePath } from './device-paths.ts'
import { DeviceCommandsPage, subjectOf } from './pages/devices-commands.tsx'
import { deviceName, isSlot } from './pages/devices-words.tsx'

const COMMANDS = `${DEVICES_PATH}/:device/commands`

const idOf = (c: EdgeContext) => (c.req.param('device') ?? '').slice(0, 100) as DeviceId

/** The device; a slot is none yet. */
async function find(c: EdgeContext) {
  const device = await c.var.services.deviceList.find(staffOf(c).organisation.id, idOf(c))
  return device && !isSlot(device) ? device : null
}

const door = makeCommandHandlers({
  as: 'manager',
  act: (c) => ({ account: staffOf(c).account, deviceId: idOf(c), actor: actorOf(c), now: c.var.now }),
  async find(c) {
    const device = await find(c)
    return device && { device: subjectOf(device), name: deviceName(c.var.copy, device) }
  },
  path: (c) => devicePath(idOf(c)),
  after: (c) => devicePath(idOf(c), 'commands'),
  tooLong: (c, message) => renderCommands(c, message),
})

/** What managers ask devices to do; where one is, only its owner may ask. */
export function declareDeviceCommandRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', COMMANDS, 'manager', showCommands)
  for (const kind of ['lock', 'unlock', 'ring'] as const)
    declareRoute(app, 'POST', `${COMMANDS}/${kind}`, 'manager', door.ask(kind))
  declareRoute(app, 'GET', `${COMMANDS}/wipe`, 'manager', door.confirmWipe)
  declareRoute(app, 'POST', `${COMMANDS}/wipe`, 'manager', door.wipe, { destructive: true })
  declareRoute(app, 'GET', `${COMMANDS}/retire`, 'manager', door.confirmRetire)
  declareRoute(app, 'POST', `${COMMANDS}/retire`, 'manager', door.retire, { destructive: true })
  declareRoute(app, 'GET', `${COMMANDS}/end`, 'manager', door.confirmEnd)
  declareRoute(app, 'POST', `${COMMANDS}/end`, 'manager', door.end, { destructive: true })
  declareRoute(app, 'POST', `${COMMANDS}/:command/cancel`, 'manager', door.cancel)
}

const showCommands = (c: EdgeContext) => renderCommands(c, null)

/** `tooLong`: words for the device that were refused. */
async function renderCommands(c: EdgeContext, tooLong: string | null): Promise<Response> {
  const device = await find(c)
  if (!device) return renderDeadEnd(c, 'not_found', 404)
  const commands = await c.var.services.commands.listForManagers(staffOf(c).organisation.id, device.id)
  const frame = frameOf(c)
  const query = (name: string) => c.req.query(name)
  const told = {
    done: describeCommandDone(frame.copy, query),
    trouble: describeCommandTrouble(frame.copy, query),
  }
  const accountId = staffOf(c).account.id
  return renderPage(
    c,
    <DeviceCommandsPage {...{ frame, device, commands, accountId, tooLong }} {...told} />,
    tooLong === null ? 200 : 422,
  )
}
