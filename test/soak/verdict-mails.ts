import { readCode, readLink, type SentMail } from './sink.ts'
import { type Evidence, groupBy } from './verdict.ts'

/** No message is lost; none went out under two ids; the same id is always the same message. */
export function judgeMails({ ledger, mails, found }: Evidence): string[] {
  const faults: string[] = []
  const sent = new Set(mails.map(({ id }) => id))
  const living = new Set(found.grants.filter((grant) => grant.living).map(({ id }) => id))
  const invitations = new Map(found.invitations.map(({ id, state }) => [id, state]))
  for (const { id, kind, state, reason, invitation, grant } of found.messages) {
    if (state === 'sent' && !sent.has(id)) faults.push(`${id}: ${kind} counts as sent, and never came`)
    if (state === 'queued') faults.push(`${id}: ${kind} still waits`)
    if (state === 'failed') faults.push(`${id}: ${kind} failed: ${reason}`)
    const alive = invitation
      ? /^(issued|opened)$/.test(invitations.get(invitation) ?? '')
      : living.has(grant ?? '')
    if (state === 'obsolete' && alive)
      faults.push(`${id}: ${kind} was dropped, and what it brings still works`)
  }
  for (const { id, address, delivery, failure } of found.challenges)
    if (delivery !== 'sent') faults.push(`${id}: the code for ${address} is ${delivery} ${failure ?? ''}`)

  const came = (to: string, since: number, is: (mail: SentMail) => boolean) =>
    mails.some((mail) => mail.to === to && mail.at >= since && is(mail))
  for (const { address, asked } of ledger.challenges)
    if (!came(address, asked, (mail) => readCode(mail) !== null))
      faults.push(`${address}: a page said that a code is on its way, and none came`)
  for (const { address, asked } of ledger.mailedCodes)
    if (!came(address, asked, (mail) => readLink(mail.text)?.door === 'p'))
      faults.push(`${address}: the portal said that a code is on its way, and none came`)
  for (const { job, addresses, asked } of ledger.jobs) {
    const row = found.jobs.find(({ id }) => id === job)
    if (!row?.finished || row.done !== addresses.length)
      faults.push(
        `${job}: ${row ? `${row.done} of ${addresses.length} are invited` : 'a manager saw it begin, and it is gone'}`,
      )
    for (const address of addresses)
      if (!came(address, asked, (mail) => readLink(mail.text)?.door === 'i'))
        faults.push(`${address}: invited by ${job}, and no invitation came`)
  }

  const logical = mails.map((mail) => ({ id: mail.id, message: describe(mail) }))
  for (const [message, ids] of groupBy(logical, 'message', 'id'))
    if (ids.size > 1) faults.push(`${message}: sent under ${ids.size} ids: ${[...ids].join(', ')}`)
  for (const [id, messages] of groupBy(logical, 'id', 'message'))
    if (messages.size > 1) faults.push(`${id}: ${messages.size} messages under one id`)
  const known = new Set(found.messages.map(({ id }) => id))
  for (const { id } of mails)
    if (!known.has(id) && !id.startsWith('chl_'))
      faults.push(`${id}: it was sent, and D1 knows nothing of it`)
  const brought = found.messages.flatMap(({ id, invitation }) => (invitation ? [{ id, invitation }] : []))
  for (const [invitation, ids] of groupBy(
    brought as Record<'id' | 'invitation', string>[],
    'invitation',
    'id',
  ))
    if (ids.size > 1) faults.push(`${invitation}: ${ids.size} messages for one invitation`)
  return faults
}

/** What the mail is to whoever gets it: the link it brings, the code, or what it says. */
function describe(mail: SentMail): string {
  const link = readLink(mail.text)
  return `${mail.to}: ${link ? `/${link.door}/${link.code}` : (readCode(mail) ?? mail.text)}`
}

/** Mails that came more than once under their id: what a kill between the provider's yes and our note brings. */
export function countRepeats(mails: SentMail[]): number {
  return mails.length - new Set(mails.map(({ id }) => id)).size
}
