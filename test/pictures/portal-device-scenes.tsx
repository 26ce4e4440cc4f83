import type { OwnedDevice, OwnedDeviceRead } from '../../src/devices/index.ts'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time.ts'
import type { OpenGrant } from '../../src/referee/index.ts'
import { MyDevicesPage, type MyDevicesProps } from '../../src/web/portal/pages/device-list.tsx'
import { MyDevicePage, type MyDeviceProps } from '../../src/web/portal/pages/device-one.tsx'
import { ChangeOwnershipPage } from '../../src/web/portal/pages/device-ownership.tsx'
import { delivered, grant, longFrame as long, makeFrame, NOW } from './fixtures.ts'

/** The pages of somebody's own devices, with every state that one can be in. */

const en = makeFrame({ signedInAs: 'ada@acme.example' })
const de = makeFrame({ signedInAs: 'ada@acme.example', locale: 'de' })

export const owned = (id: string, with_: Partial<OwnedDevice> = {}): OwnedDevice => ({
  id: `dev_${id}`,
  name: null,
  nameGiven: false,
  platform: 'agent',
  status: 'active',
  lifecycle: 'active',
  unresponsive: null,
  ownership: 'company',
  reports: 'agent',
  registeredAt: NOW - 40 * DAY,
  confirmedAt: NOW - 40 * DAY + MINUTE,
  deliveredAt: null,
  lastSeenAt: NOW - 12 * MINUTE,
  endedAt: null,
  endedReason: null,
  model: null,
  manufacturer: null,
  osVersion: null,
  serial: null,
  imei: null,
  udid: null,
  phoneNumber: null,
  carrier: null,
  agentVersion: null,
  checkInSeconds: 3600,
  templateId: 'tpl_1',
  templateVersion: 3,
  epoch: 1,
  replacesDeviceId: null,
  replacedByDeviceId: null,
  ...with_,
})

const phone = owned('phone', {
  name: 'Field phone 12',
  nameGiven: true,
  platform: 'android',
  model: 'Pixel 11',
  manufacturer: 'Google',
  osVersion: '17',
  serial: '4A081FDAS0012X',
  imei: '356938035643809',
  phoneNumber: '+49 151 23456789',
  carrier: 'Telekom.de',
  agentVersion: '3.2.0',
})
const silent = owned('silent', {
  name: 'Workshop tablet 3',
  platform: 'android',
  model: 'Galaxy Tab Active 5',
  status: 'unresponsive',
  lastSeenAt: NOW - 9 * DAY,
  unresponsive: { since: NOW - 9 * DAY + 3 * HOUR, reason: { kind: 'silent' } },
})
const shut = owned('shut', {
  name: 'Bench computer',
  platform: 'linux',
  status: 'unresponsive',
  unresponsive: { since: NOW - HOUR, reason: { kind: 'permissions', names: ['location', 'notifications'] } },
})
/** Its profile was downloaded, and nothing on it reports. */
const profile = owned('profile', {
  platform: 'ios',
  status: 'pending',
  lifecycle: 'pending',
  ownership: 'personal',
  reports: 'none',
  confirmedAt: null,
  lastSeenAt: null,
  deliveredAt: NOW - 2 * MINUTE,
  registeredAt: NOW - 4 * MINUTE,
})
const said = { ...profile, status: 'active', lifecycle: 'active', confirmedAt: NOW - MINUTE } as const
const over = owned('over', {
  name: 'Old phone',
  platform: 'ios',
  model: 'iPhone 12',
  status: 'replaced',
  lifecycle: 'replaced',
  endedAt: NOW - DAY,
  endedReason: 'replaced',
  replacedByDeviceId: 'dev_phone',
})
const unfinished = owned('unfinished', {
  platform: 'windows',
  status: 'deleted',
  lifecycle: 'deleted',
  confirmedAt: null,
  lastSeenAt: null,
  endedAt: NOW - 3 * DAY,
  endedReason: 'never finished',
})

const code: OpenGrant = grant
const going: OpenGrant = {
  ...delivered,
  claim: delivered.claim && { ...delivered.claim, deviceId: profile.id },
}

const list: MyDevicesProps = {
  frame: en,
  page: { rows: [profile, phone, silent, shut], next: null, hasEnded: true },
  ended: false,
  after: null,
  mayRegister: true,
  open: [code, going],
}
const none = { rows: [], next: null, hasEnded: false }
const longNamed = owned('long', {
  name: 'Donaudampfschifffahrtsgesellschaftsdiensttelefon der Außenstelle Süd-Südwest',
  platform: 'android',
})

const reading = (device: OwnedDevice): OwnedDeviceRead => ({
  device,
  template: { name: 'Field phones', offered: 4 },
  certificates:
    device.reports === 'agent'
      ? [
          {
            serial: '0A1B',
            subject: 'CN=Ada Lovelace',
            createdAt: NOW - DAY,
            endsAt: NOW + 300 * DAY,
            revokedAt: null,
          },
          {
            serial: '0A1A',
            subject: 'CN=Ada Lovelace',
            createdAt: NOW - 40 * DAY,
            endsAt: NOW + 2 * DAY,
            revokedAt: NOW + 6 * HOUR,
          },
        ]
      : [],
  mayChangeOwnership: device.endedAt === null,
})
export const one: MyDeviceProps = {
  frame: en,
  read: reading(phone),
  accountId: 'acc_1',
  permissions: [
    'register',
    'pin',
    'qr',
    'change_ownership',
    'lock',
    'locate',
    'wipe',
    'retire',
    'reset_passcode',
  ],
  commands: [],
  open: [],
  credential: null,
  external: false,
}

export const portalDeviceScenes = [
  { name: 'portal-devices', page: <MyDevicesPage {...list} /> },
  {
    name: 'portal-devices-long-de',
    page: <MyDevicesPage {...list} frame={long} page={{ ...list.page, rows: [longNamed, shut] }} open={[]} />,
  },
  { name: 'portal-devices-none', page: <MyDevicesPage {...list} page={none} open={[]} /> },
  {
    name: 'portal-devices-none-by-invitation-de',
    page: <MyDevicesPage {...list} frame={de} page={none} open={[]} mayRegister={false} />,
  },
  {
    name: 'portal-devices-ended-de',
    page: (
      <MyDevicesPage
        {...list}
        frame={de}
        ended
        page={{ rows: [over, unfinished], next: null, hasEnded: true }}
      />
    ),
  },
  {
    name: 'portal-device',
    page: <MyDevicePage {...one} done={en.copy.portalDevice.name.saved} />,
  },
  { name: 'portal-device-silent-de', page: <MyDevicePage {...one} frame={de} read={reading(silent)} /> },
  {
    name: 'portal-device-profile-pending',
    page: <MyDevicePage {...one} read={reading(profile)} open={[going]} />,
  },
  { name: 'portal-device-profile-de', page: <MyDevicePage {...one} frame={de} read={reading(said)} /> },
  { name: 'portal-device-over', page: <MyDevicePage {...one} read={reading(over)} /> },
  {
    name: 'portal-device-unfinished-de',
    page: <MyDevicePage {...one} frame={de} read={reading(unfinished)} permissions={[]} />,
  },
  {
    name: 'portal-device-name-refused',
    page: (
      <MyDevicePage {...one} name={'x'.repeat(90)} problems={{ name: { code: 'too_long', limit: 80 } }} />
    ),
  },
  { name: 'portal-device-mine', page: <ChangeOwnershipPage frame={en} device={phone} /> },
  { name: 'portal-device-company-de', page: <ChangeOwnershipPage frame={de} device={profile} /> },
]
