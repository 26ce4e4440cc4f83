import { auditStatement, newEntry } from '../audit/index.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { CODE_LETTERS, makeCode, randomBytes } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import { findConstraint, isRefusedBy } from '../runtime/constraints.ts'
import { type Database, runBatch, type Statement } from '../runtime/database.ts'
import type { Authorities } from './authorities.ts'
import * as store from './issued-store.ts'
import { makeKeyPair } from './keys.ts'
import { makeCertificate } from './making.ts'
import { readName, writeName } from './names.ts'
import { fromPem, readCertificate, serialIn } from './pem.ts'
import { makePkcs12 } from './pkcs12.ts'
import { type CsrKey, readRequest } from './requests.ts'
import {
  CERTIFICATE_LIFE,
  holdsAt,
  PASSWORD_LENGTH,
  readSerial,
  SERIAL_BYTES,
  serialOf,
  validityOf,
} from './rules.ts'
import { removeBySerialStatement } from './signers-store.ts'
import type {
  CertificateKind,
  CsrRefusal,
  Identity,
  IssuedCertificate,
  IssueRefusal,
  Organisation,
  RevocationReason,
  Subject,
} from './types.ts'

/** Whose certificate is asked for. */
type Asked = {
  organisation: Organisation
  accountId: string | null
  deviceId: string
  subject: Subject
  now: Instant
}

