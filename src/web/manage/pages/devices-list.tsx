import {
  DEVICE_SORTS,
  DEVICE_STATUSES,
  type DeviceFilter,
  type DeviceListRead,
  type DeviceRow,
} from '../../../devices/index.ts'
import { OWNERSHIPS } from '../../../kernel/ownership.ts'
import { PAGE_SIZE } from '../../../kernel/paging.ts'
import { PLATFORMS } from '../../../kernel/platform.ts'
import { Select } from '../../ui/controls.tsx'
import { DeviceTitle, OwnerLink, SavedViews, StateWithReason } from '../../ui/device-list.tsx'
import { Field, Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { LiveRow, LiveTable } from '../../ui/live-table.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ActForm, ChoosingForm } from '../../ui/people.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { Act, ActLink } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Counts, FilterBar, Pager } from '../../ui/table.tsx'
import { Muted } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import {
  changesPath,
  DEVICES_PATH,
  devicePath,
  filteredPath,
  filterFields,
  listPath,
  saveViewPath,
  VIEWS_PATH,
  viewPath,
} from '../device-paths.ts'
import { NEW_INVITATIONS_PATH } from '../invitation-paths.ts'
import { personPath } from '../people-paths.ts'
import { isForgotten, personName } from '../person-names.ts'
import {
  deviceDetail,
  deviceName,
  isSlot,
  type SlotInvitations,
  StatusBadge,
  StatusReason,
} from './devices-words.tsx'

export type DeviceListProps = {
  frame: Frame
  filter: DeviceFilter
  list: DeviceListRead
  slots: SlotInvitations
  /** Not the first page. */
  later: boolean
  done?: string | null
  /** What could not be done, in words. */
  trouble?: string | null
}

/** Every device and every slot of the organisation. GET `/manage/devices`, with the filters in the address. */
export function DeviceListPage(props: DeviceListProps) {
  const { frame, filter, list, later } = props
  const words = frame.copy.deviceList
  const here = listPath(filter)
  const { rows, next } = list.page
  const filtered = filterFields(filter).length > 0
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="devices"
      title={words.title}
      lead={words.lead}
      done={props.done ?? null}
      actions={<ActLink href={NEW_INVITATIONS_PATH}>{words.list.invite}</ActLink>}
      scripts={['live-list']}
    >
      {props.trouble && <Notice tone="warning">{props.trouble}</Notice>}
      {list.counts && <StatusCounts frame={frame} counts={list.counts} />}
      <Views {...props} />
      <Filters {...props} />
      {filter.search !== '' && filter.sort !== 'name' && <Muted>{words.list.searched}</Muted>}
      <ChoosingForm
        action={`${DEVICES_PATH}/bulk`}
        legend={words.bulk.legend}
        acts={
          <>
            <Act weight="secondary" name="act" value="renew">
              {words.bulk.renew}
            </Act>
            <Act weight="danger" name="act" value="delete">
              {words.bulk.delete}
            </Act>
          </>
        }
      >
        <Hidden name="back" value={here.slice(DEVICES_PATH.length)} />
        <LiveTable
          caption={words.list.caption}
          columns={columnsOf(frame)}
          rows={rows.map((device) => (
            <DeviceLine frame={frame} filter={filter} device={device} slots={props.slots} />
          ))}
          empty={next ? words.list.cutShort : filtered || later ? words.list.nothingFound : words.list.empty}
          poll={{
            address: changesPath(filter),
            since: frame.now,
            one: words.list.changedOne,
            many: words.list.changedMany,
            known: later || (next !== null && (filter.sort !== 'newest' || filter.search !== '')),
            whole: !later && next === null,
          }}
        />
      </ChoosingForm>
      {next && rows.length > 0 && rows.length < PAGE_SIZE && <Muted>{words.list.cutShort}</Muted>}
      <Pager frame={frame} path={here} next={next} later={later} />
      {rows.length > 0 && (
        <ActForm action={`${DEVICES_PATH}/export`}>
          {filterFields(filter).map(([name, value]) => (
            <Hidden name={name} value={value} />
          ))}
          <Act weight="secondary">{words.export}</Act>
        </ActForm>
      )}
    </StaffLayout>
  )
}

function columnsOf({ copy }: Frame) {
  const { columns } = copy.deviceList.list
  return [
    { label: columns.device },
    { label: columns.owner, lesser: true },
    { label: columns.ownership, lesser: true },
    { label: columns.state },
    { label: columns.seen, lesser: true, steady: true },
  ]
}

