import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import packageJson from '../../../package.json' with { type: 'json' }
import { VERSION } from '../../../src/kernel/version.ts'
import { holdQueue } from '../../support/queue.ts'
import { makeSupervisor, type TestStaff } from '../../support/staff.ts'
import {
  bindings,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  sessionOf,
  settle,
  time,
  watchTrips,
} from '../../support/world.ts'

beforeAll(seedWorld)
let staff: TestStaff
let queued: unknown[] = []
beforeEach(async () => {
  time.start()
  staff = await makeSupervisor()
  queued = holdQueue().waiting
  for (const table of ['messages', 'dead_letters', 'waiting_outboxes']) await inD1(`DELETE FROM ${table}`)
})
afterEach(() => {
  vi.restoreAllMocks()
  Object.assign(bindings.keys, { formerId: null })
})

const PATH = '/supervise/health'
const get = (path: string) => staff.visitor.get(path)
const post = (path: string) => staff.visitor.post(path, {})

const putFailed = (id: string) =>
  inD1(
    `INSERT INTO messages (id, organisation_id, kind, channel, recipient, locale, payload, state, attempts,
       last_error, created_at, queued_at, changed_at)
     VALUES (?1, 1, 'theft_signal', 'email', 'ada@acme.example', 'en', '{}', 'failed', 4, 'rejected', ?2, ?2, ?2)`,
    id,
    time.now(),
  )
const putLetter = (id: string, body: unknown) =>
  inD1('INSERT INTO dead_letters VALUES (?, ?, 1, ?)', id, JSON.stringify(body), time.now())

const newestMigration = () =>
  (env as unknown as { TEST_MIGRATIONS: { name: string }[] }).TEST_MIGRATIONS.at(-1)?.name ?? ''

describe('health', () => {
  test('says that all is well while it is, with versions and sizes, in three questions to D1', async () => {
    const trips = watchTrips()
    const { status, html } = await get(PATH)
    expect(trips.count()).toBeLessThanOrEqual(3)
    trips.stop()
    expect(status).toBe(200)
    expect(html).toContain('All is well')
    expect(html).toContain(newestMigration())
    expect(html).toContain(VERSION)
    expect(VERSION).toBe(packageJson.version)
  })

  test('shows a failed message with its reason in words, and sends it again', async () => {
    await putFailed('msg.a/b?c')
    const { html } = await get(PATH)
    expect(html).toContain('The receiving server refused it')
    expect(html).toContain('ada@acme.example · Acme Robotics')
    const action = /action="(\/supervise\/health\/messages\/[^"]+\/retry)"/.exec(html)?.[1] ?? ''
    expect((await post(action)).location).toBe(`${PATH}?done=retried`)
    expect(queued).toEqual([{ kind: 'message', owner: 'd1', id: 'msg.a/b?c' }])
    expect((await post(action)).status).toBe(404)
  })

  test('sends all of the last day again', async () => {
    await putFailed('msg_1')
    await putFailed('msg_2')
    expect((await post(`${PATH}/messages/retry-all`)).location).toBe(`${PATH}?done=retriedAll`)
    expect(queued).toHaveLength(2)
    expect((await post(`${PATH}/messages/retry-all`)).location).toBe(`${PATH}?done=nothing`)
  })

  test('shows what the queue gave up on: again, or dropped after it asked', async () => {
    const reference = { kind: 'challenge', owner: 'gate', id: 'chl_1' }
    await putLetter('dead_1', reference)
    await putLetter('dead_2', { '<script>': 1 })
    const { html } = await get(PATH)
    expect(html).toContain('Code to prove an address')
    expect(html).toContain('Something that cannot be read')
    expect(html).not.toContain('<script>')
    expect(html).not.toContain('/dead-letters/dead_2/retry')
    expect((await post(`${PATH}/dead-letters/dead_1/retry`)).location).toBe(`${PATH}?done=retried`)
    expect(queued).toEqual([reference])
    expect((await get(`${PATH}/dead-letters/dead_2/drop`)).html).toContain('Drop this message?')
    expect(await inD1('SELECT id FROM dead_letters')).toHaveLength(1)
    expect((await post(`${PATH}/dead-letters/dead_2/drop`)).location).toBe(`${PATH}?done=dropped`)
    for (const path of ['dead_2/drop', 'dead_2/retry', 'none/drop'])
      expect((await post(`${PATH}/dead-letters/${path}`)).status).toBe(404)
    expect((await get(`${PATH}/dead-letters/none/drop`)).status).toBe(404)
  })

  test('tells of an audit whose seals nobody of ours wrote, and of nothing else then', async () => {
    await inD1(
      `INSERT OR REPLACE INTO audit_heads (organisation_id, seq, hash, sealed_at, broken_seq, broken_at, mac)
       VALUES (1, 5, 'x', ?1, 4, ?1, 'k1.x')`,
      time.now(),
    )
    const { html } = await get(PATH)
    expect(html).toContain('The audit may have been changed in the database')
    expect(html).toContain('Acme Robotics: after entry 4')
    expect(html).not.toContain('All is well')
    await inD1('DELETE FROM audit_heads')
  })

  test('shows how far a new master key is while the former one is there', async () => {
    expect((await get(PATH)).html).not.toContain('The former master key')
    Object.assign(bindings.keys, { formerId: 'k0' })
    expect((await get(PATH)).html).toContain('The first pass has not ended yet.')
    const put = (keyId: string) =>
      inD1(
        "INSERT OR REPLACE INTO key_rotation VALUES (1, ?1, 'k0', 'moduleSecret', NULL, '{}', 1, 1, ?2, ?3)",
        keyId,
        JSON.stringify({ templates: { resealed: 14, left: 0, unreadable: 1 } }),
        time.now(),
      )
    await put('k-before')
    expect((await get(PATH)).html).toContain('The first pass has not ended yet.')
    await put('k1')
    expect((await get(PATH)).html).toMatch(/Secrets in device templates.*>14<.*>1</s)
  })

  test('shows an event that D1 refused, and has it tried again', async () => {
    for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
    const person = await makePerson()
    const { ref, code } = await issueCode(person)
    await settle(ref)
    const inside = (query: string) =>
      runInDurableObject(sessionOf(ref), (_session, state) => {
        state.storage.sql.exec(query)
      })
    await inside(`UPDATE grants SET template_id = 'tpl_gone'`)
    await (await makeTestDevice()).redeem({ code })
    const { html } = await get(PATH)
    expect(html).toContain(person.address)
    expect(html).toContain('1 refused by the database: FOREIGN KEY constraint failed')
    expect((await post(`${PATH}/outboxes/${ref}/retry`)).location).toBe(`${PATH}?done=still`)
    const [template] = await inD1("SELECT id FROM device_templates WHERE platform = 'agent'")
    await inside(`UPDATE outbox SET event = replace(event, 'tpl_gone', '${template?.id}')`)
    const trips = watchTrips()
    expect((await post(`${PATH}/outboxes/${ref}/retry`)).location).toBe(`${PATH}?done=landed`)
    trips.stop()
    expect((await get(PATH)).html).toContain('All is well')
    expect((await post(`${PATH}/outboxes/${ref}/retry`)).status).toBe(404)
    expect((await post(`${PATH}/outboxes/unknown/retry`)).status).toBe(404)
  })
})
