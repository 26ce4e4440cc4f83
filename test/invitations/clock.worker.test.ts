import { beforeAll, beforeEach, expect, test } from 'vitest'
import { DAY, MINUTE } from '../../src/kernel/time.ts'
import { inD1, seedWorld, time } from '../support/world.ts'
import { drain, makeQueue, makeRoom, makeSessions, send } from './support.ts'

beforeAll(async () => {
  time.start()
  await seedWorld()
})
beforeEach(() => time.start())

test('a bulk send that was begun by a clock that had jumped ahead, and lost, goes on', async () => {
  const queue = makeQueue()
  const room = makeRoom(queue, makeSessions().namespace)
  time.pass(3650 * DAY)
  const { jobId } = await send(room, { kind: 'addresses', text: 'ahead@acme.example' })
  queue.waiting.splice(0)
  time.pass(-3650 * DAY + 3 * MINUTE)
  expect(await room.sweep(time.now())).toBe(1)
  await drain(room, queue)
  expect(await room.readJob(1, jobId)).toMatchObject({ done: 1 })
  await inD1('DELETE FROM messages')
})
