import { describe, expect, test } from 'vitest'
import { copyFor } from '../../src/copy/index.ts'
import { LOCALES } from '../../src/kernel/locale.ts'

/** Every text with its path; functions are called with something for each parameter. */
function texts(node: unknown, path: string): [string, string][] {
  if (typeof node === 'string') return [[path, node]]
  if (typeof node === 'function') return [[path, String(node.length)]]
  if (node === null || typeof node !== 'object') throw new Error(`${path} is neither text nor section`)
  return Object.entries(node).flatMap(([key, value]) => texts(value, `${path}.${key}`))
}

const places = (text: string) => [...text.matchAll(/\{\w+\}|#/g)].map(([place]) => place).sort()

describe('copy', () => {
  test.each(LOCALES)('%s has the same keys as English, none of them empty', (locale) => {
    const own = texts(copyFor(locale), '')
    expect(own.map(([path]) => path)).toEqual(texts(copyFor('en'), '').map(([path]) => path))
    for (const [path, text] of own) expect(text.trim(), path).not.toBe('')
  })

  test.each(LOCALES)('%s keeps the places that components fill', (locale) => {
    const own = new Map(texts(copyFor(locale), ''))
    for (const [path, text] of texts(copyFor('en'), '')) {
      expect(places(own.get(path) ?? ''), path).toEqual(places(text))
    }
  })

  test('German is not English that was left in place', () => {
    const same = new Map(texts(copyFor('en'), ''))
    const long = texts(copyFor('de'), '').filter(
      ([path, text]) => text.length > 24 && same.get(path) === text,
    )
    expect(long).toEqual([])
  })

  test('German addresses people as "Sie"', () => {
    for (const [path, text] of texts(copyFor('de'), '')) {
      expect(text, path).not.toMatch(/\b(?:du|dein|deine|deinem|deinen|dir|dich)\b/i)
    }
  })

  test.each(LOCALES)('%s closes every emphasis that it opens', (locale) => {
    for (const [path, text] of texts(copyFor(locale), '')) {
      expect(text.split('**').length % 2, path).toBe(1)
    }
  })

  test.each(LOCALES)('%s has room for its label below an icon', (locale) => {
    expect(copyFor(locale).artefacts.confirmLabel('Acme Robotics').length).toBeLessThanOrEqual(12)
  })

  test('counts read naturally', () => {
    expect(copyFor('en').setup.code.errors.wrong_code(1)).toContain('One try is left')
    expect(copyFor('en').setup.code.errors.wrong_code(3)).toContain('3 tries are left')
    expect(copyFor('de').setup.code.errors.wrong_code(1)).toContain('Ein Versuch ist')
    expect(copyFor('de').setup.device.errors.device_limit_reached(2)).toContain('2 Geräte')
  })
})
