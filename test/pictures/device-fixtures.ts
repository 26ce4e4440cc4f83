import type { DeviceRow } from '../../src/devices/index.ts'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time.ts'
import type { SlotInvitations } from '../../src/web/manage/pages/devices-words.tsx'
import { NOW } from './fixtures.ts'

/** Devices and slots in every state, as rows of the list. */

const row = (id: string, with_: Partial<DeviceRow>): DeviceRow => ({
  id: `dev_${id}`,
  name: null,
  model: null,
  serial: null,
  osVersion: null,
  platform: 'ios',
  owner: { id: 'acc_1', name: 'Ada Lovelace', address: 'ada@acme.example' },
  ownership: 'company',
  status: 'active',
  factsKnown: true,
  reports: 'agent',
  registeredAt: NOW - 40 * DAY,
  deliveredAt: null,
  confirmedBy: 'device',
  endedAt: null,
  endedReason: null,
  lastSeenAt: NOW - 12 * MINUTE,
  template: { id: 'tpl_1', name: 'Field phones', version: 3, offered: 4 },
  unresponsive: null,
  invitationId: null,
  changedAt: NOW,
  ...with_,
})

const slotOf = (id: string, name: string, status: string): DeviceRow =>
  row(id, {
    platform: null,
    owner: { id: `acc_${id}`, name, address: `${id}@acme.example` },
    status: 'invited',
    factsKnown: false,
    registeredAt: NOW - 2 * DAY,
    lastSeenAt: null,
    template: null,
    invitationId: `inv_${status}`,
  })

export const silent = row('silent', {
  name: 'Workshop tablet 3',
  model: 'Galaxy Tab Active 5',
  osVersion: '17',
  platform: 'android',
  owner: { id: 'acc_2', name: 'Grace Hopper', address: 'grace@acme.example' },
  status: 'unresponsive',
  lastSeenAt: NOW - 9 * DAY,
  unresponsive: { since: NOW - 9 * DAY + 3 * HOUR, reason: { kind: 'silent' } },
})
export const shut = row('shut', {
  name: 'Ada’s iPhone',
  model: 'iPhone 17',
  serial: 'F2LX9Q0RN7',
  osVersion: 'iOS 27.1',
  ownership: 'personal',
  status: 'unresponsive',
  unresponsive: {
    since: NOW - 3 * HOUR,
    reason: { kind: 'permissions', names: ['location', 'notifications'] },
  },
})
export const pending = row('pending', {
  platform: 'linux',
  status: 'pending',
  factsKnown: false,
  registeredAt: NOW - 2 * MINUTE,
  lastSeenAt: null,
  confirmedBy: null,
})
const said = row('said', {
  platform: 'macos',
  model: 'MacBook Air',
  reports: 'none',
  confirmedBy: 'owner',
  lastSeenAt: null,
})
export const long = row('long', {
  name: 'Donaudampfschifffahrtsgesellschaftsdiensttelefon der Außenstelle Süd-Südwest',
  platform: 'android',
  owner: {
    id: 'acc_3',
    name: '',
    address: 'maximiliane-charlotte.von-und-zu-lichtenstein@abteilung.sonnenschein.example',
  },
})
export const over = row('over', {
  name: 'Old phone',
  status: 'replaced',
  endedAt: NOW - DAY,
  endedReason: 'replaced',
})
export const mary = slotOf('mary', 'Mary Jackson', 'sent')
export const slots: SlotInvitations = new Map(
  (['sending', 'sent', 'opened', 'delivery_failed'] as const).map((status) => [
    `inv_${status}`,
    { id: `inv_${status}`, status, fetchedAt: status === 'sent' ? NOW - DAY : null },
  ]),
)

export const rows = [
  shut,
  silent,
  pending,
  mary,
  slotOf('alan', 'Alan Turing', 'opened'),
  slotOf('radia', 'Radia Perlman', 'delivery_failed'),
  said,
  long,
]
