import type { Certificates } from '../../../src/certificates/index.ts'
import { insertRows, makePeopleRows, type Row } from './data.ts'
import { makeInvitationRows } from './invitations.ts'

/** What stands in the database of a service in use. */

const PEOPLE = 120
const DAY = 86_400_000

/** Fills Acme, and gives the rows of its people. */
export async function fill(db: D1Database, now: number): Promise<Row[]> {
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
export async function certify(certificates: Certificates, people: Row[], now: number): Promise<void> {
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
