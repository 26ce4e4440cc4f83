import { describe, expect, test } from 'vitest'
import { makeEvidence, message } from './evidence-sample.ts'
import { type Evidence, judge } from './verdict.ts'

const first = <Item>(list: Item[]): Item => {
  if (list[0] === undefined) throw new Error('the list is empty')
  return list[0]
}

test('a run in which all holds is found to hold, repeats under the same id included', () => {
  expect(judge(makeEvidence())).toEqual([])
})

/** What a service could get wrong, and what the verdict says of it. */
const WRONG: [what: string, spoil: (evidence: Evidence) => void, says: RegExp][] = [
  ['a 201 without a device', ({ found }) => found.devices.shift(), /a client saw 201, and it is no device/],
  [
    'a device that fell back',
    ({ found }) => {
      first(found.devices).lifecycle = 'pending'
    },
    /should be active, and is pending/,
  ],
  [
    'a dead credential',
    ({ probes }) => {
      first(probes.checkIns).status = 401
    },
    /check-in was answered 401/,
  ],
  ['a credential nobody tried', ({ probes }) => probes.checkIns.pop(), /nobody asked whether its credential/],
  [
    'a retired device that lives',
    ({ ledger }) => {
      first(ledger.answered).kind = 'retire'
    },
    /should be retired/,
  ],
  [
    'two devices for a holder',
    ({ ledger }) => {
      first(ledger.redeemed).device = 'dev_2'
    },
    /dpop-1: one holder, and 2 devices/,
  ],
  [
    'a code that two redeemed',
    ({ ledger }) => {
      first(ledger.redeemed).holder = 'thief'
      first(ledger.redeemed).device = 'dev_2'
    },
    /redeemed for 2 devices/,
  ],
  [
    'a device that two hold',
    ({ ledger }) => {
      first(ledger.redeemed).holder = 'thief'
    },
    /dev_1: one device, and 2 holders/,
  ],
  [
    'a code that works again',
    ({ probes }) => probes.takenAgain.push({ code: 'x', device: 'dev_3' }),
    /redeemed again/,
  ],
  [
    'a holder turned away',
    ({ probes }) => {
      first(probes.repeats).got = null
    },
    /asked again it got nothing/,
  ],
  [
    'a redeemed code that is open',
    ({ found }) => {
      first(found.grants).state = 'issued'
    },
    /grt_1: redeemed, and issued/,
  ],
  [
    'a claim that D1 does not know',
    ({ found }) => found.claims.push({ id: 'clm_3', grant: 'grt_3', device: 'dev_3', state: 'claimed' }),
    /D1 has no such device/,
  ],
  ['a device without a claim', ({ found }) => found.claims.pop(), /no session has its claim/],
  [
    'a claim that D1 tells otherwise',
    ({ found }) => {
      first(found.claims).state = 'revoked'
    },
    /its claim is revoked, D1 says active/,
  ],
  [
    'a grant with two devices',
    ({ found }) => {
      first(found.claims).grant = 'grt_2'
    },
    /grt_2: one grant, and 2 devices/,
  ],
  [
    'more devices than places',
    ({ found }) =>
      found.devices.push(...[3, 4, 5, 6, 7].map((n) => ({ ...first(found.devices), id: `dev_${n}` }))),
    /acc_1: 6 devices, and 5 places/,
  ],
  ['a command that is gone', ({ found }) => found.commands.pop(), /its owner saw that ring was asked for/],
  [
    'a result that is gone',
    ({ found }) => {
      first(found.commands).state = 'delivered'
    },
    /its result was taken, and it is delivered/,
  ],
  [
    'a code for an address that never came',
    ({ mails }) => mails.splice(0, 2),
    /a page said that a code is on its way/,
  ],
  [
    'only the mail of the code before',
    ({ mails }) => {
      for (const mail of mails) mail.at = 50
    },
    /a page said that a code is on its way/,
  ],
  [
    'a code by e-mail that never came',
    ({ mails }) => mails.splice(2, 1),
    /the portal said that a code is on its way/,
  ],
  ['an invitation that never came', ({ mails }) => mails.pop(), /invited by job_1, and no invitation came/],
  ['a bulk send that is gone', ({ found }) => found.jobs.pop(), /a manager saw it begin, and it is gone/],
  [
    'a bulk send that stands still',
    ({ found }) => {
      first(found.items).state = 'queued'
    },
    /a person of a bulk send is queued/,
  ],
  [
    'a message that counts as sent',
    ({ found }) => found.messages.push(message({ id: 'msg_3', kind: 'approved' })),
    /msg_3: approved counts as sent, and never came/,
  ],
  [
    'a message that waits',
    ({ found }) => {
      first(found.messages).state = 'queued'
    },
    /still waits/,
  ],
  [
    'a message given up',
    ({ found }) => {
      first(found.messages).state = 'failed'
    },
    /provision_code failed/,
  ],
  [
    'a message dropped without reason',
    ({ found }) =>
      found.messages.push({
        ...message({ id: 'msg_3', kind: 'invitation', invitation: 'inv_1' }),
        state: 'obsolete',
      }),
    /what it brings still works/,
  ],
  ['a message that D1 does not know', ({ found }) => found.messages.pop(), /D1 knows nothing of it/],
  [
    'a challenge that failed',
    ({ found }) => {
      first(found.challenges).delivery = 'failed'
    },
    /the code for ada@acme.example is failed/,
  ],
  [
    'a message under two ids',
    ({ mails }) => {
      first(mails).id = 'chl_2'
    },
    /sent under 2 ids/,
  ],
  [
    'two messages under an id',
    ({ mails }) => {
      first(mails).text = 'Your code: 654321'
    },
    /2 messages under one id/,
  ],
  [
    'two rows for an invitation',
    ({ found }) => found.messages.push(message({ id: 'msg_1', kind: 'invitation', invitation: 'inv_1' })),
    /2 messages for one invitation/,
  ],
  [
    'an event that did not land',
    ({ found }) => found.outbox.push({ object: 'abc', rev: 3, parked: null }),
    /event 3 did not land/,
  ],
  [
    'an event that is parked',
    ({ found }) => found.outbox.push({ object: 'abc', rev: 3, parked: 'UNIQUE' }),
    /event 3 is parked: UNIQUE/,
  ],
  [
    'an outbox that Health shows',
    ({ found }) => found.waitingOutboxes.push({ ref: 'r' }),
    /Health still says/,
  ],
  ['a dead letter', ({ found }) => found.deadLetters.push({ body: '{}' }), /the queue gave up/],
  [
    'an alarm that did not ring',
    ({ found }) => {
      first(found.alarms).at = 1
    },
    /its alarm did not ring/,
  ],
  ['a device without its audit row', ({ found }) => found.audit.shift(), /0 rows of device.provisioned/],
  ['an audit row twice', ({ found }) => found.audit.push(first(found.audit)), /2 rows of device.provisioned/],
  [
    'totals that are off',
    ({ found }) => {
      first(found.totals).count = 3
    },
    /2 devices are active, and the totals say 3/,
  ],
  [
    'an answer that nobody should get',
    ({ ledger }) => ledger.surprises.push('redeem was answered 500'),
    /redeem was answered 500/,
  ],
]

describe('the verdict finds', () => {
  test.each(WRONG)('%s', (_what, spoil, says) => {
    const evidence = makeEvidence()
    spoil(evidence)
    expect(judge(evidence)).toEqual(expect.arrayContaining([expect.stringMatching(says)]))
  })
})
