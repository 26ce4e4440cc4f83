import { mail as german } from '../../copy/de/mail.ts'
import { mail as english } from '../../copy/en/mail.ts'
import type { Locale } from '../../kernel/locale.ts'

export type MailCopy = typeof english

export const MAIL_COPY: Record<Locale, MailCopy> = { en: english, de: german }
