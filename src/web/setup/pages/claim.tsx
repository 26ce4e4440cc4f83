import { ButtonLink, WaysOn } from '../../ui/button.tsx'
import { Fill } from '../../ui/fill.tsx'
import { AskHelpdesk } from '../../ui/helpdesk.tsx'
import { SuccessMark } from '../../ui/icons.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Written } from '../../ui/markdown.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StatusList } from '../../ui/status-list.tsx'
import { Card, CardTitle, LiveArea, Muted, Region, Stack, Title } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { ClaimAct } from './claim-act.tsx'
import { type ClaimFragmentProps, type ClaimStage, type StagedClaim, stageOf } from './claim-stage.ts'
import { claimItems } from './claim-status.tsx'
import { leadOf, titleOf } from './claim-words.ts'
import { claimPath } from './paths.ts'

export type ClaimPageProps = ClaimFragmentProps & {
  /** From `renderMarkdown`; empty where there are none. */
  instructionsHtml: string
}

/** `/p/<ref>/<device>`: what the device needs next, in the browser that claimed, and how far it has come. */
export function ClaimPage({ instructionsHtml, ...props }: ClaimPageProps) {
  const { frame, claim, ref } = props
  const staged = { ...props, stage: stageOf(props) }
  const live = claimPath(ref, claim.deviceId, '/live')
  const status = claimPath(ref, claim.deviceId, '/status')
  return (
    <Layout frame={frame} title={titleOf(staged)} scripts={['ready', 'copy']}>
      <LiveArea live={live} status={status} now={frame.now}>
        <Stack gap="wide">
          <HeadRegion {...staged} />
          <Stack>
            <Card>
              <ActRegion {...staged} />
              <StatusRegion {...staged} />
              <AgainRegion {...staged} />
            </Card>
            <Region name="guide">
              {hasSteps(staged.stage) && instructionsHtml !== '' && (
                <Card>
                  <CardTitle>{frame.copy.claim.notes(frame.organisation?.name ?? '')}</CardTitle>
                  <Written html={instructionsHtml} />
                </Card>
              )}
            </Region>
            <FootRegion {...staged} />
          </Stack>
        </Stack>
      </LiveArea>
    </Layout>
  )
}

/** What the page's script fetches when the state changed: each region replaces the one of the same name. */
export function ClaimFragment(props: ClaimFragmentProps) {
  const staged = { ...props, stage: stageOf(props) }
  return (
    <>
      <HeadRegion {...staged} />
      <ActRegion {...staged} />
      <StatusRegion {...staged} />
      <AgainRegion {...staged} />
      {!hasSteps(staged.stage) && <Region name="guide" />}
      <FootRegion {...staged} />
    </>
  )
}

/** Something is to be done here: a manager's instructions help with it. */
function hasSteps(stage: ClaimStage): boolean {
  return stage === 'safari' || stage === 'download' || stage === 'install' || stage === 'hand_over'
}

function HeadRegion(props: StagedClaim) {
  return (
    <Region name="head">
      {props.stage === 'active' && <SuccessMark />}
      <Title title={titleOf(props)}>
        <p>{leadOf(props)}</p>
      </Title>
    </Region>
  )
}

function ActRegion(props: StagedClaim) {
  return (
    <Region name="act">
      <ClaimAct {...props} />
    </Region>
  )
}

/** The list that tells how far the device has come, read out when it changes. */
function StatusRegion(props: StagedClaim) {
  const { ready } = props.frame.copy
  return (
    <div data-region="status" aria-live="polite">
      <StatusList
        label={ready.statusTitle}
        state={props.claim.live}
        items={claimItems(props)}
        phaseWords={ready.phase}
      />
    </div>
  )
}

/** Without script this brings the state up to date. */
function AgainRegion({ frame, claim, ref, stage }: StagedClaim) {
  const waits = hasSteps(stage) || (stage === 'moved' && claim.live !== 'active')
  return (
    <Region name="again">
      {waits && (
        <WaysOn>
          <ButtonLink weight="faint" href={claimPath(ref, claim.deviceId)}>
            {frame.copy.ready.refresh}
          </ButtonLink>
        </WaysOn>
      )}
    </Region>
  )
}

/** Until when this browser can do something, or what to do if it was not its person who went on. */
function FootRegion({ frame, claim, stage }: StagedClaim) {
  const words = frame.copy.claim
  const ends = stage === 'safari' || stage === 'download' || stage === 'hand_over'
  return (
    <Region name="foot">
      {ends && (
        <Muted>
          <Fill text={words.ends} slots={{ time: <RelativeTime frame={frame} at={claim.windowEndsAt} /> }} />
        </Muted>
      )}
      {stage === 'moved' && (
        <Notice tone="info" title={words.moved.notYou}>
          {words.moved.notYouText} <AskHelpdesk frame={frame} />
        </Notice>
      )}
    </Region>
  )
}
