import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, SECOND } from '../../src/kernel/time.ts'
import { messagesStatement } from '../../src/messaging/index.ts'
import type { DeviceRenewal, NewMessage } from '../../src/messaging/types.ts'
import type { InvitationView } from '../../src/referee/index.ts'
import { runBatch } from '../../src/runtime/database.ts'
import { database, deliver, deps, post, rowOf, startDelivery } from '../support/delivery.ts'
import { NOON, time } from '../support/world.ts'

beforeEach(startDelivery)
afterEach(() => vi.restoreAllMocks())

const SECRET = 'SENTINEL-secret-of-22ch'
const PIN = '49205817'
const LIVING: InvitationView = {
  id: 'inv_1',
  state: 'issued',
  confirmation: 'pin',
  createdAt: NOON,
  validUntil: NOON + 14 * DAY,
  deviceLimit: null,
  devices: 0,
  fetchedAt: null,
  openedAt: null,
  acceptedAt: null,
  endedAt: null,
  pinLocked: false,
  credentials: { secret: SECRET, pin: PIN },
}

async function put(change: Partial<NewMessage> = {}) {
  const message = {
    id: 'msg.ref-1.7',
    organisationId: 1,
    accountId: 'acc_1',
    recipient: 'ada@acme.example',
    locale: 'de',
    kind: 'invitation',
    payload: { ref: 'ref-1', invitationId: 'inv_1', reminder: 0 },
    invitationId: 'inv_1',
    ...change,
  } as NewMessage
  await runBatch(database, [messagesStatement([message], NOON)])
  return { kind: 'message', owner: 'd1', id: message.id } as const
}

const sms = { channel: 'sms', recipient: '+4930123456' } as const

describe('an invitation', () => {
  beforeEach(() => {
    deps.invitationOf = vi.fn(async () => LIVING)
  })

  test('is sent with what its session says at that moment, and stored with none of it', async () => {
    const reference = await put()
    await deliver([reference])
    expect(deps.invitationOf).toHaveBeenCalledWith('ref-1', 'inv_1')
    const [mail] = post.sent
    expect(mail?.text).toContain(`https://devices.acme.example/i/ref-1?k=${SECRET}`)
    expect(mail?.images?.[0]).toMatchObject({ type: 'image/png' })
    const row = await rowOf(reference)
    expect(row).toMatchObject({ state: 'sent', provider_id: 'provider-1', invitation_id: 'inv_1' })
    for (const secret of [SECRET, PIN]) expect(JSON.stringify(row)).not.toContain(secret)
  })

  test('goes as a text message where its row says so', async () => {
    const reference = await put(sms)
    await deliver([reference, reference])
    expect(post.sent).toEqual([])
    expect(post.texts).toHaveLength(1)
    expect(post.texts[0]).toMatchObject({ messageId: reference.id, to: '+4930123456' })
    expect(post.texts[0]?.text).toContain(SECRET)
    expect(await rowOf(reference)).toMatchObject({ state: 'sent', provider_id: 'sms-1' })
  })

  test.each([
    ['ended', { ...LIVING, state: 'revoked', credentials: null } as InvitationView],
    ['unknown', null],
  ])('that is %s by then is not sent', async (_what, view) => {
    deps.invitationOf = async () => view
    const reference = await put()
    expect(await deliver([reference])).toEqual({ acked: ['q0'], retried: [] })
    expect(await rowOf(reference)).toMatchObject({ state: 'obsolete', last_error: 'grant_ended' })
    expect(post.sent).toEqual([])
  })

  test('of an organisation that is off by then fails in words: it is not on its way for ever', async () => {
    const reference = await put({ organisationId: 2 })
    expect(await deliver([reference])).toEqual({ acked: ['q0'], retried: [] })
    expect(await rowOf(reference)).toMatchObject({ state: 'failed', last_error: 'switched_off' })
  })

  test('that was accepted is not reminded of', async () => {
    deps.invitationOf = async () => ({ ...LIVING, acceptedAt: NOON, devices: 1 })
    const reminder = await put({ payload: { ref: 'ref-1', invitationId: 'inv_1', reminder: 1 } } as never)
    await deliver([reminder])
    expect(await rowOf(reminder)).toMatchObject({ state: 'obsolete' })
    const again = await put({ id: 'msg.ref-1.8' })
    await deliver([again])
    expect(post.sent).toHaveLength(1)
  })

  test('whose session is away goes later, once', async () => {
    const reference = await put()
    deps.invitationOf = () => Promise.reject(new Error('the object is away'))
    expect(await deliver([reference])).toEqual({ acked: [], retried: [['q0', 90]] })
    deps.invitationOf = async () => LIVING
    time.pass(90 * SECOND)
    expect(await deliver([reference, reference], 2)).toEqual({ acked: ['q0', 'q1'], retried: [] })
    expect(post.sent).toHaveLength(1)
  })

  test('on a service without text messages fails in words, at once', async () => {
    deps.sms = { send: async () => ({ ok: false, error: { reason: 'no_sms', permanent: true } }) }
    const reference = await put(sms)
    await deliver([reference])
    expect(await rowOf(reference)).toMatchObject({ state: 'failed', last_error: 'no_sms' })
  })

  test('that came back and is sent again is another e-mail to its receiver', async () => {
    const reference = await put()
    await deliver([reference])
    await database.$client.prepare("UPDATE messages SET state = 'queued'").run()
    post.failWith({ reason: 'unavailable', permanent: false })
    await deliver([reference])
    post.failWith(null)
    await deliver([reference])
    const ids = post.sent.map(({ messageId }) => messageId)
    expect(ids).toEqual([reference.id, expect.stringMatching(/^msg\.ref-1\.7~[A-Za-z0-9_-]{8}$/)])
  })
})

