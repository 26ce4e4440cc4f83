/** Why a change of one place cannot be told apart from outside. */
export type Explanation = {
  /** In `src/provisioning`. */
  file: string
  /** The whole line in which it begins, the text that is changed and what it becomes; blanks collapsed. */
  line: string
  original: string
  replacement: string
  why: string
}

export const EXPLAINED: Explanation[] = []
