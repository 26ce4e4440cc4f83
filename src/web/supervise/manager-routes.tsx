import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute } from '../http/routes.ts'
import { ConfirmPage } from '../ui/staff-form.tsx'
import { organisationIdOf, readTeam, renderOrganisation } from './organisation-view.tsx'
import { MemberPage } from './pages/member.tsx'
import { managerPath, organisationPath } from './pages/paths.ts'
import { RecoveryLinkPage } from './pages/recovery-link.tsx'

const ALL = '/supervise/organisations/:id/managers'
const ONE = `${ALL}/:account`

/** Who manages an organisation: invite, invite again, help back in, remove. */
export function declareManagerRoutes(app: EdgeApp): void {
  declareRoute(app, 'POST', ALL, 'supervisor', invite)
  declareRoute(app, 'GET', ONE, 'supervisor', showManager)
  declareRoute(app, 'POST', `${ONE}/invite-again`, 'supervisor', inviteAgain)
  declareRoute(app, 'GET', `${ONE}/recovery`, 'supervisor', askAboutRecovery)
  declareRoute(app, 'POST', `${ONE}/recovery`, 'supervisor', issueRecovery)
  declareRoute(app, 'GET', `${ONE}/remove`, 'supervisor', askAboutRemoval)
  declareRoute(app, 'POST', `${ONE}/remove`, 'supervisor', remove, { destructive: true })
}

async function invite(c: EdgeContext) {
  const id = organisationIdOf(c)
  const email = (await readForm(c))('email')
  const { locale, now } = c.var
  const invitation = { email, locale, actor: actorOf(c), now }
  const invited = id === null ? null : await c.var.services.managers.invite(id, invitation)
  if (id === null || !invited) return renderDeadEnd(c, 'not_found', 404)
  if (!invited.ok) return renderOrganisation(c, { email, problems: invited.error })
  await c.var.services.provisioning.closeAllSockets(invited.value)
  return c.redirect(`${organisationPath(id)}?done=invited`, 303)
}

/** The organisation, its managers, and the one that the address names; null where one of them is none. */
async function findManager(c: EdgeContext) {
  const team = await readTeam(c)
  const member = team?.managers.find(({ id }) => id === c.req.param('account'))
  return team && member ? { ...team, member } : null
}

async function showManager(c: EdgeContext) {
  const found = await findManager(c)
  if (!found) return renderDeadEnd(c, 'not_found', 404)
  const { organisation, member } = found
  const frame = frameOf(c)
  const words = frame.copy.superviseOrganisations
  return renderPage(
    c,
    <MemberPage
      frame={frame}
      section="organisations"
      member={member}
      path={managerPath(organisation.id, member.id)}
      parent={{ href: organisationPath(organisation.id), label: organisation.name }}
      remove={{ label: words.managers.acts.remove, text: words.managers.acts.removeText }}
      recoverable={member.state === 'active'}
      done={c.req.query('done') === 'reminded' ? words.done.reminded : null}
    />,
  )
}

async function inviteAgain(c: EdgeContext) {
  const id = organisationIdOf(c)
  const accountId = c.req.param('account') ?? ''
  const { managers } = c.var.services
  const reminded = id === null ? null : await managers.remind(id, accountId, actorOf(c), c.var.now)
  if (id === null || !reminded) return renderDeadEnd(c, 'not_found', 404)
  return c.redirect(`${managerPath(id, accountId)}?done=reminded`, 303)
}

async function askAboutRecovery(c: EdgeContext) {
  const found = await findManager(c)
  if (!found) return renderDeadEnd(c, 'not_found', 404)
  const { organisation, member } = found
  const frame = frameOf(c)
  const words = frame.copy.superviseOrganisations.managers.recovery
  const person = member.name || member.address
  const path = managerPath(organisation.id, member.id)
  return renderPage(
    c,
    <ConfirmPage
      frame={frame}
      area="supervise"
      section="organisations"
      title={words.title(person)}
      parent={{ href: path, label: person }}
      consequences={words.consequences}
      action={`${path}/recovery`}
      act={words.act}
      cancel={path}
    />,
  )
}

/** Answers with the link itself, which stands nowhere else: a redirect would have to carry it. */
async function issueRecovery(c: EdgeContext) {
  const { managers, entrances } = c.var.services
  const id = organisationIdOf(c)
  const account = id === null ? null : await managers.find(id, c.req.param('account') ?? '')
  if (!account) return renderDeadEnd(c, 'not_found', 404)
  const link = await entrances.issueRecovery(account, actorOf(c), c.var.now)
  const person = account.name || account.address
  const back = organisationPath(account.organisationId)
  return renderPage(c, <RecoveryLinkPage frame={frameOf(c)} person={person} link={link} back={back} />)
}

async function askAboutRemoval(c: EdgeContext) {
  const found = await findManager(c)
  if (!found) return renderDeadEnd(c, 'not_found', 404)
  const { organisation, member, managers } = found
  const frame = frameOf(c)
  const words = frame.copy.superviseOrganisations.managers.confirmRemove
  const person = member.name || member.address
  const path = managerPath(organisation.id, member.id)
  return renderPage(
    c,
    <ConfirmPage
      frame={frame}
      area="supervise"
      section="organisations"
      title={words.title(person)}
      parent={{ href: path, label: person }}
      consequences={managers.length === 1 ? [...words.consequences, words.last] : words.consequences}
      action={`${path}/remove`}
      act={words.act}
      cancel={path}
    />,
  )
}

async function remove(c: EdgeContext) {
  const id = organisationIdOf(c)
  const accountId = c.req.param('account') ?? ''
  const removed =
    id === null ? null : await c.var.services.managers.remove(id, accountId, actorOf(c), c.var.now)
  if (!removed?.ok) return renderDeadEnd(c, 'not_found', 404)
  await c.var.services.provisioning.closeAllSockets(removed.value)
  return c.redirect(`${organisationPath(removed.value.organisationId)}?done=removed`, 303)
}
