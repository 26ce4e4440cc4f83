import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { vi } from 'vitest'
import worker from '../../src/index.ts'
import type { MessageReference } from '../../src/runtime/bindings.ts'
import { bindings } from './world.ts'

/**
 * Keeps what is queued until it is delivered: by the Worker's own consumer, as one batch, what it wants again coming
 * once more with the next. So a test knows when all was sent, and nothing of one file's tests is delivered while the
 * next one's run. Browser tests use the runtime's own queue. Ends with the spies.
 */
export function holdQueue(): { waiting: MessageReference[]; deliver(): Promise<void> } {
  const waiting: MessageReference[] = []
  const metadata = { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } }
  vi.spyOn(bindings.messages, 'send').mockImplementation(async (body) => {
    waiting.push(body)
    return metadata
  })
  vi.spyOn(bindings.messages, 'sendBatch').mockImplementation(async (messages) => {
    waiting.push(...[...messages].map(({ body }) => body))
    return metadata
  })
  return {
    waiting,
    async deliver() {
      if (waiting.length === 0) return
      const messages = waiting.splice(0).map((body, index) => ({
        ...{ id: `m${index}`, timestamp: new Date(), attempts: 1 },
        body,
      }))
      const batch = createMessageBatch<MessageReference>('latchkey-messages', messages as never)
      await worker.queue(batch as never, env)
      const { retryMessages } = await getQueueResult(batch, createExecutionContext())
      const again = new Set(retryMessages.map(({ msgId }) => msgId))
      waiting.push(...messages.filter(({ id }) => again.has(id)).map(({ body }) => body))
    },
  }
}
