import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/schema.ts'
import { organisations } from '../organisations/schema.ts'
import type { CertificateKind, RevocationReason, SignerSource } from './types.ts'

/** Never deleted: what an authority issued is checked against its list until it ends. */
export const authorities = sqliteTable(
  'certificate_authorities',
  {
    id: text('id').primaryKey(),
    organisationId: integer('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** Which of the organisation's authorities it is, from 1. */
    generation: integer('generation').notNull(),
    name: text('name').notNull(),
    pem: text('pem').notNull(),
    sealedKey: text('sealed_key').notNull(),
    /** Rises with each revocation, so that a list which lacks one is known to be old. */
    revocations: integer('revocations').notNull().default(0),
    crlNumber: integer('crl_number').notNull().default(0),
    /** The list that was made last, base64 of DER. */
    crl: text('crl'),
    crlMadeAt: integer('crl_made_at'),
    /** `revocations` as it was before the list was made. */
    crlRevocations: integer('crl_revocations'),
    createdAt: integer('created_at').notNull(),
    endsAt: integer('ends_at').notNull(),
    retiredAt: integer('retired_at'),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [
    uniqueIndex('certificate_authorities_generation').on(table.organisationId, table.generation),
    // Two that are made at once: the second is refused.
    uniqueIndex('certificate_authorities_issuing').on(table.organisationId).where(sql`retired_at IS NULL`),
  ],
)

/** No foreign keys to accounts and devices: a certificate stays known after they are gone. */
export const issuedCertificates = sqliteTable(
  'issued_certificates',
  {
    serial: text('serial').primaryKey(),
    organisationId: integer('organisation_id')
      .notNull()
      .references(() => organisations.id),
    authorityId: text('authority_id')
      .notNull()
      .references(() => authorities.id),
    kind: text('kind').$type<CertificateKind>().notNull(),
    accountId: text('account_id'),
    deviceId: text('device_id'),
    subject: text('subject').notNull(),
    pem: text('pem').notNull(),
    createdAt: integer('created_at').notNull(),
    endsAt: integer('ends_at').notNull(),
    revokedAt: integer('revoked_at'),
    reason: text('reason').$type<RevocationReason>(),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [
    index('issued_certificates_organisation').on(table.organisationId, table.createdAt, table.serial),
    index('issued_certificates_device').on(
      table.organisationId,
      table.deviceId,
      table.createdAt,
      table.serial,
    ),
    index('issued_certificates_ends')
      .on(table.organisationId, table.endsAt, table.serial)
      .where(sql`revoked_at IS NULL`),
    index('issued_certificates_revoked')
      .on(table.organisationId, table.revokedAt, table.serial)
      .where(sql`revoked_at IS NOT NULL`),
    index('issued_certificates_crl').on(table.authorityId, table.endsAt).where(sql`revoked_at IS NOT NULL`),
  ],
)

/** What signs profiles: uploaded, or issued by the organisation's own authority. */
export const organisationSigners = sqliteTable(
  'organisation_signers',
  {
    organisationId: integer('organisation_id')
      .notNull()
      .references(() => organisations.id),
    source: text('source').$type<SignerSource>().notNull(),
    /** PEM each, the signer's own first. */
    chain: text('chain', { mode: 'json' }).$type<string[]>().notNull(),
    sealedKey: text('sealed_key').notNull(),
    /** Of the signer's certificate, lower-case hex. */
    serial: text('serial').notNull(),
    createdAt: integer('created_at').notNull(),
    endsAt: integer('ends_at').notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.source] })],
)

/** Certificates that people brought themselves, with their private keys where there were any. */
export const accountCertificates = sqliteTable(
  'account_certificates',
  {
    id: text('id').primaryKey(),
    organisationId: integer('organisation_id')
      .notNull()
      .references(() => organisations.id),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    /** What its person calls it. */
    name: text('name').notNull(),
    subject: text('subject').notNull(),
    issuer: text('issuer').notNull(),
    serial: text('serial').notNull(),
    /** What it may be used for: names of key usages and of extended ones. */
    usages: text('usages', { mode: 'json' }).$type<string[]>().notNull(),
    /** SHA-256 of its DER, hex. */
    fingerprint: text('fingerprint').notNull(),
    /** DER in base64, the certificate first, then those above it. */
    chain: text('chain', { mode: 'json' }).$type<string[]>().notNull(),
    /** PKCS#8, sealed to account and certificate; null where it came without. */
    sealedKey: text('sealed_key'),
    startsAt: integer('starts_at').notNull(),
    endsAt: integer('ends_at').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [uniqueIndex('account_certificates_one').on(table.accountId, table.fingerprint)],
)
