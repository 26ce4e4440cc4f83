import type { ListedCommand } from '../../src/commands/index.ts'
import type { DeviceDetail, OwnedDevice } from '../../src/devices/index.ts'
import type { AccountRef } from '../../src/kernel/ids.ts'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time.ts'
import { DeviceCommandsPage } from '../../src/web/manage/pages/devices-commands.tsx'
import { EndPage, RetirePage, WipePage } from '../../src/web/portal/pages/command-confirm.tsx'
import { CommandPanel } from '../../src/web/portal/pages/command-panel.tsx'
import { StaffLayout } from '../../src/web/ui/staff-layout.tsx'
import { makeFrame, NOW } from './fixtures.ts'
import { manager, managerDe } from './staff-fixtures.ts'

/** What devices are asked to do, in every state, and the pages that ask before one ends. */

const en = makeFrame({ signedInAs: 'ada@acme.example' })
const de = makeFrame({ signedInAs: 'ada@acme.example', locale: 'de' })

const shared = {
  id: 'dev_1',
  name: 'Ada’s iPhone',
  model: 'iPhone 17',
  platform: 'ios',
  status: 'active',
  ownership: 'company',
  unresponsive: null,
  reports: 'agent',
  registeredAt: NOW - 40 * DAY,
  confirmedAt: NOW - 40 * DAY,
  deliveredAt: null,
  lastSeenAt: NOW - 12 * MINUTE,
  endedAt: null,
  endedReason: null,
  manufacturer: 'Apple',
  osVersion: 'iOS 27.1',
  serial: 'F2LX9Q0RN7',
  imei: null,
  udid: null,
  phoneNumber: null,
  carrier: null,
  agentVersion: '2.4.0',
  checkInSeconds: 3600,
} as const

const phone: OwnedDevice = {
  ...shared,
  nameGiven: false,
  lifecycle: 'active',
  templateId: 'tpl_1',
  templateVersion: 3,
  epoch: 1,
  replacesDeviceId: null,
  replacedByDeviceId: null,
}
const silent: OwnedDevice = {
  ...phone,
  status: 'unresponsive',
  unresponsive: { since: NOW - 9 * DAY, reason: { kind: 'silent' } },
}
const laptop: OwnedDevice = { ...phone, name: null, model: 'MacBook Air', platform: 'macos', reports: 'none' }
const gone: OwnedDevice = { ...phone, status: 'wiped', lifecycle: 'wiped', endedAt: NOW - HOUR }

let made = 0
function command(with_: Partial<ListedCommand>): ListedCommand {
  made += 1
  return {
    id: `cmd_${made}`,
    deviceId: 'dev_1',
    epoch: 1,
    current: true,
    kind: 'lock',
    state: 'queued',
    params: {},
    result: null,
    askedBy: 'owner',
    askedById: 'acc_1',
    askedByName: 'Ada Lovelace',
    createdAt: NOW - 3 * MINUTE,
    endsAt: NOW + DAY - 3 * MINUTE,
    deliveredAt: null,
    finishedAt: null,
    ...with_,
  }
}

const place = { latitude: 52.5200066, longitude: 13.404954, accuracy: 11.2, at: NOW - 2 * MINUTE }
const byManager = { askedBy: 'manager', askedById: 'acc_2', askedByName: 'Margaret Hamilton' }
const open = [
  command({ kind: 'wipe', params: { scope: 'everything' }, endsAt: NOW + 30 * DAY, ...byManager }),
  command({ kind: 'lock' }),
  command({ kind: 'ring', state: 'delivered', deliveredAt: NOW - MINUTE, endsAt: NOW + 57 * MINUTE }),
]
const over = [
  command({
    kind: 'locate',
    state: 'done',
    result: { location: place },
    deliveredAt: NOW - 3 * MINUTE,
    finishedAt: NOW - MINUTE,
  }),
  command({
    state: 'failed',
    result: { message: 'The screen lock is managed by another app.' },
    finishedAt: NOW - HOUR,
  }),
  command({
    kind: 'retire',
    state: 'expired',
    createdAt: NOW - 31 * DAY,
    endsAt: NOW - DAY,
    finishedAt: NOW - DAY,
  }),
  command({ kind: 'unlock', state: 'cancelled', finishedAt: NOW - 2 * DAY }),
  command({
    kind: 'ring',
    state: 'expired',
    createdAt: NOW - 3 * DAY,
    endsAt: NOW - 3 * DAY + HOUR,
    deliveredAt: NOW - 3 * DAY,
  }),
  command({ kind: 'locate', state: 'done', createdAt: NOW - 5 * DAY, finishedAt: NOW - 5 * DAY }),
]
const all = ['lock', 'locate', 'wipe', 'retire'] as const

function Portal(props: {
  frame?: typeof en
  device?: OwnedDevice
  commands?: ListedCommand[]
  permissions?: readonly (typeof all)[number][]
}) {
  const { frame = en, device = phone, commands = [], permissions = all } = props
  return (
    <StaffLayout frame={frame} area="portal" section="myDevices" title={device.name ?? device.model ?? ''}>
      <CommandPanel
        frame={frame}
        device={device}
        permissions={permissions}
        commands={commands}
        accountId="acc_1"
      />
    </StaffLayout>
  )
}

const managed: DeviceDetail = {
  ...shared,
  factsKnown: true,
  owner: {
    id: 'acc_1',
    name: 'Ada Lovelace',
    address: 'ada@acme.example',
    ref: 'r' as AccountRef,
    locale: 'en',
    phone: null,
    disabledAt: null,
  },
  confirmedBy: 'device',
  template: { id: 'tpl_1', name: 'Field phones', version: 3, offered: 4 },
  invitationId: null,
  changedAt: NOW,
  grantId: 'grt_1',
  silentAt: NOW + 2 * HOUR,
  permissions: null,
  note: '',
  certificates: [],
  history: [],
  actors: [],
}
const managers = { frame: manager, device: managed, accountId: 'acc_2', commands: [...open, ...over] }

const asks = {
  frame: en,
  device: { ...phone, over: false },
  name: 'Ada’s iPhone',
  path: '/portal/devices/dev_1',
  as: 'owner' as const,
}
const personal = { ...asks.device, ownership: 'personal' as const }

export const commandScenes = [
  { name: 'commands-nothing-asked', page: <Portal /> },
  { name: 'commands-open', page: <Portal commands={open} /> },
  { name: 'commands-over', page: <Portal commands={over} /> },
  { name: 'commands-all-de', page: <Portal frame={de} commands={[...open, ...over]} device={silent} /> },
  {
    name: 'commands-only-lock',
    page: <Portal permissions={['lock']} device={{ ...phone, ownership: 'personal' }} />,
  },
  { name: 'commands-unreachable', page: <Portal device={laptop} /> },
  { name: 'commands-device-over', page: <Portal device={gone} commands={over} /> },
  { name: 'commands-wipe-company', page: <WipePage {...asks} /> },
  {
    name: 'commands-wipe-personal-unticked-de',
    page: <WipePage {...asks} frame={de} device={personal} unticked />,
  },
  { name: 'commands-retire', page: <RetirePage {...asks} /> },
  { name: 'commands-end', page: <EndPage {...asks} /> },
  {
    name: 'commands-end-unreachable-de',
    page: <EndPage {...asks} frame={de} device={{ ...laptop, over: false }} />,
  },
  { name: 'commands-managers', page: <DeviceCommandsPage {...managers} /> },
  {
    name: 'commands-managers-de',
    page: <DeviceCommandsPage {...managers} frame={managerDe} commands={[]} />,
  },
]
