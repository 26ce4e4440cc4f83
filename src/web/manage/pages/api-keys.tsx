import type { KnownName } from '../../../accounts/index.ts'
import type { Page } from '../../../kernel/paging.ts'
import { type ApiKey, stateOfKey } from '../../../organisations/index.ts'
import type { Frame } from '../../ui/frame.ts'
import { PlainText } from '../../ui/messages.tsx'
import { RowAct } from '../../ui/setup-nav.tsx'
import { ActLink, Acts, Panel } from '../../ui/staff-form.tsx'
import { Badge, Empty, Pager, RowTitle, Table } from '../../ui/table.tsx'
import { ClockTime, RelativeTime } from '../../ui/time.tsx'
import { API_KEYS_PATH, NEW_API_KEY_PATH, revokePath } from '../api-key-paths.ts'
import { personName } from '../person-names.ts'
import { SetupLayout } from './setup-layout.tsx'

export type ApiKeysPageProps = {
  frame: Frame
  page: Page<ApiKey>
  /** Whoever made them, by account id; some may be gone. */
  people: ReadonlyMap<string, Pick<KnownName, 'name' | 'address'>>
  /** Not the first page of the list. */
  later: boolean
  baseUrl: string
  done: string | null
}

/** The keys of the organisation's own systems, and how one is used. */
export function ApiKeysPage(props: ApiKeysPageProps) {
  const { frame, page } = props
  const words = frame.copy.apiKeys
  if (page.rows.length === 0 && !props.later)
    return (
      <SetupLayout frame={frame} page="keys" done={props.done}>
        <Empty>
          <p>{words.empty.text}</p>
          <ActLink href={NEW_API_KEY_PATH} weight="primary">
            {words.empty.act}
          </ActLink>
        </Empty>
        <Usage frame={frame} baseUrl={props.baseUrl} />
      </SetupLayout>
    )
  return (
    <SetupLayout frame={frame} page="keys" done={props.done}>
      <Acts>
        <ActLink href={NEW_API_KEY_PATH} weight="primary">
          {words.make}
        </ActLink>
      </Acts>
      <Table
        caption={words.caption}
        columns={[
          { label: words.columns.name },
          { label: words.columns.scopes, lesser: true },
          { label: words.columns.state },
          { label: words.columns.made, lesser: true, steady: true },
          { label: words.columns.used, steady: true },
          { label: words.columns.ends, lesser: true, steady: true },
          { label: words.columns.act, silent: true },
        ]}
        rows={page.rows.map((key) => keyCells(props, key))}
        empty={words.nothingMore}
      />
      <Pager frame={frame} path={API_KEYS_PATH} next={page.next} later={props.later} />
      <Usage frame={frame} baseUrl={props.baseUrl} />
    </SetupLayout>
  )
}

const TONES = { active: 'good', ended: 'neutral', revoked: 'neutral' } as const

function keyCells({ frame, people }: ApiKeysPageProps, key: ApiKey) {
  const words = frame.copy.apiKeys
  const state = stateOfKey(key, frame.now)
  const maker = people.get(key.createdBy)
  const made = <RelativeTime frame={frame} at={key.createdAt} />
  return [
    <RowTitle title={key.name} detail={words.hint(key.hint)} />,
    key.scopes.map((scope) => words.scopes[scope].short).join(', '),
    <Badge tone={TONES[state]}>{words.states[state]}</Badge>,
    <RowTitle title={made} detail={maker ? words.madeBy(personName(frame.copy, maker)) : null} />,
    key.lastUsedAt === null ? words.never : <RelativeTime frame={frame} at={key.lastUsedAt} />,
    // A key ends with a day: the last minute of that one, not the first of the next.
    key.endsAt === null ? words.noEnd : <ClockTime frame={frame} at={key.endsAt - 1} />,
    // One that a clock made which was ahead has not ended: it would be good in years.
    state === 'active' || (state === 'ended' && key.endsAt !== null && key.endsAt > frame.now) ? (
      <RowAct href={revokePath(key.id)} label={words.revokeLabel(key.name)}>
        {words.revokeLink}
      </RowAct>
    ) : null,
  ]
}

/** How a system asks, to be copied into a shell. */
export function usageOf(baseUrl: string): string {
  const body = { username: 'ada@company.example', position: 17, string: 'BCDF-GHJK' }
  return [
    `curl ${baseUrl}/api/v1/security-strings/verify \\`,
    "  -H 'Authorization: Bearer lk_…' \\",
    "  -H 'Content-Type: application/json' \\",
    `  -d '${JSON.stringify(body)}'`,
  ].join('\n')
}

function Usage({ frame, baseUrl }: { frame: Frame; baseUrl: string }) {
  const words = frame.copy.apiKeys.usage
  return (
    <Panel title={words.title} lead={words.lead}>
      <PlainText>{usageOf(baseUrl)}</PlainText>
    </Panel>
  )
}
