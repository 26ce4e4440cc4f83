import { NOBODY_YET } from '../../organisations/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute } from '../http/routes.ts'
import { ConfirmPage } from '../ui/staff-form.tsx'
import { declareManagerRoutes } from './manager-routes.tsx'
import { organisationIdOf, readTeam, renderOrganisation } from './organisation-view.tsx'
import { NewOrganisationPage } from './pages/new-organisation.tsx'
import { OrganisationsPage } from './pages/organisations.tsx'
import { ORGANISATIONS_PATH, organisationPath } from './pages/paths.ts'

const NEW = '/supervise/organisations/new'
const ONE = '/supervise/organisations/:id'

/** What a new organisation is coloured with until its manager chooses. */
const FIRST_ACCENT = '#17559a'

/** Organisations: all of them, a new one, and everything about one. */
export function declareOrganisationRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', ORGANISATIONS_PATH, 'supervisor', showOrganisations)
  declareRoute(app, 'GET', NEW, 'supervisor', askForNew)
  declareRoute(app, 'POST', NEW, 'supervisor', create)
  declareRoute(app, 'GET', ONE, 'supervisor', (c) => renderOrganisation(c))
  declareRoute(app, 'POST', ONE, 'supervisor', rename)
  declareRoute(app, 'GET', `${ONE}/off`, 'supervisor', askAboutOff)
  declareRoute(app, 'POST', `${ONE}/off`, 'supervisor', (c) => switchTo(c, false), { destructive: true })
  declareRoute(app, 'GET', `${ONE}/on`, 'supervisor', askAboutOn)
  declareRoute(app, 'POST', `${ONE}/on`, 'supervisor', (c) => switchTo(c, true))
  declareManagerRoutes(app)
}

async function showOrganisations(c: EdgeContext) {
  const search = (c.req.query('q') ?? '').trim().slice(0, 120)
  const after = c.req.query('after') ?? null
  const page = await c.var.services.supervision.list(search, after)
  return renderPage(
    c,
    <OrganisationsPage frame={frameOf(c)} page={page} search={search} later={after !== null} />,
  )
}

async function askForNew(c: EdgeContext) {
  const siteId = await c.var.services.supervision.suggestSiteId()
  const typed = { name: '', slug: '', siteId, accent: FIRST_ACCENT }
  const { baseUrl } = c.var.services
  return renderPage(
    c,
    <NewOrganisationPage frame={frameOf(c)} typed={typed} problems={{}} baseUrl={baseUrl} />,
  )
}

async function create(c: EdgeContext) {
  const form = await readForm(c)
  const typed = { name: form('name'), slug: form('slug'), siteId: form('siteId'), accent: form('accent') }
  const { supervision, baseUrl } = c.var.services
  const made = await supervision.create(typed, actorOf(c), c.var.now)
  if (made.ok) return c.redirect(`${organisationPath(made.value)}?done=created`, 303)
  return renderPage(
    c,
    <NewOrganisationPage frame={frameOf(c)} typed={typed} problems={made.error} baseUrl={baseUrl} />,
    422,
  )
}

async function rename(c: EdgeContext) {
  const team = await readTeam(c)
  if (!team) return renderDeadEnd(c, 'not_found', 404)
  const { organisation } = team
  const form = await readForm(c)
  const names = { name: form('name'), slug: form('slug'), siteId: form('siteId') }
  const saved = await c.var.services.supervision.rename(organisation, names, actorOf(c), c.var.now)
  if (!saved.ok) return renderOrganisation(c, { names, problems: saved.error }, team)
  return c.redirect(`${organisationPath(organisation.id)}?done=saved`, 303)
}

async function askAboutOff(c: EdgeContext) {
  const organisation = await findOrganisation(c)
  if (!organisation) return renderDeadEnd(c, 'not_found', 404)
  const frame = frameOf(c)
  const { confirmOff } = frame.copy.superviseOrganisations
  const path = organisationPath(organisation.id)
  return renderPage(
    c,
    <ConfirmPage
      frame={frame}
      area="supervise"
      section="organisations"
      title={confirmOff.title(organisation.name)}
      parent={{ href: path, label: organisation.name }}
      consequences={confirmOff.consequences}
      action={`${path}/off`}
      act={confirmOff.act}
      cancel={path}
    />,
  )
}

async function askAboutOn(c: EdgeContext) {
  const organisation = await findOrganisation(c)
  if (!organisation) return renderDeadEnd(c, 'not_found', 404)
  const frame = frameOf(c)
  const { confirmOn } = frame.copy.superviseOrganisations
  const { emailRule } = organisation
  const rule =
    emailRule === NOBODY_YET ? confirmOn.rule : emailRule === '' ? confirmOn.everybody : confirmOn.guarded
  const path = organisationPath(organisation.id)
  return renderPage(
    c,
    <ConfirmPage
      frame={frame}
      area="supervise"
      section="organisations"
      title={confirmOn.title(organisation.name)}
      parent={{ href: path, label: organisation.name }}
      consequences={[confirmOn.consequences, rule]}
      action={`${path}/on`}
      act={confirmOn.act}
      cancel={path}
    />,
  )
}

async function switchTo(c: EdgeContext, enabled: boolean) {
  const organisation = await findOrganisation(c)
  if (!organisation) return renderDeadEnd(c, 'not_found', 404)
  await c.var.services.supervision.switch(organisation, enabled, actorOf(c), c.var.now)
  return c.redirect(`${organisationPath(organisation.id)}?done=${enabled ? 'on' : 'off'}`, 303)
}

function findOrganisation(c: EdgeContext) {
  const id = organisationIdOf(c)
  return id === null ? null : c.var.services.supervision.find(id)
}
