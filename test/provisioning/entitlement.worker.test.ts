import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Permission } from '../../src/accounts/index.ts'
import type { Ownership } from '../../src/kernel/ownership.ts'
import type { Actor } from '../../src/referee/index.ts'
import {
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  services,
  settle,
  time,
} from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const manager: Actor = { kind: 'manager', id: 'acc_manager' }

async function ask(
  options: {
    actor?: Actor
    permissions?: Permission[]
    ownersMayProvision?: boolean
    state?: 'active' | 'unapproved' | 'disabled'
    ownership?: Ownership | null
    confirmation?: 'tap' | 'pin'
    platform?: 'agent' | 'windows'
  } = {},
) {
  const person = await makePerson()
  const door = await services.organisations.openDoor('acme')
  if (!door.ok) throw new Error('acme is closed')
  const template = await services.templates.findOffered(1, options.platform ?? 'agent')
  if (!template) throw new Error('no template')
  const issued = await services.provisioning.issueCode({
    door: {
      ...door.value,
      service: { ...door.value.service, ownersMayProvision: options.ownersMayProvision ?? true },
    },
    account: {
      ...person.account,
      state: options.state ?? 'active',
      permissions: options.permissions ?? person.account.permissions,
    },
    template,
    ownership: options.ownership ?? null,
    ...(options.actor && { actor: options.actor }),
    ...(options.confirmation && { confirmation: options.confirmation }),
  })
  return { person, issued }
}

describe('who may get a code', () => {
  test('an owner may where service and account template let them', async () => {
    expect((await ask()).issued.ok).toBe(true)
  })

  test('an owner without the permission is refused by the service, whatever the page shows', async () => {
    const { issued, person } = await ask({ permissions: ['pin', 'qr'] })
    expect(issued).toEqual({ ok: false, error: { code: 'not_entitled' } })
    const codes = await inD1(
      `SELECT id FROM audit WHERE account_id = ? AND action = 'provision_code.created'`,
      person.account.id,
    )
    expect(codes).toEqual([])
  })

  test('no owner may while the service keeps it to managers', async () => {
    expect((await ask({ ownersMayProvision: false })).issued).toMatchObject({
      error: { code: 'not_entitled' },
    })
  })

  test('a manager may in both cases, and the audit names the manager', async () => {
    const { issued, person } = await ask({ actor: manager, permissions: [], ownersMayProvision: false })
    expect(issued.ok).toBe(true)
    await settle(person.account.ref)
    expect(
      await inD1(
        `SELECT actor_kind, actor_id FROM audit WHERE account_id = ? AND action = 'provision_code.created'`,
        person.account.id,
      ),
    ).toEqual([{ actor_kind: 'manager', actor_id: manager.id }])
  })

  test('nobody gets one for a person who waits for approval', async () => {
    for (const actor of [manager, undefined])
      expect((await ask({ state: 'unapproved', ...(actor && { actor }) })).issued).toMatchObject({
        error: { code: 'setup_disabled' },
      })
  })

  test('what leaves by mail asks for the PIN, whatever the organisation says', async () => {
    const { issued } = await ask({ actor: manager, confirmation: 'pin' })
    expect(issued).toMatchObject({ value: { confirmation: 'pin' } })
  })
})

describe('whose device it is', () => {
  test('a manager says so even where owners may not choose', async () => {
    const company = await ask({ platform: 'windows', ownership: 'personal' })
    expect(company.issued).toMatchObject({ value: { ownership: 'company' } })
    const chosen = await ask({ platform: 'windows', ownership: 'personal', actor: manager })
    expect(chosen.issued).toMatchObject({ value: { ownership: 'personal' } })
  })

  test('a device names its ownership only where that was left open', async () => {
    const redeemed = async (ownership: Ownership | null) => {
      const { code } = await issueCode(await makePerson(), { ownership })
      const answer = await (await makeTestDevice()).redeem({ code, ownership: 'personal' })
      return answer.body.device.ownership
    }
    expect(await redeemed('company')).toBe('company')
    expect(await redeemed(null)).toBe('personal')
  })

  test('an account without the permission leaves nothing open', async () => {
    const { issued, person } = await ask({ permissions: ['register'] })
    if (!issued.ok) throw new Error(issued.error.code)
    const code = `${person.account.ref}.${issued.value.credentials?.secret}`
    const answer = await (await makeTestDevice()).redeem({ code, ownership: 'personal' })
    expect(answer.body.device.ownership).toBe('company')
  })
})

describe('what the audit says of a device', () => {
  const detailOf = async (accountId: string) => {
    const [row] = await inD1(
      `SELECT detail FROM audit WHERE account_id = ? AND action = 'device.provisioned'`,
      accountId,
    )
    return JSON.parse(String(row?.detail))
  }
  const facts = { name: 'bench', model: 'T14', os_version: 'Debian 13' }

  async function provision(device: Record<string, string>) {
    const person = await makePerson()
    const answer = await (await makeTestDevice()).redeem({ code: (await issueCode(person)).code, device })
    expect(answer.status).toBe(201)
    return detailOf(person.account.id)
  }

  test('model and version, as far as it told them', async () => {
    expect(await provision(facts)).toMatchObject({ model: 'T14', osVersion: 'Debian 13' })
    expect(Object.keys(await provision({ name: 'bench' }))).not.toContain('model')
  })

  test('neither, where the service does not log device information', async () => {
    await inD1('UPDATE service SET log_device_facts = 0')
    const detail = await provision(facts)
    await inD1('UPDATE service SET log_device_facts = 1')
    expect(JSON.stringify(detail)).not.toMatch(/T14|Debian|bench/)
  })
})
