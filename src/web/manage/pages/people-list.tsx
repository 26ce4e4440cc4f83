import type { PeopleFilter, PeopleList, Person } from '../../../accounts/index.ts'
import { PERSON_FILTER_STATES, PERSON_ROLES } from '../../../accounts/index.ts'
import { PAGE_SIZE } from '../../../kernel/paging.ts'
import { Select } from '../../ui/controls.tsx'
import { Field, Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { ActForm, ActGroup, ChoosableTitle, ChoosingForm } from '../../ui/people.tsx'
import { Act, ActLink } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Badge, Counts, FilterBar, Pager, Table } from '../../ui/table.tsx'
import { Muted } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { filterFields, listPath, PEOPLE_PATH, personPath } from '../people-paths.ts'
import { ThrowAwayBadge } from './people-throw-away.tsx'
import { STATE_TONES, templateName, whoIs } from './people-words.ts'

export type PeopleListProps = {
  frame: Frame
  filter: PeopleFilter
  list: PeopleList
  /** Living devices by account. */
  devices: ReadonlyMap<string, number>
  /** Not the first page. */
  later: boolean
  done?: string | null
  /** What could not be done, in words. */
  trouble?: string | null
  /** The group that was typed when something kept it from being given. */
  typedGroup?: string
}

/** Everybody of the organisation. GET `/manage/accounts`, with the filters in the address. */
export function PeopleListPage(props: PeopleListProps) {
  const { frame, filter, list, later } = props
  const words = frame.copy.people
  const here = listPath(filter)
  const { rows, next } = list.page
  const filtered = filterFields(filter).length > 0
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="people"
      title={words.title}
      lead={words.lead}
      done={props.done ?? null}
      actions={
        <>
          <ActLink href={`${PEOPLE_PATH}/import`}>{words.import}</ActLink>
          <ActLink href={`${PEOPLE_PATH}/new`} weight="primary">
            {words.add}
          </ActLink>
        </>
      }
    >
      {props.trouble && <Notice tone="warning">{props.trouble}</Notice>}
      {list.counts && <StateCounts frame={frame} counts={list.counts} />}
      <Filters {...props} />
      {filter.search !== '' && filter.sort !== 'newest' && <Muted>{words.list.searched}</Muted>}
      {filter.state === 'unapproved' && rows.length > 0 && (
        <ActLink href={`${PEOPLE_PATH}/approve-all`}>{words.approveAll.link}</ActLink>
      )}
      <ChoosingForm
        action={`${PEOPLE_PATH}/bulk`}
        legend={words.bulk.legend}
        acts={<BulkActs frame={frame} templates={list.templates} typedGroup={props.typedGroup ?? ''} />}
      >
        <Hidden name="back" value={here.slice(PEOPLE_PATH.length)} />
        <Table
          caption={words.list.caption}
          columns={[
            { label: words.list.columns.name },
            { label: words.list.columns.state },
            { label: words.list.columns.role, lesser: true, steady: true },
            { label: words.list.columns.template, lesser: true },
            { label: words.list.columns.groups, lesser: true },
            { label: words.list.columns.devices, align: 'end' },
            { label: words.list.columns.registered, lesser: true, steady: true },
          ]}
          rows={rows.map((person) => personCells(props, person))}
          empty={next ? words.list.cutShort : filtered || later ? words.list.nothingFound : words.list.empty}
        />
      </ChoosingForm>
      {next && rows.length > 0 && rows.length < PAGE_SIZE && <Muted>{words.list.cutShort}</Muted>}
      <Pager frame={frame} path={here} next={next} later={later} />
      {rows.length > 0 && (
        <ActForm action={`${PEOPLE_PATH}/export`}>
          {filterFields(filter).map(([name, value]) => (
            <Hidden name={name} value={value} />
          ))}
          <Act weight="secondary">{words.export}</Act>
        </ActForm>
      )}
    </StaffLayout>
  )
}

