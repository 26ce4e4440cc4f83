import { type ImportPreview, NO_FILTER, type PersonRead } from '../../src/accounts/index.ts'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time.ts'
import { NOBODY_YET } from '../../src/organisations/index.ts'
import type { Overview } from '../../src/registration/index.ts'
import { EMPTY_OIDC, OidcPage } from '../../src/web/manage/pages/oidc.tsx'
import { OverviewPage, type OverviewPageProps } from '../../src/web/manage/pages/overview.tsx'
import { ImportPage, ImportPreviewPage } from '../../src/web/manage/pages/people-import.tsx'
import { PeopleListPage } from '../../src/web/manage/pages/people-list.tsx'
import { PersonPage } from '../../src/web/manage/pages/people-person.tsx'
import { SetupAddressesPage } from '../../src/web/manage/pages/setup-addresses.tsx'
import { textsOf } from '../../src/web/manage/texts-by-language.ts'
import { longFrame as long, NOW, redeemed } from './fixtures.ts'
import { managerDe as de, manager as en, makeAccount, makeOrganisation } from './staff-fixtures.ts'

/** Pages of managers in states that a service in use does not show. */

const today = Math.floor(NOW / DAY)
const steps = [
  'account.registered',
  'account.completed',
  'provision_code.created',
  'device.provisioned',
  'device.confirmed',
] as const
const quiet: Overview = {
  first: today - 29,
  last: today,
  funnel: steps.map((step) => ({ step, count: 0 })),
  provisioned: [],
  unapproved: 0,
  leaving: 0,
  unresponsive: 0,
  pinLocks: 0,
  lockedSince: null,
  thefts: 0,
  theftSince: null,
  alarms: [],
  undelivered: [],
  platforms: [],
  hasTemplates: false,
  authorityEndsAt: null,
  signerEndsAt: null,
  pinsSince: NOW - DAY,
  theftsSince: NOW - 7 * DAY,
}
export const overview: OverviewPageProps = {
  frame: en,
  organisation: makeOrganisation({ accountTemplateId: null, emailRule: NOBODY_YET }),
  serviceEnabled: true,
  setupUrl: 'https://setup.acme.example/setup/acme',
  period: 30,
  overview: quiet,
  totals: [],
}
export const busy: Overview = {
  ...quiet,
  funnel: steps.map((step, index) => ({ step, count: 240 - 53 * index })),
  provisioned: [
    { day: today - 20, count: 12 },
    { day: today - 3, count: 31 },
    { day: today, count: 4 },
  ],
  unapproved: 1,
  leaving: 2,
  unresponsive: 4,
  pinLocks: 3,
  lockedSince: NOW - DAY / 4,
  thefts: 2,
  theftSince: NOW - 5 * DAY,
  alarms: [
    { kind: 'codes', count: 1240, since: NOW - DAY / 8 },
    { kind: 'guesses', count: 7, since: NOW - DAY / 3 },
  ],
  undelivered: ['ada', 'grace', 'alan', 'radia', 'edsger'].map((name) => ({
    accountId: `acc_${name}`,
    recipient: `${name}@acme.example`,
  })),
  platforms: ['ios', 'android'],
  hasTemplates: true,
}

const preview: ImportPreview = {
  outcomes: [
    {
      line: 2,
      address: 'grace@acme.example',
      kind: 'new',
      details: { name: 'Grace Hopper', phone: null, locale: 'en', templateId: 'act_1', groups: [] },
    },
    {
      line: 3,
      address: 'ada@acme.example',
      kind: 'changed',
      id: 'acc_1',
      details: { name: 'Ada Lovelace', phone: null, locale: 'de', templateId: 'act_1', groups: ['Workshop'] },
      changes: [
        { field: 'name', before: 'Ada', after: 'Ada Lovelace' },
        { field: 'groups', before: null, after: 'Workshop' },
      ],
    },
    { line: 4, address: 'alan@acme.example', kind: 'unchanged' },
    {
      line: 5,
      address: 'radia(at)acme.example',
      kind: 'error',
      problems: [
        { column: 'address', says: { code: 'not_an_address' } },
        { column: 'locale', says: { code: 'not_a_choice' } },
      ],
    },
    {
      line: 6,
      address: 'grace@acme.example',
      kind: 'error',
      problems: [{ column: null, says: 'duplicate', line: 2 }],
    },
  ],
  counts: { new: 1, changed: 1, unchanged: 1, error: 2 },
  ignored: ['department', 'state'],
  digest: 'd',
}
const importing = { frame: en, text: '', preview, recoded: false, skipErrors: false, refused: null }

const templates: PersonRead['templates'] = [
  { id: 'act_1', name: 'Everybody', groups: [], locale: 'en', archivedAt: null },
]
const none = { page: { rows: [], next: null }, templates, counts: null }
const people = { frame: en, filter: NO_FILTER, list: none, devices: new Map<string, number>(), later: false }

const found: PersonRead = {
  account: makeAccount({ state: 'unapproved', groups: ['Workshop', 'Field service'] }),
  addresses: [{ address: 'ada@acme.example', provedAt: NOW - HOUR }] as PersonRead['addresses'],
  templates,
  createdAt: NOW - HOUR,
  disabledAt: null,
  deletionAskedAt: null,
  termsAcceptedAt: NOW - HOUR,
  otherManager: true,
  recent: [],
  actors: [],
}
const person = { frame: en, found, devices: [], codes: [], self: false }
const openCode = { ...redeemed, validUntil: NOW + 5 * MINUTE }

