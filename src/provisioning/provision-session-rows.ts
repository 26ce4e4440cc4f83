import type { DeviceFacts } from '../kernel/device-facts.ts'
import type { Claim, Grant } from './types.ts'

/** A row of the object's own tables. */
export type Row = Record<string, SqlStorageValue>

export function readGrant(row: Row): Grant {
  return {
    ...readRow<Grant>(row),
    ownershipOpen: row.ownership_open === 1,
    certifies: row.certifies === 1,
    policies: JSON.parse(String(row.policies)) as Grant['policies'],
    device: row.device === null ? null : (JSON.parse(String(row.device)) as Grant['device']),
  }
}

export function readClaim(row: Row): Claim {
  return {
    ...readRow<Claim>(row),
    facts: JSON.parse(String(row.facts)) as DeviceFacts,
    former: JSON.parse(String(row.former)) as string[],
  }
}

export function readRow<Record_>(row: Row): Record_ {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [toCamel(column), value])) as Record_
}

/** The few dozen column names there are, each turned once. */
const camelNames = new Map<string, string>()
const snakeNames = new Map<string, string>()

function toCamel(column: string): string {
  const known = camelNames.get(column)
  if (known) return known
  const name = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  camelNames.set(column, name)
  return name
}

export function toSnake(name: string): string {
  const known = snakeNames.get(name)
  if (known) return known
  const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  snakeNames.set(name, column)
  return column
}
