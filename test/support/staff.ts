import type { Account } from '../../src/accounts/index.ts'
import { hashSecret } from '../../src/kernel/secrets.ts'
import { makeVisitor, type Visitor } from './visitor.ts'
import { inD1, makePerson, services, time } from './world.ts'

/** People who work at `/manage` and `/supervise`, signed in without the pages that would do it. */

export type TestStaff = { visitor: Visitor; account: Account; address: string }

async function open(account: Account, address: string): Promise<TestStaff> {
  const visitor = makeVisitor()
  const { secret } = await services.accounts.openSession(
    account,
    { assurance: 'passkey', userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' },
    time.now(),
  )
  visitor.cookies.set('__Host-latchkey-staff', secret)
  return { visitor, account, address }
}

/** A manager of the demonstration organisation, with a session that a passkey opened. */
export async function makeManager(options: { address?: string; name?: string } = {}): Promise<TestStaff> {
  const { account, address } = await makePerson({ name: 'Grace Hopper', ...options })
  await inD1("UPDATE accounts SET role = 'manager' WHERE id = ?", account.id)
  return open({ ...account, role: 'manager' }, address)
}

let supervisors = 0

/** A supervisor, with a session that a passkey opened. */
export async function makeSupervisor(options: { address?: string } = {}): Promise<TestStaff> {
  supervisors += 1
  const id = `acc_supervisor_${supervisors}`
  const address = options.address ?? `supervisor-${supervisors}@latchkey.example`
  const ref = hashSecret(id).slice(0, 22)
  await inD1(
    `INSERT INTO accounts (id, organisation_id, ref, role, state, name, name_key, locale, address, template_id,
       created_at, changed_at)
     VALUES (?1, 0, ?2, 'supervisor', 'active', 'Katherine Johnson', 'katherine johnson', 'en', ?3,
       'act_supervisor', ?4, ?4)`,
    id,
    ref,
    address,
    time.now(),
  )
  await inD1('INSERT INTO account_addresses VALUES (0, ?, ?, ?)', address, id, time.now())
  const account: Account = {
    id,
    organisationId: 0,
    ref,
    role: 'supervisor',
    state: 'active',
    name: 'Katherine Johnson',
    phone: null,
    locale: 'en',
    address,
    termsVersion: null,
    deviceLimit: null,
    atLimit: 'refuse',
    permissions: [],
    defaultOwnership: 'inherit',
    templateId: 'act_supervisor',
    groups: [],
  }
  return open(account, address)
}
