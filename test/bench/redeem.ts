import type { Account } from '../../src/accounts/index.ts'
import { hashSecret, makeSecret } from '../../src/kernel/secrets.ts'
import { refereeOf } from '../../src/referee/index.ts'
import { makeDeviceKey, makeProof } from '../../src/tools/device/proof.ts'
import type { Booted } from './boot.ts'
import { atOnce, demand, type Fixture } from './fixture.ts'
import { type Call, type Load, runLoad } from './load.ts'

/** Redemptions in one sample, and how many are under way at a time. */
const REDEMPTIONS = 80
const CONCURRENCY = 8
const PATH = '/device/v1/redeem'

type Issue = (account: Account) => Promise<string>

/**
 * Makes the measure of one Worker: before the clock starts, `REDEMPTIONS` people get a code and as many new
 * devices make a key and a proof; then each device redeems.
 */
function measureRedeem(options: {
  booted: Booted
  fixture: Fixture
  baseUrl: string
  issue: Issue
}): () => Promise<Load> {
  const { booted, fixture, baseUrl, issue } = options
  let turn = 0
  return async () => {
    const begin = turn
    turn += REDEMPTIONS
    const calls = await atOnce(REDEMPTIONS, CONCURRENCY, async (index): Promise<Call> => {
      const account = fixture.accounts[(begin + index) % fixture.accounts.length] as Account
      return redeemCall(baseUrl, `${account.ref}.${await issue(account)}`)
    })
    return runLoad({ origin: booted.origin, calls, concurrency: CONCURRENCY, expected: 201 })
  }
}

/** Ours: the provision session issues the code, as the wizard asks it to. */
export async function measureOurRedeem(booted: Booted, fixture: Fixture, baseUrl: string) {
  const sessions = await booted.miniflare.getDurableObjectNamespace('PROVISION_SESSION')
  const { template } = fixture
  const issue: Issue = async (account) => {
    const { credentials } = demand(
      await refereeOf(sessions as unknown as DurableObjectNamespace, account.ref).issueCode({
        organisationId: account.organisationId,
        accountId: account.id,
        ref: account.ref,
        actor: { kind: 'owner', id: account.id },
        notify: { address: account.address, locale: account.locale },
        platform: template.platform,
        ownership: 'company',
        ownershipOpen: template.ownership.choosable,
        template: { id: template.id, version: template.version, policies: template.settings.policies },
        reports: template.reports,
        confirmation: 'tap',
        validitySeconds: 600,
        deviceLimit: null,
        checkInSeconds: template.checkInSeconds,
      }),
    )
    return credentials?.secret ?? ''
  }
  return measureRedeem({ booted, fixture, baseUrl, issue })
}

export function measureBareRedeem(booted: Booted, fixture: Fixture, baseUrl: string) {
  const issue: Issue = async (account) => {
    const secret = makeSecret()
    const body = JSON.stringify({ ref: account.ref, secretHash: hashSecret(secret) })
    const answer = await fetch(`${booted.origin}/prepare`, { method: 'POST', body })
    if (answer.status !== 204) throw new Error(`the bare Worker could not prepare: ${answer.status}`)
    return secret
  }
  return measureRedeem({ booted, fixture, baseUrl, issue })
}

async function redeemCall(baseUrl: string, code: string): Promise<Call> {
  const key = await makeDeviceKey()
  const issuedAt = Math.floor(Date.now() / 1000)
  const dpop = await makeProof({ key, method: 'POST', url: baseUrl + PATH, issuedAt })
  const device = { platform: 'agent', name: 'Bench', model: 'B-1', os_version: '1.0', agent_version: '1' }
  return {
    method: 'POST',
    path: PATH,
    headers: { dpop, 'content-type': 'application/json' },
    body: JSON.stringify({ code, device }),
  }
}
