import { isPlatform, type Platform } from '../../kernel/platform.ts'
import { clearProvedPin, type ProvedPin } from '../http/cookies.ts'
import type { EdgeContext } from '../http/edge.ts'
import type { PostedForm } from '../http/forms.ts'
import { renderDeadEnd } from '../http/pages.tsx'
import {
  acceptInvitation,
  isOver,
  NO_WISHES,
  readWishes,
  refuseInvitationDoor,
  renderInvitation,
  renderOver,
} from './invitation-visit.tsx'
import { claimPath } from './links.ts'

/** The second step of `/go` where the PIN was an invitation's: the same page, which asks for no PIN again. */

async function findVisit(c: EdgeContext, proved: ProvedPin, browser: string, platform: Platform | null) {
  const { provisioning, invitationLinks } = c.var.services
  const invited = await invitationLinks.open(proved.ref, platform)
  if (!invited.ok) return { ok: false as const, page: await refuseInvitationDoor(c, invited.error) }
  c.set('door', invited.value.door)
  const link = await provisioning
    .sessionOf(proved.ref)
    .inspectInvitation({ by: { invitationId: proved.grantId }, fetched: false, browser })
  if (!link) return { ok: false as const, page: c.redirect('/go', 303) }
  const visit = { ref: proved.ref, secret: null, invited: invited.value, link }
  if (isOver(visit)) return { ok: false as const, page: await renderOver(c, visit) }
  if (invited.value.account.state === 'disabled')
    return { ok: false as const, page: await renderDeadEnd(c, 'account_disabled', 403) }
  return { ok: true as const, visit }
}

export async function showProvedInvitation(c: EdgeContext, proved: ProvedPin, browser: string) {
  const wished = c.req.query('for')
  const platform = isPlatform(wished) ? wished : null
  const found = await findVisit(c, proved, browser, platform)
  return found.ok ? renderInvitation(c, found.visit, { ...NO_WISHES, platform }, null) : found.page
}

export async function claimProvedInvitation(
  c: EdgeContext,
  proved: ProvedPin,
  browser: string,
  field: PostedForm,
) {
  const wished = field('platform')
  const platform = isPlatform(wished) ? wished : null
  const found = await findVisit(c, proved, browser, platform)
  if (!found.ok) return found.page
  const accepted = await acceptInvitation(c, found.visit, browser, readWishes(field, platform))
  if (!accepted.ok) return accepted.page
  clearProvedPin(c)
  return c.redirect(claimPath(proved.ref, accepted.deviceId), 303)
}
