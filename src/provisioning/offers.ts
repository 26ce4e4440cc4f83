import { decideOwnership } from '../kernel/ownership.ts'
import type { Platform } from '../kernel/platform.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { DeviceOffer } from '../referee/index.ts'
import type { Database } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import { type OfferRead, readOffer } from './offers-store.ts'

/** What a device of a platform gets that an invitation brings: the organisation's template as it is now. */
export async function findOffer(
  database: Database,
  ref: string,
  platform: Platform,
): Promise<Result<DeviceOffer, 'not_offered' | 'temporarily_unavailable'>> {
  let read: Awaited<ReturnType<typeof readOffer>>
  try {
    read = await readOffer(database, ref, platform)
  } catch (error) {
    log('error', 'offer.database_down', { reason: describeError(error) })
    return refuse('temporarily_unavailable')
  }
  return read ? ok(offerOf(platform, read)) : refuse('not_offered')
}

/** The same from what is known of person, organisation and template already. */
export function offerOf(
  platform: Platform,
  { template, account, organisation }: Pick<OfferRead, 'template' | 'account' | 'organisation'>,
): DeviceOffer {
  const ownership = decideOwnership({ template: template.ownership, account, organisation })
  return {
    platform,
    ownership: ownership.default,
    ownershipOpen: ownership.choosable,
    template: {
      id: template.id,
      version: template.version,
      policies: template.settings.policies,
      identity: (template.settings.identity ?? null) !== null,
    },
    reports: template.reports,
    checkInSeconds: template.checkInSeconds,
  }
}
