import { type PersonForm, type PersonRead, writeGroups } from '../../accounts/index.ts'
import { describeError, log } from '../../runtime/logger.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { type PostedForm, readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { EditPersonPage, NewPersonPage, type NewPersonProps } from './pages/people-form.tsx'
import { PersonPage } from './pages/people-person.tsx'
import { PEOPLE_PATH, personPath } from './people-paths.ts'
import { describeDone, describeTrouble } from './people-words.ts'

/** One account: its page, and what is typed about it. */
export function declarePersonRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', `${PEOPLE_PATH}/new`, 'manager', showNew)
  declareRoute(app, 'POST', `${PEOPLE_PATH}/new`, 'manager', addPerson)
  declareRoute(app, 'GET', `${PEOPLE_PATH}/:id`, 'manager', withPerson(showPerson))
  declareRoute(app, 'GET', `${PEOPLE_PATH}/:id/edit`, 'manager', withPerson(showEdit))
  declareRoute(app, 'POST', `${PEOPLE_PATH}/:id/edit`, 'manager', withPerson(editPerson))
}

/** Hands the account of `:id` to the handler; one of another organisation is not found. */
export function withPerson(handle: (c: EdgeContext, found: PersonRead) => Response | Promise<Response>) {
  return async (c: EdgeContext) => {
    const id = (c.req.param('id') ?? '').slice(0, 100)
    const found = await c.var.services.people.find(staffOf(c).organisation.id, id)
    return found ? handle(c, found) : renderDeadEnd(c, 'not_found', 404)
  }
}

async function showPerson(c: EdgeContext, found: PersonRead) {
  const { services } = c.var
  const { account } = found
  const [devices, codes] = await Promise.all([
    services.devices.listOf(account.organisationId, account.id),
    services.provisioning.listOpenGrants(account).catch((error: unknown) => {
      log('warn', 'open_codes_not_read', { reason: describeError(error) })
      return null
    }),
  ])
  const frame = frameOf(c)
  return renderPage(
    c,
    <PersonPage
      frame={frame}
      found={found}
      devices={devices}
      codes={codes}
      self={account.id === staffOf(c).account.id}
      done={describeDone(frame.copy, (name) => c.req.query(name), c.var.services.baseUrl)}
      trouble={describeTrouble(frame.copy, c.req.query('trouble'))}
    />,
  )
}

const readPersonForm = (form: PostedForm): PersonForm => ({
  name: form('name'),
  phone: form('phone'),
  locale: form('locale'),
  template: form('template'),
  groups: form('groups'),
})

async function showNew(c: EdgeContext) {
  const { organisation } = staffOf(c)
  const templates = await c.var.services.people.listTemplates(organisation.id)
  const usual = templates.find(({ id }) => id === organisation.accountTemplateId)
  const form = {
    address: '',
    name: '',
    phone: '',
    locale: usual?.locale ?? c.var.locale,
    template: usual?.id ?? '',
    groups: writeGroups(usual?.groups ?? []),
    role: 'device_owner',
  }
  return renderNew(c, { form, templates, problems: {}, takenBy: null })
}

function renderNew(c: EdgeContext, props: Omit<NewPersonProps, 'frame'>) {
  const status = Object.keys(props.problems).length > 0 ? 422 : 200
  return renderPage(c, <NewPersonPage frame={frameOf(c)} {...props} />, status)
}

async function addPerson(c: EdgeContext) {
  const posted = await readForm(c)
  const form = { ...readPersonForm(posted), address: posted('address'), role: posted('role') }
  const { organisation } = staffOf(c)
  const added = await c.var.services.people.add({
    organisationId: organisation.id,
    form,
    actor: actorOf(c),
    now: c.var.now,
  })
  if (!added.ok) return renderNew(c, { form, ...added.error })
  return c.redirect(`${personPath(added.value.id)}?done=added`, 303)
}

function showEdit(c: EdgeContext, found: PersonRead) {
  const { name, phone, locale, templateId, groups } = found.account
  const form = { name, phone: phone ?? '', locale, template: templateId, groups: writeGroups(groups) }
  return renderPage(c, <EditPersonPage frame={frameOf(c)} found={found} form={form} problems={{}} />)
}

async function editPerson(c: EdgeContext, found: PersonRead) {
  const form = readPersonForm(await readForm(c))
  const changed = await c.var.services.people.change({ found, form, actor: actorOf(c), now: c.var.now })
  if (changed.ok) return c.redirect(`${personPath(found.account.id)}?done=changed`, 303)
  const page = <EditPersonPage frame={frameOf(c)} found={found} form={form} problems={changed.error} />
  return renderPage(c, page, 422)
}
