import type { Child } from 'hono/jsx'
import { unreachable } from '../../../kernel/result.ts'
import type { GrantView } from '../../../referee/index.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Form, Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { AskHelpdesk } from '../../ui/helpdesk.tsx'
import { SuccessMark } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StatusList } from '../../ui/status-list.tsx'
import { Aside, Card, CardTitle, Facts, Region, Title } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { type ReadyPlace, readyInWizard, setupPath } from './paths.ts'
import { LockedPin } from './pin.tsx'
import { endOf, statusItems, takesProfile } from './status-items.tsx'

type Props = { frame: Frame; grant: GrantView }

/**
 * What the page's script fetches when the state changed: each region replaces the one of the same name. Regions
 * that the new state leaves alone are not in it.
 */
export function StatusFragment(props: Props & { place?: ReadyPlace; pinShown?: boolean }) {
  const { frame, grant, pinShown = true } = props
  const place = props.place ?? readyInWizard(frame, grant.id)
  const spent = grant.live !== 'waiting' && grant.live !== 'opened'
  return (
    <>
      {spent && <HeadRegion frame={frame} grant={grant} place={place} lead={null} />}
      <StatusRegion frame={frame} grant={grant} />
      {spent && <Region name="code" />}
      {spent && <Region name="scan" />}
      {(grant.live === 'active' || grant.live === 'ended') && (
        <>
          <Region name="again" />
          <Region name="guide" />
        </>
      )}
      {spent && <WaysRegion frame={frame} grant={grant} ways={null} />}
      {!spent && pinShown && grant.pinLocked && <LockedPin frame={frame} grant={grant} place={place} />}
    </>
  )
}

/** Heading, what to do now, and a warning where one is due. `lead`: what to do with a code that can be used. */
export function HeadRegion(props: Props & { place: ReadyPlace; lead: string | null }) {
  const { frame, grant, place, lead } = props
  const words = frame.copy.ready
  const ended = grant.live === 'ended' ? endOf(grant) : null
  return (
    <Region name="head">
      {grant.live === 'active' && <SuccessMark />}
      <Title title={titleOf({ frame, grant })}>
        <p>{leadOf({ frame, grant, lead })}</p>
      </Title>
      <Aside>
        {grant.theftSuspectedAt !== null && (
          <Notice tone="warning" title={words.theft.title}>
            {words.theft.text} <AskHelpdesk frame={frame} />
          </Notice>
        )}
        {ended && <Renewal frame={frame} grant={grant} place={place} />}
        {grant.live === 'active' && <ButtonLink href="/portal">{frame.copy.waysOn.toDevices}</ButtonLink>}
      </Aside>
    </Region>
  )
}

/** The heading of the page: what is being set up, or what became of it. */
export function titleOf({ frame, grant }: Props): string {
  const words = frame.copy.ready
  switch (grant.live) {
    case 'active':
      return grant.claim?.name
        ? words.active.title(grant.claim.name)
        : frame.copy.platforms[grant.platform].isSetUp
    case 'ended':
      return words.ended.title
    default:
      return frame.copy.platforms[grant.platform].setUp
  }
}

function leadOf({ frame, grant, lead }: Props & { lead: string | null }): string {
  const words = frame.copy.ready
  switch (grant.live) {
    case 'waiting':
    case 'opened':
      return lead ?? words.lead.elsewhere
    case 'redeemed':
      return takesProfile(grant) ? words.lead.toDownload : words.lead.redeemed
    case 'delivered':
      return grant.claim?.reports === 'ota' ? frame.copy.ota.lead.delivered : words.lead.delivered
    case 'active':
      if (grant.claim?.reports === 'ota') return frame.copy.ota.lead.active
      return grant.claim?.confirmedBy === 'owner' ? words.active.leadSaid : words.active.lead
    case 'ended':
      return words.ended[endOf(grant)]
    default:
      return unreachable(grant.live)
  }
}

/** A new code for the same kind of device, without asking again. */
function Renewal({ frame, grant, place }: Props & { place: ReadyPlace }) {
  const words = frame.copy.ready.ended
  if (place.again !== null) return <ButtonLink href={place.again}>{words.renew}</ButtonLink>
  return (
    <Form action={setupPath(frame, '/device')}>
      <Hidden name="platform" value={grant.platform} />
      <Hidden name="ownership" value={grant.ownership} />
      <Button>{words.renew}</Button>
    </Form>
  )
}

/** The list that tells how far the device has come, read out when it changes. */
export function StatusRegion({ frame, grant }: Props) {
  const words = frame.copy.ready
  return (
    <div data-region="status" aria-live="polite">
      <StatusList
        label={words.statusTitle}
        state={grant.live}
        items={statusItems({ frame, grant })}
        phaseWords={words.phase}
      />
    </div>
  )
}

/** `ways`: how to bring the code to the device, while it can be used; then the device that used it. */
export function WaysRegion({ frame, grant, ways }: Props & { ways: Child }) {
  return <Region name="ways">{grant.claim ? <DeviceCard frame={frame} grant={grant} /> : ways}</Region>
}

function DeviceCard({ frame, grant }: Props) {
  const words = frame.copy.ready.device
  const { claim } = grant
  if (!claim) return null
  // What never reports has nothing to report.
  const told = (name: string, value: string | null) =>
    value === null && claim.reports === 'none' ? [] : [{ name, value: value ?? words.unnamed }]
  const owner = grant.ownership === 'company' ? words.company(frame.organisation?.name ?? '') : words.personal
  return (
    <Card>
      <CardTitle>{words.title}</CardTitle>
      <Facts
        facts={[
          ...told(words.name, claim.name),
          ...told(words.model, claim.model),
          { name: words.kind, value: frame.copy.platforms[claim.platform].name },
          { name: words.ownership, value: owner },
          { name: words.connected, value: <RelativeTime frame={frame} at={claim.claimedAt} /> },
        ]}
      />
    </Card>
  )
}
