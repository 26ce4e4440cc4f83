import type { AddRefusal, PersonForm, PersonRead, TemplateChoice } from '../../../accounts/index.ts'
import { PERSON_ROLES } from '../../../accounts/index.ts'
import type { FieldProblems } from '../../../kernel/fields.ts'
import { FieldRow, problemAt, Select } from '../../ui/controls.tsx'
import { Field } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { LANGUAGE_OPTIONS } from '../../ui/languages.tsx'
import { MoreLink } from '../../ui/people.tsx'
import { Act, ActLink, Acts, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { PEOPLE_PATH, personPath } from '../people-paths.ts'
import { templateName, whoIs } from './people-words.ts'

type Common = { frame: Frame; form: PersonForm; templates: TemplateChoice[]; problems: FieldProblems }

export type NewPersonProps = Omit<Common, 'form'> & {
  form: PersonForm & { address: string; role: string }
  takenBy: AddRefusal['takenBy']
}

/** Somebody is added by hand. `/manage/accounts/new`. */
export function NewPersonPage(props: NewPersonProps) {
  const { frame, form, problems } = props
  const { people: words, staff } = frame.copy
  const taken = problems.address?.code === 'taken'
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="people"
      title={words.form.newTitle}
      lead={words.form.newLead}
      parent={{ href: PEOPLE_PATH, label: words.title }}
      failed={Object.keys(problems).length > 0}
    >
      <StaffForm action={`${PEOPLE_PATH}/new`}>
        <Panel>
          <Field
            name="address"
            type="email"
            label={words.form.address}
            hint={words.form.addressHint}
            value={form.address}
            autocomplete="off"
            maxlength={254}
            error={taken ? words.form.taken : problemAt(frame.copy, problems, 'address')}
          />
          {taken && props.takenBy && (
            <MoreLink href={personPath(props.takenBy)}>{words.form.openTaken}</MoreLink>
          )}
          <PersonFields {...props} present={null} />
          <Select
            name="role"
            label={words.form.role}
            value={form.role}
            options={PERSON_ROLES.map((value) => ({ value, label: words.roles[value] }))}
            error={problemAt(frame.copy, problems, 'role')}
          />
          <Acts>
            <Act>{words.form.submit}</Act>
            <ActLink href={PEOPLE_PATH}>{staff.cancel}</ActLink>
          </Acts>
        </Panel>
      </StaffForm>
    </StaffLayout>
  )
}

export type EditPersonProps = Omit<Common, 'templates'> & { found: PersonRead }

/** What a manager may change of somebody. `/manage/accounts/<id>/edit`. */
export function EditPersonPage(props: EditPersonProps) {
  const { frame, found, problems } = props
  const { people: words, staff } = frame.copy
  const { account } = found
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="people"
      title={words.form.editTitle(whoIs(account))}
      parent={{ href: personPath(account.id), label: whoIs(account) }}
      failed={Object.keys(problems).length > 0}
    >
      <StaffForm action={personPath(account.id, 'edit')}>
        <Panel>
          <PersonFields {...props} templates={found.templates} present={account.templateId} />
          <Acts>
            <Act>{staff.save}</Act>
            <ActLink href={personPath(account.id)}>{staff.cancel}</ActLink>
          </Acts>
        </Panel>
      </StaffForm>
    </StaffLayout>
  )
}

function PersonFields(props: Common & { present: string | null }) {
  const { frame, form, templates, problems } = props
  const words = frame.copy.people.form
  const { optional } = frame.copy.ui
  const error = (field: string) => problemAt(frame.copy, problems, field)
  return (
    <>
      <FieldRow>
        <Field
          name="name"
          label={words.name}
          note={optional}
          hint={words.nameHint}
          value={form.name}
          required={false}
          autocomplete="off"
          error={error('name')}
        />
        <Field
          name="phone"
          type="tel"
          label={words.phone}
          note={optional}
          hint={words.phoneHint}
          value={form.phone}
          required={false}
          autocomplete="off"
          error={error('phone')}
        />
      </FieldRow>
      <FieldRow>
        <Select
          name="template"
          label={words.template}
          hint={words.templateHint}
          value={form.template}
          options={templates
            .filter(({ id, archivedAt }) => archivedAt === null || id === props.present)
            .map(({ id }) => ({ value: id, label: templateName(frame.copy, templates, id) }))}
          error={error('template')}
        />
        <Field
          name="groups"
          label={words.groups}
          note={optional}
          hint={words.groupsHint}
          value={form.groups}
          required={false}
          autocomplete="off"
          error={error('groups')}
        />
      </FieldRow>
      <Select
        name="locale"
        label={words.locale}
        value={form.locale}
        options={LANGUAGE_OPTIONS}
        error={error('locale')}
      />
    </>
  )
}
