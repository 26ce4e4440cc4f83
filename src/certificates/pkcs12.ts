import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { fromPem } from './pem.ts'

const FRIENDLY_NAME = '1.2.840.113549.1.9.20'
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21'
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3'
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2'

/**
 * For key and certificates (PBKDF2) and for the whole (RFC 7292 appendix B). The password is random: the count
 * slows down nobody who has it, and adds what it can against those who have not.
 */
const ITERATIONS = 10_000
const MAC_ITERATIONS = 2048

/**
 * A key with its chain as PKCS#12 (RFC 7292): AES-256-CBC under PBKDF2 with HMAC-SHA-256, a MAC of HMAC-SHA-256.
 * `pkcs8` is DER, `chain` PEM, the key's own certificate first.
 */
export async function makePkcs12(input: {
  pkcs8: Uint8Array
  chain: string[]
  password: string
  /** What keychains show. */
  name: string
}): Promise<Uint8Array> {
  const engine = makeEngine()
  const password = toBuffer(new TextEncoder().encode(input.password))
  const protection = {
    password,
    contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 },
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: ITERATIONS,
  }
  const certificates = input.chain.map((pem) => pkijs.Certificate.fromBER(toBuffer(fromPem(pem))))
  const [own] = certificates
  if (!own) throw new Error('An identity needs its certificate')
  const keyId = await crypto.subtle.digest('SHA-1', own.toSchema().toBER())
  const marks = [
    attribute(FRIENDLY_NAME, new asn1js.BmpString({ value: input.name })),
    attribute(LOCAL_KEY_ID, new asn1js.OctetString({ valueHex: keyId })),
  ]
  const keyBag = new pkijs.PKCS8ShroudedKeyBag({
    parsedValue: pkijs.PrivateKeyInfo.fromBER(toBuffer(input.pkcs8)),
  })
  await keyBag.makeInternalValues(protection, engine)
  const pfx = new pkijs.PFX({
    parsedValue: {
      integrityMode: 0,
      authenticatedSafe: new pkijs.AuthenticatedSafe({
        parsedValue: {
          safeContents: [
            {
              privacyMode: 0,
              value: new pkijs.SafeContents({
                safeBags: [
                  new pkijs.SafeBag({ bagId: SHROUDED_KEY_BAG, bagValue: keyBag, bagAttributes: marks }),
                ],
              }),
            },
            {
              privacyMode: 1,
              value: new pkijs.SafeContents({
                safeBags: certificates.map(
                  (certificate, index) =>
                    new pkijs.SafeBag({
                      bagId: CERTIFICATE_BAG,
                      bagValue: new pkijs.CertBag({ parsedValue: certificate }),
                      ...(index === 0 && { bagAttributes: marks }),
                    }),
                ),
              }),
            },
          ],
        },
      }),
    },
  })
  await pfx.parsedValue?.authenticatedSafe?.makeInternalValues({ safeContents: [{}, protection] }, engine)
  await pfx.makeInternalValues(
    { password, iterations: MAC_ITERATIONS, pbkdf2HashAlgorithm: 'SHA-256', hmacHashAlgorithm: 'SHA-256' },
    engine,
  )
  return new Uint8Array(pfx.toSchema().toBER())
}

function attribute(type: string, value: asn1js.BaseBlock): pkijs.Attribute {
  return new pkijs.Attribute({ type, values: [value] })
}

/** The library reads whole buffers. */
function toBuffer(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer
}

/** Made when it is needed, with what WebCrypto has: its types ask for a method of workerd's that it never calls. */
function makeEngine(): pkijs.ICryptoEngine {
  const engine = new pkijs.CryptoEngine({ name: 'latchkey', crypto, subtle: crypto.subtle })
  return engine as unknown as pkijs.ICryptoEngine
}
