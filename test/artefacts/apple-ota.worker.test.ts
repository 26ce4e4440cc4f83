import { expect, test } from 'vitest'
import { readOtaAnswer } from '../../src/artefacts/apple-ota-answer.ts'
import { openIntactMessage } from '../../src/artefacts/apple-ota-cms.ts'
import { signAsDevice } from '../support/ota-device.ts'
import { ON_A_CURVE, STREAMED, WITHOUT_ATTRIBUTES } from './ota-recorded.ts'

/** The Worker's own cryptography, which is not that of Node. */

const UDID = '00008140-001A2B3C4D5E6F70'

test.each([
  ['RSA of 1024 bits with SHA-1, expired in 2014, streamed', STREAMED],
  ['the same without attributes', WITHOUT_ATTRIBUTES],
  ['an elliptic curve, streamed', ON_A_CURVE],
])('%s is read in a Worker, and refused with one bit changed', (_, message) => {
  const bytes = new Uint8Array(Buffer.from(message, 'base64'))
  expect(readOtaAnswer(bytes)?.facts.udid).toBe(UDID)
  const at = Buffer.from(bytes).indexOf(UDID)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  expect(readOtaAnswer(bytes)).toBeNull()
})

test('a message that the tests of the flow make is one', () => {
  const content = new TextEncoder().encode('content')
  expect(openIntactMessage(signAsDevice(content))).toEqual(content)
})