const rule = {
  frame: en,
  rule: {
    emailRule: '[^@]+@acme.example',
    hints: textsOf({ en: 'addresses that end in @acme.example' }),
    tryThese: 'ada@acme.example\nada@acmexexample\npartner@elsewhere.example\nada',
  },
  trial: {
    tried: [
      { text: 'ada@acme.example', address: 'ada@acme.example', verdict: { code: 'accepted' } },
      { text: 'Ada@ACMExEXAMPLE', address: 'ada@acmexexample', verdict: { code: 'accepted' } },
      {
        text: 'partner@elsewhere.example',
        address: 'partner@elsewhere.example',
        verdict: { code: 'accepted_by_exception' },
      },
      {
        text: 'ada@acme.example.evil.example',
        address: 'ada@acme.example.evil.example',
        verdict: { code: 'partly', part: 'ada@acme.example' },
      },
      { text: 'ada', address: null, verdict: { code: 'not_an_address' } },
    ],
    warnings: [{ code: 'unescaped_dot', at: 'acme.example', instead: '[^@]+@acme\\.example' }],
  },
  exceptions: [],
  adding: { addresses: '', verdict: 'accept', wrongLines: [] },
  problems: {},
  done: null,
} satisfies Parameters<typeof SetupAddressesPage>[0]

const oidc = {
  frame: en,
  redirectUri: 'https://setup.acme.example/sign-in/oidc/callback',
  values: {
    ...EMPTY_OIDC,
    issuer: 'https://login.acme.example/realms/staff',
    clientId: 'latchkey',
    forOwners: true,
  },
  stored: true,
  tryAt: '/sign-in/oidc/acme',
  problems: null,
  discovery: null,
  done: null,
}

export const manageScenes = [
  { name: 'manage-overview-new', page: <OverviewPage {...overview} /> },
  { name: 'manage-overview-new-de', page: <OverviewPage {...overview} frame={long} /> },
  {
    name: 'manage-overview-trouble',
    page: (
      <OverviewPage
        {...overview}
        organisation={makeOrganisation({ emailRule: '' })}
        serviceEnabled={false}
        overview={busy}
        totals={[
          { platform: 'ios', lifecycle: 'active', count: 41 },
          { platform: 'ios', lifecycle: 'pending', count: 9 },
          { platform: 'android', lifecycle: 'pending', count: 6 },
          { platform: 'android', lifecycle: 'retired', count: 2 },
        ]}
      />
    ),
  },
  {
    name: 'manage-overview-certificates-end-de',
    page: (
      <OverviewPage
        {...overview}
        frame={de}
        organisation={makeOrganisation()}
        overview={{ ...busy, authorityEndsAt: NOW + 20 * DAY, signerEndsAt: NOW - DAY }}
      />
    ),
  },
  {
    name: 'manage-overview-well-de',
    page: (
      <OverviewPage
        {...overview}
        frame={de}
        organisation={makeOrganisation()}
        overview={{ ...busy, unapproved: 0, pinLocks: 0, thefts: 0, alarms: [], undelivered: [] }}
        totals={[{ platform: 'ios', lifecycle: 'active', count: 41 }]}
      />
    ),
  },
  { name: 'manage-people-none', page: <PeopleListPage {...people} /> },
  {
    name: 'manage-people-not-found-de',
    page: <PeopleListPage {...people} frame={de} filter={{ ...NO_FILTER, search: 'zuse' }} />,
  },
  { name: 'manage-person-waiting', page: <PersonPage {...person} /> },
  {
    name: 'manage-person-open-code-de',
    page: (
      <PersonPage
        {...person}
        frame={long}
        found={{ ...found, account: makeAccount({ name: '' }) }}
        codes={[openCode]}
      />
    ),
  },
  { name: 'manage-person-no-answer', page: <PersonPage {...person} codes={null} /> },
  { name: 'manage-import-empty', page: <ImportPage frame={en} text="name,phone" problem="nothing" /> },
  { name: 'manage-import-errors', page: <ImportPreviewPage {...importing} refused="errors" /> },
  {
    name: 'manage-import-moved-de',
    page: <ImportPreviewPage {...importing} frame={de} refused="moved" recoded />,
  },
  { name: 'manage-rule-tried', page: <SetupAddressesPage {...rule} /> },
  {
    name: 'manage-rule-refused-de',
    page: (
      <SetupAddressesPage {...rule} frame={de} trial={null} problems={{ 'hint.en': { code: 'missing' } }} />
    ),
  },
  { name: 'manage-oidc-stored', page: <OidcPage {...oidc} /> },
  {
    name: 'manage-oidc-unreachable-de',
    page: (
      <OidcPage
        {...oidc}
        frame={de}
        stored={false}
        tryAt={null}
        discovery={{ code: 'unreachable', detail: 'getaddrinfo ENOTFOUND login.acme.example' }}
        problems={{ issuer: null, fields: { clientSecret: { code: 'missing' } } }}
      />
    ),
  },
  { name: 'manage-oidc-saved', page: <OidcPage {...oidc} done="saved" /> },
]