/** What the authorities issue to devices, and what becomes of it. */
export function makeIssuing(options: { database: Database; authorities: Authorities; baseUrl: string }) {
  const { database, authorities, baseUrl } = options

  /** A device's own certificate takes the place of the one before. */
  const own = {
    kind: 'device' as const,
    before: ({ organisationId, deviceId, createdAt: now }: IssuedCertificate) => [
      store.supersedeStatement(database, { organisationId, deviceId: deviceId ?? '', now }),
    ],
  }

  async function issue(
    { organisation, accountId, deviceId, subject, now }: Asked,
    key: Pick<CsrKey, 'kind'> & { publicKey: CsrKey['publicKey'] | CryptoKey },
    actor: Actor,
    {
      kind,
      before,
    }: { kind: CertificateKind; before: (certificate: IssuedCertificate) => Statement[] } = own,
  ): Promise<Result<{ certificate: IssuedCertificate; chain: string[] }, IssueRefusal>> {
    const name = readName(subject.subject)
    if (!name) throw new Error('The subject is no name of RFC 4514')
    const issuer = await authorities.issuerOf(organisation, now)
    const { authority } = issuer
    const validity = validityOf(now, CERTIFICATE_LIFE, authority.endsAt)
    const serial = serialOf(randomBytes(SERIAL_BYTES))
    const { email, keyUsage } = subject
    const certificate: IssuedCertificate = {
      serial,
      organisationId: organisation.id,
      authorityId: authority.id,
      kind,
      accountId,
      deviceId,
      subject: writeName(name),
      pem: await makeCertificate({
        ...{ issuer, kind, publicKey: key.publicKey, keyKind: key.kind },
        ...{ name, email, keyUsage, serial, validity, baseUrl },
      }),
      createdAt: now,
      endsAt: validity.endsAt,
      revokedAt: null,
      reason: null,
    }
    try {
      await runBatch(database, [...before(certificate), ...issuedStatements(database, certificate, actor)])
    } catch (error) {
      if (isRefusedBy(error, 'issued_certificates.changed_at')) return refuse('rate_limited')
      throw error
    }
    return ok({ certificate, chain: [authority.pem] })
  }

  /** A fresh key and its certificate, in a file. */
  async function makeFile(
    input: Asked & { password?: string },
    how: Parameters<typeof issue>[3],
  ): Promise<Result<Identity, IssueRefusal>> {
    const { accountId, deviceId } = input
    const pair = await makeKeyPair()
    const actor: Actor = accountId ? { kind: 'owner', id: accountId } : { kind: 'device', id: deviceId }
    const key = { publicKey: pair.publicKey, kind: 'ec' } as const
    const issued = await issue(input, key, actor, how)
    if (!issued.ok) return issued
    const { certificate, chain: above } = issued.value
    const chain = [certificate.pem, ...above]
    const password = input.password ?? makeCode(CODE_LETTERS, PASSWORD_LENGTH)
    const pkcs12 = await makePkcs12({ pkcs8: pair.pkcs8, chain, password, name: input.organisation.name })
    return ok({ chain, serial: certificate.serial, endsAt: certificate.endsAt, pkcs12, password })
  }

  return {
    async readCsr(csr: Uint8Array): Promise<Result<{ thumbprint: string }, CsrRefusal>> {
      const read = await readRequest(csr)
      return read.ok ? ok({ thumbprint: read.value.thumbprint }) : read
    },

    async certify(
      input: Asked & { csr: Uint8Array; before?: Statement[] },
    ): Promise<Result<{ certificate: IssuedCertificate; chain: string[] }, CsrRefusal | IssueRefusal>> {
      const read = await readRequest(input.csr)
      if (!read.ok) return read
      const { before = [], deviceId } = input
      return issue(
        input,
        read.value,
        { kind: 'device', id: deviceId },
        { ...own, before: (certificate) => [...before, ...own.before(certificate)] },
      )
    },

    makeIdentity: (input: Asked & { password?: string }) => makeFile(input, own),

    makeDerived(
      input: Asked & { password: string; before: (certificate: IssuedCertificate) => Statement[] },
    ): Promise<Result<Identity, IssueRefusal>> {
      return makeFile(input, { kind: 'derived', before: input.before })
    },

    async revoke(input: {
      organisationId: number
      serial: string
      reason: RevocationReason
      actor: Actor
      now: Instant
    }): Promise<Result<null, 'not_found' | 'already'>> {
      const { organisationId, reason, actor, now } = input
      const serial = readSerial(input.serial)
      const found = serial && (await store.findIssued(database, organisationId, serial))
      if (!found) return refuse('not_found')
      if (found.revokedAt !== null && found.revokedAt <= now) return refuse('already')
      const { accountId, deviceId, subject } = found
      const entry = newEntry({
        ...{ organisationId, at: now, actor, action: 'certificate.revoked', accountId, deviceId },
        detail: { serial, subject, reason },
      })
      try {
        await runBatch(database, [
          ...store.revokeStatements(database, found, reason, now),
          // Our own signer is made anew when it is needed.
          removeBySerialStatement(database, organisationId, serial),
          auditStatement(database, entry),
        ])
      } catch (error) {
        if (findConstraint(error)) return refuse('already')
        throw error
      }
      return ok(null)
    },

    async find(organisationId: number, text: string): Promise<IssuedCertificate | null> {
      const serial = readSerial(text)
      return serial === null ? null : store.findIssued(database, organisationId, serial)
    },

    list: store.readPage.bind(null, database),

    async verifyClient(shown: string | Uint8Array, now: Instant): Promise<IssuedCertificate | null> {
      const der = readCertificate(shown) ?? new Uint8Array()
      const serial = readSerial(serialIn(der))
      const found = serial ? await store.findAnywhere(database, serial) : null
      if (found?.kind !== 'device' || !holdsAt(found, now)) return null
      // The very bytes that were issued: their signature was made here, and need not be checked again.
      return Buffer.compare(fromPem(found.pem), der) === 0 ? found : null
    },
  }
}

/** A certificate and the note that it was issued. */
export function issuedStatements(
  database: Database,
  certificate: IssuedCertificate,
  actor: Actor,
): Statement[] {
  const { organisationId, createdAt: at, accountId, deviceId, serial, subject } = certificate
  return [
    store.insertIssuedStatement(database, certificate),
    auditStatement(
      database,
      newEntry({
        ...{ organisationId, at, actor, action: 'certificate.issued', accountId, deviceId },
        detail: { serial, subject },
      }),
    ),
  ]
}
