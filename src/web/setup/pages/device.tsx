import type { ClaimView, OpenGrant } from '../../../referee/index.ts'
import { Button } from '../../ui/button.tsx'
import { Fill } from '../../ui/fill.tsx'
import { Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { AskHelpdesk } from '../../ui/helpdesk.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ReplacedNotice } from '../../ui/replaced.tsx'
import { Card, CardTitle, LinkList, Stack, Title } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import {
  type ChosenDevice,
  DeviceChoices,
  type DeviceError,
  type OfferedPlatform,
} from './device-choices.tsx'
import { setupPath } from './paths.ts'
import { takesProfile } from './status-items.tsx'

export type DevicePageProps = {
  frame: Frame
  platforms: OfferedPlatform[]
  values: ChosenDevice
  /** What the person began before, here or elsewhere, and may go on with. */
  open: OpenGrant[]
  /** Devices that end once one more is set up, oldest first. */
  replaced?: ClaimView[]
  /** The person does not get codes by themselves: the page says who helps. */
  closed?: boolean
  error: DeviceError | null
}

/**
 * Step 3. Posts `platform` and, where any of the platforms lets its owner choose, `ownership` to
 * `/setup/<slug>/device`; for the others the server takes the template's ownership.
 */
export function DevicePage(props: DevicePageProps) {
  return props.closed ? <ClosedDevicePage {...props} /> : <OpenDevicePage {...props} />
}

/** No form: managers get codes for this person, or nobody does. */
function ClosedDevicePage({ frame, open }: DevicePageProps) {
  const words = frame.copy.setup.device.closed
  return (
    <Layout frame={frame} title={words.title} step="device">
      <Stack>
        <OpenGrants frame={frame} open={open} />
        <Card>
          <Title title={words.title}>
            <p>{words.text}</p>
            <p>
              {words.next} <AskHelpdesk frame={frame} />
            </p>
          </Title>
        </Card>
      </Stack>
    </Layout>
  )
}

function OpenDevicePage({ frame, platforms, values, open, replaced = [], error }: DevicePageProps) {
  const words = frame.copy.setup.device
  return (
    <Layout frame={frame} title={words.title} failed={error !== null} step="device">
      <Stack>
        <OpenGrants frame={frame} open={open} />
        <Card>
          <Title title={words.title}>
            <p>{words.lead}</p>
          </Title>
          <Form action={setupPath(frame, '/device')}>
            <GeneralError frame={frame} error={error} />
            <ReplacedNotice frame={frame} replaced={replaced} words={words.replaces} />
            <DeviceChoices frame={frame} platforms={platforms} values={values} error={error} legendHidden />
            <Button>{words.submit}</Button>
          </Form>
        </Card>
      </Stack>
    </Layout>
  )
}

function GeneralError({ frame, error }: { frame: Frame; error: DeviceError | null }) {
  switch (error?.code) {
    case 'device_limit_reached':
      return (
        <Notice tone="error">
          {frame.copy.setup.device.errors.device_limit_reached(error.limit)} <AskHelpdesk frame={frame} />
        </Notice>
      )
    case 'rate_limited':
    case 'temporarily_unavailable':
      return <Notice tone="error">{frame.copy.ui.refusals[error.code]}</Notice>
    default:
      return null
  }
}

/** Codes that live and devices that have not reported yet: choosing the same platform again would end them. */
function OpenGrants({ frame, open }: { frame: Frame; open: OpenGrant[] }) {
  if (open.length === 0) return null
  const words = frame.copy.setup.device
  return (
    <Card>
      <CardTitle>{words.open}</CardTitle>
      <LinkList
        items={open.map((grant) => ({
          href: setupPath(frame, `/ready/${grant.id}`),
          label: grant.claim?.name ?? frame.copy.platforms[grant.platform].name,
          detail: <OpenDetail frame={frame} grant={grant} />,
        }))}
      />
    </Card>
  )
}

/** What the device waits for; until when, where none has used the code. */
function OpenDetail({ frame, grant }: { frame: Frame; grant: OpenGrant }) {
  const words = frame.copy.setup.device
  if (grant.live === 'delivered') return <>{words.openDelivered}</>
  if (grant.live === 'redeemed') return <>{takesProfile(grant) ? words.openToDownload : words.openPending}</>
  const time = <RelativeTime frame={frame} at={grant.validUntil} />
  return <Fill text={words.openUntil} slots={{ time }} />
}
