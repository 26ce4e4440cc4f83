import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { webClip } from '../../src/artefacts/apple-web-clips.ts'
import { renderAppleProfile } from '../../src/artefacts/index.ts'
import { bodyOf } from './apple-properties.ts'
import { onSystem, plainInput, usualInput, withSettings } from './apple-samples.ts'

/** What is written fast must be written the same: a device takes other bytes under old identifiers for a change. */

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

test.each([
  [
    'everything, on an iPhone',
    plainInput,
    'ee403e3b86c1b55e9df3e743c1733dbb357dd93e7777fcedc9163a6253b1144d',
  ],
  [
    'everything, on a Mac',
    onSystem('macos'),
    '6879d7683f17f21daac39d2c1ea848067994003132ba000d91e88f77b7e6fcda',
  ],
  ['what is usual', usualInput, 'e84a7cbeda18745507221b29ad639e51cefc8fe474bd29057400b78c8a44503c'],
])('a profile keeps its bytes from release to release: %s', (_, input, known) => {
  expect(hashOf(bodyOf(input))).toBe(known)
})

test('a profile is the same the second time, whatever was rendered in between', () => {
  const first = bodyOf(plainInput)
  const other = withSettings({ certificates: [] }, { ...plainInput, identity: null })
  renderAppleProfile(other)
  expect(bodyOf(plainInput)).toBe(first)
})

test('an address that needs no change is written as its parser would write it', () => {
  const urls = fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true, validSchemes: ['https'] }),
    fc.stringMatching(/^https:\/\/[a-z0-9.-]{1,12}\.[a-z0-9]{1,4}\/[A-Za-z0-9._~/?=&%-]{0,16}$/),
  )
  fc.assert(
    fc.property(urls, (url) => {
      const written = webClip('link.0', { label: 'Link', url }, false).content.URL
      const plain = URL.canParse(url) ? new URL(url).href : url
      expect(written).toBe(plain.replace(/["<>\\^`{|}]/g, (sign) => encodeURIComponent(sign)))
    }),
    { numRuns: 2000 },
  )
})
