import type { FieldProblems } from '../../kernel/fields.ts'
import { isPlatform } from '../../kernel/platform.ts'
import type { TemplateRecord } from '../../templates/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { DeviceTemplateArchivePage } from './pages/device-template-archive.tsx'
import { DeviceTemplateHistoryPage, DeviceTemplateRestorePage } from './pages/device-template-history.tsx'
import { DeviceTemplateNewPage } from './pages/device-template-new.tsx'

const PATH = '/manage/device-templates/:id'

/** What may happen to a template besides being written: copied, archived, taken back, set to what it was. */
export function declareDeviceTemplateActs(app: EdgeApp): void {
  declareRoute(app, 'GET', `${PATH}/copy`, 'manager', showCopy)
  declareRoute(app, 'POST', `${PATH}/copy`, 'manager', copy)
  declareRoute(app, 'GET', `${PATH}/archive`, 'manager', showArchive)
  declareRoute(app, 'POST', `${PATH}/archive`, 'manager', archive, { destructive: true })
  declareRoute(app, 'POST', `${PATH}/unarchive`, 'manager', unarchive)
  declareRoute(app, 'GET', `${PATH}/history`, 'manager', showHistory)
  declareRoute(app, 'GET', `${PATH}/history/:version`, 'manager', showRestore)
  declareRoute(app, 'POST', `${PATH}/history/:version`, 'manager', restore)
}

const idOf = (c: EdgeContext) => c.req.param('id') ?? ''
const pathOf = (c: EdgeContext) => `/manage/device-templates/${encodeURIComponent(idOf(c))}`

function findTemplate(c: EdgeContext): Promise<TemplateRecord | null> {
  return c.var.services.templates.findTemplate(staffOf(c).organisation.id, idOf(c))
}

/** In whose name, where and when. */
function placeOf(c: EdgeContext) {
  return { organisationId: staffOf(c).organisation.id, id: idOf(c), actor: actorOf(c), now: c.var.now }
}

async function showCopy(c: EdgeContext) {
  const source = await findTemplate(c)
  if (!source) return renderDeadEnd(c, 'not_found', 404)
  const frame = frameOf(c)
  const form = { platform: source.platform, name: frame.copy.deviceTemplates.copy.name(source.name) }
  return renderPage(
    c,
    <DeviceTemplateNewPage frame={frame} form={form} problems={{}} failed={false} source={source} />,
  )
}

async function copy(c: EdgeContext) {
  const form = await readForm(c)
  const { templates } = c.var.services
  const { organisation } = staffOf(c)
  const typed = { name: form('name'), platform: form('platform') }
  const platform = isPlatform(typed.platform) ? typed.platform : null
  const source = await templates.readCopy(organisation.id, idOf(c), platform)
  if (!source) return renderDeadEnd(c, 'not_found', 404)
  const { content, lost } = source
  const made =
    platform && !lost
      ? await templates.createTemplate(
          organisation.id,
          { ...content, platform, name: typed.name },
          actorOf(c),
          c.var.now,
        )
      : null
  if (made?.ok) return c.redirect(`/manage/device-templates/${made.value.id}?done=copied`, 303)
  const problems: FieldProblems = {
    ...(!platform && { platform: { code: 'not_a_choice' } }),
    ...made?.error,
  }
  const hidden = Object.keys(problems).some((field) => field !== 'name' && field !== 'platform')
  if (lost || hidden) problems.lost = { code: 'missing' }
  const named = { id: idOf(c), name: content.name }
  return renderPage(
    c,
    <DeviceTemplateNewPage frame={frameOf(c)} form={typed} problems={problems} failed source={named} />,
    422,
  )
}

async function showArchive(c: EdgeContext) {
  const { services } = c.var
  const { organisation } = staffOf(c)
  const [found, devices] = await Promise.all([
    services.templates.findUsed(organisation.id, idOf(c)),
    services.devices.countUsing(organisation.id, idOf(c)),
  ])
  if (!found) return renderDeadEnd(c, 'not_found', 404)
  if (found.template.archivedAt !== null) return c.redirect(pathOf(c), 303)
  return renderPage(c, <DeviceTemplateArchivePage frame={frameOf(c)} {...found} devices={devices} />)
}

async function archive(c: EdgeContext) {
  const archived = await c.var.services.templates.archiveTemplate(placeOf(c))
  if (archived.ok) return c.redirect('/manage/device-templates?done=archived', 303)
  if (archived.error.code === 'not_found') return renderDeadEnd(c, 'not_found', 404)
  // The page asks again, or says what is in the way now.
  if (archived.error.code === 'meanwhile') return c.redirect(`${pathOf(c)}/archive`, 303)
  const { template, platforms } = archived.error
  return renderPage(
    c,
    <DeviceTemplateArchivePage frame={frameOf(c)} template={template} offeredFor={platforms} devices={0} />,
    409,
  )
}

async function unarchive(c: EdgeContext) {
  const done = await c.var.services.templates.unarchiveTemplate(placeOf(c))
  if (!done.ok) return renderDeadEnd(c, 'not_found', 404)
  return c.redirect(`${pathOf(c)}?done=unarchived`, 303)
}

async function showHistory(c: EdgeContext) {
  const after = c.req.query('after') ?? null
  const { templates } = c.var.services
  const [template, page] = await Promise.all([
    findTemplate(c),
    templates.readHistory(staffOf(c).organisation.id, idOf(c), after),
  ])
  if (!template) return renderDeadEnd(c, 'not_found', 404)
  return renderPage(
    c,
    <DeviceTemplateHistoryPage
      frame={frameOf(c)}
      template={template}
      rows={page.rows}
      next={page.next}
      later={after !== null}
    />,
  )
}

/** 0 for what is no version: there is none of that number. */
function versionOf(c: EdgeContext): number {
  const text = c.req.param('version') ?? ''
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0
}

function showRestore(c: EdgeContext) {
  return renderRestore(c, versionOf(c), false)
}

async function renderRestore(c: EdgeContext, version: number, lost: boolean) {
  const found = await c.var.services.templates.readVersion(staffOf(c).organisation.id, idOf(c), version)
  if (!found) return renderDeadEnd(c, 'not_found', 404)
  return renderPage(
    c,
    <DeviceTemplateRestorePage frame={frameOf(c)} {...found} version={version} lost={lost} />,
    lost ? 409 : 200,
  )
}

async function restore(c: EdgeContext) {
  const version = versionOf(c)
  const done = await c.var.services.templates.restoreVersion({ ...placeOf(c), version })
  if (done.ok) return c.redirect(`${pathOf(c)}?done=${done.value.changed ? 'restored' : 'unchanged'}`, 303)
  if (done.error.code === 'not_found') return renderDeadEnd(c, 'not_found', 404)
  if (done.error.code === 'lost') return renderRestore(c, version, true)
  // Somebody saved at the same moment: the page says what going back would change now.
  return c.redirect(`${pathOf(c)}/history/${version}`, 303)
}
