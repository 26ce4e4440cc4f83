import { beforeAll, beforeEach, expect, test } from 'vitest'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { inD1, seedWorld, time } from '../../support/world.ts'

const DEVICES = '/manage/setup/devices'

beforeAll(seedWorld)
let manager: TestStaff
beforeEach(async () => {
  time.start()
  manager = await makeManager()
})

const save = (fields: Record<string, string>) =>
  manager.visitor.post(DEVICES, { panel: 'invitations', ...fields })
const stored = async () =>
  (await inD1('SELECT reminder_days, daily_messages FROM organisations WHERE id = 1'))[0]

test('reminders and the daily cap are saved in order, once each, and shown again', async () => {
  expect((await save({ reminderDays: ' 7, 2;2 30 ', dailyMessages: ' 500 ' })).status).toBe(303)
  expect(await stored()).toEqual({ reminder_days: '[2,7,30]', daily_messages: 500 })
  const { html } = await manager.visitor.get(DEVICES)
  expect(html).toMatch(/name="reminderDays"[^>]*value="2, 7, 30"/)
  expect(html).toMatch(/name="dailyMessages"[^>]*value="500"/)
  await save({ reminderDays: '', dailyMessages: '' })
  expect(await stored()).toEqual({ reminder_days: '[]', daily_messages: null })
})

test('the same again writes nothing', async () => {
  await save({ reminderDays: '2, 7' })
  const count = async () => (await inD1('SELECT count(*) AS n FROM audit'))[0]?.n
  const before = await count()
  await save({ reminderDays: '7,2' })
  expect(await count()).toBe(before)
})

test.each([
  [{ reminderDays: 'soon' }, 'reminderDays', 'Enter a whole number'],
  [{ reminderDays: '2, -1' }, 'reminderDays', 'Enter a whole number'],
  [{ reminderDays: '0' }, 'reminderDays', 'Enter 1 or more'],
  [{ reminderDays: '2, 91' }, 'reminderDays', 'Enter 90 or less'],
  [{ reminderDays: '1 2 3 4 5 6' }, 'reminderDays', 'At most 5'],
  [{ dailyMessages: '0' }, 'dailyMessages', 'Enter 1 or more'],
  [{ dailyMessages: 'many' }, 'dailyMessages', 'Enter a whole number'],
])('%j is refused at its field, and what was typed stays', async (fields, field, says) => {
  const before = await stored()
  const refused = await save(fields)
  expect(refused.status).toBe(422)
  expect(refused.html).toMatch(new RegExp(`id="${field}-error"[^>]*>${says}`))
  expect(refused.html).toContain(`value="${Object.values(fields)[0]}"`)
  expect(await stored()).toEqual(before)
})