/** One line of the list: of the page, and of what the page asks for while it is looked at. */
export function DeviceLine(
  props: Pick<DeviceListProps, 'frame' | 'filter' | 'slots'> & { device: DeviceRow },
) {
  const { frame, device } = props
  const words = frame.copy.deviceList
  const title = deviceName(frame.copy, device)
  const told = { frame, device, slot: props.slots.get(device.invitationId ?? '') }
  const owner = personName(frame.copy, device.owner)
  return (
    <LiveRow
      id={device.id}
      at={rankOf(props.filter, device)}
      columns={columnsOf(frame)}
      cells={[
        <DeviceTitle
          id={device.id}
          label={words.list.choose(title)}
          href={devicePath(device.id)}
          platform={device.platform}
          title={title}
          detail={deviceDetail(frame.copy, device)}
          owner={isSlot(device) ? '' : owner}
        />,
        isForgotten(device.owner) ? owner : <OwnerLink href={personPath(device.owner.id)}>{owner}</OwnerLink>,
        isSlot(device) ? '' : words.ownership[device.ownership],
        <StateWithReason badge={<StatusBadge {...told} />}>
          <StatusReason {...told} />
        </StateWithReason>,
        isSlot(device) ? (
          ''
        ) : device.lastSeenAt === null ? (
          words.list.never
        ) : (
          <RelativeTime frame={frame} at={device.lastSeenAt} />
        ),
      ]}
    />
  )
}

/** Above every time. */
const FIRST = 1e14

/** Where a line stands among the others, falling: what does not respond comes first, then the newest. */
function rankOf({ search, sort }: DeviceFilter, { status, registeredAt }: DeviceRow): number | null {
  if (search !== '' || sort !== 'newest') return null
  return status === 'unresponsive' ? FIRST + registeredAt : registeredAt
}

function StatusCounts({ frame, counts }: { frame: Frame; counts: NonNullable<DeviceListRead['counts']> }) {
  const words = frame.copy.deviceList
  const one = (
    status: 'unresponsive' | 'pending' | 'active' | 'invited' | 'ended',
    value: string | number,
  ) => ({
    label: words.counts[status],
    value,
    href: filteredPath({ status }),
  })
  return (
    <Counts
      items={[
        one('unresponsive', words.counted(counts.unresponsive, counts.unresponsiveMore)),
        one('pending', counts.pending),
        one('active', counts.active),
        one('invited', counts.invited),
        one('ended', counts.retired + counts.wiped + counts.replaced + counts.deleted),
      ]}
    />
  )
}

/** Views that the manager saved, and the way to save the present one. */
function Views({ frame, filter, list }: DeviceListProps) {
  const words = frame.copy.deviceList.views
  const here = listPath(filter)
  const filtered = filterFields(filter).length > 0
  if (!filtered && list.views.length === 0) return null
  const views = list.views.map(({ name, query }) => ({
    href: viewPath(query),
    name,
    current: viewPath(query) === here,
  }))
  return (
    <SavedViews
      label={words.label}
      views={[{ href: DEVICES_PATH, name: words.all, current: !filtered }, ...views]}
    >
      {filtered && !views.some(({ current }) => current) && (
        <RowLink href={saveViewPath(filter)} about="">
          {words.save}
        </RowLink>
      )}
      {list.views.length > 0 && (
        <RowLink href={VIEWS_PATH} about="">
          {words.manage}
        </RowLink>
      )}
    </SavedViews>
  )
}

function Filters({ frame, filter }: DeviceListProps) {
  const { deviceList: words, staff, platforms } = frame.copy
  const all = { value: '', label: staff.all }
  return (
    <FilterBar
      frame={frame}
      action={DEVICES_PATH}
      clear={filterFields(filter).length > 0 ? DEVICES_PATH : null}
    >
      <Field name="q" label={words.list.search} value={filter.search} required={false} maxlength={120} />
      <Select
        name="status"
        label={words.list.columns.state}
        value={filter.status ?? ''}
        options={[
          { value: '', label: words.list.notOver },
          ...DEVICE_STATUSES.map((value) => ({ value, label: words.statuses[value] })),
          { value: 'ended', label: words.list.over },
        ]}
      />
      <Select
        name="platform"
        label={words.list.platform}
        value={filter.platform ?? ''}
        options={[all, ...PLATFORMS.map((value) => ({ value, label: platforms[value].name }))]}
      />
      <Select
        name="ownership"
        label={words.list.columns.ownership}
        value={filter.ownership ?? ''}
        options={[all, ...OWNERSHIPS.map((value) => ({ value, label: words.ownership[value] }))]}
      />
      <Select
        name="sort"
        label={words.list.sort}
        value={filter.sort}
        options={DEVICE_SORTS.map((value) => ({ value, label: words.list.sorts[value] }))}
      />
      {filter.ownerId !== null && <Hidden name="owner" value={filter.ownerId} />}
      {filter.reason !== null && <Hidden name="reason" value={filter.reason} />}
    </FilterBar>
  )
}
