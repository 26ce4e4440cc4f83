import { createHash, timingSafeEqual, verify } from 'node:crypto'
import { fromBER, type ObjectIdentifier, OctetString, Primitive } from 'asn1js'
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs'

/** A device's answer is a few KiB; this leaves room for chains of any make. */
const MESSAGE_MAX = 64 * 1024

const SIGNED_DATA = '1.2.840.113549.1.7.2'
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'

const DIGESTS: Record<string, string> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

/** The digest that a signature algorithm names; null where the signer's digest algorithm says it. */
const SIGNATURES: Record<string, string | null> = {
  '1.2.840.113549.1.1.1': null,
  '1.2.840.113549.1.1.5': 'sha1',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.2.1': null,
  '1.2.840.10045.4.1': 'sha1',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
}

/**
 * The content of a CMS SignedData (RFC 5652, DER or BER) whose first signature is intact: made over this content
 * by the key of a certificate that comes along. Who that is stays open: neither chain nor dates are looked at,
 * RSA of 1024 bits and SHA-1 will do, because devices sign with what Apple gave them long ago. Null for
 * everything else, a detached signature included.
 */
export function openIntactMessage(message: Uint8Array): Uint8Array | null {
  if (message.length === 0 || message.length > MESSAGE_MAX) return null
  try {
    const read = fromBER(bytesOf(message))
    if (read.offset === -1) return null
    const info = new ContentInfo({ schema: read.result })
    if (info.contentType !== SIGNED_DATA) return null
    const signed = new SignedData({ schema: info.content })
    const { eContent, eContentType } = signed.encapContentInfo
    const signer = signed.signerInfos[0]
    if (!eContent || !signer) return null
    const content = new Uint8Array(eContent.getValue())
    return isIntact(signed, signer, content, eContentType) ? content : null
  } catch {
    // What is no CMS at all ends in any of the readers.
    return null
  }
}

function isIntact(signed: SignedData, signer: SignerInfo, content: Uint8Array, contentType: string): boolean {
  const certificate = findCertificate(signed, signer)
  const digest = DIGESTS[signer.digestAlgorithm.algorithmId]
  const named = SIGNATURES[signer.signatureAlgorithm.algorithmId]
  if (!certificate || digest === undefined || named === undefined) return false
  const signedBytes = bytesSigned(signer, content, contentType, digest)
  if (!signedBytes) return false
  const key = Buffer.from(certificate.subjectPublicKeyInfo.toSchema().toBER())
  const signature = new Uint8Array(signer.signature.getValue())
  return verify(named ?? digest, signedBytes, { key, format: 'der', type: 'spki' }, signature)
}

/** The attributes, if they tell of this very content; the content itself where there are none. */
function bytesSigned(
  { signedAttrs }: SignerInfo,
  content: Uint8Array,
  contentType: string,
  digest: string,
): Uint8Array | null {
  if (!signedAttrs) return content
  const valuesOf = (type: string) => {
    const found = signedAttrs.attributes.filter((attribute) => attribute.type === type)
    return found.length === 1 && found[0]?.values.length === 1 ? found[0].values[0] : null
  }
  const told = valuesOf(MESSAGE_DIGEST) as OctetString | null
  const type = valuesOf(CONTENT_TYPE) as ObjectIdentifier | null
  if (!(told instanceof OctetString) || type?.valueBlock.toString() !== contentType) return null
  const expected = createHash(digest).update(content).digest()
  const given = new Uint8Array(told.getValue())
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  return new Uint8Array(signedAttrs.encodedValue)
}

function findCertificate({ certificates = [] }: SignedData, { sid }: SignerInfo): Certificate | null {
  const known = certificates.filter((one) => one instanceof Certificate)
  const found =
    sid instanceof IssuerAndSerialNumber
      ? known.find(
          ({ issuer, serialNumber }) => issuer.isEqual(sid.issuer) && serialNumber.isEqual(sid.serialNumber),
        )
      : known.find((one) => hasKeyId(one, sid))
  return found ?? null
}

/** Subject key identifier, RFC 5280 section 4.2.1.2; a signer may be named by it instead of issuer and number. */
const KEY_ID = '2.5.29.14'

function hasKeyId({ extensions = [] }: Certificate, sid: unknown): boolean {
  const id = extensions.find(({ extnID }) => extnID === KEY_ID)?.parsedValue
  if (!(id instanceof OctetString) || !(sid instanceof Primitive)) return false
  return Buffer.compare(Buffer.from(id.getValue()), sid.valueBlock.valueHexView) === 0
}

/** A copy that is nobody else's: the reader takes views of what it is given. */
function bytesOf(message: Uint8Array): ArrayBuffer {
  return new Uint8Array(message).buffer
}
