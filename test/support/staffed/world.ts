import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeAccounts } from '../../../src/accounts/index.ts'
import { makeCertificates } from '../../../src/certificates/index.ts'
import { toBase64Url } from '../../../src/kernel/encoding.ts'
import { makeKeyring, randomBytes } from '../../../src/kernel/secrets.ts'
import { seedDemonstration } from '../../../src/local/demonstration.ts'
import { makeOrganisations } from '../../../src/organisations/index.ts'
import { openDatabase } from '../../../src/runtime/database.ts'
import { makeTemplates } from '../../../src/templates/index.ts'
import { findFreePort } from '../../../src/tools/start/ports.ts'
import { bootWorker } from '../../bench/boot.ts'
import { buildLocal } from '../../bench/build.ts'
import { insertRows, makeAuditRows } from './data.ts'
import { certify, fill } from './fill.ts'
import { setUpOwner } from './owner.ts'
import type { Places } from './paths.ts'
import { findPlaces, sendCode } from './places.ts'

/**
 * The whole service with people in every state and a session for each role, for whoever walks every page: the
 * local bundle in Miniflare, whose database is within reach.
 */

const MIGRATIONS = join(import.meta.dirname, '../../../migrations')
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
