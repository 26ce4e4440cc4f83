import { type AccessSecrets, accessLink, showPin } from '../mails/access.ts'
import type { MailContent } from '../mails/index.ts'
import { showAddress } from '../mails/layout-html.ts'
import { type MailOptions, nameDevice } from '../mails/words.ts'
import { measureSms, SMS_SEGMENTS_MAX } from '../sms-rules.ts'
import { oneLine } from '../templates-rules.ts'

/** Characters of names: what is longer costs segments. */
const ORGANISATION_MAX = 30
const DEVICE_MAX = 24

/**
 * The text message of a kind: who it comes from, what to do, link and PIN. Kinds that are made for e-mail say that
 * one came. Plain signs as far as names allow it (GSM 03.38), and at most three segments.
 */
export function makeSms(content: MailContent, options: MailOptions): string {
  const { catalogue, baseUrl } = options
  const { sms } = catalogue.mail
  const organisation = shorten(options.organisation.name, ORGANISATION_MAX)
  switch (content.kind) {
    case 'invitation': {
      const { payload, secrets } = content
      const words = payload.reminder > 0 ? sms.reminder : sms.invitation
      const link = accessLink(baseUrl, { kind: 'invitation', ref: payload.ref }, secrets.credentials.secret)
      return pack({ words: words({ organisation }), organisation, link, ...typed(secrets, options) })
    }
    case 'provision_code': {
      const { payload, secrets } = content
      const grant = { kind: 'provision_code', ref: payload.ref } as const
      const link = accessLink(baseUrl, grant, secrets.credentials.secret)
      const words = sms.code({ organisation })
      if (payload.pinElsewhere) return pack({ words, organisation, link, pin: '', android: '' })
      const { pin, android } = typed(secrets, options)
      return pack({
        words,
        organisation,
        link,
        pin,
        android: payload.platform === 'android' ? android : '',
      })
    }
    case 'renewal': {
      const { payload, secrets } = content
      const { deviceName: name, platform, grant, ref } = payload
      const device = shorten(nameDevice({ name, platform }, catalogue), DEVICE_MAX)
      const words = sms.renewal({ organisation, device })
      if (!grant || !secrets)
        return pack({ words, organisation, link: `${baseUrl}/sign-in`, pin: '', android: '' })
      const link = accessLink(baseUrl, { kind: grant.kind, ref }, secrets.credentials.secret)
      return pack({ words, organisation, link, ...typed(secrets, options), android: '' })
    }
    default:
      return sms.mail({ organisation })
  }
}

/** The PIN, and where it is typed on an Android device that is set up without the link. */
function typed(secrets: AccessSecrets, options: MailOptions): { pin: string; android: string } {
  const { sms } = options.catalogue.mail
  const page = showAddress(`${options.baseUrl}/go`)
  return {
    pin: sms.pin({ pin: showPin(secrets.credentials.pin) }),
    android: options.androidCode ? sms.android({ page, site: options.organisation.siteId }) : '',
  }
}

type Parts = { words: string; organisation: string; link: string; pin: string; android: string }

/** The fullest text that fits: a name in another alphabet makes every sign cost two. Link and PIN always stay. */
function pack({ words, organisation, link, pin, android }: Parts): string {
  const texts = [
    [words, link, pin, android],
    [words, link, pin],
    [`${organisation}:`, link, pin],
    [link, pin],
  ].map((parts) => parts.filter((part) => part !== '').join(' '))
  return texts.find((text) => measureSms(text).segments <= SMS_SEGMENTS_MAX) ?? `${link} ${pin}`.trim()
}

/** What is too long ends in two dots: the one sign for it would cost the whole alphabet. */
function shorten(text: string, max: number): string {
  const characters = [...plainSigns(oneLine(text))]
  if (characters.length <= max) return characters.join('')
  return `${characters
    .slice(0, max - 2)
    .join('')
    .trimEnd()}..`
}

/** Typographic signs that names carry have plain ones that say the same. */
const PLAIN: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '…': '..',
  '\u00a0': ' ',
  '\u202f': ' ',
}

function plainSigns(text: string): string {
  return text.replace(/[‘’‚“”„–—…\u00a0\u202f]/g, (sign) => PLAIN[sign] ?? sign)
}
