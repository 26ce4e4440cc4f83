import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** `docs/threat-model.md` says which test shows each of the forty faults: it is kept true. */

const text = readFileSync('docs/threat-model.md', 'utf8')
const table = text.split('\n## ').find((section) => section.startsWith('The forty faults')) ?? ''
const rows = [...table.matchAll(/^\| (\d+) \| [^|]+ \| ([^|]+) \|$/gm)].map(([, number, shown = '']) => ({
  number: Number(number),
  shown,
}))
const fileOf = (name: string) =>
  ['.test.ts', '.test.tsx', '.worker.test.ts']
    .map((ending) => `test/${name}${ending}`)
    .find((path) => existsSync(path))

test('each of the forty faults has a test', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
})

test('every test that the table names is there, under that name', () => {
  const missing: string[] = []
  for (const { number, shown } of rows)
    for (const [, name = '', told = ''] of shown.matchAll(/`([\w-]+\/[\w/-]+)`(?:: ([^`]*))?/g)) {
      const path = fileOf(name)
      if (!path) missing.push(`${number}: ${name}`)
      const source = path ? readFileSync(path, 'utf8').replaceAll("\\'", "'") : ''
      const words = told.replace(/\([^)]*\)/g, '').split(/;|…/)
      for (const part of words.map((one) => one.replace(/^[\s,]+|[\s,]+$/g, '')))
        if (part.length > 12 && path && !source.includes(part)) missing.push(`${number}: ${name}: ${part}`)
    }
  expect(missing).toEqual([])
})
