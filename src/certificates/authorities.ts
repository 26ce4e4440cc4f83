import { auditStatement, newEntry } from '../audit/index.ts'
import { ID_BYTES, makeId } from '../kernel/ids.ts'
import { type Keyring, randomBytes } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import { findConstraint } from '../runtime/constraints.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { log } from '../runtime/logger.ts'
import { makeCrl } from './crl.ts'
import { listRevoked } from './issued-store.ts'
import { importSigningKey, makeKeyPair, openKey, readPkcs8, sealKey } from './keys.ts'
import { type Issuer, makeAuthorityCertificate } from './making.ts'
import { authorityName, writeName } from './names.ts'
import { fromPem } from './pem.ts'
import { remember } from './remembered.ts'
import { AUTHORITY_LIFE, CRL_LIFE, isFresh, SERIAL_BYTES, serialOf, validityOf } from './rules.ts'
import { removeSignerStatement } from './signers-store.ts'
import * as store from './store.ts'
import type { Authority, Organisation } from './types.ts'
import * as x509 from './x509.ts'

/** Who does what nobody asked for. */
export const SYSTEM: Actor = { kind: 'system', id: 'certificates' }

/** What an authority's key is sealed to. */
export const authorityContext = (authorityId: string) => `certificates/authority/${authorityId}`

/** The organisations' authorities: made on first use, rotated, and the lists of what they revoked. */
export function makeAuthorities({ database, keys }: { database: Database; keys: Keyring }) {
  const issuers = remember<Promise<Omit<Issuer, 'authority'>>>()

  async function makeRecord(organisation: Organisation, generation: number, now: Instant) {
    const id = makeId('ca', randomBytes(ID_BYTES))
    const name = authorityName(organisation.name, generation)
    const pair = await makeKeyPair()
    const validity = validityOf(now, AUTHORITY_LIFE)
    const serial = serialOf(randomBytes(SERIAL_BYTES))
    const authority: Authority = {
      id,
      organisationId: organisation.id,
      name: writeName(name),
      pem: await makeAuthorityCertificate({ name, serial, validity, keys: pair }),
      createdAt: now,
      endsAt: validity.endsAt,
      retiredAt: null,
    }
    return { authority, generation, sealedKey: sealKey(keys, pair.pkcs8, authorityContext(id)) }
  }

  /** Puts a new authority in the place of the former, or of none. Who comes second gets what the first made. */
  async function succeed(
    organisation: Organisation,
    former: store.AuthorityRecord | null,
    actor: Actor,
    now: Instant,
  ): Promise<store.AuthorityRecord> {
    const made = await makeRecord(organisation, (former?.generation ?? 0) + 1, now)
    const entry = newEntry({
      organisationId: organisation.id,
      at: now,
      actor,
      action: former ? 'authority.rotated' : 'authority.created',
      detail: { name: made.authority.name },
    })
    const retirement = former
      ? [
          store.retireStatement(database, organisation.id, former.authority.id, now),
          // What it signs for us, the new one signs from now on: the next use makes it.
          removeSignerStatement(database, organisation.id, 'built_in'),
        ]
      : []
    try {
      await runBatch(database, [
        ...retirement,
        store.insertAuthorityStatement(database, made),
        auditStatement(database, entry),
      ])
      return made
    } catch (error) {
      if (!findConstraint(error)) throw error
      const other = await store.findIssuing(database, organisation.id)
      if (!other) throw error
      return other
    }
  }

  /** One that has ended is succeeded without being asked: nothing could be issued otherwise. */
  async function ensure(organisation: Organisation, now: Instant): Promise<store.AuthorityRecord> {
    const found = await store.findIssuing(database, organisation.id)
    return found && found.authority.endsAt > now ? found : succeed(organisation, found, SYSTEM, now)
  }

  async function open({ authority, sealedKey }: store.AuthorityRecord): Promise<Omit<Issuer, 'authority'>> {
    const pkcs8 = openKey(keys, sealedKey, authorityContext(authority.id))
    if (!pkcs8)
      throw new Error('The key of the authority was sealed with a master key that is gone: rotate it')
    const certificate = new x509.X509Certificate(fromPem(authority.pem))
    return { certificate, key: await importSigningKey(pkcs8) }
  }

  return {
    ensure,

    /** The authority that issues, ready to sign. Throws when its key cannot be opened any more. */
    async issuerOf(organisation: Organisation, now: Instant): Promise<Issuer> {
      const record = await ensure(organisation, now)
      const opened = await issuers(record.sealedKey, () => open(record))
      return { authority: record.authority, ...opened }
    },

    async rotate(input: { organisation: Organisation; actor: Actor; now: Instant }): Promise<Authority> {
      const { organisation, actor, now } = input
      const former = await store.findIssuing(database, organisation.id)
      return (await succeed(organisation, former, actor, now)).authority
    },

    list: (organisationId: number) => store.listAuthorities(database, organisationId),

    async read(id: string): Promise<Authority | null> {
      return (await store.readAuthority(database, id))?.authority ?? null
    },

    /**
     * The list as it is now: kept for a day, and made anew as soon as something was revoked. Without the key the
     * last one that there is.
     */
    async readCrl(id: string, now: Instant): Promise<Uint8Array | null> {
      const record = await store.readAuthority(database, id)
      if (!record) return null
      const { crl, revocations, crlNumber, authority } = record
      if (crl && isFresh({ ...crl, revocations }, now)) return crl.der
      const pkcs8 = openKey(keys, record.sealedKey, authorityContext(id))
      if (!pkcs8) {
        log('error', 'certificates.key_gone', { authority: id })
        return crl?.der ?? null
      }
      const entries = await listRevoked(database, id, { now, endedSince: now - CRL_LIFE })
      const { from, endsAt } = validityOf(now, CRL_LIFE)
      const der = makeCrl({
        pem: authority.pem,
        key: readPkcs8(pkcs8),
        number: crlNumber + 1,
        entries,
        thisUpdate: from,
        nextUpdate: endsAt,
      })
      if (await store.keepCrl(database, record, { der, madeAt: now })) return der
      // Somebody else made the one of this number meanwhile: two lists of one number must not differ.
      return (await store.readAuthority(database, id))?.crl?.der ?? null
    },
  }
}

export type Authorities = ReturnType<typeof makeAuthorities>
