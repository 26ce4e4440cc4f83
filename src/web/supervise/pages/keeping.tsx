import type { Keyring } from '../../../kernel/secrets.ts'
import type { Operation } from '../../../provisioning/index.ts'
import { Fill } from '../../ui/fill.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/staff-form.tsx'
import { Table } from '../../ui/table.tsx'
import { Muted } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { describeNumber } from './health-words.ts'

/** Organisations whose audit could not be trusted; nothing while there is none. */
export function BrokenChains({ frame, chains }: { frame: Frame; chains: Operation['brokenChains'] }) {
  const words = frame.copy.auditChain.broken
  if (chains.length === 0) return null
  return (
    <Notice tone="warning" title={words.title} id="audit">
      {words.lead}{' '}
      {chains.map(({ organisationId, organisation, rows, at }, index) => (
        <>
          {index > 0 && '; '}
          <Fill
            text={words.one(
              organisationId === 0 ? words.service : (organisation ?? String(organisationId)),
              describeNumber(rows ?? 0, frame.locale),
            )}
            slots={{ time: <RelativeTime frame={frame} at={at ?? 0} /> }}
          />
        </>
      ))}
      .
    </Notice>
  )
}

/** How far a new master key is; nothing while there is no former one. */
export function FormerKey(props: {
  frame: Frame
  keys: Pick<Keyring, 'currentId' | 'formerId'>
  rotation: Operation['rotation']
}) {
  const { frame, keys } = props
  const words = frame.copy.auditChain.keys
  if (keys.formerId === null) return null
  // Of a rotation before this one the row still tells until the cron has run.
  const rotation = props.rotation?.keyId === keys.currentId ? props.rotation : null
  const found = Object.entries(rotation?.found ?? {}).filter(
    ([, { resealed, left, unreadable }]) => resealed + left + unreadable > 0,
  )
  const number = (count: number) => describeNumber(count, frame.locale)
  return (
    <Panel title={words.title} lead={words.lead(keys.formerId)}>
      {rotation?.foundAt ? (
        <>
          <Muted>
            <Fill text={words.found} slots={{ time: <RelativeTime frame={frame} at={rotation.foundAt} /> }} />
          </Muted>
          <Table
            caption={words.title}
            columns={[
              { label: words.columns.kind },
              { label: words.columns.resealed, align: 'end', lesser: true },
              { label: words.columns.left, align: 'end' },
              { label: words.columns.unreadable, align: 'end' },
            ]}
            rows={found.map(([kind, { resealed, left, unreadable }]) => [
              words.kinds[kind as keyof typeof words.kinds] ?? kind,
              number(resealed),
              number(left),
              number(unreadable),
            ])}
            empty={words.nothing}
          />
        </>
      ) : (
        <Muted>{words.working}</Muted>
      )}
      <Muted>{words.before}</Muted>
    </Panel>
  )
}
