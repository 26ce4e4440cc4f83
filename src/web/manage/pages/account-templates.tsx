import type { AccountTemplate, ListedAccountTemplate } from '../../../accounts/index.ts'
import type { Copy } from '../../../copy/index.ts'
import type { Frame } from '../../ui/frame.ts'
import { ActLink } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Badge, RowTitle, Table } from '../../ui/table.tsx'
import { CardTitle, Muted, Stack } from '../../ui/text.tsx'

export const TEMPLATES_PATH = '/manage/account-templates'

export function templatePath(id: string): string {
  return `${TEMPLATES_PATH}/${encodeURIComponent(id)}`
}

export type TemplateDone = keyof Copy['accountTemplates']['done']

export type AccountTemplatesPageProps = {
  frame: Frame
  /** By name, archived ones too. */
  templates: ListedAccountTemplate[]
  done: TemplateDone | null
}

/** All account templates of the organisation. */
export function AccountTemplatesPage({ frame, templates, done }: AccountTemplatesPageProps) {
  const words = frame.copy.accountTemplates
  const archived = templates.filter((template) => template.archivedAt !== null)
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="accountTemplates"
      title={words.list.title}
      lead={words.list.lead}
      actions={
        <ActLink href={`${TEMPLATES_PATH}/new`} weight="primary">
          {words.list.create}
        </ActLink>
      }
      done={done && words.done[done]}
    >
      <TemplateTable
        frame={frame}
        caption={words.list.title}
        templates={templates.filter((template) => template.archivedAt === null)}
      />
      {archived.length > 0 && (
        <Stack gap="tight">
          <div>
            <CardTitle>{words.list.archived}</CardTitle>
            <Muted>{words.list.archivedLead}</Muted>
          </div>
          <TemplateTable frame={frame} caption={words.list.archived} templates={archived} />
        </Stack>
      )}
    </StaffLayout>
  )
}

function TemplateTable(props: { frame: Frame; caption: string; templates: ListedAccountTemplate[] }) {
  const words = props.frame.copy.accountTemplates.list
  return (
    <Table
      caption={props.caption}
      columns={[
        { label: words.columns.name },
        { label: words.columns.devices, lesser: true },
        { label: words.columns.use },
      ]}
      rows={props.templates.map((template) => [
        <RowTitle
          href={templatePath(template.id)}
          title={template.name}
          detail={template.groups.length > 0 ? words.groups(template.groups.join(', ')) : null}
        />,
        describeLimit(props.frame.copy, template),
        <>
          {template.inUse ? words.used : words.unused}{' '}
          {template.forNewPeople && <Badge tone="good">{words.forNewPeople}</Badge>}
        </>,
      ])}
      empty={words.empty}
    />
  )
}

/** How many devices a template allows, in a line. */
function describeLimit(
  copy: Copy,
  { deviceLimit, atLimit }: Pick<AccountTemplate, 'deviceLimit' | 'atLimit'>,
): string {
  const { limit } = copy.accountTemplates
  if (deviceLimit === null) return limit.any
  if (deviceLimit === 1 && atLimit === 'replace') return limit.one
  return limit[atLimit](deviceLimit)
}
