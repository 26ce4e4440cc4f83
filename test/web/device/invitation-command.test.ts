import { expect, test } from 'vitest'
import { readCommand } from '../../../src/tools/device/arguments.ts'

const ref = 'Zk3vT8qLw2NcYb7RmX0pJg'
const secret = 'mT4uQv9cXb7NwZk2Rp8yLA'

test('the reference client takes the link of an invitation as it stands in the message', () => {
  const { command } = readCommand([
    'redeem',
    `https://setup.acme.example/i/${ref}?k=${secret}`,
    '--pin',
    '12345678',
  ])
  expect(command).toEqual({
    kind: 'redeem',
    baseUrl: 'https://setup.acme.example',
    request: { code: `${ref}.${secret}`, pin: '12345678' },
  })
})

test('the link of another page about the invitation is the same invitation', () => {
  const { command } = readCommand([
    'redeem',
    `https://setup.acme.example/i/${ref}?k=${secret}&for=agent&go=1`,
  ])
  expect(command).toMatchObject({ request: { code: `${ref}.${secret}` } })
})

test('a link without its secret says what a link looks like', () => {
  expect(() => readCommand(['redeem', `https://setup.acme.example/i/${ref}`])).toThrow('/i/…?k=…')
})
