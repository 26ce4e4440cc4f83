import { auditStatement, describeChanges, newEntry } from '../audit/index.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import { messagesStatement, type NewMessage, queueMessages } from '../messaging/index.ts'
import { runBatch } from '../runtime/database.ts'
import * as store from './reminders-store.ts'
import { judgeReminder, nextReminder } from './rules.ts'
import type { Invitations, InvitationsOptions } from './service.ts'

const AT_ONCE = 500
/** A minute job ends after so many rounds: the next minute brings another. */
const ROUNDS = 10

/** Reminders of invitations that nobody accepted, on the days that the organisation set. */
export function makeReminders({
  database,
  messages,
}: InvitationsOptions): Pick<Invitations, 'sendDueReminders' | 'setReminders'> {
  async function remind(due: store.DueReminder[], now: Instant): Promise<number> {
    const mails: NewMessage[] = []
    const advances = due.map((one): store.Advance => {
      const { id, reminded } = one
      const judged = judgeReminder(one, now)
      if (judged === 'never') return { id, reminded, sent: false, remindAt: null }
      const remindAt = nextReminder(one.createdAt, one.days, now)
      if (judged === 'later') return { id, reminded, sent: false, remindAt }
      mails.push(reminderOf(one))
      return { id, reminded, sent: true, remindAt }
    })
    await runBatch(database, [
      ...(mails.length > 0 ? [messagesStatement(mails, now)] : []),
      store.advanceStatement(advances, now),
    ])
    await queueMessages(
      messages,
      mails.map(({ id }) => id),
    )
    return mails.length
  }

  return {
    async sendDueReminders(now) {
      let sent = 0
      for (let round = 0; round < ROUNDS; round += 1) {
        const due = await store.listDue(database, now, AT_ONCE)
        if (due.length === 0) break
        sent += await remind(due, now)
        if (due.length < AT_ONCE) break
      }
      return sent
    },

    async setReminders({ organisationId, id, off, actor, now }) {
      const found = await store.readSchedule(database, organisationId, id)
      if (!found) return refuse('not_found')
      const { accountId, address, createdAt, remindersOff, days } = found
      if (remindersOff === off) return ok(null)
      const waits = found.channel !== 'none' && found.acceptedAt === null
      const open = waits && (found.state === 'issued' || found.state === 'opened')
      const remindAt = off || !open ? null : nextReminder(createdAt, days, now)
      const changes = describeChanges({ reminders: !remindersOff }, { reminders: !off })
      const detail = { address, invitation: id, changes }
      const action = 'invitation.reminders_changed'
      await runBatch(database, [
        store.setRemindersStatement(database, organisationId, id, { off, remindAt }, now),
        auditStatement(database, newEntry({ organisationId, at: now, actor, action, accountId, detail })),
      ])
      return ok(null)
    },
  }
}

/** The same reminder is the same message, however often it is made. */
function reminderOf(due: store.DueReminder): NewMessage {
  const { id, organisationId, accountId, ref, recipient, locale, channel } = due
  const reminder = due.reminded + 1
  return {
    id: `msg.${id}.r${reminder}`,
    organisationId,
    accountId,
    channel: channel === 'sms' ? 'sms' : 'email',
    recipient,
    locale,
    kind: 'invitation',
    payload: { ref, invitationId: id, reminder },
    invitationId: id,
  }
}
