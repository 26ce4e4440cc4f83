import type { CsvColumn, PeopleFilter, PersonState, SheetProblem } from '../accounts/index.ts'
import type { FieldProblem } from '../kernel/fields.ts'
import type { Locale } from '../kernel/locale.ts'

/** As many people as one job invites. */
export const INVITE_MAX = 10_000
/** As much text as a form or a file may bring. */
export const INVITE_MAX_BYTES = 900 * 1024

/** Which of the organisation's accounts: a search and filters, all of which must hold. */
export type WhomFilter = Pick<PeopleFilter, 'search' | 'group'> & {
  state: PersonState | null
  /** Only those who have no living device and accepted no invitation. */
  unprovisioned: boolean
}

/** Whom a manager means. */
export type Whom =
  | {
      kind: 'accounts'
      ids: string[]
      /** Where the mail goes instead of the account's own address, by account id. */
      addresses?: Record<string, string>
    }
  | { kind: 'filter'; filter: WhomFilter }
  /** One a line, or parted by commas or semicolons; `Name <address>` too. */
  | { kind: 'addresses'; text: string }
  /** With the columns of an import of people. */
  | { kind: 'csv'; text: string }

/** What is wrong with a row: nobody is invited by it. */
export type InviteProblem = {
  column: CsvColumn | null
  /** `duplicate`: the person stands in `line` already. `taken`: the edited address is somebody else's. */
  says: FieldProblem | 'duplicate' | 'overfull' | 'deleted' | 'disabled' | 'unapproved' | 'no_phone' | 'taken'
  line?: number
}

/** What sending would do, row by row. `line` counts from 1; in CSV as a spreadsheet shows it. */
export type InviteRow = {
  line: number
  /** Normalised where it is one, else as it was typed (cut). */
  address: string
  /** May be empty. */
  name: string
} & (
  | {
      kind: 'known'
      accountId: string
      /** Where the message goes: an address, or a phone number; empty where none is sent. */
      recipient: string
      /** They have an invitation that still works: it would end. */
      supersedes: boolean
    }
  | {
      kind: 'new'
      recipient: string
      details: { phone: string | null; locale: Locale; templateId: string; groups: string[] }
    }
  | { kind: 'error'; problems: InviteProblem[] }
)

export type InviteCounts = {
  /** How many would get an invitation: known and new. */
  invited: number
  known: number
  new: number
  /** Of the known: whose living invitation would end. */
  superseded: number
  error: number
}

export type InvitePreview = {
  rows: InviteRow[]
  counts: InviteCounts
  /** Columns of a CSV that are passed over. */
  ignored: string[]
  /** The same for the same rows and channel: tells whether something changed since they were shown. */
  digest: string
}

/** Why nothing can be shown. `too_many_rows`: more than `INVITE_MAX`. `setup_closed`: setup is switched off. */
export type WhomProblem = SheetProblem | 'setup_closed'

export type StartRefusal =
  | { code: WhomProblem }
  /** What would happen is no longer what was shown. */
  | { code: 'moved'; preview: InvitePreview }
  /** Some rows have errors, and they were not to be left out. */
  | { code: 'errors'; preview: InvitePreview }
  /** Not one row is without an error. */
  | { code: 'nobody'; preview: InvitePreview }
