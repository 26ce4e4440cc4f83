import type { ProfileForm } from '../../accounts/index.ts'
import type { Copy } from '../../copy/index.ts'
import type { FieldProblems } from '../../kernel/fields.ts'
import type { EdgeApp, EdgeContext, Staff } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { declareRoute } from '../http/routes.ts'
import { mine } from './mine.ts'
import { AccountPage } from './pages/account.tsx'

/** The page itself, name, phone number and language. */
export function declareMyAccountRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/account', 'person', mine(showAccount))
  declareRoute(app, 'POST', '/account/profile', 'person', mine(saveProfile))
}

function showAccount(c: EdgeContext, me: Staff) {
  const { name, phone, locale } = me.account
  return renderAccount(c, me, { name, phone: phone ?? '', locale })
}

async function renderAccount(c: EdgeContext, me: Staff, profile: ProfileForm, problems: FieldProblems = {}) {
  const own = await c.var.services.myData.read(me.account, c.var.now)
  const frame = frameOf(c)
  return renderPage(
    c,
    <AccountPage
      frame={frame}
      account={me.account}
      organisation={me.organisation}
      own={own}
      current={me.session.id}
      done={describeDone(frame.copy, c.req.query('done') ?? '')}
      profile={profile}
      problems={problems}
    />,
    Object.keys(problems).length > 0 ? 422 : 200,
  )
}

function describeDone(copy: Copy, word: string): string | null {
  const words: Record<string, string> = { ...copy.account.done, ...copy.myData.done }
  return Object.hasOwn(words, word) ? (words[word] ?? null) : null
}

async function saveProfile(c: EdgeContext, me: Staff) {
  const form = await readForm(c)
  const { account, organisation } = me
  // Supervisors are reached by e-mail: their form has no number.
  const supervisor = account.role === 'supervisor'
  const phone = supervisor ? (account.phone ?? '') : form('phone')
  const profile = { name: form('name'), phone, locale: form('locale') }
  const saved = await c.var.services.myData.saveProfile({
    account,
    form: profile,
    phoneRequired: organisation.phoneRequired && !supervisor,
    country: c.req.header('cf-ipcountry') ?? null,
    now: c.var.now,
  })
  if (!saved.ok) return renderAccount(c, me, profile, saved.error)
  return c.redirect('/account?done=profile', 303)
}
