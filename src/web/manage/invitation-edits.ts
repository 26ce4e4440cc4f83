import { EXPORT_COLUMNS } from '../../accounts/index.ts'
import { INVITE_MAX, type InviteRow, type Whom } from '../../invitations/index.ts'
import { readCsv, writeCsvLine } from '../../kernel/csv.ts'

/** What was changed on the page that shows whom sending would reach: new addresses by the row's key; empty: left out. */
export type Edits = ReadonlyMap<string, string>

/** What the import calls the column of addresses. */
const ADDRESS_NAMES = ['address', 'email', 'e-mail', 'mail']

/**
 * What names a row in the form: the account where accounts were chosen, else the row's number. Null: it cannot be
 * edited.
 */
export function keyOf(whom: Whom, row: InviteRow, index: number, rows: number): string | null {
  if (whom.kind === 'addresses' || whom.kind === 'csv') return String(row.line)
  if (row.kind === 'known') return row.accountId
  // Rows come in the order of the ids; where one of them is nobody's, which is which cannot be told.
  return whom.kind === 'accounts' && new Set(whom.ids).size === rows
    ? ([...new Set(whom.ids)][index] ?? null)
    : null
}

/** Whom the form means after the edits. */
export function applyEdits(whom: Whom, edits: Edits, shownIds: string[]): Whom {
  if (edits.size === 0) return whom
  switch (whom.kind) {
    case 'addresses': {
      const lines = whom.text.split('\n').map((line, index) => {
        const edited = edits.get(String(index + 1))
        return edited === undefined ? line : edited === '' ? null : readdress(line, edited)
      })
      return { ...whom, text: lines.filter((line) => line !== null).join('\n') }
    }
    case 'csv':
      return { ...whom, text: editCsv(whom.text, edits) }
    case 'filter':
    case 'accounts': {
      const ids = whom.kind === 'accounts' ? whom.ids : shownIds
      const kept = ids.filter((id) => edits.get(id) !== '')
      const former = whom.kind === 'accounts' ? whom.addresses : {}
      const changed = [...edits].filter(([id, address]) => address !== '' && kept.includes(id))
      return { kind: 'accounts', ids: kept, addresses: { ...former, ...Object.fromEntries(changed) } }
    }
  }
}

/** One line for each row, so that its number is the row's; reading it again gives the same rows. */
export function writeAddresses(rows: InviteRow[]): string {
  return rows.map(({ name, address }) => writeLine(name, address)).join('\n')
}

function writeLine(name: string, address: string): string {
  const plain = name.replace(/["\n\r]/g, ' ').trim()
  const typed = oneLine(address)
  if (plain !== '') return `"${plain}" <${typed}>`
  // In brackets it stays one entry, whatever was typed.
  return /^\S+$/.test(typed) ? typed : `<${typed}>`
}

function readdress(line: string, address: string): string {
  const [, name = ''] = /^"([^"]*)" </.exec(line) ?? []
  return writeLine(name, address)
}

/** Nothing in it parts it into two addresses, or a name from an address. */
function oneLine(address: string): string {
  return address.replace(/[\n\r,;"<>]+/g, ' ').trim()
}

function editCsv(text: string, edits: Edits): string {
  const table = readCsv(text, [...EXPORT_COLUMNS, ...ADDRESS_NAMES], INVITE_MAX)
  const column = table.header.findIndex((name) => ADDRESS_NAMES.includes(name))
  if (column < 0 || table.cut) return text
  const lines = table.rows.flatMap(({ line, cells }) => {
    const edited = edits.get(String(line))
    if (edited === '') return []
    const padded = [...cells, ...Array<string>(Math.max(0, column + 1 - cells.length)).fill('')]
    return [edited === undefined ? cells : padded.with(column, edited)]
  })
  return [table.header, ...lines].map(writeCsvLine).join('').replaceAll('\r\n', '\n')
}
