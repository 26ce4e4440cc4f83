import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { seedWorld, time } from '../support/world.ts'
import { type Between, type Objects, travel } from './calls-journey.ts'
import recorded from './former-calls.jsonl?raw'

/**
 * Worker and objects do not change at the same moment: for a while one of them is a version older. What went between
 * them in the version before is recorded in `former-calls.jsonl`: its first line is what came of each step of the
 * journey, every other a call with its arguments and answer. To record a new version before: check it out, run `travel`
 * there with a function that writes down each call, and put the file in this one's place.
 */

type Recorded = { object: Objects; method: string; args: unknown[]; answer: unknown }
const [steps, ...calls] = recorded
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line)) as [string[], ...Recorded[]]

/** Which fields a value was seen to have, whatever stands in them. */
type Shape = { [field: string]: Shape }

function shapeOf(values: unknown[]): Shape {
  const shape: Shape = {}
  const things = values.flatMap((value) => (Array.isArray(value) ? value : [value]))
  const objects = things.filter((value) => typeof value === 'object' && value !== null) as object[]
  for (const field of new Set(objects.flatMap((object) => Object.keys(object))))
    shape[field] = shapeOf(objects.map((object) => (object as Record<string, unknown>)[field]))
  return shape
}

/** The value with the fields that the version before knew: what it adds does not arrive there, nor come from there. */
function asBefore(value: unknown, shape: Shape): unknown {
  if (Array.isArray(value)) return value.map((one) => asBefore(one, shape))
  if (typeof value !== 'object' || value === null || Object.keys(shape).length === 0) return value
  const known = Object.entries(value).filter(([field]) => field in shape)
  return Object.fromEntries(known.map(([field, inside]) => [field, asBefore(inside, shape[field] ?? {})]))
}

/** Fields of `former` that `present` lacks, as paths. */
function missingFrom(present: Shape, former: Shape, path = ''): string[] {
  return Object.entries(former).flatMap(([field, inside]) => {
    const found = present[field]
    return found ? missingFrom(found, inside, `${path}.${field}`) : [`${path}.${field}`]
  })
}

const nameOf = ({ object, method }: Pick<Recorded, 'object' | 'method'>) => `${object}.${method}`
const names = [...new Set(calls.map(nameOf))].sort()
const formerArguments = (name: string) =>
  shapeOf(calls.filter((call) => nameOf(call) === name).map(({ args: [first] }) => first))
const formerAnswers = (name: string) =>
  shapeOf(calls.filter((call) => nameOf(call) === name).map(({ answer }) => answer))

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

/** Answers as the object of the version before: it has no newer calls, and knows and answers no newer fields. */
const formerObject: Between = async (object, method, args, make) => {
  const name = nameOf({ object, method })
  if (!names.includes(name))
    throw new TypeError(`The RPC receiver does not implement the method "${method}".`)
  return asBefore(await make(...args.map((one) => asBefore(one, formerArguments(name)))), formerAnswers(name))
}

describe('while an object is a version older than the Worker, or younger', () => {
  const present: Recorded[] = []
  const record: Between = async (object, method, args, make) => {
    const answer = await make(...args)
    present.push({ object, method, args, answer })
    return answer
  }

  test('the journey was recorded whole: every object is in it, and each call that a device or owner causes', () => {
    expect(steps.filter((step) => / 5\d\d/.test(step))).toEqual([])
    expect(names.length).toBeGreaterThan(20)
  })

  test('the Worker goes its whole way with objects that know and answer only what they did', async () => {
    expect(await travel(formerObject)).toEqual(steps)
  })

  test('the control: of an object that answers less than it did the journey tells', async () => {
    const less: Between = async (object, method, args, make) => {
      const answer = (await formerObject(object, method, args, make)) as { value?: Record<string, unknown> }
      return method === 'redeem' && answer.value
        ? { ...answer, value: { ...answer.value, deviceId: undefined } }
        : answer
    }
    expect(await travel(less).catch(() => [])).not.toEqual(steps)
  })

  test('nothing that either told the other before is left out now', async () => {
    expect(await travel(record)).toEqual(steps)
    for (const name of names) {
      const now = present.filter((call) => nameOf(call) === name)
      expect(now.length, name).toBeGreaterThan(0)
      const [sent, answered] = [
        shapeOf(now.map(({ args: [first] }) => first)),
        shapeOf(now.map(({ answer }) => answer)),
      ]
      // Words of their own, which the object of before never read.
      const needless = ['.ref', '.now', '.locale', '.epoch']
      expect(
        missingFrom(sent, formerArguments(name)).filter((field) => !needless.includes(field)),
        name,
      ).toEqual([])
      expect(missingFrom(answered, formerAnswers(name)), name).toEqual([])
    }
  })
})
