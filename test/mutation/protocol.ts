/** What the runner and the player say to each other, over HTTP on this machine. */

/** A test of a file: its place in the order of definition, and how long it may take, in milliseconds. */
export type Turn = { index: number; limit: number }

export type Task =
  /** Runs a whole file without a mutant, and says what each test reaches. */
  | { kind: 'measure'; file: string }
  /** Runs tests with a mutant at work (none: a control), file after file, until one of them fails. */
  | { kind: 'play'; mutant: string | null; hitLimit: number; files: { file: string; turns: Turn[] }[] }

/** How often each mutant was reached, by id. */
export type Reach = Record<string, number>

export type Measured = {
  tests: { name: string; milliseconds: number; error: string | null; reach: Reach }[]
  /** By what runs once for the file: its outer hooks. */
  hooks: Reach
  /** As modules were loaded, up to now. */
  loading: Reach
}

export type Played = {
  /** The one that failed: the mutant is killed. */
  failed: { file: string; index: number; error: string; timeout: boolean } | null
  ran: { file: string; index: number }[]
  milliseconds: number
}

export type Report =
  | { measured: Measured }
  | { played: Played }
  | { broken: string }
  /** The player was silent for so long that it was ended. */
  | { silent: true }
