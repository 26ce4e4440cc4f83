/**
 * Stands in for `vitest` in test files that are played: it keeps what they define, so that the player can run
 * single tests of a file again and again without loading the file anew.
 */
export { expect, vi } from 'vitest'

type Body = (...values: unknown[]) => unknown
type Hooks = { beforeAll: Body[]; beforeEach: Body[]; afterEach: Body[]; afterAll: Body[] }
export type Test = { name: string; index: number; run: () => unknown }
export type Suite = { name: string; hooks: Hooks; children: (Suite | Test)[]; size: number }

const makeSuite = (name: string): Suite => ({
  name,
  hooks: { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] },
  children: [],
  size: 0,
})

let root = makeSuite('')
let current = root

/** What `load` defines; `size` of it is how many tests there are. */
export async function record(load: () => Promise<unknown>): Promise<Suite> {
  root = makeSuite('')
  current = root
  await load()
  return root
}

const hook = (kind: keyof Hooks) => (body: Body) => void current.hooks[kind].push(body)
export const beforeAll = hook('beforeAll')
export const beforeEach = hook('beforeEach')
export const afterEach = hook('afterEach')
export const afterAll = hook('afterAll')

function defineSuite(name: string, body: () => void): void {
  const outer = current
  const suite = makeSuite(name)
  outer.children.push(suite)
  current = suite
  body()
  current = outer
}

function defineTest(name: string, ...rest: unknown[]): void {
  const body = rest.find((one) => typeof one === 'function') as Body
  current.children.push({ name, index: root.size, run: () => body({}) })
  root.size += 1
}

/** A case that is a list becomes the arguments, any other the only one, as in vitest. */
const each =
  (define: (name: string, body: () => unknown) => void) =>
  (cases: readonly unknown[]) =>
  (name: string, body: Body) => {
    for (const [at, one] of cases.entries())
      define(`${name} [${at}]`, () => (Array.isArray(one) ? body(...one) : body(one)))
  }

export const describe = Object.assign(defineSuite, { each: each(defineSuite as never) })
export const test = Object.assign(defineTest, { each: each(defineTest) })
export const it = Object.assign(defineTest, { each: each(defineTest) })
