/**
 * What managers, and for the service supervisors, are told of. `codes`, `people`, `sign_ins`: a limit held somebody
 * back; `guesses`: codes died of wrong tries; `pins`, `thefts`: what the audit says; `check`: the human check did not
 * answer.
 */
export const ALARM_KINDS = ['codes', 'people', 'guesses', 'pins', 'thefts', 'sign_ins', 'check'] as const
export type AlarmKind = (typeof ALARM_KINDS)[number]
