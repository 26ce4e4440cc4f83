import type { alarmMail as english } from '../en/abuse-mail.ts'
import { abuse } from './abuse.ts'
import { ofName } from './elision.ts'

export const alarmMail: typeof english = {
  subject: ({ title, organisation }) => `${organisation} : ${title}`,
  preview: 'Ce qui s’est passé, depuis quand, et ce que vous pouvez faire.',
  since: ({ when }) => `Cela a commencé le ${when}, ou peu après.`,
  open: 'Ouvrir la vue d’ensemble',
  openHealth: 'Ouvrir l’état du service',
  why: ({ organisation }) =>
    `Vous recevez ce message parce que vous vous occupez ${ofName(organisation)}. La même chose vous est signalée une fois par jour au maximum.`,
  kinds: abuse.alarms.kinds,
}
