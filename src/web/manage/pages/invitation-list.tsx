import {
  INVITATION_STATUSES,
  type InvitationFilter,
  type Job,
  type ListedInvitation,
  type StatusCounts,
} from '../../../invitations/index.ts'
import { PAGE_SIZE, type Page } from '../../../kernel/paging.ts'
import { Select } from '../../ui/controls.tsx'
import { Fill } from '../../ui/fill.tsx'
import { Field } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { LiveTable } from '../../ui/live-table.tsx'
import { MoreLink } from '../../ui/people.tsx'
import { Progress } from '../../ui/progress.tsx'
import { ActLink, Panel } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Counts, Empty, FilterBar, Pager } from '../../ui/table.tsx'
import { Muted } from '../../ui/text.tsx'
import { describeExact, RelativeTime } from '../../ui/time.tsx'
import {
  filterFields,
  INVITATIONS_PATH,
  jobPath,
  listPath,
  NEW_INVITATIONS_PATH,
} from '../invitation-paths.ts'
import { InvitationRow, invitationColumns } from './invitation-row.tsx'

export type InvitationListProps = {
  frame: Frame
  filter: InvitationFilter
  page: Page<ListedInvitation>
  /** Only on the first page of the whole list. */
  counts: StatusCounts | null
  /** The newest bulk sends. */
  jobs: Job[]
  /** Not the first page. */
  later: boolean
}

/** Everybody who was invited, and how far it has come. GET `/manage/invitations`. */
export function InvitationListPage(props: InvitationListProps) {
  const { frame, filter, page, later } = props
  const words = frame.copy.invitations
  const here = listPath(filter)
  const filtered = filterFields(filter).length > 0
  const { rows, next } = page
  const nobody = rows.length === 0 && !filtered && !later
  const inOrder = filter.search === ''
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="invitations"
      title={words.title}
      lead={words.lead}
      actions={
        <ActLink href={NEW_INVITATIONS_PATH} weight="primary">
          {words.invite}
        </ActLink>
      }
      scripts={['live-list']}
    >
      {!filtered && !later && <RunningJobs {...props} />}
      {nobody ? (
        <Empty>
          <p>
            {words.list.empty} {words.list.emptyHint}
          </p>
        </Empty>
      ) : (
        <>
          {props.counts && <StatusCountsLine frame={frame} counts={props.counts} />}
          <Filters {...props} />
          <LiveTable
            caption={words.list.caption}
            columns={invitationColumns(frame)}
            rows={rows.map((invitation) => <InvitationRow frame={frame} invitation={invitation} />)}
            empty={next ? words.list.cutShort : words.list.nothingFound}
            poll={{
              address: listPath(filter, `${INVITATIONS_PATH}/changes`),
              since: frame.now,
              ...words.list.live,
              known: later || !inOrder,
              whole: !later && next === null,
            }}
          />
          {next && rows.length > 0 && rows.length < PAGE_SIZE && <Muted>{words.list.cutShort}</Muted>}
          <Pager frame={frame} path={here} next={next} later={later} />
        </>
      )}
    </StaffLayout>
  )
}

function RunningJobs({ frame, jobs }: InvitationListProps) {
  const words = frame.copy.invitations.jobs
  const running = jobs.filter(({ finishedAt }) => finishedAt === null)
  if (running.length === 0) return null
  return (
    <Panel title={words.title}>
      {running.map(({ id, total, done, failed, skipped, createdAt }) => {
        const settled = done + failed + skipped
        return (
          <div>
            <Progress
              id={`progress-${id}`}
              label={words.progress(settled, total)}
              value={settled}
              max={total}
            >
              <Fill text={words.started} slots={{ time: <RelativeTime frame={frame} at={createdAt} /> }} />
            </Progress>
            <MoreLink href={jobPath(id)}>{words.follow}</MoreLink>
          </div>
        )
      })}
    </Panel>
  )
}

function StatusCountsLine({ frame, counts }: { frame: Frame; counts: StatusCounts }) {
  const words = frame.copy.invitations
  return (
    <Counts
      items={(['delivery_failed', 'sending', 'sent', 'opened', 'accepted'] as const).map((status) => ({
        label: words.statuses[status],
        value: words.counted(counts[status].count, counts[status].more),
        href: listPath({ status }),
      }))}
    />
  )
}

function Filters({ frame, filter, jobs }: InvitationListProps) {
  const { invitations: words, staff } = frame.copy
  const all = { value: '', label: staff.all }
  const known = jobs.some(({ id }) => id === filter.jobId)
  const options = jobs.map(({ id, createdAt, total }) => ({
    value: id,
    label: words.list.oneJob(describeExact(createdAt, frame.locale), total),
  }))
  return (
    <FilterBar
      frame={frame}
      action={INVITATIONS_PATH}
      clear={filterFields(filter).length > 0 ? INVITATIONS_PATH : null}
    >
      <Field name="q" label={words.list.search} value={filter.search} required={false} maxlength={120} />
      <Select
        name="status"
        label={words.list.status}
        value={filter.status ?? ''}
        options={[all, ...INVITATION_STATUSES.map((value) => ({ value, label: words.statuses[value] }))]}
      />
      {(jobs.length > 0 || filter.jobId !== null) && (
        <Select
          name="job"
          label={words.list.job}
          value={filter.jobId ?? ''}
          options={[
            all,
            ...options,
            ...(filter.jobId !== null && !known ? [{ value: filter.jobId, label: words.list.olderJob }] : []),
          ]}
        />
      )}
    </FilterBar>
  )
}
