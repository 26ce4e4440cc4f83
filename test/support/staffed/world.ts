import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeAccounts } from '../../../src/accounts/index.ts'
import { type Certificates, makeCertificates } from '../../../src/certificates/index.ts'
import { toBase64Url } from '../../../src/kernel/encoding.ts'
import { makeKeyring, randomBytes } from '../../../src/kernel/secrets.ts'
import { seedDemonstration } from '../../../src/local/demonstration.ts'
import { makeOrganisations } from '../../../src/organisations/index.ts'
import { openDatabase } from '../../../src/runtime/database.ts'
import { makeTemplates } from '../../../src/templates/index.ts'
import { findFreePort } from '../../../src/tools/start/ports.ts'
import { bootWorker } from '../../bench/boot.ts'
import { buildLocal } from '../../bench/build.ts'
import { insertRows, makeAuditRows, makePeopleRows, type Row } from './data.ts'
import { makeInvitationRows } from './invitations.ts'
import { setUpOwner } from './owner.ts'
import type { Places } from './paths.ts'

/**
 * The whole service with people in every state and a session for each role, for whoever walks every page: the
 * local bundle in Miniflare, whose database is within reach.
 */

const MIGRATIONS = join(import.meta.dirname, '../../../migrations')
const PEOPLE = 120
const DAY = 86_400_000

export type Role = 'manager' | 'supervisor' | 'owner' | 'nobody'

export type RouteLine = { method: string; path: string; access: string; destructive?: boolean }

export type StaffedWorld = {
  origin: string
  routes: RouteLine[]
  /** Parameters of paths that are known only once the world is there. */
  places: Places
  /** The `Cookie` of a role, as Playwright takes it. */
  cookiesOf(role: Role): { name: string; value: string; url: string; secure: boolean; httpOnly: boolean }[]
  db: D1Database
  stop(): Promise<void>
}

