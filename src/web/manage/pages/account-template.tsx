import type { AccountTemplateForm, CountedAccountTemplate } from '../../../accounts/index.ts'
import type { FieldProblems } from '../../../kernel/fields.ts'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { Act, ActLink, Acts, ConfirmPage, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { RowTitle } from '../../ui/table.tsx'
import { Facts } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { TemplateFields } from './account-template-fields.tsx'
import { TEMPLATES_PATH, type TemplateDone, templatePath } from './account-templates.tsx'

export type NewAccountTemplatePageProps = {
  frame: Frame
  values: AccountTemplateForm
  problems: FieldProblems
}

/** A template that is not there yet: empty, or a copy of another. */
export function NewAccountTemplatePage({ frame, values, problems }: NewAccountTemplatePageProps) {
  const words = frame.copy.accountTemplates
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="accountTemplates"
      title={words.form.newTitle}
      lead={words.form.newLead}
      parent={{ href: TEMPLATES_PATH, label: words.list.title }}
      failed={Object.keys(problems).length > 0}
    >
      <TemplateFields
        frame={frame}
        action={`${TEMPLATES_PATH}/new`}
        values={values}
        problems={problems}
        submit={words.form.create}
        cancel={TEMPLATES_PATH}
      />
    </StaffLayout>
  )
}

export type AccountTemplatePageProps = {
  frame: Frame
  template: CountedAccountTemplate
  values: AccountTemplateForm
  problems: FieldProblems
  done: TemplateDone | null
}

/** Everything about one template: who has it, what it says, what can be done with it. */
export function AccountTemplatePage(props: AccountTemplatePageProps) {
  const { frame, template, problems, done } = props
  const words = frame.copy.accountTemplates
  const path = templatePath(template.id)
  const archived = template.archivedAt !== null
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="accountTemplates"
      title={template.name}
      lead={archived ? words.page.archivedLead : words.page.lead}
      parent={{ href: TEMPLATES_PATH, label: words.list.title }}
      actions={
        <>
          <ActLink href={`${TEMPLATES_PATH}/new?copy=${encodeURIComponent(template.id)}`}>
            {words.page.copy}
          </ActLink>
          {archived ? (
            <StaffForm action={`${path}/restore`}>
              <Act weight="secondary">{words.page.restore}</Act>
            </StaffForm>
          ) : (
            <ActLink href={`${path}/archive`}>{words.page.archive}</ActLink>
          )}
        </>
      }
      failed={Object.keys(problems).length > 0}
      done={done && words.done[done]}
    >
      <Panel title={words.page.about}>
        <Facts
          facts={[
            {
              name: words.page.people,
              value: (
                <RowTitle
                  href={
                    template.inUse ? `/manage/accounts?template=${encodeURIComponent(template.id)}` : null
                  }
                  title={words.page.count(template.accounts.count, template.accounts.more)}
                />
              ),
            },
            {
              name: words.page.newPeople,
              value: template.forNewPeople ? words.page.getIt : words.page.getAnother,
            },
            {
              name: words.page.changed,
              value: (
                <>
                  <RelativeTime frame={frame} at={template.changedAt} />
                  {', '}
                  {words.page.version(template.version)}
                </>
              ),
            },
          ]}
        />
      </Panel>
      <TemplateFields
        frame={frame}
        action={path}
        values={props.values}
        problems={problems}
        submit={frame.copy.staff.save}
        cancel={TEMPLATES_PATH}
      />
    </StaffLayout>
  )
}

export type ArchiveTemplatePageProps = {
  frame: Frame
  template: CountedAccountTemplate
}

/** Asks once; or says why it cannot be, and what to do first. */
export function ArchiveTemplatePage({ frame, template }: ArchiveTemplatePageProps) {
  const words = frame.copy.accountTemplates
  const path = templatePath(template.id)
  const parent = { href: path, label: template.name }
  if (template.forNewPeople)
    return (
      <StaffLayout
        frame={frame}
        area="manage"
        section="accountTemplates"
        title={words.archive.refusedTitle(template.name)}
        parent={parent}
      >
        <Notice tone="warning">{words.archive.refused}</Notice>
        <Acts>
          <ActLink href="/manage/setup" weight="primary">
            {words.archive.choose}
          </ActLink>
          <ActLink href={path}>{frame.copy.staff.back}</ActLink>
        </Acts>
      </StaffLayout>
    )
  return (
    <ConfirmPage
      frame={frame}
      area="manage"
      section="accountTemplates"
      title={words.archive.title(template.name)}
      parent={parent}
      consequences={words.archive.consequences(template.accounts.count, template.accounts.more)}
      action={`${path}/archive`}
      act={words.archive.act}
      cancel={path}
    />
  )
}
