import { afterEach, describe, expect, test, vi } from 'vitest'
import { projectEvent } from '../../src/provisioning/projection.ts'
import type { SessionEvent } from '../../src/provisioning/types.ts'
import { openDatabase } from '../../src/runtime/database.ts'

/** What an event becomes in D1: its statements by their tables, in the one batch in which they travel. */

afterEach(() => vi.restoreAllMocks())

type Sent = { sql: string; params: unknown[] }

/** Carries an event into a D1 that notes what it is told, and answers `failure` if there is one. */
async function project(event: SessionEvent, options: { failure?: Error; queue?: () => Promise<void> } = {}) {
  const batches: Sent[][] = []
  const database = openDatabase({
    prepare: (sql: string) => ({ bind: (...params: unknown[]) => ({ sql, params }) }),
    async batch(statements: Sent[]) {
      batches.push(statements)
      if (options.failure) throw options.failure
      return statements.map(() => ({ results: [] }))
    },
  } as unknown as D1Database)
  const send = vi.fn(options.queue ?? (async () => {}))
  const refused = await projectEvent({ database, messages: { send } as never }, event)
  const [statements = []] = batches
  const tableOf = ({ sql }: Sent) => /(?:update|insert into|delete from) "(\w+)"/i.exec(sql)?.[1] ?? sql
  return {
    refused,
    batches: batches.length,
    queued: send.mock.calls.map((call) => (call as unknown[])[0]),
    tables: statements.map(tableOf),
    of: (table: string) => statements.filter((one) => tableOf(one) === table).map(({ params }) => params),
  }
}

const device = {
  ...{
    id: 'dev_1',
    organisationId: 1,
    accountId: 'acc_1',
    ref: 'ref',
    lifecycle: 'active',
    platform: 'agent',
  },
  ...{ ownership: 'company', templateId: 'tpl_1', templateVersion: 1, reports: 'agent', checkInSeconds: 60 },
  ...{ claimId: 'clm_1', grantId: 'grt_1', epoch: 1, credentialHash: 'hash', keyThumbprint: 'key' },
  ...{ registeredAt: 1, deliveredAt: null, confirmedAt: null, confirmedBy: null, endedAt: null },
  ...{ endedReason: null, facts: {} },
}
const invitation = {
  ...{ id: 'inv_1', organisationId: 1, accountId: 'acc_1', ref: 'ref', state: 'issued', channel: 'email' },
  ...{ recipient: 'ada@acme.example', jobId: null, createdAt: 1, createdBy: 'acc_2', validUntil: null },
  ...{ deviceLimit: null, devices: 0, openedAt: null, acceptedAt: null, endedAt: null, fetchedAt: null },
  slotDeviceId: 'dev_slot',
}
const event = (more: object = {}) =>
  ({
    ...{ rev: 7, at: 1000, actor: { kind: 'owner', id: 'acc_1' }, organisationId: 1, accountId: 'acc_1' },
    ref: 'ref',
    audit: { action: 'device.confirmed', deviceId: 'dev_1', detail: {} },
    ...more,
  }) as unknown as SessionEvent

