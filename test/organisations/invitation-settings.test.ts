import { expect, test } from 'vitest'
import { checkFields } from '../../src/kernel/fields.ts'
import { invitationsSchema } from '../../src/organisations/settings-fields.ts'

const read = (reminderDays: string, dailyMessages = '') => {
  const form = { invitationDays: '', invitationDeviceLimit: '', reminderDays, dailyMessages }
  const checked = checkFields(invitationsSchema, form)
  return checked.ok ? checked.value.reminderDays : checked.error.reminderDays
}

test.each<[string, unknown]>([
  ['', []],
  ['2, 7', [2, 7]],
  ['7 2;7', [2, 7]],
  ['1 2 3 4 5', [1, 2, 3, 4, 5]],
  ['90', [90]],
  ['٧، ٩٠', [7, 90]],
  ['0, 2', { code: 'too_small', limit: 1 }],
  ['2, 91', { code: 'too_large', limit: 90 }],
  ['1 2 3 4 5 6', { code: 'too_many', limit: 5 }],
  ['two', { code: 'not_a_number' }],
  ['1.5', { code: 'not_a_number' }],
  ['-1', { code: 'not_a_number' }],
])('reminders after "%s" days', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

test.each([
  ['', null],
  ['500', 500],
])('"%s" messages a day', (text, expected) => {
  const form = { invitationDays: '', invitationDeviceLimit: '', reminderDays: '', dailyMessages: text }
  const checked = checkFields(invitationsSchema, form)
  expect(checked.ok && checked.value.dailyMessages).toBe(expected)
})
