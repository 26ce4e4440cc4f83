/** Reads a CPU profile as DevTools and `node:inspector` give it: who used the time, by function and by module. */

export type CallFrame = { functionName: string; url: string; lineNumber: number; columnNumber: number }

/** As the Chrome DevTools protocol has it; `timeDeltas` in microseconds. */
export type CpuProfile = {
  nodes: { id: number; callFrame: CallFrame; children?: number[] }[]
  startTime: number
  endTime: number
  samples: number[]
  timeDeltas: number[]
}

export type Share = {
  name: string
  module: string
  /** Parts of the time that JavaScript ran: in it, and in it or in what it called. */
  self: number
  total: number
}

export type Summary = {
  functions: Share[]
  modules: Share[]
  /** Parts of the whole time: JavaScript, the garbage collector, native code outside of any function, nothing to do. */
  parts: { script: number; garbage: number; native: number; idle: number }
}

/** Where a function is, as a module's path; null for what has none. */
export type ModuleOf = (frame: CallFrame) => string | null

const PARTS: Record<string, 'garbage' | 'native' | 'idle'> = {
  '(garbage collector)': 'garbage',
  '(program)': 'native',
  '(idle)': 'idle',
}
const ROOT = '(root)'
const OBSERVER = 'node:inspector'

type Sums = Map<string, Share>

export function summariseProfile(profile: CpuProfile, moduleOf: ModuleOf): Summary {
  const parents = new Map<number, number>()
  for (const { id, children = [] } of profile.nodes) for (const child of children) parents.set(child, id)
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]))
  const functions: Sums = new Map()
  const modules: Sums = new Map()
  const micros = { script: 0, garbage: 0, native: 0, idle: 0 }

  const stackOf = (sample: number): CallFrame[] => {
    const stack: CallFrame[] = []
    for (let id: number | undefined = sample; id !== undefined; id = parents.get(id)) {
      const frame = frames.get(id)
      if (frame && frame.functionName !== ROOT) stack.push(frame)
    }
    return stack
  }

  for (const [index, sample] of profile.samples.entries()) {
    const spent = Math.max(0, profile.timeDeltas[index] ?? 0)
    const stack = stackOf(sample)
    const [top] = stack
    if (!top) continue
    // The profiler itself, where it runs in the same process.
    if (stack.some(({ url }) => url === OBSERVER)) continue
    const part = PARTS[top.functionName]
    micros[part ?? 'script'] += spent
    if (part) continue
    const named = stack.map((frame) => {
      const module = moduleOf(frame) ?? '(native)'
      return { module, name: frame.functionName || `(anonymous, line ${frame.lineNumber + 1})` }
    })
    add(functions, named, spent, ({ name, module }) => `${name} ${module}`)
    add(modules, named, spent, ({ module }) => module)
  }

  const whole = micros.script + micros.garbage + micros.native + micros.idle
  const shares = (sums: Sums) =>
    [...sums.values()]
      .map((sum) => ({ ...sum, self: sum.self / micros.script, total: sum.total / micros.script }))
      .sort((one, other) => other.self - one.self)
  return {
    functions: shares(functions),
    modules: shares(modules),
    parts: {
      script: micros.script / whole,
      garbage: micros.garbage / whole,
      native: micros.native / whole,
      idle: micros.idle / whole,
    },
  }
}

/** The innermost gets `spent` as its own; everybody on the stack once as its total, however often it is there. */
function add(
  sums: Sums,
  stack: { name: string; module: string }[],
  spent: number,
  keyOf: (frame: { name: string; module: string }) => string,
): void {
  const seen = new Set<string>()
  for (const [depth, frame] of stack.entries()) {
    const key = keyOf(frame)
    const sum = sums.get(key) ?? { ...frame, self: 0, total: 0 }
    sums.set(key, sum)
    if (depth === 0) sum.self += spent
    if (!seen.has(key)) sum.total += spent
    seen.add(key)
  }
}

/** Functions of this repository's modules, the widest first: each with what it calls. */
export function ownByTotal({ functions }: Summary): Share[] {
  return functions
    .filter(({ module }) => module.startsWith('src/'))
    .sort((one, other) => other.total - one.total)
}

/** Modules of a bundle that was not minified: esbuild's comments say where each begins. */
export function modulesOfBundle(text: string): ModuleOf {
  const begins: { line: number; module: string }[] = []
  for (const [line, content] of text.split('\n').entries()) {
    const [, module] = /^\/\/ ((?:src|node_modules|node-|wrangler-)\S+)$/.exec(content) ?? []
    if (module) begins.push({ line, module: module.replace(/^.*node_modules\//, '') })
  }
  return ({ url, lineNumber }) => {
    // What workerd itself is written in has names such as `cloudflare-internal:d1-api`.
    if (!url || url.includes(':')) return url || null
    const at = begins.findLastIndex(({ line }) => line <= lineNumber)
    return begins[at]?.module ?? '(start of the bundle)'
  }
}

/** Modules that Node loaded by themselves. `root`: of the checkout. */
export function modulesOfFiles(root: string): ModuleOf {
  return ({ url }) =>
    url
      ? decodeURI(url)
          .replace(/^file:\/\//, '')
          .replace(`${root}/`, '')
          .replace(/^.*node_modules\//, '')
      : null
}
