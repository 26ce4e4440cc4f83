import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, expect, test } from 'vitest'
import { extendChains, type PlacedChainEntry, signHead } from '../../src/audit/chain-rules.ts'
import { makeKeyring, parseMasterKey } from '../../src/kernel/secrets.ts'
import { readVerifyOptions } from '../../src/tools/verify-audit/options.ts'
import { runVerify } from '../../src/tools/verify-audit/run.ts'

const MASTER_KEY = `k1:${'A'.repeat(43)}`
const current = parseMasterKey(MASTER_KEY)
if (!current) throw new Error('no master key')
const keys = makeKeyring({ current, naming: new Uint8Array(32) })

let folder = ''
let database: DatabaseSync
let anchor = ''
/** Cuts the first rows of an organisation as the service does. */
let cut: (organisationId: number, count: number) => void

/** A database of today's tables, in which the audit of two organisations is sealed. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-audit-'))
  database = new DatabaseSync(join(folder, 'one.sqlite'))
  for (const name of (await readdir('migrations')).filter((one) => one.endsWith('.sql')).sort())
    database.exec(await readFile(join('migrations', name), 'utf8'))
  const rows = Array.from(
    { length: 8 },
    (_, index): PlacedChainEntry => ({
      ...{ row: index + 1, id: `aud_${index}`, organisationId: 1 + (index % 2), at: 1000 - index },
      ...{ actorKind: 'owner', actorId: 'acc_1', action: 'session.started', accountId: null, deviceId: null },
      detail: `{"n":"${index}'"}`,
    }),
  )
  const { seals, heads } = extendChains(keys, { rows, heads: [], tails: [] }, 1_700_000_000_000)
  const insert = (table: string, values: (string | number | null)[]) =>
    database.prepare(`INSERT INTO ${table} VALUES (${values.map(() => '?').join(', ')})`).run(...values)
  database.exec('CREATE TABLE former_heads AS SELECT * FROM audit_heads')
  for (const column of ['cut_seq', 'cut_hash', 'cut_until'])
    database.exec(`ALTER TABLE former_heads DROP COLUMN ${column}`)
  for (const { row: _, id, organisationId, at, ...rest } of rows)
    insert('audit', [id, organisationId, at, ...Object.values(rest)])
  for (const seal of seals) insert('audit_seals', Object.values(seal))
  for (const head of heads) {
    const { organisationId, seq, hash, sealedAt, mac } = head
    insert('former_heads', [organisationId, seq, hash, sealedAt, null, null, mac])
    insert('audit_heads', [organisationId, seq, hash, sealedAt, null, null, mac, 0, '', 0])
  }
  cut = (organisationId, cutSeq) => {
    const head = heads.find((one) => one.organisationId === organisationId)
    const last = seals.find((one) => one.organisationId === organisationId && one.seq === cutSeq)
    if (!head || !last) throw new Error('nothing to cut')
    const signed = signHead(keys, { ...head, cutSeq, cutHash: last.hash, cutUntil: 1001 })
    database
      .prepare(
        'UPDATE audit_heads SET cut_seq = ?, cut_hash = ?, cut_until = ?, mac = ? WHERE organisation_id = ?',
      )
      .run(cutSeq, last.hash, 1001, signed.mac, organisationId)
    database.exec(`DELETE FROM audit WHERE id IN
      (SELECT entry_id FROM audit_seals WHERE organisation_id = ${organisationId} AND seq <= ${cutSeq})`)
    database.exec(`DELETE FROM audit_seals WHERE organisation_id = ${organisationId} AND seq <= ${cutSeq}`)
  }
  insert('audit_cursor', [1, 8, 'aud_7'])
  anchor = `1:4:${heads[0]?.hash}`
})

const run = (...args: string[]) => runVerify(args, { MASTER_KEY })

/** The program itself: how it ends is its answer. */
function runProgram(...args: string[]): Promise<number> {
  const script = ['--no-warnings', 'src/tools/verify-audit.ts', ...args]
  return new Promise((resolve) => {
    execFile(process.execPath, script, { env: { ...process.env, MASTER_KEY } }, (error) =>
      resolve(error ? Number(error.code) : 0),
    )
  })
}

/** As `wrangler d1 export` writes it, with the heads of that table. Returns the file's path. */
async function dump(heads: string): Promise<string> {
  const lines = database
    .prepare(
      `SELECT sql FROM sqlite_master WHERE type = 'table' AND name IN ('audit', 'audit_seals', '${heads}', 'organisations')`,
    )
    .all()
    .map(({ sql }) => `${sql};`)
  for (const table of ['audit', 'audit_seals', heads])
    for (const row of database.prepare(`SELECT * FROM ${table}`).all()) {
      const values = Object.values(row).map((value) =>
        typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value ?? 'NULL'),
      )
      lines.push(`INSERT INTO "${table}" VALUES(${values.join(',')});`)
    }
  const path = join(folder, `${heads}.sql`)
  await writeFile(path, lines.join('\n').replaceAll('former_heads', 'audit_heads'))
  return path
}

test('a backup from before rows were cut for their age can be verified', async () => {
  expect(await run(await dump('former_heads'))).toMatchObject({
    code: 0,
    said: expect.stringContaining('All is well.'),
  })
})

test('a database of which rows were cut for their age is whole, and says how many', async () => {
  cut(2, 3)
  const { code, said } = await run(folder)
  expect(code).toBe(0)
  expect(said).toContain('organisation 2: 4 sealed (the first 3 were cut: too old)')
  expect(said).toContain('organisation 1: 4 sealed until')
})

test('a database that was tampered with ends the tool with 1 and names the row; a whole one with 0', async () => {
  const well = await run(folder, '--head', anchor)
  expect(well).toMatchObject({ code: 0, said: expect.stringContaining('All is well.') })
  expect(well.said).toContain(`--head ${anchor}`)

  const path = await dump('audit_heads')
  expect((await run(path, '--head', `2:4:${'x'.repeat(43)}`)).said).toContain('row 4 is not what --head says')

  database.exec("DROP TRIGGER audit_unchanged; UPDATE audit SET actor_id = 'acc_2' WHERE id = 'aud_4'")
  const wrong = await run(folder)
  expect([wrong.code, await runProgram(folder)]).toEqual([1, 1])
  expect(wrong.said).toContain('WRONG: row 3 (aud_4) is not what was sealed')
  expect(wrong.said).toContain('Something is wrong in 1 of 2 organisations.')
  database.exec("UPDATE audit_heads SET mac = 'k7.x'")
  expect((await run(folder)).said).toContain('set MASTER_KEY_PREVIOUS')
  expect((await run(folder, '--without-key')).said).toContain('head not checked')
  await expect(run(join(folder, 'none'))).rejects.toThrow('nothing at')
})

test('options that mean nothing are refused', () => {
  expect(readVerifyOptions([])).toMatchObject({ path: '.wrangler/state', anchors: [], withoutKey: false })
  expect(readVerifyOptions(['--remote'])).toMatchObject({ path: null, database: 'latchkey' })
  for (const args of [['--head', '1:2:x'], ['a', 'b'], ['a', '--remote'], ['--nonsense']])
    expect(() => readVerifyOptions(args)).toThrow()
})
