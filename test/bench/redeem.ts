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

/** Calls that a Worker was prepared for: as many of them as are asked for, none twice. */
type MakeRedeems = (count: number) => Promise<Call[]>

type Prepared = { booted: Booted; fixture: Fixture; baseUrl: string }

/** Before the clock starts people get a code each, and as many new devices make a key and a proof. */
function makeRedeems({ fixture, baseUrl }: Prepared, issue: Issue): MakeRedeems {
  let turn = 0
  return (count) => {
    const begin = turn
    turn += count
    return atOnce(count, CONCURRENCY, async (index): Promise<Call> => {
      const account = fixture.accounts[(begin + index) % fixture.accounts.length] as Account
      return redeemCall(baseUrl, `${account.ref}.${await issue(account)}`)
    })
  }
}

/** Ours: the provision session issues the code, as the wizard asks it to. */
export async function makeOurRedeems(prepared: Prepared): Promise<MakeRedeems> {
  const { booted, fixture } = prepared
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
        template: {
          id: template.id,
          version: template.version,
          policies: template.settings.policies,
          identity: false,
        },
        reports: template.reports,
        confirmation: 'tap',
        validitySeconds: 600,
        deviceLimit: null,
        checkInSeconds: template.checkInSeconds,
      }),
    )
    return credentials?.secret ?? ''
  }
  return makeRedeems(prepared, issue)
}

function makeBareRedeems(prepared: Prepared): MakeRedeems {
  const { booted } = prepared
  const issue: Issue = async (account) => {
    const secret = makeSecret()
    const body = JSON.stringify({ ref: account.ref, secretHash: hashSecret(secret) })
    const answer = await fetch(`${booted.origin}/prepare`, { method: 'POST', body })
    if (answer.status !== 204) throw new Error(`the bare Worker could not prepare: ${answer.status}`)
    return secret
  }
  return makeRedeems(prepared, issue)
}

export async function measureOurRedeem(prepared: Prepared): Promise<() => Promise<Load>> {
  return measureRedeem(prepared, await makeOurRedeems(prepared))
}

export function measureBareRedeem(prepared: Prepared): () => Promise<Load> {
  return measureRedeem(prepared, makeBareRedeems(prepared))
}

function measureRedeem({ booted }: Prepared, make: MakeRedeems): () => Promise<Load> {
  return async () => runRedeems(booted, await make(REDEMPTIONS))
}

/** Each device redeems. */
export function runRedeems({ origin }: Booted, calls: Call[]): Promise<Load> {
  return runLoad({ origin, calls, concurrency: CONCURRENCY, expected: 201 })
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
