import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeProvisioning } from '../../src/provisioning/service.ts'
import { fakeSessions } from '../support/fake-sessions.ts'

/** What the Worker asks a session, and what it answers people whose session is away or runs other code. */

beforeEach(() => {
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
})
afterEach(() => vi.restoreAllMocks())

const AWAY = new Error('it is away')
const logged = (level: 'warn' | 'error') =>
  vi.mocked(console[level]).mock.calls.map(([line]) => JSON.parse(String(line)))

/** Asks a session that answers what the test says. */
function make(session: Record<string, (input: never) => unknown>) {
  const asked: [name: string, input: unknown][] = []
  const calls = Object.entries(session).map(([name, answer]) => [
    name,
    async (input: never) => {
      asked.push([name, input])
      return answer(input)
    },
  ])
  const provisionSessions = fakeSessions(() => Object.fromEntries(calls))
  return { asked, provisioning: makeProvisioning({ database: {}, keys: {}, provisionSessions } as never) }
}

const account = {
  ...{
    id: 'acc_1',
    organisationId: 1,
    ref: 'ref',
    state: 'active',
    address: 'ada@acme.example',
    locale: 'de',
  },
  ...{ permissions: ['register'], deviceLimit: 2, atLimit: 'replace', defaultOwnership: 'inherit' },
}
const service = { enabled: true, ownersMayProvision: true, provisionCodeSeconds: 600 }
const organisation = {
  ...{
    enabled: true,
    setupOpen: true,
    confirmation: 'tap',
    defaultOwnership: 'company',
    ownershipChoosable: true,
  },
}
const template = {
  ...{ id: 'tpl_1', version: 3, platform: 'agent', reports: 'agent', checkInSeconds: 60 },
  ...{ ownership: { default: 'inherit', choosable: true }, settings: { policies: { a: 1 } } },
}
const issued = { ok: true, value: { id: 'grt_1', device: null } }
const device = { id: 'dev_1', as: 'reprovision' } as const
const manager = { kind: 'manager', id: 'acc_m' } as const

function issue(changes: { account?: object; service?: object; organisation?: object; input?: object } = {}) {
  const { asked, provisioning } = make({ issueCode: () => issued })
  const input = {
    account: { ...account, ...changes.account },
    door: {
      service: { ...service, ...changes.service },
      organisation: { ...organisation, ...changes.organisation },
    },
    ...{ template, ownership: null, ...changes.input },
  }
  return { asked, answer: provisioning.issueCode(input as never) }
}
const refused = (code: string) => ({ ok: false, error: { code } })

describe('a code', () => {
  test('is asked for with all that the session decides by', async () => {
    const { asked, answer } = issue()
    expect(await answer).toEqual(issued)
    expect(asked).toMatchObject([
      [
        'issueCode',
        {
          ...{ organisationId: 1, accountId: 'acc_1', ref: 'ref', actor: { kind: 'owner', id: 'acc_1' } },
          ...{
            notify: { address: 'ada@acme.example', locale: 'de' },
            platform: 'agent',
            confirmation: 'tap',
          },
          ...{ template: { id: 'tpl_1', version: 3, policies: { a: 1 }, identity: false }, reports: 'agent' },
          ...{ validitySeconds: 600, deviceLimit: 2, atLimit: 'replace', checkInSeconds: 60 },
        },
      ],
    ])
    expect(asked[0]?.[1]).not.toHaveProperty('device')
  })

  test('is for nobody who is not active, whoever asks', async () => {
    for (const input of [{}, { actor: manager }]) {
      const { asked, answer } = issue({ account: { state: 'invited' }, input })
      expect(await answer).toEqual(refused('setup_disabled'))
      expect(asked).toEqual([])
    }
  })

  test.each([
    ['may not set up devices', { account: { permissions: ['qr'] } }, 'not_entitled'],
    ['may not anywhere in the service', { service: { ownersMayProvision: false } }, 'not_entitled'],
    ['asks while setup is closed', { organisation: { setupOpen: false } }, 'setup_disabled'],
    ['asks while the organisation is off', { organisation: { enabled: false } }, 'setup_disabled'],
    ['asks while the service is off', { service: { enabled: false } }, 'setup_disabled'],
  ])('is not for who %s; a manager makes it all the same', async (_, change, code) => {
    const own = issue(change)
    expect(await own.answer).toEqual(refused(code))
    expect(own.asked).toEqual([])
    expect(await issue({ ...change, input: { actor: manager } }).answer).toEqual(issued)
  })

  test('that names no device hears of none', async () => {
    const { provisioning } = make({ issueCode: () => refused('unknown_device') })
    const door = { service, organisation }
    await expect(
      provisioning.issueCode({ account, door, template, ownership: null } as never),
    ).rejects.toThrow('a code that names no device knows of none')
    const full = make({ issueCode: () => refused('device_limit_reached') })
    expect(await full.provisioning.issueCode({ account, door, template, ownership: null } as never)).toEqual(
      refused('device_limit_reached'),
    )
  })
})

