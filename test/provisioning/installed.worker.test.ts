import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { DeviceId } from '../../src/kernel/ids.ts'
import { claim, phone, prepare, profileIn } from '../support/phones.ts'
import { inD1, seedWorld, services, sessionOf, settle, time } from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const actor = { kind: 'manager', id: 'acc_manager' } as const

/** A phone with its profile, and what the profile's web clip carries. */
async function prepareClip() {
  const { person, code, live } = await prepare()
  const safari = phone()
  const page = (await claim(safari, code)).location ?? ''
  const profile = profileIn((await safari.get(page)).html)
  const download = () => safari.get(profile)
  const clip = /\/installed\?k=([\w-]+)/.exec((await download()).html)?.[1] ?? ''
  const deviceId = page.split('/').at(-1) as DeviceId
  const session = sessionOf(code.ref)
  return {
    ...{ person, safari, page, live, deviceId, session, download, clip },
    artefactKey: new URL(profile, 'https://x.example').searchParams.get('k') ?? '',
    sayInstalled: () => session.sayInstalled({ deviceId, by: { key: clip } }),
    end: () => session.endDevice({ deviceId, actor, as: 'deleted' }),
  }
}

describe('the web clip of a profile', () => {
  test('shows the claim that it belongs to, by its own key only', async () => {
    const { session, deviceId, clip } = await prepareClip()
    expect(await session.showClaimByKey({ deviceId, key: clip })).toMatchObject({
      deviceId,
      moved: false,
      live: 'delivered',
      template: { id: expect.any(String), version: expect.any(Number) },
    })
    expect(await session.showClaimByKey({ deviceId, key: 'A'.repeat(22) })).toBeNull()
    const unknown = `dev_${'A'.repeat(22)}` as DeviceId
    expect(await session.showClaimByKey({ deviceId: unknown, key: clip })).toBeNull()
  })

  test('stays in the profile that is downloaded again after it was pressed', async () => {
    const { sayInstalled, download, clip } = await prepareClip()
    expect((await sayInstalled()).ok).toBe(true)
    expect((await download()).html).toContain(`/installed?k=${clip}`)
  })

  test('pressed again says when it was the first time, and writes nothing', async () => {
    const { person, deviceId, sayInstalled } = await prepareClip()
    const said = { ok: true, value: { confirmedAt: time.now() } }
    expect(await sayInstalled()).toMatchObject(said)
    time.pass(1000)
    expect(await sayInstalled()).toMatchObject(said)
    await settle(person.account.ref)
    const confirmed = `SELECT id FROM audit WHERE device_id = ? AND action = 'device.confirmed'`
    expect(await inD1(confirmed, deviceId)).toHaveLength(1)
  })

  test.each(['before it was pressed', 'after it was pressed'])(
    'confirms no device that has ended %s',
    async (when) => {
      const { sayInstalled, end, live } = await prepareClip()
      if (when.startsWith('after')) await sayInstalled()
      expect((await end()).ok).toBe(true)
      expect(await sayInstalled()).toEqual({ ok: false, error: 'unknown' })
      expect(await live()).toBe('ended')
    },
  )

  test('confirms nothing while its owner is disabled', async () => {
    const { person, sayInstalled, live } = await prepareClip()
    await services.provisioning.setDisabled({ account: person.account, disabled: true, actor })
    expect(await sayInstalled()).toEqual({ ok: false, error: 'unknown' })
    await services.provisioning.setDisabled({ account: person.account, disabled: false, actor })
    expect((await sayInstalled()).ok).toBe(true)
    expect(await live()).toBe('active')
  })
})

test('a profile that was taken three times is refused for that, and no longer after its day', async () => {
  const { session, deviceId, artefactKey, download } = await prepareClip()
  for (let times = 0; times < 2; times += 1) expect((await download()).status).toBe(200)
  const take = () => session.takeArtefact({ deviceId, key: artefactKey })
  expect(await take()).toEqual({ ok: false, error: 'too_often' })
  time.pass(86_400_000)
  expect(await take()).toEqual({ ok: false, error: 'over' })
})
