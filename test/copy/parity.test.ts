import { describe, expect, test } from 'vitest'
import { DEFAULT_LOCALE, LANGUAGE_NAMES, LOCALES, type Locale } from '../../src/kernel/locale.ts'
import { COPIES } from '../support/copies.ts'

type Leaf = { path: string; text: string; arity: number | null }

/** Every text with its path. What a function says is read from its source: its texts, and what it puts into them. */
function leaves(node: unknown, path: string): Leaf[] {
  if (typeof node === 'string') return [{ path, text: node, arity: null }]
  if (typeof node === 'function') return [{ path, text: String(node), arity: node.length }]
  if (node === null || typeof node !== 'object') throw new Error(`${path} is neither text nor section`)
  return Object.entries(node).flatMap(([key, value]) => leaves(value, `${path}.${key}`))
}

const all = Object.fromEntries(LOCALES.map((locale) => [locale, leaves(COPIES[locale], '')])) as Record<
  Locale,
  Leaf[]
>
const english = new Map(all[DEFAULT_LOCALE].map((leaf) => [leaf.path, leaf]))
const others = LOCALES.filter((locale) => locale !== DEFAULT_LOCALE)

/** What components fill, in texts and within functions. */
const places = ({ text, arity }: Leaf) => {
  const found = [...text.matchAll(arity === null ? /\{\w+\}|#/g : /(?<!\$)\{\w+\}(?=[^;]*[`'"])/g)]
  return [...new Set(found.map(([place]) => place))]
    .filter((place) => arity === null || !/^\{\s/.test(place))
    .sort()
}

/** Words that languages share: names of makers and their products, standards, codes, samples. */
const SHARED = [
  /^[\W\d_]*$/,
  /^[A-Z0-9][\w.-]*(?:[ /·-]+[A-Z0-9][\w.-]*)*$/,
  /^(?:[\w.+-]+@)?[\w-]+\.example\b/,
  /^\{\w+\}(?:[^A-Za-z]*\{\w+\})*$/,
  /Latchkey/,
]

describe.each(LOCALES)('%s', (locale) => {
  test('has the keys of English, none of them empty', () => {
    expect(all[locale].map(({ path }) => path)).toEqual([...english.keys()])
    for (const { path, text } of all[locale]) expect(text.trim(), path).not.toBe('')
  })

  test('takes what English takes: its functions have as many parameters', () => {
    for (const { path, arity } of all[locale]) {
      const own = english.get(path)?.arity ?? null
      if (arity === null || own === null) expect(arity, path).toBe(own)
      // A text that needs no number leaves the parameter out.
      else expect(arity, path).toBeLessThanOrEqual(own)
    }
  })

  test('keeps the places that components fill', () => {
    for (const leaf of all[locale]) {
      const own = english.get(leaf.path)
      if (leaf.arity === null && own) expect(places(leaf), leaf.path).toEqual(places(own))
    }
  })

  test('closes every emphasis that it opens', () => {
    for (const { path, text } of all[locale]) expect(text.split('**').length % 2, path).toBe(1)
  })

  test('has room for its label below an icon', () => {
    expect(COPIES[locale].artefacts.confirmLabel('Acme Robotics').length).toBeLessThanOrEqual(12)
  })

  test('is called by its own name', () => {
    const named = new Intl.DisplayNames(locale, { type: 'language' }).of(locale)
    expect(LANGUAGE_NAMES[locale].toLocaleLowerCase(locale)).toBe(named?.toLocaleLowerCase(locale))
  })
})

describe.each(others)('%s', (locale) => {
  test('is not English that was left in place', () => {
    const same = all[locale].filter(({ path, text, arity }) => {
      const words = english.get(path)?.text
      if (arity !== null)
        return text.length > 40 && text === words && /[`'"][^`'"]*[a-z]{3,} [a-z]{3,}/.test(text)
      return text === words && /\s/.test(text.trim()) && !SHARED.some((pattern) => pattern.test(text))
    })
    expect(same.map(({ path, text }) => `${path}: ${text}`)).toEqual([])
  })
})

test('German addresses people as "Sie"', () => {
  for (const { path, text } of all.de)
    expect(text, path).not.toMatch(/\b(?:du|dein|deine|deinem|deinen|dir|dich)\b/i)
})

test('Arabic is written in Arabic letters, and carries no signs that turn the direction of what follows', () => {
  for (const { path, text, arity } of all.ar) {
    expect(text, path).not.toMatch(/[\u202a-\u202e]/)
    if (arity === null && /[a-z]{3,} [a-z]{3,} [a-z]{3,} [a-z]{3,}/i.test(english.get(path)?.text ?? ''))
      expect(text, path).toMatch(/[\u0600-\u06ff]/)
  }
})

test('counts read naturally', () => {
  const { en, de, cs, ar } = COPIES
  expect(en.setup.code.errors.wrong_code(1)).toContain('One try is left')
  expect(en.setup.code.errors.wrong_code(3)).toContain('3 tries are left')
  expect(de.setup.code.errors.wrong_code(1)).toContain('Ein Versuch ist')
  expect(de.setup.device.errors.device_limit_reached(2)).toContain('2 Geräte')
  // Czech has a form for two to four, Arabic one for two.
  const czech = [1, 2, 5].map((count) => cs.setup.code.errors.wrong_code(count).replace(/\d+/, ''))
  expect(new Set(czech).size).toBe(3)
  const arabic = [1, 2, 3, 11].map((count) => ar.setup.code.errors.wrong_code(count).replace(/\d+/, ''))
  expect(new Set(arabic).size).toBe(4)
})
