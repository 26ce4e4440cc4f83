import type { Page } from '../../../kernel/paging.ts'
import type { ListedOrganisation } from '../../../organisations/index.ts'
import { Field } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { ActLink } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Badge, FilterBar, Pager, RowTitle, Table } from '../../ui/table.tsx'
import { ORGANISATIONS_PATH, organisationPath } from './paths.ts'

export type OrganisationsPageProps = {
  frame: Frame
  page: Page<ListedOrganisation>
  /** What names begin with; empty: all. */
  search: string
  /** Whether this is not the first page. */
  later: boolean
}

/** All organisations. */
export function OrganisationsPage({ frame, page, search, later }: OrganisationsPageProps) {
  const { list } = frame.copy.superviseOrganisations
  const path = search === '' ? ORGANISATIONS_PATH : `${ORGANISATIONS_PATH}?q=${encodeURIComponent(search)}`
  const none = page.rows.length === 0 && search === '' && !later
  return (
    <StaffLayout
      frame={frame}
      area="supervise"
      section="organisations"
      title={list.title}
      lead={list.lead}
      actions={
        <ActLink href="/supervise/organisations/new" weight="primary">
          {list.create}
        </ActLink>
      }
    >
      {!none && (
        <FilterBar
          frame={frame}
          action={ORGANISATIONS_PATH}
          clear={search === '' ? null : ORGANISATIONS_PATH}
        >
          <Field name="q" label={list.search} value={search} required={false} maxlength={120} />
        </FilterBar>
      )}
      <Table
        caption={list.title}
        columns={[
          { label: list.columns.name },
          { label: list.columns.site, lesser: true },
          { label: list.columns.state },
        ]}
        rows={page.rows.map((organisation) => [
          <RowTitle
            href={organisationPath(organisation.id)}
            title={organisation.name}
            detail={`/setup/${organisation.slug}`}
          />,
          organisation.siteId,
          organisation.enabled ? (
            <Badge tone="good">{list.state.on}</Badge>
          ) : (
            <Badge tone="warning">{list.state.off}</Badge>
          ),
        ])}
        empty={search === '' ? list.empty : list.emptySearch(search)}
      />
      <Pager frame={frame} path={path} next={page.next} later={later} />
    </StaffLayout>
  )
}
