import {
  addAddressesStatements,
  newPeopleStatements,
  planImport,
  readKnown,
  readSheet,
  type Sheet,
} from '../accounts/index.ts'
import { auditStatement, newEntry } from '../audit/index.ts'
import { makeId } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { hashSecret, randomBytes } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import type { Organisation } from '../organisations/index.ts'
import type { Actor } from '../referee/index.ts'
import { findConstraint } from '../runtime/constraints.ts'
import { runBatch, type Statement } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import { insertJob } from './jobs-store.ts'
import { itemId } from './rules.ts'
import type { InvitationsOptions } from './service.ts'
import type { InvitationChannel } from './types.ts'
import { countRows, planAccounts, planSheet, readAddresses } from './whom-rules.ts'
import { findCandidates, readCandidates } from './whom-store.ts'
import {
  INVITE_MAX,
  type InvitePreview,
  type InviteRow,
  type StartRefusal,
  type Whom,
  type WhomProblem,
} from './whom-types.ts'

type Asked = { organisation: Organisation; whom: Whom; channel: InvitationChannel; now: Instant }
type Planned = { rows: InviteRow[]; ignored: string[] }

export function makeWhom({ database, messages, normalise }: InvitationsOptions) {
  async function planChosen({ organisation, whom, channel }: Asked): Promise<Result<Planned, WhomProblem>> {
    if (whom.kind === 'filter') {
      const found = await findCandidates(database, organisation.id, whom.filter, INVITE_MAX + 1)
      if (found.length > INVITE_MAX) return refuse('too_many_rows')
      return found.length === 0 ? refuse('empty') : ok({ rows: planAccounts(found, channel), ignored: [] })
    }
    if (whom.kind !== 'accounts') return refuse('empty')
    const ids = [...new Set(whom.ids)]
    if (ids.length > INVITE_MAX) return refuse('too_many_rows')
    const found = await readCandidates(database, organisation.id, ids)
    if (found.length === 0) return refuse('empty')
    const typed = found.flatMap(({ id, address }) => {
      const text = whom.addresses?.[id]?.trim()
      return text === undefined || text === address ? [] : [{ id, typed: text, address: normalise(text) }]
    })
    const asked = typed.flatMap(({ address }) => (address === null ? [] : [address]))
    const { known } = asked.length > 0 ? await readKnown(database, organisation.id, asked) : { known: [] }
    const owners = new Map(known.map((person) => [person.found, person.id]))
    const edits = new Map(
      typed.map(({ id, address, ...rest }) => {
        const owner = address === null ? undefined : owners.get(address)
        // Two people cannot be given the same address either: the first has it.
        const taken = owner !== undefined && owner !== id
        if (address !== null && owner === undefined) owners.set(address, id)
        return [id, { ...rest, address, taken }]
      }),
    )
    return ok({ rows: planAccounts(found, channel, edits), ignored: [] })
  }

  async function planRows(asked: Asked, sheet: Sheet): Promise<Planned> {
    const { organisation, channel } = asked
    const addresses = sheet.rows.flatMap(({ address }) => (address === null ? [] : [address]))
    const world = await readKnown(database, organisation.id, addresses)
    const outcomes = planImport(sheet, { ...world, defaultTemplateId: organisation.accountTemplateId })
    const found = await readCandidates(
      database,
      organisation.id,
      world.known.map(({ id }) => id),
    )
    const byId = new Map(found.map((person) => [person.id, person]))
    const byAddress = new Map(
      world.known.flatMap(({ found: address, id }) => {
        const person = byId.get(id)
        return person ? [[address, person] as const] : []
      }),
    )
    return { rows: planSheet(sheet, outcomes, byAddress, channel), ignored: sheet.ignored }
  }

  async function preview(asked: Asked): Promise<Result<InvitePreview, WhomProblem>> {
    const { organisation, whom, channel } = asked
    if (!organisation.enabled || !organisation.setupOpen) return refuse('setup_closed')
    let planned: Result<Planned, WhomProblem>
    if (whom.kind === 'addresses' || whom.kind === 'csv') {
      const sheet =
        whom.kind === 'csv'
          ? readSheet(whom.text, normalise, INVITE_MAX)
          : readAddresses(whom.text, normalise)
      planned = sheet.ok ? ok(await planRows(asked, sheet.value)) : sheet
    } else planned = await planChosen(asked)
    if (!planned.ok) return planned
    const { rows, ignored } = planned.value
    return ok({
      rows,
      counts: countRows(rows),
      ignored,
      digest: hashSecret(JSON.stringify([channel, rows])),
    })
  }

  return {
    preview,

    async start(
      input: Asked & { digest: string; skipErrors: boolean; actor: Actor },
    ): Promise<Result<{ jobId: string; total: number }, StartRefusal>> {
      const { organisation, channel, actor, now } = input
      const planned = await preview(input)
      if (!planned.ok) return refuse({ code: planned.error })
      const { rows, counts, digest } = planned.value
      if (digest !== input.digest) return refuse({ code: 'moved', preview: planned.value })
      if (counts.invited === 0) return refuse({ code: 'nobody', preview: planned.value })
      if (counts.error > 0 && !input.skipErrors) return refuse({ code: 'errors', preview: planned.value })

      const organisationId = organisation.id
      const jobId = makeId('job', randomBytes(16))
      const { people, statements } = await gather(rows, input)
      const items = people.map((person, position) => ({ ...person, id: itemId(jobId, position) }))
      const job = { id: jobId, organisationId, channel, createdBy: actor.id, createdAt: now }
      const detail = {
        job: jobId,
        channel,
        invited: counts.invited,
        added: counts.new,
        superseded: counts.superseded,
        left_out: counts.error,
      }
      try {
        await runBatch(database, [
          ...statements,
          ...insertJob(database, { ...job, total: items.length }, items),
          auditStatement(
            database,
            newEntry({ organisationId, at: now, actor, action: 'invitations.sent', detail }),
          ),
        ])
      } catch (error) {
        // Between our look and the write one of the new addresses registered: nothing was written, look again.
        const again = findConstraint(error) === null ? null : await preview(input)
        if (!again?.ok || again.value.digest === digest) throw error
        return refuse({ code: 'moved', preview: again.value })
      }
      await messages
        .send({ kind: 'invitation_job', owner: 'd1', id: jobId })
        .catch((error: unknown) => log('warn', 'invitation_job.not_queued', { reason: describeError(error) }))
      return ok({ jobId, total: items.length })
    },
  }

  /** Who is invited, in order, with what makes accounts of those who are new and notes addresses that are. */
  async function gather(
    rows: InviteRow[],
    { organisation, whom, actor, now }: Asked & { actor: Actor },
  ): Promise<{ people: { accountId: string; recipient: string }[]; statements: Statement[] }> {
    const by = { organisationId: organisation.id, actor, now }
    const fresh = rows.flatMap((row) =>
      row.kind === 'new' ? [{ address: row.address, details: { name: row.name, ...row.details } }] : [],
    )
    const { made, statements } = newPeopleStatements(fresh, by)
    const idOf = new Map(made.map(({ address, id }) => [address, id]))
    const people = rows.flatMap((row) => {
      if (row.kind === 'error') return []
      const accountId = row.kind === 'known' ? row.accountId : (idOf.get(row.address) ?? '')
      return [{ accountId, recipient: row.recipient }]
    })
    if (whom.kind !== 'accounts' || !whom.addresses) return { people, statements }
    const edited = rows.flatMap((row) =>
      row.kind === 'known' && row.accountId in (whom.addresses ?? {}) && row.recipient.includes('@')
        ? [{ accountId: row.accountId, address: row.recipient }]
        : [],
    )
    const known = await readKnown(
      database,
      organisation.id,
      edited.map(({ address }) => address),
    )
    const there = new Set(known.known.map(({ found }) => found))
    const added = edited.filter(({ address }) => !there.has(address))
    return { people, statements: [...statements, ...addAddressesStatements(added, by)] }
  }
}
