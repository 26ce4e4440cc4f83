import { afterAll, describe, expect, test } from 'vitest'
import { readOtaAnswer } from '../../src/artefacts/apple-ota-answer.ts'
import { openIntactMessage } from '../../src/artefacts/apple-ota-cms.ts'
import { ATTRIBUTES, CHALLENGE, type Key, makeSigners, plistOf, REF } from './ota-messages.ts'

const { sign, end } = makeSigners()
afterAll(end)

const PLIST = plistOf(ATTRIBUTES)
const text = (bytes: Uint8Array | null) => bytes && new TextDecoder().decode(bytes)
const whole = ['-nodetach']

describe('a message that is intact', () => {
  const variants: [string, Key, string[], string?][] = [
    ['RSA of 1024 bits with SHA-1, as devices send it', 'rsa1024', [...whole, '-md', 'sha1']],
    ['RSA with SHA-256', 'rsa2048', [...whole, '-md', 'sha256']],
    ['RSA with SHA-384', 'rsa2048', [...whole, '-md', 'sha384']],
    ['RSA with SHA-512', 'rsa2048', [...whole, '-md', 'sha512']],
    ['an elliptic curve', 'ec', [...whole, '-md', 'sha256']],
    ['an elliptic curve with SHA-1', 'ec', [...whole, '-md', 'sha1']],
    ['streamed in BER, lengths left open', 'rsa1024', [...whole, '-stream', '-md', 'sha1']],
    ['streamed on an elliptic curve', 'ec', [...whole, '-stream']],
    ['without attributes', 'rsa1024', [...whole, '-noattr', '-md', 'sha1']],
    ['without attributes, streamed', 'rsa1024', [...whole, '-noattr', '-stream', '-md', 'sha1']],
    ['without attributes on an elliptic curve', 'ec', [...whole, '-noattr']],
    ['its signer named by key id', 'rsa2048', [...whole, '-keyid']],
    ['its signer named by key id, streamed', 'ec', [...whole, '-keyid', '-stream']],
    ['made by openssl smime', 'rsa1024', [...whole, '-md', 'sha1'], 'smime'],
  ]
  test.each(variants)('%s, gives its content', (_, key, options, tool) => {
    expect(text(openIntactMessage(sign(PLIST, key, options, tool)))).toBe(PLIST)
  })

  test('long enough to be streamed in several pieces gives them all', () => {
    const long = 'x'.repeat(20_000)
    expect(text(openIntactMessage(sign(long, 'ec', [...whole, '-stream'])))).toBe(long)
  })
})

describe('a message that is not', () => {
  const intact = sign(PLIST, 'rsa1024', [...whole, '-md', 'sha1'])

  test('by any one flipped bit of content, attributes or signature is refused', () => {
    const bare = sign(PLIST, 'ec', [...whole, '-noattr'])
    for (const message of [intact, bare]) {
      const at = Buffer.from(message).indexOf('F2LXYZ123ABC')
      for (const place of [at, message.length - 1, message.length - 30]) {
        const changed = new Uint8Array(message)
        changed[place] = (changed[place] ?? 0) ^ 1
        expect(openIntactMessage(changed)).toBeNull()
      }
    }
  })

  test('signed over another content of the same length is refused', () => {
    const message = Buffer.from(intact)
    message.set(Buffer.from('00008140-FFFFFFFFFFFFFFFF'), message.indexOf('00008140-001A2B3C4D5E6F70'))
    expect(openIntactMessage(message)).toBeNull()
  })

  test('without the certificate that it was signed with is refused', () => {
    expect(openIntactMessage(sign(PLIST, 'ec', [...whole, '-nocerts']))).toBeNull()
  })

  test('detached from its content is refused', () => {
    expect(openIntactMessage(sign(PLIST, 'ec', []))).toBeNull()
  })

  test('cut short anywhere, or with something behind it, never throws', () => {
    for (let length = 0; length < intact.length; length += 37)
      expect(openIntactMessage(intact.subarray(0, length))).toBeNull()
  })

  const garbage: [string, Uint8Array][] = [
    ['nothing', new Uint8Array()],
    ['a plist without a signature', new TextEncoder().encode(PLIST)],
    ['1 MB of zeros', new Uint8Array(1024 * 1024)],
    ['1 MB of sequences', new Uint8Array(1024 * 1024).fill(0x30)],
    ['64 KiB of sequences without end', new Uint8Array(64 * 1024).map((_, at) => (at % 2 ? 0x80 : 0x30))],
    ['64 KiB of empty sequences', new Uint8Array(64 * 1024).map((_, at) => (at % 2 ? 0 : 0x30))],
    ['noise', new Uint8Array(64 * 1024).map((_, at) => (at * 7919 + (at >> 3)) % 251)],
    ['another kind of message', new Uint8Array([0x30, 0x0b, 6, 9, 42, 134, 72, 134, 247, 13, 1, 7, 1])],
  ]
  test.each(garbage)('%s is refused in no time', (_, bytes) => {
    const begun = performance.now()
    expect(openIntactMessage(bytes)).toBeNull()
    expect(performance.now() - begun).toBeLessThan(1000)
  })
})

describe('what a device answers', () => {
  const answer = (attributes: Record<string, string>) => readOtaAnswer(sign(plistOf(attributes), 'ec'))

  test('is read with the names of its model and system', () => {
    expect(readOtaAnswer(sign(PLIST, 'rsa1024', [...whole, '-md', 'sha1']))).toEqual({
      ref: REF,
      challenge: CHALLENGE,
      facts: {
        udid: '00008140-001A2B3C4D5E6F70',
        name: "Ada's iPhone",
        model: 'iPhone 16 Pro',
        manufacturer: 'Apple',
        os_version: '18 (22B83)',
        serial: 'F2LXYZ123ABC',
        imei: '352099001761481',
      },
    })
  })

  test('without a UDID or challenge of the right shape is refused', () => {
    const { UDID = '', CHALLENGE: challenge = '', ...rest } = ATTRIBUTES
    expect(answer({ ...rest, UDID })).toBeNull()
    expect(answer({ ...rest, CHALLENGE: challenge })).toBeNull()
    for (const wrong of ['', 'x', 'z'.repeat(40), 'A'.repeat(65), `${UDID}\n`, `${UDID}'--`])
      expect(answer({ ...ATTRIBUTES, UDID: wrong })).toBeNull()
    for (const wrong of [CHALLENGE, `${challenge}.x`, `${REF}.short`, `${REF}.${'x'.repeat(10_000)}`])
      expect(answer({ ...ATTRIBUTES, CHALLENGE: wrong })).toBeNull()
  })

  test('keeps no text that is too long or not to be printed, and the others all the same', () => {
    const read = answer({
      ...ATTRIBUTES,
      DEVICE_NAME: 'x'.repeat(10_000),
      SERIAL: 'right\u202eleft',
      PRODUCT: 'y'.repeat(500),
      IMEI: '9'.repeat(500),
      UNKNOWN: 'z',
    })
    expect(read?.facts).toEqual({
      udid: ATTRIBUTES.UDID,
      manufacturer: 'Apple',
      os_version: '22B83',
    })
  })

  test('keeps names of any script', () => {
    const name = 'Ädas iPhone 📱 & <Söhne> عربى'
    expect(answer({ ...ATTRIBUTES, DEVICE_NAME: name })?.facts.name).toBe(name)
  })
})
