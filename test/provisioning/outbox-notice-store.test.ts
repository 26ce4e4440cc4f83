import { expect, test } from 'vitest'
import { OutboxNoticeStore } from '../../src/provisioning/outbox-notice-store.ts'

const holding = (rows: object[]) =>
  new OutboxNoticeStore({ sql: { exec: () => ({ toArray: () => rows }) } } as unknown as DurableObjectStorage)

test('what was told is what stands there, an empty text too; where nothing stands there is nothing to tell', () => {
  expect(holding([{ told: 'D1 did not answer' }]).read()).toBe('D1 did not answer')
  expect(holding([{ told: '' }]).read()).toBe('')
  expect(holding([]).read()).toBeNull()
})
