import type { FieldProblems } from '../../../kernel/fields.ts'
import type { Organisation } from '../../../organisations/index.ts'
import { AccentSamples, movedFar } from '../../ui/accent-sample.tsx'
import { ColourField, FieldRow, FileField, problemAt } from '../../ui/controls.tsx'
import { Field, Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { Act, ActLink, Acts, Explained, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { Badge } from '../../ui/table.tsx'
import { Muted, Stack } from '../../ui/text.tsx'
import { SETUP_PAGES, SetupLayout } from './setup-layout.tsx'

export type IdentityForm = {
  name: string
  helpdeskEmail: string
  helpdeskPhone: string
  helpdeskUrl: string
}

export type SetupGeneralProps = {
  frame: Frame
  organisation: Organisation
  /** `<base>/setup/<slug>`. */
  setupUrl: string
  identity: IdentityForm
  /** `#rrggbb`: what is saved, or what was asked to be shown. */
  accent: string
  problems: FieldProblems
  done: string | null
}

/** On or off, name and helpdesk, colour, logo: each panel saves by itself. */
export function SetupGeneralPage(props: SetupGeneralProps) {
  const { frame, problems } = props
  return (
    <SetupLayout frame={frame} page="general" done={props.done} failed={Object.keys(problems).length > 0}>
      <StatePanel {...props} />
      <IdentityPanel {...props} />
      <AccentPanel {...props} />
      <LogoPanel {...props} />
    </SetupLayout>
  )
}

function StatePanel({ frame, organisation, setupUrl }: SetupGeneralProps) {
  const words = frame.copy.deviceSetup.enabled
  return (
    <Panel title={words.title}>
      {organisation.setupOpen ? (
        <Explained
          act={
            <ActLink href="/manage/setup/off" weight="danger">
              {words.off}
            </ActLink>
          }
        >
          <Badge tone="good">{frame.copy.staff.on}</Badge> {words.on}
          <Muted>{words.onDetail(setupUrl)}</Muted>
        </Explained>
      ) : (
        <StaffForm action="/manage/setup/on">
          <Explained act={<Act>{words.switchOn}</Act>}>
            <Badge tone="warning">{frame.copy.staff.off}</Badge> {words.isOff}
            <Muted>{words.offDetail(setupUrl)}</Muted>
          </Explained>
        </StaffForm>
      )}
      {organisation.accountTemplateId === null && <Notice tone="warning">{words.unfinished}</Notice>}
    </Panel>
  )
}

function IdentityPanel({ frame, identity, problems }: SetupGeneralProps) {
  const { copy } = frame
  const words = copy.deviceSetup.identity
  return (
    <Panel title={words.title} lead={words.lead}>
      <StaffForm action={SETUP_PAGES.general}>
        <Hidden name="panel" value="identity" />
        <Field
          name="name"
          label={words.name}
          value={identity.name}
          maxlength={120}
          error={problemAt(copy, problems, 'name')}
        />
        <FieldRow>
          <Field
            name="helpdeskEmail"
            type="email"
            inputmode="email"
            label={words.email}
            note={copy.ui.optional}
            value={identity.helpdeskEmail}
            required={false}
            error={problemAt(copy, problems, 'helpdeskEmail')}
          />
          <Field
            name="helpdeskPhone"
            type="tel"
            inputmode="tel"
            label={words.phone}
            note={copy.ui.optional}
            value={identity.helpdeskPhone}
            required={false}
            error={problemAt(copy, problems, 'helpdeskPhone')}
          />
        </FieldRow>
        <Field
          name="helpdeskUrl"
          label={words.url}
          note={copy.ui.optional}
          hint={words.urlHint}
          value={identity.helpdeskUrl}
          required={false}
          error={problemAt(copy, problems, 'helpdeskUrl')}
        />
        <Acts>
          <Act>{copy.staff.save}</Act>
        </Acts>
      </StaffForm>
    </Panel>
  )
}

function AccentPanel({ frame, organisation, accent, problems }: SetupGeneralProps) {
  const { copy } = frame
  const words = copy.deviceSetup.accent
  const far = movedFar(accent)
  return (
    <Panel title={words.title} lead={words.lead}>
      <StaffForm action={SETUP_PAGES.general}>
        <Hidden name="panel" value="accent" />
        <ColourField
          name="accent"
          label={words.label}
          value={accent}
          error={problemAt(copy, problems, 'accent')}
        />
        {accent !== organisation.accent && <Notice tone="info">{words.notSaved}</Notice>}
        <AccentSamples accent={accent} words={words} locale={frame.locale} />
        {far.light && <Notice tone="warning">{words.movedLight}</Notice>}
        {far.dark && <Notice tone="warning">{words.movedDark}</Notice>}
        <Acts>
          <Act name="act" value="save">
            {copy.staff.save}
          </Act>
          <Act weight="secondary" name="act" value="look">
            {words.look}
          </Act>
        </Acts>
      </StaffForm>
    </Panel>
  )
}

function LogoPanel({ frame, organisation, problems }: SetupGeneralProps) {
  const { copy } = frame
  const words = copy.deviceSetup.logo
  return (
    <Panel title={words.title} lead={words.lead}>
      <Stack>
        {organisation.logoVersion === null && <Muted>{words.none}</Muted>}
        <StaffForm action={SETUP_PAGES.general} upload>
          <Hidden name="panel" value="logo" />
          <FileField
            name="logo"
            label={words.label}
            hint={words.hint}
            accept="image/png,image/svg+xml"
            error={problemAt(copy, problems, 'logo')}
          />
          <Acts>
            <Act>{words.save}</Act>
            {organisation.logoVersion !== null && (
              <ActLink href="/manage/setup/logo/remove" weight="danger">
                {words.remove}
              </ActLink>
            )}
          </Acts>
        </StaffForm>
      </Stack>
    </Panel>
  )
}
