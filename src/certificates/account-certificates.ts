import type { Account } from '../accounts/index.ts'
import { auditStatement, newEntry } from '../audit/index.ts'
import type { FieldProblems } from '../kernel/fields.ts'
import { makeId } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { type Keyring, randomBytes } from '../kernel/secrets.ts'
import { isPrintable } from '../kernel/text.ts'
import type { Instant } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import { findConstraint } from '../runtime/constraints.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { type ReadFile, readCertificateFile } from './account-certificates-reading.ts'
import {
  placeProblem,
  USER_CERTIFICATE_NAME_MAX,
  USER_CERTIFICATES_MAX,
} from './account-certificates-rules.ts'
import * as store from './account-certificates-store.ts'
import type {
  AddCertificateRefusal,
  AddedHow,
  CertificateOwner,
  DeliveredCertificate,
  UserCertificate,
} from './account-certificates-types.ts'
import { openKey, sealKey } from './keys.ts'
import { fromPem, toPem } from './pem.ts'
import { makePkcs12 } from './pkcs12.ts'

/** What the key of a certificate that somebody brought is sealed to. */
export const userKeyContext = ({ accountId }: CertificateOwner, fingerprint: string) =>
  `certificates/account/${accountId}/${fingerprint}`

const TOO_MANY: FieldProblems = { file: { code: 'too_many', limit: USER_CERTIFICATES_MAX } }

/** The certificates that people bring themselves. */
export function makeUserCertificates({ database, keys }: { database: Database; keys: Keyring }) {
  function recordOf(owner: CertificateOwner, file: ReadFile, name: string, now: Instant) {
    const { fingerprint, pkcs8, subject, issuer, serial, usages, startsAt, endsAt } = file
    return {
      ...{ id: makeId('uct', randomBytes(16)), ...owner, name, subject, issuer, serial, usages },
      ...{ fingerprint, startsAt, endsAt, createdAt: now },
      chain: file.chain.map((der) => Buffer.from(der).toString('base64')),
      sealedKey: pkcs8 && sealKey(keys, pkcs8, userKeyContext(owner, fingerprint)),
    } satisfies store.CertificateRecord
  }

  function entry(
    action: 'user_certificate.added' | 'user_certificate.removed',
    owner: CertificateOwner,
    { fingerprint, subject }: Pick<UserCertificate, 'fingerprint' | 'subject'>,
    { actor, now }: { actor: Actor; now: Instant },
  ) {
    const { organisationId, accountId } = owner
    const detail = { fingerprint, subject }
    return auditStatement(database, newEntry({ organisationId, at: now, actor, action, accountId, detail }))
  }

  return {
    /** Newest first, those that have ended included. */
    list(owner: CertificateOwner): Promise<UserCertificate[]> {
      return store.listCertificates(database, owner)
    },

    /** Null for one that is not there, or is somebody else's. */
    find(owner: CertificateOwner, id: string): Promise<UserCertificate | null> {
      return store.findCertificate(database, owner, id)
    },

    /**
     * Takes a file: PEM, DER or PKCS#12. `password` opens it and is not kept; `name` may be empty: then it is what
     * its subject is called. One that is there already gets what it lacked.
     */
    async add(input: {
      account: Pick<Account, 'id' | 'organisationId' | 'permissions'>
      file: Uint8Array
      password: string
      name: string
      actor: Actor
      now: Instant
    }): Promise<Result<AddedHow, AddCertificateRefusal>> {
      const { account, actor, now } = input
      if (!account.permissions.includes('upload_certificates')) return refuse({ code: 'not_permitted' })
      const named = checkName(input.name)
      const read = await readCertificateFile({ bytes: input.file, password: input.password, now })
      const problems = { ...(!named.ok && named.error), ...(!read.ok && placeProblem(read.error)) }
      if (!named.ok || !read.ok) return refuse({ code: 'invalid', problems })
      const file = read.value
      const owner = { organisationId: account.organisationId, accountId: account.id }
      const there = await store.listCertificates(database, owner)
      const same = there.find(({ fingerprint }) => fingerprint === file.fingerprint)
      if (!same && there.length >= USER_CERTIFICATES_MAX)
        return refuse({ code: 'invalid', problems: TOO_MANY })
      const record = recordOf(owner, file, named.value || (same?.name ?? nameOf(file)), now)
      const how = same ? compare(same, record) : 'added'
      if (how === 'known') return ok(how)
      try {
        await runBatch(database, [
          store.saveCertificateStatement(database, record),
          store.keepCountStatement(database, owner),
          entry('user_certificate.added', owner, record, { actor, now }),
        ])
      } catch (error) {
        if (!findConstraint(error)) throw error
        return refuse({ code: 'invalid', problems: TOO_MANY })
      }
      return ok(how)
    },

    /**
     * Deletes it, with its key. Needs no permission: whoever may bring none any more can still take back what is
     * theirs.
     */
    async remove(input: {
      owner: CertificateOwner
      id: string
      actor: Actor
      now: Instant
    }): Promise<Result<UserCertificate, 'not_found'>> {
      const { owner, id } = input
      const found = await store.findCertificate(database, owner, id)
      if (!found) return refuse('not_found')
      await runBatch(database, [
        store.removeCertificateStatement(database, owner, id),
        entry('user_certificate.removed', owner, found, input),
      ])
      return ok(found)
    },

    /** Those that have not ended, with their keys, at most 20: what devices receive. The same order each time. */
    async deliver(owner: CertificateOwner, now: Instant): Promise<DeliveredCertificate[]> {
      const rows = await store.readLiving(database, owner, now)
      return rows.map(({ name, fingerprint, chain, sealedKey }) => {
        const pkcs8 = sealedKey === null ? null : openKey(keys, sealedKey, userKeyContext(owner, fingerprint))
        return {
          ...{ name, fingerprint, key: pkcs8 && toPem(pkcs8, 'PRIVATE KEY') },
          chain: chain.map((base64) => toPem(Uint8Array.from(Buffer.from(base64, 'base64')))),
        }
      })
    },

    /** PKCS#12 of a certificate that has its key: other bytes each time. */
    toPkcs12(certificate: DeliveredCertificate & { key: string }, password: string): Promise<Uint8Array> {
      const { key, chain, name } = certificate
      return makePkcs12({ pkcs8: fromPem(key), chain, password, name })
    },
  }
}

export type UserCertificates = ReturnType<typeof makeUserCertificates>

function checkName(typed: string): Result<string, FieldProblems> {
  const name = typed.trim()
  if (!isPrintable(name)) return refuse({ name: { code: 'not_text' } })
  if (name.length > USER_CERTIFICATE_NAME_MAX)
    return refuse({ name: { code: 'too_long', limit: USER_CERTIFICATE_NAME_MAX } })
  return ok(name)
}

/** What a certificate is called that its owner gave no name. */
function nameOf({ commonName, subject, serial }: ReadFile): string {
  const printable = [...(commonName || subject || serial)].filter(isPrintable).join('').trim()
  return printable.slice(0, USER_CERTIFICATE_NAME_MAX).toWellFormed().trim() || serial
}

function compare(same: UserCertificate, record: store.CertificateRecord): AddedHow {
  if (!same.hasKey && record.sealedKey !== null) return 'key_added'
  if (same.name !== record.name || same.chainLength < record.chain.length) return 'changed'
  return 'known'
}
