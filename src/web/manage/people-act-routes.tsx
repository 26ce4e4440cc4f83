import { type Account, PERSON_ROLES, type PersonRead, REFUSAL_REASON_MAX } from '../../accounts/index.ts'
import type { FieldProblems } from '../../kernel/fields.ts'
import { isPlatform, type Platform } from '../../kernel/platform.ts'
import { MINUTE, SECOND } from '../../kernel/time.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { DisablePage, RefusePage, RolePage } from './pages/people-confirm.tsx'
import { ReprovisionPage, type ReprovisionProps } from './pages/people-reprovision.tsx'
import { codePath, PEOPLE_PATH, personPath } from './people-paths.ts'
import { withPerson } from './people-person-routes.tsx'

/** What is done with one account. */
export function declarePeopleActRoutes(app: EdgeApp): void {
  const at = (act: string) => `${PEOPLE_PATH}/:id/${act}`
  declareRoute(app, 'POST', at('approve'), 'manager', withPerson(approve))
  declareRoute(app, 'POST', at('enable'), 'manager', withPerson(enable))
  declareRoute(app, 'GET', at('disable'), 'manager', withPerson(askDisable))
  declareRoute(app, 'POST', at('disable'), 'manager', withPerson(disable), { destructive: true })
  declareRoute(app, 'GET', at('refuse'), 'manager', withPerson(askRefuse))
  declareRoute(app, 'POST', at('refuse'), 'manager', withPerson(refuse), { destructive: true })
  declareRoute(app, 'GET', at('role'), 'manager', withPerson(askRole))
  declareRoute(app, 'POST', at('role'), 'manager', withPerson(setRole), { destructive: true })
  declareRoute(app, 'GET', at('reprovision'), 'manager', withPerson(askReprovision))
  declareRoute(app, 'POST', at('reprovision'), 'manager', reprovision)
}

function back(c: EdgeContext, { account }: PersonRead, told: { done: string } | { trouble: string }) {
  return c.redirect(`${personPath(account.id)}?${new URLSearchParams(told)}`, 303)
}

async function approve(c: EdgeContext, found: PersonRead) {
  const asked = { organisationId: found.account.organisationId, actor: actorOf(c), now: c.var.now }
  const approved = await c.var.services.people.bulk.approve(asked, [found.account])
  return back(c, found, { done: approved > 0 ? 'approved' : 'unchanged' })
}

async function decide(c: EdgeContext, { account }: PersonRead, disabled: boolean): Promise<boolean> {
  const actor = actorOf(c)
  return (await c.var.services.provisioning.setDisabled({ account, disabled, actor })).ok
}

async function enable(c: EdgeContext, found: PersonRead) {
  if (found.account.state !== 'disabled') return back(c, found, { done: 'unchanged' })
  return back(c, found, (await decide(c, found, false)) ? { done: 'enabled' } : { trouble: 'away' })
}

const isSelf = (c: EdgeContext, { account }: PersonRead) => account.id === staffOf(c).account.id

function askDisable(c: EdgeContext, { account }: PersonRead) {
  return renderPage(c, <DisablePage frame={frameOf(c)} account={account} />)
}

async function disable(c: EdgeContext, found: PersonRead) {
  if (isSelf(c, found)) return back(c, found, { trouble: 'self' })
  return back(c, found, (await decide(c, found, true)) ? { done: 'disabled' } : { trouble: 'away' })
}

function askRefuse(c: EdgeContext, { account }: PersonRead) {
  return renderPage(c, <RefusePage frame={frameOf(c)} account={account} reason="" problems={{}} />)
}

async function refuse(c: EdgeContext, found: PersonRead) {
  const { account } = found
  if (account.state !== 'unapproved') return back(c, found, { done: 'unchanged' })
  const reason = (await readForm(c)).text('reason').trim()
  if (reason.length > REFUSAL_REASON_MAX) {
    const problems: FieldProblems = { reason: { code: 'too_long', limit: REFUSAL_REASON_MAX } }
    const page = <RefusePage frame={frameOf(c)} account={account} reason={reason} problems={problems} />
    return renderPage(c, page, 422)
  }
  if (!(await decide(c, found, true))) return back(c, found, { trouble: 'away' })
  const asked = { organisationId: account.organisationId, actor: actorOf(c), now: c.var.now }
  await c.var.services.people.bulk.noteRefusal(asked, account, reason)
  return back(c, found, { done: 'refused' })
}

function askRole(c: EdgeContext, { account }: PersonRead) {
  const role = account.role === 'manager' ? 'device_owner' : 'manager'
  return renderPage(c, <RolePage frame={frameOf(c)} account={account} role={role} />)
}

/** The form names the role: sent twice, it does not turn back what it did. */
async function setRole(c: EdgeContext, found: PersonRead) {
  const asked = (await readForm(c))('role')
  const role = PERSON_ROLES.find((one) => one === asked)
  if (!role) return back(c, found, { trouble: 'unchanged' })
  const changed = await c.var.services.people.setRole({ found, role, actor: actorOf(c), now: c.var.now })
  if (!changed.ok) return back(c, found, { trouble: changed.error })
  await c.var.services.provisioning.closeAllSockets(found.account)
  return back(c, found, { done: 'role' })
}

async function renderReprovision(
  c: EdgeContext,
  account: Account,
  rest: Pick<ReprovisionProps, 'refusal' | 'chosen'>,
) {
  const { services, door } = c.var
  const [offered, replaced] = await Promise.all([
    services.templates.listOffered(account.organisationId),
    services.provisioning.listReplaced(account),
  ])
  const minutes = Math.ceil((door.service.provisionCodeSeconds * SECOND) / MINUTE)
  const platforms = offered.map(({ platform }) => platform)
  const page = <ReprovisionPage frame={frameOf(c)} {...{ account, platforms, replaced, minutes, ...rest }} />
  return renderPage(c, page, c.req.method === 'GET' ? 200 : 422)
}

function askReprovision(c: EdgeContext, { account }: PersonRead) {
  const refusal = account.state === 'active' ? null : ('setup_disabled' as const)
  return renderReprovision(c, account, { chosen: null, refusal })
}

async function reprovision(c: EdgeContext) {
  const { services, door, now } = c.var
  const asked = (await readForm(c))('platform')
  const chosen: Platform | null = isPlatform(asked) ? asked : null
  const id = (c.req.param('id') ?? '').slice(0, 100)
  const found = await services.provisioning.findRecipient(staffOf(c).organisation.id, id, chosen)
  if (!found) return renderDeadEnd(c, 'not_found', 404)
  const { account, template } = found
  if (!template) return renderReprovision(c, account, { chosen, refusal: 'choose_platform' })
  const actor = actorOf(c)
  // What leaves by e-mail asks for the PIN, whatever the organisation asks for on its own pages.
  const issued = await services.provisioning.issueCode({
    ...{ door, account, template, actor },
    ownership: null,
    confirmation: 'pin',
  })
  if (!issued.ok) return renderReprovision(c, account, { chosen, refusal: issued.error.code })
  await services.people.sendCode({ account, grant: issued.value, actor, now })
  // Whoever may not see the PIN hears it from the manager, who sees it next.
  if (account.permissions.includes('pin')) return c.redirect(`${personPath(account.id)}?done=sent`, 303)
  return c.redirect(`${codePath(account.id, issued.value.id)}?done=sent`, 303)
}
