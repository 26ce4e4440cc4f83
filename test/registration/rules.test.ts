import { expect, test } from 'vitest'
import { guessPlatforms } from '../../src/registration/rules.ts'

const SAFARI = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15'
test.each([
  ['an iPhone', `Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) ${SAFARI}`, '', ['ios']],
  [
    'an iPad that says Mac, or a Mac',
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${SAFARI}`,
    '',
    ['macos', 'ios'],
  ],
  [
    'Chrome on a Mac',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/140.0 Safari/537.36',
    '"macOS"',
    ['macos'],
  ],
  [
    'Android',
    'Mozilla/5.0 (Linux; Android 16; Pixel 9) Chrome/140.0 Mobile Safari/537.36',
    '"Android"',
    ['android'],
  ],
  ['Android without hints', 'Mozilla/5.0 (Linux; Android 16; Pixel 9) Firefox/140.0', '', ['android']],
  ['Windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/140.0', '', ['windows']],
  ['a Chromebook', 'Mozilla/5.0 (X11; CrOS x86_64 16000.0.0) Chrome/140.0', '"Chrome OS"', ['chromeos']],
  ['Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0', '', ['linux']],
  ['who knows', 'curl/8.0', '', []],
])('%s', (_name, userAgent, clientPlatform, platforms) =>
  expect(guessPlatforms({ userAgent, clientPlatform })).toEqual(platforms),
)
