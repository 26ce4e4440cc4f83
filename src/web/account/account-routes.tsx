import { isLocale } from '../../kernel/locale.ts'
import type { EdgeApp, EdgeContext, Staff } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { declareRoute } from '../http/routes.ts'
import { mine } from './mine.ts'
import { type AccountDone, AccountPage } from './pages/account.tsx'

/** The page itself, and its language. */
export function declareMyAccountRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/account', 'person', mine(showAccount))
  declareRoute(app, 'POST', '/account/language', 'person', mine(setLanguage))
}

async function showAccount(c: EdgeContext, me: Staff) {
  return renderAccount(c, me, null)
}

async function renderAccount(c: EdgeContext, me: Staff, languageProblem: 'not_a_choice' | null) {
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
      languageProblem={languageProblem}
    />,
    languageProblem ? 422 : 200,
  )
}

async function setLanguage(c: EdgeContext, me: Staff) {
  const locale = (await readForm(c))('locale')
  if (!isLocale(locale)) return renderAccount(c, me, 'not_a_choice')
  await c.var.services.accounts.setLocale(me.account, locale, c.var.now)
  return c.redirect('/account?done=language', 303)
}
