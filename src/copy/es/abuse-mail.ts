import type { alarmMail as english } from '../en/abuse-mail.ts'
import { abuse } from './abuse.ts'

export const alarmMail: typeof english = {
  subject: ({ title, organisation }) => `${organisation}: ${title}`,
  preview: 'Qué ha ocurrido, desde cuándo y qué puede hacer.',
  since: ({ when }) => `Empezó el ${when}, o poco después.`,
  open: 'Abrir el resumen',
  openHealth: 'Abrir el estado del servicio',
  why: ({ organisation }) =>
    `Recibe este mensaje porque se ocupa de ${organisation}. De lo mismo se le avisa una vez al día como máximo.`,
  kinds: abuse.alarms.kinds,
}
