import {
  type LimitsForm,
  type LimitsView,
  ORGANISATION_LIMITS,
  THROW_AWAY,
} from '../../../challenges/index.ts'
import type { FieldProblems } from '../../../kernel/fields.ts'
import { FieldRow, problemAt, Select } from '../../ui/controls.tsx'
import { Field } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Act, Acts, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { Facts } from '../../ui/text.tsx'
import { SETUP_PAGES, SetupLayout } from './setup-layout.tsx'

export type SetupProtectionProps = {
  frame: Frame
  view: LimitsView
  typed: LimitsForm
  problems: FieldProblems
  done: string | null
}

/** How much strangers can cause in an organisation, and how much of it is used. GET `/manage/setup/protection`. */
export function SetupProtectionPage({ frame, view, typed, problems, done }: SetupProtectionProps) {
  const { copy } = frame
  const { limits: words, throwAway } = copy.abuse.page
  const { limits, service, used } = view
  const standard = (field: 'hourlyCodes' | 'dailyPeople') =>
    Math.min(ORGANISATION_LIMITS[field], service[field])
  return (
    <SetupLayout frame={frame} page="protection" done={done} failed={Object.keys(problems).length > 0}>
      <StaffForm action={SETUP_PAGES.protection}>
        <Panel title={words.title} lead={words.lead}>
          <Facts
            facts={[
              { name: words.used.codes, value: words.of(used.codes, limits.hourlyCodes) },
              { name: words.used.people, value: words.of(used.people, limits.dailyPeople) },
            ]}
          />
          <FieldRow>
            <Field
              name="hourlyCodes"
              inputmode="numeric"
              label={words.codes}
              note={copy.ui.optional}
              hint={words.codesHint(standard('hourlyCodes'), service.hourlyCodes)}
              value={typed.hourlyCodes}
              required={false}
              error={problemAt(copy, problems, 'hourlyCodes')}
            />
            <Field
              name="dailyPeople"
              inputmode="numeric"
              label={words.people}
              note={copy.ui.optional}
              hint={words.peopleHint(standard('dailyPeople'), service.dailyPeople)}
              value={typed.dailyPeople}
              required={false}
              error={problemAt(copy, problems, 'dailyPeople')}
            />
          </FieldRow>
        </Panel>
        <Panel title={throwAway.title}>
          <Select
            name="throwAway"
            label={throwAway.label}
            hint={throwAway.hint}
            value={typed.throwAway}
            options={THROW_AWAY.map((value) => ({ value, label: throwAway.options[value] }))}
            error={problemAt(copy, problems, 'throwAway')}
          />
          <Acts>
            <Act>{copy.staff.save}</Act>
          </Acts>
        </Panel>
      </StaffForm>
    </SetupLayout>
  )
}