export async function bootStaffedWorld(folder: string): Promise<StaffedWorld> {
  const bundle = await buildLocal(folder)
  const [master, naming] = [randomBytes(32), randomBytes(32)]
  const keys = makeKeyring({ current: { id: 'k1', bytes: master }, naming })
  const port = await findFreePort()
  const origin = `http://localhost:${port}`
  const vars = {
    BASE_URL: origin,
    MASTER_KEY: `k1:${toBase64Url(master)}`,
    NAMING_KEY: toBase64Url(naming),
    BOOTSTRAP_SECRET: toBase64Url(randomBytes(16)),
  }
  const booted = await bootWorker({ bundle, state: join(folder, 'state'), vars, port })
  const db = (await booted.miniflare.getD1Database('DB')) as unknown as D1Database
  await applyMigrations(db)
  const database = openDatabase(db)
  const accounts = makeAccounts(database)
  const organisations = makeOrganisations(database)
  const now = Date.now()
  await seedDemonstration({ organisations, accounts, templates: makeTemplates(database, keys) }, now)
  const people = await fill(db, now)
  await certify(makeCertificates({ database, keys, baseUrl: origin }), people, now)

  const door = await organisations.openDoor('acme')
  if (!door.ok) throw new Error('the demonstration is closed')
  const { organisation } = door.value
  const enter = async (address: string, role: string) => {
    const entered = await accounts.enter({ organisation, address, locale: 'en', now })
    if (!entered.ok) throw new Error(entered.error)
    const { account } = entered.value
    await db
      .prepare(
        'UPDATE accounts SET role = ?, name = ?, name_key = lower(?), terms_version = 1, organisation_id = ?, template_id = ? WHERE id = ?',
      )
      .bind(
        role,
        role === 'manager' ? 'Margaret Hamilton' : 'Katherine Johnson',
        role === 'manager' ? 'Margaret Hamilton' : 'Katherine Johnson',
        role === 'supervisor' ? 0 : organisation.id,
        role === 'supervisor' ? 'act_supervisor' : organisation.accountTemplateId,
        account.id,
      )
      .run()
    if (role === 'supervisor')
      await db
        .prepare('UPDATE account_addresses SET organisation_id = 0 WHERE account_id = ?')
        .bind(account.id)
        .run()
    const known = {
      ...account,
      role: role as 'manager',
      organisationId: role === 'supervisor' ? 0 : account.organisationId,
    }
    const userAgent = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/26.0 Safari/605.1.15'
    const opened = await accounts.openSession(
      known,
      { assurance: role === 'device_owner' ? 'email' : 'passkey', userAgent },
      now,
    )
    await insertRows(db, 'passkeys', [
      {
        id: `passkey-${role}`,
        account_id: account.id,
        organisation_id: known.organisationId,
        name: 'MacBook',
        public_key: 'x',
        counter: 1,
        transports: '["internal"]',
        backed_up: 1,
        created_at: now - 40 * DAY,
        last_used_at: now - DAY,
      },
    ])
    return opened.secret
  }
  const secrets = {
    manager: await enter('margaret@acme.example', 'manager'),
    supervisor: await enter('katherine@acme.example', 'supervisor'),
    owner: await enter('ada@acme.example', 'device_owner'),
  }
  await db
    .prepare(
      "INSERT INTO device_views SELECT 'view_sample', 1, id, 'Android', 'platform=android', ? FROM accounts WHERE address = 'margaret@acme.example'",
    )
    .bind(now)
    .run()
  const { results: owners } = await db
    .prepare("SELECT id FROM accounts WHERE address = 'ada@acme.example'")
    .all()
  await insertRows(db, 'account_certificates', [
    {
      id: 'uct_sample',
      organisation_id: 1,
      account_id: String(owners[0]?.id),
      name: 'Mail at work',
      subject: 'CN=Ada Lovelace,O=Acme Robotics',
      issuer: 'CN=Bought Trust S/MIME CA',
      serial: '1f',
      usages: '["key_encipherment","email_protection"]',
      fingerprint: 'ab',
      chain: '[]',
      starts_at: now - 300 * DAY,
      ends_at: now + 12 * DAY,
      created_at: now - 30 * DAY,
    },
  ])
  await insertRows(db, 'audit', makeAuditRows({ organisationId: organisation.id, people, now }))
  // The table is filled when the app is made, at the first request.
  await fetch(`${origin}/setup/acme`)
  const answer = await fetch(`${origin}/dev/routes`)
  const routes = (await answer.json()) as RouteLine[]
  return {
    origin,
    routes,
    places: {
      ...(await findPlaces(db)),
      '/manage/accounts/:id/codes/': await sendCode(origin, secrets.manager, db),
      ...(await setUpOwner(origin, secrets.owner)),
    },
    db,
    cookiesOf(role) {
      if (role === 'nobody') return []
      const name = role === 'owner' ? '__Host-latchkey' : '__Host-latchkey-staff'
      // The prefix asks for https here, and Chromium sends such cookies to http://localhost as well.
      const url = origin.replace('http:', 'https:')
      return [{ name, value: secrets[role], url, secure: true, httpOnly: true }]
    },
    stop: booted.stop,
  }
}

async function applyMigrations(db: D1Database): Promise<void> {
  const files = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort()
  // As `wrangler d1 migrations apply` keeps it.
  await db
    .prepare('CREATE TABLE d1_migrations (id INTEGER PRIMARY KEY, name TEXT, applied_at TIMESTAMP)')
    .run()
  await insertRows(
    db,
    'd1_migrations',
    files.map((name) => ({ name })),
  )
  for (const file of files) {
    const text = await readFile(join(MIGRATIONS, file), 'utf8')
    await db.batch(text.split('--> statement-breakpoint').map((statement) => db.prepare(statement)))
  }
}

