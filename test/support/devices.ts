import { type Answer, inD1, issueCode, makeTestDevice, settle, type TestPerson } from './world.ts'

/** The devices of an account, oldest first. */
export const devicesOf = (accountId: string) =>
  inD1('SELECT * FROM devices WHERE account_id = ? ORDER BY rowid', accountId)

/** A device that somebody set up by a code, and that checked in once unless `checkIn` says otherwise. */
export async function setUpDevice(
  person: TestPerson,
  options: { code?: Parameters<typeof issueCode>[1]; facts?: Record<string, string>; checkIn?: boolean } = {},
) {
  const device = await makeTestDevice()
  const { code } = await issueCode(person, options.code)
  const { body } = await device.redeem({ code, ...(options.facts && { device: options.facts }) })
  const token = String(body.credential.token)
  if (options.checkIn !== false) await device.checkIn(token)
  await settle(person.account.ref)
  return { device, token, id: String(body.device.id) }
}

export const refusal = (answer: Answer) => ({ status: answer.status, code: answer.body.code })

/** What every code that is not good gets, whatever is wrong with it. */
export const REFUSED = { status: 403, code: 'invalid_provision_code' }
