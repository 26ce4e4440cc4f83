import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { decodeText, guardCell, readCsv, unguardCell, writeCsvLine } from '../../src/kernel/csv.ts'

const HOSTILE = [
  '=1+1',
  '+49 30 1234',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '\0=1',
  '=HYPERLINK("https://evil.example";"x")',
  'a"b',
  'a\r\nb',
  'a,b;c|d',
  ' ',
  '',
  "'",
  "'=1",
  'שלום',
  '👩🏽‍💻',
  '\ufeffx',
]
const cell = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }))

describe('what is written', () => {
  test('is the same when it is read again, but for the prefix', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 }), (rows) => {
        const text = rows.map(writeCsvLine).join('')
        const read = Papa.parse<string[]>(`x\r\n${text}`, { delimiter: ',', newline: '\r\n' }).data
        expect(read.slice(1, -1)).toEqual(rows.map((row) => row.map(guardCell)))
      }),
    )
  })

  test.each(HOSTILE)('%j never begins like a formula', (text) => {
    const [[read] = []] = Papa.parse<string[]>(writeCsvLine([text, 'x'])).data
    expect(read ?? '').not.toMatch(/^[=+\-@\t\0]/)
  })

  test('is quoted, whatever it is', () => {
    expect(writeCsvLine(['a', 1, null, true])).toBe('"a","1","","true"\r\n')
  })

  test('comes back without its prefix', () => {
    fc.assert(
      fc.property(
        cell.filter((text) => !/^'[=+\-@\t\0]/.test(text)),
        (text) => {
          expect(unguardCell(guardCell(text))).toBe(text)
        },
      ),
    )
  })
})

describe('what is read', () => {
  const known = ['address', 'name', 'groups']

  test.each([',', ';', '\t', '|'])('is parted by %j where that makes the names of the columns', (mark) => {
    const text = `name${mark}Address${mark}groups\n"Lovelace${mark} Ada"${mark}ada@acme.example${mark}a,b;c|d\n`
    const { header, rows } = readCsv(mark === '\t' ? text : text.replace(`a,b;c|d`, '"a,b;c|d"'), known, 10)
    expect(header).toEqual(['name', 'address', 'groups'])
    expect(rows).toEqual([{ line: 2, cells: [`Lovelace${mark} Ada`, 'ada@acme.example', 'a,b;c|d'] }])
  })

  test('keeps the numbers of its lines where some are empty', () => {
    const { rows } = readCsv('address\n\na@acme.example\n ; \n,,\nb@acme.example', known, 10)
    expect(rows.map(({ line }) => line)).toEqual([3, 4, 6])
  })

  test('says when there is more than is taken', () => {
    const lines = Array.from({ length: 4 }, (_, index) => `${index}@acme.example`)
    expect(readCsv(['address', ...lines].join('\n'), known, 4).cut).toBe(false)
    expect(readCsv(['address', ...lines].join('\n'), known, 3)).toMatchObject({ cut: true })
    expect(readCsv(`address${'\n'.repeat(50)}`, known, 3)).toMatchObject({ cut: true, rows: [] })
  })

  test('is nothing in an empty text', () => {
    expect(readCsv('', known, 3)).toMatchObject({ rows: [], cut: false })
  })
})

describe('a file', () => {
  const utf16 = (text: string, little: boolean) => {
    const bytes = new Uint8Array(2 * text.length)
    const view = new DataView(bytes.buffer)
    for (let index = 0; index < text.length; index++)
      view.setUint16(2 * index, text.charCodeAt(index), little)
    return bytes
  }
  test.each([
    ['UTF-8', new TextEncoder().encode('Zoë'), 'utf-8'],
    ['UTF-8 with its mark', new TextEncoder().encode('\ufeffZoë'), 'utf-8'],
    ['UTF-16, little', utf16('\ufeffZoë', true), 'utf-16'],
    ['UTF-16, big', utf16('\ufeffZoë', false), 'utf-16'],
    ['Windows', new Uint8Array([0x5a, 0x6f, 0xeb]), 'windows-1252'],
  ] as const)('in %s is read', (_name, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text: 'Zoë', encoding })
  })

  test('that is no text is refused', () => {
    expect(decodeText(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toBeNull()
    expect(decodeText(utf16('Zoe', true))).toBeNull()
  })
})
