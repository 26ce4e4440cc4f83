import type { Alarm } from '../../../challenges/index.ts'
import type { AlarmKind } from '../../../kernel/alarms.ts'
import { type Instant, toIso } from '../../../kernel/time.ts'
import { AlarmList, type ShownAlarm } from '../../ui/alarms.tsx'
import { Panel } from '../../ui/staff-form.tsx'
import type { OverviewPageProps } from './overview.tsx'
import { SETUP_PAGES } from './setup-layout.tsx'

/** Signs that somebody tries something: how often, since when, and what to do. Nothing where there is none. */
export function AlarmPanel(props: OverviewPageProps) {
  const { frame } = props
  const alarms = listAlarms(props)
  if (alarms.length === 0) return null
  const words = frame.copy.abuse.alarms
  return (
    <Panel title={words.title} lead={words.lead}>
      <AlarmList frame={frame} alarms={alarms} />
    </Panel>
  )
}

/** Where each is looked at. */
const PLACES: Partial<Record<AlarmKind, string>> = {
  codes: SETUP_PAGES.protection,
  people: SETUP_PAGES.protection,
  guesses: '/manage/accounts?sort=newest',
}

/** The gravest first. */
function listAlarms({ frame, overview }: OverviewPageProps): ShownAlarm[] {
  const { attention, look } = frame.copy.overview
  const { kinds } = frame.copy.abuse.alarms
  const { thefts, theftSince, pinLocks, lockedSince } = overview
  const auditOf = (kind: string, since: Instant) =>
    `/manage/audit?kind=${kind}&from=${toIso(since).slice(0, 10)}`
  const told = ({ kind, count, since }: Alarm): ShownAlarm => ({
    ...{ tone: 'warning', ...kinds[kind](count), since },
    href: PLACES[kind] ?? null,
  })
  return [
    ...(theftSince === null
      ? []
      : [
          {
            ...{ tone: 'bad' as const, ...attention.thefts(thefts), since: theftSince, act: look },
            href: auditOf('theft.suspected', overview.theftsSince),
          },
        ]),
    ...(lockedSince === null
      ? []
      : [
          {
            ...{ tone: 'warning' as const, ...attention.pins(pinLocks), since: lockedSince, act: look },
            href: auditOf('pin.locked', overview.pinsSince),
          },
        ]),
    ...overview.alarms.map(told),
  ]
}
