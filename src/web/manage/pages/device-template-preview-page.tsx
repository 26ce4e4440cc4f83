import type { Locale } from '../../../kernel/locale.ts'
import { Select } from '../../ui/controls.tsx'
import type { Frame } from '../../ui/frame.ts'
import { LANGUAGE_OPTIONS } from '../../ui/languages.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { FilterBar } from '../../ui/table.tsx'
import { TemplatePreview, type TemplatePreviewProps } from './device-template-preview.tsx'

export type DeviceTemplatePreviewPageProps = {
  frame: Frame
  template: { id: string; name: string }
  preview: TemplatePreviewProps
  locale: Locale
}

/** `/manage/device-templates/:id/preview`: the saved template as its owner sees it, in a language of choice. */
export function DeviceTemplatePreviewPage(props: DeviceTemplatePreviewPageProps) {
  const { frame, template } = props
  const { previewPage } = frame.copy.deviceTemplates
  const path = `/manage/device-templates/${template.id}`
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="deviceTemplates"
      title={previewPage.title}
      lead={previewPage.leadSaved}
      parent={{ href: path, label: template.name }}
    >
      <FilterBar frame={frame} action={`${path}/preview`}>
        <Select name="locale" label={previewPage.language} value={props.locale} options={LANGUAGE_OPTIONS} />
      </FilterBar>
      <TemplatePreview {...props.preview} />
    </StaffLayout>
  )
}