function StateCounts({ frame, counts }: { frame: Frame; counts: NonNullable<PeopleList['counts']> }) {
  const words = frame.copy.people
  return (
    <Counts
      items={(['unapproved', 'invited', 'disabled'] as const).map((state) => ({
        label: words.states[state],
        value: words.counted(counts[state].count, counts[state].more),
        href: `${PEOPLE_PATH}?state=${state}`,
      }))}
    />
  )
}

function Filters({ frame, filter, list }: PeopleListProps) {
  const { people: words, staff } = frame.copy
  const all = { value: '', label: staff.all }
  return (
    <FilterBar
      frame={frame}
      action={PEOPLE_PATH}
      clear={filterFields(filter).length > 0 ? PEOPLE_PATH : null}
    >
      <Field name="q" label={words.list.search} value={filter.search} required={false} maxlength={120} />
      <Select
        name="state"
        label={words.list.columns.state}
        value={filter.state ?? ''}
        options={[
          all,
          ...PERSON_FILTER_STATES.map((value) => ({
            value,
            label: value === 'leaving' ? frame.copy.myData.people.filter : words.states[value],
          })),
        ]}
      />
      <Select
        name="role"
        label={words.list.columns.role}
        value={filter.role ?? ''}
        options={[all, ...PERSON_ROLES.map((value) => ({ value, label: words.roles[value] }))]}
      />
      <Select
        name="template"
        label={words.list.columns.template}
        value={filter.templateId ?? ''}
        options={[
          all,
          ...list.templates.map(({ id }) => ({
            value: id,
            label: templateName(frame.copy, list.templates, id),
          })),
        ]}
      />
      <Field
        name="group"
        label={words.list.group}
        value={filter.group ?? ''}
        required={false}
        maxlength={60}
      />
      <Select
        name="sort"
        label={words.list.sort}
        value={filter.sort}
        options={(['newest', 'name', 'address'] as const).map((value) => ({
          value,
          label: words.list.sorts[value],
        }))}
      />
    </FilterBar>
  )
}

function personCells({ frame, list, devices }: PeopleListProps, person: Person) {
  const words = frame.copy.people
  // Found by an address that mail no longer goes to: say which.
  const other = person.matched !== '' && person.matched !== person.address
  return [
    <ChoosableTitle
      name="id"
      value={person.id}
      label={words.list.choose(whoIs(person))}
      href={personPath(person.id)}
      title={person.name || words.noName}
      detail={other ? `${person.address}, ${person.matched}` : person.address}
    />,
    <>
      <Badge tone={STATE_TONES[person.state]}>{words.states[person.state]}</Badge>
      {person.deletionAskedAt !== null && (
        <>
          {' '}
          <Badge tone="warning">{frame.copy.myData.people.badge}</Badge>
        </>
      )}
      <ThrowAwayBadge frame={frame} address={person.address} />
    </>,
    words.roles[person.role],
    templateName(frame.copy, list.templates, person.templateId),
    person.groups.join(', '),
    devices.get(person.id) ?? 0,
    <RelativeTime frame={frame} at={person.createdAt} />,
  ]
}

function BulkActs(props: { frame: Frame; templates: PeopleList['templates']; typedGroup: string }) {
  const { frame, templates } = props
  const { bulk } = frame.copy.people
  const act = (value: string, label: string) => (
    <Act weight="secondary" name="act" value={value}>
      {label}
    </Act>
  )
  return (
    <>
      {/* First, because Enter in its field presses the first button of the form. */}
      <ActGroup>
        <Field
          name="to_group"
          label={bulk.group}
          value={props.typedGroup}
          required={false}
          maxlength={60}
          autocomplete="off"
        />
        {act('add_group', bulk.addGroup)}
        {act('remove_group', bulk.removeGroup)}
      </ActGroup>
      <ActGroup>
        <Select
          name="to_template"
          label={bulk.template}
          value=""
          options={templates
            .filter(({ archivedAt }) => archivedAt === null)
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
        {act('template', bulk.setTemplate)}
      </ActGroup>
      {act('invite', bulk.invite)}
      {act('approve', bulk.approve)}
      {act('enable', bulk.enable)}
      {act('disable', bulk.disable)}
    </>
  )
}
