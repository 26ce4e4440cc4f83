import { expect, test } from 'vitest'
import { type CallFrame, modulesOfBundle, summariseProfile } from './cpu-summary.ts'

const frame = (functionName: string, lineNumber = 0, url = 'index.js'): CallFrame => ({
  functionName,
  url,
  lineNumber,
  columnNumber: 0,
})

const bundle = [
  '// src/a.ts',
  'function outer() {}',
  '// node_modules/b/index.js',
  'function inner() {}',
].join('\n')

/** outer calls inner, which calls outer again; then the collector runs and there is nothing to do. */
const profile = {
  nodes: [
    { id: 1, callFrame: frame('(root)', -1, ''), children: [2, 5, 6] },
    { id: 2, callFrame: frame('outer', 1), children: [3] },
    { id: 3, callFrame: frame('inner', 3), children: [4] },
    { id: 4, callFrame: frame('outer', 1) },
    { id: 5, callFrame: frame('(garbage collector)', -1, '') },
    { id: 6, callFrame: frame('(idle)', -1, '') },
  ],
  startTime: 0,
  endTime: 1000,
  samples: [2, 3, 4, 5, 6],
  timeDeltas: [100, 200, 100, 100, 500],
}

test('a profile tells own time and time with what was called, and counts who calls itself once', () => {
  const { functions, modules, parts } = summariseProfile(profile, modulesOfBundle(bundle))
  expect(functions).toEqual([
    { name: 'outer', module: 'src/a.ts', self: 0.5, total: 1 },
    { name: 'inner', module: 'b/index.js', self: 0.5, total: 0.75 },
  ])
  expect(modules.map(({ module, self }) => [module, self])).toEqual([
    ['src/a.ts', 0.5],
    ['b/index.js', 0.5],
  ])
  expect(parts).toEqual({ script: 0.4, garbage: 0.1, native: 0, idle: 0.5 })
})
