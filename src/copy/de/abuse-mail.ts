import type { alarmMail as english } from '../en/abuse-mail.ts'
import { abuse } from './abuse.ts'

export const alarmMail: typeof english = {
  subject: ({ title, organisation }) => `${organisation}: ${title}`,
  preview: 'Was geschehen ist, seit wann, und was Sie tun können.',
  since: ({ when }) => `Es begann am ${when} oder kurz danach.`,
  open: 'Übersicht öffnen',
  openHealth: 'Zustand des Dienstes öffnen',
  why: ({ organisation }) =>
    `Sie erhalten diese Nachricht, weil Sie ${organisation} betreuen. Über dasselbe werden Sie höchstens einmal am Tag benachrichtigt.`,
  kinds: abuse.alarms.kinds,
}
