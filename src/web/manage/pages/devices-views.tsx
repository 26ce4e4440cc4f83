import type { Copy } from '../../../copy/index.ts'
import { type DeviceFilter, type DeviceView, VIEW_NAME_MAX } from '../../../devices/index.ts'
import type { FieldProblems } from '../../../kernel/fields.ts'
import { problemAt } from '../../ui/controls.tsx'
import { Field, Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { RowLink } from '../../ui/row-link.tsx'
import { Act, Acts, ConfirmPage, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { RowTitle, Table } from '../../ui/table.tsx'
import { Muted } from '../../ui/text.tsx'
import { DEVICES_PATH, filterFields, readFilter, VIEWS_PATH, viewPath } from '../device-paths.ts'

export type DeviceViewsProps = {
  frame: Frame
  views: DeviceView[]
  /** What would be saved. */
  filter: DeviceFilter
  name: string
  problems: FieldProblems
  done?: string | null
}

/** The manager's saved views, and the form that saves one. GET `/manage/devices/views?<filters>`. */
export function DeviceViewsPage(props: DeviceViewsProps) {
  const { frame, views, filter, problems } = props
  const { deviceList, staff } = frame.copy
  const words = deviceList.views
  const fields = filterFields(filter)
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="devices"
      title={words.label}
      lead={words.lead}
      parent={{ href: DEVICES_PATH, label: deviceList.title }}
      done={props.done ?? null}
      failed={Object.keys(problems).length > 0}
    >
      {fields.length > 0 && (
        <Panel title={words.save} lead={words.saveLead}>
          <StaffForm action={VIEWS_PATH}>
            {fields.map(([name, value]) => (
              <Hidden name={name} value={value} />
            ))}
            <Muted>
              {words.shows}
              {frame.copy.ui.colon}
              {describeFilter(frame.copy, filter)}
            </Muted>
            <Field
              name="name"
              label={words.name}
              value={props.name}
              maxlength={VIEW_NAME_MAX}
              autocomplete="off"
              error={problemAt(frame.copy, problems, 'name')}
            />
            <Acts>
              <Act>{staff.save}</Act>
            </Acts>
          </StaffForm>
        </Panel>
      )}
      <Table
        caption={words.label}
        columns={[
          { label: words.name },
          { label: words.shows, lesser: true },
          { label: staff.actions, silent: true },
        ]}
        rows={views.map(({ id, name, query }) => [
          <RowTitle href={viewPath(query)} title={name} />,
          describeFilter(frame.copy, readFilter(query)),
          <RowLink href={removeViewPath(id)} about={name}>
            {words.remove}
          </RowLink>,
        ])}
        empty={words.none}
      />
    </StaffLayout>
  )
}

/** Asks before a view goes. GET `/manage/devices/views/<id>/remove`. */
export function RemoveViewPage({ frame, view }: { frame: Frame; view: DeviceView }) {
  const words = frame.copy.deviceList.views
  return (
    <ConfirmPage
      frame={frame}
      area="manage"
      section="devices"
      parent={{ href: VIEWS_PATH, label: words.label }}
      cancel={VIEWS_PATH}
      title={words.removeTitle(view.name)}
      consequences={words.removeConsequences}
      action={removeViewPath(view.id)}
      act={words.removeAct}
    />
  )
}

const removeViewPath = (id: string) => `${VIEWS_PATH}/${encodeURIComponent(id)}/remove`

/** The filters in words: "Not responding, Android, “ada”, by name". */
function describeFilter(copy: Copy, filter: DeviceFilter): string {
  const { deviceList: words, platforms, ui } = copy
  const { search, status, platform, ownership, ownerId, reason, sort } = filter
  const told = [
    search && words.list.quoted(search),
    status && (status === 'ended' ? words.list.over : words.statuses[status]),
    reason && words.list.reasons[reason],
    platform && platforms[platform].name,
    ownership && `${words.list.columns.ownership}${ui.colon}${words.ownership[ownership]}`,
    ownerId && words.list.oneOwner,
    sort !== 'newest' && `${words.list.sort}${ui.colon}${words.list.sorts[sort]}`,
  ].filter(Boolean)
  return told.join(', ') || words.views.everything
}
