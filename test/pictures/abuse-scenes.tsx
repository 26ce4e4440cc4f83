import type { LimitsView } from '../../src/challenges/index.ts'
import { MINUTE } from '../../src/kernel/time.ts'
import { SetupProtectionPage } from '../../src/web/manage/pages/setup-protection.tsx'
import { CodePage, StartPage } from '../../src/web/setup/pages/index.ts'
import { SignInCodePage } from '../../src/web/sign-in/pages/code.tsx'
import { SignInStartPage } from '../../src/web/sign-in/pages/start.tsx'
import { ProtectionPage } from '../../src/web/supervise/pages/protection.tsx'
import { makeFrame, NOW, sunny } from './fixtures.ts'
import { manager, managerDe, supervisor, supervisorDe } from './staff-fixtures.ts'

/** What holds strangers back, as they and those who set it see it. */

const en = makeFrame({})
const long = makeFrame({ organisation: sunny, locale: 'de' })
const nowhere = makeFrame({ organisation: null })
const opensAt = NOW + 25 * MINUTE
const limited = { code: 'limit_reached', opensAt } as const
const check = { siteKey: '1x00000000000000000000AA', action: 'setup' }
const values = { email: 'ada@acme.example' }
const options = JSON.stringify({ challenge: 'q8Vz', rpId: 'setup.acme.example', allowCredentials: [] })
const signIn = { frame: nowhere, email: values.email, signedOut: false, options, to: null }
const code = {
  frame: en,
  address: values.email,
  code: '',
  letters: false,
  delivery: 'sent',
  resent: false,
} as const

/** Of strangers: one thing to do a page. */
export const abuseScenes = [
  {
    name: 'limit-start',
    page: <StartPage frame={en} values={values} error={limited} />,
  },
  { name: 'limit-start-long', page: <StartPage frame={long} values={values} error={limited} oidc /> },
  {
    name: 'limit-check',
    page: <StartPage frame={en} values={values} error={{ code: 'check_required' }} check={check} />,
  },
  {
    name: 'limit-check-failed-long',
    page: <StartPage frame={long} values={values} error={{ code: 'check_failed' }} check={check} />,
  },
  {
    name: 'limit-throw-away',
    page: <StartPage frame={en} values={{ email: 'a@mailinator.com' }} error={{ code: 'throw_away' }} />,
  },
  { name: 'limit-code', page: <CodePage {...code} error={limited} /> },
  {
    name: 'limit-people-long',
    page: <CodePage {...code} frame={long} error={{ code: 'people_full', opensAt }} />,
  },
  { name: 'limit-sign-in-code', page: <SignInCodePage {...code} frame={nowhere} error={limited} /> },
]

const view: LimitsView = {
  set: { hourlyCodes: 400, dailyPeople: null, throwAway: 'hint' },
  limits: { hourlyCodes: 400, dailyPeople: 5000 },
  service: { hourlyCodes: 5000, dailyPeople: 20_000 },
  used: { codes: 37, signIns: 12, people: 210 },
}
const typed = { hourlyCodes: '400', dailyPeople: '', throwAway: 'hint' }
const page = { view, typed, problems: {}, done: null }

/** Of those who work here, and of `/sign-in`, which has several ways in. */
export const abuseStaffScenes = [
  { name: 'limit-sign-in', page: <SignInStartPage {...signIn} error={limited} /> },
  {
    name: 'limit-sign-in-check',
    page: <SignInStartPage {...signIn} error={{ code: 'check_required' }} check={check} />,
  },
  { name: 'manage-protection', page: <SetupProtectionPage {...page} frame={manager} /> },
  {
    name: 'manage-protection-refused-de',
    page: (
      <SetupProtectionPage
        {...page}
        frame={managerDe}
        typed={{ ...typed, hourlyCodes: '90000' }}
        problems={{ hourlyCodes: { code: 'too_large', limit: 5000 } }}
      />
    ),
  },
  {
    name: 'supervise-protection',
    page: <ProtectionPage {...page} frame={supervisor} check={null} done={false} />,
  },
  {
    name: 'supervise-protection-check-de',
    page: (
      <ProtectionPage
        {...page}
        frame={supervisorDe}
        check={{ siteKey: check.siteKey, mode: 'limits' }}
        done
      />
    ),
  },
]
