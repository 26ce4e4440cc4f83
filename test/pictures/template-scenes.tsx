import { draftOf } from '../../src/web/manage/device-template-draft.ts'
import { DeviceTemplateEditPage } from '../../src/web/manage/pages/device-template-edit.tsx'
import { emptySettings, newTemplate } from '../templates/samples.ts'
import { managerDe as de, manager as en, makeOrganisation } from './staff-fixtures.ts'

/** The editor of device templates, where somebody else was faster and where something is missing. */

const template = {
  id: 'tpl_5nYt8WcRk3QbVz1LmHx7Ag',
  name: 'Phones of the workshop',
  version: 3,
  archivedAt: null,
}
const { platform, ...content } = { ...newTemplate(emptySettings), name: template.name }
const editing = {
  frame: en,
  template: { id: template.id, platform },
  draft: draftOf(content),
  problems: {},
  stored: new Set<string>(),
  added: null,
} as const
const page = {
  editing,
  template,
  content,
  done: null,
  failed: false,
  stale: null,
  preview: { frame: en, organisation: makeOrganisation(), platform, content },
} as const

export const templateScenes = [
  { name: 'manage-template-empty', page: <DeviceTemplateEditPage {...page} /> },
  {
    name: 'manage-template-refused-de',
    page: (
      <DeviceTemplateEditPage
        {...page}
        editing={{ ...editing, frame: de, problems: { name: { code: 'missing' } } }}
        preview={{ ...page.preview, frame: de }}
        failed
      />
    ),
  },
]
