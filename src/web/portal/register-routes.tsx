import { decideOwnership, isOwnership } from '../../kernel/ownership.ts'
import { isPlatform } from '../../kernel/platform.ts'
import { isSetupOpen } from '../../organisations/index.ts'
import { isCodeWay } from '../../registration/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { declareRoute } from '../http/routes.ts'
import { clientOf } from '../http/shields.ts'
import { visitorOf } from '../setup/device-routes.tsx'
import type { ChosenDevice } from '../setup/pages/index.ts'
import { readyHandlers } from '../setup/ready-routes.tsx'
import { PORTAL_PATH } from './device-paths.ts'
import { type Owner, owned, pausedBy, renderPaused } from './owner.ts'
import { type RegisterError, RegisterPage, type RegisterProps } from './pages/register.tsx'
import { CancelCodePage } from './pages/register-cancel.tsx'
import { againPath, codePath, REGISTER_PATH, wizardPath } from './register-paths.ts'

const ONE = `${REGISTER_PATH}/:grant`

/** Setting up one more device: by message, PIN or QR code; what is still open. */
export function declareRegisterRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', REGISTER_PATH, 'person', owned(showRegister))
  declareRoute(app, 'POST', REGISTER_PATH, 'person', owned(ask))
  // The page of a code stands here too: a session of staff does not open the wizard's.
  const code = readyHandlers((_c, { id, device }) => ({
    page: codePath(id),
    another: REGISTER_PATH,
    again: againPath(device),
    home: PORTAL_PATH,
  }))
  declareRoute(app, 'GET', ONE, 'person', owned(code.show))
  declareRoute(app, 'GET', `${ONE}/status`, 'person', owned(code.showStatus))
  declareRoute(app, 'GET', `${ONE}/live`, 'person', owned(code.watchLive))
  declareRoute(app, 'POST', `${ONE}/pin`, 'person', owned(code.renewPin))
  declareRoute(app, 'GET', `${ONE}/cancel`, 'person', owned(askCancel))
  declareRoute(app, 'POST', `${ONE}/cancel`, 'person', owned(cancel), { destructive: true })
}

/** What a person may choose from; the organisation's own ownership where they may not say. */
export async function listChoices(c: EdgeContext, { account, door }: Owner) {
  c.header('accept-ch', 'Sec-CH-UA-Platform')
  const { offers } = await c.var.services.registration.listOffers(door, visitorOf(c))
  return offers.map(({ template, suggested }) => ({
    platform: template.platform,
    suggested,
    ownership: decideOwnership({
      template: template.ownership,
      account,
      organisation: door.organisation,
    }),
  }))
}

/** The devices that may be replaced where there is no room for another. */
async function readLimit(
  c: EdgeContext,
  { account }: Owner,
  refused: boolean,
): Promise<RegisterProps['limit']> {
  const { deviceLimit, atLimit } = account
  if (deviceLimit === null || (atLimit === 'replace' && !refused)) return null
  const { rows } = await c.var.services.myDevices.list(account)
  return refused || rows.length >= deviceLimit ? { limit: deviceLimit, devices: rows } : null
}

const DONE = ['email', 'sms', 'cancelled', 'unchanged'] as const
const NOTHING: ChosenDevice = { platform: null, ownership: null }

function showRegister(c: EdgeContext, me: Owner) {
  const wizard = c.var.services.ownCodes.waysOf(me).length > 0 && isSetupOpen(me.door) && wizardPath(me)
  if (wizard) return c.redirect(wizard, 303)
  return renderRegister(c, me, { values: NOTHING, error: null, refused: false, status: 200 })
}

async function renderRegister(
  c: EdgeContext,
  me: Owner,
  asked: { values: ChosenDevice; error: RegisterError | null; refused: boolean; status: number },
) {
  const { services } = c.var
  const { account, door } = me
  const ways = services.ownCodes.waysOf(me)
  const paused = isSetupOpen(door) ? null : pausedBy(door)
  const closed = ways.length === 0 || paused !== null
  const [platforms, open, invitation, replaced, limit] = await Promise.all([
    closed ? [] : listChoices(c, me),
    services.provisioning.listOpenGrants(account),
    services.provisioning.sessionOf(account.ref).livingInvitation(),
    closed ? [] : services.provisioning.listReplaced(account),
    closed ? null : readLimit(c, me, asked.refused),
  ])
  return renderPage(
    c,
    <RegisterPage
      frame={frameOf(c)}
      {...{ platforms, open, invitation, replaced, limit, ways, paused }}
      values={asked.values}
      error={asked.error}
      address={account.address}
      phone={account.phone}
      pinSeen={account.permissions.includes('pin')}
      seconds={door.service.provisionCodeSeconds}
      done={DONE.find((word) => word === c.req.query('done')) ?? null}
    />,
    asked.status,
  )
}

async function ask(c: EdgeContext, me: Owner) {
  const { services, now } = c.var
  const { account, door } = me
  if (services.ownCodes.waysOf(me).length === 0) return renderDeadEnd(c, 'not_permitted', 403)
  if (!isSetupOpen(door)) return renderPaused(c, me)
  const field = await readForm(c)
  const [platform, ownership, way] = [field('platform'), field('ownership'), field('way')]
  const values: ChosenDevice = {
    platform: isPlatform(platform) ? platform : null,
    ownership: isOwnership(ownership) ? ownership : null,
  }
  const refuse = (error: RegisterError | null, status: number, refused = false) =>
    renderRegister(c, me, { values, error, refused, status })
  if (!(await services.admit('people', clientOf(c)))) return refuse({ code: 'rate_limited' }, 429)
  if (!isCodeWay(way)) return refuse({ code: 'choose_way' }, 422)
  const asked = await services.ownCodes.ask({ door, account, ...values, way, now })
  if (asked.ok) {
    const sent = way === 'email' || way === 'sms'
    return c.redirect(sent ? `${REGISTER_PATH}?done=${way}` : codePath(asked.value.id), 303)
  }
  switch (asked.error.code) {
    case 'not_permitted':
      return renderDeadEnd(c, 'not_permitted', 403)
    case 'details_missing':
    case 'unapproved':
      return c.redirect(wizardPath(me) ?? PORTAL_PATH, 303)
    case 'device_limit_reached':
      return refuse(null, 409, true)
    case 'setup_disabled':
      return refuse({ code: 'setup_disabled' }, 403)
    case 'choose_platform':
      return refuse({ code: 'choose_platform' }, 422)
  }
}

const grantOf = (c: EdgeContext) => c.req.param('grant') ?? ''

async function askCancel(c: EdgeContext, me: Owner) {
  const { provisioning, ownCodes } = c.var.services
  const grant = await provisioning.showGrant(me.account, grantOf(c))
  if (!grant) return renderDeadEnd(c, 'not_found', 404)
  if (ownCodes.waysOf(me).length === 0) return renderDeadEnd(c, 'not_permitted', 403)
  if (grant.credentials === null) return c.redirect(`${REGISTER_PATH}?done=unchanged`, 303)
  return renderPage(c, <CancelCodePage frame={frameOf(c)} grant={grant} />)
}

async function cancel(c: EdgeContext, me: Owner) {
  const ended = await c.var.services.ownCodes.cancel({ ...me, grantId: grantOf(c) })
  if (!ended.ok) return renderDeadEnd(c, ended.error, ended.error === 'not_permitted' ? 403 : 404)
  return c.redirect(`${REGISTER_PATH}?done=${ended.value ? 'cancelled' : 'unchanged'}`, 303)
}
