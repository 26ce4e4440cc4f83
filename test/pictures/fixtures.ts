import type { Locale } from '../../src/kernel/locale.ts'
import { HOUR, MINUTE, SECOND } from '../../src/kernel/time.ts'
import type { BrowserClaim, GrantView, LinkView } from '../../src/referee/index.ts'
import type { Frame, FrameOrganisation } from '../../src/web/ui/index.ts'
import { COPIES } from '../support/copies.ts'

/** People, organisations and grants for pictures and page tests. */

export const NOW = Date.UTC(2026, 10, 20, 10, 32)

export const acme: FrameOrganisation = {
  slug: 'acme',
  name: 'Acme Robotics',
  accent: '#17559a',
  logoVersion: 'v1',
  helpdesk: { email: 'it@acme.example', phone: '+49 30 1234567', url: null },
  emailRuleHint: {
    en: 'addresses that end in @acme.example',
    de: 'Adressen, die auf @acme.example enden',
  },
}

/** Long words, no logo, one contact, and a colour that no text may have as it is. */
export const sunny: FrameOrganisation = {
  slug: 'sunny',
  name: 'Donaudampfschifffahrtsgesellschaft Sonnenschein & Töchter',
  accent: '#ffd400',
  logoVersion: null,
  helpdesk: { email: null, phone: null, url: 'https://help.sunny.example/devices' },
  emailRuleHint: null,
}

export function makeFrame(options: {
  organisation?: FrameOrganisation | null
  locale?: Locale
  signedInAs?: string | null
}): Frame {
  const locale = options.locale ?? 'en'
  return {
    copy: COPIES[locale],
    locale,
    now: NOW,
    organisation: options.organisation === undefined ? acme : options.organisation,
    signedInAs: options.signedInAs ?? null,
    languages: options.signedInAs ? null : '?language=',
  }
}

export const grant: GrantView = {
  id: 'grt_3kTMd9x2qV7bYhJc0wLpZA',
  kind: 'provision_code',
  platform: 'ios',
  ownership: 'company',
  state: 'issued',
  live: 'waiting',
  confirmation: 'tap',
  createdAt: NOW - 19 * SECOND,
  validUntil: NOW + 9 * MINUTE + 41 * SECOND,
  fetchedAt: null,
  openedAt: null,
  claim: null,
  theftSuspectedAt: null,
  pinLocked: false,
  credentials: { secret: 'mT4uQv9cXb7NwZk2Rp8yLA', pin: '48291057' },
}

const claim: NonNullable<GrantView['claim']> = {
  deviceId: 'dev_9fQxW2mLs7TzKb4NcVhY1g',
  state: 'claimed',
  platform: 'ios',
  name: 'Ada’s iPhone',
  model: 'iPhone 17',
  reports: 'agent',
  claimedAt: NOW - MINUTE,
  deliveredAt: null,
  confirmedAt: null,
  confirmedBy: null,
}

export const opened: GrantView = { ...grant, state: 'opened', live: 'opened', openedAt: NOW - 20 * SECOND }

export const redeemed: GrantView = {
  ...opened,
  state: 'exhausted',
  live: 'redeemed',
  openedAt: NOW - 3 * MINUTE,
  claim,
  credentials: null,
}

export const active: GrantView = {
  ...redeemed,
  live: 'active',
  claim: { ...claim, state: 'confirmed', confirmedAt: NOW - 10 * SECOND, confirmedBy: 'device' },
}

/** Claimed by the phone's browser: no name, and nothing on it reports. */
const silent = { ...claim, name: null, model: null, reports: 'none' } as const
export const toDownload: GrantView = { ...redeemed, claim: silent }
export const delivered: GrantView = {
  ...redeemed,
  live: 'delivered',
  claim: { ...silent, deliveredAt: NOW - 40 * SECOND },
}
export const said: GrantView = {
  ...active,
  claim: {
    ...silent,
    state: 'confirmed',
    deliveredAt: NOW - 40 * SECOND,
    confirmedAt: NOW - 10 * SECOND,
    confirmedBy: 'owner',
  },
}

