import type { Account } from '../../accounts/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { inviteePath } from './invitation-paths.ts'
import { ApproveAllPage, DisableManyPage } from './pages/people-confirm.tsx'
import { listPath, PEOPLE_PATH, readFilter } from './people-paths.ts'

const DISABLE_PATH = `${PEOPLE_PATH}/disable`
/** What was typed comes back in the address of the list: not more of it than a group's name could be. */
const TYPED_MAX = 120
const APPROVE_PATH = `${PEOPLE_PATH}/approve-all`

/** What is done with several accounts at once. */
export function declarePeopleBulkRoutes(app: EdgeApp): void {
  declareRoute(app, 'POST', `${PEOPLE_PATH}/bulk`, 'manager', actOnMany)
  declareRoute(app, 'GET', DISABLE_PATH, 'manager', askDisable)
  declareRoute(app, 'POST', DISABLE_PATH, 'manager', disableMany, { destructive: true })
  declareRoute(app, 'GET', APPROVE_PATH, 'manager', askApproveAll)
  declareRoute(app, 'POST', APPROVE_PATH, 'manager', approveAll)
}

const askedOf = (c: EdgeContext) => ({
  organisationId: staffOf(c).organisation.id,
  actor: actorOf(c),
  now: c.var.now,
})

/** Back to the list as it was filtered, with what happened. */
function backTo(c: EdgeContext, filters: string, told: Record<string, string>) {
  const query = new URLSearchParams(filters.startsWith('?') ? filters : '')
  const path = listPath(readFilter((name) => query.get(name) ?? undefined))
  const words = new URLSearchParams(told).toString()
  return c.redirect(`${path}${path.includes('?') ? '&' : '?'}${words}`, 303)
}

async function actOnMany(c: EdgeContext) {
  const { people } = c.var.services
  const form = await readForm(c)
  const asked = askedOf(c)
  const ids = form.list('id')
  const back = form('back')
  const done = (count: number) => backTo(c, back, { done: 'many', count: String(count) })
  const typed = form('to_group').slice(0, TYPED_MAX)
  const refuse = (trouble: string) => backTo(c, back, { trouble, ...(typed && { to_group: typed }) })
  if (ids.length === 0) return refuse('nobody')
  switch (form('act')) {
    case 'approve': {
      const found = await people.bulk.findMany(asked.organisationId, ids)
      return done(await people.bulk.approve(asked, found))
    }
    case 'invite':
      return c.redirect(inviteePath(ids), 303)
    case 'disable':
      return c.redirect(`${DISABLE_PATH}?${new URLSearchParams(ids.map((id) => ['id', id]))}`, 303)
    case 'enable': {
      const found = await people.bulk.findMany(asked.organisationId, ids)
      const off = found.filter(({ state }) => state === 'disabled')
      return (await setDisabled(c, off, false)) ? done(off.length) : backTo(c, back, { trouble: 'some' })
    }
    case 'template': {
      const changed = await people.bulk.changeMany(asked, ids, {
        kind: 'template',
        templateId: form('to_template'),
      })
      return changed.ok ? done(changed.value) : refuse('template')
    }
    case 'add_group':
    case 'remove_group': {
      const kind = form('act') === 'add_group' ? 'add_group' : 'remove_group'
      const changed = await people.bulk.changeMany(asked, ids, { kind, group: form('to_group') })
      return changed.ok ? done(changed.value) : refuse('group')
    }
    default:
      return backTo(c, back, {})
  }
}

/** Each account's provision session decides. False where one of them could not. */
async function setDisabled(c: EdgeContext, people: Account[], disabled: boolean): Promise<boolean> {
  const { provisioning } = c.var.services
  const actor = actorOf(c)
  const results = await Promise.all(
    people.map((account) => provisioning.setDisabled({ account, disabled, actor })),
  )
  return results.every(({ ok }) => ok)
}

/** Those of the ids who can be disabled; never who asks. */
async function findChosen(c: EdgeContext, ids: string[]) {
  const { organisation, account: self } = staffOf(c)
  const found = await c.var.services.people.bulk.findMany(organisation.id, ids)
  const people = found.filter(({ id, state }) => id !== self.id && state !== 'disabled')
  return { people, selfLeftOut: found.some(({ id }) => id === self.id) }
}

async function askDisable(c: EdgeContext) {
  const ids = c.req.queries('id') ?? []
  if (ids.length === 0) return backTo(c, '', { trouble: 'nobody' })
  const chosen = await findChosen(c, ids)
  return renderPage(c, <DisableManyPage frame={frameOf(c)} {...chosen} />)
}

async function disableMany(c: EdgeContext) {
  const form = await readForm(c)
  const { people } = await findChosen(c, form.list('id'))
  const well = await setDisabled(c, people, true)
  return backTo(c, '', well ? { done: 'many', count: String(people.length) } : { trouble: 'some' })
}

async function askApproveAll(c: EdgeContext) {
  const { count, more } = await c.var.services.people.bulk.countWaiting(staffOf(c).organisation.id)
  return renderPage(c, <ApproveAllPage frame={frameOf(c)} count={count} more={more} />)
}

async function approveAll(c: EdgeContext) {
  const { approved, more } = await c.var.services.people.bulk.approveAll(askedOf(c))
  const done = more ? 'approvedSome' : 'approvedAll'
  return backTo(c, more ? '?state=unapproved' : '', { done, count: String(approved) })
}
