import type { FieldProblems } from '../../../kernel/fields.ts'
import { DEFAULT_LOCALE, LANGUAGE_NAMES } from '../../../kernel/locale.ts'
import type { EmailException, RuleTrial } from '../../../organisations/index.ts'
import { problemAt, TextArea } from '../../ui/controls.tsx'
import { Field, Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Act, Acts, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { fieldIn, type Texts } from '../texts-by-language.ts'
import { type ExceptionsForm, ExceptionsPanel } from './setup-exceptions.tsx'
import { SETUP_PAGES, SetupLayout } from './setup-layout.tsx'
import { TrialResults } from './setup-trial.tsx'
import { TextsInAll } from './texts-in-all.tsx'

export type RuleForm = { emailRule: string; hints: Texts; tryThese: string }

export type SetupAddressesProps = {
  frame: Frame
  rule: RuleForm
  /** What the rule in the form says of the addresses in it; null where it cannot be read. */
  trial: RuleTrial | null
  exceptions: EmailException[]
  adding: ExceptionsForm
  problems: FieldProblems
  done: string | null
}

/** The e-mail rule with its tester, and the exceptions. */
export function SetupAddressesPage(props: SetupAddressesProps) {
  const { frame, problems } = props
  return (
    <SetupLayout
      frame={frame}
      page="addresses"
      done={props.done}
      failed={Object.keys(problems).length > 0}
      scripts={['rule-tester']}
    >
      <RulePanel {...props} />
      <ExceptionsPanel
        frame={frame}
        exceptions={props.exceptions}
        adding={props.adding}
        problems={problems}
      />
    </SetupLayout>
  )
}

function RulePanel({ frame, rule, trial, problems }: SetupAddressesProps) {
  const { copy } = frame
  const words = copy.deviceSetup.rule
  return (
    <Panel title={words.title} lead={words.lead}>
      <StaffForm action={SETUP_PAGES.addresses}>
        <Hidden name="panel" value="rule" />
        <TextArea
          name="emailRule"
          label={words.label}
          hint={words.hint}
          rows={2}
          mono
          value={rule.emailRule}
          error={problemAt(copy, problems, 'emailRule')}
        />
        <TextsInAll
          frame={frame}
          texts={rule.hints}
          problems={problems}
          field="hint"
          control={({ locale, ...said }) => (
            <Field
              name={fieldIn('hint', locale)}
              label={words.words(LANGUAGE_NAMES[locale])}
              note={locale === DEFAULT_LOCALE ? copy.ui.optional : null}
              hint={locale === DEFAULT_LOCALE ? words.wordsHint : null}
              required={false}
              {...said}
            />
          )}
        />
        <TextArea
          name="tryThese"
          label={words.addresses}
          hint={words.addressesHint}
          rows={4}
          mono
          value={rule.tryThese}
        />
        <TrialResults frame={frame} trial={trial} />
        <Acts>
          <Act name="act" value="save">
            {words.save}
          </Act>
          <Act weight="secondary" name="act" value="try">
            {words.try}
          </Act>
        </Acts>
      </StaffForm>
    </Panel>
  )
}
