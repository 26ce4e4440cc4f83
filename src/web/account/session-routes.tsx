import { isStaff, type SessionEntry } from '../../accounts/index.ts'
import { clearSessionCookie } from '../http/cookies.ts'
import type { EdgeApp, EdgeContext, Staff } from '../http/edge.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { declareRoute } from '../http/routes.ts'
import { mine } from './mine.ts'
import { EndOthersPage, EndSessionPage } from './pages/session.tsx'

/** Where somebody is signed in, and the end of that. */
export function declareMySessionRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/account/sessions/others/end', 'person', mine(askToEndOthers))
  declareRoute(app, 'POST', '/account/sessions/others/end', 'person', mine(endOthers), { destructive: true })
  declareRoute(app, 'GET', '/account/sessions/:session/end', 'person', mine(askToEnd))
  declareRoute(app, 'POST', '/account/sessions/:session/end', 'person', mine(endOne), { destructive: true })
}

/** The session of the path, if it is their own. */
async function findMine(c: EdgeContext, me: Staff): Promise<SessionEntry | null> {
  const sessions = await c.var.services.accounts.listSessions(me.account, c.var.now)
  return sessions.find(({ id }) => id === c.req.param('session')) ?? null
}

async function askToEnd(c: EdgeContext, me: Staff) {
  const session = await findMine(c, me)
  if (!session) return renderDeadEnd(c, 'not_found', 404)
  const here = session.id === me.session.id
  return renderPage(
    c,
    <EndSessionPage frame={frameOf(c)} account={me.account} session={session} here={here} />,
  )
}

async function endOne(c: EdgeContext, me: Staff) {
  const session = await findMine(c, me)
  if (!session) return renderDeadEnd(c, 'not_found', 404)
  await c.var.services.accounts.endSession(me.account, session, c.var.now)
  await closeSockets(c, me, [session])
  if (session.id !== me.session.id) return c.redirect('/account?done=ended', 303)
  clearSessionCookie(c, isStaff(me.account, session.assurance) ? 'staff' : 'owner')
  return c.redirect('/sign-in?done=signed-out', 303)
}

async function askToEndOthers(c: EdgeContext, me: Staff) {
  const sessions = await c.var.services.accounts.listSessions(me.account, c.var.now)
  const count = sessions.filter(({ id }) => id !== me.session.id).length
  return renderPage(c, <EndOthersPage frame={frameOf(c)} account={me.account} count={count} />)
}

async function endOthers(c: EdgeContext, me: Staff) {
  const { services, now } = c.var
  const ended = await services.accounts.endOtherSessions(me.account, me.session, now)
  await closeSockets(c, me, ended)
  return c.redirect('/account?done=others-ended', 303)
}

/** Only an owner's pages hold a socket. */
async function closeSockets(c: EdgeContext, { account }: Staff, ended: SessionEntry[]): Promise<void> {
  const owners = ended.filter(({ assurance }) => !isStaff(account, assurance))
  await Promise.all(owners.map(({ id }) => c.var.services.provisioning.closeSockets(account, id)))
}
