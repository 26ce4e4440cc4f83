import type { KnownName } from '../../../accounts/index.ts'
import { AUDIT_KEPT, type AuditEntry, type SealedSpan } from '../../../audit/index.ts'
import { intlTag } from '../../../kernel/locale.ts'
import { DAY, type Instant } from '../../../kernel/time.ts'
import { EntryDetails, EntryText, NarrowLink, StampTime } from '../../ui/audit-list.tsx'
import { Fill } from '../../ui/fill.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Pager, RowTitle, Table } from '../../ui/table.tsx'
import { LinkList, Muted } from '../../ui/text.tsx'
import { describeExact, RelativeTime } from '../../ui/time.tsx'
import { addressOf, hasFilters } from '../audit-filters.ts'
import { describeEntry, nameOf } from '../audit-words.ts'
import { AuditFilterBar, ExportForm, type FilterProps, PersonChoices } from './audit-filters.tsx'

export type AuditPageProps = FilterProps & {
  area: 'manage' | 'supervise'
  /** Whose audit a supervisor reads; null for the service's own, and for managers. */
  organisation: string | null
  entries: AuditEntry[]
  people: ReadonlyMap<string, KnownName>
  /** People to choose from, instead of entries; null while nobody is looked for. */
  choices: KnownName[] | null
  next: string | null
  cutAt: Instant | null
  sealed: SealedSpan | null
  /** Not the first page. */
  later: boolean
}

/** Who did what, when. GET `/manage/audit` or `/supervise/audit`, with the filters in the address. */
export function AuditPage(props: AuditPageProps) {
  const { frame, area, path, besides, typed, organisation } = props
  const words = frame.copy.audit
  const here = addressOf(path, typed, besides)
  return (
    <StaffLayout
      frame={frame}
      area={area}
      section="audit"
      title={organisation === null ? words.title : `${words.title}${frame.copy.ui.colon}${organisation}`}
      lead={words.lead}
      parent={organisation === null ? null : { href: path, label: words.organisation.back }}
    >
      <AuditFilterBar {...props} />
      {props.choices ? (
        <PersonChoices {...props} choices={props.choices} />
      ) : (
        <>
          <Chosen {...props} />
          <Table
            caption={words.caption}
            columns={[
              { label: words.columns.time },
              { label: words.columns.who, lesser: true },
              { label: words.columns.what },
            ]}
            rows={props.entries.map((entry) => entryCells(props, entry))}
            empty={hasFilters(typed) || props.later ? words.emptyFiltered : words.empty}
          />
          {props.cutAt !== null && (
            <Notice tone="info">{words.cut(describeExact(props.cutAt, frame.locale))}</Notice>
          )}
          <Pager frame={frame} path={here} next={props.next} later={props.later} />
          <Sealed frame={frame} sealed={props.sealed} />
          <ExportForm {...props} />
        </>
      )}
    </StaffLayout>
  )
}

/** How far the organisation's audit is sealed, and how that is checked. */
function Sealed({ frame, sealed }: Pick<AuditPageProps, 'frame' | 'sealed'>) {
  const words = frame.copy.auditChain
  if (!sealed) return <Muted>{words.notYet}</Muted>
  const rows = new Intl.NumberFormat(intlTag(frame.locale)).format(sealed.rows)
  return (
    <Muted>
      <Fill text={words.sealed(rows)} slots={{ time: <RelativeTime frame={frame} at={sealed.at} /> }} />{' '}
      {words.how} {words.kept(AUDIT_KEPT / DAY)}
    </Muted>
  )
}

/** Whose entries these are, and the other way round to look at them. */
function Chosen({ frame, path, besides, typed, people }: AuditPageProps) {
  const { account, actor } = typed
  const words = frame.copy.audit.filters
  const id = account || actor
  if (!id) return null
  const name = nameOf(frame.copy, id, people)
  const flipped = { ...typed, account: account ? '' : id, actor: account ? id : '' }
  const everybody = { ...typed, account: '', actor: '' }
  return (
    <LinkList
      items={[
        {
          href: addressOf(path, flipped, besides),
          label: account ? words.onlyBy : words.onlyAbout,
          detail: account ? words.about(name) : words.by(name),
        },
        { href: addressOf(path, everybody, besides), label: words.everybody, detail: '' },
      ]}
    />
  )
}

function entryCells({ frame, path, besides, typed, people }: AuditPageProps, entry: AuditEntry) {
  const { copy } = frame
  const words = copy.audit.filters
  const told = describeEntry(copy, entry, people)
  const { accountId, deviceId, actor } = entry
  const narrow = (change: Partial<typeof typed>) => addressOf(path, { ...typed, ...change }, besides)
  const known = people.has(actor.id) && typed.actor !== actor.id
  const facts = [
    ...(accountId && accountId !== typed.account && people.has(accountId)
      ? [
          {
            name: words.person,
            value: (
              <NarrowLink href={narrow({ account: accountId, actor: '' })} label={words.onlyAbout}>
                {people.get(accountId)?.address || nameOf(copy, accountId, people)}
              </NarrowLink>
            ),
          },
        ]
      : []),
    ...(deviceId
      ? [
          {
            name: words.device,
            value: (
              <NarrowLink href={narrow({ device: deviceId })} label={words.device}>
                {deviceId}
              </NarrowLink>
            ),
          },
        ]
      : []),
    ...told.facts,
  ]
  return [
    <StampTime frame={frame} at={entry.at} by={told.who} />,
    <RowTitle
      title={told.who}
      detail={told.whoDetail}
      href={known ? narrow({ actor: actor.id, account: '' }) : null}
    />,
    <EntryText what={told.what}>
      <EntryDetails facts={facts} changes={told.changes} colon={copy.ui.colon} became={copy.audit.became} />
    </EntryText>,
  ]
}
