import { NO_FILTER, type Person } from '../../src/accounts/index.ts'
import type {
  Invitation,
  InvitePreview,
  InviteRow,
  Job,
  ListedInvitation,
  ListedItem,
  StatusCounts,
} from '../../src/invitations/index.ts'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time.ts'
import { CheckPage, type CheckProps } from '../../src/web/manage/pages/invitation-check.tsx'
import { DeactivatePage, RenewPage } from '../../src/web/manage/pages/invitation-confirm.tsx'
import { AskCredentialsPage, CredentialsPage } from '../../src/web/manage/pages/invitation-credentials.tsx'
import { InvitationJobPage } from '../../src/web/manage/pages/invitation-job.tsx'
import { InvitationListPage, type InvitationListProps } from '../../src/web/manage/pages/invitation-list.tsx'
import { NewInvitationPage, type NewInvitationProps } from '../../src/web/manage/pages/invitation-new.tsx'
import { InvitationPage } from '../../src/web/manage/pages/invitation-one.tsx'
import { drawQr } from '../../src/web/ui/index.ts'
import { makeFrame, NOW, ref, sunny } from './fixtures.ts'
import { managerDe as de, manager as en } from './staff-fixtures.ts'

/** The managers' pages of invitations, with every state that one can be in. */

const long = makeFrame({
  organisation: sunny,
  locale: 'de',
  signedInAs: 'maximiliane-charlotte.von-und-zu-lichtenstein@abteilung.sonnenschein.example',
})

const listed = (id: string, with_: Partial<ListedInvitation> = {}): ListedInvitation => ({
  id: `inv_${id}`,
  accountId: `acc_${id}`,
  name: 'Ada Lovelace',
  recipient: `${id}@acme.example`,
  address: `${id}@acme.example`,
  locale: 'en',
  channel: 'email',
  status: 'sent',
  deliveryReason: null,
  createdAt: NOW - 2 * DAY,
  deliveredAt: NOW - 2 * DAY + MINUTE,
  fetchedAt: null,
  openedAt: null,
  acceptedAt: null,
  endedAt: null,
  validUntil: null,
  devices: 0,
  deviceLimit: null,
  remindersOff: false,
  reminded: 0,
  remindAt: NOW + 3 * DAY,
  changedAt: NOW,
  ...with_,
})

const rows = [
  listed('radia', { name: 'Radia Perlman', status: 'sending', createdAt: NOW - MINUTE, deliveredAt: null }),
  listed('alan', {
    name: 'Alan Turing',
    status: 'delivery_failed',
    deliveryReason: 'bounced',
    deliveredAt: null,
  }),
  listed('ada', { fetchedAt: NOW - 2 * DAY + 2 * MINUTE, reminded: 1 }),
  listed('grace', { name: 'Grace Hopper', status: 'opened', openedAt: NOW - HOUR }),
  listed('edsger', {
    name: 'Edsger Dijkstra',
    status: 'accepted',
    acceptedAt: NOW - 3 * HOUR,
    devices: 2,
    deviceLimit: 3,
  }),
  listed('joan', { name: '', channel: 'none', recipient: '', deliveredAt: null }),
  listed('konrad', {
    name: 'Maximiliane-Charlotte von und zu Lichtenstein-Hohenberg',
    address: 'maximiliane-charlotte.von-und-zu-lichtenstein-hohenberg@abteilung.sonnenschein.example',
    channel: 'sms',
    recipient: '+491512345678',
    status: 'superseded',
    endedAt: NOW - DAY,
  }),
  listed('barbara', { name: 'Barbara Liskov', status: 'deactivated', endedAt: NOW - 5 * HOUR }),
  listed('donald', { name: 'Donald Knuth', status: 'expired', endedAt: NOW - DAY }),
]
const few = { count: 4, more: false }
const counts: StatusCounts = {
  ...{ sending: few, sent: { count: 100, more: true }, opened: few, accepted: { count: 61, more: false } },
  ...{ delivery_failed: few, deactivated: few, superseded: few, expired: few },
}
const job: Job = {
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
const list: InvitationListProps = {
  frame: en,
  filter: { search: '', status: null, jobId: null },
  page: { rows, next: null },
  counts,
  jobs: [job, { ...job, id: 'job_0', finishedAt: NOW - DAY, total: 3 }],
  later: false,
}

const one: Invitation = {
  ...listed('ada', { fetchedAt: NOW - DAY, openedAt: NOW - HOUR, status: 'opened', reminded: 1 }),
  organisationId: 1,
  ref: ref as Invitation['ref'],
  jobId: 'job_1',
  createdBy: 'acc_1',
  slotDeviceId: 'dev_1',
  living: true,
}
const failed: Invitation = {
  ...one,
  ...listed('alan', {
    name: 'Alan Turing',
    status: 'delivery_failed',
    deliveryReason: 'rejected',
    deliveredAt: null,
  }),
}
const ended: Invitation = {
  ...one,
  ...listed('donald', { name: 'Donald Knuth', status: 'superseded', endedAt: NOW - DAY }),
  living: false,
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

const url = `https://setup.acme.example/i/${ref}?k=mT4uQv9cXb7NwZk2Rp8yLA`
const credentials = {
  frame: en,
  invitation: one,
  view: {
    ...{ id: one.id, state: 'issued', confirmation: 'pin', createdAt: one.createdAt, validUntil: null },
    ...{ deviceLimit: null, devices: 0, fetchedAt: null, openedAt: null, acceptedAt: null, endedAt: null },
    ...{ pinLocked: false, credentials: null },
  },
  pin: '48291037',
  url,
  qr: drawQr(url),
  siteId: '4711',
  goUrl: 'https://setup.acme.example/go',
} satisfies Parameters<typeof CredentialsPage>[0]

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

export const invitationScenes = [
  { name: 'invitations', page: <InvitationListPage {...list} /> },
  { name: 'invitations-de', page: <InvitationListPage {...list} frame={long} jobs={[]} /> },
  {
    name: 'invitations-nobody',
    page: <InvitationListPage {...list} page={{ rows: [], next: null }} jobs={[]} counts={null} />,
  },
  {
    name: 'invitations-not-found-de',
    page: (
      <InvitationListPage
        {...list}
        frame={de}
        filter={{ search: 'zuse', status: 'opened', jobId: 'job_old' }}
        page={{ rows: [], next: null }}
        counts={null}
      />
    ),
  },
  {
    name: 'invitation-opened',
    page: <InvitationPage frame={en} invitation={one} devices={[]} messages={[]} />,
  },
  {
    name: 'invitation-not-delivered-de',
    page: <InvitationPage frame={long} invitation={failed} devices={[]} messages={[]} />,
  },
  {
    name: 'invitation-replaced',
    page: (
      <InvitationPage
        frame={en}
        invitation={ended}
        devices={[]}
        messages={[]}
        trouble={en.copy.invitations.troubles.ended ?? null}
      />
    ),
  },
  { name: 'invitation-deactivate', page: <DeactivatePage frame={en} invitation={one} /> },
  { name: 'invitation-renew-de', page: <RenewPage frame={de} invitation={one} channel="email" smsReady /> },
  { name: 'invitation-credentials-ask', page: <AskCredentialsPage frame={en} invitation={one} /> },
  { name: 'invitation-credentials', page: <CredentialsPage {...credentials} /> },
  {
    name: 'invitation-credentials-locked-de',
    page: <CredentialsPage {...credentials} frame={de} view={{ ...credentials.view, pinLocked: true }} />,
  },
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
