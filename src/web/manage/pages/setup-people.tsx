import type { FieldProblems } from '../../../kernel/fields.ts'
import { DEFAULT_LOCALE, LANGUAGE_NAMES } from '../../../kernel/locale.ts'
import type { Organisation } from '../../../organisations/index.ts'
import type { SetupChoices } from '../../../registration/index.ts'
import { problemAt, Select, Switch, TextArea } from '../../ui/controls.tsx'
import { Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { Act, ActLink, Acts, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { fieldIn, type Texts } from '../texts-by-language.ts'
import { SETUP_PAGES, SetupLayout } from './setup-layout.tsx'
import { TextsInAll } from './texts-in-all.tsx'

export type EntryForm = { accountTemplateId: string; phoneRequired: boolean; approvalRequired: boolean }

export type SetupPeopleProps = {
  frame: Frame
  organisation: Pick<Organisation, 'terms' | 'termsVersion'>
  templates: SetupChoices['accountTemplates']
  entry: EntryForm
  terms: Texts
  problems: FieldProblems
  done: string | null
}

/** What somebody new starts with and accepts, and whether a manager accepts them first. */
export function SetupPeoplePage(props: SetupPeopleProps) {
  const { frame, problems } = props
  return (
    <SetupLayout frame={frame} page="people" done={props.done} failed={Object.keys(problems).length > 0}>
      <EntryPanel {...props} />
      <TermsPanel {...props} />
    </SetupLayout>
  )
}

function EntryPanel({ frame, templates, entry, problems }: SetupPeopleProps) {
  const { copy } = frame
  const words = copy.deviceSetup.entry
  const chosen = templates.some(({ id }) => id === entry.accountTemplateId)
  return (
    <Panel title={words.title}>
      {templates.length === 0 && (
        <>
          <Notice tone="warning">{words.noTemplates}</Notice>
          <Acts>
            <ActLink href="/manage/account-templates">{words.makeTemplate}</ActLink>
          </Acts>
        </>
      )}
      <StaffForm action={SETUP_PAGES.people}>
        <Hidden name="panel" value="entry" />
        <Select
          name="accountTemplateId"
          label={words.template}
          hint={words.templateHint}
          value={chosen ? entry.accountTemplateId : ''}
          options={[
            ...(chosen ? [] : [{ value: '', label: words.templateNone }]),
            ...templates.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          error={problemAt(copy, problems, 'accountTemplateId')}
        />
        <Switch
          name="approvalRequired"
          label={words.approval}
          detail={words.approvalDetail}
          checked={entry.approvalRequired}
        />
        <Switch
          name="phoneRequired"
          label={words.phone}
          detail={words.phoneDetail}
          checked={entry.phoneRequired}
        />
        <Acts>
          <Act>{copy.staff.save}</Act>
        </Acts>
      </StaffForm>
    </Panel>
  )
}

function TermsPanel({ frame, organisation, terms, problems }: SetupPeopleProps) {
  const { copy } = frame
  const words = copy.deviceSetup.terms
  const present = organisation.terms === null ? words.none : words.version(organisation.termsVersion)
  return (
    <Panel id="terms" title={words.title} lead={`${words.lead} ${present}`}>
      <StaffForm action={SETUP_PAGES.people} upload>
        <Hidden name="panel" value="terms" />
        <TextsInAll
          frame={frame}
          texts={terms}
          problems={problems}
          field="terms"
          control={({ locale, ...said }) => (
            <TextArea
              name={fieldIn('terms', locale)}
              label={words.text(LANGUAGE_NAMES[locale])}
              hint={locale === DEFAULT_LOCALE ? words.hint : null}
              rows={10}
              mono
              {...said}
            />
          )}
        />
        <Acts>
          <Act>{words.save}</Act>
        </Acts>
      </StaffForm>
    </Panel>
  )
}
