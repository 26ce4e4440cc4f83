/** Rows that a service in use has: people in every state, devices, failures. Written past the rooms, for pictures. */

const FIRST = [
  'Ada',
  'Grace',
  'Edsger',
  'Barbara',
  'Alan',
  'Radia',
  'Donald',
  'Frances',
  'Ken',
  'Zoë',
  'محمد',
  '美咲',
]
const LAST = [
  'Lovelace',
  'Hopper',
  'Dijkstra',
  'Liskov',
  'Turing',
  'Perlman',
  'Knuth',
  'Allen',
  'Núñez',
  'Łukasiewicz',
]
const STATES = ['active', 'active', 'active', 'active', 'invited', 'unapproved', 'active', 'active']
const PLATFORMS = ['ios', 'android', 'macos', 'windows', 'linux', 'agent']
const LIFECYCLES = ['active', 'active', 'active', 'pending', 'retired', 'replaced']
const DAY = 86_400_000

export type Row = Record<string, string | number | null>

export async function insertRows(db: D1Database, table: string, rows: Row[]): Promise<void> {
  for (let begin = 0; begin < rows.length; begin += 50)
    await db.batch(
      rows.slice(begin, begin + 50).map((row) => {
        const names = Object.keys(row)
        const places = names.map((_, index) => `?${index + 1}`)
        return db
          .prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places.join(', ')})`)
          .bind(...Object.values(row))
      }),
    )
}

function pick<Value>(values: readonly Value[], index: number): Value {
  return values[index % values.length] as Value
}

/** `count` people of the organisation, with a device for most of them. */
export function makePeopleRows(options: {
  organisationId: number
  accountTemplateId: string
  deviceTemplates: Record<string, string>
  count: number
  now: number
}) {
  const { organisationId, accountTemplateId, deviceTemplates, count, now } = options
  const accounts: Row[] = []
  const addresses: Row[] = []
  const devices: Row[] = []
  for (let index = 0; index < count; index++) {
    const name = `${pick(FIRST, index)} ${pick(LAST, index * 3 + Math.floor(index / 12))}`
    const state = pick(STATES, index)
    const id = `acc_${String(index).padStart(22, '0')}`
    const ref = String(index).padStart(22, 'r')
    const address = `person-${index}@acme.example`
    const createdAt = now - index * 0.4 * DAY
    accounts.push({
      id,
      organisation_id: organisationId,
      ref,
      role: 'device_owner',
      state,
      name: state === 'invited' ? '' : name,
      name_key: state === 'invited' ? '' : name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase(),
      locale: index % 5 === 0 ? 'de' : 'en',
      address,
      groups: JSON.stringify(
        index % 4 === 0 ? ['Workshop'] : index % 9 === 0 ? ['Field service', 'Drivers'] : [],
      ),
      template_id: accountTemplateId,
      terms_version: 1,
      disabled_at: index % 17 === 3 ? now - DAY : null,
      created_at: createdAt,
      changed_at: createdAt,
    })
    addresses.push({
      organisation_id: organisationId,
      address,
      account_id: id,
      proved_at: state === 'invited' ? 0 : createdAt,
    })
    if (state !== 'active') continue
    const platform = pick(PLATFORMS, index)
    devices.push({
      id: `dev_${String(index).padStart(22, '0')}`,
      organisation_id: organisationId,
      account_id: id,
      ref,
      rev: 1,
      lifecycle: pick(LIFECYCLES, index),
      platform,
      ownership: index % 3 === 0 ? 'company' : 'personal',
      template_id: deviceTemplates[platform] ?? '',
      template_version: 1,
      reports: 'agent',
      check_in_seconds: 3600,
      claim_id: `clm_${index}`,
      grant_id: `grt_${index}`,
      epoch: 1,
      credential_hash: `hash-${index}`,
      registered_at: createdAt,
      name: `${pick(FIRST, index)}’s device`,
      model: pick(['iPhone 17', 'Pixel 11', 'MacBook Air', 'ThinkPad X1', 'Framework 16', 'R-200'], index),
      last_seen_at: now - index * 60_000,
      name_key: `${pick(FIRST, index)}’s device`.toLowerCase(),
      unresponsive_since: index % 7 === 0 ? now - index * 60_000 : null,
      unresponsive_reason:
        index % 7 === 0
          ? JSON.stringify(index % 2 ? { kind: 'silent' } : { kind: 'permissions', names: ['location'] })
          : null,
      changed_at: createdAt,
    })
  }
  return { accounts, addresses, devices }
}

/** A month of what happens at an organisation, as audit rows: the totals behind the overview follow by trigger. */
export function makeAuditRows(options: { organisationId: number; people: Row[]; now: number }): Row[] {
  const { organisationId, people, now } = options
  const steps = [
    'account.registered',
    'provision_code.created',
    'device.provisioned',
    'device.confirmed',
  ] as const
  return people.flatMap((person, index) =>
    steps.slice(0, 1 + ((index * 7) % 5)).map((action, step) => ({
      id: `aud_sample_${index}_${step}`,
      organisation_id: organisationId,
      at: Number(person.created_at) + step * 60_000 > now ? now : Number(person.created_at) + step * 60_000,
      actor_kind: action === 'device.confirmed' ? 'device' : 'owner',
      actor_id: String(person.id),
      action,
      account_id: String(person.id),
      device_id: step > 1 ? `dev_${String(index).padStart(22, '0')}` : null,
      detail: JSON.stringify(
        step === 0
          ? { address: String(person.address) }
          : { platform: pick(PLATFORMS, index), grant: `grt_${index}`, ownership: 'company', seconds: 600 },
      ),
    })),
  )
}
