import { copyRows } from '../../support/rows.ts'
import { inD1 } from '../../support/world.ts'

/** Beside Acme another organisation that has the like of what is Acme's. */

export const OTHER = 2

/** The same shape, another value: the id of what is copied. */
export const foreignOf = (id: string) => `${id.slice(0, -7)}foreign`

/** Ids of what is Acme's. */
type Own = Record<
  | 'account'
  | 'accountTemplate'
  | 'apiKey'
  | 'command'
  | 'device'
  | 'deviceTemplate'
  | 'invitation'
  | 'invitationJob'
  | 'message'
  | 'ownCertificate'
  | 'passkey'
  | 'session'
  | 'view',
  string
>

/** Makes the other organisation, with two people: the owner of everything and the like of `colleague`. */
export async function makeOtherOrganisation(own: Own, colleague: string, at: number): Promise<void> {
  const org = { organisation_id: OTHER }
  await copyRows('organisations', 'id = 1', () => ({
    id: OTHER,
    slug: 'other',
    site_id: '5555',
    name: 'Other',
  }))
  await copyRows('account_templates', `id = '${own.accountTemplate}'`, ({ id }) => ({
    ...org,
    id: foreignOf(String(id)),
  }))
  await inD1('UPDATE organisations SET account_template_id = ? WHERE id = 2', foreignOf(own.accountTemplate))
  await copyRows('device_templates', `id = '${own.deviceTemplate}'`, ({ id }) => ({
    ...org,
    id: foreignOf(String(id)),
  }))
  await inD1(
    "INSERT INTO organisation_platforms VALUES (2, 'agent', ?, ?)",
    foreignOf(own.deviceTemplate),
    at,
  )
  for (const id of [own.account, colleague])
    await copyRows('accounts', `id = '${id}'`, (row) => ({
      ...org,
      id: foreignOf(id),
      ref: foreignOf(String(row.ref)),
      name: 'Eve Foreign',
      template_id: foreignOf(own.accountTemplate),
      address: `eve-${id.slice(4, 9).toLowerCase()}@other.example`,
    }))
  await inD1(
    'INSERT INTO account_addresses SELECT organisation_id, address, id, ? FROM accounts WHERE organisation_id = 2',
    at,
  )
  await copyRows('devices', `id = '${own.device}'`, ({ ref }) => ({
    ...org,
    id: foreignOf(own.device),
    ref: foreignOf(String(ref)),
    account_id: foreignOf(own.account),
    template_id: foreignOf(own.deviceTemplate),
    key_thumbprint: null,
  }))
  const theirs = { ...org, account_id: foreignOf(own.account) }
  await copyRows('messages', `id = '${own.message}'`, ({ id }) => ({ ...theirs, id: foreignOf(String(id)) }))
  await copyRows('passkeys', `id = '${own.passkey}'`, ({ id }) => ({ ...theirs, id: foreignOf(String(id)) }))
  await copyRows('web_sessions', `id = '${own.session}'`, ({ id }) => ({
    ...theirs,
    id: foreignOf(String(id)),
  }))
  await copyRows('invitations', `id = '${own.invitation}'`, ({ id, ref, slot_device_id: slot }) => ({
    ...theirs,
    id: foreignOf(String(id)),
    ref: foreignOf(String(ref)),
    slot_device_id: foreignOf(String(slot)),
  }))
  await copyRows('invitation_jobs', `id = '${own.invitationJob}'`, ({ id }) => ({
    ...org,
    id: foreignOf(String(id)),
  }))
  await copyRows('api_keys', `id = '${own.apiKey}'`, ({ id }) => ({
    ...org,
    ...{ id: foreignOf(String(id)), name: 'Eve Foreign', hash: 'other' },
  }))
  await copyRows('account_certificates', `id = '${own.ownCertificate}'`, ({ id }) => ({
    ...theirs,
    ...{ id: foreignOf(String(id)), name: 'Eve Foreign' },
  }))
  await copyRows('device_commands', `id = '${own.command}'`, ({ id }) => ({
    ...theirs,
    id: foreignOf(String(id)),
    device_id: foreignOf(own.device),
  }))
  await copyRows('device_views', `id = '${own.view}'`, ({ id }) => ({ ...theirs, id: foreignOf(String(id)) }))
  for (const address of ['guest@elsewhere.example', 'eve@elsewhere.example'])
    await copyRows('email_exceptions', 'organisation_id = 1', () => ({ ...org, address }))
}
