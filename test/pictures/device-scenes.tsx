import type { DeviceDetail, DeviceListRead, DeviceRow } from '../../src/devices/index.ts'
import { NO_DEVICE_FILTER } from '../../src/devices/index.ts'
import type { AccountRef } from '../../src/kernel/ids.ts'
import { DAY, HOUR } from '../../src/kernel/time.ts'
import {
  DeleteDevicePage,
  ManyDevicesPage,
  RenewDevicePage,
} from '../../src/web/manage/pages/devices-confirm.tsx'
import { DeviceListPage, type DeviceListProps } from '../../src/web/manage/pages/devices-list.tsx'
import { DevicePage } from '../../src/web/manage/pages/devices-one.tsx'
import { DeviceViewsPage, RemoveViewPage } from '../../src/web/manage/pages/devices-views.tsx'
import { long, mary, over, pending, rows, shut, silent, slots } from './device-fixtures.ts'
import { NOW } from './fixtures.ts'
import { managerDe as de, manager as en } from './staff-fixtures.ts'

/** The pages of devices, with every state that a device or a slot can be in. */

const read: DeviceListRead = {
  page: { rows, next: 'n' },
  counts: {
    unresponsive: 2,
    unresponsiveMore: false,
    invited: 34,
    pending: 5,
    active: 1204,
    retired: 3,
    wiped: 1,
    replaced: 40,
    deleted: 12,
  },
  views: [
    { id: 'v1', name: 'Android in the workshop', query: 'platform=android' },
    { id: 'v2', name: 'Personal', query: 'ownership=personal&sort=name' },
  ],
}
export const list: DeviceListProps = { frame: en, filter: NO_DEVICE_FILTER, list: read, slots, later: false }
const none: DeviceListRead = { page: { rows: [], next: null }, counts: null, views: [] }

const detail: DeviceDetail = {
  ...shut,
  owner: { ...shut.owner, ref: 'r' as AccountRef, locale: 'en', phone: null, disabledAt: null },
  manufacturer: 'Apple',
  imei: '356938035643809',
  udid: '00008150-001E2D0A0E04001C',
  phoneNumber: '+44 7400 123456',
  carrier: 'Vodafone UK',
  agentVersion: '2.4.0',
  grantId: 'grt_1',
  checkInSeconds: 3600,
  confirmedAt: NOW - 40 * DAY,
  silentAt: NOW + 2 * HOUR,
  permissions: { location: false, notifications: false, camera: true, local_network: true },
  note: 'Cracked corner; replaced in May.\nSpare charger in the second drawer.',
  certificates: [
    {
      serial: '4b1f00c2a97d44e0b7a1c3d5e6f70819',
      subject: 'CN=Ada Lovelace,O=Acme Robotics',
      createdAt: NOW - 40 * DAY,
      endsAt: NOW + 325 * DAY,
      revokedAt: null,
      reason: null,
    },
    {
      serial: '51'.repeat(16),
      subject: 'CN=Ada Lovelace,O=Acme Robotics',
      createdAt: NOW - 400 * DAY,
      endsAt: NOW - 35 * DAY,
      revokedAt: NOW - 41 * DAY,
      reason: 'superseded',
    },
  ],
  history: [
    {
      id: 'aud_2',
      organisationId: 1,
      at: NOW - 3 * HOUR,
      actor: { kind: 'device', id: 'dev_shut' },
      action: 'device.unresponsive',
      accountId: 'acc_1',
      deviceId: 'dev_shut',
      detail: { platform: 'ios', reason: 'permissions' },
    },
    {
      id: 'aud_1',
      organisationId: 1,
      at: NOW - 40 * DAY,
      actor: { kind: 'device', id: 'dev_shut' },
      action: 'device.provisioned',
      accountId: 'acc_1',
      deviceId: 'dev_shut',
      detail: { platform: 'ios', model: 'iPhone 17' },
    },
  ],
  actors: [],
}
const blank = {
  manufacturer: null,
  imei: null,
  udid: null,
  phoneNumber: null,
  carrier: null,
  agentVersion: null,
  confirmedAt: null,
  permissions: null,
  note: '',
  certificates: [],
  history: [],
}
const detailOf = (device: DeviceRow): DeviceDetail => ({
  ...detail,
  ...blank,
  ...device,
  owner: { ...detail.owner, ...device.owner },
})

export const deviceScenes = [
  { name: 'manage-devices', page: <DeviceListPage {...list} /> },
  {
    name: 'manage-devices-de',
    page: <DeviceListPage {...list} frame={de} trouble={de.copy.deviceList.bulk.nothing} />,
  },
  {
    name: 'manage-devices-filtered',
    page: (
      <DeviceListPage
        {...list}
        filter={{ ...NO_DEVICE_FILTER, status: 'ended', search: 'old', sort: 'name' }}
        list={{
          ...read,
          page: {
            rows: [over, { ...over, id: 'dev_o2', status: 'deleted', endedReason: 'never finished' }],
            next: null,
          },
          counts: null,
        }}
        done={en.copy.deviceList.summary.delete(2)}
      />
    ),
  },
  { name: 'manage-devices-none', page: <DeviceListPage {...list} list={none} /> },
  { name: 'manage-device', page: <DevicePage frame={en} device={detail} invitation={null} /> },
  {
    name: 'manage-device-note-refused-de',
    page: (
      <DevicePage
        frame={de}
        device={detailOf(silent)}
        invitation={null}
        note="zu lang"
        problems={{ note: { code: 'too_long', limit: 2000 } }}
      />
    ),
  },
  {
    name: 'manage-device-pending',
    page: <DevicePage frame={en} device={detailOf(pending)} invitation={null} />,
  },
  { name: 'manage-device-slot', page: <DevicePage frame={en} device={detailOf(mary)} invitation={null} /> },
  {
    name: 'manage-device-over-de',
    page: (
      <DevicePage
        frame={de}
        device={detailOf(over)}
        invitation={null}
        done={de.copy.deviceList.done.deleted}
      />
    ),
  },
  { name: 'manage-device-renew', page: <RenewDevicePage frame={en} device={shut} /> },
  { name: 'manage-device-delete-de', page: <DeleteDevicePage frame={de} device={long} /> },
  { name: 'manage-device-deactivate', page: <DeleteDevicePage frame={en} device={mary} /> },
  {
    name: 'manage-devices-delete-many',
    page: <ManyDevicesPage frame={en} act="delete" devices={[...rows, over]} slots={slots} />,
  },
  {
    name: 'manage-devices-renew-many-de',
    page: <ManyDevicesPage frame={de} act="renew" devices={[shut, silent, mary]} slots={slots} />,
  },
  {
    name: 'manage-devices-views',
    page: (
      <DeviceViewsPage
        frame={en}
        views={read.views}
        filter={{ ...NO_DEVICE_FILTER, search: 'ada', status: 'unresponsive', platform: 'ios' }}
        name=""
        problems={{ name: { code: 'missing' } }}
      />
    ),
  },
  {
    name: 'manage-devices-view-remove-de',
    page: <RemoveViewPage frame={de} view={{ id: 'v1', name: 'Werkstatt', query: '' }} />,
  },
]
