import fc from 'fast-check'
import Papa from 'papaparse'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { guardCell } from '../../../src/kernel/csv.ts'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { d1Prototype, inD1, makePerson, seedWorld, time } from '../../support/world.ts'
import { accountAt, audited, hidden, makeForeigner, postPairs, upload } from './people-support.ts'

beforeAll(seedWorld)
let manager: TestStaff
beforeEach(async () => {
  time.start()
  manager = await makeManager()
})
afterEach(() => vi.restoreAllMocks())

const IMPORT = '/manage/accounts/import'
let files = 0
const unique = (name: string) => `${name}-${files}@files.example`
beforeEach(() => {
  files += 1
})

const check = (csv: string) => upload(manager, IMPORT, { csv, step: 'check' })
async function importAll(csv: string, more: Record<string, string> = {}) {
  const shown = await check(csv)
  const fields = { csv: hidden(shown.html, 'csv'), digest: hidden(shown.html, 'digest') }
  return { shown, done: await upload(manager, IMPORT, { ...fields, ...more, step: 'import' }) }
}

const everything = async () => [
  await inD1('SELECT * FROM accounts ORDER BY id'),
  await inD1('SELECT * FROM account_addresses ORDER BY address'),
  await inD1('SELECT * FROM audit ORDER BY id'),
]

describe('looking first', () => {
  test('shows what every row would do, and changes nothing', async () => {
    const known = await makePerson({ name: 'Known Person' })
    const same = await makePerson({ name: 'Same Person' })
    const before = await everything()
    const { status, html } = await check(
      [
        'name;E-Mail;phone;template;groups;shoe size',
        `Joan;${unique('joan')};+44 7400 123456;;"Sales; Berlin";38`,
        `Renamed;${known.address.toUpperCase()};;;;`,
        `;${same.address};;Everybody;;`,
        `Twice;${unique('joan')};;;;`,
        'Nobody;not an address;12;Nowhere;;',
        `Too;${unique('many')};;;;;;extra`,
      ].join('\r\n'),
    )
    expect(status).toBe(200)
    for (const part of [
      unique('joan'),
      'Known Person → Renamed',
      'Unchanged',
      'stands in row 2 already',
      'Enter a whole e-mail address',
      'Enter a whole number with its country code',
      'does not exist any more',
      'more cells than columns',
      'not read: shoe size',
      'Import 2 accounts',
      'Leave out the 3 rows with errors',
    ])
      expect(html, part).toContain(part)
    expect(await everything()).toEqual(before)
  })

  test.each([
    ['', 'Choose a file'],
    ['address', 'no row below'],
    ['name\nAda', 'must be called address'],
    ['address,address\na@b.example,c@d.example', 'stands there twice'],
    [`address\n${'a@b.example\n'.repeat(2001)}`, 'more than 2000 rows'],
    [`address\n${'x'.repeat(512_001)}`, 'more than 500 KB'],
  ])('%#: a text that cannot be read says what is wrong with it', async (csv, says) => {
    const refused = await check(csv)
    expect([refused.status, refused.html.includes(says)]).toEqual([422, true])
  })

  test('reads what spreadsheets save, and says when it had to guess', async () => {
    const text = `address,name\n${unique('zoe')},Zoë\n`
    const utf16 = new Uint8Array(2 * text.length + 2)
    new DataView(utf16.buffer).setUint16(0, 0xfeff)
    for (const [index, letter] of [...text].entries())
      new DataView(utf16.buffer).setUint16(2 * index + 2, letter.charCodeAt(0))
    const ansi = Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)))
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text)])
    for (const file of [utf16, ansi, marked]) {
      const { html } = await upload(manager, IMPORT, { file, csv: '', step: 'check' })
      expect(html).toContain('Zoë')
      expect(html.includes('was not UTF-8')).toBe(file === ansi)
    }
    const zip = await upload(manager, IMPORT, { file: new Uint8Array([80, 75, 3, 4, 0, 0]), step: 'check' })
    expect([zip.status, zip.html.includes('This is no CSV file')]).toEqual([422, true])
  })
})

