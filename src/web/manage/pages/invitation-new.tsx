import { PERSON_STATES, type PeopleList, type Person } from '../../../accounts/index.ts'
import { INVITE_MAX, type WhomFilter, type WhomProblem } from '../../../invitations/index.ts'
import { FileField, Select, TextArea } from '../../ui/controls.tsx'
import { Emphasised } from '../../ui/fill.tsx'
import { Field, Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { ActForm, ChoosableTitle, ChoosingForm, Lines } from '../../ui/people.tsx'
import { LocalNav } from '../../ui/setup-nav.tsx'
import { Act, Acts, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Badge, FilterBar, Pager, Table } from '../../ui/table.tsx'
import { Muted, Stack } from '../../ui/text.tsx'
import { INVITATIONS_PATH, NEW_INVITATIONS_PATH } from '../invitation-paths.ts'
import { type GivenProblem, WAYS, type Way, whomFilterFields } from '../invitation-whom.ts'
import { personPath } from '../people-paths.ts'
import { STATE_TONES, whoIs } from './people-words.ts'

/** Accounts to choose from, on the tab that shows them. */
export type Choosable = {
  filter: WhomFilter
  list: PeopleList
  /** Living devices by account. */
  devices: ReadonlyMap<string, number>
  later: boolean
}

export type NewInvitationProps = {
  frame: Frame
  way: Way
  /** What was typed or pasted. */
  text: string
  problem: GivenProblem | WhomProblem | null
  /** Null on the other tabs. */
  accounts: Choosable | null
}

/** Step 1: whom. GET `/manage/invitations/new?by=<way>`. */
export function NewInvitationPage(props: NewInvitationProps) {
  const { frame, way, problem } = props
  const words = frame.copy.invitations.sending
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="invitations"
      title={words.title}
      lead={words.lead}
      parent={{ href: INVITATIONS_PATH, label: frame.copy.invitations.title }}
      failed={problem === null ? false : 'said'}
    >
      {problem === 'setup_closed' && <Notice tone="error">{words.problems.setup_closed}</Notice>}
      <LocalNav
        label={words.parts}
        items={WAYS.map((one) => ({ href: wayPath(one), label: words.tabs[one], current: one === way }))}
      />
      {way === 'addresses' && <ByAddresses {...props} />}
      {way === 'csv' && <ByFile {...props} />}
      {way === 'accounts' && props.accounts && <ByAccounts {...props} accounts={props.accounts} />}
    </StaffLayout>
  )
}

export const wayPath = (way: Way) => `${NEW_INVITATIONS_PATH}?by=${way}`

function problemWords({ frame, problem }: NewInvitationProps): string | null {
  const words = frame.copy.invitations.sending
  if (problem === null || problem === 'setup_closed') return null
  if (problem === 'nobody') return words.accounts.nobody
  const says = words.problems[problem]
  return typeof says === 'function' ? says(INVITE_MAX) : says
}

function ByAddresses(props: NewInvitationProps) {
  const words = props.frame.copy.invitations.sending.addresses
  return (
    <StaffForm action={NEW_INVITATIONS_PATH} upload>
      <Hidden name="kind" value="addresses" />
      <Panel title={words.title} lead={words.lead}>
        <TextArea
          name="text"
          label={words.label}
          hint={words.hint}
          value={props.text}
          rows={8}
          mono
          error={problemWords(props)}
        />
        <Acts>
          <Act>{words.submit}</Act>
        </Acts>
      </Panel>
    </StaffForm>
  )
}

function ByFile(props: NewInvitationProps) {
  const { invitations, people } = props.frame.copy
  const words = invitations.sending.csv
  return (
    <>
      <StaffForm action={NEW_INVITATIONS_PATH} upload>
        <Hidden name="kind" value="csv" />
        <Panel title={words.title} lead={words.lead(INVITE_MAX)}>
          <FileField
            name="file"
            label={words.file}
            hint={words.fileHint}
            accept=".csv,text/csv,text/plain"
            error={problemWords(props)}
          />
          <TextArea name="text" label={words.paste} value={props.text} rows={6} mono />
          <Acts>
            <Act>{words.submit}</Act>
          </Acts>
        </Panel>
      </StaffForm>
      <Panel title={words.columns}>
        <Lines items={people.importing.columns.map((line) => <Emphasised text={line} />)} />
      </Panel>
    </>
  )
}

