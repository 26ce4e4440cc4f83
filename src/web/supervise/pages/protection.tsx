import {
  type HumanCheck,
  type LimitsForm,
  type LimitsView,
  SERVICE_LIMITS,
} from '../../../challenges/index.ts'
import type { FieldProblems } from '../../../kernel/fields.ts'
import { FieldRow, problemAt } from '../../ui/controls.tsx'
import { Field } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Act, Acts, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Facts, Muted } from '../../ui/text.tsx'
import { PROTECTION_PATH, SERVICE_PATH } from './paths.ts'

export type ProtectionPageProps = {
  frame: Frame
  view: LimitsView
  typed: LimitsForm
  /** How the human check is set up; null where it is not. */
  check: HumanCheck['settings']
  problems: FieldProblems
  done: boolean
}

/** How much strangers can cause in the whole service. GET `/supervise/service/protection`. */
export function ProtectionPage({ frame, view, typed, check, problems, done }: ProtectionPageProps) {
  const { copy } = frame
  const { service: words, page } = copy.abuse
  const { limits, used } = view
  return (
    <StaffLayout
      frame={frame}
      area="supervise"
      section="service"
      title={words.title}
      lead={words.lead}
      parent={{ href: SERVICE_PATH, label: copy.superviseService.title }}
      done={done ? page.saved : null}
      failed={Object.keys(problems).length > 0}
    >
      <Panel title={page.limits.title}>
        <Facts
          facts={[
            { name: words.used.codes, value: page.limits.of(used.codes, limits.hourlyCodes) },
            { name: words.used.signIns, value: page.limits.of(used.signIns, limits.hourlyCodes) },
            { name: words.used.people, value: page.limits.of(used.people, limits.dailyPeople) },
          ]}
        />
        <StaffForm action={PROTECTION_PATH}>
          <FieldRow>
            <Field
              name="hourlyCodes"
              inputmode="numeric"
              label={words.codes}
              note={copy.ui.optional}
              hint={words.codesHint(SERVICE_LIMITS.hourlyCodes)}
              value={typed.hourlyCodes}
              required={false}
              error={problemAt(copy, problems, 'hourlyCodes')}
            />
            <Field
              name="dailyPeople"
              inputmode="numeric"
              label={words.people}
              note={copy.ui.optional}
              hint={words.peopleHint(SERVICE_LIMITS.dailyPeople)}
              value={typed.dailyPeople}
              required={false}
              error={problemAt(copy, problems, 'dailyPeople')}
            />
          </FieldRow>
          <Acts>
            <Act>{copy.staff.save}</Act>
          </Acts>
        </StaffForm>
      </Panel>
      <Panel title={words.check.title}>
        <Muted>{check ? words.check[check.mode] : words.check.off}</Muted>
      </Panel>
    </StaffLayout>
  )
}
