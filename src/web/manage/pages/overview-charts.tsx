import type { DeviceTotal } from '../../../devices/index.ts'
import { PLATFORMS } from '../../../kernel/platform.ts'
import { fillDays } from '../../ui/chart-rules.ts'
import { BarChart, DayChart, dayName, TableBehind } from '../../ui/charts.tsx'
import { Panel } from '../../ui/staff-form.tsx'
import { Empty } from '../../ui/table.tsx'
import { Address } from '../../ui/text.tsx'
import type { OverviewPageProps } from './overview.tsx'

/** How many of those who began came how far. */
export function Funnel({ frame, overview, period, setupUrl }: OverviewPageProps) {
  const { funnel: words, table } = frame.copy.overview
  const bars = overview.funnel.map(({ step, count }) => ({
    label: words.steps[step],
    value: count,
    text: String(count),
  }))
  const empty = bars.every(({ value }) => value === 0)
  return (
    <Panel title={words.title(period)} lead={words.lead}>
      {empty ? (
        <Empty>
          <p>{words.empty}</p>
          <Address href={setupUrl} />
        </Empty>
      ) : (
        <>
          <BarChart
            frame={frame}
            id="funnel"
            title={words.caption}
            describe={words.describe(bars.map(({ label, text }) => `${label} ${text}`).join(', '))}
            bars={bars}
          />
          <TableBehind
            summary={table}
            caption={words.caption}
            columns={words.columns}
            rows={bars.map(({ label, value }, index) => [
              label,
              value,
              shareOf(value, bars[index - 1]?.value),
            ])}
          />
        </>
      )}
    </Panel>
  )
}

/** More than 100 where a person got several codes; nothing to compare with at the first step. */
function shareOf(count: number, before: number | undefined): string {
  return before ? `${Math.round((count / before) * 100)} %` : '–'
}

export function ByPlatform({ frame, totals }: OverviewPageProps) {
  const { byPlatform: words, table } = frame.copy.overview
  const rows = PLATFORMS.map((platform) => ({
    name: frame.copy.platforms[platform].name,
    ...countStates(totals.filter((total) => total.platform === platform)),
  })).filter(({ active, pending, ended }) => active + pending + ended > 0)
  return (
    <Panel title={words.title} lead={words.lead}>
      {rows.length === 0 ? (
        <Empty>{words.empty}</Empty>
      ) : (
        <>
          <BarChart
            frame={frame}
            id="by-platform"
            title={words.title}
            describe={words.describe(
              rows
                .map(
                  ({ name, active, pending }) => `${name}${frame.copy.ui.colon}${words.bar(active, pending)}`,
                )
                .join('; '),
            )}
            bars={rows.map(({ name, active, pending }) => ({
              label: name,
              value: active,
              rest: pending,
              text: words.bar(active, pending),
            }))}
          />
          <TableBehind
            summary={table}
            caption={words.caption}
            columns={words.columns}
            rows={rows.map(({ name, active, pending, ended }) => [name, active, pending, ended])}
          />
        </>
      )}
    </Panel>
  )
}

function countStates(totals: DeviceTotal[]) {
  const sum = (some: DeviceTotal[]) => some.reduce((all, { count }) => all + count, 0)
  const active = sum(totals.filter(({ lifecycle }) => lifecycle === 'active'))
  const pending = sum(totals.filter(({ lifecycle }) => lifecycle === 'pending'))
  return { active, pending, ended: sum(totals) - active - pending }
}

export function ByDay({ frame, overview, period }: OverviewPageProps) {
  const { byDay: words, table } = frame.copy.overview
  const days = fillDays(overview.provisioned, overview.first, overview.last)
  const total = days.reduce((sum, { count }) => sum + count, 0)
  const most = days.reduce((one, other) => (other.count > one.count ? other : one), { day: 0, count: 0 })
  return (
    <Panel title={words.title(period)} lead={words.lead}>
      {total === 0 ? (
        <Empty>{words.empty}</Empty>
      ) : (
        <>
          <DayChart
            id="by-day"
            frame={frame}
            title={words.caption}
            describe={words.describe(words.noun(total), words.noun(most.count), dayName(frame, most.day))}
            days={days}
            noun={words.noun}
          />
          <TableBehind
            summary={table}
            caption={words.caption}
            columns={words.columns}
            rows={days.map(({ day, count }) => [dayName(frame, day), count])}
          />
        </>
      )}
    </Panel>
  )
}
