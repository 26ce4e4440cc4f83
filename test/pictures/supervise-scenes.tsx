import { DAY, HOUR, MINUTE } from '../../src/kernel/time.ts'
import type { Delivery } from '../../src/messaging/index.ts'
import { NOBODY_YET } from '../../src/organisations/index.ts'
import type { Operation } from '../../src/provisioning/index.ts'
import { HealthPage } from '../../src/web/supervise/pages/health.tsx'
import { MemberPage } from '../../src/web/supervise/pages/member.tsx'
import { NewOrganisationPage } from '../../src/web/supervise/pages/new-organisation.tsx'
import { OrganisationPage } from '../../src/web/supervise/pages/organisation.tsx'
import { OrganisationsPage } from '../../src/web/supervise/pages/organisations.tsx'
import { RecoveryLinkPage } from '../../src/web/supervise/pages/recovery-link.tsx'
import { ServicePage } from '../../src/web/supervise/pages/service.tsx'
import { SupervisorsPage } from '../../src/web/supervise/pages/supervisors.tsx'
import { NOW, sunny } from './fixtures.ts'
import { supervisorDe as de, supervisor as en, makeMember, makeOrganisation } from './staff-fixtures.ts'

/** Pages of supervisors in states that a service in use does not show. */

const baseUrl = 'https://setup.acme.example'
const well: Delivery = {
  waiting: 3,
  waitingSince: NOW - MINUTE,
  failed: 0,
  lastSentAt: NOW - 2 * MINUTE,
  failures: [],
  dead: 0,
  letters: [],
  databaseBytes: 48_300_000,
}
const operation: Operation = {
  waiting: [],
  waitingCount: 0,
  rows: { accounts: 12_480, devices: 18_211, messages: 40_022, audit: 391_220, web_sessions: 9_230 },
  migration: '0001_staff.sql',
  alarms: [],
  brokenChains: [],
  rotation: null,
  objectStep: 3,
  replay: null,
}
const trouble: Delivery = {
  ...well,
  waiting: 1001,
  waitingSince: NOW - 5 * HOUR,
  failed: 240,
  failures: (['rejected', 'over_quota', 'unavailable', 'anything else'] as const).map((lastError, index) => ({
    id: `msg_${index}`,
    kind: index === 1 ? 'provision_code' : 'theft_signal',
    organisationId: 1,
    accountId: 'acc_1',
    recipient: index === 2 ? 'maximiliane-charlotte.von-lichtenstein@abteilung.example' : 'ada@acme.example',
    attempts: 5,
    lastError,
    changedAt: NOW - index * HOUR,
    organisation: index === 2 ? sunny.name : 'Acme Robotics',
  })),
  dead: 2,
  letters: [
    { id: 'q1', createdAt: NOW - DAY, reference: null, message: null },
    {
      id: 'q2',
      createdAt: NOW - HOUR,
      reference: { kind: 'message', owner: 'd1', id: 'msg_0' },
      message: { kind: 'theft_signal', recipient: 'ada@acme.example', state: 'failed' },
    } as Delivery['letters'][number],
  ],
}
const waiting: Operation = {
  ...operation,
  rows: null,
  migration: null,
  alarms: [
    { kind: 'sign_ins', count: 812, since: NOW - 3 * HOUR },
    { kind: 'check', count: 2, since: NOW - HOUR },
  ],
  waitingCount: 1,
  waiting: [
    {
      ref: 'r',
      waiting: 4,
      parked: 1,
      reason: 'FOREIGN KEY constraint failed',
      since: NOW - 90 * MINUTE,
      address: 'ada@acme.example',
      organisation: 'Acme Robotics',
    } as Operation['waiting'][number],
  ],
}
const health = {
  ...{ frame: en, delivery: well, operation, done: null, unavailable: false },
  keys: { currentId: 'k2', formerId: null as string | null },
}
/** A new master key has come, and somebody was at the audit in the database. */
const keeping: Operation = {
  ...operation,
  brokenChains: [{ organisationId: 1, organisation: 'Acme Robotics', rows: 12_480, at: NOW - 3 * HOUR }],
  rotation: {
    keyId: 'k2',
    foundAt: NOW - HOUR,
    found: {
      templates: { resealed: 14, left: 0, unreadable: 1 },
      invitations: { resealed: 1240, left: 3, unreadable: 0 },
      securityStrings: { resealed: 0, left: 87, unreadable: 0 },
    },
  },
}

