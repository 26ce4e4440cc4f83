import type { FieldProblems } from '../../../kernel/fields.ts'
import { PLATFORMS } from '../../../kernel/platform.ts'
import { problemAt, Select } from '../../ui/controls.tsx'
import { Field } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Act, ActLink, Acts, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'

export type DeviceTemplateNewPageProps = {
  frame: Frame
  form: { name: string; platform: string }
  problems: FieldProblems
  failed: boolean
  /** The template that is copied; null for one from nothing. */
  source: { id: string; name: string } | null
}

/** `/manage/device-templates/new`, and `/manage/device-templates/:id/copy`: name and platform. */
export function DeviceTemplateNewPage(props: DeviceTemplateNewPageProps) {
  const { frame, form, problems, source } = props
  const { create, copy, list } = frame.copy.deviceTemplates
  const back = source
    ? { href: `/manage/device-templates/${source.id}`, label: source.name }
    : { href: '/manage/device-templates', label: list.title }
  const options = PLATFORMS.map((platform) => ({
    value: platform,
    label: frame.copy.platforms[platform].name,
  }))
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="deviceTemplates"
      title={source ? copy.title(source.name) : create.title}
      lead={source ? copy.lead : create.lead}
      parent={back}
      failed={props.failed}
    >
      <Panel>
        <StaffForm action={source ? `${back.href}/copy` : '/manage/device-templates/new'}>
          <Select
            name="platform"
            label={source ? copy.platform : create.platform}
            value={form.platform}
            options={options}
            hint={source ? copy.platformHint : null}
            error={problemAt(frame.copy, problems, 'platform')}
          />
          <Field
            name="name"
            label={create.name}
            value={form.name}
            hint={create.nameHint}
            error={problemAt(frame.copy, problems, 'name') ?? (problems.lost ? copy.lost : null)}
            autocomplete="off"
          />
          <Acts>
            <Act>{source ? copy.submit : create.submit}</Act>
            <ActLink href={back.href}>{frame.copy.staff.cancel}</ActLink>
          </Acts>
        </StaffForm>
      </Panel>
    </StaffLayout>
  )
}
