import type { Copy } from '../../../copy/index.ts'
import type { AlarmKind } from '../../../kernel/alarms.ts'
import type { Keyring } from '../../../kernel/secrets.ts'
import { VERSION } from '../../../kernel/version.ts'
import type { Delivery } from '../../../messaging/index.ts'
import type { Operation } from '../../../provisioning/index.ts'
import { AlarmList } from '../../ui/alarms.tsx'
import { Fill } from '../../ui/fill.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Counts } from '../../ui/table.tsx'
import { Facts, Muted } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { FailedMessages, LostMessages, WaitingOutboxes } from './health-tables.tsx'
import { describeBytes, describeCount, describeNumber } from './health-words.ts'
import { BrokenChains, FormerKey } from './keeping.tsx'
import { PROTECTION_PATH } from './paths.ts'
import { Restoring } from './restoring.tsx'

export type HealthDone = keyof Copy['health']['done']

export type HealthPageProps = {
  frame: Frame
  delivery: Delivery
  operation: Operation
  keys: Pick<Keyring, 'currentId' | 'formerId'>
  done: HealthDone | null
  /** An act that did not work just now. */
  unavailable: boolean
  /** Accounts are being compared, because somebody just asked for it. */
  replayBegun?: boolean
}

/** How the service fares: what needs attention first. */
export function HealthPage(props: HealthPageProps) {
  const { frame, delivery, operation, keys, done, unavailable, replayBegun = false } = props
  const words = frame.copy.health
  const { locale } = frame
  const { failed, waiting, dead } = delivery
  const troubles = delivery.failures.length + dead + operation.waitingCount + operation.alarms.length
  const well = troubles + operation.brokenChains.length === 0
  return (
    <StaffLayout
      frame={frame}
      area="supervise"
      section="health"
      title={words.title}
      lead={words.lead}
      done={done && words.done[done]}
      failed={unavailable && 'said'}
    >
      {unavailable && <Notice tone="error">{words.unavailable}</Notice>}
      <BrokenChains frame={frame} chains={operation.brokenChains} />
      <Counts
        items={[
          {
            label: words.counts.failed,
            value: describeCount(failed, locale),
            href: failed > 0 ? '#failed' : null,
          },
          { label: words.counts.lost, value: describeCount(dead, locale), href: dead > 0 ? '#lost' : null },
          {
            label: words.counts.outboxes,
            value: describeCount(operation.waitingCount, locale),
            href: operation.waitingCount > 0 ? '#outboxes' : null,
          },
          { label: words.counts.waiting, value: describeCount(waiting, locale) },
        ]}
      />
      {well && <Notice tone="success">{words.well}</Notice>}
      <Muted>
        {delivery.lastSentAt === null ? (
          words.messages.neverSent
        ) : (
          <Fill
            text={words.messages.lastSent}
            slots={{ time: <RelativeTime frame={frame} at={delivery.lastSentAt} /> }}
          />
        )}{' '}
        {delivery.waitingSince !== null && (
          <Fill
            text={words.messages.waiting}
            slots={{ time: <RelativeTime frame={frame} at={delivery.waitingSince} /> }}
          />
        )}
      </Muted>
      <ServiceAlarms frame={frame} alarms={operation.alarms} />
      <FailedMessages frame={frame} failures={delivery.failures} recent={failed} />
      <LostMessages frame={frame} letters={delivery.letters} />
      <WaitingOutboxes frame={frame} outboxes={operation.waiting} />
      <FormerKey frame={frame} keys={keys} rotation={operation.rotation} />
      <Restoring frame={frame} replay={operation.replay} begun={replayBegun} />
      <Versions frame={frame} delivery={delivery} operation={operation} />
    </StaffLayout>
  )
}

/** Those that are about sign-in and the limits lead there; PINs and thefts are told to organisations. */
const ELSEWHERE: AlarmKind[] = ['pins', 'thefts', 'guesses']

function ServiceAlarms({ frame, alarms }: { frame: Frame; alarms: Operation['alarms'] }) {
  if (alarms.length === 0) return null
  const words = frame.copy.abuse.alarms
  return (
    <Panel title={words.serviceTitle} lead={words.lead}>
      <AlarmList
        frame={frame}
        alarms={alarms.map(({ kind, count, since }) => ({
          ...{ tone: 'warning', ...words.kinds[kind](count), since },
          href: ELSEWHERE.includes(kind) ? null : PROTECTION_PATH,
        }))}
      />
    </Panel>
  )
}

function Versions(props: { frame: Frame; delivery: Delivery; operation: Operation }) {
  const { frame, delivery, operation } = props
  const { versions } = frame.copy.health
  const { rows } = operation
  const tables = rows
    ? Object.entries(versions.tables).map(([table, label]) => ({
        name: label,
        value: describeNumber(rows[table as keyof typeof rows], frame.locale),
      }))
    : []
  return (
    <Panel title={versions.title}>
      <Facts
        facts={[
          { name: versions.product, value: VERSION },
          { name: versions.migration, value: operation.migration ?? versions.unknown },
          { name: versions.objects, value: operation.objectStep },
          {
            name: versions.database,
            value:
              delivery.databaseBytes === null
                ? versions.unknown
                : describeBytes(delivery.databaseBytes, frame.locale),
          },
        ]}
      />
      {tables.length > 0 && (
        <>
          <Muted>{versions.rows}</Muted>
          <Facts facts={tables} />
        </>
      )}
    </Panel>
  )
}
