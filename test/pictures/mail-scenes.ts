import { DAY } from '../../src/kernel/time.ts'
import { makeAlarmMail } from '../../src/messaging/mails/alarm-mail.ts'
import { makeApprovedMail } from '../../src/messaging/mails/approved-mail.ts'
import { makeChallengeMail } from '../../src/messaging/mails/challenge-mail.ts'
import { makeInvitationMail } from '../../src/messaging/mails/invitation-mail.ts'
import type { MailBody } from '../../src/messaging/mails/layout.ts'
import { makeManagerInvitedMail } from '../../src/messaging/mails/manager-invited-mail.ts'
import { makeProvisionCodeMail } from '../../src/messaging/mails/provision-code-mail.ts'
import { makeRenewalMail } from '../../src/messaging/mails/renewal-mail.ts'
import { makeTheftSignalMail } from '../../src/messaging/mails/theft-signal-mail.ts'
import type { DeviceRenewal } from '../../src/messaging/types.ts'
import { inWords } from '../support/copies.ts'
import { drawLogo } from '../support/logo.ts'
import { acme as acmeFrame, grant, NOW, ref, sunny as sunnyFrame } from './fixtures.ts'

const baseUrl = 'https://setup.acme.example'
const acme = { ...acmeFrame, siteId: '4711' }
const sunny = { ...sunnyFrame, siteId: '1234567890' }
const code = {
  code: '482910',
  purpose: 'registration',
  minutes: 10,
  locale: 'en',
  organisation: acme,
  baseUrl,
} as const
const theft = {
  signal: { happenedAt: NOW, platform: 'ios', deviceName: 'Ada’s iPhone' },
  locale: 'en',
  organisation: acme,
  baseUrl,
} as const

const help = {
  ref,
  platform: 'ios',
  credentials: grant.credentials ?? { secret: '', pin: '' },
  validUntil: grant.validUntil,
  locale: 'en',
  organisation: acme,
  baseUrl,
} as const
const sender = { locale: 'en', organisation: acme, baseUrl } as const
/** The service itself writes to managers and supervisors. */
const service = { ...acme, slug: 'latchkey', name: 'Latchkey', logoVersion: null, emailRuleHint: null }

const logo = { type: 'image/png', bytes: drawLogo() } as const
const secrets = { credentials: help.credentials, validUntil: null }
const reader = { name: 'Ada Lovelace', address: 'ada@acme.example', manager: 'Grace Hopper' }
const invited = { ref, invitationId: 'inv_1', reminder: 0 }
const renewed: DeviceRenewal = {
  ref,
  deviceId: 'dev_1',
  deviceName: 'Ada’s iPhone',
  platform: 'ios',
  state: 'permissions',
  permissions: ['location', 'notifications'],
  grant: { kind: 'invitation', id: 'inv_1' },
}
const alarm = { alarm: 'codes', count: 240, since: NOW } as const
/** A manager's own words, with everything that they may carry. */
const words = {
  subject: '{{organisation}}: Ihr neues Arbeitsgerät wartet auf {{name}}',
  body: `Guten Tag {{name}},

{{manager}} hat für Sie alles vorbereitet.
Bitte richten Sie Ihr Gerät bis {{valid_until}} ein.

Fragen? {{helpdesk}}`,
}

/** With its pictures in it, as programs show it that were allowed to. */
function withPictures({ html, images = [] }: MailBody): string {
  return images.reduce(
    (page, { contentId, type, bytes }) =>
      page.replaceAll(`cid:${contentId}"`, `data:${type};base64,${Buffer.from(bytes).toString('base64')}"`),
    html,
  )
}

/** Where words run from right to left, and where they are longest. */
const inOtherLanguages = (['ar', 'fr'] as const).flatMap((locale) => [
  { name: `mail-in-${locale}-alarm`, page: makeAlarmMail(alarm, inWords({ ...sender, locale })).html },
  { name: `mail-in-${locale}-code`, page: makeChallengeMail(inWords({ ...code, locale })).html },
  {
    name: `mail-in-${locale}-invitation`,
    page: withPictures(
      makeInvitationMail(
        invited,
        { ...secrets, validUntil: NOW + 14 * DAY },
        inWords({ ...sender, locale, logo, reader }),
      ),
    ),
  },
])

