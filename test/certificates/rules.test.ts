import { describe, expect, test } from 'vitest'
import {
  integer,
  oid,
  readElement,
  readSequence,
  sequence,
  time,
  unsigned,
} from '../../src/certificates/der.ts'
import {
  CERTIFICATE_LIFE,
  holdsAt,
  isFresh,
  needsRenewal,
  readSerial,
  serialOf,
  stateOf,
  validityOf,
} from '../../src/certificates/rules.ts'
import { DAY, HOUR } from '../../src/kernel/time.ts'

const NOW = Date.UTC(2026, 10, 21, 12, 0, 0, 417)
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

describe('how long a certificate holds', () => {
  test('begins a little earlier, ends after a year, in whole seconds', () => {
    const { from, endsAt } = validityOf(NOW, CERTIFICATE_LIFE)
    expect([from % 1000, endsAt % 1000]).toEqual([0, 0])
    expect(NOW - from).toBeLessThanOrEqual(5 * 60_000 + 1000)
    expect(NOW + 365 * DAY - endsAt).toBe(417)
  })

  test('never ends after its authority', () => {
    expect(validityOf(NOW, CERTIFICATE_LIFE, NOW + DAY).endsAt).toBeLessThanOrEqual(NOW + DAY)
  })

  test('counts to its last moment, not before it was made, not once revoked', () => {
    const certificate = { createdAt: NOW, endsAt: NOW + DAY, revokedAt: null }
    expect([NOW - HOUR, NOW, NOW + DAY - 1, NOW + DAY].map((at) => holdsAt(certificate, at))).toEqual([
      ...[false, true, true, false],
    ])
    expect(holdsAt({ ...certificate, revokedAt: NOW }, NOW)).toBe(false)
    expect(stateOf(certificate, NOW + DAY)).toBe('ended')
    expect(stateOf({ ...certificate, revokedAt: NOW }, NOW + DAY)).toBe('revoked')
    expect(needsRenewal(NOW + 31 * DAY, NOW)).toBe(false)
    expect(needsRenewal(NOW + 29 * DAY, NOW)).toBe(true)
  })
})

test('a list of revoked certificates is made anew: after a day, by a revocation, by a clock that jumped', () => {
  const crl = { listed: 3, revocations: 3, madeAt: NOW }
  expect(isFresh(crl, NOW + 23 * HOUR)).toBe(true)
  expect(isFresh(crl, NOW + 25 * HOUR)).toBe(false)
  expect(isFresh({ ...crl, revocations: 4 }, NOW)).toBe(false)
  expect(isFresh(crl, NOW - HOUR)).toBe(false)
})

test('serial numbers are positive and of 16 bytes, whatever chance brings', () => {
  for (const byte of [0, 0x7f, 0x80, 0xff]) {
    const serial = serialOf(new Uint8Array(16).fill(byte))
    expect(serial).toMatch(/^[4-7][0-9a-f]{31}$/)
    expect(readSerial(serial.toUpperCase().replace(/(..)(?!$)/g, '$1:'))).toBe(serial)
  }
  for (const text of ['', '0', 'xyz', 'a'.repeat(41), `${'a'.repeat(31)}g`])
    expect(readSerial(text)).toBeNull()
})

describe('DER', () => {
  test('numbers, identifiers and times as X.690 writes them', () => {
    expect([0, 127, 128, 256, 65_535, 2_147_483_647].map((value) => hex(integer(value)))).toEqual([
      ...['020100', '02017f', '02020080', '02020100', '020300ffff', '02047fffffff'],
    ])
    expect(hex(unsigned(Buffer.from('0080', 'hex')))).toBe('02020080')
    expect(hex(unsigned(Buffer.from('0000', 'hex')))).toBe('020100')
    expect(hex(oid('1.2.840.113549.1.7.2'))).toBe('06092a864886f70d010702')
    expect(hex(oid('2.16.840.1.101.3.4.2.1'))).toBe('0609608648016503040201')
    const text = (at: number) => Buffer.from(time(at)).toString('latin1', 2)
    expect(text(Date.UTC(2049, 11, 31, 23, 59, 59, 999))).toBe('491231235959Z')
    expect(text(Date.UTC(2050, 0, 1))).toBe('20500101000000Z')
  })

  test('lengths at their bounds are read as they were written', () => {
    for (const size of [0, 127, 128, 255, 256, 65_535, 65_536]) {
      const encoded = sequence(new Uint8Array(size))
      expect(readElement(encoded, 0)).toMatchObject({ end: encoded.length })
      expect(readElement(encoded.subarray(0, -1), 0)).toBeNull()
    }
    for (const bad of ['', '30', '3080', '3081', '30850000000000', '3001', '300131'])
      expect([bad, readSequence(Buffer.from(bad, 'hex'))]).toEqual([bad, null])
  })
})
