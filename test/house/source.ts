/** A source file by its path below `src/`, slashes forward. */
export type Source = { path: string; text: string }

/** One import, re-export or dynamic import, type imports included. */
export type Import = {
  /** As it is written: `../kernel/ids.ts`, `hono`. */
  specifier: string
  /** The path below `src/` that a relative one means; null for a package. */
  target: string | null
  /** `export … from`. */
  reExport: boolean
}

const STATIC = /(?:^|[;\n])\s*(import|export)\b(?:[^'"`;]*?\bfrom)?\s*(['"])([^'"\n]+)\2/g
const DYNAMIC = /\bimport\s*\(\s*(['"`])([^'"`\n]+)\1/g

export function readImports(source: Source): Import[] {
  const code = dropComments(source.text)
  const found = [
    ...[...code.matchAll(STATIC)].map((match) => ({
      specifier: match[3] ?? '',
      reExport: match[1] === 'export',
    })),
    ...[...code.matchAll(DYNAMIC)].map((match) => ({ specifier: match[2] ?? '', reExport: false })),
  ]
  return found.map((one) => ({ ...one, target: resolveTarget(source.path, one.specifier) }))
}

function resolveTarget(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null
  const parts = from.split('/').slice(0, -1)
  for (const step of specifier.split('/')) {
    if (step === '..') {
      // Above src/ there is nothing that a source may import; the path keeps the mark of it.
      if (parts.length === 0 || parts.at(-1) === '..') parts.push('..')
      else parts.pop()
    } else if (step !== '.') parts.push(step)
  }
  return parts.join('/')
}

const TOKEN = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`/g

/** The code without comments; strings stay, since import lines are made of them. */
function dropComments(text: string): string {
  return text.replaceAll(TOKEN, (token) => (token.startsWith('/') ? ' ' : token))
}

/** The code without comments and without the contents of plain strings: what is left is what runs. */
export function dropTexts(text: string): string {
  return text.replaceAll(TOKEN, (token) =>
    token.startsWith('/') ? ' ' : token.startsWith('`') ? token : "''",
  )
}