/** Every mail as its reader's program shows it. Mails carry their styles with them: `mail-` in the name says so. */
export const mailScenes = [
  ...inOtherLanguages,
  { name: 'mail-code', page: makeChallengeMail(inWords(code)).html },
  {
    name: 'mail-code-letters-de',
    page: makeChallengeMail(inWords({ ...code, code: 'WDJBMJHT', locale: 'de' })).html,
  },
  {
    name: 'mail-code-long',
    page: makeChallengeMail(inWords({ ...code, organisation: sunny, locale: 'de' })).html,
  },
  { name: 'mail-theft', page: makeTheftSignalMail(inWords(theft)).html },
  {
    name: 'mail-theft-long-de',
    page: makeTheftSignalMail(inWords({ ...theft, organisation: sunny, locale: 'de' })).html,
  },
  { name: 'mail-provision-code', page: makeProvisionCodeMail(inWords(help)).html },
  {
    name: 'mail-provision-code-long-de',
    page: makeProvisionCodeMail(inWords({ ...help, platform: 'agent', organisation: sunny, locale: 'de' }))
      .html,
  },
  {
    name: 'mail-provision-code-pin-elsewhere',
    page: makeProvisionCodeMail(inWords({ ...help, pinElsewhere: true })).html,
  },
  { name: 'mail-alarm', page: makeAlarmMail(alarm, inWords(sender)).html },
  {
    name: 'mail-alarm-long-de',
    page: makeAlarmMail(
      { ...alarm, alarm: 'thefts', count: 1 },
      inWords({ ...sender, organisation: sunny, locale: 'de' }),
    ).html,
  },
  {
    name: 'mail-alarm-of-service',
    page: makeAlarmMail(
      { ...alarm, alarm: 'check' },
      inWords({ ...sender, organisation: { ...service, slug: '-' } }),
    ).html,
  },
  { name: 'mail-approved', page: makeApprovedMail(inWords(sender)).html },
  {
    name: 'mail-approved-long-de',
    page: makeApprovedMail(inWords({ ...sender, organisation: sunny, locale: 'de' })).html,
  },
  {
    name: 'mail-manager-invited',
    page: makeManagerInvitedMail(
      inWords({
        ...sender,
        organisation: service,
        role: { organisation: 'Acme Robotics' },
      }),
    ).html,
  },
  {
    name: 'mail-manager-invited-long-de',
    page: makeManagerInvitedMail(
      inWords({
        ...sender,
        organisation: service,
        locale: 'de',
        role: { organisation: sunny.name },
      }),
    ).html,
  },
  {
    name: 'mail-supervisor-invited',
    page: makeManagerInvitedMail(inWords({ ...sender, organisation: service, role: { organisation: null } }))
      .html,
  },
  {
    name: 'mail-invitation',
    page: withPictures(makeInvitationMail(invited, secrets, inWords({ ...sender, logo, reader }))),
  },
  {
    name: 'mail-invitation-no-pictures',
    page: makeInvitationMail(invited, secrets, inWords({ ...sender, logo, reader })).html.replaceAll(
      /src="cid:\w+"/g,
      'src="data:,"',
    ),
  },
  {
    name: 'mail-invitation-words-long-de',
    page: withPictures(
      makeInvitationMail(
        invited,
        { ...secrets, validUntil: NOW + 14 * DAY },
        inWords({
          ...sender,
          organisation: sunny,
          locale: 'de',
          words,
          reader: { ...reader, name: sunny.name },
        }),
      ),
    ),
  },
  {
    name: 'mail-reminder-de',
    page: withPictures(
      makeInvitationMail({ ...invited, reminder: 1 }, secrets, inWords({ ...sender, locale: 'de', logo })),
    ),
  },
  {
    name: 'mail-renewal',
    page: withPictures(makeRenewalMail(renewed, secrets, inWords({ ...sender, logo, reader }))),
  },
  {
    name: 'mail-renewal-sign-in-de',
    page: withPictures(
      makeRenewalMail(
        { ...renewed, deviceName: null, state: 'silent', grant: null },
        null,
        inWords({
          ...sender,
          locale: 'de',
          reader,
        }),
      ),
    ),
  },
]
