import type { Change } from '../../../audit/index.ts'
import type { TemplateVersion } from '../../../templates/index.ts'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { Act, ActLink, Acts, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Pager, RowTitle, Table } from '../../ui/table.tsx'
import { Points } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { describeChange } from './device-template-changes.ts'

type Template = { id: string; name: string; version: number }

export type DeviceTemplateHistoryPageProps = {
  frame: Frame
  template: Template
  rows: TemplateVersion[]
  next: string | null
  later: boolean
}

/** How many changes of a version are told in the list. */
const CHANGES_SHOWN = 8

/** `/manage/device-templates/:id/history`: who changed what, and the way back. */
export function DeviceTemplateHistoryPage(props: DeviceTemplateHistoryPageProps) {
  const { frame, template } = props
  const { history } = frame.copy.deviceTemplates
  const { columns } = history
  const path = `/manage/device-templates/${template.id}`
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="deviceTemplates"
      title={history.title}
      parent={{ href: path, label: template.name }}
    >
      <Table
        caption={history.caption}
        columns={[{ label: columns.version }, { label: columns.what }, { label: columns.act, silent: true }]}
        rows={props.rows.map((row) => [
          <RowTitle
            title={frame.copy.deviceTemplates.edit.version(row.version)}
            detail={
              <>
                {authorOf(frame, row)}, <RelativeTime frame={frame} at={row.at} />
              </>
            }
          />,
          <Points items={changesOf(frame, row.changes)} />,
          row.version === template.version ? (
            history.current
          ) : (
            <ActLink href={`${path}/history/${row.version}`}>{history.restore(row.version)}</ActLink>
          ),
        ])}
        empty={history.empty}
      />
      <Pager frame={frame} path={`${path}/history`} next={props.next} later={props.later} />
    </StaffLayout>
  )
}

function authorOf(frame: Frame, { author }: TemplateVersion): string {
  const { history } = frame.copy.deviceTemplates
  return author.name ?? (author.kind === 'system' ? history.system : history.nobody)
}

function changesOf(frame: Frame, changes: Change[] | null): string[] {
  const words = frame.copy.deviceTemplates
  if (!changes) return [words.history.firstKnown]
  const told = changes.slice(0, CHANGES_SHOWN).map((change) => describeChange(words, change))
  const left = changes.length - told.length
  return left > 0 ? [...told, words.history.more(left)] : told
}

export type DeviceTemplateRestorePageProps = {
  frame: Frame
  template: Template
  version: number
  changes: Change[]
  /** It was tried and cannot be. */
  lost: boolean
}

/** `/manage/device-templates/:id/history/:version`: what going back would change. */
export function DeviceTemplateRestorePage({
  frame,
  template,
  version,
  changes,
  lost,
}: DeviceTemplateRestorePageProps) {
  const words = frame.copy.deviceTemplates
  const { history } = words
  const path = `/manage/device-templates/${template.id}/history`
  const told = changes.map((change) => describeChange(words, change))
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="deviceTemplates"
      title={history.restore(version)}
      lead={history.restoreLead}
      parent={{ href: path, label: history.title }}
      failed={lost && 'said'}
    >
      {lost && (
        <Notice tone="error" title={history.lostTitle}>
          {history.lost}
        </Notice>
      )}
      <Panel title={history.restoreChanges}>
        <Points items={told.length > 0 ? told : [history.same]} />
        <StaffForm action={`${path}/${version}`}>
          <Acts>
            {told.length > 0 && !lost && <Act>{history.restore(version)}</Act>}
            <ActLink href={path}>{frame.copy.staff.cancel}</ActLink>
          </Acts>
        </StaffForm>
      </Panel>
    </StaffLayout>
  )
}
