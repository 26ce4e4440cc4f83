import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type InviteRow, NO_INVITATION_FILTER, type Whom } from '../../src/invitations/index.ts'
import { MINUTE } from '../../src/kernel/time.ts'
import { inD1, makePerson, seedWorld, services, time } from '../support/world.ts'
import { acme, drain, MANAGER, makeQueue, makeRoom, makeSessions, send } from './support.ts'

beforeAll(async () => {
  time.start()
  await seedWorld()
})
beforeEach(() => {
  time.start()
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
})

const preview = async (whom: Whom, channel: 'email' | 'sms' | 'none' = 'email') => {
  const organisation = await acme()
  const shown = await services.invitations.preview({ organisation, whom, channel, now: time.now() })
  if (!shown.ok) throw new Error(shown.error)
  return shown.value
}

const told = (row: InviteRow) =>
  row.kind === 'error' ? row.problems.map(({ says }) => says) : [row.kind, row.recipient]

test('a CSV with one wrong address shows which, and invites the others', async () => {
  const text =
    'e-mail;name;colour\nlin-1@acme.example;Lin One;red\nlin two at acme;Lin Two;\nlin-3@acme.example;;'
  const queue = makeQueue()
  const sessions = makeSessions()
  const room = makeRoom(queue, sessions.namespace)
  const organisation = await acme()
  const whom = { kind: 'csv', text } as const
  const shown = await preview(whom)
  expect(shown.rows.map(told)).toEqual([
    ['new', 'lin-1@acme.example'],
    [{ code: 'not_an_address' }],
    ['new', 'lin-3@acme.example'],
  ])
  expect(shown.rows.map(({ line }) => line)).toEqual([2, 3, 4])
  expect(shown.counts).toEqual({ invited: 2, known: 0, new: 2, superseded: 0, error: 1 })
  expect(shown.ignored).toEqual(['colour'])

  const by = { actor: MANAGER, now: time.now() }
  const asked = { organisation, whom, channel: 'email' as const, digest: shown.digest, ...by }
  const kept = await room.start({ ...asked, skipErrors: false })
  expect(!kept.ok && kept.error.code).toBe('errors')
  expect(await inD1("SELECT id FROM accounts WHERE address LIKE 'lin-%'")).toEqual([])

  const started = await room.start({ ...asked, skipErrors: true })
  if (!started.ok) throw new Error(started.error.code)
  expect(queue.waiting).toEqual([{ kind: 'invitation_job', owner: 'd1', id: started.value.jobId }])
  await drain(room, queue)
  const people = await inD1("SELECT name, state FROM accounts WHERE address LIKE 'lin-%' ORDER BY address")
  expect(people).toEqual([
    { name: 'Lin One', state: 'invited' },
    { name: '', state: 'invited' },
  ])
  const { jobId } = started.value
  expect(await room.readJob(1, jobId)).toMatchObject({ total: 2, done: 2, finishedAt: time.now() })
  const { rows } = await room.list(1, { ...NO_INVITATION_FILTER, jobId })
  expect(rows.map(({ recipient }) => recipient).toSorted()).toEqual([
    'lin-1@acme.example',
    'lin-3@acme.example',
  ])
  const [entry] = await inD1("SELECT detail FROM audit WHERE action = 'invitations.sent'")
  expect(JSON.parse(String(entry?.detail))).toMatchObject({ job: jobId, invited: 2, added: 2, left_out: 1 })
  expect(JSON.stringify(await inD1('SELECT detail FROM audit'))).not.toContain('secret-of-')
})

