import { runInDurableObject } from 'cloudflare:test'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { DeviceId } from '../../src/kernel/ids.ts'
import type { ProvisionSession } from '../../src/provisioning/index.ts'
import { ProvisionSessionStore } from '../../src/provisioning/provision-session-store.ts'
import type { Actor, IssueCodeInput } from '../../src/referee/index.ts'
import { rowsIn, sessionOf, tablesIn, time } from '../support/world.ts'

beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const actor: Actor = { kind: 'system', id: 'test' }
const deviceId = 'dev_none' as DeviceId
const grantId = 'grt_none'
const invitationId = 'inv_none'
const key = 'K'.repeat(22)
const holder = { kind: 'browser', hash: 'B'.repeat(43) } as const
const redeem = (session: DurableObjectStub<ProvisionSession>, by: 'url' | 'pin' | 'proved' | 'ticket') =>
  session.redeem({
    by:
      by === 'url'
        ? { kind: by, secret: key, pin: null }
        : by === 'pin'
          ? { kind: by, pin: '12345678' }
          : by === 'proved'
            ? { kind: by, grantId }
            : { kind: by, ticket: key },
    holder,
    facts: {},
    ownership: null,
  })
const refused = (error: string) => ({ ok: false, error })

/** Every call about an account, with what it answers where there is none. */
const CALLS: [string, (session: DurableObjectStub<ProvisionSession>) => Promise<unknown>, unknown][] = [
  ['showGrant', (session) => session.showGrant(grantId), null],
  ['listOpenGrants', (session) => session.listOpenGrants(), []],
  ['listReplaced', (session) => session.listReplaced({ deviceLimit: 0, atLimit: 'replace' }), []],
  ['revokeGrant', (session) => session.revokeGrant({ grantId, actor }), null],
  ['inspectLink', (session) => session.inspectLink({ secret: key, fetched: true }), null],
  ['openLink', (session) => session.openLink({ secret: key }), null],
  ['redeem by URL', (session) => redeem(session, 'url'), refused('invalid_provision_code')],
  ['redeem by PIN', (session) => redeem(session, 'pin'), refused('invalid_provision_code')],
  ['redeem by a proof', (session) => redeem(session, 'proved'), refused('invalid_provision_code')],
  ['redeem by ticket', (session) => redeem(session, 'ticket'), refused('invalid_provision_code')],
  ['provePin', (session) => session.provePin({ pin: '12345678' }), refused('invalid_provision_code')],
  ['inspectGrant', (session) => session.inspectGrant({ grantId, browser: key }), null],
  ['inspectTicket', (session) => session.inspectTicket({ ticket: key, browser: null }), null],
  ['showClaim', (session) => session.showClaim({ deviceId, browser: key }), null],
  ['showClaimByKey', (session) => session.showClaimByKey({ deviceId, key }), null],
  ['takeArtefact', (session) => session.takeArtefact({ deviceId, key }), refused('unknown')],
  ['sayInstalled', (session) => session.sayInstalled({ deviceId, by: { key } }), refused('unknown')],
  ['renewPin', (session) => session.renewPin({ grantId, actor }), null],
  [
    'confirm',
    (session) => session.confirm({ deviceId, claimId: 'clm_none', epoch: 1 }),
    refused('invalid_credential'),
  ],
  [
    'reportOta',
    (session) => session.reportOta({ deviceId, challenge: key, facts: { udid: '1' }, logFacts: true }),
    refused('invalid_provision_code'),
  ],
  ['showInvitation', (session) => session.showInvitation(invitationId), null],
  ['livingInvitation', (session) => session.livingInvitation(), null],
  [
    'deactivateInvitation',
    (session) => session.deactivateInvitation({ invitationId, actor }),
    refused('unknown'),
  ],
  ['renewInvitationPin', (session) => session.renewInvitationPin({ invitationId, actor }), null],
  [
    'inspectInvitation',
    (session) => session.inspectInvitation({ by: { secret: key }, fetched: true, browser: null }),
    null,
  ],
  ['openInvitation', (session) => session.openInvitation({ secret: key }), null],
  ['endDevice', (session) => session.endDevice({ deviceId, actor, as: 'deleted' }), refused('unknown')],
  [
    'setOwnership',
    (session) => session.setOwnership({ deviceId, ownership: 'personal', actor }),
    refused('unknown'),
  ],
  ['issuePasscodeReset', (session) => session.issuePasscodeReset({ deviceId, actor }), refused('unknown')],
  ['showPasscodeReset', (session) => session.showPasscodeReset({ deviceId }), null],
  [
    'usePasscodeReset',
    (session) => session.usePasscodeReset({ deviceId, pin: '12345678' }),
    refused('invalid_pin'),
  ],
  ['retryOutbox', (session) => session.retryOutbox(), { waiting: 0, parked: 0 }],
]

async function answersOf(name: string) {
  const answers: [string, unknown][] = []
  for (const [call, ask] of CALLS) answers.push([call, await ask(sessionOf(name))])
  return answers
}
const expected = CALLS.map(([call, , answer]) => [call, answer])

describe('an object that knows nobody', () => {
  test('answers every call as if nothing were there, and makes no table', async () => {
    expect(await answersOf('never-used')).toEqual(expected)
    expect(await tablesIn('never-used')).toEqual([])
  })

  test('answers the same where its tables were made and nothing was decided yet', async () => {
    await runInDurableObject(sessionOf('only-tables'), (_session, { storage }) => {
      new ProvisionSessionStore(storage).migrate()
    })
    expect(await answersOf('only-tables')).toEqual(expected)
    expect(await rowsIn('only-tables', 'SELECT * FROM outbox')).toEqual([])
  })

  test('answers the same about ids and secrets that an account never had', async () => {
    const input: IssueCodeInput = {
      organisationId: 1,
      accountId: 'acc_none',
      ref: 'somebody',
      actor,
      notify: { address: 'somebody@acme.example', locale: 'en' },
      platform: 'agent',
      ownership: 'company',
      ownershipOpen: false,
      template: { id: 'tpl_1', version: 1, policies: {}, identity: false },
      reports: 'agent',
      confirmation: 'tap',
      validitySeconds: 600,
      checkInSeconds: 3600,
      deviceLimit: null,
    }
    const issued = await sessionOf('somebody').issueCode(input)
    if (!issued.ok) throw new Error(issued.error.code)
    await sessionOf('somebody').revokeGrant({ grantId: issued.value.id, actor })
    const answers = (await answersOf('somebody')).filter(([call]) => call !== 'retryOutbox')
    expect(answers).toEqual(expected.filter(([call]) => call !== 'retryOutbox'))
  })
})
