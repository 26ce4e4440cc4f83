import * as z from 'zod'
import type { Page } from '../kernel/paging.ts'
import { cutPage, PAGE_SIZE } from '../kernel/paging.ts'
import { isPrintable } from '../kernel/text.ts'
import type { OwnedDevice } from './owned-types.ts'
import { LIVING } from './types.ts'

/** What an owner may call a device: characters. */
export const DEVICE_NAME_MAX = 80

/** Empty: the device may say it itself again. */
export const deviceNameSchema = z.object({
  name: z.string().trim().max(DEVICE_NAME_MAX).refine(isPrintable, { error: 'not_text' }),
})

/** How many of an account's devices are looked at for one page: those that are over hide among those that live. */
export const OWNED_WINDOW = 2 * PAGE_SIZE

export const isEnded = ({ lifecycle }: Pick<OwnedDevice, 'lifecycle'>) => !LIVING.includes(lifecycle)

type Placed = { place: number; device: OwnedDevice }

/**
 * A page of those that live, or of those that are over, out of at most `OWNED_WINDOW` and one more devices in their
 * order. The next page begins below what was looked at, so that a page may hold fewer than it could.
 */
export function cutOwned(looked: Placed[], ended: boolean): Page<OwnedDevice> & { hasEnded: boolean } {
  const seen = looked.slice(0, OWNED_WINDOW)
  const wanted = seen.filter(({ device }) => isEnded(device) === ended)
  const { rows, next } = cutPage(wanted, ({ place }) => [place])
  const rest =
    looked.length > OWNED_WINDOW ? cutPage(looked, ({ place }) => [place], OWNED_WINDOW).next : null
  return {
    rows: rows.map(({ device }) => device),
    next: next ?? rest,
    hasEnded: seen.some(({ device }) => isEnded(device)),
  }
}
