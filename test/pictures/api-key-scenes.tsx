import { DAY, HOUR } from '../../src/kernel/time.ts'
import type { ApiKey } from '../../src/organisations/index.ts'
import { ApiKeyMadePage, NewApiKeyPage, RevokeApiKeyPage } from '../../src/web/manage/pages/api-key-new.tsx'
import { ApiKeysPage, type ApiKeysPageProps } from '../../src/web/manage/pages/api-keys.tsx'
import { NOW } from './fixtures.ts'
import { managerDe as de, manager as en } from './staff-fixtures.ts'

/** The pages of API keys in states that a service in use does not show. */

const key: ApiKey = {
  id: 'key_sample0000000000',
  name: 'VPN gateway',
  scopes: ['security_strings'],
  hint: 'x7Qa',
  createdBy: 'acc_1',
  createdAt: NOW - 40 * DAY,
  endsAt: null,
  lastUsedAt: NOW - 3 * HOUR,
  revokedAt: null,
}
const keys: ApiKey[] = [
  {
    ...key,
    name: 'Helpdesk tool',
    hint: '9fK_',
    createdAt: NOW - DAY,
    endsAt: NOW + 300 * DAY,
    lastUsedAt: null,
  },
  key,
  {
    ...key,
    name: 'Zutrittskontrolle der Donaudampfschifffahrtsgesellschaft',
    hint: 'Zz-1',
    endsAt: NOW - 2 * DAY,
  },
  { ...key, name: 'Old gateway', hint: 'B2b2', createdBy: 'acc_gone', revokedAt: NOW - 10 * DAY },
]
const list: ApiKeysPageProps = {
  frame: en,
  page: { rows: keys, next: 'n' },
  people: new Map([['acc_1', { name: 'Margaret Hamilton', address: 'margaret@acme.example' }]]),
  later: false,
  baseUrl: 'https://setup.acme.example',
  done: null,
}
const secret = 'lk_q8f3m1z7x0c5v2b9_mT4uQv9cXb7NwZk2Rp8yLAmT4uQv9cXb7NwZk2Rp8y'
const form = { name: '', scopes: ['security_strings'], endsOn: '', once: '' }

export const apiKeyScenes = [
  { name: 'manage-api-keys', page: <ApiKeysPage {...list} /> },
  { name: 'manage-api-keys-de', page: <ApiKeysPage {...list} frame={de} done="key_revoked" /> },
  { name: 'manage-api-keys-none', page: <ApiKeysPage {...list} page={{ rows: [], next: null }} /> },
  { name: 'manage-api-key-new', page: <NewApiKeyPage frame={en} values={form} problems={{}} /> },
  {
    name: 'manage-api-key-new-refused-de',
    page: (
      <NewApiKeyPage
        frame={de}
        values={{ name: '', scopes: [], endsOn: '2020-01-01', once: '' }}
        problems={{ name: { code: 'missing' }, scopes: { code: 'missing' }, endsOn: { code: 'past_date' } }}
      />
    ),
  },
  { name: 'manage-api-key-made', page: <ApiKeyMadePage frame={en} name={key.name} secret={secret} /> },
  { name: 'manage-api-key-made-de', page: <ApiKeyMadePage frame={de} name={key.name} secret={secret} /> },
  { name: 'manage-api-key-revoke', page: <RevokeApiKeyPage frame={en} apiKey={key} /> },
]
