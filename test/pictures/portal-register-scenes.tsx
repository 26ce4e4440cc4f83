import type { OwnedDevice } from '../../src/devices/index.ts'
import type { DeviceId } from '../../src/kernel/ids.ts'
import { DAY, MINUTE } from '../../src/kernel/time.ts'
import type { InvitationView, OpenGrant, PasscodeResetView } from '../../src/referee/index.ts'
import { PasscodePage, type PasscodeProps } from '../../src/web/portal/pages/passcode.tsx'
import { RegisterPage, type RegisterProps } from '../../src/web/portal/pages/register.tsx'
import { CancelCodePage } from '../../src/web/portal/pages/register-cancel.tsx'
import { RenewPage, ReplacePage } from '../../src/web/portal/pages/renew.tsx'
import { type OfferedPlatform, ReadyPage } from '../../src/web/setup/pages/index.ts'
import { drawQr, renderMarkdown } from '../../src/web/ui/index.ts'
import type { Scene } from './claim-scenes.tsx'
import * as fixture from './fixtures.ts'

/** The portal's pages on which devices are set up, set up again and replaced, and a passcode is reset. */

const { NOW, grant } = fixture
const en = fixture.makeFrame({ signedInAs: 'ada@acme.example' })
const de = fixture.makeFrame({ signedInAs: 'ada@acme.example', locale: 'de' })
const longDe = fixture.longFrame

const phone: OwnedDevice = {
  id: 'dev_9fQxW2mLs7TzKb4NcVhY1g' as DeviceId,
  name: 'Ada’s phone',
  nameGiven: true,
  platform: 'android',
  status: 'active',
  lifecycle: 'active',
  unresponsive: null,
  ownership: 'company',
  reports: 'agent',
  registeredAt: NOW - 40 * DAY,
  confirmedAt: NOW - 40 * DAY,
  deliveredAt: null,
  lastSeenAt: NOW - 12 * MINUTE,
  endedAt: null,
  endedReason: null,
  model: 'Pixel 11',
  manufacturer: 'Google',
  osVersion: '17',
  serial: null,
  imei: null,
  udid: null,
  phoneNumber: null,
  carrier: null,
  agentVersion: '3.2.0',
  checkInSeconds: 3600,
  templateId: 'tpl_1',
  templateVersion: 4,
  epoch: 1,
  replacesDeviceId: null,
  replacedByDeviceId: null,
}
const laptop: OwnedDevice = {
  ...phone,
  id: 'dev_5nYt8WcRk3QbVz1LmHx7Ag' as DeviceId,
  name: null,
  model: 'ThinkPad X1 Carbon Gen 15 (21NX)',
  platform: 'linux',
  registeredAt: NOW - 200 * DAY,
}

const company = { default: 'company', choosable: false } as const
const either = { default: 'personal', choosable: true } as const
const platforms: OfferedPlatform[] = [
  { platform: 'ios', suggested: false, ownership: either },
  { platform: 'android', suggested: false, ownership: either },
  { platform: 'macos', suggested: true, ownership: company },
  { platform: 'linux', suggested: false, ownership: either },
]

const open: OpenGrant[] = [
  grant,
  {
    ...fixture.opened,
    id: 'grt_again',
    platform: 'android',
    device: { id: phone.id, as: 'reprovision' },
  },
  { ...fixture.redeemed, id: 'grt_new', device: { id: laptop.id, as: 'replace' } },
]
const invitation: InvitationView = {
  id: 'inv_1',
  state: 'issued',
  confirmation: 'pin',
  createdAt: NOW - 2 * DAY,
  validUntil: NOW + 5 * DAY,
  deviceLimit: 3,
  devices: 1,
  fetchedAt: null,
  openedAt: NOW - DAY,
  acceptedAt: NOW - DAY,
  endedAt: null,
  pinLocked: false,
  credentials: null,
}

const register: RegisterProps = {
  paused: null,
  frame: en,
  open: [],
  invitation: null,
  platforms,
  values: { platform: null, ownership: null },
  ways: ['email', 'sms', 'pin', 'qr'],
  address: 'ada@acme.example',
  phone: '+44 7400 123456',
  pinSeen: true,
  seconds: 600,
  replaced: [],
  limit: null,
  error: null,
  done: null,
}
const replaced = fixture.redeemed.claim ? [fixture.redeemed.claim] : []
const limit = { limit: 2, devices: [phone, laptop] }