describe('importing', () => {
  test('adds and changes what was shown, once; doing it again is harmless', async () => {
    const known = await makePerson({ name: 'Old Name' })
    const csv = `address,name,groups,locale\n${unique('joan')},Joàn,Sales;Berlin,de\n${known.address},New Name,,\n`
    time.pass(5000)
    const { shown, done } = await importAll(csv)
    expect(done.location).toBe('/manage/accounts?done=imported&count=2')
    expect(await accountAt(unique('joan'))).toMatchObject({
      state: 'invited',
      name: 'Joàn',
      name_key: 'joan',
      groups: '["Sales","Berlin"]',
      locale: 'de',
      changed_at: time.now(),
    })
    expect(await accountAt(known.address)).toMatchObject({
      name: 'New Name',
      name_key: 'new name',
      state: 'active',
    })
    const [entry] = (await audited('accounts.imported')).slice(-1)
    expect(JSON.parse(String(entry?.detail))).toEqual({ added: 1, changed: 1, unchanged: 0, left_out: 0 })
    const before = await everything()
    // The very same form again, and the same file from its beginning.
    const fields = { csv: hidden(shown.html, 'csv'), digest: hidden(shown.html, 'digest'), step: 'import' }
    expect((await upload(manager, IMPORT, fields)).html).toContain('Something has changed since you looked')
    expect((await check(csv)).html).toContain('There is nothing to import')
    expect(await everything()).toEqual(before)
  })

  test('with errors does nothing, unless these rows are to be left out', async () => {
    const csv = `address,name\n${unique('good')},Good\nbad,Bad\n`
    const { done } = await importAll(csv)
    expect([done.status, done.html.includes('Some rows have errors')]).toEqual([422, true])
    expect(await accountAt(unique('good'))).toBeUndefined()
    expect((await importAll(csv, { skip: 'yes' })).done.status).toBe(303)
    expect(await accountAt(unique('good'))).toBeDefined()
  })

  test('says what has changed since it was shown', async () => {
    const csv = `address,name\n${unique('late')},Late\n`
    const shown = await check(csv)
    await upload(manager, IMPORT, { csv, step: 'import', digest: hidden(shown.html, 'digest') })
    const again = await upload(manager, IMPORT, { csv, step: 'import', digest: hidden(shown.html, 'digest') })
    expect([again.status, again.html.includes('Something has changed')]).toEqual([422, true])
  })

  test('that meets somebody registering in between writes nothing and shows it', async () => {
    const [taken, other] = [unique('taken'), unique('other')]
    const csv = `address\n${other}\n${taken}\n`
    const shown = await check(csv)
    const batch = d1Prototype.batch
    let calls = 0
    const spy = vi.spyOn(d1Prototype, 'batch').mockImplementation(async function (
      this: D1Database,
      statements,
    ) {
      calls += 1
      // The first batch reads what is known, the second writes: somebody slips in between.
      if (calls === 2) {
        spy.mockRestore()
        await makePerson({ address: taken })
      }
      return batch.call(this, statements) as never
    })
    const done = await upload(manager, IMPORT, { csv, step: 'import', digest: hidden(shown.html, 'digest') })
    expect([done.status, done.html.includes('Something has changed')]).toEqual([422, true])
    expect(await accountAt(other)).toBeUndefined()
  })

  test('reaches nobody of another organisation', async () => {
    const foreign = await makeForeigner()
    const [row] = await inD1('SELECT * FROM accounts WHERE id = ?', foreign)
    await importAll(`address,name,template\n${row?.address},Mine now,Globex people\n`)
    await importAll(`address,name\n${row?.address},Mine now\n`)
    expect(await inD1('SELECT * FROM accounts WHERE id = ?', foreign)).toEqual([row])
    expect(await accountAt(String(row?.address))).toMatchObject({ organisation_id: 1, name: 'Mine now' })
  })

  test('of two thousand rows is one transaction, each row audited', async () => {
    const before = (await audited('account.added')).length
    const lines = Array.from(
      { length: 2000 },
      (_, index) => `bulk-${index}@files.example,Person ${index},"A; B"`,
    )
    const { done } = await importAll(`address,name,groups\n${lines.join('\n')}`)
    expect(done.location).toContain('count=2000')
    expect((await audited('account.added')).length - before).toBe(2000)
    expect(await accountAt('bulk-1999@files.example')).toMatchObject({
      name: 'Person 1999',
      groups: '["A","B"]',
    })
  })
})

describe('the export', () => {
  const download = async (fields: [string, string][] = []) => {
    const answer = await postPairs(manager, '/manage/accounts/export', fields)
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="accounts-1-[0-9-]+\.csv"$/,
    )
    return answer.html
  }
  const read = (csv: string) =>
    Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data

  test('gives hostile names prefixed and quoted, and the same back when it is read', async () => {
    const hostile = [
      '=cmd|calc',
      '+1',
      '-2',
      '@x',
      '"q",;',
      "'=x",
      '=HYPERLINK("http://e.example")',
      'שלום 👩🏽‍💻',
    ]
    const random = fc.sample(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), 60)
    const names = [...hostile, ...random]
    for (const [index, name] of names.entries()) {
      const { account } = await makePerson({ address: `csv-${index}@acme.example` })
      await inD1('UPDATE accounts SET name = ? WHERE id = ?', name, account.id)
    }
    const csv = await download([['q', 'csv-']])
    const rows = new Map(read(csv).map((row) => [row.address, row.name]))
    for (const [index, name] of names.entries())
      expect(rows.get(`csv-${index}@acme.example`), JSON.stringify(name)).toBe(guardCell(name))
    for (const line of csv.trim().split('\r\n').slice(1)) expect(line).toMatch(/^"/)
    expect((await audited('accounts.exported')).at(-1)).toMatchObject({
      actor_id: manager.account.id,
      detail: '{"search":"csv-","sort":"newest"}',
    })
  })

  test('keeps to the filters, brings everybody once, and can be imported again', async () => {
    const foreign = await makeForeigner()
    const all = read(await download())
    const [{ people } = { people: 0 }] = await inD1(
      'SELECT count(*) AS people FROM accounts WHERE organisation_id = 1',
    )
    expect(new Set(all.map(({ address }) => address)).size).toBe(people)
    expect(JSON.stringify(all)).not.toContain(foreign)
    const managers = await download([['role', 'manager']])
    expect(new Set(read(managers).map(({ role }) => role))).toEqual(new Set(['manager']))
    const shown = await check(managers)
    expect(shown.html).toContain('There is nothing to import')
    expect(shown.html).toContain('not read: state, role, registered')
  })
})
