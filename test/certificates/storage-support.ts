import { makeCertificates, type Subject } from '../../src/certificates/index.ts'
import { makeKeyring } from '../../src/kernel/secrets.ts'
import { openDatabase } from '../../src/runtime/database.ts'
import { BASE, bindings, inD1, time } from '../support/world.ts'

export const ACME = { id: 1, name: 'Acme Robotics' }
export const GLOBEX = { id: 77, name: 'Globex' }
export const MANAGER = { kind: 'manager', id: 'acc_manager' } as const
export const SUBJECT: Subject = {
  ...{ subject: 'CN=ada@acme.example,O=Acme', email: 'ada@acme.example' },
  keyUsage: ['digital_signature'],
}

export async function seedGlobex(): Promise<void> {
  await inD1(
    `INSERT OR IGNORE INTO organisations (id, slug, site_id, name, enabled, accent, email_rule, terms_version,
       phone_required, confirmation, created_at, changed_at)
     VALUES (77, 'globex', '7777', 'Globex', 1, '#15559a', '', 1, 0, 'tap', 1, 1)`,
  )
}

/** Everything that the room keeps. */
export async function clear(): Promise<void> {
  for (const table of ['organisation_signers', 'issued_certificates', 'certificate_authorities', 'audit'])
    await inD1(`DELETE FROM ${table}`)
}

/** The room as another isolate has it, with another master key if asked for. */
export function anotherIsolate(options: { masterKey?: number } = {}) {
  const bytes = new Uint8Array(32).fill(options.masterKey ?? 0)
  const other = makeKeyring({ current: { id: 'other', bytes }, naming: bytes })
  const keys = options.masterKey === undefined ? bindings.keys : other
  return makeCertificates({ database: openDatabase(bindings.db), keys, baseUrl: BASE })
}

let devices = 0

/** An identity for a device of its own. */
export async function makeIdentity(
  options: { organisation?: typeof ACME; deviceId?: string; accountId?: string | null } = {},
) {
  devices += 1
  const { organisation = ACME, deviceId = `dev_${devices}`, accountId = 'acc_ada' } = options
  const made = await anotherIsolate().makeIdentity({
    ...{ organisation, deviceId, accountId, subject: SUBJECT, now: time.now() },
  })
  if (!made.ok) throw new Error(made.error)
  return { deviceId, ...made.value }
}

/** What was recorded of an action, oldest first. */
export async function audited(action: string) {
  const rows = await inD1('SELECT * FROM audit WHERE action = ? ORDER BY rowid', action)
  return rows.map((row) => ({ ...row, detail: JSON.parse(String(row.detail)) }))
}
