import { NO_FILTER, type Person } from '../../src/accounts/index.ts'
import type { InvitePreview, InviteRow, Job, ListedItem } from '../../src/invitations/index.ts'
import { DAY, MINUTE } from '../../src/kernel/time.ts'
import { CheckPage, type CheckProps } from '../../src/web/manage/pages/invitation-check.tsx'
import { InvitationJobPage } from '../../src/web/manage/pages/invitation-job.tsx'
import { NewInvitationPage, type NewInvitationProps } from '../../src/web/manage/pages/invitation-new.tsx'
import { longFrame as long, NOW } from './fixtures.ts'
import { managerDe as de, manager as en } from './staff-fixtures.ts'

/** Inviting people: whom, what would happen to each, and the job that does it. */

export const job: Job = {
  id: 'job_1',
  organisationId: 1,
  channel: 'email',
  createdBy: 'acc_1',
  createdAt: NOW - 3 * MINUTE,
  finishedAt: null,
  total: 10_000,
  done: 3_120,
  failed: 2,
  skipped: 14,
}
const known = (line: number, name: string, supersedes = false): InviteRow => ({
  ...{ line, name, address: `${name.toLowerCase()}@acme.example`, kind: 'known', supersedes },
  accountId: `acc_${line}`,
  recipient: `${name.toLowerCase()}@acme.example`,
})
const preview: InvitePreview = {
  rows: [
    known(2, 'Ada'),
    known(3, 'Grace', true),
    {
      ...{ line: 4, name: '', address: 'new@acme.example', recipient: 'new@acme.example', kind: 'new' },
      details: { phone: null, locale: 'en', templateId: 'act_1', groups: [] },
    },
    {
      ...{ line: 5, name: 'Radia', address: 'radia(at)acme.example', kind: 'error' },
      problems: [
        { column: 'address', says: { code: 'not_an_address' } },
        { column: 'locale', says: { code: 'not_a_choice' } },
      ],
    },
    {
      ...{ line: 6, name: 'Ada', address: 'ada@acme.example', kind: 'error' },
      problems: [{ column: 'address', says: 'duplicate', line: 2 }],
    },
  ],
  counts: { invited: 3, known: 2, new: 1, superseded: 1, error: 2 },
  ignored: ['department'],
  digest: 'd',
}
const check: CheckProps = {
  frame: en,
  whom: { kind: 'csv', text: 'address\n' },
  channel: 'email',
  smsReady: true,
  preview,
  recoded: false,
  skipErrors: false,
  told: null,
}

const whom: NewInvitationProps = { frame: en, way: 'addresses', text: '', problem: null, accounts: null }
const person = {
  ...{ id: 'acc_1', name: 'Ada Lovelace', nameKey: 'ada lovelace', address: 'ada@acme.example', matched: '' },
  ...{ phone: null, locale: 'en', role: 'device_owner', state: 'active', templateId: 'act_1' },
  ...{ groups: ['Workshop', 'Field service'], disabledAt: null, createdAt: NOW - DAY },
} as Person
const choosable: NewInvitationProps['accounts'] = {
  filter: { search: NO_FILTER.search, state: null, group: 'Workshop', unprovisioned: false },
  list: {
    page: { rows: [person, { ...person, id: 'acc_2', name: '', address: 'grace@acme.example' }], next: 'x' },
    templates: [],
    counts: null,
  },
  devices: new Map([['acc_1', 2]]),
  later: false,
}

const item: ListedItem = {
  id: 'job_1.7',
  accountId: 'acc_1',
  name: 'Ada Lovelace',
  address: 'ada@acme.example',
  recipient: 'ada@acme.example',
  state: 'failed',
  reason: 'gave_up',
  changedAt: NOW - MINUTE,
}

export const inviteScenes = [
  { name: 'invite-addresses', page: <NewInvitationPage {...whom} /> },
  {
    name: 'invite-addresses-refused-de',
    page: <NewInvitationPage {...whom} frame={long} problem="nothing" />,
  },
  { name: 'invite-accounts', page: <NewInvitationPage {...whom} way="accounts" accounts={choosable} /> },
  {
    name: 'invite-accounts-de',
    page: <NewInvitationPage {...whom} frame={long} way="accounts" accounts={choosable} />,
  },
  { name: 'invite-csv', page: <NewInvitationPage {...whom} way="csv" problem="no_address_column" /> },
  { name: 'invite-check', page: <CheckPage {...check} /> },
  {
    name: 'invite-check-refused-de',
    page: <CheckPage {...check} frame={long} told="errors" recoded channel="none" />,
  },
  {
    name: 'invite-job',
    page: (
      <InvitationJobPage
        frame={en}
        job={job}
        state="failed"
        items={{ rows: [item], next: null }}
        later={false}
      />
    ),
  },
  {
    name: 'invite-job-done-de',
    page: (
      <InvitationJobPage
        frame={de}
        job={{ ...job, total: 3136, finishedAt: NOW }}
        state="skipped"
        items={{ rows: [{ ...item, state: 'skipped', reason: 'account_unapproved' }], next: null }}
        later={false}
      />
    ),
  },
]
