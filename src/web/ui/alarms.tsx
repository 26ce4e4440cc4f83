import type { Instant } from '../../kernel/time.ts'
import { Attention } from './charts.tsx'
import { Fill } from './fill.tsx'
import type { Frame } from './frame.ts'
import { RelativeTime } from './time.tsx'

/** Something that was noticed, with what to do about it. */
export type ShownAlarm = {
  tone: 'bad' | 'warning'
  title: string
  detail: string
  since: Instant
  href: string | null
  act: string
}

/** Alarms below one another, each with when it began. */
export function AlarmList({ frame, alarms }: { frame: Frame; alarms: ShownAlarm[] }) {
  const { since: words } = frame.copy.abuse.alarms
  return (
    <Attention
      items={alarms.map(({ detail, since, ...alarm }) => ({
        ...alarm,
        detail: (
          <>
            {detail} <Fill text={words} slots={{ time: <RelativeTime frame={frame} at={since} /> }} />
          </>
        ),
      }))}
    />
  )
}
