import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { AddressGate } from '../../src/challenges/index.ts'
import { makeChallenges } from '../../src/challenges/index.ts'
import type { Challenge } from '../../src/challenges/types.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../src/kernel/time.ts'
import { type Bindings, checkBindings } from '../../src/runtime/bindings.ts'
import { clock } from '../../src/runtime/clock.ts'

/** Far ahead, so that no alarm goes off by itself while a test runs. */
const NOON = Date.UTC(2050, 10, 20, 12)
const bindings: Bindings = checkBindings(env)
const { keys, addressGates } = bindings
const challenges = makeChallenges({ gates: addressGates, keys })

let now = NOON
let queued: unknown[] = []
let people = 0
let address = ''

beforeEach(() => {
  now = NOON
  queued = []
  people += 1
  address = `person-${people}@acme.example`
  vi.spyOn(clock, 'now').mockImplementation(() => now)
  vi.spyOn(bindings.messages, 'send').mockImplementation(async (body) => {
    queued.push(body)
    return { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } }
  })
})
afterEach(() => vi.restoreAllMocks())

const subject = { purpose: 'registration', organisationId: 1, browser: 'browser-1' } as const
const ask = (change: Partial<Parameters<typeof challenges.request>[0]> = {}) =>
  challenges.request({ ...subject, address, locale: 'en', ...change })
const type = (code: string, change: Partial<Parameters<typeof challenges.verify>[0]> = {}) =>
  challenges.verify({ ...subject, address, code, ...change })
const look = () => challenges.look({ ...subject, address })
const stubOf = (who = address) => addressGates.get(addressGates.idFromName(keys.nameOf('address', who)))
const gateOf = (who = address) => {
  const gate = challenges.gateById(stubOf(who).id.toString())
  if (!gate) throw new Error('no gate')
  return gate
}
const inside = <Value>(work: (gate: AddressGate, state: DurableObjectState) => Value | Promise<Value>) =>
  runInDurableObject(stubOf() as DurableObjectStub<AddressGate>, work)
const alarmAt = () => inside((_gate, state) => state.storage.getAlarm())
const rowsOf = (table: string, who = address) =>
  runInDurableObject(stubOf(who), (_gate, state) =>
    state.storage.sql.exec(`SELECT * FROM ${table}`).toArray(),
  )

/** What an object stores, but for the simulator's own row. */
const tablesOf = (who: string) =>
  runInDurableObject(stubOf(who), (_gate, state) =>
    state.storage.sql
      .exec("SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_%' ESCAPE '\\'")
      .toArray()
      .map((row) => String(row.name)),
  )

async function idOf(asked: ReturnType<typeof ask>): Promise<string> {
  const result = await asked
  if (!result.ok) throw new Error(result.error.code)
  return result.value.challengeId
}

/** Asks, and has the message accepted: the code that was mailed. */
async function mail(change: Parameters<typeof ask>[0] = {}): Promise<{ id: string; code: string }> {
  const id = await idOf(ask(change))
  const message = await gateOf(change.address).prepareMessage(id)
  if (!message) throw new Error('nothing to send')
  await gateOf(change.address).noteAccepted(id)
  return { id, code: message.code }
}

const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000')

