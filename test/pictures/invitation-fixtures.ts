import { DAY } from '../../src/kernel/time.ts'
import type { InvitationLinkView } from '../../src/referee/index.ts'
import type { InvitationOffer, InvitationPageProps } from '../../src/web/setup/pages/index.ts'
import { renderMarkdown } from '../../src/web/ui/index.ts'
import { browserClaim, makeFrame, NOW, ref, terms } from './fixtures.ts'

const company = { default: 'company', choosable: false } as const
const either = { default: 'personal', choosable: true } as const

export const invitationLink: InvitationLinkView = {
  id: 'inv_8sQd2Zr1vN4kXb7YwT0mLc',
  state: 'issued',
  confirmation: 'tap',
  validUntil: null,
  openedAt: null,
  acceptedAt: null,
  pinClosed: false,
  devicesLeft: null,
  own: [],
}

export const ownDevices: InvitationLinkView['own'] = [
  { deviceId: browserClaim.deviceId, platform: 'ios', live: 'delivered' },
  { deviceId: 'dev_1aBcD2eFgH3iJkL4mNoPqR', platform: 'macos', live: 'active' },
]

export const offers: InvitationOffer[] = [
  { platform: 'ios', reports: 'none', ownership: either },
  { platform: 'android', reports: 'agent', ownership: either },
  { platform: 'macos', reports: 'none', ownership: company },
  { platform: 'linux', reports: 'agent', ownership: either },
  { platform: 'agent', reports: 'agent', ownership: either },
]

/** An iPhone with an invitation that asks for nothing but ownership. */
export const invitationPage: InvitationPageProps = {
  frame: makeFrame({}),
  link: invitationLink,
  ref,
  secret: 'mT4uQv9cXb7NwZk2Rp8yLA',
  offers,
  platform: 'ios',
  seems: null,
  terms: null,
  values: { ownership: null, terms: false },
  error: null,
}

/** As it was mailed: with a PIN, an end and a limit, and terms to be accepted. */
export const mailedPage: InvitationPageProps = {
  ...invitationPage,
  link: { ...invitationLink, confirmation: 'pin', validUntil: NOW + 9 * DAY, devicesLeft: 3 },
  terms: { html: renderMarkdown(terms), owed: true },
}

export const invitationUrl = `https://setup.acme.example/i/${ref}?k=mT4uQv9cXb7NwZk2Rp8yLA`
