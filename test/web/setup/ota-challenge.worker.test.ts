import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, HOUR } from '../../../src/kernel/time.ts'
import {
  abandonedAfter,
  answer,
  audited,
  begin,
  download,
  factsOf,
  post,
  postPlist,
  REFUSED,
  reportByOta,
  UDID,
} from '../../support/ota.ts'
import { claim, deviceRow, IPHONE_CHROME, phone, prepare, profileIn, ticketIn } from '../../support/phones.ts'
import {
  BASE,
  breakDatabase,
  d1Prototype,
  inD1,
  makeTestDevice,
  runAlarm,
  seedWorld,
  services,
  settle,
  time,
} from '../../support/world.ts'

beforeAll(async () => {
  await seedWorld()
  await reportByOta()
})
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const OFF = { status: 403, code: 'setup_disabled' }
const keyIn = (href: string) => new URL(href, BASE).searchParams.get('k') ?? ''

describe('a challenge', () => {
  test('that another device replays is refused and told of, and the first keeps its settings', async () => {
    const { person, code, live, phaseOne } = await begin()
    await answer(phaseOne)
    const thief = await answer(phaseOne, { UDID: '00008140-FFFFFFFFFFFFFFFF', SERIAL: 'THIEF' })
    expect(thief).toMatchObject(REFUSED)
    expect((await answer(phaseOne)).status).toBe(200)
    expect(await live()).toBe('active')
    await settle(code.ref)
    expect(await deviceRow(person.account.id)).toMatchObject({ udid: UDID, serial: 'F2LXYZ123ABC' })
    const [failed] = await audited(person.account.id, 'device.provisioning_failed')
    expect(failed).toMatchObject({ reason: 'used', grant: code.grant.id })
    expect(await audited(person.account.id, 'theft.suspected')).toHaveLength(1)
    const shown = await services.provisioning.showGrant(person.account, code.grant.id)
    expect(shown?.theftSuspectedAt).toBe(time.now())
  })

  test('that fifty devices bring at once makes one active', async () => {
    const { person, code, phaseOne } = await begin()
    const udids = Array.from({ length: 50 }, (_, at) => `00008140-${String(at).padStart(16, '0')}`)
    const answers = await Promise.all(udids.map((one) => answer(phaseOne, { UDID: one })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ code }) => code === 'invalid_provision_code')).toHaveLength(49)
    await settle(code.ref)
    const winner = answers.findIndex(({ status }) => status === 200)
    expect(await deviceRow(person.account.id)).toMatchObject({ udid: udids[winner] })
    expect(await audited(person.account.id, 'device.confirmed')).toHaveLength(1)
  })

  test('that one device sends twice at the same moment makes it active once', async () => {
    const { person, code, phaseOne } = await begin()
    const answers = await Promise.all(Array.from({ length: 5 }, () => answer(phaseOne)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    await settle(code.ref)
    expect(await audited(person.account.id, 'device.confirmed')).toHaveLength(1)
  })

  test('of another device, another person or nobody is refused, and burns no claim', async () => {
    const own = await begin()
    const other = await begin()
    const mine = factsOf(own.phaseOne)
    const [ref = '', secret = ''] = mine.challenge.split('.')
    const theirs = factsOf(other.phaseOne).challenge
    const wrong = [
      theirs,
      `${ref}.${theirs.split('.')[1]}`,
      `${ref}.${'A'.repeat(22)}`,
      `${'A'.repeat(22)}.${secret}`,
    ]
    for (const challenge of wrong)
      expect(await answer(own.phaseOne, { CHALLENGE: challenge })).toMatchObject(REFUSED)
    const elsewhere = mine.url.replace(/dev_.*/, `dev_${'A'.repeat(22)}`)
    expect(await answer(own.phaseOne, {}, elsewhere)).toMatchObject(REFUSED)
    expect(await own.live()).toBe('delivered')
    expect((await answer(own.phaseOne)).status).toBe(200)
    expect((await answer(other.phaseOne)).status).toBe(200)
  })

  test('is none of the other secrets of a claim, and opens no other door', async () => {
    const { code, href, page, phaseOne } = await begin()
    const [, secret = ''] = factsOf(phaseOne).challenge.split('.')
    const key = keyIn(href)
    expect(await answer(phaseOne, { CHALLENGE: `${code.ref}.${key}` })).toMatchObject(REFUSED)
    expect(await (await makeTestDevice()).redeem({ ticket: `${code.ref}.${secret}` })).toMatchObject({
      status: 403,
    })
    expect((await phone().get(`${page}/profile?k=${secret}`)).status).toBe(404)
    expect((await answer(phaseOne)).status).toBe(200)
  })

  test('ends a day after the claim; a device that never answers is abandoned and frees its place', async () => {
    const { person, code, live, phaseOne } = await begin()
    time.pass(DAY)
    expect(await answer(phaseOne)).toMatchObject(REFUSED)
    expect(await live()).toBe('delivered')
    time.pass(abandonedAfter)
    await runAlarm(code.ref)
    await settle(code.ref)
    expect(await live()).toBe('ended')
    expect(await deviceRow(person.account.id)).toMatchObject({ lifecycle: 'deleted', udid: null })
    expect(await answer(phaseOne)).toMatchObject(REFUSED)
  })

  test.each([-HOUR, -3650 * DAY, 3650 * DAY])(
    'is not prolonged by a clock that jumps %d ms',
    async (jump) => {
      const { phaseOne } = await begin()
      time.pass(jump)
      expect(await answer(phaseOne)).toMatchObject(REFUSED)
    },
  )

  test('dies with the browser that passed the claim on', async () => {
    const { person, code } = await prepare()
    const chrome = phone(IPHONE_CHROME)
    const page = (await claim(chrome, code)).location ?? ''
    const shown = (await chrome.get(page)).html
    expect(shown).toContain('Copy the link for Safari')
    expect(profileIn(shown)).toBe('')
    const safari = phone()
    await safari.get(`/p/${code.ref}?t=${ticketIn(shown)}`)
    await safari.post(`/p/${code.ref}`, { t: ticketIn(shown) })
    const href = profileIn((await safari.get(page)).html)
    const former = await download(href)
    const session = services.provisioning.sessionOf(code.ref)
    const taken = await session.takeArtefact({ deviceId: page.split('/').at(-1) ?? '', key: keyIn(href) })
    const ticket = (taken.ok && taken.value.ticket) || ''
    const third = phone()
    await third.get(`/p/${code.ref}?t=${ticket}`)
    await third.post(`/p/${code.ref}`, { t: ticket })
    expect(await answer(former)).toMatchObject(REFUSED)
    expect((await answer(await download(profileIn((await third.get(page)).html)))).status).toBe(200)
    expect(await deviceRow(person.account.id)).toMatchObject({ lifecycle: 'active', udid: UDID })
  })
})

