import type { Account } from '../../src/accounts/index.ts'
import { MINUTE } from '../../src/kernel/time.ts'
import { ChooseAccountPage } from '../../src/web/sign-in/pages/choose.tsx'
import { ClaimServicePage, ClosedClaimPage } from '../../src/web/sign-in/pages/claim.tsx'
import { SignInCodeElsewherePage, SignInCodePage } from '../../src/web/sign-in/pages/code.tsx'
import { NoAccountPage } from '../../src/web/sign-in/pages/no-account.tsx'
import { type OidcEnd, OidcEndPage } from '../../src/web/sign-in/pages/oidc-end.tsx'
import { OidcOnwardPage, OidcOrganisationPage } from '../../src/web/sign-in/pages/oidc-organisation.tsx'
import { FirstPasskeyPage, PasskeyPage } from '../../src/web/sign-in/pages/passkey.tsx'
import { RecoveryEndedPage, RecoveryPage } from '../../src/web/sign-in/pages/recover.tsx'
import { SignInStartPage } from '../../src/web/sign-in/pages/start.tsx'
import { makeFrame, NOW, sunny } from './fixtures.ts'
import { makeAccount, makeOrganisation } from './staff-fixtures.ts'

/** The ways in, in every state. */

const en = makeFrame({ organisation: null })
const de = makeFrame({ organisation: null, locale: 'de' })
const acme = makeFrame({})
const long = makeFrame({ organisation: sunny, locale: 'de' })

/** The form needs something to ask the browser; nothing answers here. */
const options = JSON.stringify({ challenge: 'q8Vz', rpId: 'setup.acme.example', allowCredentials: [] })

const start = { frame: en, email: '', error: null, signedOut: false, options, to: null }
const code = {
  frame: en,
  address: 'margaret@acme.example',
  code: '',
  letters: false,
  delivery: 'sent',
  resent: false,
  error: null,
} as const
const passkey = {
  frame: acme,
  address: 'margaret@acme.example',
  role: 'manager',
  options,
  error: null,
} as const
const supervisorPasskey = { ...passkey, frame: en, role: 'supervisor' } as const
const first = {
  frame: acme,
  address: 'margaret@acme.example',
  replaces: false,
  name: '',
  options,
  error: null,
}
const entrance = (id: string, name: string, role: Account['role']) => ({
  account: makeAccount({ id, role }),
  organisation: makeOrganisation({ name }),
})
const entrances = [
  entrance('acc_1', 'Acme Robotics', 'manager'),
  entrance('acc_2', sunny.name, 'device_owner'),
  entrance('acc_3', '', 'supervisor'),
]
const recovery = {
  frame: acme,
  name: 'Margaret Hamilton',
  address: 'margaret@acme.example',
  organisation: 'Acme Robotics',
  secret: 'mT4uQv9cXb7NwZk2Rp8yLA',
}
const claimed = { frame: en, values: { email: '', name: '' } }
const ends = Object.keys(en.copy.oidc.ends) as OidcEnd[]

export const signInScenes = [
  { name: 'sign-in-start', page: <SignInStartPage {...start} /> },
  {
    name: 'sign-in-start-error-de',
    page: (
      <SignInStartPage
        {...start}
        frame={de}
        email="margaret"
        error={{ code: 'not_an_address' }}
        to="/manage"
      />
    ),
  },
  {
    name: 'sign-in-start-too-many',
    page: (
      <SignInStartPage
        {...start}
        email="margaret@acme.example"
        error={{ code: 'too_many_sends', opensAt: NOW + 12 * MINUTE }}
      />
    ),
  },
  {
    name: 'sign-in-start-passkey-unknown',
    page: <SignInStartPage {...start} error={{ code: 'passkey', reason: 'unknown' }} />,
  },
  { name: 'sign-in-start-signed-out', page: <SignInStartPage {...start} signedOut /> },
  { name: 'sign-in-code', page: <SignInCodePage {...code} /> },
  {
    name: 'sign-in-code-wrong-de',
    page: <SignInCodePage {...code} frame={de} code="123456" error={{ code: 'wrong_code', triesLeft: 2 }} />,
  },
  { name: 'sign-in-code-expired', page: <SignInCodePage {...code} error={{ code: 'expired' }} /> },
  { name: 'sign-in-code-elsewhere', page: <SignInCodeElsewherePage frame={en} code="482910" /> },
  { name: 'sign-in-choose', page: <ChooseAccountPage {...code} entrances={entrances} failed={false} /> },
  {
    name: 'sign-in-choose-none-de',
    page: <ChooseAccountPage {...code} frame={de} entrances={entrances} failed />,
  },
  { name: 'sign-in-no-account', page: <NoAccountPage frame={en} address="grace@acme.example" /> },
  { name: 'sign-in-no-account-de', page: <NoAccountPage frame={de} address="grace@acme.example" /> },
  { name: 'sign-in-passkey', page: <PasskeyPage {...passkey} /> },
  { name: 'sign-in-passkey-refused-de', page: <PasskeyPage {...passkey} frame={long} error="refused" /> },
  { name: 'sign-in-passkey-supervisor', page: <PasskeyPage {...supervisorPasskey} /> },
  { name: 'sign-in-first-passkey', page: <FirstPasskeyPage {...first} /> },
  { name: 'sign-in-first-passkey-de', page: <FirstPasskeyPage {...first} frame={long} error="not_read" /> },
  { name: 'sign-in-first-passkey-recovery', page: <FirstPasskeyPage {...first} replaces /> },
  { name: 'sign-in-recover', page: <RecoveryPage {...recovery} /> },
  { name: 'sign-in-recover-de', page: <RecoveryPage {...recovery} frame={long} organisation={sunny.name} /> },
  { name: 'sign-in-recover-ended', page: <RecoveryEndedPage frame={en} /> },
  { name: 'claim-service', page: <ClaimServicePage {...claimed} error={null} /> },
  {
    name: 'claim-service-refused',
    page: (
      <ClaimServicePage
        {...claimed}
        values={{ email: 'katherine@latchkey.example', name: 'Katherine Johnson' }}
        error={{ refused: true, problems: {} }}
      />
    ),
  },
  {
    name: 'claim-service-incomplete-de',
    page: (
      <ClaimServicePage
        {...claimed}
        frame={de}
        error={{
          refused: false,
          problems: {
            secret: { code: 'missing' },
            email: { code: 'not_an_address' },
            name: { code: 'missing' },
          },
        }}
      />
    ),
  },
  { name: 'claim-service-used', page: <ClosedClaimPage frame={en} state="used" /> },
  { name: 'claim-service-unconfigured-de', page: <ClosedClaimPage frame={de} state="unconfigured" /> },
  {
    name: 'oidc-organisation',
    page: <OidcOrganisationPage frame={en} value="" to={null} failed={false} />,
  },
  {
    name: 'oidc-organisation-failed-de',
    page: <OidcOrganisationPage frame={de} value="Acme Robotics" to="/manage" failed />,
  },
  { name: 'oidc-onward', page: <OidcOnwardPage frame={en} slug="acme" href="/sign-in/oidc/acme" /> },
  ...ends.map((end) => ({
    name: `oidc-end-${end}`,
    page: (
      <OidcEndPage
        frame={end === 'stale' ? en : acme}
        end={end}
        said={end === 'declined' ? 'access_denied' : null}
        address="grace@elsewhere.example"
        again={end === 'stale' ? null : '/sign-in/oidc/acme'}
        instead="/sign-in"
      />
    ),
  })),
]