describe('proving an address', () => {
  test('the mailed code proves it, in the browser, organisation and purpose that asked', async () => {
    const { id, code } = await mail()
    expect(code).toMatch(/^\d{6}$/)
    for (const other of [{ browser: 'browser-2' }, { organisationId: 2 }, { purpose: 'sign-in' as const }])
      expect(await type(code, other)).toEqual({ ok: false, error: { code: 'no_challenge' } })
    expect(await type(code, { address: 'other@acme.example' })).toEqual({
      ok: false,
      error: { code: 'no_challenge' },
    })
    expect(await type(` ${code.slice(0, 3)} ${code.slice(3)} `)).toEqual({
      ok: true,
      value: { address, challengeId: id },
    })
  })

  test('a lost answer costs nothing: the right code works again until its end', async () => {
    const { code } = await mail()
    for (let wrong = 0; wrong < 4; wrong += 1) await type(wrongFor(code))
    for (let repeat = 0; repeat < 7; repeat += 1) expect((await type(code)).ok).toBe(true)
    now += 10 * MINUTE
    expect(await type(code)).toEqual({ ok: false, error: { code: 'expired' } })
  })

  test('a new code retires the former of the same browser and purpose, and its message', async () => {
    const first = await idOf(ask())
    const elsewhere = await mail({ browser: 'browser-2' })
    const second = await mail()
    expect(await gateOf().prepareMessage(first)).toBeNull()
    expect((await type(second.code)).ok).toBe(true)
    expect((await type(elsewhere.code, { browser: 'browser-2' })).ok).toBe(true)
  })

  test('the page learns how the message fares', async () => {
    expect(await look()).toBeNull()
    const id = await idOf(ask())
    expect(await look()).toEqual({ delivery: 'queued', letters: false, validUntil: null })
    await gateOf().prepareMessage(id)
    now += MINUTE
    await gateOf().noteAccepted(id)
    expect(await look()).toEqual({ delivery: 'sent', letters: false, validUntil: now + 10 * MINUTE })
    await ask()
    const again = await idOf(ask())
    await gateOf().noteFailed({ id: again, reason: 'suppressed', permanent: true })
    expect(await look()).toEqual({ delivery: 'failed', letters: false, validUntil: null })
  })

  test('the code is stored hashed, and sealed only until its message has gone out', async () => {
    const id = await idOf(ask())
    const [before] = await rowsOf('challenges')
    const message = await gateOf().prepareMessage(id)
    await gateOf().noteAccepted(id)
    const [after] = await rowsOf('challenges')
    expect(before?.sealed_code).toEqual(expect.any(String))
    expect(after?.sealed_code).toBeNull()
    for (const row of [before, after]) expect(JSON.stringify(row)).not.toContain(message?.code)
  })
})

