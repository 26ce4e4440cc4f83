import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { isSubsumed, type Spot } from './subsumed.ts'

/** One change of one place of the service. `id` is what instrumented code knows it by. */
export type Mutant = {
  id: string
  /** Path from the root of the repository. */
  file: string
  line: number
  mutator: string
  /** The text that is changed, the whole line it begins in, and what it becomes; blanks collapsed. */
  original: string
  context: string
  replacement: string
  /** The same as long as the file is. */
  key: string
}

export type Instrumented = { mutants: Mutant[]; files: { name: string; content: string }[]; subsumed: number }

type ApiMutant = Spot & { id: string; fileName: string; ignored?: string; statusReason?: string }
type Node = { type: string; name?: string; callee?: Node; property?: Node }
type Ignorer = { shouldIgnore(path: { node: Node }): string | undefined }
type Instrumenter = {
  instrument(
    files: { name: string; mutate: boolean; content: string }[],
    options: { plugins: null; excludedMutations: string[]; ignorers: Ignorer[] },
  ): Promise<{ files: { name: string; content: string }[]; mutants: ApiMutant[] }>
}

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim()
export const hashOf = (...texts: string[]) =>
  createHash('sha256').update(texts.join('\0')).digest('base64url').slice(0, 12)

/** What a log line says is for people who read logs; no test should hold on to it. */
const logLines: Ignorer = {
  shouldIgnore({ node }) {
    const isLog = node.type === 'CallExpression' && node.callee?.name === 'log'
    return isLog ? 'a log line' : undefined
  },
}

const silent = new Proxy({}, { get: (_target, name) => () => !String(name).startsWith('is') && undefined })

/** Puts every mutant of the files (paths from `root`) into their source, to be switched on one at a time. */
export async function instrument(root: string, names: string[]): Promise<Instrumented> {
  // Not among the service's own packages: its types are not there where the code is checked.
  const name = '@stryker-mutator/instrumenter'
  const { Instrumenter } = (await import(name)) as { Instrumenter: new (logger: object) => Instrumenter }
  const sources = new Map<string, string>()
  for (const file of names) sources.set(file, await readFile(`${root}/${file}`, 'utf8'))
  const { files, mutants } = await new Instrumenter(silent).instrument(
    [...sources].map(([file, content]) => ({ name: `${root}/${file}`, mutate: true, content })),
    { plugins: null, excludedMutations: [], ignorers: [logLines] },
  )
  const told = mutants.filter(({ statusReason }) => statusReason === undefined)
  const found: Mutant[] = []
  let subsumed = 0
  for (const file of names) {
    const source = sources.get(file) ?? ''
    const lines = source.split('\n')
    const own = told.filter(({ fileName }) => fileName === `${root}/${file}`)
    for (const [at, mutant] of own.entries()) {
      if (isSubsumed(mutant, own, lines)) {
        subsumed += 1
        continue
      }
      const { start } = mutant.location
      found.push({
        id: mutant.id,
        file,
        line: start.line + 1,
        mutator: mutant.mutatorName,
        original: collapse(textAt(lines, mutant.location)),
        context: collapse(lines[start.line] ?? ''),
        replacement: collapse(mutant.replacement),
        key: `${file}:${hashOf(source)}:${at}`,
      })
    }
  }
  return {
    mutants: found,
    subsumed,
    files: files.map(({ name: path, content }) => ({ name: path.slice(root.length + 1), content })),
  }
}

/** The source between two places; lines and columns begin at 0. */
export function textAt(lines: string[], { start, end }: Spot['location']): string {
  const [first = '', ...rest] = lines.slice(start.line, end.line + 1)
  if (rest.length === 0) return first.slice(start.column, end.column)
  const last = rest.pop() ?? ''
  return [first.slice(start.column), ...rest, last.slice(0, end.column)].join('\n')
}
