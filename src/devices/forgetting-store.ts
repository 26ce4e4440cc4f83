import { and, eq, inArray } from 'drizzle-orm'
import type { Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { devices, deviceViews } from './schema.ts'

/**
 * The account of these devices was deleted: what told whose they were, or how they could be found, is forgotten; what
 * kind they were and what became of them stays. The views that the account kept go, too. Repeating it changes nothing.
 */
export function forgetDevicesStatements(
  database: Database,
  { organisationId, accountId }: { organisationId: number; accountId: string },
  at: Instant,
): Statement[] {
  return [
    database
      .update(devices)
      .set({
        name: null,
        nameKey: '',
        nameGiven: false,
        serial: null,
        imei: null,
        udid: null,
        phoneNumber: null,
        carrier: null,
        permissions: null,
        note: '',
        changedAt: at,
      })
      .where(and(eq(devices.organisationId, organisationId), eq(devices.accountId, accountId))),
    database
      .delete(deviceViews)
      .where(and(eq(deviceViews.organisationId, organisationId), eq(deviceViews.accountId, accountId))),
  ]
}

/** The account was deleted and its session has forgotten it, but D1 was set back to before that: its devices end. */
export function endForgottenStatement(
  database: Database,
  { organisationId, accountId }: { organisationId: number; accountId: string },
  at: Instant,
): Statement {
  return database
    .update(devices)
    .set({ lifecycle: 'deleted', endedAt: at, endedReason: 'account deleted', changedAt: at })
    .where(
      and(
        eq(devices.organisationId, organisationId),
        eq(devices.accountId, accountId),
        inArray(devices.lifecycle, ['invited', 'pending', 'active']),
      ),
    )
}
