import type { Platform } from '../../../kernel/platform.ts'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { ActLink, Acts, ConfirmPage } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'

export type DeviceTemplateArchivePageProps = {
  frame: Frame
  template: { id: string; name: string }
  offeredFor: Platform[]
  /** Living devices, counted up to 1000. */
  devices: number
}

/** `/manage/device-templates/:id/archive`: asks once, or says why not. */
export function DeviceTemplateArchivePage(props: DeviceTemplateArchivePageProps) {
  const { frame, template, offeredFor } = props
  const { archive } = frame.copy.deviceTemplates
  const path = `/manage/device-templates/${template.id}`
  const title = archive.title(template.name)
  const parent = { href: path, label: template.name }
  if (offeredFor.length === 0)
    return (
      <ConfirmPage
        frame={frame}
        area="manage"
        section="deviceTemplates"
        title={title}
        parent={parent}
        consequences={[...archive.consequences, archive.devices(props.devices)]}
        action={`${path}/archive`}
        act={archive.act}
        cancel={path}
      />
    )
  const platforms = offeredFor.map((platform) => frame.copy.platforms[platform].name).join(', ')
  return (
    <StaffLayout frame={frame} area="manage" section="deviceTemplates" title={title} parent={parent}>
      <Notice tone="warning" title={archive.offeredTitle}>
        {archive.offered(platforms)}
      </Notice>
      <Acts>
        <ActLink href="/manage/setup" weight="primary">
          {archive.toSetup}
        </ActLink>
        <ActLink href={path}>{frame.copy.staff.back}</ActLink>
      </Acts>
    </StaffLayout>
  )
}
