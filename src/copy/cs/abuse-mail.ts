import type { alarmMail as english } from '../en/abuse-mail.ts'
import { abuse } from './abuse.ts'

export const alarmMail: typeof english = {
  subject: ({ title, organisation }) => `${organisation}: ${title}`,
  preview: 'Co se stalo, od kdy a co můžete udělat.',
  since: ({ when }) => `Začalo to ${when}, nebo krátce poté.`,
  open: 'Otevřít přehled',
  openHealth: 'Otevřít stav služby',
  why: ({ organisation }) =>
    `Tuto zprávu dostáváte, protože se staráte o ${organisation}. O téže věci se dozvíte nejvýše jednou denně.`,
  kinds: abuse.alarms.kinds,
}
