import { NO_DEVICE_FILTER } from '../../devices/index.ts'
import { INVITATION_CHANNELS, type Invitation } from '../../invitations/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { INVITATIONS_PATH, invitationPath } from './invitation-paths.ts'
import { withInvitation } from './invitation-routes.tsx'
import { DeactivatePage, RenewPage } from './pages/invitation-confirm.tsx'
import { InvitationPage } from './pages/invitation-one.tsx'

const ONE = `${INVITATIONS_PATH}/:id`

/** One invitation: its page, and what is done with it. */
export function declareInvitationActRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', ONE, 'manager', withInvitation(show))
  declareRoute(app, 'GET', `${ONE}/deactivate`, 'manager', withInvitation(askDeactivate))
  declareRoute(app, 'POST', `${ONE}/deactivate`, 'manager', deactivate, { destructive: true })
  declareRoute(app, 'GET', `${ONE}/renew`, 'manager', withInvitation(askRenew))
  declareRoute(app, 'POST', `${ONE}/renew`, 'manager', renew, { destructive: true })
  declareRoute(app, 'POST', `${ONE}/pin`, 'manager', renewPin)
  declareRoute(app, 'POST', `${ONE}/leave-out`, 'manager', (c) => remind(c, true))
  declareRoute(app, 'POST', `${ONE}/remind`, 'manager', (c) => remind(c, false))
}

const idOf = (c: EdgeContext) => (c.req.param('id') ?? '').slice(0, 100)
const oneOf = (c: EdgeContext) => ({
  organisationId: staffOf(c).organisation.id,
  id: idOf(c),
  actor: actorOf(c),
  now: c.var.now,
})

async function show(c: EdgeContext, invitation: Invitation) {
  const { deviceList, messageBook } = c.var.services
  const { organisation, account } = staffOf(c)
  const { accountId: ownerId, channel, recipient } = invitation
  const [owned, sent] = await Promise.all([
    // Of the person's devices, which are few, those that it brought.
    invitation.devices === 0
      ? null
      : deviceList.list({
          organisationId: organisation.id,
          accountId: account.id,
          filter: { ...NO_DEVICE_FILTER, ownerId },
        }),
    // Of what went to its address, what belongs to it.
    channel === 'none' ? null : messageBook.list(organisation.id, { state: null, search: recipient }, null),
  ])
  const devices = (owned?.page.rows ?? []).filter(
    ({ invitationId, platform }) => invitationId === invitation.id && platform !== null,
  )
  const messages = (sent?.rows ?? []).filter(({ invitationId }) => invitationId === invitation.id)
  const frame = frameOf(c)
  const { done, troubles } = frame.copy.invitations
  return renderPage(
    c,
    <InvitationPage
      frame={frame}
      invitation={invitation}
      devices={devices}
      messages={messages}
      done={wordOf(done, c.req.query('done'))}
      trouble={wordOf(troubles, c.req.query('trouble'))}
    />,
  )
}

/** Only words that we know ourselves: an address shows nothing that somebody else wrote. */
function wordOf(words: Record<string, string>, word: string | undefined): string | null {
  return word !== undefined && Object.hasOwn(words, word) ? (words[word] ?? null) : null
}

const back = (c: EdgeContext, told: { done: string } | { trouble: string }, id = idOf(c)) =>
  c.redirect(`${invitationPath(id)}?${new URLSearchParams(told)}`, 303)

/** What kept an act from being done. */
function refused(c: EdgeContext, reason: string) {
  if (reason === 'not_found') return renderDeadEnd(c, 'not_found', 404)
  return back(c, { trouble: reason })
}

function askDeactivate(c: EdgeContext, invitation: Invitation) {
  return renderPage(c, <DeactivatePage frame={frameOf(c)} invitation={invitation} />)
}

async function deactivate(c: EdgeContext) {
  const ended = await c.var.services.invitations.deactivate(oneOf(c))
  return ended.ok ? back(c, { done: 'deactivated' }) : refused(c, ended.error)
}

function askRenew(c: EdgeContext, invitation: Invitation) {
  const { smsReady } = c.var.services
  const page = (
    <RenewPage frame={frameOf(c)} invitation={invitation} channel={invitation.channel} smsReady={smsReady} />
  )
  return renderPage(c, page)
}

async function renew(c: EdgeContext) {
  const { invitations, smsReady } = c.var.services
  const asked = (await readForm(c))('channel')
  const channel = INVITATION_CHANNELS.find((one) => one === asked && (smsReady || one !== 'sms'))
  const { organisation } = staffOf(c)
  const { id, actor, now } = oneOf(c)
  const made = await invitations.resend({ organisation, id, actor, now, ...(channel && { channel }) })
  if (!made.ok) return refused(c, made.error)
  return back(c, { done: channel === 'none' ? 'renewedNone' : 'renewed' }, made.value.id)
}

async function renewPin(c: EdgeContext) {
  const renewed = await c.var.services.invitations.renewPin(oneOf(c))
  return renewed.ok ? back(c, { done: 'pin' }) : refused(c, renewed.error)
}

async function remind(c: EdgeContext, off: boolean) {
  const changed = await c.var.services.invitations.setReminders({ ...oneOf(c), off })
  return changed.ok ? back(c, { done: off ? 'remindersOff' : 'remindersOn' }) : refused(c, changed.error)
}
