import type { Organisation } from '../../../src/organisations/index.ts'
import { copyRows } from '../../support/rows.ts'
import { inD1, seedWorld, services, time } from '../../support/world.ts'

/** What managers set for their organisation, and how it is put back. */

export const GENERAL = '/manage/setup'
export const ADDRESSES = '/manage/setup/addresses'
export const PEOPLE = '/manage/setup/people'
export const DEVICES = '/manage/setup/devices'

/** Acme as it is at first. */
let original: Record<string, unknown> = {}

export async function startSetup(): Promise<void> {
  time.start()
  await seedWorld()
  const [row] = await inD1('SELECT * FROM organisations WHERE id = 1')
  original = row ?? {}
}

/** Puts Acme back as it was. Call in `afterEach`. */
export async function restoreAcme(): Promise<void> {
  const names = Object.keys(original)
  await inD1(
    `UPDATE organisations SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = 1`,
    ...Object.values(original),
  )
  await inD1('DELETE FROM email_exceptions')
}

export const organisation = async (): Promise<Organisation> => {
  const door = await services.organisations.openDoor('acme')
  if (!door.ok) throw new Error(door.error.code)
  return door.value.organisation
}

/** The newest audit row of that action. */
export async function audited(action: string) {
  const [row] = await inD1(
    'SELECT actor_kind, actor_id, detail FROM audit WHERE organisation_id = 1 AND action = ? ORDER BY rowid DESC LIMIT 1',
    action,
  )
  return row && { ...row, detail: JSON.parse(String(row.detail)) }
}

export async function countAudit(): Promise<number> {
  const [row] = await inD1('SELECT count(*) AS n FROM audit')
  return Number(row?.n)
}

/** An organisation that nobody here may reach. */
export async function makeOtherOrganisation(): Promise<void> {
  const [known] = await inD1('SELECT 1 FROM organisations WHERE id = 2')
  if (!known)
    await copyRows('organisations', 'id = 1', () => ({
      ...{ id: 2, slug: 'other', site_id: '4712', name: 'Other', account_template_id: null },
    }))
}