export const expired: GrantView = {
  ...opened,
  state: 'expired',
  live: 'ended',
  validUntil: NOW - MINUTE,
  openedAt: NOW - 12 * MINUTE,
  credentials: null,
}

export const link: LinkView = {
  id: grant.id,
  platform: 'agent',
  ownership: 'personal',
  state: 'issued',
  confirmation: 'tap',
  validUntil: grant.validUntil,
  openedAt: null,
  reports: 'agent',
  ownershipOpen: false,
  pinClosed: false,
  claim: null,
  own: null,
}

/** What the browser that claimed sees: nothing downloaded yet. */
export const browserClaim: BrowserClaim = {
  deviceId: claim.deviceId,
  platform: 'ios',
  ownership: 'company',
  state: 'claimed',
  live: 'redeemed',
  reports: 'none',
  template: { id: 'tpl_5nYt8WcRk3QbVz1LmHx7Ag', version: 1 },
  claimedAt: NOW - MINUTE,
  deliveredAt: null,
  confirmedAt: null,
  moved: false,
  windowEndsAt: NOW - MINUTE + 24 * HOUR,
  downloadsLeft: 3,
  artefactKey: 'a7QwErTyUiOpAsDfGhJkLz',
  confirmKey: 'cXcVbNmQwErTyUiOpAsDfG',
  ticket: 'tRk29sLqPz8XmWvBn4YcJd',
}

export const deliveredClaim: BrowserClaim = {
  ...browserClaim,
  live: 'delivered',
  deliveredAt: NOW - 40 * SECOND,
  downloadsLeft: 2,
}

export const activeClaim: BrowserClaim = {
  ...deliveredClaim,
  state: 'confirmed',
  live: 'active',
  confirmedAt: NOW - 10 * SECOND,
  artefactKey: null,
  ticket: null,
}

/** Another browser took it over. */
export const movedClaim: BrowserClaim = {
  ...browserClaim,
  moved: true,
  artefactKey: null,
  confirmKey: null,
  ticket: null,
}

/** Its app takes over and reports. */
export const appClaim: BrowserClaim = { ...browserClaim, platform: 'android', reports: 'agent' }

export const ref = 'Zk3vT8qLw2NcYb7RmX0pJg'
export const ticketUrl = `https://setup.acme.example/p/${ref}?t=tRk29sLqPz8XmWvBn4YcJd`
export const storeUrl =
  'https://play.google.com/store/apps/details?id=example.acme.agent&referrer=Zk3vT8qLw2NcYb7RmX0pJg.tRk29sLqPz8XmWvBn4YcJd'

export const provisionUrl = 'https://setup.acme.example/p/Zk3vT8qLw2NcYb7RmX0pJg?k=mT4uQv9cXb7NwZk2Rp8yLA'

export const instructions = `1. Point the camera at the code and tap the link. It must open in **Safari**.
2. Tap **Set up this iPhone**, then **Allow**.
3. Open **Settings**, tap **Profile Downloaded**, then **Install**.`

export const agentInstructions = `1. Open the agent app and choose **Scan a code**, or run

   \`\`\`
   latchkey-device redeem <link>
   \`\`\`

2. Wait until it says **Connected**. Questions? See [the handbook](https://help.acme.example).`

export const terms = `# Devices at Acme

Keep the device locked when you do not use it, and tell the helpdesk the same day if you lose it.

## What we may do

We may remove settings and accounts of Acme from the device when you leave. **Your own photos and messages stay yours.**

- Updates are installed within two weeks.
- Passcodes have at least six digits.`

/** What a manager adds where an app takes over. */
export const appInstructions = `1. Install **Acme Agent** from your store.
2. Open it, choose **I have a link** and paste the link.`

export const profileNotes = `Ask the front desk for the Wi-Fi in building 4: the profile brings the one of buildings 1 to 3.`

/** Everything as long as it gets: names, addresses, words. */
export const longFrame = makeFrame({
  organisation: sunny,
  locale: 'de',
  signedInAs: 'maximiliane-charlotte.von-und-zu-lichtenstein@abteilung.sonnenschein.example',
})