function ByAccounts(props: NewInvitationProps & { accounts: Choosable }) {
  const { frame, accounts } = props
  const { people, invitations } = frame.copy
  const words = invitations.sending.accounts
  const { filter, list, devices } = accounts
  const fields = whomFilterFields(filter)
  const here = `${NEW_INVITATIONS_PATH}?${new URLSearchParams([['by', 'accounts'], ...fields])}`
  const { rows, next } = list.page
  // Who has a device already is left out here; the next page goes on where this one ended.
  const shown = rows.filter(({ id }) => !filter.unprovisioned || (devices.get(id) ?? 0) === 0)
  const error = problemWords(props)
  return (
    <Stack>
      <Muted>{words.lead}</Muted>
      {error && <Notice tone="error">{error}</Notice>}
      <AccountFilters frame={frame} filter={filter} />
      <ChoosingForm
        action={NEW_INVITATIONS_PATH}
        legend={people.bulk.legend}
        acts={<Act>{words.submit}</Act>}
      >
        <Hidden name="kind" value="accounts" />
        <Table
          caption={words.caption}
          columns={[
            { label: words.columns.name },
            { label: words.columns.state },
            { label: words.columns.groups, lesser: true },
            { label: words.columns.devices, align: 'end' },
          ]}
          rows={shown.map((person) => accountCells(frame, person, devices.get(person.id) ?? 0))}
          empty={
            next
              ? people.list.cutShort
              : fields.length > 0 || accounts.later
                ? words.nothingFound
                : words.empty
          }
        />
      </ChoosingForm>
      <Pager frame={frame} path={here} next={next} later={accounts.later} />
      {shown.length > 0 && (
        <ActForm action={NEW_INVITATIONS_PATH}>
          <Hidden name="kind" value="filter" />
          {fields.map(([name, value]) => (
            <Hidden name={name} value={value} />
          ))}
          <Act weight="secondary">{words.all}</Act>
        </ActForm>
      )}
    </Stack>
  )
}

function AccountFilters({ frame, filter }: { frame: Frame; filter: WhomFilter }) {
  const { people, invitations, staff } = frame.copy
  const words = invitations.sending.accounts
  return (
    <FilterBar
      frame={frame}
      action={NEW_INVITATIONS_PATH}
      clear={whomFilterFields(filter).length > 0 ? wayPath('accounts') : null}
    >
      <Field name="q" label={words.search} value={filter.search} required={false} maxlength={120} />
      <Field name="group" label={words.group} value={filter.group ?? ''} required={false} maxlength={60} />
      <Select
        name="state"
        label={words.state}
        value={filter.state ?? ''}
        options={[
          { value: '', label: staff.all },
          ...PERSON_STATES.map((value) => ({ value, label: people.states[value] })),
        ]}
      />
      <Select
        name="unprovisioned"
        label={words.unprovisioned}
        value={filter.unprovisioned ? 'yes' : ''}
        options={[
          { value: '', label: words.unprovisionedAll },
          { value: 'yes', label: words.unprovisionedOnly },
        ]}
      />
      <Hidden name="by" value="accounts" />
    </FilterBar>
  )
}

function accountCells(frame: Frame, person: Person, devices: number) {
  const words = frame.copy.people
  return [
    <ChoosableTitle
      name="id"
      value={person.id}
      label={words.list.choose(whoIs(person))}
      href={personPath(person.id)}
      title={person.name || words.noName}
      detail={person.address}
    />,
    <Badge tone={STATE_TONES[person.state]}>{words.states[person.state]}</Badge>,
    person.groups.join(', '),
    devices,
  ]
}
