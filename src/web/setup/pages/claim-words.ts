import { unreachable } from '../../../kernel/result.ts'
import { endOfClaim, isByFiles, type StagedClaim } from './claim-stage.ts'

/** The heading of a claim's page: what is being set up, or what became of it. */
export function titleOf(props: StagedClaim): string {
  const { copy } = props.frame
  switch (props.stage) {
    case 'active':
      return props.claim.model
        ? copy.ready.active.title(props.claim.model)
        : copy.platforms[props.claim.platform].isSetUp
    case 'moved':
      return copy.claim.moved.title
    case 'ended':
    case 'over':
      return copy.claim.ended.title
    default:
      return copy.platforms[props.claim.platform].setUpThis
  }
}

/** The sentence below it. */
export function leadOf(props: StagedClaim): string {
  const { frame, claim, stage } = props
  const words = frame.copy.claim
  const end = endOfClaim(props)
  if (end) return words.ended[end]
  const ota = claim.reports === 'ota' ? frame.copy.ota.lead : null
  const files = isByFiles(claim) ? frame.copy.files : null
  switch (stage) {
    case 'safari':
      return words.lead.safari
    case 'download':
      return (files?.openLead ?? (ota ?? words.lead).download)(frame.organisation?.name ?? '')
    case 'install':
      return files?.installLead ?? (ota ?? words.lead).install
    case 'hand_over':
      return claim.platform === 'linux' ? words.lead.handOverToCommand : words.lead.handOver(props.appName)
    case 'active':
      return (ota ?? words.lead).active
    case 'moved':
      return claim.live === 'active' ? words.moved.done : words.moved.lead
    case 'ended':
    case 'over':
      return words.ended.over
    default:
      return unreachable(stage)
  }
}
