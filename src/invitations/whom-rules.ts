import type { RowOutcome, Sheet, SheetProblem } from '../accounts/index.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Candidate, InvitationChannel } from './types.ts'
import { INVITE_MAX, type InviteCounts, type InviteProblem, type InviteRow } from './whom-types.ts'

type Normalise = (text: string) => string | null

/** Between addresses; not within quotes or angle brackets. */
const ENTRY = /(?:"[^"\n]*"|<[^>\n]*>|[^\n,;"<])+/g
const NAMED = /^(.*?)\s*<([^<>]*)>$/
const QUOTED = /^"(.*)"$/

/** Addresses as somebody types or pastes them, as the rows of a sheet. `line` is the place in the list. */
export function readAddresses(text: string, normalise: Normalise): Result<Sheet, SheetProblem> {
  const entries = (text.match(ENTRY) ?? []).flatMap((part) => {
    const entry = part.trim()
    // Addresses without anything else may be parted by blanks.
    return entry.includes('<') || (entry.match(/@/g) ?? []).length < 2 ? [entry] : entry.split(/\s+/)
  })
  const told = entries.filter(Boolean)
  if (told.length === 0) return refuse('empty')
  if (told.length > INVITE_MAX) return refuse('too_many_rows')
  const rows = told.map((entry, index) => {
    const [, name = '', address = entry] = NAMED.exec(entry) ?? []
    const values = { address: address.trim(), name: name.trim().replace(QUOTED, '$1') }
    return { line: index + 1, values, overfull: false, address: normalise(values.address) }
  })
  return ok({ rows, ignored: [] })
}

/** Why this account cannot be invited; null where it can. */
function whyNotInvited(
  { state }: Pick<Candidate, 'state'>,
  channel: InvitationChannel,
  recipient: string,
): InviteProblem | null {
  const problem = (says: InviteProblem['says']) => ({ column: 'address' as const, says })
  if (state === 'deleted') return problem('deleted')
  if (state === 'disabled') return problem('disabled')
  if (state === 'unapproved') return problem('unapproved')
  return channel !== 'none' && recipient === '' ? { column: 'phone', says: 'no_phone' } : null
}

export function recipientOf(
  person: { address: string; phone: string | null },
  channel: InvitationChannel,
): string {
  return channel === 'none' ? '' : channel === 'sms' ? (person.phone ?? '') : person.address
}

/** A row for each account that was chosen, in the order given. `edits`: where mail goes instead. */
export function planAccounts(
  candidates: Candidate[],
  channel: InvitationChannel,
  edits: Map<string, { typed: string; address: string | null; taken: boolean }> = new Map(),
): InviteRow[] {
  return candidates.map((person, index): InviteRow => {
    const edited = channel === 'email' ? edits.get(person.id) : undefined
    const recipient = recipientOf({ ...person, address: edited?.address ?? person.address }, channel)
    const place = { line: index + 1, address: edited?.typed ?? person.address, name: person.name }
    const why: InviteProblem | null =
      edited && edited.address === null
        ? { column: 'address', says: { code: edited.typed === '' ? 'missing' : 'not_an_address' } }
        : edited?.taken
          ? { column: 'address', says: 'taken' }
          : whyNotInvited(person, channel, recipient)
    if (why) return { ...place, kind: 'error', problems: [why] }
    return { ...place, kind: 'known', accountId: person.id, recipient, supersedes: person.invited }
  })
}

/** A row for each line of a sheet. What a sheet says of people who are known changes nothing of them. */
export function planSheet(
  sheet: Sheet,
  outcomes: RowOutcome[],
  candidates: ReadonlyMap<string, Candidate>,
  channel: InvitationChannel,
): InviteRow[] {
  return outcomes.map((outcome, index): InviteRow => {
    const { line, address } = outcome
    const told = sheet.rows[index]?.values ?? {}
    const place = { line, address, name: (told.name ?? '').slice(0, 200) }
    if (outcome.kind === 'error') return { ...place, kind: 'error', problems: outcome.problems }
    if (outcome.kind === 'new') {
      const { name, ...details } = outcome.details
      const recipient = recipientOf({ address, phone: details.phone }, channel)
      const why = whyNotInvited({ state: 'invited' }, channel, recipient)
      if (why) return { ...place, kind: 'error', problems: [why] }
      return { ...place, name, kind: 'new', recipient, details }
    }
    const person = candidates.get(address)
    if (!person) return { ...place, kind: 'error', problems: [{ column: 'address', says: 'deleted' }] }
    const phone = outcome.kind === 'changed' ? outcome.details.phone : person.phone
    const recipient = recipientOf({ address, phone }, channel)
    const why = whyNotInvited(person, channel, recipient)
    const known = { ...place, name: person.name || place.name }
    if (why) return { ...known, kind: 'error', problems: [why] }
    return { ...known, kind: 'known', accountId: person.id, recipient, supersedes: person.invited }
  })
}

export function countRows(rows: InviteRow[]): InviteCounts {
  const counts: InviteCounts = { invited: 0, known: 0, new: 0, superseded: 0, error: 0 }
  for (const row of rows) {
    counts[row.kind] += 1
    if (row.kind === 'known' && row.supersedes) counts.superseded += 1
  }
  return { ...counts, invited: counts.known + counts.new }
}
