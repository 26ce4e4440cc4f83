import {
  DEVICE_EXPORT_COLUMNS,
  type DeviceFilter,
  type DeviceRow,
  deviceCells,
  readDeviceFilter,
} from '../../devices/index.ts'
import type { Cell } from '../../kernel/csv.ts'
import { toIso } from '../../kernel/time.ts'
import { sendCsv } from '../http/csv.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { DEVICES_PATH, readFilter } from './device-paths.ts'
import { describeDone, describeTrouble } from './device-words.ts'
import { DeviceLine, DeviceListPage } from './pages/devices-list.tsx'
import { isSlot, type SlotInvitations } from './pages/devices-words.tsx'
import { readSince } from './since.ts'

/** The list of devices: the page, what keeps it fresh, and the list as a file. */
export function declareDeviceListRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', DEVICES_PATH, 'manager', showList)
  declareRoute(app, 'GET', `${DEVICES_PATH}/changes`, 'manager', tellChanges)
  declareRoute(app, 'POST', `${DEVICES_PATH}/export`, 'manager', exportList)
}

const filterOf = (c: EdgeContext): DeviceFilter => readDeviceFilter(new URL(c.req.url).searchParams)

/** How the invitations of those rows fare that are slots, by invitation. */
export async function readSlots(c: EdgeContext, rows: DeviceRow[]): Promise<SlotInvitations> {
  const ids = rows.flatMap((row) => (isSlot(row) && row.invitationId !== null ? [row.invitationId] : []))
  if (ids.length === 0) return new Map()
  return c.var.services.invitations.ofSlots(staffOf(c).organisation.id, ids)
}

async function showList(c: EdgeContext) {
  const { organisation, account } = staffOf(c)
  const filter = filterOf(c)
  const after = c.req.query('after') ?? null
  const list = await c.var.services.deviceList.list({
    organisationId: organisation.id,
    accountId: account.id,
    filter,
    after,
  })
  const frame = frameOf(c)
  const query = (name: string) => c.req.query(name)
  return renderPage(
    c,
    <DeviceListPage
      frame={frame}
      filter={filter}
      list={list}
      slots={await readSlots(c, list.page.rows)}
      later={after !== null}
      done={describeDone(frame.copy, query)}
      trouble={describeTrouble(frame.copy, query)}
    />,
  )
}

/**
 * The lines of the list that changed at or after `since`: `html` is null where the filters leave the device out.
 * The address with the filters is the list's own.
 */
async function tellChanges(c: EdgeContext) {
  const { services, now } = c.var
  const filter = filterOf(c)
  const organisationId = staffOf(c).organisation.id
  const { listed, left } = await services.deviceList.changedSince(organisationId, readSince(c), filter)
  const slots = await readSlots(c, listed)
  const frame = frameOf(c)
  const lines = listed.map((device) => ({
    id: device.id,
    html: String(<DeviceLine frame={frame} filter={filter} device={device} slots={slots} />),
  }))
  c.header('cache-control', 'no-store')
  return c.json({ since: now, rows: [...lines, ...left.map(({ id }) => ({ id, html: null }))] })
}

/** The filtered list as a file, written while it is sent. That it was taken is noted first. */
async function exportList(c: EdgeContext) {
  const { services, now } = c.var
  const organisationId = staffOf(c).organisation.id
  const form = await readForm(c)
  const query = new URLSearchParams(form.names().map((name) => [name, form(name)]))
  const filter = readFilter(query.toString())
  await services.deviceList.recordExport({ organisationId, filter, actor: actorOf(c), now })
  const name = `devices-${organisationId}-${toIso(now).slice(0, 10)}`
  const pages = services.deviceList.exportCsv(organisationId, filter)
  return sendCsv(c, name, DEVICE_EXPORT_COLUMNS, cellsOf(pages))
}

async function* cellsOf(pages: AsyncGenerator<DeviceRow[]>): AsyncGenerator<Cell[]> {
  for await (const rows of pages) for (const row of rows) yield deviceCells(row)
}
