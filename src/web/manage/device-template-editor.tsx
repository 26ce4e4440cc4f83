import type { Change } from '../../audit/index.ts'
import { copyFor } from '../../copy/index.ts'
import type { FieldProblems } from '../../kernel/fields.ts'
import { isLocale } from '../../kernel/locale.ts'
import {
  normaliseSettings,
  placesOfSecrets,
  type TemplateContent,
  type TemplateRecord,
} from '../../templates/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { type PostedForm, readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { type DraftRead, placeProblems, readContent } from './device-template-content.ts'
import {
  addRow,
  type Draft,
  draftOf,
  LISTS,
  type ListName,
  readDraft,
  removeRow,
} from './device-template-draft.ts'
import { takeSecrets } from './device-template-secrets.ts'
import { DeviceTemplateEditPage } from './pages/device-template-edit.tsx'
import { SAVE_PATH } from './pages/device-template-fields.tsx'
import type { TemplatePreviewProps } from './pages/device-template-preview.tsx'
import { DeviceTemplatePreviewPage } from './pages/device-template-preview-page.tsx'

const LIST_PATH = '/manage/device-templates'

/** The one page on which a template is written. */
export function declareDeviceTemplateEditor(app: EdgeApp): void {
  // The form names its template in a field: a path without parameters may take more than 64 KiB.
  declareRoute(app, 'GET', SAVE_PATH, 'manager', (c) => c.redirect(LIST_PATH, 303))
  declareRoute(app, 'POST', SAVE_PATH, 'manager', save, { upload: true })
  declareRoute(app, 'GET', `${LIST_PATH}/:id`, 'manager', showEditor)
  declareRoute(app, 'GET', `${LIST_PATH}/:id/preview`, 'manager', showPreview)
}

async function showEditor(c: EdgeContext) {
  const template = await findTemplate(c, c.req.param('id') ?? '')
  if (!template) return renderDeadEnd(c, 'not_found', 404)
  const { done } = frameOf(c).copy.deviceTemplates
  const said = c.req.query('done') ?? ''
  const draft = draftOf(template)
  return renderEditor(c, template, {
    draft,
    content: template,
    done: Object.hasOwn(done, said) ? done[said as keyof typeof done] : null,
  })
}

function findTemplate(c: EdgeContext, id: string): Promise<TemplateRecord | null> {
  return c.var.services.templates.findTemplate(staffOf(c).organisation.id, id)
}

type Shown = {
  draft: Draft
  content: TemplateContent
  problems?: FieldProblems
  added?: string | null
  done?: string | null
  failed?: boolean
  stale?: Change[] | null
  /** The language of the preview; else that of the page. */
  previewLocale?: string | undefined
}

async function renderEditor(c: EdgeContext, template: TemplateRecord, shown: Shown, status = 200) {
  const frame = frameOf(c)
  const { draft, content, problems = {} } = shown
  const stored = placesOfSecrets(normaliseSettings(template.settings))
  return renderPage(
    c,
    <DeviceTemplateEditPage
      editing={{ frame, template, draft, problems, stored, added: shown.added ?? null }}
      template={template}
      content={content}
      done={shown.done ?? null}
      failed={shown.failed ?? false}
      stale={shown.stale ?? null}
      preview={await previewOf(c, template, content, shown.previewLocale)}
    />,
    status,
  )
}

async function previewOf(
  c: EdgeContext,
  template: TemplateRecord,
  content: TemplateContent,
  asked: string | undefined,
): Promise<TemplatePreviewProps> {
  const { organisation } = staffOf(c)
  const locale = isLocale(asked) ? asked : c.var.locale
  const frame = { ...frameOf(c), locale, copy: await copyFor(locale) }
  return { frame, organisation, platform: template.platform, content }
}

async function showPreview(c: EdgeContext) {
  const template = await findTemplate(c, c.req.param('id') ?? '')
  if (!template) return renderDeadEnd(c, 'not_found', 404)
  const preview = await previewOf(c, template, template, c.req.query('locale'))
  return renderPage(
    c,
    <DeviceTemplatePreviewPage
      frame={frameOf(c)}
      template={template}
      preview={preview}
      locale={preview.frame.locale}
    />,
  )
}

/** The form: saves, or only shows itself again with a row more or less, or with a preview. */
async function save(c: EdgeContext) {
  const form = await readForm(c)
  const id = form('template')
  const { keys } = c.var.services
  const context = `template-form/${id}/${staffOf(c).account.id}`
  const taken = takeSecrets(readDraft(form), { keys, context })
  const [added, removed] = [listOf(form('add')), rowOf(form('remove'))]
  const again = added !== null || removed !== null || form('do') === 'preview'
  if (!again) return saveDraft(c, form, taken.draft, readContent(taken.draft, taken.secrets))

  const template = await findTemplate(c, id)
  if (!template) return renderDeadEnd(c, 'not_found', 404)
  let { draft } = taken
  if (added) draft = addRow(draft, added, normaliseSettings(template.settings))
  else if (removed) draft = removeRow(draft, removed.list, removed.index)
  const { content } = readContent(draft, new Map())
  const previewLocale = form('previewLocale')
  return renderEditor(c, versioned(template, form), {
    draft,
    content,
    added: added && `${added}.${draft.rows[added] - 1}`,
    previewLocale,
  })
}

async function saveDraft(c: EdgeContext, form: PostedForm, draft: Draft, read: DraftRead) {
  const { services, now } = c.var
  const { content, kept, problems } = read
  const id = form('template')
  const input = { organisationId: staffOf(c).organisation.id, id, content, kept, actor: actorOf(c), now }
  const saved = await services.templates.saveTemplate({ ...input, version: versionOf(form), problems })
  if (saved.ok)
    return c.redirect(`${LIST_PATH}/${id}?done=${saved.value.changed ? 'saved' : 'unchanged'}`, 303)
  const refusal = saved.error
  const shown = { draft, content, failed: true, previewLocale: form('previewLocale') }
  if (refusal.code === 'not_found') return renderDeadEnd(c, 'not_found', 404)
  if (refusal.code === 'stale')
    return renderEditor(c, refusal.current, { ...shown, stale: refusal.changes }, 409)
  const placed = placeProblems(draft, refusal.problems)
  return renderEditor(c, refusal.current, { ...shown, problems: placed }, 422)
}

function versionOf(form: PostedForm): number {
  const version = Number(form('version'))
  return Number.isSafeInteger(version) && version > 0 ? version : 0
}

/** A form that is only shown again keeps the version that it was made from. */
function versioned(template: TemplateRecord, form: PostedForm): TemplateRecord {
  return { ...template, version: versionOf(form) || template.version }
}

function listOf(text: string): ListName | null {
  return LISTS.find((list) => list === text) ?? null
}

function rowOf(text: string): { list: ListName; index: number } | null {
  const [name = '', number = ''] = text.split('.')
  const list = listOf(name)
  return list && /^\d{1,3}$/.test(number) ? { list, index: Number(number) } : null
}