const passcode: PasscodeProps = {
  frame: en,
  device: phone,
  address: 'ada@acme.example',
  reset: null,
  refusal: null,
}
const reset: PasscodeResetView = {
  id: 'rst_1',
  deviceId: phone.id,
  state: 'waiting',
  createdAt: NOW - MINUTE,
  validUntil: NOW + 9 * MINUTE,
  usedAt: null,
  pin: '48291057',
}
const used: PasscodeResetView = { ...reset, state: 'used', usedAt: NOW - MINUTE / 2, pin: null }
const over: PasscodeResetView = { ...reset, state: 'over', pin: null }

const renew = { frame: en, device: phone, trouble: null }
const replace = {
  ...renew,
  platforms,
  chosen: { platform: 'android', failed: false } as const,
}
const place = {
  page: `/portal/register/${grant.id}`,
  another: '/portal/register',
  again: '/portal/register',
  home: '/portal',
}
const ready = {
  frame: en,
  place,
  siteId: '4711',
  address: 'ada@acme.example',
  instructionsHtml: renderMarkdown(fixture.instructions),
  onThisDevice: false,
  goUrl: 'https://setup.acme.example/go',
  pinRenewed: false,
}

export const portalRegisterScenes: Scene[] = [
  { name: 'portal-register', page: <RegisterPage {...register} {...{ open, invitation }} done="email" /> },
  {
    name: 'portal-register-de',
    page: (
      <RegisterPage
        {...register}
        {...{ open, invitation, replaced }}
        frame={longDe}
        address={longDe.signedInAs ?? ''}
        pinSeen={false}
        ways={['email']}
        seconds={129_600}
      />
    ),
  },
  {
    name: 'portal-register-no-way',
    page: (
      <RegisterPage
        {...register}
        values={{ platform: 'ios', ownership: 'company' }}
        error={{ code: 'choose_way' }}
      />
    ),
  },
  {
    name: 'portal-register-no-platform-de',
    page: <RegisterPage {...register} frame={de} error={{ code: 'choose_platform' }} />,
  },
  { name: 'portal-register-limit', page: <RegisterPage {...register} {...{ open, limit }} /> },
  { name: 'portal-register-limit-de', page: <RegisterPage {...register} frame={de} {...{ limit }} /> },
  { name: 'portal-register-closed', page: <RegisterPage {...register} {...{ open }} ways={[]} /> },
  {
    name: 'portal-register-paused',
    page: <RegisterPage {...register} {...{ open }} paused="organisation_off" />,
  },
  { name: 'portal-register-none-offered', page: <RegisterPage {...register} platforms={[]} /> },
  { name: 'portal-cancel-code', page: <CancelCodePage frame={en} grant={grant} /> },
  {
    name: 'portal-ready',
    page: (
      <ReadyPage
        {...ready}
        grant={grant}
        provisionUrl={fixture.provisionUrl}
        qr={drawQr(fixture.provisionUrl)}
      />
    ),
  },
  {
    name: 'portal-ready-ended-de',
    page: <ReadyPage {...ready} frame={de} grant={fixture.expired} provisionUrl={null} qr={null} />,
  },
  { name: 'portal-renew', page: <RenewPage {...renew} /> },
  {
    name: 'portal-renew-not-offered-de',
    page: <RenewPage {...renew} frame={de} trouble={{ code: 'not_offered' }} />,
  },
  { name: 'portal-replace', page: <ReplacePage {...replace} /> },
  {
    name: 'portal-replace-none-chosen-de',
    page: (
      <ReplacePage {...replace} frame={longDe} device={laptop} chosen={{ platform: null, failed: true }} />
    ),
  },
  { name: 'portal-passcode', page: <PasscodePage {...passcode} /> },
  { name: 'portal-passcode-pin', page: <PasscodePage {...passcode} reset={reset} /> },
  {
    name: 'portal-passcode-pin-de',
    page: (
      <PasscodePage
        {...passcode}
        frame={longDe}
        device={laptop}
        address={longDe.signedInAs ?? ''}
        reset={reset}
      />
    ),
  },
  { name: 'portal-passcode-used', page: <PasscodePage {...passcode} reset={used} /> },
  { name: 'portal-passcode-over-de', page: <PasscodePage {...passcode} frame={de} reset={over} /> },
]
