import { makeRef } from '../../../src/kernel/ids.ts'
import { randomBytes } from '../../../src/kernel/secrets.ts'
import type { TestPerson } from '../../support/world.ts'
import { inD1, services, time } from '../../support/world.ts'
import { makeForeigner } from './people-support.ts'

type Columns = Record<string, string | number | null>
type Owner = { account: { id: string; ref: string } }

/** A device of a person as the projection would write it, with columns of its own. Answers its id. */
export async function insertDevice(person: Owner, columns: Columns = {}): Promise<string> {
  const id = String(columns.id ?? `dev_${makeRef(randomBytes(16))}`)
  const at = Number(columns.registered_at ?? time.now())
  const row: Columns = {
    id,
    organisation_id: 1,
    account_id: person.account.id,
    ref: person.account.ref,
    rev: 1,
    lifecycle: 'active',
    platform: 'agent',
    ownership: 'company',
    template_id: null,
    template_version: 1,
    reports: 'agent',
    check_in_seconds: 3600,
    claim_id: `clm_${id}`,
    grant_id: `grt_${id}`,
    epoch: 1,
    credential_hash: 'x',
    registered_at: at,
    name_key: String(columns.name ?? '').toLowerCase(),
    changed_at: at,
    ...columns,
  }
  const names = Object.keys(row)
  const places = names.map(() => '?').join(', ')
  await inD1(`INSERT INTO devices (${names.join(', ')}) VALUES (${places})`, ...Object.values(row))
  return id
}

/** A device of another organisation, which must stay out of reach. */
export async function insertForeign(columns: Columns = {}): Promise<string> {
  const account = await makeForeigner()
  const person = { account: { id: account, ref: `ref-${account}` } }
  return insertDevice(person, { name: 'Theirs', organisation_id: 77, ...columns })
}

/** Invites a person; nothing is sent. Answers the invitation with its credentials, and its code. */
export async function invite(person: TestPerson) {
  const door = await services.organisations.openDoor('acme')
  if (!door.ok) throw new Error('acme is closed')
  const invited = await services.invitations.inviteOne({
    organisation: door.value.organisation,
    accountId: person.account.id,
    channel: 'none',
    actor: { kind: 'manager', id: 'acc_manager' },
    now: time.now(),
  })
  if (!invited.ok) throw new Error(JSON.stringify(invited.error))
  const { credentials, id } = invited.value
  if (!credentials) throw new Error('a fresh invitation shows its credentials')
  const [slot] = await inD1('SELECT slot_device_id AS id FROM invitations WHERE id = ?', id)
  return { id, slot: String(slot?.id), code: `${person.account.ref}.${credentials.secret}`, ...credentials }
}

/** The lines of a list: the id of each, in order. */
export function rowsOf(html: string): string[] {
  return [...html.matchAll(/<tr data-row="([^"]+)"/g)].map(([, id]) => id ?? '')
}

/** One line of a list as text. */
export function lineOf(html: string, id: string): string {
  const [, row = ''] = new RegExp(`<tr data-row="${id}"[^>]*>(.*?)</tr>`, 's').exec(html) ?? []
  return textOf(row)
}

export function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
