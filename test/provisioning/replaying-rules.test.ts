import { expect, test } from 'vitest'
import { BEGINNING, readProgress, writeProgress } from '../../src/provisioning/replaying-rules.ts'

const progress = {
  ...{ after: 'acc_1', accounts: 50, changed: 1, madeAnew: 2, deleted: 3, unknown: 4, unanswered: 5 },
}

test('how far a comparison is survives the queue', () => {
  expect(writeProgress(progress)).toBe('acc_1~50~1~2~3~4~5')
  expect(readProgress(writeProgress(progress))).toEqual(progress)
})

test('it begins before the first account, with nothing counted', () => {
  expect(BEGINNING).toEqual({
    ...{ after: '', accounts: 0, changed: 0, madeAnew: 0, deleted: 0, unknown: 0, unanswered: 0 },
  })
  expect(readProgress(writeProgress(BEGINNING))).toEqual(BEGINNING)
})

test.each([
  '',
  'acc_1',
  'acc_1~1~2~3~4~5',
  'acc_1~1~2~3~4~5~6~7',
  '~~~~~~',
  'acc_1~1~2~3~4~5~x',
  'acc_1~x1~2~3~4~5~6',
  'acc_1~1x~2~3~4~5~6',
  'acc_1~-1~2~3~4~5~6',
  'acc_1~1234567890~2~3~4~5~6',
])('what this version did not write, %j, is no progress', (text) => expect(readProgress(text)).toBeNull())
