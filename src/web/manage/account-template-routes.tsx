import { type AccountTemplateForm, writeTemplateForm } from '../../accounts/index.ts'
import type { FieldProblems } from '../../kernel/fields.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import {
  AccountTemplatePage,
  ArchiveTemplatePage,
  NewAccountTemplatePage,
} from './pages/account-template.tsx'
import {
  AccountTemplatesPage,
  TEMPLATES_PATH,
  type TemplateDone,
  templatePath,
} from './pages/account-templates.tsx'

/** What people of the organisation may do by themselves, and what they begin with. */
export function declareAccountTemplateRoutes(app: EdgeApp): void {
  const one = `${TEMPLATES_PATH}/:id`
  declareRoute(app, 'GET', TEMPLATES_PATH, 'manager', list)
  declareRoute(app, 'GET', `${TEMPLATES_PATH}/new`, 'manager', begin)
  declareRoute(app, 'POST', `${TEMPLATES_PATH}/new`, 'manager', create)
  declareRoute(app, 'GET', one, 'manager', show)
  declareRoute(app, 'POST', one, 'manager', change)
  declareRoute(app, 'GET', `${one}/archive`, 'manager', askToArchive)
  declareRoute(app, 'POST', `${one}/archive`, 'manager', archive, { destructive: true })
  declareRoute(app, 'POST', `${one}/restore`, 'manager', restore)
}

/** What a new template begins with: what most organisations want for their people. */
const EMPTY: AccountTemplateForm = {
  name: '',
  permissions: ['register', 'pin', 'qr', 'change_ownership', 'retire'],
  groups: '',
  devices: 'any',
  deviceLimit: '',
  atLimit: 'refuse',
  defaultOwnership: 'inherit',
  locale: 'en',
}

const DONE: TemplateDone[] = ['created', 'saved', 'archived', 'restored']

const doneOf = (c: EdgeContext) => DONE.find((word) => word === c.req.query('done')) ?? null
const idOf = (c: EdgeContext) => c.req.param('id') ?? ''
const organisationOf = (c: EdgeContext) => staffOf(c).organisation.id
const notFound = (c: EdgeContext) => renderDeadEnd(c, 'not_found', 404)
const find = (c: EdgeContext, id: string) => c.var.services.accountTemplates.find(organisationOf(c), id)

async function readTemplate(c: EdgeContext): Promise<AccountTemplateForm> {
  const form = await readForm(c)
  return {
    name: form('name'),
    permissions: form.list('permissions'),
    groups: form('groups'),
    devices: form('devices'),
    deviceLimit: form('deviceLimit'),
    atLimit: form('atLimit'),
    defaultOwnership: form('defaultOwnership'),
    locale: form('locale'),
  }
}

async function list(c: EdgeContext) {
  const templates = await c.var.services.accountTemplates.listAll(organisationOf(c))
  return renderPage(c, <AccountTemplatesPage frame={frameOf(c)} templates={templates} done={doneOf(c)} />)
}

/** Nothing is made before it is saved, of a copy either. */
async function begin(c: EdgeContext) {
  const copied = c.req.query('copy')
  if (copied === undefined) return renderNew(c, { ...EMPTY, locale: c.var.locale }, {})
  const template = await find(c, copied)
  if (!template) return notFound(c)
  const name = frameOf(c).copy.accountTemplates.form.copyOf(template.name)
  return renderNew(c, { ...writeTemplateForm(template), name }, {})
}

async function create(c: EdgeContext) {
  const { services, now } = c.var
  const form = await readTemplate(c)
  const made = await services.accountTemplates.create(organisationOf(c), form, actorOf(c), now)
  if (!made.ok) return renderNew(c, form, made.error)
  return c.redirect(`${templatePath(made.value.id)}?done=created`, 303)
}

function renderNew(c: EdgeContext, values: AccountTemplateForm, problems: FieldProblems) {
  const status = Object.keys(problems).length > 0 ? 422 : 200
  const page = <NewAccountTemplatePage frame={frameOf(c)} values={values} problems={problems} />
  return renderPage(c, page, status)
}

async function show(c: EdgeContext) {
  const template = await find(c, idOf(c))
  if (!template) return notFound(c)
  return renderPage(
    c,
    <AccountTemplatePage
      frame={frameOf(c)}
      template={template}
      values={writeTemplateForm(template)}
      problems={{}}
      done={doneOf(c)}
    />,
  )
}

async function change(c: EdgeContext) {
  const { services, now } = c.var
  const form = await readTemplate(c)
  const id = idOf(c)
  const changed = await services.accountTemplates.change(organisationOf(c), id, form, actorOf(c), now)
  if (!changed) return notFound(c)
  if (changed.ok) return c.redirect(`${templatePath(id)}?done=saved`, 303)
  const template = await find(c, id)
  if (!template) return notFound(c)
  const page = (
    <AccountTemplatePage
      frame={frameOf(c)}
      template={template}
      values={form}
      problems={changed.error}
      done={null}
    />
  )
  return renderPage(c, page, 422)
}

async function askToArchive(c: EdgeContext) {
  const template = await find(c, idOf(c))
  if (!template) return notFound(c)
  if (template.archivedAt !== null) return c.redirect(templatePath(template.id), 303)
  return renderPage(c, <ArchiveTemplatePage frame={frameOf(c)} template={template} />)
}

async function archive(c: EdgeContext) {
  const { services, now } = c.var
  const archived = await services.accountTemplates.archive(organisationOf(c), idOf(c), actorOf(c), now)
  if (archived.ok) return c.redirect(`${TEMPLATES_PATH}?done=archived`, 303)
  const template = archived.error === 'unknown' ? null : await find(c, idOf(c))
  if (!template) return notFound(c)
  return renderPage(c, <ArchiveTemplatePage frame={frameOf(c)} template={template} />, 409)
}

async function restore(c: EdgeContext) {
  const { services, now } = c.var
  const restored = await services.accountTemplates.restore(organisationOf(c), idOf(c), actorOf(c), now)
  return restored.ok ? c.redirect(`${templatePath(idOf(c))}?done=restored`, 303) : notFound(c)
}
