import type { GrantView } from '../../../referee/index.ts'
import { ButtonLink, WaysOn } from '../../ui/button.tsx'
import { CopyField, Countdown } from '../../ui/credentials.tsx'
import { Fill } from '../../ui/fill.tsx'
import type { Frame } from '../../ui/frame.ts'
import { AskHelpdesk } from '../../ui/helpdesk.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Written } from '../../ui/markdown.tsx'
import { Qr } from '../../ui/qr.tsx'
import { Card, CardTitle, Columns, Divider, LiveArea, Region, Stack } from '../../ui/text.tsx'
import { ClockTime } from '../../ui/time.tsx'
import { type ReadyPlace, readyInWizard } from './paths.ts'
import { PinRegion } from './pin.tsx'
import { HeadRegion, StatusRegion, titleOf, WaysRegion } from './status.tsx'

export type ReadyPageProps = {
  frame: Frame
  grant: GrantView
  /** Absent: the wizard. */
  place?: ReadyPlace
  /** Null once the code has ended or was used. */
  provisionUrl: string | null
  /** From `drawQr`; null with the URL, and where organisation or account template leave it out. */
  qr: string | null
  /** Whether the person may see PINs; they may unless their account template says otherwise. */
  pinShown?: boolean
  siteId: string
  /** What is typed with the PIN. */
  address: string
  /** `<base>/go`, where it is typed. */
  goUrl: string
  /** This answers *New PIN*, which posts to `<page>/pin`. */
  pinRenewed: boolean
  /** From `renderMarkdown`. */
  instructionsHtml: string
  /** The visitor's browser runs on the kind of device that is being set up. */
  onThisDevice: boolean
}

type PlacedProps = ReadyPageProps & { place: ReadyPlace }

/** Step 4: how to bring the code to the device, and how far it has come. */
export function ReadyPage(asked: ReadyPageProps) {
  const { frame, grant } = asked
  const place = asked.place ?? readyInWizard(frame, grant.id)
  const props = { ...asked, place }
  const words = frame.copy.ready
  const { page } = place
  const over = isOver(grant)
  return (
    <Layout
      frame={frame}
      title={titleOf({ frame, grant })}
      step={place.home === null ? 'ready' : null}
      complete={grant.live === 'active'}
      width={over ? 'narrow' : 'wide'}
      scripts={['ready', 'copy']}
    >
      <LiveArea live={`${page}/live`} status={`${page}/status`} now={frame.now}>
        <HeadRegion
          frame={frame}
          grant={grant}
          place={place}
          lead={words.lead[props.onThisDevice ? 'here' : props.qr ? 'elsewhere' : 'link']}
        />
        <Columns stacked={over} first={<First {...props} />} second={<Second {...props} />} />
      </LiveArea>
    </Layout>
  )
}

function isOver(grant: GrantView): boolean {
  return grant.live === 'active' || grant.live === 'ended'
}

function First(props: PlacedProps) {
  const { frame, grant, provisionUrl, qr, onThisDevice } = props
  const words = frame.copy.ready
  const code = qr && <Qr svg={qr} label={frame.copy.ui.qrLabel} />
  const instead = linkLeads(props) && <LinkField {...props} />
  return (
    <>
      <Card>
        <Region name="code">
          {provisionUrl && (
            <Stack gap="tight">
              {onThisDevice ? <ButtonLink href={provisionUrl}>{words.openHere}</ButtonLink> : code || instead}
              <Lifetime frame={frame} grant={grant} />
              <Divider />
            </Stack>
          )}
        </Region>
        <StatusRegion frame={frame} grant={grant} />
        <Region name="again">
          {!isOver(grant) && (
            <WaysOn>
              <ButtonLink weight="faint" href={props.place.page}>
                {words.refresh}
              </ButtonLink>
            </WaysOn>
          )}
        </Region>
      </Card>
      {onThisDevice && (
        <Region name="scan">
          {code && (
            <Card>
              <CardTitle>{words.orScan}</CardTitle>
              {code}
            </Card>
          )}
        </Region>
      )}
    </>
  )
}

/** Without a QR code the link to another device is what the page is about. */
function linkLeads({ qr, onThisDevice }: ReadyPageProps): boolean {
  return qr === null && !onThisDevice
}

function LinkField({ frame, provisionUrl }: ReadyPageProps) {
  return (
    <CopyField
      id="provision-url"
      label={frame.copy.ready.link}
      value={provisionUrl ?? ''}
      button={frame.copy.ui.copyButton}
    />
  )
}

function Lifetime({ frame, grant }: { frame: Frame; grant: GrantView }) {
  const words = frame.copy.ready
  return (
    <Countdown ends={grant.validUntil} running={words.running} over={words.runOut}>
      <Fill text={words.until} slots={{ time: <ClockTime frame={frame} at={grant.validUntil} /> }} />
    </Countdown>
  )
}

function Second(props: PlacedProps) {
  const { frame, grant } = props
  const words = frame.copy.ready
  return (
    <>
      <Region name="guide">
        {!isOver(grant) && props.instructionsHtml !== '' && (
          <Card>
            <CardTitle>{frame.copy.platforms[grant.platform].onIt}</CardTitle>
            <Written html={props.instructionsHtml} />
          </Card>
        )}
      </Region>
      <WaysRegion frame={frame} grant={grant} ways={props.provisionUrl && <OtherWays {...props} />} />
      <ButtonLink weight="quiet" href={props.place.another}>
        {words.another}
      </ButtonLink>
      {props.place.home !== null && (
        <ButtonLink weight="quiet" href={props.place.home}>
          {frame.copy.waysOn.toDevices}
        </ButtonLink>
      )}
    </>
  )
}

function OtherWays(props: PlacedProps) {
  const words = props.frame.copy.ready
  const { pinShown = true } = props
  const pinAsked = props.grant.confirmation === 'pin'
  if (linkLeads(props) && !pinShown && !pinAsked) return null
  return (
    <Card>
      <CardTitle>{words.otherWays}</CardTitle>
      <Stack>
        {!linkLeads(props) && <LinkField {...props} />}
        {pinShown && <PinRegion {...props} />}
        {!pinShown && pinAsked && (
          <p>
            {words.pinElsewhere} <AskHelpdesk frame={props.frame} />
          </p>
        )}
      </Stack>
    </Card>
  )
}
