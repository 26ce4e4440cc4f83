import type { Instant } from '../kernel/time.ts'

/**
 * The only place that reads the time. The Worker and the objects call it at their edge and pass `now` down;
 * tests replace it here.
 */
export const clock = {
  now(): Instant {
    return Date.now()
  },
}
