import { sign } from 'node:crypto'
import { DEVICE_CERTIFICATE, DEVICE_KEY } from '../artefacts/ota-recorded.ts'

/** An iPhone that answers a phase 1 profile, where no openssl runs: CMS by hand (RFC 5652), without attributes. */

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))

/** One DER element: tag, length, what is in it. */
function der(tag: number, ...parts: Uint8Array[]): Uint8Array {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return new Uint8Array(Buffer.concat([new Uint8Array([tag, ...size]), content]))
}

const SEQUENCE = 0x30
const SET = 0x31
const OCTETS = 0x04
const WITHIN = 0xa0
const oid = (hex: string) => der(0x06, new Uint8Array(Buffer.from(hex, 'hex')))
const integer = (value: number) => der(0x02, new Uint8Array([value]))
const NULL = der(0x05)

const DATA = oid('2a864886f70d010701')
const SIGNED_DATA = oid('2a864886f70d010702')
const SHA1 = der(SEQUENCE, oid('2b0e03021a'), NULL)
const RSA = der(SEQUENCE, oid('2a864886f70d010101'), NULL)
/** CN=00008140-001A2B3C4D5E6F70, as the certificate has it. */
const ISSUER = der(
  SEQUENCE,
  der(SET, der(SEQUENCE, oid('550403'), der(0x0c, new TextEncoder().encode('00008140-001A2B3C4D5E6F70')))),
)

export function signAsDevice(content: Uint8Array): Uint8Array {
  const key = { key: Buffer.from(bytesOf(DEVICE_KEY)), format: 'der', type: 'pkcs8' } as const
  const signature = sign('sha1', content, key)
  const signer = der(
    SEQUENCE,
    integer(1),
    der(SEQUENCE, ISSUER, integer(1)),
    SHA1,
    RSA,
    der(OCTETS, new Uint8Array(signature)),
  )
  const signed = der(
    SEQUENCE,
    integer(1),
    der(SET, SHA1),
    der(SEQUENCE, DATA, der(WITHIN, der(OCTETS, content))),
    der(WITHIN, bytesOf(DEVICE_CERTIFICATE)),
    der(SET, signer),
  )
  return der(SEQUENCE, SIGNED_DATA, der(WITHIN, signed))
}
