import { makeHeadResealing } from '../audit/index.ts'
import { makeCertificateResealing } from '../certificates/index.ts'
import type { Keyring } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import { makeOrganisationResealing, resealFormer } from '../organisations/index.ts'
import type { Database } from '../runtime/database.ts'
import { makeStringCounting } from '../security-strings/index.ts'
import { makeTemplateResealing } from '../templates/index.ts'
import { makeSessionResealing } from './resealing.ts'

/**
 * Brings some of what is stored under the former master key under the current one, in D1 and in provision sessions,
 * while there is a former one. What ends within days by itself stays as it is.
 */
export async function resealStored(
  options: { database: Database; keys: Keyring; provisionSessions: DurableObjectNamespace },
  now: Instant,
): Promise<void> {
  const { database, keys } = options
  const steps = {
    ...makeOrganisationResealing(options),
    ...makeTemplateResealing(options),
    ...makeCertificateResealing(options),
    auditHeads: makeHeadResealing(options),
    invitations: makeSessionResealing(options),
    securityStrings: makeStringCounting(options),
  }
  await resealFormer({ database, keys, steps }, now)
}
