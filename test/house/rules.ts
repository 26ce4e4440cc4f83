/** The rules of the house (`docs/architecture.md`, "Who may import whom") as a function of sources. */
import { dropTexts, type Import, readImports, type Source } from './source.ts'

export type Violation = { path: string; rule: string; detail: string }

/** In the order of the tree: a room imports only rooms above it. */
const ROOMS = [
  ...['kernel', 'copy', 'runtime', 'referee', 'audit', 'organisations', 'messaging', 'challenges'],
  ...['accounts', 'templates', 'certificates', 'artefacts', 'devices', 'commands'],
  ...[
    'security-strings',
    'derived-credentials',
    'invitations',
    'provisioning',
    'linking',
    'registration',
    'web',
  ],
]

/** Shared by every room and without an inside: their files are imported by name. */
const OPEN_ROOMS = new Set(['kernel', 'copy', 'runtime'])
/** Not rooms: programs around the service. They import rooms as any room would, and no room imports them. */
const OUTSIDE = new Set(['tools', 'local'])
const ENTRIES = new Set(['index.ts', 'app.ts', 'minute.ts', 'wiring.ts', 'local.ts'])
const MAX_LINES = 300

const HONO = /^(hono|@hono\/.+)(\/|$)/
const DRIZZLE = /^drizzle-(orm|kit)(\/|$)/
const PURE = /\/(types|rules|problems)\.ts$/
const READS_CLOCK =
  /\bDate\.now\b|\bnew\s+Date\s*(\(\s*\)|(?![\s(]))|(?<!new\s+)\bDate\(\s*\)|\bperformance\.now\b/
const DRAWS_RANDOMNESS =
  /\b(getRandomValues|randomUUID|randomBytes|randomInt|Math\.random|make(Secret|LongSecret|Code))\b/

type Place = { room: string | null; outside: boolean; entry: boolean; file: string }

function placeOf(path: string): Place {
  const [first = '', ...rest] = path.split('/')
  const inFolder = rest.length > 0
  return {
    room: inFolder && ROOMS.includes(first) ? first : null,
    outside: inFolder && OUTSIDE.has(first),
    entry: ENTRIES.has(path),
    file: path.split('/').at(-1) ?? '',
  }
}

/** Everything in `sources` that breaks a rule. Paths are below `src/`. */
export function findViolations(sources: Source[]): Violation[] {
  return sources.flatMap((source) => [
    ...checkFile(source),
    ...readImports(source).flatMap((line) => checkImport(source.path, line)),
  ])
}

/** What `sources` of tests break: they may import whatever they look at. Paths are below `test/`. */
export function findTestViolations(sources: Source[]): Violation[] {
  return sources.flatMap(checkLength)
}

/** A file is about one thing, and can be read at once. */
function checkLength({ path, text }: Source): Violation[] {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
  if (lines <= MAX_LINES) return []
  return [{ path, rule: 'length', detail: `has ${lines} lines, more than ${MAX_LINES}` }]
}

function checkFile({ path, text }: Source): Violation[] {
  const place = placeOf(path)
  const code = dropTexts(text)
  const found: Violation[] = []
  const report = (rule: string, detail: string) => found.push({ path, rule, detail })

  if (!place.room && !place.outside && !place.entry) report('place', 'is in no room of the tree')
  found.push(...checkLength({ path, text }))
  const mayReadClock = path === 'runtime/clock.ts' || place.outside || path.startsWith('web/client/')
  if (!mayReadClock && READS_CLOCK.test(code)) report('clock', 'reads the time itself')
  if (place.room && PURE.test(path) && DRAWS_RANDOMNESS.test(code)) report('pure', 'draws randomness')
  // As one object it brings every language's messages into the bundle; as a namespace it leaves them out.
  if (place.room && /^import \{ z \} from 'zod'$/m.test(text)) report('zod', 'imports zod as one object')
  if (path.endsWith('.tsx') && place.room && place.room !== 'web')
    report('hono', 'is JSX, which is Hono, outside of web')
  return found
}

function checkImport(path: string, line: Import): Violation[] {
  const found =
    line.target === null ? checkPackage(path, line.specifier) : checkFileImport(path, line, line.target)
  return found.map(([rule, detail]) => ({ path, rule, detail: `${detail} (${line.specifier})` }))
}

type Finding = [rule: string, detail: string]

function checkPackage(path: string, specifier: string): Finding[] {
  const { room, file } = placeOf(path)
  const found: Finding[] = []
  const hono = HONO.test(specifier)
  const drizzle = DRIZZLE.test(specifier)
  if (hono && room && room !== 'web') found.push(['hono', 'only web imports Hono'])
  if (drizzle && !/^(.+-)?(schema|store)\.ts$/.test(file) && path !== 'runtime/database.ts')
    found.push(['drizzle', 'only schema, store and runtime/database import drizzle'])
  if (room && PURE.test(path) && (hono || drizzle || specifier.startsWith('cloudflare:')))
    found.push(['pure', 'types, rules and problems are pure'])
  return found
}

function checkFileImport(path: string, line: Import, target: string): Finding[] {
  const from = placeOf(path)
  const to = placeOf(target)
  const found: Finding[] = []
  if (!/\.(tsx?|json|css|svg|sql)$/.test(target))
    found.push(['extension', 'a relative import carries its extension'])
  if (target.startsWith('..')) return [...found, ['place', 'reaches out of src']]
  if (target === 'index.ts' && path !== 'local.ts') found.push(['entry', 'only local.ts imports index.ts'])
  // local.ts is an entry too: it seeds through the services that wiring.ts makes.
  if (ENTRIES.has(target) && !from.entry) found.push(['entry', 'only the entries import one another'])
  if (target === 'local.ts') found.push(['entry', 'nothing imports local.ts'])
  if (
    to.outside &&
    path.split('/')[0] !== target.split('/')[0] &&
    !(path === 'local.ts' && target.startsWith('local/'))
  )
    found.push(['outside', 'tools and local are imported by nobody but themselves, and local by local.ts'])
  if (from.room && PURE.test(path) && (target === 'runtime/clock.ts' || target === 'runtime/database.ts'))
    found.push(['pure', 'types, rules and problems are pure'])
  if (line.reExport && from.file === 'index.ts' && to.file === 'schema.ts')
    found.push(['schema', 'an index does not hand out tables'])
  if (to.room && to.room !== from.room) found.push(...checkRoomImport(path, from, target, to.room))
  return found
}

/** From one room, an entry or the outside into another room. */
function checkRoomImport(path: string, from: Place, target: string, room: string): Finding[] {
  const file = target.slice(room.length + 1)
  if (from.room === 'web' && /^(.*-)?(schema|store)\.ts$/.test(file))
    return [['web', 'web never sees schema or store']]
  // A foreign key may point either way; a store joins only what stands above it.
  if (file === 'schema.ts' && from.file === 'schema.ts') return []
  const found: Finding[] = []
  if (from.room && ROOMS.indexOf(room) > ROOMS.indexOf(from.room))
    found.push(['order', `${from.room} stands above ${room}`])
  if (file === 'schema.ts' && /^(.+-)?store\.ts$/.test(from.file)) return found
  // The Worker exports the objects and mounts the doors: the entries name those files themselves.
  const namedByEntry = from.entry && (room === 'web' || (path === 'index.ts' && /-object\.ts$/.test(file)))
  if (file !== 'index.ts' && !OPEN_ROOMS.has(room) && !namedByEntry)
    found.push(['index', `${room} is entered through its index`])
  return found
}
