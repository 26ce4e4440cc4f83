import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { MINUTE, SECOND } from '../../src/kernel/time.ts'
import { askForCode, deliver, deps, post, putTheftSignal, startDelivery } from '../support/delivery.ts'
import { address, challenges, look, subject } from '../support/gate.ts'
import { ACME, codeIn } from '../support/mail.ts'
import { time } from '../support/world.ts'

beforeEach(startDelivery)
afterEach(() => vi.restoreAllMocks())

describe('a challenge', () => {
  test('goes out once, and its code proves the address', async () => {
    const reference = await askForCode()
    expect(await deliver([reference])).toEqual({ acked: ['q0'], retried: [] })
    expect(post.sent).toHaveLength(1)
    expect(post.sent[0]).toMatchObject({ to: address, messageId: reference.id, locale: 'en' })
    const code = codeIn(post.sent[0] as { subject: string })
    expect(await challenges.verify({ ...subject, address, code })).toMatchObject({ ok: true })
  })

  test('delivered twice, at once or later, is one e-mail', async () => {
    const reference = await askForCode()
    expect(await deliver([reference, reference, reference])).toEqual({
      acked: ['q0', 'q1', 'q2'],
      retried: [],
    })
    await deliver([reference], 2)
    expect(post.sent).toHaveLength(1)
  })

  test('that the provider cannot take now comes again later, with the same id', async () => {
    const reference = await askForCode()
    post.failWith({ reason: 'over_quota', permanent: false })
    expect(await deliver([reference])).toEqual({ acked: [], retried: [['q0', 30]] })
    expect(await look()).toMatchObject({ delivery: 'queued' })
    expect(await deliver([reference], 2)).toEqual({ acked: [], retried: [['q0', 60]] })
    post.failWith(null)
    time.pass(MINUTE)
    expect(await deliver([reference], 3)).toEqual({ acked: ['q0'], retried: [] })
    expect(post.sent.map((mail) => mail.messageId)).toEqual([reference.id])
    expect(await look()).toMatchObject({ delivery: 'sent', validUntil: time.now() + 10 * MINUTE })
  })

  test('that the provider will never take is told to the person', async () => {
    const reference = await askForCode()
    post.failWith({ reason: 'suppressed', permanent: true })
    expect(await deliver([reference])).toEqual({ acked: ['q0'], retried: [] })
    expect(await look()).toMatchObject({ delivery: 'failed' })
  })

  test('that keeps failing leaves the queue before it becomes a dead letter, and its gate goes on', async () => {
    const reference = await askForCode()
    post.failWith({ reason: 'unavailable', permanent: false })
    expect(await deliver([reference], 6)).toEqual({ acked: ['q0'], retried: [] })
    expect(await look()).toMatchObject({ delivery: 'queued' })
  })

  test('is not sent for an organisation that was switched off or is gone', async () => {
    const reference = await askForCode()
    deps.organisationOf = async () => ({ ...ACME, enabled: false })
    expect(await deliver([reference])).toEqual({ acked: ['q0'], retried: [] })
    const gone = await askForCode()
    deps.organisationOf = async () => null
    expect(await deliver([gone])).toEqual({ acked: ['q0'], retried: [] })
    expect(post.sent).toEqual([])
    expect(await look()).toMatchObject({ delivery: 'failed' })
  })

  test('waits when the organisation cannot be read, and goes out after', async () => {
    const reference = await askForCode()
    const organisationOf = deps.organisationOf
    deps.organisationOf = () => Promise.reject(new Error('D1 is away'))
    expect(await deliver([reference])).toEqual({ acked: [], retried: [['q0', 30]] })
    deps.organisationOf = organisationOf
    time.pass(30 * SECOND)
    expect(await deliver([reference], 2)).toEqual({ acked: ['q0'], retried: [] })
    expect(post.sent).toHaveLength(1)
  })
})

test('poison in a batch goes its way to the dead letters and holds up nobody', async () => {
  const good = await putTheftSignal()
  const poison = [
    null,
    'text',
    {},
    { kind: 'unheard-of', owner: 'd1', id: 'x' },
    { kind: 'message', owner: 'elsewhere', id: 'x' },
    { kind: 'challenge', owner: 'not a gate', id: 'x' },
    { kind: 'message', owner: 'd1', id: 'x'.repeat(1000) },
  ]
  const { acked, retried } = await deliver([...poison, good])
  expect(acked).toEqual(['q7'])
  expect(retried).toEqual(poison.map((_body, index) => [`q${index}`, 90]))
  expect(post.sent).toHaveLength(1)
})

test('a reference to nothing is done with', async () => {
  const unknown = { kind: 'message', owner: 'd1', id: 'msg_unknown' }
  const gate = await askForCode()
  expect(await deliver([unknown, { ...gate, id: 'chl_unknown' }])).toEqual({
    acked: ['q0', 'q1'],
    retried: [],
  })
  expect(post.sent).toEqual([])
})

test('no address and no code reaches a log line', async () => {
  const lines: string[] = []
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line) => void lines.push(String(line)))
  const challenge = await askForCode()
  const message = await putTheftSignal()
  const { transport, organisationOf } = deps
  deps.transport = { send: () => Promise.reject(new Error('the isolate is gone')) }
  await deliver([message, { kind: 'challenge', owner: address, id: 'x' }, { address }])
  deps.transport = transport
  deps.organisationOf = () => Promise.reject(new Error('D1 is away'))
  await deliver([challenge])
  deps.organisationOf = organisationOf
  time.pass(2 * MINUTE)
  await deliver([challenge, message], 2)
  expect(post.sent).toHaveLength(2)
  expect(lines.length).toBeGreaterThanOrEqual(6)
  const code = codeIn(post.sent.find((mail) => mail.messageId === challenge.id) as { subject: string })
  for (const line of lines) for (const secret of [address, code]) expect(line).not.toContain(secret)
})