describe('an event', () => {
  test.each<[string, object, string[]]>([
    ['alone is a row of the audit', {}, []],
    [
      'about the account switches it off with its sessions',
      { account: { disabledAt: 5 } },
      ['accounts', 'web_sessions'],
    ],
    ['of somebody invited who came has them take part', { accepted: true }, ['accounts']],
    ['of somebody who did not come leaves them invited', { accepted: false }, []],
    ['with terms notes which', { termsVersion: 0 }, ['accounts']],
    ['with a slot makes or ends its row', { slot: device }, ['devices']],
    ['with a device writes its row', { device }, ['devices']],
    ['with facts and no device writes none', { reported: { model: 'Pixel' } }, []],
    ['with an invitation writes its row', { invitation }, ['invitations']],
    ['with nothing to send sends nothing', { send: { channel: 'email', recipient: 'a', locale: 'en' } }, []],
  ])('%s', async (_name, more, tables) => {
    const { refused, batches, queued, ...sent } = await project(event(more))
    expect([refused, batches, queued]).toEqual([null, 1, []])
    expect(sent.tables.filter((table) => !['audit', 'security_batches'].includes(table))).toEqual(tables)
    expect(sent.of('audit')).toHaveLength(1)
    expect(sent.of('audit')[0]).toEqual(expect.arrayContaining(['ref.7', 1, 1000, 'owner', 'acc_1']))
  })

  test('with facts of its device writes them behind its row', async () => {
    const { of } = await project(event({ device, reported: { model: 'Pixel 9' } }))
    expect(of('devices').length).toBeGreaterThan(1)
    expect(of('devices').slice(1).flat()).toContain('Pixel 9')
  })

  test('of a deleted account has D1 forget who it was', async () => {
    const { tables } = await project(event({ deleted: true }))
    expect(tables).toEqual(expect.arrayContaining(['accounts', 'passkeys', 'messages', 'device_commands']))
  })

  test('of devices that were replaced has a row of the audit for each', async () => {
    const { of } = await project(
      event({ device, replaced: [{ ...device, id: 'dev_0', lifecycle: 'replaced' }] }),
    )
    const [replaced, own] = of('audit')
    expect(replaced).toEqual(expect.arrayContaining(['ref.7.0', 'device.replaced', 'dev_0']))
    expect(replaced).toContain(JSON.stringify({ by: 'dev_1', platform: 'agent' }))
    expect(own).toContain('ref.7')
  })

  test('with more to tell tells it in rows of their own', async () => {
    const also = [{ action: 'invitation.accepted', detail: { invitation: 'inv_1' } }]
    const { of } = await project(event({ also }))
    expect(of('audit')[0]).toEqual(
      expect.arrayContaining(['ref.7.also.0', 'invitation.accepted', 'dev_1', '{"invitation":"inv_1"}']),
    )
  })
})

describe('its message', () => {
  const send = { channel: 'email', recipient: 'ada@acme.example', locale: 'en' }
  const theftNotice = { address: 'ada@acme.example', locale: 'en', platform: 'ios', deviceName: 'iPad' }

  test('is written in the same batch and queued by its id: an invitation without its secrets', async () => {
    const { of, queued } = await project(event({ invitation, send }))
    const payload = JSON.stringify({ ref: 'ref', invitationId: 'inv_1', reminder: 0 })
    expect(of('messages')).toEqual([
      expect.arrayContaining(['msg.ref.7', 'invitation', 'email', 'ada@acme.example', payload, 'inv_1']),
    ])
    expect(queued).toEqual([{ kind: 'message', owner: 'd1', id: 'msg.ref.7' }])
  })

  test('a warning of a theft says when and where', async () => {
    const { of, queued } = await project(event({ theftNotice }))
    const payload = JSON.stringify({ happenedAt: 1000, platform: 'ios', deviceName: 'iPad' })
    expect(of('messages')).toEqual([expect.arrayContaining(['msg.ref.7', 'theft_signal', payload])])
    expect(queued).toEqual([{ kind: 'message', owner: 'd1', id: 'msg.ref.7' }])
  })

  test('that cannot be queued is left to the sweeper, and the event has landed', async () => {
    const log = vi.spyOn(console, 'warn').mockReturnValue()
    const queue = () => Promise.reject(new Error('queue away'))
    expect((await project(event({ theftNotice }), { queue })).refused).toBeNull()
    expect(log.mock.calls.map(([line]) => JSON.parse(String(line)))).toMatchObject([
      { event: 'message.not_queued', reason: expect.stringContaining('queue away') },
    ])
  })

  test('is not queued where D1 did not take it', async () => {
    const failure = new Error('D1_ERROR: network connection lost')
    expect((await project(event({ theftNotice }), { failure })).queued).toEqual([])
  })
})

test.each([
  ['D1_ERROR: network connection lost', { kind: 'unavailable', reason: 'D1 did not answer' }],
  ['D1_ERROR: UNIQUE constraint failed: devices.key_thumbprint: SQLITE_CONSTRAINT', { kind: 'key_in_use' }],
  ['UNIQUE constraint failed: devices.key_thumbprint, devices.rev', { kind: 'key_in_use' }],
  [
    'D1_ERROR: FOREIGN KEY constraint failed: SQLITE_CONSTRAINT',
    { kind: 'constraint', reason: 'FOREIGN KEY constraint failed' },
  ],
  [
    'NOT NULL constraint failed: devices.ref',
    { kind: 'constraint', reason: 'NOT NULL constraint failed: devices.ref' },
  ],
])('what D1 says is understood: %s', async (message, refusal) => {
  expect((await project(event(), { failure: new Error(message) })).refused).toEqual(refusal)
})
