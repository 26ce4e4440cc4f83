import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'

/**
 * An authenticator in software (WebAuthn level 3): keys on P-256, attestation "none", answers as a browser's
 * script posts them. What it may get wrong can be told.
 */

type Stored = { id: string; privateKey: KeyObject; userHandle: string; counter: number }

export type AuthenticatorOptions = {
  /** Where the browser believes to be. */
  origin: string
  /** Whether it checks who holds it. */
  verifies?: boolean
  /** Whether it counts its signatures. */
  counts?: boolean
  /** Whether it names its maker by a certificate although nobody asked. */
  attests?: boolean
}

export function makeAuthenticator({
  origin,
  verifies = true,
  counts = false,
  attests = false,
}: AuthenticatorOptions) {
  const stored: Stored[] = []
  const rpId = new URL(origin).hostname
  const present = 0x01 | (verifies ? 0x04 : 0)

  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

  return {
    stored,

    /** What `navigator.credentials.create` gives, for the options that a page carries. */
    create(optionsText: string): string {
      const options = JSON.parse(optionsText)
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      const id = randomBytes(16)
      stored.push({ id: id.toString('base64url'), privateKey, userHandle: options.user.id, counter: 0 })
      const coseKey = cborMap([
        [cborInt(1), cborInt(2)],
        [cborInt(3), cborInt(-7)],
        [cborInt(-1), cborInt(1)],
        [cborInt(-2), cborBytes(Buffer.from(x, 'base64url'))],
        [cborInt(-3), cborBytes(Buffer.from(y, 'base64url'))],
      ])
      const length = Buffer.from([id.length >> 8, id.length & 0xff])
      const attested = Buffer.concat([Buffer.alloc(16), length, id, coseKey])
      const statement: [Buffer, Buffer][] = [
        [cborText('alg'), cborInt(-7)],
        [cborText('sig'), cborBytes(randomBytes(64))],
        [cborText('x5c'), cborArray([cborBytes(randomBytes(300))])],
      ]
      const attestation = cborMap([
        [cborText('fmt'), cborText(attests ? 'packed' : 'none')],
        [cborText('attStmt'), cborMap(attests ? statement : [])],
        [cborText('authData'), cborBytes(authenticatorData(rpId, present | 0x40, 0, attested))],
      ])
      return JSON.stringify({
        id: id.toString('base64url'),
        rawId: id.toString('base64url'),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', options.challenge).toString('base64url'),
          attestationObject: attestation.toString('base64url'),
          transports: ['internal'],
        },
      })
    },

    /** What `navigator.credentials.get` gives. Signs with the credential that is named, else the newest. */
    get(optionsText: string, change: { credential?: string; counter?: number } = {}): string {
      const options = JSON.parse(optionsText)
      const credential = stored.find(({ id }) => id === change.credential) ?? stored.at(-1)
      if (!credential) throw new Error('there is no passkey in this authenticator')
      if (counts) credential.counter = change.counter ?? credential.counter + 1
      const data = authenticatorData(rpId, present, credential.counter, Buffer.alloc(0))
      const client = clientData('webauthn.get', options.challenge)
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
      const signature = createSign('sha256').update(signed).sign(credential.privateKey)
      return JSON.stringify({
        id: credential.id,
        rawId: credential.id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
          userHandle: credential.userHandle,
        },
      })
    },
  }
}

export type TestAuthenticator = ReturnType<typeof makeAuthenticator>

/** What a page asks the browser, from its form. */
export function optionsIn(html: string): string {
  const text = /data-options="([^"]*)"/.exec(html)?.[1]
  if (!text) throw new Error('the page asks for no passkey')
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}

/** WebAuthn 6.1: hash of the host, flags, counter, and for a new credential what was made. */
function authenticatorData(rpId: string, flags: number, counter: number, attested: Buffer): Buffer {
  const fixed = Buffer.alloc(5)
  fixed.writeUInt8(flags, 0)
  fixed.writeUInt32BE(counter, 1)
  return Buffer.concat([createHash('sha256').update(rpId).digest(), fixed, attested])
}

/** RFC 8949: as much of it as an authenticator says. */
function cborHead(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value])
  if (value < 256) return Buffer.from([(major << 5) | 24, value])
  return Buffer.from([(major << 5) | 25, value >> 8, value & 0xff])
}

const cborInt = (value: number) => (value >= 0 ? cborHead(0, value) : cborHead(1, -1 - value))
const cborBytes = (bytes: Buffer) => Buffer.concat([cborHead(2, bytes.length), bytes])
const cborText = (text: string) => Buffer.concat([cborHead(3, text.length), Buffer.from(text)])
const cborArray = (items: Buffer[]) => Buffer.concat([cborHead(4, items.length), ...items])
const cborMap = (entries: [Buffer, Buffer][]) =>
  Buffer.concat([cborHead(5, entries.length), ...entries.flat()])
