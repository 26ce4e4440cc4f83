import type { OwnedDevice } from '../../../devices/index.ts'
import type { ClaimView } from '../../../referee/index.ts'
import type { CodeWay } from '../../../registration/index.ts'
import { type ChosenDevice, DeviceChoices, type OfferedPlatform } from '../../setup/pages/index.ts'
import { Fill } from '../../ui/fill.tsx'
import { FieldError } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { AskHelpdesk } from '../../ui/helpdesk.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PortalLive } from '../../ui/portal.tsx'
import { ReplacedNotice } from '../../ui/replaced.tsx'
import { Act, Explained, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { LinkList, Muted } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { LIVE_PATH, myDevicePath } from '../device-paths.ts'
import { REGISTER_PATH } from '../register-paths.ts'
import { ownedName } from './device-words.tsx'
import { type OpenProps, OpenRegion } from './register-open.tsx'
import { describeLength } from './register-parts.ts'

export type RegisterError =
  | { code: 'choose_platform' }
  | { code: 'choose_way' }
  | { code: 'setup_disabled' }
  | { code: 'rate_limited' }
  | { code: 'temporarily_unavailable' }

export type RegisterProps = Pick<OpenProps, 'frame' | 'open' | 'invitation'> & {
  platforms: OfferedPlatform[]
  values: ChosenDevice
  /** How a code may come; none: this person gets none by themselves. */
  ways: CodeWay[]
  /** Nobody sets up a device at the moment, and who says so. */
  paused: 'organisation_off' | 'service_off' | null
  /** Where messages go. */
  address: string
  phone: string | null
  /** Whether a message brings the PIN too. */
  pinSeen: boolean
  /** How long a code works. */
  seconds: number
  /** Devices that end once one more is set up, oldest first. */
  replaced: ClaimView[]
  /** There is no room: what may be replaced instead. */
  limit: { limit: number; devices: OwnedDevice[] } | null
  error: RegisterError | null
  done: 'email' | 'sms' | 'cancelled' | 'unchanged' | null
}

/** Getting a code for one more device, and what is still open. `/portal/register`. */
export function RegisterPage(props: RegisterProps) {
  const { frame, open, invitation, ways, error, paused } = props
  const asks = ways.length > 0 && paused === null && props.limit === null
  const { portal, portalRegister: words } = frame.copy
  return (
    <StaffLayout
      frame={frame}
      area="portal"
      section="register"
      title={words.title}
      lead={asks ? words.lead : null}
      done={doneWords(props)}
      failed={error !== null && 'said'}
      scripts={['portal']}
    >
      <PortalLive live={LIVE_PATH} status={REGISTER_PATH} now={frame.now} changed={portal.changed}>
        {ways.length === 0 ? (
          <Closed frame={frame} />
        ) : paused ? (
          <Paused frame={frame} paused={paused} />
        ) : props.limit ? (
          <AtLimit frame={frame} limit={props.limit} />
        ) : (
          <AskForm {...props} />
        )}
        <OpenRegion frame={frame} open={open} invitation={invitation} mayCancel={ways.length > 0} />
      </PortalLive>
    </StaffLayout>
  )
}

function doneWords({ frame, done, address, phone }: RegisterProps): string | null {
  const words = frame.copy.portalRegister.done
  switch (done) {
    case null:
      return null
    case 'email':
      return words.email(address)
    case 'sms':
      return words.sms(phone ?? '')
    case 'cancelled':
    case 'unchanged':
      return words[done]
  }
}

/** No form: managers get codes for this person, or nobody does. */
function Closed({ frame }: { frame: Frame }) {
  const { closed } = frame.copy.portalRegister
  return (
    <Panel title={closed.title}>
      <p>{closed.text}</p>
      <p>
        {closed.next} <AskHelpdesk frame={frame} />
      </p>
    </Panel>
  )
}

/** No form for now: codes would set up nothing. */
function Paused({ frame, paused }: { frame: Frame; paused: NonNullable<RegisterProps['paused']> }) {
  const { title, text, next } = frame.copy.deadEnds[paused]
  return (
    <Panel title={title}>
      <p>{text}</p>
      <p>
        {next} <AskHelpdesk frame={frame} />
      </p>
    </Panel>
  )
}

function AtLimit({ frame, limit }: { frame: Frame; limit: NonNullable<RegisterProps['limit']> }) {
  const words = frame.copy.portalRegister.limit
  return (
    <Panel title={words.title}>
      {limit.devices.length > 0 && (
        <>
          <p>{words.text(limit.limit)}</p>
          <LinkList
            items={limit.devices.map((device) => ({
              href: myDevicePath(device.id, 'replace'),
              label: words.replace(ownedName(frame.copy, device)),
              detail: (
                <Fill
                  text={words.since}
                  slots={{ time: <RelativeTime frame={frame} at={device.registeredAt} /> }}
                />
              ),
            }))}
          />
        </>
      )}
      <p>
        {words.none} <AskHelpdesk frame={frame} />
      </p>
    </Panel>
  )
}

function AskForm(props: RegisterProps) {
  const { frame, platforms, values, replaced, error, ways } = props
  const words = frame.copy.portalRegister
  if (platforms.length === 0) {
    const { no_platforms: none } = frame.copy.deadEnds
    return (
      <Notice tone="warning" title={none.title}>
        {none.text} {none.next}
      </Notice>
    )
  }
  const ofDevice = error?.code === 'choose_platform' ? error : null
  return (
    <StaffForm action={REGISTER_PATH}>
      <Panel>
        <GeneralError frame={frame} error={error} />
        <ReplacedNotice frame={frame} replaced={replaced} words={words.replaces} />
        <DeviceChoices frame={frame} platforms={platforms} values={values} error={ofDevice} />
      </Panel>
      <Panel title={words.how} lead={words.note(describeLength(props.seconds, frame.locale))}>
        {error?.code === 'choose_way' && <FieldError name="way">{words.choose_way}</FieldError>}
        {ways.map((way, index) => (
          <Explained
            act={
              <Act name="way" value={way} weight={index === 0 ? 'primary' : 'secondary'}>
                {words.ways[way].act}
              </Act>
            }
          >
            <Muted>{whatItDoes(props, way)}</Muted>
          </Explained>
        ))}
      </Panel>
    </StaffForm>
  )
}

function whatItDoes({ frame, address, phone, pinSeen }: RegisterProps, way: CodeWay): string {
  const { ways } = frame.copy.portalRegister
  switch (way) {
    case 'email':
      return pinSeen ? ways.email.what(address) : ways.email.whatLink(address)
    case 'sms':
      return pinSeen ? ways.sms.what(phone ?? '') : ways.sms.whatLink(phone ?? '')
    case 'pin':
    case 'qr':
      return ways[way].what
  }
}

function GeneralError({ frame, error }: Pick<RegisterProps, 'frame' | 'error'>) {
  switch (error?.code) {
    case 'setup_disabled':
      return (
        <Notice tone="error">
          {frame.copy.portalRegister.refusals.setup_disabled} <AskHelpdesk frame={frame} />
        </Notice>
      )
    case 'rate_limited':
    case 'temporarily_unavailable':
      return <Notice tone="error">{frame.copy.ui.refusals[error.code]}</Notice>
    default:
      return null
  }
}
