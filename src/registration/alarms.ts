import { type Alarm, judgeAlarms } from '../challenges/index.ts'
import { DAY, type Instant } from '../kernel/time.ts'
import { messagesStatement, type NewMessage, queueMessages } from '../messaging/index.ts'
import type { MessageReference } from '../runtime/bindings.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { type DueAlarm, listDueAlarms, listReaders, type Reader, toldStatement } from './alarms-store.ts'

type Told = Alarm & Pick<DueAlarm, 'organisationId'>

/**
 * Mails managers, and of the service supervisors, what happened within the last day, once a day and kind at most.
 * The overview and the state of the service say the same all the time. Returns how many mails it made.
 */
export async function tellAlarms(
  options: { database: Database; messages: Pick<Queue<MessageReference>, 'send' | 'sendBatch'> },
  now: Instant,
): Promise<number> {
  const { database, messages } = options
  const alarms = (await listDueAlarms(database, now)).flatMap(({ organisationId, ...due }): Told[] =>
    judgeAlarms([due]).map((alarm) => ({ ...alarm, organisationId })),
  )
  if (alarms.length === 0) return 0
  const readers = await listReaders(database, [...new Set(alarms.map((alarm) => alarm.organisationId))])
  const mails = alarms.flatMap((alarm) =>
    readers
      .filter(({ organisationId }) => organisationId === alarm.organisationId)
      .map((reader) => mailOf(alarm, reader, now)),
  )
  await runBatch(database, [
    toldStatement(database, alarms, now),
    ...(mails.length > 0 ? [messagesStatement(mails, now)] : []),
  ])
  await queueMessages(
    messages,
    mails.map(({ id }) => id),
  )
  return mails.length
}

/** The same alarm of the same day is the same message, whoever finds it. */
function mailOf({ organisationId, kind, count, since }: Told, reader: Reader, now: Instant): NewMessage {
  return {
    id: `msg.alarm.${kind}.${Math.floor(now / DAY)}.${reader.id}`,
    organisationId,
    accountId: reader.id,
    recipient: reader.address,
    locale: reader.locale,
    kind: 'alarm',
    payload: { alarm: kind, count, since },
  }
}
