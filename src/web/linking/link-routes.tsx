import { isOwnership } from '../../kernel/ownership.ts'
import { readUserCode, showUserCode } from '../../kernel/user-code.ts'
import type { EntitlementRefusal, LinkAsked } from '../../linking/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { declareRoute } from '../http/routes.ts'
import { clientOf } from '../http/shields.ts'
import { type Owner, owned, whileOpen } from '../portal/owner.ts'
import { AnsweredPage, type AskingError, AskingPage, EnterCodePage, type EnterError } from './pages/index.ts'

/** What somebody who is signed in does about a device that asks. Looking at a code needs a POST: it is a guess. */
export function declareLinkPages(app: EdgeApp): void {
  declareRoute(app, 'GET', '/link', 'person', whileOpen(showEnter))
  declareRoute(app, 'POST', '/link', 'person', whileOpen(findDevice))
  declareRoute(app, 'GET', '/link/device', 'person', owned(showDevice))
  declareRoute(app, 'POST', '/link/allow', 'person', whileOpen(allowDevice))
  declareRoute(app, 'POST', '/link/deny', 'person', owned(denyDevice))
}

const OVER = '/link?over=yes'
const devicePath = (code: string) => `/link/device?code=${encodeURIComponent(code)}`

/** Where somebody goes on who cannot set up any device (yet). */
function turnAway(c: EdgeContext, { door }: Owner, refusal: EntitlementRefusal) {
  const { slug } = door.organisation
  switch (refusal.code) {
    case 'not_entitled':
      return renderDeadEnd(c, 'not_permitted', 403)
    case 'setup_disabled':
      return renderDeadEnd(c, 'account_disabled', 403)
    case 'details_missing':
      return c.redirect(`/setup/${slug}/about`, 303)
    case 'unapproved':
      return c.redirect(`/setup/${slug}/waiting`, 303)
  }
}

function showEnter(c: EdgeContext, me: Owner) {
  const refused = c.var.services.deviceLinks.judge(me)
  if (refused) return turnAway(c, me, refused)
  const brought = readUserCode(c.req.query('code') ?? '')
  return renderEnter(c, { code: brought ? showUserCode(brought) : '', brought: brought !== null }, null)
}

const STATUS: Partial<Record<EnterError['code'], number>> = { too_many_codes: 429, rate_limited: 429 }

function renderEnter(c: EdgeContext, shown: { code: string; brought?: boolean }, error: EnterError | null) {
  return renderPage(
    c,
    <EnterCodePage
      frame={frameOf(c)}
      code={shown.code}
      brought={shown.brought ?? false}
      over={error === null && c.req.query('over') === 'yes'}
      error={error}
    />,
    error ? (STATUS[error.code] ?? 422) : 200,
  )
}

async function findDevice(c: EdgeContext, me: Owner) {
  const { services } = c.var
  const code = (await readForm(c))('code').slice(0, 40)
  if (!(await services.admit('people', clientOf(c))))
    return renderEnter(c, { code }, { code: 'rate_limited' })
  const found = await services.deviceLinks.find(me, code)
  if (found.ok) return c.redirect(devicePath(found.value.code), 303)
  switch (found.error.code) {
    case 'not_entitled':
    case 'setup_disabled':
    case 'details_missing':
    case 'unapproved':
      return turnAway(c, me, found.error)
    default:
      return renderEnter(c, { code }, found.error)
  }
}

/** Shows a request only to who typed its code before; for everybody else it is over. */
async function showDevice(c: EdgeContext, me: Owner) {
  const asked = await c.var.services.deviceLinks.look(me, c.req.query('code') ?? '')
  return asked ? renderDevice(c, me, asked, null) : c.redirect(OVER, 303)
}

async function renderDevice(c: EdgeContext, me: Owner, asked: LinkAsked, error: AskingError | null) {
  if (asked.state !== 'pending')
    return renderPage(c, <AnsweredPage frame={frameOf(c)} answer={asked.state} />)
  const replaced = await c.var.services.provisioning.listReplaced(me.account)
  const status = error === null ? 200 : error.code === 'rate_limited' ? 429 : 422
  return renderPage(
    c,
    <AskingPage frame={frameOf(c)} asked={asked} replaced={replaced} error={error} />,
    status,
  )
}

async function refuseDevice(c: EdgeContext, me: Owner, code: string, error: AskingError | null) {
  const asked = await c.var.services.deviceLinks.look(me, code)
  return asked ? renderDevice(c, me, asked, error) : c.redirect(OVER, 303)
}

async function allowDevice(c: EdgeContext, me: Owner) {
  const { services, now } = c.var
  const form = await readForm(c)
  const code = form('code')
  if (!(await services.admit('people', clientOf(c))))
    return refuseDevice(c, me, code, { code: 'rate_limited' })
  const chosen = form('ownership')
  const ownership = isOwnership(chosen) ? chosen : null
  const allowed = await services.deviceLinks.allow(me, { text: code, ownership, now })
  if (allowed.ok) return c.redirect(devicePath(code), 303)
  switch (allowed.error.code) {
    case 'gone':
      return c.redirect(OVER, 303)
    case 'not_offered':
      return refuseDevice(c, me, code, null)
    case 'choose_ownership':
    case 'device_limit_reached':
      return refuseDevice(c, me, code, allowed.error)
    default:
      return turnAway(c, me, allowed.error)
  }
}

async function denyDevice(c: EdgeContext, me: Owner) {
  const { services, now } = c.var
  const code = (await readForm(c))('code')
  if (!(await services.admit('people', clientOf(c))))
    return refuseDevice(c, me, code, { code: 'rate_limited' })
  const denied = await services.deviceLinks.deny(me, code, now)
  return c.redirect(denied.ok ? devicePath(code) : OVER, 303)
}