async function fill(db: D1Database, now: number): Promise<Row[]> {
  const { results } = await db
    .prepare(
      'SELECT platform, device_template_id AS id FROM organisation_platforms WHERE organisation_id = 1',
    )
    .all<{ platform: string; id: string }>()
  const template = await db
    .prepare('SELECT account_template_id AS id FROM organisations WHERE id = 1')
    .first<{ id: string }>()
  const rows = makePeopleRows({
    organisationId: 1,
    accountTemplateId: template?.id ?? '',
    deviceTemplates: Object.fromEntries(results.map(({ platform, id }) => [platform, id])),
    count: PEOPLE,
    now,
  })
  await insertRows(db, 'accounts', rows.accounts)
  await insertRows(db, 'account_addresses', rows.addresses)
  await insertRows(db, 'devices', rows.devices)
  await insertRows(db, 'organisations', [
    {
      id: 2,
      slug: 'sonnenschein',
      site_id: '4712',
      name: 'Donaudampfschifffahrtsgesellschaft Sonnenschein & Töchter',
      enabled: 0,
      accent: '#ffd400',
      email_rule: '',
      terms_version: 1,
      phone_required: 0,
      confirmation: 'pin',
      created_at: now,
      changed_at: now,
    },
  ])
  await insertRows(
    db,
    'messages',
    ['rejected', 'over_quota', 'unavailable'].map((reason, index) => ({
      id: `msg_sample_${index}`,
      organisation_id: 1,
      account_id: String(rows.accounts[index]?.id),
      kind: 'theft_signal',
      channel: 'email',
      recipient: `person-${index}@acme.example`,
      locale: 'en',
      payload: JSON.stringify({ happenedAt: now, platform: 'ios', deviceName: null }),
      state: index === 2 ? 'queued' : 'failed',
      attempts: 5,
      last_error: reason,
      created_at: now - index * 3_600_000,
      queued_at: now,
      changed_at: now,
    })),
  )
  await insertRows(db, 'dead_letters', [
    {
      id: 'queue-message-1',
      body: JSON.stringify({ kind: 'message', owner: 'd1', id: 'msg_sample_0' }),
      attempts: 8,
      created_at: now - 7_200_000,
    },
  ])
  for (const [table, sample] of Object.entries(makeInvitationRows(rows.accounts, now)))
    await insertRows(db, table, sample)
  await insertRows(db, 'account_templates', [
    {
      id: 'act_contractors',
      organisation_id: 1,
      name: 'Contractors',
      device_limit: 1,
      default_ownership: 'inherit',
      locale: 'en',
      created_at: now,
      changed_at: now,
    },
  ])
  await insertRows(db, 'api_keys', [
    {
      id: 'key_sample',
      organisation_id: 1,
      name: 'VPN gateway',
      scopes: '["security_strings"]',
      hash: 'sample',
      hint: 'x7Qa',
      created_by: String(rows.accounts[0]?.id),
      created_at: now - 30 * DAY,
      last_used_at: now - 3_600_000,
    },
  ])
  await insertRows(db, 'email_exceptions', [
    { organisation_id: 1, address: 'partner@elsewhere.example', verdict: 'accept', created_at: now },
    { organisation_id: 1, address: 'shared@acme.example', verdict: 'refuse', created_at: now },
  ])
  await insertRows(db, 'waiting_outboxes', [
    {
      ref: String(rows.accounts[4]?.ref),
      organisation_id: 1,
      account_id: String(rows.accounts[4]?.id),
      waiting: 0,
      parked: 1,
      reason: 'FOREIGN KEY constraint failed',
      since: now - 5_400_000,
      changed_at: now,
    },
  ])
  return rows.accounts
}

