import { makeApprovedMail } from '../../src/messaging/mails/approved-mail.ts'
import { makeChallengeMail } from '../../src/messaging/mails/challenge-mail.ts'
import { makeManagerInvitedMail } from '../../src/messaging/mails/manager-invited-mail.ts'
import { makeProvisionCodeMail } from '../../src/messaging/mails/provision-code-mail.ts'
import { makeTheftSignalMail } from '../../src/messaging/mails/theft-signal-mail.ts'
import { acme, grant, NOW, ref, sunny } from './fixtures.ts'

const baseUrl = 'https://setup.acme.example'
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

/** Every mail as its reader's program shows it. Mails carry their styles with them: `mail-` in the name says so. */
export const mailScenes = [
  { name: 'mail-code', page: makeChallengeMail(code).html },
  { name: 'mail-code-letters-de', page: makeChallengeMail({ ...code, code: 'WDJBMJHT', locale: 'de' }).html },
  { name: 'mail-code-long', page: makeChallengeMail({ ...code, organisation: sunny, locale: 'de' }).html },
  { name: 'mail-theft', page: makeTheftSignalMail(theft).html },
  {
    name: 'mail-theft-long-de',
    page: makeTheftSignalMail({ ...theft, organisation: sunny, locale: 'de' }).html,
  },
  { name: 'mail-provision-code', page: makeProvisionCodeMail(help).html },
  {
    name: 'mail-provision-code-long-de',
    page: makeProvisionCodeMail({ ...help, platform: 'agent', organisation: sunny, locale: 'de' }).html,
  },
  { name: 'mail-approved', page: makeApprovedMail(sender).html },
  {
    name: 'mail-approved-long-de',
    page: makeApprovedMail({ ...sender, organisation: sunny, locale: 'de' }).html,
  },
  {
    name: 'mail-manager-invited',
    page: makeManagerInvitedMail({
      ...sender,
      organisation: service,
      role: { organisation: 'Acme Robotics' },
    }).html,
  },
  {
    name: 'mail-manager-invited-long-de',
    page: makeManagerInvitedMail({
      ...sender,
      organisation: service,
      locale: 'de',
      role: { organisation: sunny.name },
    }).html,
  },
  {
    name: 'mail-supervisor-invited',
    page: makeManagerInvitedMail({ ...sender, organisation: service, role: { organisation: null } }).html,
  },
]
