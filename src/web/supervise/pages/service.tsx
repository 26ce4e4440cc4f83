import type { Copy } from '../../../copy/index.ts'
import type { FieldProblems } from '../../../kernel/fields.ts'
import type { Organisation, ServiceForm } from '../../../organisations/index.ts'
import { FieldRow, problemAt, Select, Switch } from '../../ui/controls.tsx'
import { Field } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { Act, ActLink, Acts, Explained, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { DERIVED_MODULE_PATH, PROTECTION_PATH, SERVICE_PATH, SUPERVISORS_PATH } from './paths.ts'

export type ServiceDone = keyof Copy['superviseService']['done']

export type ServicePageProps = {
  frame: Frame
  /** Null on an empty installation. */
  enabled: boolean | null
  typed: ServiceForm
  /** The validity that is stored, in words. */
  validity: string
  /** To choose from; null where they are too many for a list. */
  organisations: Pick<Organisation, 'slug' | 'name'>[] | null
  problems: FieldProblems
  done: ServiceDone | null
}

/** What holds for the whole service. */
export function ServicePage(props: ServicePageProps) {
  const { frame, enabled, typed, problems, done } = props
  const { copy } = frame
  const words = copy.superviseService
  const said = (field: keyof ServiceForm) => problemAt(copy, problems, field)
  return (
    <StaffLayout
      frame={frame}
      area="supervise"
      section="service"
      title={words.title}
      lead={words.lead}
      actions={<ActLink href={SUPERVISORS_PATH}>{words.supervisors.open}</ActLink>}
      done={done && words.done[done]}
      failed={Object.keys(problems).length > 0}
    >
      {enabled === null && <Notice tone="info">{words.empty}</Notice>}
      <StatePanel frame={frame} enabled={enabled ?? false} />
      <StaffForm action={SERVICE_PATH}>
        <Panel title={words.entry.title}>
          <DefaultOrganisation {...props} />
        </Panel>
        <Panel title={words.codes.title}>
          <Field
            name="provisionCodeSeconds"
            label={words.codes.seconds}
            hint={words.codes.secondsHint(props.validity)}
            value={typed.provisionCodeSeconds}
            inputmode="numeric"
            maxlength={12}
            autocomplete="off"
            error={said('provisionCodeSeconds')}
          />
          <Switch
            name="ownersMayProvision"
            label={words.codes.owners}
            detail={words.codes.ownersDetail}
            checked={typed.ownersMayProvision}
          />
          <Switch
            name="logDeviceFacts"
            label={words.codes.facts}
            detail={words.codes.factsDetail}
            checked={typed.logDeviceFacts}
          />
        </Panel>
        <Panel title={words.android.title}>
          <Switch
            name="androidSmsCode"
            label={words.android.sms}
            detail={words.android.smsDetail}
            checked={typed.androidSmsCode}
          />
        </Panel>
        <Panel title={words.messages.title}>
          <Field
            name="dailyMessages"
            inputmode="numeric"
            label={words.messages.daily}
            note={copy.ui.optional}
            hint={words.messages.dailyHint}
            value={typed.dailyMessages}
            required={false}
            error={said('dailyMessages')}
          />
        </Panel>
        <Panel title={copy.abuse.service.title}>
          <Explained act={<ActLink href={PROTECTION_PATH}>{copy.abuse.service.open}</ActLink>}>
            {copy.abuse.service.openText}
          </Explained>
        </Panel>
        <Panel title={words.derived.title}>
          <Optional
            {...props}
            field="derivedCredentialUrl"
            label={words.derived.url}
            hint={words.derived.urlHint}
          />
          <Explained act={<ActLink href={DERIVED_MODULE_PATH}>{copy.derived.supervise.open}</ActLink>}>
            {copy.derived.supervise.openText}
          </Explained>
        </Panel>
        <Panel title={words.helpdesk.title} lead={words.helpdesk.lead}>
          <FieldRow>
            <Optional {...props} field="helpdeskEmail" type="email" label={words.helpdesk.email} />
            <Optional {...props} field="helpdeskPhone" type="tel" label={words.helpdesk.phone} />
          </FieldRow>
          <Optional {...props} field="helpdeskUrl" label={words.helpdesk.url} />
          <Acts>
            <Act>{copy.staff.save}</Act>
          </Acts>
        </Panel>
      </StaffForm>
    </StaffLayout>
  )
}

function StatePanel({ frame, enabled }: { frame: Frame; enabled: boolean }) {
  const { state } = frame.copy.superviseService
  return (
    <Panel title={state.title}>
      <Explained
        act={
          enabled ? (
            <ActLink href={`${SERVICE_PATH}/off`} weight="danger">
              {state.switchOff}
            </ActLink>
          ) : (
            <StaffForm action={`${SERVICE_PATH}/on`}>
              <Act weight="secondary">{state.switchOn}</Act>
            </StaffForm>
          )
        }
      >
        {enabled ? state.on : state.off}
      </Explained>
    </Panel>
  )
}

/** A list to choose from, or where organisations are too many for one, a short name. */
function DefaultOrganisation({ frame, typed, organisations, problems }: ServicePageProps) {
  const { copy } = frame
  const { entry } = copy.superviseService
  const common = {
    name: 'defaultOrganisation',
    label: entry.organisation,
    value: typed.defaultOrganisation,
    error: problemAt(copy, problems, 'defaultOrganisation'),
  }
  if (organisations === null)
    return <Field {...common} hint={entry.organisationTyped} required={false} maxlength={40} />
  const options = organisations.map(({ slug, name }) => ({ value: slug, label: name }))
  return (
    <Select
      {...common}
      hint={entry.organisationHint}
      options={[{ value: '', label: entry.none }, ...options]}
    />
  )
}

type OptionalField = 'derivedCredentialUrl' | 'helpdeskEmail' | 'helpdeskPhone' | 'helpdeskUrl'

function Optional(
  props: ServicePageProps & {
    field: OptionalField
    label: string
    hint?: string
    type?: 'email' | 'tel'
  },
) {
  const { frame, field, typed, problems } = props
  return (
    <Field
      name={field}
      type={props.type ?? 'text'}
      label={props.label}
      note={frame.copy.ui.optional}
      hint={props.hint ?? null}
      value={typed[field]}
      required={false}
      maxlength={500}
      autocomplete="off"
      error={problemAt(frame.copy, problems, field)}
    />
  )
}
