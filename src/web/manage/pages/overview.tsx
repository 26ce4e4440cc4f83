import type { DeviceTotal } from '../../../devices/index.ts'
import { NOBODY_YET, type Organisation } from '../../../organisations/index.ts'
import { type Overview, PERIODS, type Period } from '../../../registration/index.ts'
import { CheckList, Periods } from '../../ui/charts.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Panel } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Counts } from '../../ui/table.tsx'
import { filteredPath } from '../device-paths.ts'
import { AlarmPanel } from './overview-alarms.tsx'
import { AttentionPanel } from './overview-attention.tsx'
import { ByDay, ByPlatform, Funnel } from './overview-charts.tsx'
import { SETUP_PAGES } from './setup-layout.tsx'

export type OverviewPageProps = {
  frame: Frame
  organisation: Pick<Organisation, 'slug' | 'emailRule' | 'accountTemplateId' | 'setupOpen' | 'terms'>
  serviceEnabled: boolean
  /** Where people register. */
  setupUrl: string
  period: Period
  overview: Overview
  totals: DeviceTotal[]
}

/** Where managers begin: what needs them, what is in use, how registration fares. GET `/manage?days=30`. */
export function OverviewPage(props: OverviewPageProps) {
  const { frame, period, overview, totals } = props
  const words = frame.copy.overview
  const count = (lifecycle: DeviceTotal['lifecycle']) =>
    totals.reduce((sum, total) => (total.lifecycle === lifecycle ? sum + total.count : sum), 0)
  const step = (name: string) => overview.funnel.find((one) => one.step === name)?.count ?? 0
  const starting = isStarting(props)
  return (
    <StaffLayout frame={frame} area="manage" section="overview" title={words.title}>
      {starting && <FirstSteps {...props} />}
      <AlarmPanel {...props} />
      <AttentionPanel {...props} starting={starting} />
      <Counts
        items={[
          { label: words.counts.active, value: count('active'), href: filteredPath({ status: 'active' }) },
          { label: words.counts.pending, value: count('pending'), href: filteredPath({ status: 'pending' }) },
          ...(count('invited') > 0
            ? [
                {
                  label: words.counts.invited,
                  value: count('invited'),
                  href: filteredPath({ status: 'invited' }),
                },
              ]
            : []),
          { label: words.counts.people(period), value: step('account.registered') },
          { label: words.counts.provisioned(period), value: step('device.provisioned') },
        ]}
      />
      <Periods
        label={words.period.label}
        periods={PERIODS.map((days) => ({
          href: `/manage?days=${days}`,
          label: words.period.days(days),
          current: days === period,
        }))}
      />
      <Funnel {...props} />
      <ByPlatform {...props} />
      <ByDay {...props} />
    </StaffLayout>
  )
}

/** Until everything that a registration needs is there and the first device was set up. */
function isStarting({ organisation, overview, totals }: OverviewPageProps): boolean {
  const ready =
    organisation.accountTemplateId !== null && overview.platforms.length > 0 && hasRule(organisation)
  return !ready || !hasDevices(totals)
}

/** A slot is no device yet: nobody has set one up. */
const hasDevices = (totals: DeviceTotal[]) => totals.some(({ platform }) => platform !== 'any')

/** Whether somebody has said who may register: a new organisation's rule accepts nobody. */
function hasRule({ emailRule }: OverviewPageProps['organisation']): boolean {
  return emailRule !== '' && emailRule !== NOBODY_YET
}

function FirstSteps({ frame, organisation, overview, totals, setupUrl }: OverviewPageProps) {
  const words = frame.copy.overview.start
  const item = (told: { label: string; detail: string }, done: boolean, href: string) => ({
    ...told,
    done,
    href,
    state: done ? words.done : words.open,
  })
  return (
    <Panel title={words.title} lead={words.lead}>
      <CheckList
        items={[
          item(words.rule, hasRule(organisation), SETUP_PAGES.addresses),
          item(words.accountTemplate, organisation.accountTemplateId !== null, '/manage/account-templates'),
          item(words.deviceTemplate, overview.hasTemplates, '/manage/device-templates'),
          item(words.platforms, overview.platforms.length > 0, SETUP_PAGES.devices),
          item(words.terms, organisation.terms !== null, SETUP_PAGES.people),
          item(words.attempt, hasDevices(totals), setupUrl),
        ]}
      />
    </Panel>
  )
}