describe('switched off between the two profiles', () => {
  test.each([
    ['the service', 'UPDATE service SET enabled = '],
    ['the organisation', 'UPDATE organisations SET enabled = '],
  ])('%s: refused, and goes on when it is on again', async (_, change) => {
    const { live, phaseOne } = await begin()
    await inD1(`${change}0 WHERE id = 1`)
    let refused: Awaited<ReturnType<typeof answer>> | null = null
    try {
      refused = await answer(phaseOne)
    } finally {
      await inD1(`${change}1 WHERE id = 1`)
    }
    expect(refused).toMatchObject(OFF)
    expect(await live()).toBe('delivered')
    expect((await answer(phaseOne)).status).toBe(200)
  })

  test('the account: refused, and goes on when it is enabled again', async () => {
    const { person, phaseOne } = await begin()
    const actor = { kind: 'manager' as const, id: 'acc_manager' }
    const { account } = person
    await services.provisioning.setDisabled({ account, disabled: true, actor })
    expect(await answer(phaseOne)).toMatchObject(OFF)
    await services.provisioning.setDisabled({ account, disabled: false, actor })
    expect((await answer(phaseOne)).status).toBe(200)
  })
})

describe('a database that is away', () => {
  const AWAY = { status: 503, code: 'temporarily_unavailable' }

  test('before the challenge is used leaves it untouched', async () => {
    const { code, live, phaseOne } = await begin()
    await settle(code.ref)
    const database = breakDatabase()
    const refused = await answer(phaseOne)
    database.mend()
    expect(refused).toMatchObject(AWAY)
    expect(await live()).toBe('delivered')
    expect((await answer(phaseOne)).status).toBe(200)
  })

  test('after it was used loses nothing: the device asks again, and everything is there', async () => {
    const { person, code, phaseOne } = await begin()
    await settle(code.ref)
    await answer((await begin()).phaseOne)
    const batch = vi.spyOn(d1Prototype, 'batch').mockRejectedValue(new Error('D1_ERROR: network lost'))
    const refused = await answer(phaseOne)
    batch.mockRestore()
    expect(refused).toMatchObject(AWAY)
    expect((await answer(phaseOne)).status).toBe(200)
    await settle(code.ref)
    expect(await deviceRow(person.account.id)).toMatchObject({
      lifecycle: 'active',
      udid: UDID,
      model: 'iPhone 16 Pro',
    })
    expect(await audited(person.account.id, 'device.confirmed')).toHaveLength(1)
  })
})

describe('what is no answer of a device', () => {
  test('is refused before anything is looked up', async () => {
    const { live, phaseOne } = await begin()
    const { url, challenge } = factsOf(phaseOne)
    const plist = `<plist version="1.0"><dict><key>CHALLENGE</key><string>${challenge}</string><key>UDID</key><string>${UDID}</string></dict></plist>`
    const bad = { status: 400, code: 'invalid_request' }
    expect(await post(url, new Uint8Array())).toMatchObject(bad)
    expect(await post(url, new TextEncoder().encode(plist))).toMatchObject(bad)
    expect(await post(url, new Uint8Array(60_000).fill(0x30))).toMatchObject(bad)
    expect(await postPlist(url, plist.replace('<dict>', '<dict><key>A</key><dict/>'))).toMatchObject(bad)
    expect(await postPlist(url, `<!DOCTYPE plist [<!ENTITY a "b">]>${plist}`)).toMatchObject(bad)
    expect(await postPlist(url, plist.replace(UDID, 'x'.repeat(10_000)))).toMatchObject(bad)
    expect(await post(url, new Uint8Array(1024 * 1024))).toMatchObject({ status: 413 })
    expect(await live()).toBe('delivered')
    expect((await postPlist(url, plist)).status).toBe(200)
  })

  test('cookies play no part, and another site may send it', async () => {
    const { phaseOne } = await begin()
    const { url } = factsOf(phaseOne)
    const crossed = await post(url, new Uint8Array(), {
      'sec-fetch-site': 'cross-site',
      origin: 'https://evil.example',
    })
    expect(crossed.status).toBe(400)
  })
})