describe('who is shown with what', () => {
  test('typed addresses: known, new, twice, disabled, unapproved, deleted', async () => {
    const known = await makePerson()
    const off = await makePerson()
    const waiting = await makePerson()
    const gone = await makePerson()
    await inD1('UPDATE accounts SET disabled_at = 5 WHERE id = ?', off.account.id)
    await inD1("UPDATE accounts SET state = 'unapproved' WHERE id = ?", waiting.account.id)
    await inD1("UPDATE accounts SET state = 'deleted', name = '' WHERE id = ?", gone.account.id)
    const typed = [known, off, waiting, gone, known].map(({ address }) => address.toUpperCase())
    const { rows, counts } = await preview({
      kind: 'addresses',
      text: [...typed, 'New Body <new-body@acme.example>'].join('\n'),
    })
    expect(rows.map(told)).toEqual([
      ['known', known.address],
      ['disabled'],
      ['unapproved'],
      ['deleted'],
      ['duplicate'],
      ['new', 'new-body@acme.example'],
    ])
    expect(rows.map(({ name }) => name)).toEqual([
      ...['Ada Lovelace', 'Ada Lovelace', 'Ada Lovelace', '', '', 'New Body'],
    ])
    expect(counts).toEqual({ invited: 2, known: 1, new: 1, superseded: 0, error: 4 })
  })

  test('without a phone number nobody is invited by SMS', async () => {
    const { account } = await makePerson()
    const whom: Whom = { kind: 'accounts', ids: [account.id] }
    expect((await preview(whom, 'sms')).rows.map(told)).toEqual([['no_phone']])
    await inD1("UPDATE accounts SET phone = '+442079460000' WHERE id = ?", account.id)
    expect((await preview(whom, 'sms')).rows.map(told)).toEqual([['known', '+442079460000']])
    expect((await preview(whom, 'none')).rows.map(told)).toEqual([['known', '']])
    const csv = 'address,phone\nsms-new@acme.example,+44 20 7946 0001\nsms-none@acme.example,'
    const { rows } = await preview({ kind: 'csv', text: csv }, 'sms')
    expect(rows.map(told)).toEqual([['new', '+442079460001'], ['no_phone']])
  })

  test('the filter for people who have nothing yet leaves out who has a device or accepted', async () => {
    const name = `Filter ${time.now()}`
    const people = await Promise.all([1, 2, 3, 4].map(() => makePerson({ name })))
    const [fresh, owner, accepted, former] = people.map(({ account }) => account.id)
    const device = (id: string, of: string | undefined, lifecycle: string) =>
      inD1(
        `INSERT INTO devices (id, organisation_id, account_id, ref, rev, lifecycle, ownership, template_version, reports,
           check_in_seconds, claim_id, grant_id, epoch, credential_hash, registered_at, changed_at)
         VALUES (?, 1, ?, 'r', 1, ?, 'personal', 1, 'agent', 3600, '', '', 1, '', 1, 1)`,
        id,
        of,
        lifecycle,
      )
    await device('dev_filter_1', owner, 'active')
    await device('dev_filter_2', former, 'deleted')
    const room = makeRoom(makeQueue(), makeSessions().namespace)
    const by = { organisation: await acme(), actor: MANAGER, now: time.now(), channel: 'email' as const }
    const invited = await room.inviteOne({ ...by, accountId: accepted ?? '' })
    await inD1('UPDATE invitations SET accepted_at = 1 WHERE id = ?', invited.ok ? invited.value.id : '')

    const filter = { search: 'filter', state: null, group: null, unprovisioned: true }
    const ids = async (change: object) => {
      const shown = await preview({ kind: 'filter', filter: { ...filter, ...change } })
      return shown.rows.flatMap((row) => (row.kind === 'known' ? [row.accountId] : [])).toSorted()
    }
    expect(await ids({})).toEqual([fresh, former].toSorted())
    expect(await ids({ unprovisioned: false })).toEqual([fresh, owner, accepted, former].toSorted())
    await inD1(`UPDATE accounts SET groups = '["Sales"]' WHERE id IN (?, ?)`, fresh, owner)
    expect(await ids({ unprovisioned: false, group: 'SALES' })).toEqual([fresh, owner].toSorted())
    expect(await ids({ search: people[1]?.address, unprovisioned: false })).toEqual([owner])
  })

  test('people of another organisation are not found, by id or by filter', async () => {
    const { account } = await makePerson()
    await inD1(
      `INSERT INTO organisations (id, slug, site_id, name, enabled, accent, email_rule, terms_version, phone_required,
         confirmation, created_at, changed_at) VALUES (7, 'x', '700700', 'X', 1, '#111111', '', 1, 0, 'tap', 1, 1)`,
    )
    const organisation = { ...(await acme()), id: 7 }
    const ask = (whom: Whom) =>
      services.invitations.preview({ organisation, whom, channel: 'email', now: time.now() })
    expect(await ask({ kind: 'accounts', ids: [account.id] })).toEqual({ ok: false, error: 'empty' })
    const filter = { search: '', state: null, group: null, unprovisioned: false }
    expect(await ask({ kind: 'filter', filter })).toEqual({ ok: false, error: 'empty' })
  })
})

