import type { ListedTemplate } from '../../../templates/index.ts'
import { Select } from '../../ui/controls.tsx'
import type { Frame } from '../../ui/frame.ts'
import { ActLink } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { FilterBar, Pager, RowTitle, Table } from '../../ui/table.tsx'
import { RelativeTime } from '../../ui/time.tsx'

export type DeviceTemplateListPageProps = {
  frame: Frame
  rows: ListedTemplate[]
  /** Ids of those that a device has, or had. */
  used: ReadonlySet<string>
  archived: boolean
  next: string | null
  later: boolean
  done: string | null
}

/** `/manage/device-templates`. */
export function DeviceTemplateListPage(props: DeviceTemplateListPageProps) {
  const { frame, archived } = props
  const words = frame.copy.deviceTemplates
  const { columns } = words.list
  const create = (
    <ActLink href="/manage/device-templates/new" weight="primary">
      {words.list.create}
    </ActLink>
  )
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="deviceTemplates"
      title={words.list.title}
      lead={words.list.lead}
      actions={create}
      done={props.done}
    >
      <FilterBar frame={frame} action="/manage/device-templates">
        <Select
          name="show"
          label={words.list.show}
          value={archived ? 'archived' : ''}
          options={[
            { value: '', label: words.list.inUse },
            { value: 'archived', label: words.list.archived },
          ]}
        />
      </FilterBar>
      <Table
        caption={words.list.caption}
        columns={[
          { label: columns.name },
          { label: columns.offered },
          { label: columns.devices, lesser: true },
          { label: columns.version, align: 'end', lesser: true },
          { label: columns.changed, lesser: true },
        ]}
        rows={props.rows.map((row) => rowOf(props, row))}
        empty={archived ? words.list.emptyArchived : words.list.empty}
      />
      <Pager
        frame={frame}
        path={archived ? '/manage/device-templates?show=archived' : '/manage/device-templates'}
        next={props.next}
        later={props.later}
      />
    </StaffLayout>
  )
}

function rowOf({ frame, used }: DeviceTemplateListPageProps, row: ListedTemplate) {
  const { list } = frame.copy.deviceTemplates
  const { platforms } = frame.copy
  return [
    <RowTitle
      href={`/manage/device-templates/${row.id}`}
      title={row.name}
      detail={platforms[row.platform].name}
    />,
    row.offeredFor.length > 0
      ? row.offeredFor.map((platform) => platforms[platform].name).join(', ')
      : list.notOffered,
    used.has(row.id) ? list.has : list.hasNone,
    row.version,
    <RelativeTime frame={frame} at={row.changedAt} />,
  ]
}
