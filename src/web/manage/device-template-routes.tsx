import { copyFor } from '../../copy/index.ts'
import { LOCALES, type Localised } from '../../kernel/locale.ts'
import { isPlatform, PLATFORMS, type Platform } from '../../kernel/platform.ts'
import { DEFAULT_CHECK_IN_SECONDS, type NewDeviceTemplate, usualReports } from '../../templates/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { declareDeviceTemplateActs } from './device-template-acts.tsx'
import { declareDeviceTemplateEditor } from './device-template-editor.tsx'
import { DeviceTemplateListPage } from './pages/device-template-list.tsx'
import { DeviceTemplateNewPage } from './pages/device-template-new.tsx'

/** What a device receives and what its owner is told: list, new, and what may happen to one. */
export function declareDeviceTemplateRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/manage/device-templates', 'manager', showList)
  declareRoute(app, 'GET', '/manage/device-templates/new', 'manager', showNew)
  declareRoute(app, 'POST', '/manage/device-templates/new', 'manager', create)
  // Before `:id`, so that `save` is no id.
  declareDeviceTemplateEditor(app)
  declareDeviceTemplateActs(app)
}

async function showList(c: EdgeContext) {
  const { services } = c.var
  const { organisation } = staffOf(c)
  const archived = c.req.query('show') === 'archived'
  const after = c.req.query('after') ?? null
  const page = await services.templates.readPage(organisation.id, { archived, after })
  const ids = page.rows.map(({ id }) => id)
  const used = await services.devices.usedTemplates(organisation.id, ids)
  const frame = frameOf(c)
  const done = c.req.query('done') === 'archived' ? frame.copy.deviceTemplates.done.archived : null
  return renderPage(
    c,
    <DeviceTemplateListPage
      frame={frame}
      rows={page.rows}
      used={used}
      archived={archived}
      next={page.next}
      later={after !== null}
      done={done}
    />,
  )
}

function showNew(c: EdgeContext) {
  const asked = c.req.query('platform')
  const platform = isPlatform(asked) ? asked : PLATFORMS[0]
  const frame = frameOf(c)
  const form = { platform, name: frame.copy.platforms[platform].name }
  return renderPage(
    c,
    <DeviceTemplateNewPage frame={frame} form={form} problems={{}} failed={false} source={null} />,
  )
}

async function create(c: EdgeContext) {
  const form = await readForm(c)
  const typed = { name: form('name'), platform: form('platform') }
  const template = await startOf(typed.platform as Platform, typed.name)
  const { organisation } = staffOf(c)
  const made = await c.var.services.templates.createTemplate(organisation.id, template, actorOf(c), c.var.now)
  if (made.ok) return c.redirect(`/manage/device-templates/${made.value.id}?done=created`, 303)
  return renderPage(
    c,
    <DeviceTemplateNewPage frame={frameOf(c)} form={typed} problems={made.error} failed source={null} />,
    422,
  )
}

/** What a template begins with: no settings, and instructions that fit the platform. */
async function startOf(platform: Platform, name: string): Promise<NewDeviceTemplate> {
  const known = isPlatform(platform) ? platform : 'agent'
  const copies = await Promise.all(LOCALES.map(copyFor))
  const texts = LOCALES.map((locale, index) => [locale, copies[index]?.deviceTemplates.start[known]])
  return {
    platform,
    name,
    settings: { wifi: [], webLinks: [], passcode: null, agentApp: null, policies: {} },
    instructions: Object.fromEntries(texts) as Localised,
    notes: null,
    ownership: { default: 'inherit', choosable: true },
    reports: usualReports(known),
    checkInSeconds: DEFAULT_CHECK_IN_SECONDS,
  }
}
