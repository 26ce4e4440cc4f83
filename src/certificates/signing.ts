import { auditStatement, describeChanges, newEntry } from '../audit/index.ts'
import type { FieldProblems } from '../kernel/fields.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { type Keyring, randomBytes } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import { findConstraint } from '../runtime/constraints.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { type Authorities, SYSTEM } from './authorities.ts'
import { makeSigner, type SignerAt } from './cms.ts'
import { issuedStatements } from './issuing.ts'
import { makeKeyPair, openKey, readPkcs8, sealKey } from './keys.ts'
import { type Issuer, makeCertificate } from './making.ts'
import { signerName, writeName } from './names.ts'
import { remember } from './remembered.ts'
import { CERTIFICATE_LIFE, needsRenewal, SERIAL_BYTES, serialOf, validityOf } from './rules.ts'
import * as store from './signers-store.ts'
import type { IssuedCertificate, Organisation, Signer, SignerSource, SignerView } from './types.ts'
import { describeChain, readUpload } from './uploads.ts'

/** What a signer's key is sealed to. */
export const signerContext = (organisationId: number, source: SignerSource) =>
  `certificates/signer/${organisationId}/${source}`

/** What signs profiles in an organisation's name. */
export function makeSigning(options: {
  database: Database
  keys: Keyring
  authorities: Authorities
  baseUrl: string
}) {
  const { database, keys, authorities, baseUrl } = options
  const opened = remember<SignerAt | null>()

  /** Null where it does not hold at that time, or its key cannot be opened any more. */
  function use(record: store.SignerRecord | undefined, now: Instant): Signer | null {
    if (!record || record.endsAt <= now) return null
    const { organisationId, source, sealedKey, chain, endsAt } = record
    const signerAt = opened(sealedKey, () => {
      const pkcs8 = openKey(keys, sealedKey, signerContext(organisationId, source))
      return pkcs8 && makeSigner({ chain, key: readPkcs8(pkcs8) })
    })
    return signerAt && { sign: signerAt(now), source, endsAt, chain }
  }

  async function makeBuiltIn(organisation: Organisation, issuer: Issuer, now: Instant) {
    const { authority } = issuer
    const validity = validityOf(now, CERTIFICATE_LIFE, authority.endsAt)
    const name = signerName(organisation.name)
    const serial = serialOf(randomBytes(SERIAL_BYTES))
    const pair = await makeKeyPair()
    const pem = await makeCertificate({
      ...{ issuer, kind: 'signer', publicKey: pair.publicKey, keyKind: 'ec', name, email: '' },
      ...{ keyUsage: ['digital_signature'], serial, validity, baseUrl },
    })
    const times = { createdAt: now, endsAt: validity.endsAt }
    const certificate: IssuedCertificate = {
      ...{ serial, organisationId: organisation.id, authorityId: authority.id, kind: 'signer' },
      ...{ accountId: null, deviceId: null, subject: writeName(name), pem, ...times },
      ...{ revokedAt: null, reason: null },
    }
    const record: store.SignerRecord = {
      ...{ organisationId: organisation.id, source: 'built_in', chain: [pem, authority.pem] },
      sealedKey: sealKey(keys, pair.pkcs8, signerContext(organisation.id, 'built_in')),
      ...{ serial, ...times },
    }
    return { certificate, record }
  }

  /** A signer from the built-in authority, in the place of the former. Who comes second uses what the first made. */
  async function renew(
    organisation: Organisation,
    former: store.SignerRecord | undefined,
    now: Instant,
  ): Promise<Signer | null> {
    const issuer = await authorities.issuerOf(organisation, now)
    const current = use(former, now)
    // Near the end of its authority a new one would last no longer.
    if (current && former && former.endsAt >= issuer.authority.endsAt) return current
    const { certificate, record } = await makeBuiltIn(organisation, issuer, now)
    try {
      await runBatch(database, [
        store.replaceSignerStatement(database, record, former?.serial ?? null),
        ...issuedStatements(database, certificate, SYSTEM),
      ])
      return use(record, now)
    } catch (error) {
      if (!findConstraint(error)) throw error
      return use((await store.readSigners(database, organisation.id)).built_in, now)
    }
  }

  return {
    async signerOf(organisation: Organisation, now: Instant): Promise<Signer> {
      const { uploaded, built_in: builtIn } = await store.readSigners(database, organisation.id)
      const own = use(uploaded, now)
      if (own) return own
      const current = builtIn && !needsRenewal(builtIn.endsAt, now) ? use(builtIn, now) : null
      const signer = current ?? (await renew(organisation, builtIn, now))
      if (!signer) throw new Error('No signer could be made')
      return signer
    },

    async save(input: {
      organisationId: number
      chainPem: string
      keyPem: string
      actor: Actor
      now: Instant
    }): Promise<Result<null, FieldProblems>> {
      const { organisationId, actor, now } = input
      const read = await readUpload(input)
      if (!read.ok) return read
      const { chain, pkcs8, serial, endsAt } = read.value
      const before = (await store.readSigners(database, organisationId)).uploaded
      const sealedKey = sealKey(keys, pkcs8, signerContext(organisationId, 'uploaded'))
      const record: store.SignerRecord = {
        ...{ organisationId, source: 'uploaded', chain, sealedKey, serial, createdAt: now, endsAt },
      }
      await runBatch(database, [
        store.saveSignerStatement(database, record),
        auditStatement(
          database,
          newEntry({
            ...{ organisationId, at: now, actor, action: 'signer.changed' },
            detail: { changes: describeChanges(tell(before), tell(record)) },
          }),
        ),
      ])
      return ok(null)
    },

    async remove(input: {
      organisationId: number
      actor: Actor
      now: Instant
    }): Promise<Result<null, 'not_found'>> {
      const { organisationId, actor, now } = input
      const before = (await store.readSigners(database, organisationId)).uploaded
      if (!before) return refuse('not_found')
      await runBatch(database, [
        store.removeSignerStatement(database, organisationId, 'uploaded'),
        auditStatement(
          database,
          newEntry({
            ...{ organisationId, at: now, actor, action: 'signer.removed' },
            detail: { subject: describeChain(before.chain).subject, serial: before.serial },
          }),
        ),
      ])
      return ok(null)
    },

    async find(organisationId: number): Promise<SignerView | null> {
      const { uploaded } = await store.readSigners(database, organisationId)
      if (!uploaded) return null
      const { chain, createdAt, endsAt } = uploaded
      return { chain, ...describeChain(chain), createdAt, endsAt }
    },
  }
}

/** What the audit says of a signer. */
function tell(record: store.SignerRecord | undefined): Record<string, string> {
  if (!record) return {}
  const { subject, issuer } = describeChain(record.chain)
  return { subject, issuer, serial: record.serial }
}
