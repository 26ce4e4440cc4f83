import type { Job, ListedItem } from '../../../invitations/index.ts'
import type { Page } from '../../../kernel/paging.ts'
import { Fill } from '../../ui/fill.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Heading } from '../../ui/people.tsx'
import { Progress } from '../../ui/progress.tsx'
import { LocalNav } from '../../ui/setup-nav.tsx'
import { ActLink, Acts, Panel } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Counts, Pager, RowTitle, Table } from '../../ui/table.tsx'
import { Muted, Stack } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { INVITATIONS_PATH, jobPath, listPath } from '../invitation-paths.ts'
import { personPath } from '../people-paths.ts'
import { personName } from '../person-names.ts'

export type InvitationJobProps = {
  frame: Frame
  job: Job
  /** Whose list is shown. */
  state: 'failed' | 'skipped'
  /** Null: nobody has that state. */
  items: Page<ListedItem> | null
  later: boolean
}

/** Step 3: how the sending goes. GET `/manage/invitations/jobs/<id>`. */
export function InvitationJobPage(props: InvitationJobProps) {
  const { frame, job } = props
  const { invitations } = frame.copy
  const words = invitations.sending.job
  const over = job.finishedAt !== null
  const none = job.channel === 'none'
  const settled = job.done + job.failed + job.skipped
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="invitations"
      title={over ? (none ? words.titleNoneDone : words.titleDone) : none ? words.titleNone : words.title}
      lead={over ? words.leadDone : words.lead}
      parent={{ href: INVITATIONS_PATH, label: invitations.title }}
    >
      <Panel>
        <Progress id="progress" label={words.progress} value={settled} max={job.total}>
          {words.of(settled, job.total)}
        </Progress>
        <Muted>
          <Times {...props} />
        </Muted>
        {!none && <Muted>{words.delivery}</Muted>}
        <Acts>
          <ActLink href={listPath({ jobId: job.id })} weight={over ? 'primary' : 'secondary'}>
            {words.show}
          </ActLink>
          {!over && <ActLink href={jobPath(job.id)}>{words.refresh}</ActLink>}
        </Acts>
      </Panel>
      <Counts
        items={[
          { label: words.counts.done, value: job.done, href: listPath({ jobId: job.id }) },
          { label: words.counts.waiting, value: job.total - settled },
          { label: words.counts.failed, value: job.failed },
          { label: words.counts.skipped, value: job.skipped },
        ]}
      />
      <Problems {...props} />
    </StaffLayout>
  )
}

function Times({ frame, job }: InvitationJobProps) {
  const words = frame.copy.invitations.sending.job
  const time = <RelativeTime frame={frame} at={job.createdAt} />
  return (
    <>
      <Fill text={words.started} slots={{ time, channel: words.byChannel[job.channel] }} />
      {job.finishedAt !== null && (
        <>
          {'. '}
          <Fill text={words.finished} slots={{ time: <RelativeTime frame={frame} at={job.finishedAt} /> }} />
        </>
      )}
      .
    </>
  )
}

/** Who got none, and why. */
function Problems({ frame, job, state, items, later }: InvitationJobProps) {
  const words = frame.copy.invitations.sending.job
  if (job.failed + job.skipped === 0) return null
  const here = (one: 'failed' | 'skipped') => `${jobPath(job.id)}?state=${one}`
  const both = job.failed > 0 && job.skipped > 0
  const caption = words.problems[state]
  return (
    <Stack gap="tight">
      <Heading>{caption}</Heading>
      {both && (
        <LocalNav
          label={caption}
          items={(['failed', 'skipped'] as const).map((one) => ({
            href: here(one),
            label: words.counts[one],
            current: one === state,
          }))}
        />
      )}
      <Table
        caption={caption}
        columns={[
          { label: words.columns.person },
          { label: words.columns.reason },
          { label: words.columns.when, lesser: true },
        ]}
        rows={(items?.rows ?? []).map(({ accountId, name, address, recipient, reason, changedAt }) => [
          <RowTitle
            href={personPath(accountId)}
            title={personName(frame.copy, { name, address })}
            detail={name === '' ? null : recipient || address}
          />,
          reason === null ? words.unknownReason : words.reasons[reason],
          <RelativeTime frame={frame} at={changedAt} />,
        ])}
        empty={words.none}
      />
      <Pager frame={frame} path={here(state)} next={items?.next ?? null} later={later} />
    </Stack>
  )
}
