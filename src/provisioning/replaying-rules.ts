/** How far a comparison is: behind which account it goes on, and what it came to so far. */
export type Progress = {
  after: string
  accounts: number
  changed: number
  madeAnew: number
  deleted: number
  unknown: number
  unanswered: number
}

const COUNTS = ['accounts', 'changed', 'madeAnew', 'deleted', 'unknown', 'unanswered'] as const

export const BEGINNING: Progress = {
  after: '',
  accounts: 0,
  changed: 0,
  madeAnew: 0,
  deleted: 0,
  unknown: 0,
  unanswered: 0,
}

/** As it travels on the queue: `<account id>~<counts>`. */
export function writeProgress(progress: Progress): string {
  return [progress.after, ...COUNTS.map((name) => progress[name])].join('~')
}

/** Null for what this version did not write. */
export function readProgress(text: string): Progress | null {
  const [after = '', ...counts] = text.split('~')
  if (counts.length !== COUNTS.length || counts.some((count) => !/^\d{1,9}$/.test(count))) return null
  const read = Object.fromEntries(COUNTS.map((name, index) => [name, Number(counts[index])]))
  return { ...BEGINNING, ...read, after }
}