const fresh = makeOrganisation({
  name: sunny.name,
  slug: 'sunny',
  enabled: false,
  accountTemplateId: null,
  emailRule: NOBODY_YET,
})
const organisation = { frame: en, organisation: fresh, platforms: 0, managers: [], baseUrl, done: null }
const service = {
  frame: en,
  enabled: true,
  typed: {
    defaultOrganisation: 'acme',
    provisionCodeSeconds: '600',
    ownersMayProvision: true,
    logDeviceFacts: true,
    androidSmsCode: false,
    dailyMessages: '',
    derivedCredentialUrl: '',
    helpdeskEmail: '',
    helpdeskPhone: '',
    helpdeskUrl: '',
  },
  validity: '10 minutes',
  organisations: [{ slug: 'acme', name: 'Acme Robotics' }],
  problems: {},
  done: null,
}
const invited = makeMember({
  id: 'acc_2',
  name: '',
  address: 'grace@acme.example',
  state: 'invited',
  passkeys: 0,
  signedInAt: null,
})
const member = {
  frame: en,
  section: 'organisations',
  member: invited,
  path: '/supervise/organisations/1/managers/acc_2',
  parent: { href: '/supervise/organisations/1', label: 'Acme Robotics' },
  remove: { label: 'Remove as a manager', text: 'They keep their account and their devices.' },
  recoverable: true,
} as const

export const superviseScenes = [
  {
    name: 'supervise-none',
    page: <OrganisationsPage frame={en} page={{ rows: [], next: null }} search="" later={false} />,
  },
  {
    name: 'supervise-not-found-de',
    page: <OrganisationsPage frame={de} page={{ rows: [], next: null }} search="zuse" later={false} />,
  },
  {
    name: 'supervise-new-refused-de',
    page: (
      <NewOrganisationPage
        frame={de}
        baseUrl={baseUrl}
        typed={{ name: '', slug: 'Acme Robotics', siteId: '12', accent: '#17559a' }}
        problems={{ name: { code: 'missing' }, slug: { code: 'not_a_slug' }, siteId: { code: 'taken' } }}
      />
    ),
  },
  { name: 'supervise-organisation-new', page: <OrganisationPage {...organisation} done="created" /> },
  {
    name: 'supervise-organisation-waits-de',
    page: <OrganisationPage {...organisation} frame={de} managers={[invited, makeMember()]} />,
  },
  {
    name: 'supervise-organisation-refused',
    page: (
      <OrganisationPage
        {...organisation}
        organisation={makeOrganisation()}
        platforms={3}
        managers={[makeMember()]}
        email="margaret@acme.example"
        problems={{ email: { code: 'taken' } }}
      />
    ),
  },
  { name: 'supervise-member-invited', page: <MemberPage {...member} /> },
  {
    name: 'supervise-recovery-link',
    page: (
      <RecoveryLinkPage
        frame={en}
        person="Margaret Hamilton"
        link={{ url: `${baseUrl}/sign-in/recover?k=mT4uQv9cXb7NwZk2Rp8yLA`, endsAt: NOW + DAY }}
        back="/supervise/organisations/1"
      />
    ),
  },
  {
    name: 'supervise-service-refused-de',
    page: (
      <ServicePage
        {...service}
        frame={de}
        enabled={null}
        organisations={null}
        problems={{
          defaultOrganisation: { code: 'not_a_choice' },
          helpdeskEmail: { code: 'not_an_address' },
        }}
      />
    ),
  },
  {
    name: 'supervise-supervisors-de',
    page: (
      <SupervisorsPage
        frame={de}
        supervisors={[makeMember({ name: 'Katherine Johnson' }), invited]}
        self="acc_1"
        email="ada@acme.example"
        problems={{ email: { code: 'not_accepted' } }}
        done={null}
      />
    ),
  },
  { name: 'supervise-health-well', page: <HealthPage {...health} /> },
  {
    name: 'supervise-health-keys',
    page: <HealthPage {...health} operation={keeping} keys={{ currentId: 'k2', formerId: 'k1' }} />,
  },
  {
    name: 'supervise-health-trouble',
    page: <HealthPage {...health} delivery={trouble} operation={waiting} unavailable />,
  },
  {
    name: 'supervise-health-trouble-de',
    page: <HealthPage {...health} frame={de} delivery={trouble} operation={waiting} />,
  },
]
