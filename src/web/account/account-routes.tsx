import type { FieldProblems } from '../../kernel/fields.ts'
import type { EdgeApp, EdgeContext, Staff } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { declareRoute } from '../http/routes.ts'
import { mine } from './mine.ts'
import { type AccountDone, AccountPage, type ProfileForm } from './pages/account.tsx'

/** The page itself, name and language. */
export function declareMyAccountRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/account', 'person', mine(showAccount))
  declareRoute(app, 'POST', '/account/profile', 'person', mine(saveProfile))
}

async function showAccount(c: EdgeContext, me: Staff) {
  return renderAccount(c, me, { name: me.account.name, locale: me.account.locale })
}

async function renderAccount(c: EdgeContext, me: Staff, profile: ProfileForm, problems: FieldProblems = {}) {
  const { services, now } = c.var
  const [passkeys, sessions] = await Promise.all([
    services.passkeys.list(me.account),
    services.accounts.listSessions(me.account, now),
  ])
  const frame = frameOf(c)
  const done = c.req.query('done') ?? ''
  return renderPage(
    c,
    <AccountPage
      frame={frame}
      account={me.account}
      organisation={me.organisation}
      passkeys={passkeys}
      sessions={sessions}
      current={me.session.id}
      done={Object.hasOwn(frame.copy.account.done, done) ? (done as AccountDone) : null}
      profile={profile}
      problems={problems}
    />,
    Object.keys(problems).length > 0 ? 422 : 200,
  )
}

async function saveProfile(c: EdgeContext, me: Staff) {
  const form = await readForm(c)
  const profile = { name: form('name'), locale: form('locale') }
  const saved = await c.var.services.accounts.saveProfile(me.account, profile, c.var.now)
  if (!saved.ok) return renderAccount(c, me, profile, saved.error)
  return c.redirect('/account?done=profile', 303)
}
