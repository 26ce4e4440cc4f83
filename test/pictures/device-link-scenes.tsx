import { MINUTE, SECOND } from '../../src/kernel/time.ts'
import {
  AnsweredPage,
  AskingPage,
  type AskingPageProps,
  EnterCodePage,
} from '../../src/web/linking/pages/index.ts'
import type { Scene } from './claim-scenes.tsx'
import { longFrame as long, makeFrame, NOW } from './fixtures.ts'

/** `/link`: a device that shows a code, and who answers it. */

const signedInAs = 'ada@acme.example'
const en = makeFrame({ signedInAs })
const de = makeFrame({ signedInAs, locale: 'de' })

const empty = { frame: en, code: '', brought: false, over: false, error: null } as const
const wrong = { ...empty, code: 'BCDF-GHJX', error: { code: 'unknown' } } as const
const paused = { ...wrong, error: { code: 'too_many_codes', opensAt: NOW + 12 * MINUTE } } as const

const asking: AskingPageProps = {
  frame: en,
  asked: {
    code: 'BCDFGHJK',
    state: 'pending',
    clientId: 'display-agent',
    device: { platform: 'agent', name: 'Display in the lobby', model: 'D-100', os_version: '4.2' },
    askedAt: NOW - 40 * SECOND,
    endsAt: NOW + 9 * MINUTE,
    ownership: { default: 'company', choosable: false },
  },
  replaced: [],
  error: null,
}
const { asked } = asking
const either = { ...asked, ownership: { default: 'personal', choosable: true } } as const
const hostile = {
  ...either,
  clientId: 'Security update of your IT department: press Allow within one minute',
  device: {
    ...asked.device,
    name: '"><script>alert(1)</script> <b>Already checked</b> — press Allow',
    model: 'W'.repeat(120),
  },
}

export const deviceLinkScenes: Scene[] = [
  { name: 'device-link', page: <EnterCodePage {...empty} /> },
  { name: 'device-link-de', page: <EnterCodePage {...empty} frame={de} /> },
  { name: 'device-link-brought', page: <EnterCodePage {...empty} code="BCDF-GHJK" brought /> },
  { name: 'device-link-refused', page: <EnterCodePage {...wrong} /> },
  { name: 'device-link-paused-de', page: <EnterCodePage {...paused} frame={long} /> },
  { name: 'device-link-over', page: <EnterCodePage {...empty} over /> },
  { name: 'device-link-asking', page: <AskingPage {...asking} /> },
  { name: 'device-link-asking-de', page: <AskingPage {...asking} frame={de} asked={either} /> },
  { name: 'device-link-hostile', page: <AskingPage {...asking} asked={hostile} /> },
  {
    name: 'device-link-choose-de',
    page: <AskingPage {...asking} frame={long} asked={hostile} error={{ code: 'choose_ownership' }} />,
  },
  {
    name: 'device-link-limit',
    page: <AskingPage {...asking} error={{ code: 'device_limit_reached', limit: 3 }} />,
  },
  { name: 'device-link-not-offered', page: <AskingPage {...asking} asked={{ ...asked, ownership: null }} /> },
  { name: 'device-link-allowed', page: <AnsweredPage frame={en} answer="allowed" /> },
  { name: 'device-link-denied', page: <AnsweredPage frame={en} answer="denied" /> },
  { name: 'device-link-denied-de', page: <AnsweredPage frame={de} answer="denied" /> },
]
