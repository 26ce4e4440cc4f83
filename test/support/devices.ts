import { type Answer, inD1 } from './world.ts'

export const devicesOf = (accountId: string) => inD1('SELECT * FROM devices WHERE account_id = ?', accountId)

export const refusal = (answer: Answer) => ({ status: answer.status, code: answer.body.code })

/** What every code that is not good gets, whatever is wrong with it. */
export const REFUSED = { status: 403, code: 'invalid_provision_code' }