describe('a renewal', () => {
  const renewal: DeviceRenewal = {
    ref: 'ref-1',
    deviceId: 'dev_1',
    deviceName: 'Ada’s phone',
    platform: 'ios',
    state: 'silent',
    permissions: [],
    grant: { kind: 'invitation', id: 'inv_1' },
  }
  const putRenewal = (change: Partial<DeviceRenewal> = {}, more: Partial<NewMessage> = {}) =>
    put({ kind: 'renewal', payload: { ...renewal, ...change }, invitationId: null, ...more } as never)

  test('carries the living invitation', async () => {
    deps.invitationOf = async () => LIVING
    await deliver([await putRenewal()])
    expect(post.sent[0]?.text).toContain(SECRET)
  })

  test('carries the living provision code', async () => {
    const code = { credentials: { secret: SECRET, pin: PIN }, validUntil: NOON + 600 * SECOND }
    deps.grantOf = vi.fn(async () => code as never)
    await deliver([await putRenewal({ grant: { kind: 'provision_code', id: 'grt_1' } })])
    expect(deps.grantOf).toHaveBeenCalledWith('ref-1', 'grt_1')
    expect(post.sent[0]?.text).toContain(SECRET)
  })

  test.each([
    ['has ended', { kind: 'invitation', id: 'inv_1' }],
    ['never was', null],
  ] as const)('whose grant %s goes without QR and PIN', async (_what, grant) => {
    deps.invitationOf = async () => ({ ...LIVING, credentials: null })
    const reference = await putRenewal({ grant })
    await deliver([reference])
    expect(await rowOf(reference)).toMatchObject({ state: 'sent' })
    expect(post.sent[0]?.text).not.toMatch(new RegExp(`${SECRET}|${PIN}`))
    expect(post.sent[0]?.images ?? []).toEqual([])
    await deliver([await putRenewal({ grant }, { ...sms, id: 'msg.sms' })])
    expect(post.texts[0]?.text).toContain('/sign-in')
  })
})

test('people of a bulk send and the send itself go to whom they concern', async () => {
  const seen: unknown[] = []
  deps.deliverInvitation = async (reference) => {
    seen.push(reference)
    return { retryInSeconds: reference.kind === 'invitation_item' ? 30 : null }
  }
  const item = { kind: 'invitation_item', owner: 'd1', id: 'job_1.7' }
  const job = { kind: 'invitation_job', owner: 'd1', id: 'job_1' }
  expect(await deliver([item, job])).toEqual({ acked: ['q1'], retried: [['q0', 30]] })
  expect(seen).toEqual([item, job])
  expect(await deliver([{ ...item, owner: 'elsewhere' }])).toEqual({ acked: [], retried: [['q0', 90]] })
})

test('no secret of an invitation reaches a log line', async () => {
  const lines: string[] = []
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line) => void lines.push(String(line)))
  deps.invitationOf = async () => LIVING
  post.failWith({ reason: 'over_quota', permanent: false })
  const reference = await put()
  await deliver([reference])
  deps.dressingOf = () => Promise.reject(new Error(`/i/ref-1?k=${SECRET}`))
  await deliver([reference])
  deps.dressingOf = async () => ({})
  post.failWith(null)
  await deliver([await put({ id: 'msg.b', ...sms } as never)])
  expect(post.texts).toHaveLength(1)
  expect(lines.length).toBeGreaterThan(1)
  for (const line of lines)
    for (const secret of [SECRET, PIN, 'ada@acme.example', '+4930123456']) expect(line).not.toContain(secret)
})
