import { describe, expect, test, vi } from 'vitest'
import { checkBindings } from '../../src/runtime/bindings.ts'
import { describeError, log } from '../../src/runtime/logger.ts'

const binding = { prepare() {}, idFromName() {}, send() {}, limit() {} }
const KEY = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'
const env = {
  DB: binding,
  PROVISION_SESSION: binding,
  ADDRESS_GATE: binding,
  MESSAGES: binding,
  EMAIL: binding,
  PEOPLE_LIMIT: binding,
  DEVICE_LIMIT: binding,
  BASE_URL: 'https://setup.acme.example',
  MAIL_FROM: 'Acme <no-reply@acme.example>',
  MASTER_KEY: `k1:${KEY}`,
  NAMING_KEY: KEY,
}

describe('bindings are checked at the start', () => {
  test('whole ones pass', () => expect(checkBindings({ ...env }).baseUrl).toBe('https://setup.acme.example'))

  test.each(Object.keys(env))('without %s the error names it and the doc, never a value', (key) => {
    const broken = { ...env, [key]: undefined }
    expect(() => checkBindings(broken)).toThrow(new RegExp(`Binding ${key} .*docs/architecture\\.md`))
  })

  test.each([
    ['BASE_URL', 'http://setup.acme.example'],
    ['BASE_URL', 'https://setup.acme.example/x'],
    ['MAIL_FROM', 'no-reply@acme.example'],
    ['MAIL_FROM', 'Acme\r\nBcc: x <a@b.example>'],
    ['MASTER_KEY', `wrong-secret-${KEY}`],
    ['MASTER_KEY_PREVIOUS', `k1:${KEY}`],
    ['NAMING_KEY', 'short'],
    ['DB', {}],
  ])('a malformed %s (%j) is refused without being repeated', (key, value) => {
    let message = ''
    try {
      checkBindings({ ...env, [key]: value })
    } catch (error) {
      message = String(error)
    }
    expect(message).toContain(key)
    expect(message).not.toContain(String(value))
  })
})

describe('the log', () => {
  test('is one JSON object a line', () => {
    const info = vi.spyOn(console, 'info').mockImplementation(() => {})
    log('info', 'thing.happened', { count: 1 })
    expect(JSON.parse(String(info.mock.calls[0]?.[0]))).toEqual({
      level: 'info',
      event: 'thing.happened',
      count: 1,
    })
    info.mockRestore()
  })

  test('masks queries and tokens in what an unknown error says', () => {
    const secret = 'A'.repeat(22)
    const text = describeError(new Error(`failed /p/x?k=${secret}&t=short with dev_${secret}.1.${secret}`))
    expect(text).not.toContain(secret)
    expect(text).not.toContain('short')
    expect(text).toContain('failed /p/x?k=…')
  })
})
