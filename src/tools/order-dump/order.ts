/**
 * A dump as `wrangler d1 export` writes it, in an order in which it can be imported: tables, then rows, then indexes
 * and triggers. As it comes, rows stand right behind their table, and one whose foreign key leads to a table further
 * down is refused, deferred or not; with triggers before rows, totals would be counted twice.
 */
export function orderDump(sql: string): string {
  return `${orderStatements(splitStatements(sql)).join('\n')}\n`
}

export function orderStatements(statements: string[]): string[] {
  const of = (kind: Kind) => statements.filter((statement) => kindOf(statement) === kind)
  return [...of('setting'), ...of('table'), ...of('row'), ...of('rest')]
}

type Kind = 'setting' | 'table' | 'row' | 'rest'

function kindOf(statement: string): Kind {
  if (/^PRAGMA\b/i.test(statement)) return 'setting'
  if (/^CREATE TABLE\b/i.test(statement)) return 'table'
  return /^(INSERT|DELETE|ANALYZE)\b/i.test(statement) ? 'row' : 'rest'
}

/** What stands between quotes, a comment, or a sign that matters here. */
const TOKEN =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|--[^\n]*|\/\*[\s\S]*?\*\/|;|\b(?:BEGIN|CASE|END|TRIGGER)\b/gi

/** Each statement with its semicolon. Those of a trigger's body belong to it. */
export function splitStatements(sql: string): string[] {
  const statements: string[] = []
  let start = 0
  let depth = 0
  let trigger = false
  for (const { 0: token, index } of sql.matchAll(TOKEN)) {
    const word = token.toUpperCase()
    if (word === 'TRIGGER') trigger = true
    else if (trigger && (word === 'BEGIN' || word === 'CASE')) depth += 1
    else if (trigger && word === 'END') depth -= 1
    else if (token === ';' && depth === 0) {
      statements.push(sql.slice(start, index + 1).trim())
      start = index + 1
      trigger = false
    }
  }
  const rest = sql.slice(start).trim()
  return rest === '' ? statements : [...statements, rest]
}
