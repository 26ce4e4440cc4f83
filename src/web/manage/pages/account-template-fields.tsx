import type { AccountTemplateForm, Permission } from '../../../accounts/index.ts'
import type { FieldProblems } from '../../../kernel/fields.ts'
import { Asked } from '../../ui/asked.tsx'
import { type Choice, Choices } from '../../ui/choice.tsx'
import { FieldRow, problemAt, Select, Switch, SwitchGroup } from '../../ui/controls.tsx'
import { Field } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { LANGUAGE_OPTIONS } from '../../ui/languages.tsx'
import { Act, ActLink, Acts, Panel, StaffForm } from '../../ui/staff-form.tsx'

/** The permissions by what they are about, in the order in which the page shows them. */
const GROUPS = {
  setUp: ['register', 'pin', 'qr', 'change_ownership'],
  lookAfter: ['lock', 'wipe', 'locate', 'retire'],
  secureApps: ['reset_passcode', 'derived_credential', 'upload_certificates', 'security_strings'],
} satisfies Record<string, Permission[]>

export type TemplateFieldsProps = {
  frame: Frame
  action: string
  values: AccountTemplateForm
  problems: FieldProblems
  submit: string
  cancel: string
}

/** The form of an account template, empty or with what it says. */
export function TemplateFields(props: TemplateFieldsProps) {
  const { frame, values, problems } = props
  const words = frame.copy.accountTemplates.form
  return (
    <StaffForm action={props.action}>
      <Panel>
        <Field
          name="name"
          label={words.name}
          hint={words.nameHint}
          value={values.name}
          error={problemAt(frame.copy, problems, 'name')}
          autocomplete="off"
        />
      </Panel>
      <Devices {...props} />
      <Panel title={words.permissions.title} lead={words.permissions.lead}>
        {Object.entries(GROUPS).map(([group, permissions]) => (
          <SwitchGroup legend={words.permissions[group as keyof typeof GROUPS]}>
            {permissions.map((permission) => {
              const [label = '', detail = ''] = words.permissions.each[permission]
              return (
                <Switch
                  id={`permission-${permission}`}
                  name="permissions"
                  value={permission}
                  label={label}
                  detail={detail}
                  checked={values.permissions.includes(permission)}
                />
              )
            })}
          </SwitchGroup>
        ))}
      </Panel>
      <Panel title={words.start.title} lead={words.start.lead}>
        <FieldRow>
          <Field
            name="groups"
            label={words.start.groups}
            note={words.optional}
            hint={words.start.groupsHint}
            value={values.groups}
            error={problemAt(frame.copy, problems, 'groups')}
            autocomplete="off"
            required={false}
          />
          <Select
            name="locale"
            label={words.start.locale}
            value={values.locale}
            options={LANGUAGE_OPTIONS}
            error={problemAt(frame.copy, problems, 'locale')}
          />
        </FieldRow>
      </Panel>
      <Acts>
        <Act>{props.submit}</Act>
        <ActLink href={props.cancel}>{frame.copy.staff.cancel}</ActLink>
      </Acts>
    </StaffForm>
  )
}

/** How many devices, what happens with one more, and whose they are. */
function Devices({ frame, values, problems }: TemplateFieldsProps) {
  const words = frame.copy.accountTemplates.form.devices
  const choicesOf = (chosen: string, options: Record<string, string[]>): Choice[] =>
    Object.entries(options).map(([value, [label = '', detail = '']]) => ({
      value,
      label,
      detail,
      checked: value === chosen,
      asks: value === 'some',
    }))
  return (
    <Panel title={words.title}>
      <Choices
        name="devices"
        legend={words.legend}
        choices={choicesOf(values.devices, { any: words.any, one: words.one, some: words.some })}
      />
      <Asked>
        <Field
          name="deviceLimit"
          label={words.count}
          hint={words.countHint}
          value={values.deviceLimit}
          error={problemAt(frame.copy, problems, 'deviceLimit')}
          inputmode="numeric"
          maxlength={4}
          autocomplete="off"
          required={false}
        />
        <Choices
          name="atLimit"
          legend={words.atLimit}
          choices={choicesOf(values.atLimit, { refuse: words.refuse, replace: words.replace })}
          error={problemAt(frame.copy, problems, 'atLimit')}
        />
      </Asked>
      <Choices
        name="defaultOwnership"
        legend={words.ownership}
        hint={words.ownershipHint}
        choices={choicesOf(values.defaultOwnership, {
          inherit: words.inherit,
          company: words.company,
          personal: words.personal,
        })}
        error={problemAt(frame.copy, problems, 'defaultOwnership')}
      />
    </Panel>
  )
}
