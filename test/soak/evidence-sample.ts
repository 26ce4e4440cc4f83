import { openLedger } from './ledger.ts'
import type { Evidence } from './verdict.ts'

/** A small run in which all holds: a code with its device, an invitation, a mail for each. */
export function makeEvidence(): Evidence {
  const ref = 'r'.repeat(22)
  const code = `${ref}.${'c'.repeat(22)}`
  const invitation = `${ref}.${'i'.repeat(22)}`
  const ledger = openLedger()
  ledger.challenges.push({ address: 'ada@acme.example', asked: 100 })
  ledger.codes.push({ code, grant: 'grt_1', address: 'ada@acme.example' })
  ledger.mailedCodes.push({ address: 'ada@acme.example', asked: 100 })
  ledger.jobs.push({ job: 'job_1', addresses: ['bob@acme.example'], asked: 100 })
  ledger.redeemed.push(
    { code, kind: 'code', holder: 'dpop-1', device: 'dev_1' },
    { code, kind: 'code', holder: 'dpop-1', device: 'dev_1' },
    { code: invitation, kind: 'invitation', holder: 'dpop-2', device: 'dev_2' },
  )
  ledger.checkIns.set('dev_1', 2)
  ledger.asked.push({ device: 'dev_1', kind: 'ring' })
  ledger.answered.push({ command: 'cmd_1', device: 'dev_1', kind: 'ring' })
  const mail = { subject: '', at: 200 }
  return {
    ledger,
    mails: [
      { ...mail, id: 'chl_1', to: 'ada@acme.example', text: 'Your code: 123456' },
      { ...mail, id: 'chl_1', to: 'ada@acme.example', text: 'Your code: 123456' },
      {
        ...mail,
        id: 'msg_1',
        to: 'ada@acme.example',
        text: `http://localhost/p/${code.replace('.', '?k=')}`,
      },
      {
        ...mail,
        id: 'msg_2',
        to: 'bob@acme.example',
        text: `http://localhost/i/${invitation.replace('.', '?k=')}`,
      },
    ],
    found: {
      devices: [
        { id: 'dev_1', account: 'acc_1', lifecycle: 'active', claim: 'clm_1', slot: false },
        { id: 'dev_2', account: 'acc_2', lifecycle: 'active', claim: 'clm_2', slot: false },
      ],
      totals: [{ lifecycle: 'active', count: 2 }],
      messages: [
        message({ id: 'msg_1', kind: 'provision_code', grant: 'grt_1' }),
        message({ id: 'msg_2', kind: 'invitation', invitation: 'inv_1' }),
      ],
      audit: ['dev_1', 'dev_2'].flatMap((device) =>
        ['device.provisioned', 'device.confirmed'].map((action) => ({
          id: `${action}.${device}`,
          action,
          device,
        })),
      ),
      jobs: [{ id: 'job_1', total: 1, done: 1, finished: true }],
      items: [{ id: 'job_1.1', state: 'done', reason: null }],
      invitations: [{ id: 'inv_1', state: 'opened' }],
      commands: [{ id: 'cmd_1', device: 'dev_1', kind: 'ring', state: 'done' }],
      deadLetters: [],
      waitingOutboxes: [],
      grants: [{ id: 'grt_1', state: 'exhausted', living: false }],
      claims: [
        { id: 'clm_1', grant: 'grt_1', device: 'dev_1', state: 'confirmed' },
        { id: 'clm_2', grant: 'grt_2', device: 'dev_2', state: 'confirmed' },
      ],
      outbox: [],
      challenges: [{ id: 'chl_1', address: 'ada@acme.example', delivery: 'sent', failure: null }],
      alarms: [{ className: 'AddressGate', object: 'a', at: 1_000_000 }],
    },
    probes: {
      checkIns: [
        { device: 'dev_1', status: 200, problem: null },
        { device: 'dev_2', status: 200, problem: null },
      ],
      takenAgain: [],
      repeats: [{ holder: 'dpop-2', device: 'dev_2', got: 'dev_2' }],
    },
    endedAt: 900_000,
  }
}

/** A message that was sent. */
export const message = (told: { id: string; kind: string; grant?: string; invitation?: string }) => ({
  ...{ recipient: '', state: 'sent', reason: null, invitation: null, grant: null },
  ...told,
})
