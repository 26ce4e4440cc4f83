import { makeChallengeMail } from '../../src/messaging/mails/challenge-mail.ts'
import { makeTheftSignalMail } from '../../src/messaging/mails/theft-signal-mail.ts'
import { acme, NOW, sunny } from './fixtures.ts'

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
]
