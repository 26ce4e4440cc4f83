import type { Invitation, ListedInvitation, StatusCounts } from '../../src/invitations/index.ts'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time.ts'
import { DeactivatePage, RenewPage } from '../../src/web/manage/pages/invitation-confirm.tsx'
import { AskCredentialsPage, CredentialsPage } from '../../src/web/manage/pages/invitation-credentials.tsx'
import { InvitationListPage, type InvitationListProps } from '../../src/web/manage/pages/invitation-list.tsx'
import { InvitationPage } from '../../src/web/manage/pages/invitation-one.tsx'
import { drawQr } from '../../src/web/ui/index.ts'
import { longFrame as long, NOW, ref } from './fixtures.ts'
import { job } from './invite-scenes.tsx'
import { managerDe as de, manager as en } from './staff-fixtures.ts'

/** The managers' pages of invitations, with every state that one can be in. */

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
]
