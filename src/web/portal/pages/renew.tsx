import type { OwnedDevice } from '../../../devices/index.ts'
import type { Platform } from '../../../kernel/platform.ts'
import { DeviceChoices, type OfferedPlatform } from '../../setup/pages/index.ts'
import type { Frame } from '../../ui/frame.ts'
import { AskHelpdesk } from '../../ui/helpdesk.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bulleted } from '../../ui/register.tsx'
import { Act, ActLink, Acts, ConfirmPage, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { myDevicePath } from '../device-paths.ts'
import { ownedName } from './device-words.tsx'

export type RenewTrouble =
  | { code: 'not_offered' }
  | { code: 'device_limit_reached' }
  | { code: 'setup_disabled' }
  | { code: 'rate_limited' }
  | { code: 'temporarily_unavailable' }

export type RenewProps = { frame: Frame; device: OwnedDevice; trouble: RenewTrouble | null }

/** Asks before a device is set up again. `/portal/devices/<id>/renew`. */
export function RenewPage({ frame, device, trouble }: RenewProps) {
  const { renew } = frame.copy.portalRegister
  const name = ownedName(frame.copy, device)
  const page = myDevicePath(device.id)
  if (trouble) {
    return (
      <StaffLayout
        frame={frame}
        area="portal"
        section="myDevices"
        title={renew.title(name)}
        parent={{ href: page, label: name }}
        failed="said"
      >
        <Trouble frame={frame} trouble={trouble} />
        <Acts>
          <ActLink href={page}>{frame.copy.staff.back}</ActLink>
        </Acts>
      </StaffLayout>
    )
  }
  return (
    <ConfirmPage
      frame={frame}
      area="portal"
      section="myDevices"
      title={renew.title(name)}
      parent={{ href: page, label: name }}
      consequences={renew.consequences}
      action={myDevicePath(device.id, 'renew')}
      weight="primary"
      act={renew.act}
      cancel={page}
    />
  )
}

export type ReplaceProps = RenewProps & {
  platforms: OfferedPlatform[]
  chosen: { platform: Platform | null; failed: boolean }
}

/** Says what becomes of the old device, and asks what the new one is. `/portal/devices/<id>/replace`. */
export function ReplacePage({ frame, device, platforms, chosen, trouble }: ReplaceProps) {
  const { replace } = frame.copy.portalRegister
  const name = ownedName(frame.copy, device)
  const page = myDevicePath(device.id)
  const offered = platforms.map((offer) => ({
    ...offer,
    // Whose the old one is, the new one is.
    ownership: { ...offer.ownership, choosable: false },
  }))
  return (
    <StaffLayout
      frame={frame}
      area="portal"
      section="myDevices"
      title={replace.title(name)}
      lead={replace.lead}
      parent={{ href: page, label: name }}
      failed={(trouble !== null || chosen.failed) && 'said'}
    >
      {trouble && <Trouble frame={frame} trouble={trouble} />}
      <StaffForm action={myDevicePath(device.id, 'replace')}>
        <Panel title={frame.copy.staff.confirm.sure}>
          <Bulleted items={replace.consequences} />
          {offered.length > 0 ? (
            <DeviceChoices
              frame={frame}
              platforms={offered}
              values={{ platform: chosen.platform, ownership: null }}
              error={chosen.failed ? { code: 'choose_platform' } : null}
            />
          ) : (
            <Notice tone="warning">{frame.copy.deadEnds.no_platforms.text}</Notice>
          )}
          <Acts>
            {offered.length > 0 && <Act>{replace.act}</Act>}
            <ActLink href={page}>{frame.copy.staff.cancel}</ActLink>
          </Acts>
        </Panel>
      </StaffForm>
    </StaffLayout>
  )
}

function Trouble({ frame, trouble }: { frame: Frame; trouble: RenewTrouble }) {
  const { portalRegister: words, ui } = frame.copy
  if (trouble.code === 'rate_limited' || trouble.code === 'temporarily_unavailable')
    return <Notice tone="error">{ui.refusals[trouble.code]}</Notice>
  return (
    <Notice tone="error">
      {trouble.code === 'not_offered' ? words.notOffered : words.refusals[trouble.code]}{' '}
      <AskHelpdesk frame={frame} />
    </Notice>
  )
}
