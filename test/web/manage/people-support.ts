import { makeRef } from '../../../src/kernel/ids.ts'
import { randomBytes } from '../../../src/kernel/secrets.ts'
import type { TestStaff } from '../../support/staff.ts'
import { inD1, time } from '../../support/world.ts'

/** A second organisation with one person, who must stay out of reach. */
export async function makeForeigner() {
  const id = `acc_foreign_${makeRef(randomBytes(16)).slice(0, 8).toLowerCase()}`
  await inD1(
    `INSERT OR IGNORE INTO organisations (id, slug, site_id, name, enabled, accent, email_rule, terms_version,
       phone_required, confirmation, created_at, changed_at)
     VALUES (77, 'globex', '7777', 'Globex', 1, '#15559a', '', 1, 0, 'tap', 1, 1)`,
  )
  await inD1(
    `INSERT OR IGNORE INTO account_templates (id, organisation_id, name, default_ownership, locale, created_at,
       changed_at) VALUES ('act_globex', 77, 'Globex people', 'inherit', 'en', 1, 1)`,
  )
  await inD1(
    `INSERT INTO accounts (id, organisation_id, ref, role, state, name, name_key, locale, address, template_id,
       created_at, changed_at)
     VALUES (?1, 77, ?2, 'device_owner', 'unapproved', 'Hank Scorpio', 'hank scorpio', 'en', ?3, 'act_globex', ?4, ?4)`,
    id,
    makeRef(randomBytes(16)),
    `${id}@globex.example`,
    time.now(),
  )
  await inD1('INSERT INTO account_addresses VALUES (77, ?, ?, 1)', `${id}@globex.example`, id)
  return id
}

/** The form of somebody new, who gets this account template. */
export const newPerson = (template: string, change: Record<string, string> = {}) => ({
  address: 'new@elsewhere.example',
  name: 'Joan Clarke',
  phone: '',
  template,
  groups: 'Workshop, Berlin',
  role: 'device_owner',
  locale: 'de',
  ...change,
})

export async function accountTemplateId(): Promise<string> {
  const [template] = await inD1('SELECT id FROM account_templates WHERE organisation_id = 1 LIMIT 1')
  return String(template?.id)
}

/** Posts fields of which some come several times. */
export function postPairs({ visitor }: TestStaff, path: string, pairs: [string, string][]) {
  return visitor.ask('POST', path, { form: pairs as never })
}

/** Posts a form with a file, as a browser does. */
export function upload(
  { visitor }: TestStaff,
  path: string,
  fields: Record<string, string | Uint8Array<ArrayBuffer>>,
) {
  return visitor.send(
    path,
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : new File([value], 'people.csv'),
    ]),
  )
}

/** The account of an address, as D1 has it. */
export async function accountAt(address: string) {
  const [row] = await inD1(
    `SELECT a.* FROM account_addresses d JOIN accounts a ON a.id = d.account_id
     WHERE d.organisation_id = 1 AND d.address = ?`,
    address,
  )
  return row
}

export async function audited(action: string) {
  return inD1('SELECT * FROM audit WHERE action = ? ORDER BY rowid', action)
}

/** The value of a hidden field. */
export function hidden(html: string, name: string): string {
  const [, value = ''] = new RegExp(`name="${name}" value="([^"]*)"`).exec(html) ?? []
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
