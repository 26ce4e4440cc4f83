import { AccountPage } from '../../src/web/account/pages/account.tsx'
import { AddPasskeyPage, RemovePasskeyPage } from '../../src/web/account/pages/passkey.tsx'
import { EndOthersPage } from '../../src/web/account/pages/session.tsx'
import { managerDe as de, manager as en, makeAccount, makePasskey, makeSession } from './staff-fixtures.ts'

/** *My account* with few and many ways to sign in. */

const account = {
  frame: en,
  account: makeAccount({ role: 'manager', name: 'Margaret Hamilton', address: 'margaret@acme.example' }),
  organisation: { name: 'Acme Robotics', slug: 'acme' },
  passkeys: [makePasskey()],
  sessions: [makeSession()],
  current: 'ses_1',
  done: null,
  profile: { name: 'Margaret Hamilton', locale: 'en' },
  problems: {},
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
    page: <AccountPage {...account} frame={de} passkeys={severalKeys} sessions={severalSessions} />,
  },
  {
    name: 'account-owner-none',
    page: <AccountPage {...account} account={makeAccount()} passkeys={[]} done="profile" />,
  },
  {
    name: 'account-passkey-new-refused',
    page: <AddPasskeyPage frame={en} options={options} name="Desk" error="taken" />,
  },
  {
    name: 'account-passkey-needed',
    page: <RemovePasskeyPage frame={en} passkey={makePasskey()} needed owner={false} />,
  },
  {
    name: 'account-passkey-remove-de',
    page: <RemovePasskeyPage frame={de} passkey={makePasskey()} needed={false} owner />,
  },
  { name: 'account-end-others', page: <EndOthersPage frame={en} count={2} /> },
]
