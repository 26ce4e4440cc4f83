import type { Child } from 'hono/jsx'
import type { Permission } from '../../../accounts/index.ts'
import type { ListedCommand } from '../../../commands/index.ts'
import type { DerivedCredential } from '../../../derived-credentials/index.ts'
import { DEVICE_NAME_MAX, isEnded, type OwnedDeviceRead } from '../../../devices/index.ts'
import type { FieldProblems } from '../../../kernel/fields.ts'
import type { OpenGrant } from '../../../referee/index.ts'
import { problemAt } from '../../ui/controls.tsx'
import { StateLine } from '../../ui/device-list.tsx'
import { Field } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { PortalLive, SpokenRegion } from '../../ui/portal.tsx'
import { Act, ActLink, Acts, Explained, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { InlineLink, Region } from '../../ui/text.tsx'
import { LIVE_PATH, myDevicePath, myDevicesPath } from '../device-paths.ts'
import { codePath } from '../register-paths.ts'
import { CommandPanel } from './command-panel.tsx'
import { DerivedPanel } from './derived-panel.tsx'
import { ConsentPanel } from './device-consent.tsx'
import { MyDeviceFacts } from './device-facts.tsx'
import { EndedPanel } from './device-over.tsx'
import { OwnedBadge, ownedDetail, ownedName, ownedReason } from './device-words.tsx'
import { PasscodePanel } from './passcode-panel.tsx'
import { RenewPanel } from './renew-panel.tsx'

export type MyDeviceProps = {
  frame: Frame
  read: OwnedDeviceRead
  /** Who looks. */
  accountId: string
  permissions: readonly Permission[]
  /** What it was asked to do, the newest first. */
  commands: ListedCommand[]
  /** Codes that can still be used, and devices that have not reported yet, of the whole account. */
  open: OpenGrant[]
  /** What the device has of a derived credential as it is set up now. */
  credential: DerivedCredential | null
  /** An external module issues these. */
  external: boolean
  /** What was typed when it was refused; absent: what is stored. */
  name?: string
  problems?: FieldProblems
  done?: string | null
  /** What could not be done, in words. */
  trouble?: string | null
}

/** One of somebody's devices, with everything about it. GET `/portal/devices/<id>`. */
export function MyDevicePage(props: MyDeviceProps) {
  const { frame, read } = props
  const { device } = read
  const problems = props.problems ?? {}
  const ended = isEnded(device)
  return (
    <StaffLayout
      frame={frame}
      area="portal"
      section="myDevices"
      title={ownedName(frame.copy, device)}
      lead={ownedDetail(frame.copy, device)}
      parent={{ href: myDevicesPath(ended), label: frame.copy.portal[ended ? 'endedTitle' : 'title'] }}
      done={props.done ?? null}
      failed={Object.keys(problems).length > 0}
      scripts={['portal']}
    >
      {props.trouble && <Notice tone="warning">{props.trouble}</Notice>}
      <PortalLive
        live={LIVE_PATH}
        status={myDevicePath(device.id, 'status')}
        now={frame.now}
        changed={frame.copy.portal.changed}
      >
        <MyDeviceRegions {...props} />
      </PortalLive>
      {!ended && <NamePanel {...props} problems={problems} />}
      {read.mayChangeOwnership && <OwnershipPanel {...props} />}
      {!ended && <ConsentPanel frame={frame} device={device} permissions={props.permissions} />}
    </StaffLayout>
  )
}

/** What changes while somebody looks at the page. GET `/portal/devices/<id>/status`. */
export function MyDeviceRegions(props: MyDeviceProps) {
  const { frame, read, permissions, open } = props
  const { device } = read
  const mine = { frame, device, permissions }
  return (
    <>
      <SpokenRegion name="state">
        {isEnded(device) ? <EndedPanel {...props} /> : <State {...props} />}
      </SpokenRegion>
      <CommandPanel {...mine} commands={props.commands} accountId={props.accountId} />
      <Region name="facts">
        <MyDeviceFacts frame={frame} read={read} />
      </Region>
      <PasscodePanel {...mine} />
      <Region name="credential">
        <DerivedPanel {...mine} credential={props.credential} external={props.external} />
      </Region>
      <RenewPanel {...mine} open={open} />
    </>
  )
}

function State(props: MyDeviceProps) {
  const { frame, read, open } = props
  const { device } = read
  const words = frame.copy.portalDevice
  const told = { frame, device }
  const grant = open.find(({ claim }) => claim?.deviceId === device.id)
  return (
    <Panel title={words.state}>
      <StateLine badge={<OwnedBadge {...told} />} reason={ownedReason(told)} advice={succession(props)} />
      {device.lifecycle === 'pending' && grant && (
        <Acts>
          <ActLink href={codePath(grant.id)} weight="primary">
            {frame.copy.portal.goOn}
          </ActLink>
        </Acts>
      )}
    </Panel>
  )
}

/** Whose place it takes, or who takes its place; null where neither. */
function succession({ frame, read: { device } }: MyDeviceProps): Child {
  const words = frame.copy.portalDevice
  const { replacedByDeviceId: by, replacesDeviceId: former } = device
  const other = by ?? former
  if (other === null) return null
  const said =
    by !== null ? words.replacing : device.lifecycle === 'pending' ? words.replaces : words.tookPlace
  return (
    <>
      {said} <InlineLink href={myDevicePath(other)}>{words.showOther}</InlineLink>
    </>
  )
}

function NamePanel({ frame, read, name, problems = {} }: MyDeviceProps) {
  const { device } = read
  const words = frame.copy.portalDevice.name
  const own = !device.nameGiven && device.name !== null ? `${words.own(device.name)} ` : ''
  return (
    <Panel title={words.title}>
      <StaffForm action={myDevicePath(device.id, 'name')}>
        <Field
          name="name"
          label={words.label}
          hint={`${own}${words.hint}`}
          value={name ?? (device.nameGiven ? (device.name ?? '') : '')}
          error={problemAt(frame.copy, problems, 'name')}
          maxlength={DEVICE_NAME_MAX}
          autocomplete="off"
          required={false}
        />
        <Acts>
          <Act weight="secondary">{words.save}</Act>
        </Acts>
      </StaffForm>
    </Panel>
  )
}

function OwnershipPanel({ frame, read }: MyDeviceProps) {
  const { device } = read
  const words = frame.copy.portalDevice.owner
  const name = frame.organisation?.name ?? ''
  const company = device.ownership === 'company'
  return (
    <Panel title={words.title}>
      <Explained
        act={
          <ActLink href={myDevicePath(device.id, 'ownership')}>
            {company ? words.toPersonal : words.toCompany(name)}
          </ActLink>
        }
      >
        {company ? words.company(name) : words.personal(name)}
      </Explained>
    </Panel>
  )
}
