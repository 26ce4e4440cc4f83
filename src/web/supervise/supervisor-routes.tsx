import type { TeamMember } from '../../accounts/index.ts'
import type { FieldProblems } from '../../kernel/fields.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { Notice } from '../ui/notice.tsx'
import { ConfirmPage } from '../ui/staff-form.tsx'
import { MemberPage } from './pages/member.tsx'
import { SUPERVISORS_PATH, supervisorPath } from './pages/paths.ts'
import { SupervisorsPage } from './pages/supervisors.tsx'
import { serviceDoneOf } from './service-routes.tsx'

const ONE = `${SUPERVISORS_PATH}/:account`

/** Who supervises the service: invite, invite again, remove. */
export function declareSupervisorRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', SUPERVISORS_PATH, 'supervisor', (c) => render(c))
  declareRoute(app, 'POST', SUPERVISORS_PATH, 'supervisor', invite)
  declareRoute(app, 'GET', ONE, 'supervisor', showSupervisor)
  declareRoute(app, 'POST', `${ONE}/invite-again`, 'supervisor', inviteAgain)
  declareRoute(app, 'GET', `${ONE}/remove`, 'supervisor', askAboutRemoval)
  declareRoute(app, 'POST', `${ONE}/remove`, 'supervisor', remove, { destructive: true })
}

async function render(c: EdgeContext, refused?: { email: string; problems: FieldProblems }) {
  const supervisors = await c.var.services.managers.listSupervisors()
  return renderPage(
    c,
    <SupervisorsPage
      frame={frameOf(c)}
      supervisors={supervisors}
      self={staffOf(c).account.id}
      email={refused?.email ?? ''}
      problems={refused?.problems ?? {}}
      done={refused ? null : serviceDoneOf(c)}
    />,
    refused ? 422 : 200,
  )
}

async function invite(c: EdgeContext) {
  const email = (await readForm(c))('email')
  const { locale, now } = c.var
  const invited = await c.var.services.managers.inviteSupervisor({ email, locale, actor: actorOf(c), now })
  if (!invited.ok) return render(c, { email, problems: invited.error })
  return c.redirect(`${SUPERVISORS_PATH}?done=invited`, 303)
}

async function findSupervisor(c: EdgeContext): Promise<TeamMember | null> {
  const supervisors = await c.var.services.managers.listSupervisors()
  return supervisors.find(({ id }) => id === c.req.param('account')) ?? null
}

async function showSupervisor(c: EdgeContext) {
  const member = await findSupervisor(c)
  if (!member) return renderDeadEnd(c, 'not_found', 404)
  const refused = c.req.query('refused') === 'last'
  const frame = frameOf(c)
  const words = frame.copy.superviseService
  return renderPage(
    c,
    <MemberPage
      frame={frame}
      section="service"
      member={member}
      path={supervisorPath(member.id)}
      parent={{ href: SUPERVISORS_PATH, label: words.supervisors.back }}
      remove={{ label: words.supervisors.remove, text: words.supervisors.removeText }}
      recoverable={false}
      done={c.req.query('done') === 'reminded' ? words.done.reminded : null}
      notice={refused ? <Notice tone="error">{words.supervisors.last}</Notice> : null}
    />,
  )
}

async function inviteAgain(c: EdgeContext) {
  const accountId = c.req.param('account') ?? ''
  const reminded = await c.var.services.managers.remindSupervisor(accountId, actorOf(c), c.var.now)
  if (!reminded) return renderDeadEnd(c, 'not_found', 404)
  return c.redirect(`${supervisorPath(accountId)}?done=reminded`, 303)
}

async function askAboutRemoval(c: EdgeContext) {
  const member = await findSupervisor(c)
  if (!member) return renderDeadEnd(c, 'not_found', 404)
  const frame = frameOf(c)
  const words = frame.copy.superviseService.supervisors.confirmRemove
  const person = member.name || member.address
  const path = supervisorPath(member.id)
  const isSelf = member.id === staffOf(c).account.id
  return renderPage(
    c,
    <ConfirmPage
      frame={frame}
      area="supervise"
      section="service"
      title={words.title(person)}
      parent={{ href: path, label: person }}
      consequences={isSelf ? [...words.consequences, words.self] : words.consequences}
      action={`${path}/remove`}
      act={words.act}
      cancel={path}
    />,
  )
}

async function remove(c: EdgeContext) {
  const accountId = c.req.param('account') ?? ''
  const removed = await c.var.services.managers.removeSupervisor(accountId, actorOf(c), c.var.now)
  if (removed.ok) return c.redirect(`${SUPERVISORS_PATH}?done=removed`, 303)
  if (removed.error === 'last') return c.redirect(`${supervisorPath(accountId)}?refused=last`, 303)
  return renderDeadEnd(c, 'not_found', 404)
}
