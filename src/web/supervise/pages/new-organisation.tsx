import type { FieldProblems } from '../../../kernel/fields.ts'
import { ColourField, problemAt } from '../../ui/controls.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Act, ActLink, Acts, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { NamesFields, type NamesTyped } from './names-fields.tsx'
import { ORGANISATIONS_PATH } from './paths.ts'

export type NewOrganisationPageProps = {
  frame: Frame
  typed: NamesTyped & { accent: string }
  problems: FieldProblems
  baseUrl: string
}

export function NewOrganisationPage({ frame, typed, problems, baseUrl }: NewOrganisationPageProps) {
  const { copy } = frame
  const { create, fields, list } = copy.superviseOrganisations
  return (
    <StaffLayout
      frame={frame}
      area="supervise"
      section="organisations"
      title={create.title}
      lead={create.lead}
      parent={{ href: ORGANISATIONS_PATH, label: list.title }}
      failed={Object.keys(problems).length > 0}
    >
      <StaffForm action="/supervise/organisations/new">
        <Panel>
          <NamesFields frame={frame} typed={typed} problems={problems} baseUrl={baseUrl} />
          <ColourField
            name="accent"
            label={fields.accent}
            hint={fields.accentHint}
            value={typed.accent}
            error={problemAt(copy, problems, 'accent')}
          />
          <Acts>
            <Act>{create.act}</Act>
            <ActLink href={ORGANISATIONS_PATH}>{copy.staff.cancel}</ActLink>
          </Acts>
        </Panel>
      </StaffForm>
    </StaffLayout>
  )
}
