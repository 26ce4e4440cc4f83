import type { FieldProblems } from '../kernel/fields.ts'
import type { Page } from '../kernel/paging.ts'
import type { Result } from '../kernel/result.ts'
import type { Keyring } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { makeAuthorities } from './authorities.ts'
import { makeIssuing } from './issuing.ts'
import { makeSigning } from './signing.ts'
import type {
  Authority,
  CertificateFilter,
  CsrRefusal,
  Identity,
  IssuedCertificate,
  IssueRefusal,
  Organisation,
  RevocationReason,
  Signer,
  SignerView,
  Subject,
} from './types.ts'

/** What the room of certificates offers. Serial numbers are taken with colons and in capitals too. */
export type Certificates = {
  /** The authority that issues. Made on first use, and again when the last one has ended. */
  ensureAuthority(organisation: Organisation, now: Instant): Promise<Authority>
  /** Newest first, those that have ended too. */
  listAuthorities(organisationId: number): Promise<Authority[]>
  /** A new authority with a new key issues from now on; what the old one issued stays valid, and so does it. */
  rotateAuthority(input: { organisation: Organisation; actor: Actor; now: Instant }): Promise<Authority>
  /**
   * Certifies the key of a request (RFC 2986, DER) and nothing else of it. The device's earlier certificates
   * hold for another day: an answer may be lost. Throws for a subject that is not RFC 4514: escape what variables stand for.
   * `before` goes into the same batch ahead of the certificate: what it fails for is thrown, and nothing was issued.
   */
  certify(input: {
    organisation: Organisation
    accountId: string | null
    deviceId: string
    csr: Uint8Array
    subject: Subject
    before?: Statement[]
    now: Instant
  }): Promise<Result<{ certificate: IssuedCertificate; chain: string[] }, CsrRefusal | IssueRefusal>>
  /**
   * Checks a request as `certify` does, before anything is used up for it. The thumbprint of its key is that of
   * RFC 7638 (SHA-256).
   */
  readCsr(csr: Uint8Array): Promise<Result<{ thumbprint: string }, CsrRefusal>>
  /** A key and its certificate for a device that makes none itself; the key is not kept. Supersedes as `certify`. */
  makeIdentity(input: {
    organisation: Organisation
    accountId: string | null
    deviceId: string
    subject: Subject
    /** Protects the PKCS#12; absent: a random one. The page that shows it computes it again. */
    password?: string
    now: Instant
  }): Promise<Result<Identity, IssueRefusal>>
  /**
   * A key and its certificate that say who a person is, for one of their devices; the key is not kept. `before`
   * goes into the same batch ahead of the certificate: what it fails for is thrown, and nothing was issued.
   */
  makeDerived(input: {
    organisation: Organisation
    accountId: string
    deviceId: string
    subject: Subject
    /** Protects the PKCS#12. */
    password: string
    before: (certificate: IssuedCertificate) => Statement[]
    now: Instant
  }): Promise<Result<Identity, IssueRefusal>>
  /**
   * What signs profiles: the uploaded signer while it is valid, else one from the built-in authority, which is
   * renewed before its end.
   */
  signerOf(organisation: Organisation, now: Instant): Promise<Signer>
  /** Problems stand at `chain` and `key`. */
  saveSigner(input: {
    organisationId: number
    chainPem: string
    keyPem: string
    actor: Actor
    now: Instant
  }): Promise<Result<null, FieldProblems>>
  removeSigner(input: {
    organisationId: number
    actor: Actor
    now: Instant
  }): Promise<Result<null, 'not_found'>>
  findSigner(organisationId: number): Promise<SignerView | null>
  revoke(input: {
    organisationId: number
    serial: string
    reason: RevocationReason
    actor: Actor
    now: Instant
  }): Promise<Result<null, 'not_found' | 'already'>>
  /** The authority's list of revoked certificates (RFC 5280 section 5), DER. Null: no such authority. */
  readCrl(authorityId: string, now: Instant): Promise<Uint8Array | null>
  readAuthority(authorityId: string): Promise<Authority | null>
  findIssued(organisationId: number, serial: string): Promise<IssuedCertificate | null>
  listIssued(organisationId: number, filter: CertificateFilter): Promise<Page<IssuedCertificate>>
  /**
   * A device's certificate that one of our authorities issued, and that neither ended nor was revoked; PEM or
   * DER. It proves nothing about who shows it: that is for what carried it (TLS) to prove.
   */
  verifyClient(certificate: string | Uint8Array, now: Instant): Promise<IssuedCertificate | null>
}

/** Makes nothing by itself: keys come into being when they are asked for. `baseUrl` stands in certificates. */
export function makeCertificates(options: {
  database: Database
  keys: Keyring
  baseUrl: string
}): Certificates {
  const { database, keys, baseUrl } = options
  const authorities = makeAuthorities({ database, keys })
  const issuing = makeIssuing({ database, authorities, baseUrl })
  const signing = makeSigning({ database, keys, authorities, baseUrl })
  return {
    async ensureAuthority(organisation, now) {
      return (await authorities.ensure(organisation, now)).authority
    },
    listAuthorities: authorities.list,
    rotateAuthority: authorities.rotate,
    readAuthority: authorities.read,
    readCrl: authorities.readCrl,
    certify: issuing.certify,
    readCsr: issuing.readCsr,
    makeIdentity: issuing.makeIdentity,
    makeDerived: issuing.makeDerived,
    revoke: issuing.revoke,
    findIssued: issuing.find,
    listIssued: issuing.list,
    verifyClient: issuing.verifyClient,
    signerOf: signing.signerOf,
    saveSigner: signing.save,
    removeSigner: signing.remove,
    findSigner: signing.find,
  }
}
