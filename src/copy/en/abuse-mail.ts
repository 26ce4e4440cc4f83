import { abuse } from './abuse.ts'

/** The mail that tells managers, and supervisors, of an alarm: once a day and kind at most. */
export const alarmMail = {
  subject: ({ title, organisation }: { title: string; organisation: string }) => `${organisation}: ${title}`,
  preview: 'What happened, since when, and what you can do.',
  since: ({ when }: { when: string }) => `It began on ${when}, or shortly after.`,
  open: 'Open the overview',
  openHealth: 'Open the state of the service',
  why: ({ organisation }: { organisation: string }) =>
    `You get this message because you look after ${organisation}. You are told of the same thing once a day at most.`,
  /** What the overview says of each. */
  kinds: abuse.alarms.kinds,
}
