import type { Copy } from '../../copy/index.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Platform } from '../../kernel/platform.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Logo } from '../../organisations/index.ts'
import { fillWords, type MessageWords, oneLine } from '../templates-rules.ts'
import type { EditableKind } from '../types.ts'
import { type Sender, showTime } from './layout.ts'

/** Who reads a message and on whose behalf it comes, as far as it is known. */
export type Reader = {
  name: string | null
  /** The account's e-mail address: what stands beside the PIN. */
  address: string | null
  /** The manager who had it sent. */
  manager: string | null
}

/** What every message is made with, besides its own content. */
export type MailOptions = {
  locale: Locale
  /** Every text in that language. */
  catalogue: Copy
  organisation: Sender
  baseUrl: string
  logo?: Logo | null | undefined
  /** What a manager made of the words; absent or null: ours. */
  words?: MessageWords | null | undefined
  reader?: Reader | null | undefined
  /** Text messages say what is typed on an Android device: site and where. */
  androidCode?: boolean | undefined
}

/** The same with names that are one line each, whatever was put into them. */
export function tidyOptions(options: MailOptions): MailOptions {
  const { organisation, reader } = options
  const tidy = (text: string | null) => text && oneLine(text)
  return {
    ...options,
    organisation: { ...organisation, name: oneLine(organisation.name) },
    reader: reader && {
      name: tidy(reader.name),
      address: tidy(reader.address),
      manager: tidy(reader.manager),
    },
  }
}

/** Our own words of a kind, as a manager finds them before changing them. */
export function ownWords(kind: EditableKind, catalogue: Copy): MessageWords {
  return catalogue.mail.words[kind]
}

/** Subject and paragraphs of a message, a manager's or ours, filled in. */
export function wordsFor(
  kind: EditableKind,
  options: MailOptions,
  facts: {
    validUntil: Instant | null
    device: { name: string | null; platform: Platform | null }
  },
): { subject: string; paragraphs: string[] } {
  const { locale, catalogue, organisation, reader } = options
  const { unknown } = catalogue.mail
  const { email, phone, url } = organisation.helpdesk
  const helpdesk = [email, phone, url].filter(Boolean).join(', ')
  return fillWords(kind, options.words ?? ownWords(kind, catalogue), {
    name: reader?.name ?? '',
    organisation: organisation.name,
    manager: reader?.manager || organisation.name,
    helpdesk: helpdesk || unknown.helpdesk({ organisation: organisation.name }),
    valid_until: facts.validUntil === null ? unknown.valid_until : showTime(facts.validUntil, locale),
    device: nameDevice(facts.device, catalogue),
  })
}

/** What a device is called; where it has no name, by its platform. */
export function nameDevice(
  device: { name: string | null; platform: Platform | null },
  catalogue: Copy,
): string {
  const { platforms, unknown } = catalogue.mail
  return device.name || unknown.device({ platform: device.platform && platforms[device.platform] })
}
