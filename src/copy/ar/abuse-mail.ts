import type { alarmMail as english } from '../en/abuse-mail.ts'
import { abuse } from './abuse.ts'
import { isolate } from './isolate.ts'

/** The mail that tells managers, and supervisors, of an alarm: once a day and kind at most. */
export const alarmMail: typeof english = {
  subject: ({ title, organisation }) => `${isolate(organisation)}: ${title}`,
  preview: 'ما الذي حدث، ومنذ متى، وما يمكنك فعله.',
  since: ({ when }) => `بدأ ذلك في ${isolate(when)}، أو بعده بقليل.`,
  open: 'فتح النظرة العامة',
  openHealth: 'فتح حالة الخدمة',
  why: ({ organisation }) =>
    `وصلتك هذه الرسالة لأنك مسؤول عن ${isolate(organisation)}. ولا تُخبَر بالأمر نفسه إلا مرة واحدة في اليوم على الأكثر.`,
  /** What the overview says of each. */
  kinds: abuse.alarms.kinds,
}
