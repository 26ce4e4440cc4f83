import type { Row } from './data.ts'

const DAY = 86_400_000
const ENDS = ['issued', 'opened', 'revoked', 'superseded'] as const

/** Invitations in every state, and the send that made them; by table, in the order in which they are written. */
export function makeInvitationRows(people: Row[], now: number): Record<string, Row[]> {
  const job = 'job_sample'
  return {
    invitation_jobs: [
      {
        id: job,
        organisation_id: 1,
        channel: 'email',
        created_by: 'acc_sample',
        created_at: now - 2 * DAY,
        total: 40,
        done: 38,
        failed: 1,
        skipped: 1,
        finished_at: now - 2 * DAY + 90_000,
        pumped_at: now - 2 * DAY,
      },
    ],
    invitation_items: (['failed', 'skipped'] as const).map((state, index) => ({
      id: `${job}.${index}`,
      job_id: job,
      organisation_id: 1,
      account_id: String(people[index]?.id),
      recipient: String(people[index]?.address),
      state,
      reason: state === 'failed' ? 'gave_up' : 'account_disabled',
      attempts: 3,
      changed_at: now - 2 * DAY,
    })),
    invitations: people.slice(0, 12).map((person, index) => {
      const state = ENDS[Math.floor(index / 4)] ?? 'superseded'
      const over = state === 'revoked' || state === 'superseded'
      return {
        id: `inv_sample_${index}`,
        organisation_id: 1,
        account_id: String(person.id),
        ref: String(person.ref),
        rev: 1,
        state,
        channel: index % 5 === 4 ? 'none' : 'email',
        recipient: index % 5 === 4 ? '' : String(person.address),
        job_id: job,
        created_at: now - 2 * DAY + index * 1000,
        created_by: 'acc_sample',
        devices: 0,
        slot_device_id: `dev_slot_${index}`,
        fetched_at: index % 3 === 0 ? now - DAY : null,
        opened_at: state === 'opened' ? now - DAY / 2 : null,
        ended_at: over ? now - DAY / 4 : null,
        delivery: index % 4 === 1 ? 'failed' : 'sent',
        delivery_reason: index % 4 === 1 ? 'bounced' : null,
        delivered_at: index % 4 === 1 ? null : now - 2 * DAY + 60_000,
        changed_at: now - DAY / 4,
      }
    }),
  }
}