/** Certificates of some devices: from an authority that was retired, and from its successor; one is revoked. */
async function certify(certificates: Certificates, people: Row[], now: number): Promise<void> {
  const organisation = { id: 1, name: 'Acme Robotics' }
  const actor = { kind: 'system', id: 'sample' } as const
  const holders = people.filter(({ state }) => state === 'active').slice(0, 6)
  for (const [index, person] of holders.entries()) {
    const made = await certificates.makeIdentity({
      organisation,
      accountId: String(person.id),
      deviceId: String(person.id).replace('acc_', 'dev_'),
      subject: {
        subject: `CN=${person.name}`,
        email: String(person.address),
        keyUsage: ['digital_signature', 'key_encipherment'],
      },
      now: now - DAY,
    })
    if (index === 1 && made.ok)
      await certificates.revoke({
        organisationId: 1,
        serial: made.value.serial,
        reason: 'key_compromise',
        actor,
        now,
      })
    if (index === 2) await certificates.rotateAuthority({ organisation, actor, now: now - DAY })
  }
}

/** A code that a manager sent: its page has no row in D1. */
async function sendCode(origin: string, secret: string, db: D1Database): Promise<Record<string, string>> {
  const ada = db.prepare("SELECT id FROM accounts WHERE address = 'ada@acme.example'")
  const id = (await ada.first<string>('id')) ?? ''
  const path = `${origin}/manage/accounts/${id}`
  const cookie = `__Host-latchkey-staff=${secret}`
  const body = new URLSearchParams({ platform: 'agent' })
  await fetch(`${path}/reprovision`, {
    method: 'POST',
    headers: { cookie, origin },
    body,
    redirect: 'manual',
  })
  const html = await (await fetch(path, { headers: { cookie } })).text()
  const grant = /\/codes\/(grt_[\w-]+)"/.exec(html)?.[1]
  if (!grant) throw new Error('no code was sent')
  return { id, grant }
}

async function findPlaces(db: D1Database): Promise<Places> {
  const one = async (query: string) => (await db.prepare(query).first<string>('id')) ?? ''
  const manager = await one("SELECT id FROM accounts WHERE role = 'manager'")
  const supervisor = await one("SELECT id FROM accounts WHERE role = 'supervisor'")
  const session = await one(`SELECT id FROM web_sessions WHERE account_id = '${manager}'`)
  const device = await one("SELECT id FROM devices WHERE organisation_id = 1 AND status = 'unresponsive'")
  return {
    '/account/passkeys/': { passkey: 'passkey-manager' },
    '/account/sessions/': { session },
    '/manage/accounts/disable': { '?': '?id=acc_0000000000000000000000' },
    '/manage/devices/': { device },
    '/manage/devices/views/': { view: 'view_sample' },
    '/manage/invitations/': { id: 'inv_sample_0', job: 'job_sample' },
    '/manage/devices/renew': { '?': `?id=${device}` },
    '/manage/devices/delete': { '?': `?id=${device}` },
    '/manage/accounts/': { id: await one("SELECT id FROM accounts WHERE state = 'unapproved' LIMIT 1") },
    '/manage/account-templates/': { id: 'act_contractors' },
    '/manage/device-templates/': {
      id: await one("SELECT id FROM device_templates WHERE organisation_id = 1 AND platform = 'ios'"),
      version: '1',
    },
    '/manage/certificates/': {
      authority: await one('SELECT id FROM certificate_authorities WHERE organisation_id = 1'),
      serial: await one(
        'SELECT serial AS id FROM issued_certificates WHERE organisation_id = 1 AND revoked_at IS NULL',
      ),
    },
    '/manage/setup/exceptions/': { address: 'partner@elsewhere.example' },
    '/manage/setup/keys/': { key: 'key_sample' },
    '/portal/certificates/': { certificate: 'uct_sample' },
    '/manage/messages/': { id: 'msg_sample_0', kind: 'invitation', locale: 'en' },
    '/supervise/organisations/': { id: '1', account: manager },
    '/supervise/service/': { account: supervisor },
    '/supervise/health/dead-letters/': { id: 'queue-message-1' },
    '/sign-in/oidc/': { slug: 'acme' },
  }
}
