import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { PLATFORMS, type Platform, type Reports } from '../../src/kernel/platform.ts'
import { type Carrier, carrierOf, PARTS, renderingOf } from '../../src/templates/index.ts'

/** `docs/platforms.md` says what the code does, and nothing else. */

const STATES = { rendered: 'yes', not_possible: 'no' }
const REPORTS: Reports[] = ['agent', 'ota', 'certificate', 'none']
const unquote = (cell: string) => /`(\w+)`/.exec(cell)?.[1] ?? cell.trim()

async function readTable(): Promise<{ carriers: string[]; rows: Map<string, string[]>; text: string }> {
  const text = await readFile('docs/platforms.md', 'utf8')
  const lines = (text.split('<!-- table: carriers -->\n')[1] ?? '').split('\n')
  const cells = (line = '') => line.split('|').slice(1, -1)
  const rows = lines
    .slice(
      2,
      lines.findIndex((line) => !line.startsWith('|')),
    )
    .map(cells)
  return {
    carriers: cells(lines[0]).slice(1).map(unquote),
    rows: new Map(rows.map(([part = '', ...rest]) => [unquote(part), rest.map((cell) => cell.trim())])),
    text,
  }
}

/** Every kind of template there is, by its carrier. */
const KINDS = PLATFORMS.flatMap((platform) => REPORTS.map((reports) => ({ platform, reports }))) satisfies {
  platform: Platform
  reports: Reports
}[]

test('the table has a row for each setting and a column for each way to a device', async () => {
  const { carriers, rows } = await readTable()
  expect([...rows.keys()]).toEqual(PARTS)
  expect(new Set(carriers)).toEqual(new Set<Carrier>(KINDS.map(carrierOf)))
})

test('each cell says what the code does there, and its word is explained', async () => {
  const { carriers, rows, text } = await readTable()
  for (const kind of KINDS) {
    const column = carriers.indexOf(carrierOf(kind))
    for (const part of PARTS) {
      const { state, reason } = renderingOf(part, kind)
      // By its platform, not by how it gets its settings: an agent on Windows is no Android device.
      const byPlatform = ['android_only', 'apple_only', 'agent_is_there'].includes(reason)
      if (carrierOf(kind) === 'agent' && byPlatform) continue
      expect(rows.get(part)?.[column], `${part} on ${kind.platform}, ${kind.reports}`).toBe(
        `${STATES[state]}: \`${reason}\``,
      )
      expect(text.match(new RegExp(`^\\| (?:\`\\w+\`, )*\`${reason}\``, 'm')), reason).not.toBeNull()
    }
  }
})
