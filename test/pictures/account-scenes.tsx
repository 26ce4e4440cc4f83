import { DAY } from '../../src/kernel/time.ts'
import { AccountPage } from '../../src/web/account/pages/account.tsx'
import { AddPasskeyPage, RemovePasskeyPage } from '../../src/web/account/pages/passkey.tsx'
import { EndOthersPage } from '../../src/web/account/pages/session.tsx'
import { DeleteAccountPage } from '../../src/web/manage/pages/people-delete.tsx'
import { AskDeletionPage } from '../../src/web/portal/pages/data-deletion.tsx'
import { NOW } from './fixtures.ts'
import { managerDe as de, manager as en, makeAccount, makePasskey, makeSession } from './staff-fixtures.ts'

/** *My account* with few and many ways to sign in. */

const account = {
  frame: en,
  account: makeAccount({ role: 'manager', name: 'Margaret Hamilton', address: 'margaret@acme.example' }),
  organisation: { name: 'Acme Robotics', phoneRequired: false },
  own: {
    addresses: [{ address: 'margaret@acme.example', provedAt: NOW - DAY }],
    passkeys: [makePasskey()],
    sessions: [makeSession()],
    deletionAskedAt: null,
  },
  current: 'ses_1',
  done: null,
  profile: { name: 'Margaret Hamilton', phone: '', locale: 'en' },
  problems: {},
}
const owner = makeAccount()
const ownerOwn = {
  ...account.own,
  addresses: [
    { address: owner.address, provedAt: NOW - 9 * DAY },
    { address: 'ada.lovelace@acme.example', provedAt: 0 },
  ],
  passkeys: [],
}
const severalKeys = [
  makePasskey(),
  makePasskey({ id: 'pk_2', name: 'YubiKey 5C NFC in the drawer', backedUp: false, lastUsedAt: null }),
]
const severalSessions = [
  makeSession(),
  makeSession({ id: 'ses_2', agent: 'Firefox, Windows', assurance: 'email' }),
  makeSession({ id: 'ses_3', agent: '', assurance: 'oidc' }),
]
const options = JSON.stringify({ challenge: 'q8Vz', rp: { name: 'Acme Robotics' } })

export const accountScenes = [
  { name: 'account-one-passkey', page: <AccountPage {...account} /> },
  {
    name: 'account-several-de',
    page: (
      <AccountPage
        {...account}
        frame={de}
        own={{ ...account.own, passkeys: severalKeys, sessions: severalSessions }}
      />
    ),
  },
  {
    name: 'account-owner-none',
    page: <AccountPage {...account} account={owner} own={ownerOwn} done="Saved." />,
  },
  {
    name: 'account-owner-asked-de',
    page: (
      <AccountPage
        {...account}
        frame={de}
        account={owner}
        organisation={{ name: 'Acme Robotics', phoneRequired: true }}
        own={{ ...ownerOwn, deletionAskedAt: NOW - 2 * DAY }}
        profile={{ name: 'Ada Lovelace', phone: '123', locale: 'de' }}
        problems={{ phone: { code: 'not_a_phone_number' } }}
      />
    ),
  },
  {
    name: 'account-ask-deletion',
    page: <AskDeletionPage frame={en} account={owner} organisation="Acme Robotics" />,
  },
  {
    name: 'people-delete-wrong-address',
    page: <DeleteAccountPage frame={en} account={owner} self={false} typed="ada@acme.exmaple" wrong />,
  },
  {
    name: 'people-delete-self-de',
    page: <DeleteAccountPage frame={de} account={account.account} self typed="" wrong={false} />,
  },
  {
    name: 'account-passkey-new-refused',
    page: <AddPasskeyPage frame={en} account={account.account} options={options} name="Desk" error="taken" />,
  },
  {
    name: 'account-passkey-needed',
    page: <RemovePasskeyPage frame={en} account={account.account} passkey={makePasskey()} needed />,
  },
  {
    name: 'account-passkey-remove-de',
    page: <RemovePasskeyPage frame={de} account={owner} passkey={makePasskey()} needed={false} />,
  },
  { name: 'account-end-others', page: <EndOthersPage frame={en} account={account.account} count={2} /> },
]
