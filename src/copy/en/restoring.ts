/** After a restore: accounts are compared with the database. */
export const restoring = {
  title: 'After a restore',
  lead: 'Was the database set back to an earlier state, or were provision sessions lost? Then compare every account with its session: what happened to it since is told to the database again. It changes nothing where both agree. Read “Restore” in the operating guide first.',
  act: 'Compare all accounts',
  begun: 'All accounts are being compared. This page says what came of it.',
  /** `{time}`: "2 minutes ago". */
  working: 'Begun {time}.',
  never: 'That has not been done yet.',
  /** `{time}`: "2 minutes ago". */
  last: 'Compared last {time}:',
  counts: {
    accounts: 'Accounts',
    changed: 'Told again',
    madeAnew: 'Begun anew',
    deleted: 'Deleted again',
    unknown: 'Devices nobody knows',
    unanswered: 'Did not answer',
  },
}