test('an edited address goes with the person from then on; one of somebody else is refused', async () => {
  const one = await makePerson()
  const other = await makePerson()
  const room = makeRoom(makeQueue(), makeSessions().namespace)
  const ids = [one.account.id, other.account.id]
  const taken = await preview({ kind: 'accounts', ids, addresses: { [one.account.id]: other.address } })
  expect(taken.rows.map(told)).toContainEqual(['taken'])
  const wrong = await preview({ kind: 'accounts', ids, addresses: { [one.account.id]: 'nonsense' } })
  expect(wrong.counts.error).toBe(1)

  const edited = `edited-${one.address}`
  await send(room, { kind: 'accounts', ids, addresses: { [one.account.id]: edited } })
  const rows = await inD1('SELECT account_id, proved_at FROM account_addresses WHERE address = ?', edited)
  expect(rows).toEqual([{ account_id: one.account.id, proved_at: 0 }])
  const items = await inD1('SELECT recipient FROM invitation_items WHERE account_id = ?', one.account.id)
  expect(items).toEqual([{ recipient: edited }])
})

test('what is no longer what was shown is shown again, and nobody is invited', async () => {
  const { account } = await makePerson()
  const room = makeRoom(makeQueue(), makeSessions().namespace)
  const organisation = await acme()
  const whom: Whom = { kind: 'accounts', ids: [account.id] }
  const shown = await preview(whom)
  const by = { actor: MANAGER, now: time.now() }
  await room.inviteOne({ organisation, account, channel: 'email', ...by })
  const asked = { organisation, whom, channel: 'email' as const, skipErrors: true, ...by }
  const started = await room.start({ ...asked, digest: shown.digest })
  if (started.ok || started.error.code !== 'moved') throw new Error('it went ahead')
  expect(started.error.preview.counts).toMatchObject({ superseded: 1 })
  expect((await room.start({ ...asked, digest: started.error.preview.digest })).ok).toBe(true)
})

test('while setup is switched off nobody is invited, and a job that runs skips its people', async () => {
  const { account } = await makePerson()
  const queue = makeQueue()
  const room = makeRoom(queue, makeSessions().namespace)
  const { jobId } = await send(room, { kind: 'accounts', ids: [account.id] })
  const organisation = { ...(await acme()), setupOpen: false }
  const now = time.now()
  const whom: Whom = { kind: 'accounts', ids: [account.id] }
  const shown = await room.preview({ organisation, whom, channel: 'email', now })
  expect(shown).toEqual({ ok: false, error: 'setup_closed' })
  const one = await room.inviteOne({ organisation, account, channel: 'email', actor: MANAGER, now })
  expect(one).toEqual({ ok: false, error: 'setup_closed' })

  await inD1('UPDATE organisations SET setup_open = 0 WHERE id = 1')
  await drain(room, queue)
  await inD1('UPDATE organisations SET setup_open = 1 WHERE id = 1')
  expect(await room.readJob(1, jobId)).toMatchObject({ done: 0, skipped: 1, finishedAt: now })
  const { rows } = await room.listJobItems(1, jobId, 'skipped')
  expect(rows).toMatchObject([{ accountId: account.id, reason: 'organisation_off', name: 'Ada Lovelace' }])
  expect((await room.listJobItems(7, jobId, 'skipped')).rows).toEqual([])
  expect(await room.readJob(7, jobId)).toBeNull()
})

test('a session that does not answer is tried again with growing pauses, and given up at last', async () => {
  const { account } = await makePerson()
  const queue = makeQueue()
  const sessions = makeSessions()
  const room = makeRoom(queue, sessions.namespace)
  const { jobId } = await send(room, { kind: 'accounts', ids: [account.id] })
  sessions.hooks.before = () => Promise.reject(new Error('the object is away'))
  const [job] = queue.waiting.splice(0)
  if (!job) throw new Error('no job')
  await room.deliver(job, time.now())
  const [item] = queue.waiting.splice(0)
  if (!item) throw new Error('no item')
  const pauses: (number | null)[] = []
  for (let attempt = 0; attempt < 8; attempt++) {
    const { retryInSeconds } = await room.deliver(item, time.now())
    pauses.push(retryInSeconds)
    await room.sweep(time.now() + MINUTE)
    expect(queue.waiting.splice(0)).not.toContainEqual(item)
    time.pass((retryInSeconds ?? 0) * 1000)
  }
  expect(pauses).toEqual([30, 60, 120, 240, 480, 900, 900, null])
  expect(await room.readJob(1, jobId)).toMatchObject({ failed: 1, done: 0, finishedAt: time.now() })
  sessions.hooks.before = async () => {}
  expect(await room.deliver(item, time.now())).toEqual({ retryInSeconds: null })
  expect(sessions.issued()).toBe(0)
})
