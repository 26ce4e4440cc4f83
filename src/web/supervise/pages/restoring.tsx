import type { Operation } from '../../../provisioning/index.ts'
import { Fill } from '../../ui/fill.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { Act, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { Facts, Muted } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { describeNumber } from './health-words.ts'
import { REPLAY_PATH } from './paths.ts'

/** After a restore every account is compared with its session; says what that came to the last time. */
export function Restoring(props: { frame: Frame; replay: Operation['replay']; begun: boolean }) {
  const { frame, replay, begun } = props
  const words = frame.copy.restoring
  return (
    <Panel title={words.title} lead={words.lead}>
      {begun && <Notice tone="success">{words.begun}</Notice>}
      <LastReplay frame={frame} replay={replay} />
      <StaffForm action={REPLAY_PATH}>
        <Act weight="secondary">{words.act}</Act>
      </StaffForm>
    </Panel>
  )
}

function LastReplay({ frame, replay }: { frame: Frame; replay: Operation['replay'] }) {
  const words = frame.copy.restoring
  if (!replay) return <Muted>{words.never}</Muted>
  const { at, detail } = replay
  const time = <RelativeTime frame={frame} at={at} />
  if (detail.begun === true)
    return (
      <Muted>
        <Fill text={words.working} slots={{ time }} />
      </Muted>
    )
  return (
    <>
      <Muted>
        <Fill text={words.last} slots={{ time }} />
      </Muted>
      <Facts
        facts={Object.entries(words.counts).map(([name, label]) => ({
          name: label,
          value: describeNumber(Number(detail[name] ?? 0), frame.locale),
        }))}
      />
    </>
  )
}
