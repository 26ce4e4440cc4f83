import type { KnownName } from '../../../accounts/index.ts'
import { ACTION_GROUPS, isAction } from '../../../audit/index.ts'
import type { Copy } from '../../../copy/index.ts'
import { type Option, Select } from '../../ui/controls.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field, Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Act, Acts, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { FilterBar } from '../../ui/table.tsx'
import { LinkList, Muted } from '../../ui/text.tsx'
import { addressOf, hasFilters, type TypedFilters } from '../audit-filters.ts'

export type FilterProps = {
  frame: Frame
  /** `/manage/audit` or `/supervise/audit`. */
  path: string
  /** What the address carries besides the filters: the organisation that a supervisor reads. */
  besides: Record<string, string>
  typed: TypedFilters
  /** What was typed to find a person. */
  search: string
  daysRefused: boolean
}

/** Person, device, kind and days. A person that is chosen stays until another is looked for. */
export function AuditFilterBar({ frame, path, besides, typed, search, daysRefused }: FilterProps) {
  const words = frame.copy.audit
  const filtered = hasFilters(typed) || search !== ''
  return (
    <FilterBar frame={frame} action={path} clear={filtered ? addressOf(path, NOTHING, besides) : null}>
      {Object.entries({ ...besides, account: typed.account, actor: typed.actor })
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <Hidden name={name} value={value} />
        ))}
      <Field
        name="person"
        label={words.filters.person}
        hint={words.filters.personHint}
        value={search}
        autocomplete="off"
        required={false}
        maxlength={120}
      />
      <Select
        name="kind"
        label={words.filters.kind}
        value={typed.kind}
        options={kindOptions(frame.copy, typed)}
      />
      <Field
        name="device"
        label={words.filters.device}
        value={typed.device}
        autocomplete="off"
        required={false}
        maxlength={64}
      />
      <DateField
        name="from"
        label={words.filters.from}
        value={typed.from}
        error={daysRefused ? words.days : null}
      />
      <DateField name="to" label={words.filters.to} value={typed.to} />
    </FilterBar>
  )
}

export const NOTHING: TypedFilters = { account: '', actor: '', device: '', kind: '', from: '', to: '' }

/** Groups, then what is looked for most; and an action that a link named. */
function kindOptions(copy: Copy, { kind }: TypedFilters): Option[] {
  const { all, groups, single } = copy.audit.kinds
  const options = [
    { value: '', label: all },
    ...ACTION_GROUPS.map((group) => ({ value: group, label: groups[group] })),
    ...Object.entries(single).map(([value, label]) => ({ value, label: `– ${label}` })),
  ]
  if (isAction(kind) && !options.some(({ value }) => value === kind))
    options.push({ value: kind, label: `– ${kind}` })
  return options
}

/** Whom a typed beginning may mean. */
export function PersonChoices(props: FilterProps & { choices: KnownName[] }) {
  const { frame, path, besides, typed, search, choices } = props
  const words = frame.copy.audit
  return (
    <Panel title={words.choose.title}>
      {choices.length === 0 ? (
        <Muted>{words.choose.none(search)}</Muted>
      ) : (
        <LinkList
          items={choices.map(({ id, name, address }) => ({
            href: addressOf(path, { ...typed, account: id, actor: '' }, besides),
            label: name || address,
            detail: name ? address : '',
          }))}
        />
      )}
      {choices.length >= 10 && <Muted>{words.choose.more}</Muted>}
    </Panel>
  )
}

/** The same list as a file. A POST, because taking it away is noted. */
export function ExportForm({ frame, path, besides, typed }: FilterProps) {
  const words = frame.copy.audit.export
  return (
    <Panel title={frame.copy.staff.export} lead={words.lead}>
      <StaffForm action={`${path}/export`}>
        {Object.entries({ ...besides, ...typed })
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <Hidden name={name} value={value} />
          ))}
        <Acts>
          <Act weight="secondary" name="format" value="csv">
            {words.csv}
          </Act>
          <Act weight="secondary" name="format" value="ndjson">
            {words.ndjson}
          </Act>
        </Acts>
      </StaffForm>
    </Panel>
  )
}
