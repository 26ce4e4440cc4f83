/** What the runner must be able to tell apart, whatever the service looks like: see `control.ts`. */

export function larger(a: number, b: number): number {
  return a >= b ? a : b
}

export function countDown(from: number): number {
  let left = from
  while (left > 0) left -= 1
  return left
}

/** Tests only ask whether it is there. */
export function neverCalled(a: number): number {
  return a + 1
}