describe('a code for a device', () => {
  const ask = (answer: () => unknown, revoke: () => unknown = () => null) => {
    const made = make({ issueCode: answer, revokeGrant: revoke })
    const input = { account, door: { service, organisation }, template, ownership: null, device }
    return { ...made, answer: made.provisioning.issueForDevice(input as never) }
  }

  test('names it', async () => {
    const named = { ok: true, value: { id: 'grt_1', device } }
    const { asked, answer } = ask(() => named)
    expect(await answer).toEqual(named)
    expect(asked).toMatchObject([['issueCode', { device }]])
    expect(await ask(() => refused('unknown_device')).answer).toEqual(refused('unknown_device'))
  })

  test('that a session of before made for one more device is taken back, and the log says so', async () => {
    const { asked, answer } = ask(() => issued)
    expect(await answer).toEqual(refused('temporarily_unavailable'))
    expect(asked[1]).toEqual(['revokeGrant', { grantId: 'grt_1', actor: { kind: 'owner', id: 'acc_1' } }])
    expect(logged('warn')).toMatchObject([
      { event: 'device_code.not_issued', reason: 'the session does not know them yet' },
    ])
  })

  test('of a session that is away is made later', async () => {
    const { answer } = ask(() => {
      throw AWAY
    })
    expect(await answer).toEqual(refused('temporarily_unavailable'))
    expect(logged('error')).toMatchObject([{ event: 'device_code.not_issued', reason: 'Error: it is away' }])
  })
})

describe('the devices whose place one more would take', () => {
  const taken = [{ deviceId: 'dev_1' }]

  test('are asked for where one would', async () => {
    const { asked, provisioning } = make({ listReplaced: () => taken })
    expect(await provisioning.listReplaced(account as never)).toEqual(taken)
    expect(asked).toEqual([['listReplaced', { deviceLimit: 2, atLimit: 'replace' }]])
  })

  test('are none where there is no limit, or it refuses, without asking', async () => {
    const { asked, provisioning } = make({ listReplaced: () => taken })
    for (const change of [{ deviceLimit: null }, { atLimit: 'refuse' }])
      expect(await provisioning.listReplaced({ ...account, ...change } as never)).toEqual([])
    expect(asked).toEqual([])
  })

  test('of a session that does not know the question are none', async () => {
    const { provisioning } = make({ listReplaced: () => Promise.reject(AWAY) })
    expect(await provisioning.listReplaced(account as never)).toEqual([])
    expect(logged('warn')).toMatchObject([{ event: 'replaced.not_listed', reason: 'Error: it is away' }])
  })
})

test('an account is disabled by its session, and later where that is away', async () => {
  const input = { account, disabled: true, actor: manager } as never
  const { asked, provisioning } = make({ setDisabled: () => ({ ok: true, value: null }) })
  expect(await provisioning.setDisabled(input)).toEqual({ ok: true, value: null })
  const notify = { address: 'ada@acme.example', locale: 'de' }
  expect(asked).toEqual([
    [
      'setDisabled',
      { organisationId: 1, accountId: 'acc_1', ref: 'ref', notify, disabled: true, actor: manager },
    ],
  ])
  const away = make({ setDisabled: () => Promise.reject(AWAY) })
  expect(await away.provisioning.setDisabled(input)).toEqual({ ok: false, error: 'temporarily_unavailable' })
  expect(logged('error')).toMatchObject([{ event: 'account.session_down', reason: 'Error: it is away' }])
})

test('pages are closed with the session they belong to, or all of them; one that is away has none', async () => {
  const { asked, provisioning } = make({ closeSockets: () => undefined })
  await provisioning.closeSockets(account as never, 'ses_1')
  await provisioning.closeAllSockets(account as never)
  expect(asked).toEqual([
    ['closeSockets', { sessionId: 'ses_1' }],
    ['closeSockets', { sessionId: null }],
  ])
  await make({ closeSockets: () => Promise.reject(AWAY) }).provisioning.closeAllSockets(account as never)
  expect(logged('warn')).toMatchObject([{ event: 'sockets.not_closed', reason: 'Error: it is away' }])
})

test('what only passes a question on asks the session itself', async () => {
  const { asked, provisioning } = make({ showGrant: () => null, listOpenGrants: () => [] })
  expect(await provisioning.showGrant(account as never, 'grt_1')).toBeNull()
  expect(await provisioning.listOpenGrants(account as never)).toEqual([])
  expect(asked).toEqual([
    ['showGrant', 'grt_1'],
    ['listOpenGrants', undefined],
  ])
  expect(provisioning.sessionOf('ref')).toHaveProperty('showGrant')
})
