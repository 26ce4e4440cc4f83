import type { FieldProblems } from '../../../kernel/fields.ts'
import { PLATFORMS, type Platform } from '../../../kernel/platform.ts'
import type { SetupChoices } from '../../../registration/index.ts'
import { Choices } from '../../ui/choice.tsx'
import { FieldRow, problemAt, Select, Switch } from '../../ui/controls.tsx'
import { Field, Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Act, ActLink, Acts, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { Empty } from '../../ui/table.tsx'
import { SETUP_PAGES, SetupLayout } from './setup-layout.tsx'

export type DeviceRulesForm = {
  defaultOwnership: string
  ownershipChoosable: boolean
  pinRequired: boolean
  qrEnabled: boolean
}
export type InvitationsForm = {
  invitationDays: string
  invitationDeviceLimit: string
  reminderDays: string
  dailyMessages: string
}

export type SetupDevicesProps = {
  frame: Frame
  organisationName: string
  templates: SetupChoices['deviceTemplates']
  /** The id of a device template for each platform; empty: not offered. */
  platforms: Record<Platform, string>
  rules: DeviceRulesForm
  invitations: InvitationsForm
  problems: FieldProblems
  done: string | null
}

/** What can be set up, and how: platforms, ownership, PIN and QR code, invitations. */
export function SetupDevicesPage(props: SetupDevicesProps) {
  const { frame, problems } = props
  return (
    <SetupLayout frame={frame} page="devices" done={props.done} failed={Object.keys(problems).length > 0}>
      <PlatformsPanel {...props} />
      <RulesPanel {...props} />
      <InvitationsPanel {...props} />
    </SetupLayout>
  )
}

function PlatformsPanel({ frame, templates, platforms, problems }: SetupDevicesProps) {
  const { copy } = frame
  const words = copy.deviceSetup.platforms
  if (templates.length === 0)
    return (
      <Panel title={words.title} lead={words.lead}>
        <Empty>
          {words.none} <ActLink href="/manage/device-templates">{words.make}</ActLink>
        </Empty>
      </Panel>
    )
  return (
    <Panel title={words.title} lead={words.lead}>
      <StaffForm action={SETUP_PAGES.devices}>
        <Hidden name="panel" value="platforms" />
        <FieldRow>
          {PLATFORMS.map((platform) => {
            const own = templates.filter((template) => template.platform === platform)
            return (
              <Select
                name={`platform.${platform}`}
                label={copy.platforms[platform].name}
                hint={own.length === 0 ? words.noTemplates : null}
                value={platforms[platform]}
                options={[
                  { value: '', label: words.notOffered },
                  ...own.map(({ id, name, version }) => ({
                    value: id,
                    label: words.versioned(name, version),
                  })),
                ]}
                error={problemAt(copy, problems, `platform.${platform}`)}
              />
            )
          })}
        </FieldRow>
        <Acts>
          <Act>{words.save}</Act>
        </Acts>
      </StaffForm>
    </Panel>
  )
}

function RulesPanel({ frame, organisationName, rules, problems }: SetupDevicesProps) {
  const { copy } = frame
  const words = copy.deviceSetup.devices
  const device = copy.setup.device
  return (
    <Panel title={words.title}>
      <StaffForm action={SETUP_PAGES.devices}>
        <Hidden name="panel" value="rules" />
        <Choices
          name="defaultOwnership"
          legend={words.ownership}
          hint={words.ownershipHint}
          choices={[
            {
              value: 'company',
              label: device.company,
              detail: words.companyDetail(organisationName),
              checked: rules.defaultOwnership === 'company',
            },
            {
              value: 'personal',
              label: words.personal,
              detail: words.personalDetail,
              checked: rules.defaultOwnership === 'personal',
            },
          ]}
          error={problemAt(copy, problems, 'defaultOwnership')}
        />
        <Switch
          name="ownershipChoosable"
          label={words.ownershipChoosable}
          detail={words.ownershipChoosableDetail}
          checked={rules.ownershipChoosable}
        />
        <Switch name="pinRequired" label={words.pin} detail={words.pinDetail} checked={rules.pinRequired} />
        <Switch name="qrEnabled" label={words.qr} detail={words.qrDetail} checked={rules.qrEnabled} />
        <Acts>
          <Act>{copy.staff.save}</Act>
        </Acts>
      </StaffForm>
    </Panel>
  )
}

function InvitationsPanel({ frame, invitations, problems }: SetupDevicesProps) {
  const { copy } = frame
  const words = copy.deviceSetup.invitations
  return (
    <Panel title={words.title} lead={words.lead}>
      <StaffForm action={SETUP_PAGES.devices}>
        <Hidden name="panel" value="invitations" />
        <FieldRow>
          <Field
            name="invitationDays"
            inputmode="numeric"
            label={words.days}
            note={copy.ui.optional}
            hint={words.daysHint}
            value={invitations.invitationDays}
            required={false}
            error={problemAt(copy, problems, 'invitationDays')}
          />
          <Field
            name="invitationDeviceLimit"
            inputmode="numeric"
            label={words.limit}
            note={copy.ui.optional}
            hint={words.limitHint}
            value={invitations.invitationDeviceLimit}
            required={false}
            error={problemAt(copy, problems, 'invitationDeviceLimit')}
          />
          <Field
            name="reminderDays"
            label={words.reminders}
            note={copy.ui.optional}
            hint={words.remindersHint}
            value={invitations.reminderDays}
            required={false}
            maxlength={60}
            error={problemAt(copy, problems, 'reminderDays')}
          />
          <Field
            name="dailyMessages"
            inputmode="numeric"
            label={words.daily}
            note={copy.ui.optional}
            hint={words.dailyHint}
            value={invitations.dailyMessages}
            required={false}
            error={problemAt(copy, problems, 'dailyMessages')}
          />
        </FieldRow>
        <Acts>
          <Act>{words.save}</Act>
        </Acts>
      </StaffForm>
    </Panel>
  )
}
