import type { Ownership } from '../../../kernel/ownership.ts'
import type { Platform } from '../../../kernel/platform.ts'
import type { ClaimView, OpenGrant } from '../../../referee/index.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choice.tsx'
import { Fill } from '../../ui/fill.tsx'
import { Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { AskHelpdesk } from '../../ui/helpdesk.tsx'
import { PlatformIcon } from '../../ui/icons.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ReplacedNotice } from '../../ui/replaced.tsx'
import { Card, CardTitle, LinkList, Stack, Title } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { ownershipChoices } from './ownership-choices.ts'
import { setupPath } from './paths.ts'
import { takesProfile } from './status-items.tsx'

export type OfferedPlatform = {
  platform: Platform
  /** The visitor's own. */
  suggested: boolean
  ownership: { default: Ownership; choosable: boolean }
}

export type DeviceError =
  | { code: 'choose_platform' }
  | { code: 'choose_ownership' }
  | { code: 'device_limit_reached'; limit: number }
  | { code: 'rate_limited' }
  | { code: 'temporarily_unavailable' }

export type DevicePageProps = {
  frame: Frame
  platforms: OfferedPlatform[]
  values: { platform: Platform | null; ownership: Ownership | null }
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
  const offered = [...platforms].sort((one, other) => Number(other.suggested) - Number(one.suggested))
  const chosen =
    values.platform ?? (error ? null : (offered.find((offer) => offer.suggested)?.platform ?? null))
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
            <Choices
              name="platform"
              legend={words.platform}
              legendHidden
              error={error?.code === 'choose_platform' ? words.errors.choose_platform : null}
              choices={offered.map(({ platform, suggested, ownership }) => ({
                value: platform,
                label: frame.copy.platforms[platform].name,
                detail: frame.copy.platforms[platform].detail,
                icon: <PlatformIcon platform={platform} />,
                badge: suggested ? words.thisDevice : null,
                checked: platform === chosen,
                asks: ownership.choosable,
              }))}
            />
            <OwnershipChoice frame={frame} offered={offered} chosen={chosen} values={values} error={error} />
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

type OwnershipChoiceProps = {
  frame: Frame
  offered: OfferedPlatform[]
  chosen: Platform | null
  values: DevicePageProps['values']
  error: DeviceError | null
}

function OwnershipChoice({ frame, offered, chosen, values, error }: OwnershipChoiceProps) {
  const open = offered.filter((offer) => offer.ownership.choosable)
  if (open.length === 0) return null
  const words = frame.copy.setup.device
  const owner = values.ownership ?? (error ? null : usualOwnership(open, chosen))
  const names = open.map((offer) => frame.copy.platforms[offer.platform].name)
  const list = new Intl.ListFormat(frame.locale, { type: 'conjunction' }).format(names)
  return (
    <Choices
      name="ownership"
      legend={words.ownership}
      hint={open.length < offered.length ? words.appliesTo(list) : null}
      when="asked"
      error={error?.code === 'choose_ownership' ? words.errors.choose_ownership : null}
      choices={ownershipChoices(frame, owner)}
    />
  )
}

/** What the chosen platform's template says; without a choice what all of them agree on. */
function usualOwnership(open: OfferedPlatform[], chosen: Platform | null): Ownership | null {
  const own = open.find((offer) => offer.platform === chosen)
  if (own) return own.ownership.default
  const defaults = new Set(open.map((offer) => offer.ownership.default))
  return defaults.size === 1 ? (open[0]?.ownership.default ?? null) : null
}