describe('guessing', () => {
  test('five wrong tries close the code, the right one included', async () => {
    const { code } = await mail()
    for (const triesLeft of [4, 3, 2, 1])
      expect(await type(wrongFor(code))).toEqual({ ok: false, error: { code: 'wrong_code', triesLeft } })
    for (const typed of [wrongFor(code), code])
      expect(await type(typed)).toEqual({ ok: false, error: { code: 'too_many_tries' } })
  })

  test('thirty guesses at once are five tries', async () => {
    const { code } = await mail()
    const answers = await Promise.all(Array.from({ length: 30 }, () => type(wrongFor(code))))
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))
    expect(codes.filter((word) => word === 'wrong_code')).toHaveLength(4)
    expect(codes.filter((word) => word === 'too_many_tries')).toHaveLength(26)
    expect((await type(code)).ok).toBe(false)
  })

  test('a crash before the comparison gives no free guess: the try was counted first', async () => {
    const { code } = await mail()
    let answer = 'none'
    await inside(async (gate, state) => {
      const sync = state.storage.sync.bind(state.storage)
      vi.spyOn(state.storage, 'sync').mockImplementationOnce(async () => {
        await sync()
        state.abort('crash before the comparison')
      })
      answer = JSON.stringify(await gate.verify({ ...subject, code }))
    }).catch(() => undefined)
    expect(answer).toBe('none')
    expect(await rowsOf('challenges')).toMatchObject([{ tries: 1 }])
    expect((await rowsOf('events')).map((row) => row.kind)).toEqual(['send', 'wrong_try'])
    for (let wrong = 0; wrong < 4; wrong += 1) await type(wrongFor(code))
    expect(await type(code)).toEqual({ ok: false, error: { code: 'too_many_tries' } })
  })

  test('after 15 wrong tries the mailed code is of eight letters, typed in any case', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { code } = await mail()
      for (let wrong = 0; wrong < 5; wrong += 1) await type(wrongFor(code))
    }
    now += 20 * MINUTE
    const { code } = await mail()
    expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/)
    expect(await look()).toMatchObject({ letters: true })
    expect((await type(`${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase())).ok).toBe(true)
  })

  test('right codes are no wrong tries', async () => {
    const { code } = await mail()
    for (let repeat = 0; repeat < 20; repeat += 1) await type(code)
    await ask()
    expect(await look()).toMatchObject({ letters: false })
  })
})

describe('sending', () => {
  test('the fourth code in 15 minutes is refused whatever browser, purpose or organisation asks', async () => {
    await ask()
    await ask({ browser: 'browser-2', purpose: 'sign-in' })
    await ask({ browser: 'browser-3', organisationId: 2 })
    const refused = { ok: false, error: { code: 'too_many_sends', opensAt: NOON + 15 * MINUTE } }
    expect(await ask({ browser: 'browser-4' })).toEqual(refused)
    expect(queued).toHaveLength(3)
    now = NOON + 15 * MINUTE
    expect((await ask()).ok).toBe(true)
  })

  test('twenty requests at once send three messages', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => ask({ browser: `browser-${index}` })),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(3)
    expect(queued).toHaveLength(3)
  })

  test('the caps outlive the codes and an eviction', async () => {
    for (let sends = 0; sends < 10; sends += 1) {
      expect((await ask()).ok).toBe(true)
      now += 16 * MINUTE
    }
    await runDurableObjectAlarm(stubOf())
    await evictDurableObject(stubOf())
    expect(await ask()).toEqual({ ok: false, error: { code: 'too_many_sends', opensAt: NOON + DAY } })
  })

  test('one call stores the message and queues its reference, which names no address and no code', async () => {
    const id = await idOf(ask())
    expect(queued).toEqual([{ kind: 'challenge', owner: stubOf().id.toString(), id }])
    expect(bindings.messages.send).toHaveBeenCalledTimes(1)
  })

  test('an address in another spelling is refused by the service, so that no second gate opens', async () => {
    await expect(async () => ask({ address: 'Ada@acme.example' })).rejects.toThrow('normalised')
  })

  test('a name that is no gate’s leads nowhere', () => {
    for (const owner of ['', 'd1', 'f'.repeat(64), '../x']) expect(challenges.gateById(owner)).toBeNull()
  })
})

describe('the outbox of a gate', () => {
  test('the same reference twice sends one message', async () => {
    const id = await idOf(ask())
    expect(await gateOf().prepareMessage(id)).toMatchObject({ to: address, attempts: 1, messageId: id })
    expect(await gateOf().prepareMessage(id)).toBeNull()
    await gateOf().noteAccepted(id)
    now += HOUR
    expect(await gateOf().prepareMessage(id)).toBeNull()
  })

  test('a reference that was lost is queued again by the alarm after two minutes', async () => {
    const warned = vi.spyOn(console, 'warn').mockReturnValue()
    vi.mocked(bindings.messages.send).mockRejectedValueOnce(new Error('the queue is away'))
    const id = await idOf(ask())
    await vi.waitFor(() => expect(warned).toHaveBeenCalledOnce())
    expect(queued).toEqual([])
    expect(await alarmAt()).toBe(NOON + 2 * MINUTE)
    now = NOON + 2 * MINUTE
    await runDurableObjectAlarm(stubOf())
    expect(queued).toEqual([{ kind: 'challenge', owner: stubOf().id.toString(), id }])
    expect(await alarmAt()).toBe(NOON + 4 * MINUTE)
    expect(await gateOf().prepareMessage(id)).not.toBeNull()
  })

  test('a consumer that died is followed by another, with the same message', async () => {
    const id = await idOf(ask())
    const first = await gateOf().prepareMessage(id)
    now = NOON + 2 * MINUTE
    await runDurableObjectAlarm(stubOf())
    expect(queued).toHaveLength(2)
    expect(await gateOf().prepareMessage(id)).toEqual({ ...first, attempts: 2 })
  })

  test('a passing fault is tried again with growing pauses, within the hour', async () => {
    const id = await idOf(ask())
    const pauses: (number | null)[] = []
    while (pauses.at(-1) !== null) {
      await gateOf().prepareMessage(id)
      const { retryInSeconds } = await gateOf().noteFailed({ id, reason: 'unavailable', permanent: false })
      pauses.push(retryInSeconds)
      now += (retryInSeconds ?? 0) * SECOND
    }
    expect(pauses).toEqual([30, 60, 120, 240, 480, 900, 900, null])
    expect(now).toBeLessThan(NOON + HOUR)
    expect(await look()).toMatchObject({ delivery: 'failed' })
  })

  test('what no provider took within an hour is given up and never sent', async () => {
    const id = await idOf(ask())
    now = NOON + HOUR
    await runDurableObjectAlarm(stubOf())
    expect(queued).toHaveLength(1)
    expect(await look()).toMatchObject({ delivery: 'failed' })
    expect(await gateOf().prepareMessage(id)).toBeNull()
    expect(await rowsOf('challenges')).toMatchObject([{ sealed_code: null, failure: 'late' }])
  })

  test('who typed the code has the message: it is not sent again', async () => {
    const id = await idOf(ask())
    const message = await gateOf().prepareMessage(id)
    expect((await type(message?.code ?? '')).ok).toBe(true)
    now += 2 * MINUTE
    expect(await gateOf().prepareMessage(id)).toBeNull()
    expect(await look()).toEqual({ delivery: 'sent', letters: false, validUntil: NOON + 10 * MINUTE })
  })
})

describe('the alarm', () => {
  test('early, twice and on an object that holds nothing, it changes nothing', async () => {
    const id = await idOf(ask())
    const before = await rowsOf('challenges')
    now = NOON + MINUTE
    await runDurableObjectAlarm(stubOf())
    expect(await rowsOf('challenges')).toEqual(before)
    expect(await alarmAt()).toBe(NOON + 2 * MINUTE)
    now = NOON + 2 * MINUTE
    await runDurableObjectAlarm(stubOf())
    await inside((gate) => gate.alarm({ isRetry: true, retryCount: 1, scheduledTime: NOON }))
    expect(queued).toHaveLength(2)
    expect((await gateOf().prepareMessage(id))?.messageId).toBe(id)

    const stranger = `stranger-${address}`
    await runInDurableObject(stubOf(stranger) as DurableObjectStub<AddressGate>, (gate) => gate.alarm())
    expect(await tablesOf(stranger)).toEqual([])
  })

  test('a whole day late, it empties the object, caps and alarm included', async () => {
    await mail()
    now = NOON + 3 * DAY
    await runDurableObjectAlarm(stubOf())
    expect(await tablesOf(address)).toEqual([])
    expect(await alarmAt()).toBeNull()
    const { code } = await mail()
    expect((await type(code)).ok).toBe(true)
  })

  test('it wakes up when the last memory lapses, not before', async () => {
    const { code } = await mail()
    expect(await alarmAt()).toBe(NOON + DAY)
    now = NOON + 5 * MINUTE
    await type(wrongFor(code))
    now = NOON + DAY
    await runDurableObjectAlarm(stubOf())
    expect(await rowsOf('challenges')).toEqual([])
    expect(await rowsOf('events')).toHaveLength(1)
    expect(await alarmAt()).toBe(NOON + DAY + 5 * MINUTE)
  })

  test('one that always throws re-arms itself near its last retry', async () => {
    await ask()
    now = NOON + 2 * MINUTE
    vi.spyOn(console, 'error').mockReturnValue()
    vi.mocked(bindings.messages.send).mockRejectedValue(new Error('the queue is away'))
    const run = (retryCount: number) =>
      inside(async (gate, state) => {
        await state.storage.deleteAlarm()
        const thrown = await gate.alarm({ isRetry: retryCount > 0, retryCount, scheduledTime: now }).then(
          () => false,
          () => true,
        )
        return { thrown, alarm: await state.storage.getAlarm() }
      })
    for (const retryCount of [0, 1, 4]) expect(await run(retryCount)).toEqual({ thrown: true, alarm: null })
    expect(await run(5)).toEqual({ thrown: false, alarm: now + 2 * MINUTE })
  })
})

describe('clocks that jump', () => {
  test.each([-3650 * DAY, -HOUR, HOUR, 3650 * DAY])(
    'by %i ms: the code is dead, and stays so',
    async (jump) => {
      const { code } = await mail()
      now = NOON + jump
      expect(await type(code)).toEqual({ ok: false, error: { code: 'expired' } })
      now = NOON + MINUTE
      expect(await type(code)).toEqual({ ok: false, error: { code: 'expired' } })
    },
  )

  test('a send noted ten years ahead blocks for its window, not for ten years', async () => {
    now = NOON + 3650 * DAY
    for (let sends = 0; sends < 3; sends += 1) await ask()
    now = NOON
    expect(await ask()).toEqual({
      ok: false,
      error: { code: 'too_many_sends', opensAt: NOON + 15 * MINUTE },
    })
    expect(await alarmAt()).toBe(NOON + DAY)
    now = NOON + 15 * MINUTE
    expect((await ask()).ok).toBe(true)
  })

  test('a message from a clock ahead is given up once the clock is right', async () => {
    now = NOON + 3650 * DAY
    const id = await idOf(ask())
    now = NOON
    expect(await gateOf().prepareMessage(id)).toBeNull()
    expect(await look()).toMatchObject({ delivery: 'failed' })
  })
})

test('an object evicted between all steps loses nothing', async () => {
  const evict = () => evictDurableObject(stubOf())
  const id = await idOf(ask())
  await evict()
  const message = await gateOf().prepareMessage(id)
  await evict()
  await gateOf().noteAccepted(id)
  await evict()
  const code = message?.code ?? ''
  expect(await type(wrongFor(code))).toEqual({ ok: false, error: { code: 'wrong_code', triesLeft: 4 } })
  await evict()
  expect(await type(wrongFor(code))).toEqual({ ok: false, error: { code: 'wrong_code', triesLeft: 3 } })
  await evict()
  expect((await type(code)).ok).toBe(true)
})

test('probing addresses that never asked writes nothing', async () => {
  const strangers = Array.from({ length: 20 }, (_, index) => `stranger-${index}-${people}@acme.example`)
  for (const stranger of strangers) {
    expect(await type('482910', { address: stranger })).toEqual({
      ok: false,
      error: { code: 'no_challenge' },
    })
    expect(await challenges.look({ ...subject, address: stranger })).toBeNull()
    expect(await gateOf(stranger).prepareMessage('chl_unknown')).toBeNull()
    await gateOf(stranger).noteAccepted('chl_unknown')
    await gateOf(stranger).noteFailed({ id: 'chl_unknown', reason: 'rejected', permanent: true })
  }
  for (const stranger of strangers) {
    expect(await tablesOf(stranger)).toEqual([])
    const alarm = await runInDurableObject(stubOf(stranger), (_gate, state) => state.storage.getAlarm())
    expect(alarm).toBeNull()
  }
  // The control: an address that asked does leave tables.
  await ask()
  expect(await tablesOf(address)).toEqual(expect.arrayContaining(['challenges', 'events']))
})

test('a migration that throws loses nothing and recovers', async () => {
  const broken = await inside((gate, state) => {
    state.storage.sql.exec('CREATE TABLE events (unexpected TEXT)')
    return gate.request({ ...subject, address, locale: 'en' }).then(
      () => 'accepted',
      () => 'refused',
    )
  })
  expect(broken).toBe('refused')
  expect(await tablesOf(address)).toEqual(['events'])
  await inside((_gate, state) => void state.storage.sql.exec('DROP TABLE events'))
  const { code } = await mail()
  expect((await type(code)).ok).toBe(true)
})

test('a first write that fails leaves no trace and spoils nothing', async () => {
  const outcome = await inside((gate) =>
    gate.request({ ...subject, organisationId: null as never, address, locale: 'en' }).then(
      () => 'accepted',
      () => 'refused',
    ),
  )
  expect(outcome).toBe('refused')
  expect(await tablesOf(address)).toEqual([])
  const { code } = await mail()
  expect((await type(code)).ok).toBe(true)
})

test('no address, code or browser reaches a log line', async () => {
  const lines: string[] = []
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line) => void lines.push(String(line)))
  vi.mocked(bindings.messages.send).mockRejectedValueOnce(new Error(`no queue for ${address}`.slice(0, 12)))
  const { code } = await mail()
  vi.mocked(bindings.messages.send).mockRejectedValue(new Error('the queue is away'))
  await ask()
  await type(wrongFor(code))
  now += 2 * MINUTE
  await inside((gate) => gate.alarm({ isRetry: true, retryCount: 5, scheduledTime: now }))
  expect(lines.length).toBeGreaterThanOrEqual(3)
  for (const line of lines)
    for (const secret of [address, code, subject.browser]) expect(line).not.toContain(secret)
})

/** Rows are read by name in these tests, so that a renamed column fails here and not in silence. */
test('the stored columns are those of a challenge', async () => {
  await ask()
  const [row] = await rowsOf('challenges')
  const fields: Record<keyof Challenge, string> = {
    id: 'id',
    purpose: 'purpose',
    organisationId: 'organisation_id',
    browser: 'browser',
    address: 'address',
    locale: 'locale',
    codeMac: 'code_mac',
    letters: 'letters',
    sealedCode: 'sealed_code',
    tries: 'tries',
    delivery: 'delivery',
    attempts: 'attempts',
    dueAt: 'due_at',
    preparedAt: 'prepared_at',
    failure: 'failure',
    createdAt: 'created_at',
    seenAt: 'seen_at',
    endsAt: 'ends_at',
    endedAt: 'ended_at',
  }
  expect(Object.keys(row ?? {})).toEqual(Object.values(fields))
})
