/** A mutant as the instrumenter tells it; lines and columns begin at 0. */
export type Spot = {
  mutatorName: string
  replacement: string
  location: { start: Place; end: Place }
}
type Place = { line: number; column: number }

const same = (a: Place, b: Place) => a.line === b.line && a.column === b.column
const before = (a: Place, b: Place) => a.line < b.line || (a.line === b.line && a.column < b.column)
const isSame = ({ location: a }: Spot, { location: b }: Spot) => same(a.start, b.start) && same(a.end, b.end)
const isInside = ({ location: a }: Spot, { location: b }: Spot) =>
  !before(a.start, b.start) && !before(b.end, a.end) && !(same(a.start, b.start) && same(a.end, b.end))
const isConditional = ({ mutatorName }: Spot) => mutatorName === 'ConditionalExpression'

/**
 * Whether a mutant need not be played because another one of the same place is harder to kill: what kills that
 * one kills this one. `===` turned round falls with either of "always" and "never", `&&` for `||` with an
 * operand that is never true, and an empty string that is compared is "never" by another name.
 */
export function isSubsumed(mutant: Spot, all: readonly Spot[], lines: readonly string[]): boolean {
  const { mutatorName, replacement } = mutant
  const conditions = all.filter(isConditional)
  const here = conditions.filter((one) => isSame(one, mutant))
  if (mutatorName === 'EqualityOperator') return / [!=]==? /.test(replacement) && here.length > 0
  if (mutatorName === 'BooleanLiteral')
    return here.length > 0 && lines[mutant.location.start.line]?.[mutant.location.start.column] === '!'
  if (mutatorName === 'StringLiteral') return isCompared(mutant, all)
  const operand = operandOf(mutant, conditions)
  if (mutatorName === 'LogicalOperator') return operand !== null
  // "a || b" is never true only where "a" is not; "a && b" likewise.
  const isLogical = all.some((one) => one.mutatorName === 'LogicalOperator' && isSame(one, mutant))
  return isConditional(mutant) && isLogical && operand === replacement
}

/** An end of `x === 'word'`. */
function isCompared(mutant: Spot, all: readonly Spot[]): boolean {
  return all.some(
    (one) =>
      one.mutatorName === 'EqualityOperator' &&
      isInside(mutant, one) &&
      all.some((other) => isConditional(other) && isSame(other, one)) &&
      (same(one.location.end, mutant.location.end) || same(one.location.start, mutant.location.start)),
  )
}

/** What the outermost operand at an end of a logical expression is turned into: "false" in `||`, "true" in `&&`. */
function operandOf(mutant: Spot, conditions: readonly Spot[]): string | null {
  const ends = conditions.filter(
    (one) =>
      isInside(one, mutant) &&
      (same(one.location.start, mutant.location.start) || same(one.location.end, mutant.location.end)),
  )
  const outermost = ends.filter((one) => !ends.some((other) => isInside(one, other)))
  const replacements = new Set(outermost.map(({ replacement }) => replacement))
  const [only] = replacements
  return replacements.size === 1 && only !== undefined ? only : null
}
