import type { Child } from 'hono/jsx'
import type { GrantView } from '../../../referee/index.ts'
import { Fill } from '../../ui/fill.tsx'
import type { Frame } from '../../ui/frame.ts'
import type { StatusItem } from '../../ui/status-list.tsx'
import { RelativeTime } from '../../ui/time.tsx'

type Props = { frame: Frame; grant: GrantView }
type EndReason = 'expired' | 'superseded' | 'revoked' | 'abandoned' | 'removed'

/** Why a grant, or the claim that was made with it, has ended. */
export function endOf(grant: GrantView): EndReason {
  if (grant.claim?.state === 'abandoned') return 'abandoned'
  if (grant.claim) return 'removed'
  if (grant.state === 'superseded' || grant.state === 'revoked') return grant.state
  return 'expired'
}

/** Its browser downloads a profile, and no app comes that reports. */
export function takesProfile({ claim }: Pick<GrantView, 'claim'>): boolean {
  return claim?.reports === 'none' || claim?.reports === 'ota'
}

/** Who says that it is done: its owner, or the device, now or again and again. */
function lastWords({ frame, grant: { claim } }: Props) {
  const words = frame.copy.ready.status
  if (claim?.reports === 'ota') return frame.copy.ota.status.active
  return claim?.reports === 'none' ? words.said : words.active
}

/** Opened, connected, active; with a profile between where nothing on the device reports. */
export function statusItems({ frame, grant }: Props): StatusItem[] {
  const words = frame.copy.ready.status
  const { claim } = grant
  const opened = openedItem({ frame, grant })
  const connected = connectedItem({ frame, grant })
  const delivered: StatusItem | null =
    claim?.deliveredAt != null
      ? {
          phase: 'done',
          title: words.profile.done,
          detail: <RelativeTime frame={frame} at={claim.deliveredAt} />,
        }
      : null
  if (grant.live === 'ended') {
    const end: StatusItem = { phase: 'ended', title: words.ended[endOf(grant)], detail: words.ended.detail }
    return [opened, connected, delivered, end].filter((item) => item !== null)
  }
  const silent = takesProfile(grant)
  const active = activeItem({ frame, grant })
  const profile = delivered ?? (silent && !active ? awaited(true, words.profile) : null)
  const last =
    active ?? awaited(connected !== null && (!silent || delivered !== null), lastWords({ frame, grant }))
  return [
    opened ?? { phase: 'now', title: words.open.now, detail: words.open.nowDetail },
    connected ?? awaited(opened !== null, words.connect),
    ...(profile ? [profile] : []),
    last,
  ]
}

function openedItem({ frame, grant }: Props): StatusItem | null {
  const words = frame.copy.ready.status.open
  if (grant.openedAt !== null)
    return { phase: 'done', title: words.done, detail: <RelativeTime frame={frame} at={grant.openedAt} /> }
  if (grant.claim === null) return null
  return {
    phase: 'done',
    title: words.doneUnseen,
    detail: <RelativeTime frame={frame} at={grant.claim.claimedAt} />,
  }
}

function connectedItem({ frame, grant: { claim } }: Props): StatusItem | null {
  if (claim === null) return null
  const at = <RelativeTime frame={frame} at={claim.claimedAt} />
  return { phase: 'done', title: frame.copy.ready.status.connect.done, detail: named(claim.name, at) }
}

function named(name: string | null, at: Child): Child {
  if (name === null) return at
  return (
    <>
      {name} · {at}
    </>
  )
}

/** Reported by the device, or said by its owner. */
function activeItem({ frame, grant: { claim } }: Props): StatusItem | null {
  const words = frame.copy.ready.status
  if (claim?.confirmedAt == null) return null
  const time = <RelativeTime frame={frame} at={claim.confirmedAt} />
  if (claim.confirmedBy !== 'owner') return { phase: 'done', title: words.active.done, detail: time }
  return {
    phase: 'done',
    title: words.said.done,
    detail: <Fill text={words.said.doneDetail} slots={{ time }} />,
  }
}

function awaited(
  now: boolean,
  words: { now: string; nowDetail: string; next: string; nextDetail: string },
): StatusItem {
  return now
    ? { phase: 'now', title: words.now, detail: words.nowDetail }
    : { phase: 'next', title: words.next, detail: words.nextDetail }
}
