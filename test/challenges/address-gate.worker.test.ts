import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Challenge } from '../../src/challenges/types.ts'
import { DAY, MINUTE } from '../../src/kernel/time.ts'
import {
  address,
  ask,
  challenges,
  gateOf,
  idOf,
  inside,
  look,
  mail,
  queued,
  rowsOf,
  startGate,
  stubOf,
  subject,
  turnTo,
  typeCode,
  wrongFor,
} from '../support/gate.ts'
import { bindings, NOON, time } from '../support/world.ts'

beforeEach(startGate)
afterEach(() => vi.restoreAllMocks())

describe('proving an address', () => {
  test('the mailed code proves it, in the browser, organisation and purpose that asked', async () => {
    const { id, code } = await mail()
    expect(code).toMatch(/^\d{6}$/)
    for (const other of [{ browser: 'browser-2' }, { organisationId: 2 }, { purpose: 'sign-in' as const }])
      expect(await typeCode(code, other)).toEqual({ ok: false, error: { code: 'no_challenge' } })
    expect(await typeCode(code, { address: 'other@acme.example' })).toEqual({
      ok: false,
      error: { code: 'no_challenge' },
    })
    expect(await typeCode(` ${code.slice(0, 3)} ${code.slice(3)} `)).toEqual({
      ok: true,
      value: { address, challengeId: id },
    })
  })

  test('a lost answer costs nothing: the right code works again until its end', async () => {
    const { code } = await mail()
    for (let wrong = 0; wrong < 4; wrong += 1) await typeCode(wrongFor(code))
    for (let repeat = 0; repeat < 7; repeat += 1) expect((await typeCode(code)).ok).toBe(true)
    time.pass(10 * MINUTE)
    expect(await typeCode(code)).toEqual({ ok: false, error: { code: 'expired' } })
  })

  test('a new code retires the former of the same browser and purpose, and its message', async () => {
    const first = await idOf(ask())
    const elsewhere = await mail({ browser: 'browser-2' })
    const second = await mail()
    expect(await gateOf().prepareMessage(first)).toBeNull()
    expect((await typeCode(second.code)).ok).toBe(true)
    expect((await typeCode(elsewhere.code, { browser: 'browser-2' })).ok).toBe(true)
  })

  test('the page learns how the message fares', async () => {
    expect(await look()).toBeNull()
    const id = await idOf(ask())
    expect(await look()).toEqual({ delivery: 'queued', letters: false, validUntil: null })
    await gateOf().prepareMessage(id)
    time.pass(MINUTE)
    await gateOf().noteAccepted(id)
    expect(await look()).toEqual({ delivery: 'sent', letters: false, validUntil: time.now() + 10 * MINUTE })
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
      expect(await typeCode(wrongFor(code))).toEqual({ ok: false, error: { code: 'wrong_code', triesLeft } })
    // The fifth says that it closed the code, so that it is counted once.
    const closed = { code: 'too_many_tries', closed: true }
    expect(await typeCode(wrongFor(code))).toEqual({ ok: false, error: closed })
    expect(await typeCode(code)).toEqual({ ok: false, error: { code: 'too_many_tries' } })
  })

  test('thirty guesses at once are five tries', async () => {
    const { code } = await mail()
    const answers = await Promise.all(Array.from({ length: 30 }, () => typeCode(wrongFor(code))))
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))
    expect(codes.filter((word) => word === 'wrong_code')).toHaveLength(4)
    expect(codes.filter((word) => word === 'too_many_tries')).toHaveLength(26)
    expect(answers.filter((one) => !one.ok && 'closed' in one.error)).toHaveLength(1)
    expect((await typeCode(code)).ok).toBe(false)
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
    for (let wrong = 0; wrong < 4; wrong += 1) await typeCode(wrongFor(code))
    expect(await typeCode(code)).toEqual({ ok: false, error: { code: 'too_many_tries' } })
  })

  test('after 15 wrong tries the mailed code is of eight letters, typed in any case', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { code } = await mail()
      for (let wrong = 0; wrong < 5; wrong += 1) await typeCode(wrongFor(code))
    }
    time.pass(20 * MINUTE)
    const { code } = await mail()
    expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/)
    expect(await look()).toMatchObject({ letters: true })
    expect((await typeCode(`${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase())).ok).toBe(true)
  })

  test('right codes are no wrong tries', async () => {
    const { code } = await mail()
    for (let repeat = 0; repeat < 20; repeat += 1) await typeCode(code)
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
    turnTo(NOON + 15 * MINUTE)
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
      time.pass(16 * MINUTE)
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
