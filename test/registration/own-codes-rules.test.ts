import { expect, test } from 'vitest'
import type { Permission } from '../../src/accounts/index.ts'
import { listCodeWays } from '../../src/registration/own-codes-rules.ts'

const ALL: Permission[] = ['register', 'pin', 'qr']
const waysOf = (options: {
  permissions?: Permission[]
  phone?: string | null
  smsReady?: boolean
  qrEnabled?: boolean
  ownersMayProvision?: boolean
}) =>
  listCodeWays({
    door: {
      service: { ownersMayProvision: options.ownersMayProvision ?? true },
      organisation: { qrEnabled: options.qrEnabled ?? true },
    },
    account: { permissions: options.permissions ?? ALL, phone: options.phone ?? null },
    smsReady: options.smsReady ?? true,
  })

test('a code comes by message always, as PIN and QR code as far as these may be seen', () => {
  expect(waysOf({})).toEqual(['email', 'pin', 'qr'])
  expect(waysOf({ permissions: ['register'] })).toEqual(['email'])
  expect(waysOf({ permissions: ['register', 'qr'], qrEnabled: false })).toEqual(['email'])
})

test('by text message only to a number, where the service sends any', () => {
  expect(waysOf({ phone: '+4930123456' })).toContain('sms')
  expect(waysOf({ phone: '+4930123456', smsReady: false })).not.toContain('sms')
})

test('in no way to somebody who gets no codes by themselves', () => {
  expect(waysOf({ permissions: ['pin', 'qr'] })).toEqual([])
  expect(waysOf({ ownersMayProvision: false })).toEqual([])
})
