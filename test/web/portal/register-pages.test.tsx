import { expect, test } from 'vitest'
import type { Permission } from '../../../src/accounts/index.ts'
import type { OwnedDevice } from '../../../src/devices/index.ts'
import { PasscodePanel } from '../../../src/web/portal/pages/passcode-panel.tsx'
import { describeLength } from '../../../src/web/portal/pages/register-parts.ts'
import { RenewPanel } from '../../../src/web/portal/pages/renew-panel.tsx'
import * as fixture from '../../pictures/fixtures.ts'

const frame = fixture.makeFrame({})
const id = 'dev_9fQxW2mLs7TzKb4NcVhY1g'
const device = { id, lifecycle: 'active', reports: 'agent', platform: 'android' } as OwnedDevice
const ALL: Permission[] = ['register', 'reset_passcode']
const linksIn = (html: unknown) => [...String(html).matchAll(/href="([^"]+)"/g)].map(([, href]) => href)

test.each([
  [600, '10 minutes'],
  [3600, '1 hour'],
  [5400, '90 minutes'],
  [90, '90 seconds'],
  [129_600, '36 hours'],
  [1_000_000, '11 days'],
])('%i seconds are %s', (seconds, words) => expect(describeLength(seconds, 'en')).toBe(words))

test('the page of a device leads to what is permitted and possible with it, and to nothing else', () => {
  const renew = (permissions: Permission[], change: Partial<OwnedDevice> = {}) =>
    linksIn(<RenewPanel {...{ frame, permissions }} device={{ ...device, ...change }} open={[]} />)
  expect(renew(ALL)).toEqual([`/portal/devices/${id}/renew`, `/portal/devices/${id}/replace`])
  expect(renew([])).toEqual([])
  expect(renew(ALL, { lifecycle: 'retired' })).toEqual([])
  const passcode = (permissions: Permission[], change: Partial<OwnedDevice> = {}) =>
    linksIn(<PasscodePanel {...{ frame, permissions }} device={{ ...device, ...change }} />)
  expect(passcode(ALL)).toEqual([`/portal/devices/${id}/passcode`])
  for (const change of [{ reports: 'none' }, { lifecycle: 'pending' }, { lifecycle: 'wiped' }] as const)
    expect(passcode(ALL, change)).toEqual([])
  expect(passcode(['register'])).toEqual([])
})

test('it shows what is open for this device, not what is open besides', () => {
  const own = { ...fixture.grant, id: 'grt_own', device: { id, as: 'replace' } as const }
  const open = [fixture.grant, own] as never[]
  const links = linksIn(<RenewPanel {...{ frame, device, open }} permissions={[]} />)
  expect(links).toEqual(['/portal/register/grt_own'])
})
