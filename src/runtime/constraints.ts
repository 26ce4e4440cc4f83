const REFUSED = /(?:UNIQUE|FOREIGN KEY|NOT NULL|CHECK) constraint failed(?:: [a-z_.]+(?:, [a-z_.]+)*)?/

/** Which constraint D1 refused a statement for: "UNIQUE constraint failed: …"; null for any other failure. */
export function findConstraint(error: unknown): string | null {
  const messages: string[] = []
  for (let cause = error; cause instanceof Error; cause = cause.cause) messages.push(cause.message)
  return REFUSED.exec(messages.join(' '))?.[0] ?? null
}

/** Whether it refused one for a constraint on this column, written `table.column`, the first where there are several. */
export function isRefusedBy(error: unknown, column: string): boolean {
  return findConstraint(error)?.includes(`constraint failed: ${column}`) ?? false
}
