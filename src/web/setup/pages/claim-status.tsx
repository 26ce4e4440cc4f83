import type { Child } from 'hono/jsx'
import { Fill } from '../../ui/fill.tsx'
import type { StatusItem } from '../../ui/status-list.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { endOfClaim, isByFiles, profilePlatformOf, type StagedClaim, storeOf } from './claim-stage.ts'

/** The steps of a claim: what is behind its person, what is to be done now, what is to come. */
export function claimItems(props: StagedClaim): StatusItem[] {
  const { frame, claim, stage } = props
  const words = frame.copy.claim.status
  const connected: StatusItem = {
    phase: 'done',
    title: words.connected,
    detail: <RelativeTime frame={frame} at={claim.claimedAt} />,
  }
  const end = endOfClaim(props)
  if (end)
    return [
      connected,
      ...downloaded(props),
      { phase: 'ended', title: words.ended[end], detail: words.ended.detail },
    ]
  if (stage === 'moved')
    return [
      connected,
      { phase: 'done', title: words.elsewhere, detail: null },
      ...downloaded(props),
      active(props),
    ]
  const steps = stepsOf(props)
  return [connected, ...steps, active(props)]
}

function stepsOf(props: StagedClaim): StatusItem[] {
  if (profilePlatformOf(props.claim)) return profileSteps(props)
  return isByFiles(props.claim) && props.stage !== 'hand_over' ? filesSteps(props) : appSteps(props)
}

/** The download, where there was one. */
function downloaded({ frame, claim }: StagedClaim): StatusItem[] {
  if (claim.deliveredAt === null) return []
  const at = <RelativeTime frame={frame} at={claim.deliveredAt} />
  const { files, claim: words } = frame.copy
  const title = isByFiles(claim) ? files.status.done : words.status.download.done
  return [{ phase: 'done', title, detail: at }]
}

function profileSteps(props: StagedClaim): StatusItem[] {
  const { frame, claim, stage } = props
  const words = frame.copy.claim.status
  const platform = profilePlatformOf(claim)
  const settings = platform && frame.copy.claim.steps[platform].settings
  const install = (phase: 'now' | 'next'): StatusItem => ({
    phase,
    title: claim.reports === 'ota' ? frame.copy.ota.status.install : words.install.title,
    detail: settings,
  })
  if (stage === 'active') {
    const done = claim.reports === 'ota' ? frame.copy.ota.status.told : words.install.done
    return [...downloaded(props), { phase: 'done', title: done, detail: claim.model ?? null }]
  }
  if (stage === 'install') return [...downloaded(props), install('now')]
  const where = stage === 'safari' ? words.download.inSafari : words.download.detail
  return [{ phase: 'now', title: words.download.title, detail: where }, install('next')]
}

function filesSteps(props: StagedClaim): StatusItem[] {
  const { stage, frame } = props
  const words = frame.copy.files.status
  if (stage === 'active')
    return [...downloaded(props), { phase: 'done', title: words.installed, detail: null }]
  if (stage === 'install') return [...downloaded(props), { phase: 'now', title: words.install, detail: null }]
  return [
    { phase: 'now', title: words.title, detail: words.detail },
    { phase: 'next', title: words.install, detail: null },
  ]
}

function appSteps(props: StagedClaim): StatusItem[] {
  const { frame, claim, stage } = props
  const words = frame.copy.claim.status.handOver
  if (stage === 'active') return [{ phase: 'done', title: words.done, detail: null }]
  if (claim.platform === 'linux')
    return [{ phase: 'now', title: words.titleCommand, detail: words.detailCommand }]
  return [{ phase: 'now', title: words.title, detail: storeOf(props) ? words.detailStore : words.detail }]
}

function active({ frame, claim, stage }: StagedClaim): StatusItem {
  const words = frame.copy.claim.status.active
  if (claim.live === 'active')
    return { phase: 'done', title: words.title, detail: confirmed({ frame, claim }) }
  if (stage === 'moved')
    return claim.reports === 'none'
      ? { phase: 'now', title: words.nowThere, detail: words.saidThere }
      : { phase: 'now', title: words.now, detail: words.reported }
  return {
    phase: 'next',
    title: words.title,
    detail: claim.reports === 'none' ? words.said : words.reported,
  }
}

/** Where nothing reports, it was its owner who said so. */
function confirmed({ frame, claim }: Pick<StagedClaim, 'frame' | 'claim'>): Child {
  if (claim.confirmedAt === null) return null
  const time = <RelativeTime frame={frame} at={claim.confirmedAt} />
  if (claim.reports !== 'none') return time
  return <Fill text={frame.copy.claim.status.active.saidBy} slots={{ time }} />
}
