import type { KnownName } from '../../src/accounts/index.ts'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time.ts'
import { type ListedMessage, makeMessageTemplates, NO_MESSAGE_FILTER } from '../../src/messaging/index.ts'
import { ownWords } from '../../src/messaging/mails/words.ts'
import { MessagePage } from '../../src/web/manage/pages/message.tsx'
import { MessageListPage } from '../../src/web/manage/pages/message-list.tsx'
import { MessageWordsPage } from '../../src/web/manage/pages/message-words.tsx'
import { MessageWordsEditPage } from '../../src/web/manage/pages/message-words-edit.tsx'
import { COPIES } from '../support/copies.ts'
import { NOW } from './fixtures.ts'
import { managerDe as de, manager as en, makeOrganisation } from './staff-fixtures.ts'

/** Pages about messages, in states that a service in use does not show. */

const ada: ListedMessage = {
  id: 'msg_1',
  kind: 'invitation',
  reminder: false,
  accountId: 'acc_1',
  channel: 'email',
  recipient: 'ada@acme.example',
  state: 'sent',
  attempts: 1,
  lastError: null,
  createdAt: NOW - 3 * MINUTE,
  sentAt: NOW - 2 * MINUTE,
  queuedAt: NOW - 3 * MINUTE,
  changedAt: NOW - 2 * MINUTE,
  invitationId: 'inv_1',
}
const failed: ListedMessage = {
  ...ada,
  id: 'msg_2',
  accountId: 'acc_2',
  recipient: 'maximiliane-charlotte.von-und-zu-lichtenstein@abteilung.sonnenschein.example',
  state: 'failed',
  lastError: 'rejected',
  attempts: 5,
  sentAt: null,
  createdAt: NOW - 5 * HOUR,
  changedAt: NOW - HOUR,
}
const rows: ListedMessage[] = [
  ada,
  {
    ...failed,
    id: 'msg_3',
    accountId: null,
    channel: 'sms',
    recipient: '+447400123456',
    lastError: 'no_sms',
  },
  {
    ...ada,
    id: 'msg_4',
    state: 'queued',
    lastError: 'unavailable',
    attempts: 2,
    sentAt: null,
    reminder: true,
  },
  failed,
  { ...ada, id: 'msg_5', kind: 'renewal', state: 'obsolete', lastError: 'grant_ended', sentAt: null },
]
const person = (id: string, name: string): [string, KnownName] => [
  id,
  { id, name, address: `${id}@acme.example`, role: 'device_owner' },
]
const people = new Map([
  person('acc_1', 'Ada Lovelace'),
  person('acc_2', 'Maximiliane Charlotte von und zu Lichtenstein'),
  person('acc_3', 'Margaret Hamilton'),
])
const list = {
  filter: NO_MESSAGE_FILTER,
  list: { rows, next: 'x', counts: { failed: { count: 50, more: true }, queued: { count: 1, more: false } } },
  people,
  later: false,
  done: null,
}
const empty = {
  ...list,
  list: {
    rows: [],
    next: null,
    counts: { failed: { count: 0, more: false }, queued: { count: 0, more: false } },
  },
}
const one = {
  message: failed,
  others: [ada],
  events: [
    { at: NOW - 2 * HOUR, action: 'message.retried', actor: { kind: 'manager', id: 'acc_3' } },
  ] as const,
  people,
  done: null,
}

const templates = makeMessageTemplates({ database: null as never })
const words = ownWords('renewal', COPIES.de)
const sample = await templates.show({ kind: 'renewal', locale: 'de' }, words, {
  organisation: makeOrganisation(),
  baseUrl: 'https://setup.acme.example',
  logo: null,
  reader: { name: 'Margaret Hamilton', address: 'margaret@acme.example', manager: 'Margaret Hamilton' },
  now: NOW,
})
const edit = {
  kind: 'renewal',
  locale: 'de',
  words,
  own: false,
  problems: {},
  sample: sample.ok ? sample.value : null,
  smsReady: true,
  done: 'saved',
} as const
const lines = (['invitation', 'reminder', 'renewal'] as const).flatMap((kind) =>
  (['en', 'de'] as const).map((locale) => ({
    kind,
    locale,
    changedAt: kind === 'reminder' ? NOW - DAY : null,
  })),
)

export const messageScenes = [
  { name: 'messages', page: <MessageListPage frame={en} {...list} /> },
  { name: 'messages-de', page: <MessageListPage frame={de} {...list} done="retried_all" later /> },
  { name: 'messages-empty', page: <MessageListPage frame={en} {...empty} /> },
  {
    name: 'messages-nothing-found',
    page: <MessageListPage frame={en} {...empty} filter={{ search: 'zoe', state: 'failed' }} />,
  },
  { name: 'message-failed', page: <MessagePage frame={en} {...one} events={[...one.events]} /> },
  {
    name: 'message-waiting-de',
    page: <MessagePage frame={de} {...one} message={rows[2] ?? ada} others={[]} events={[]} done="retried" />,
  },
  { name: 'message-words', page: <MessageWordsPage frame={en} lines={lines} done={null} /> },
  { name: 'message-words-de', page: <MessageWordsPage frame={de} lines={lines} done={null} /> },
  { name: 'message-words-edit-de', page: <MessageWordsEditPage frame={de} {...edit} /> },
  {
    name: 'message-words-refused',
    page: (
      <MessageWordsEditPage
        frame={en}
        {...edit}
        kind="invitation"
        locale="en"
        own
        words={{ subject: '', body: 'Hello {{nmae}}' }}
        problems={{ subject: { code: 'missing' }, body: { code: 'unknown_variable', detail: '{{nmae}}' } }}
        sample={null}
        smsReady
        done={null}
      />
    ),
  },
]
