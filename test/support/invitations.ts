import { makeId } from '../../src/kernel/ids.ts'
import { randomBytes } from '../../src/kernel/secrets.ts'
import type { IssueInvitationInput } from '../../src/referee/index.ts'
import { inD1, services, type TestPerson } from './world.ts'

/** Invites somebody as a bulk send would, without a message unless `send` says so. */
export async function invite(
  { account }: Pick<TestPerson, 'account'>,
  options: Partial<IssueInvitationInput> = {},
) {
  const issued = await services.provisioning.sessionOf(account.ref).issueInvitation({
    id: makeId('inv', randomBytes(16)),
    organisationId: account.organisationId,
    accountId: account.id,
    ref: account.ref,
    actor: { kind: 'manager', id: 'acc_manager' },
    notify: { address: account.address, locale: account.locale },
    confirmation: 'tap',
    deviceLimit: null,
    send: null,
    jobId: null,
    validitySeconds: null,
    invitationDeviceLimit: null,
    ...options,
  })
  if (!issued.ok) throw new Error(issued.error)
  const { credentials } = issued.value
  if (!credentials) throw new Error('a fresh invitation shows its credentials')
  const { ref } = account
  return { invitation: issued.value, ref, ...credentials, code: `${ref}.${credentials.secret}` }
}

/** The invitations of an account, oldest first. */
export const invitationsOf = (accountId: string) =>
  inD1('SELECT * FROM invitations WHERE account_id = ? ORDER BY rowid', accountId)
