import { owesTerms } from '../../accounts/index.ts'
import type { Invited, InvitedRefusal } from '../../invitations/index.ts'
import { inLocale } from '../../kernel/locale.ts'
import { decideOwnership, isOwnership, type Ownership, type OwnershipRule } from '../../kernel/ownership.ts'
import type { Platform } from '../../kernel/platform.ts'
import { readTypedCode } from '../../kernel/typed.ts'
import { offerOf, type RedemptionRefusal } from '../../provisioning/index.ts'
import type { InvitationLinkView } from '../../referee/index.ts'
import { guessPlatforms } from '../../registration/index.ts'
import type { TemplateOwnership } from '../../templates/index.ts'
import type { EdgeContext } from '../http/edge.ts'
import { frameOf, renderDeadEnd, renderDoorRefusal, renderPage } from '../http/pages.tsx'
import { renderProblem } from '../http/problems.tsx'
import { renderMarkdown } from '../ui/index.ts'
import { visitorOf } from './device-routes.tsx'
import { type InvitationError, InvitationPage } from './pages/index.ts'

/** Somebody who holds an invitation's link, or proved its PIN at `/go` (`secret` is null then). */
export type Visit = { ref: string; secret: string | null; invited: Invited; link: InvitationLinkView }

/** What a form brought. `pin` is empty where none was typed. */
type Wishes = { platform: Platform | null; ownership: Ownership | null; terms: boolean; pin: string }

export const NO_WISHES: Wishes = { platform: null, ownership: null, terms: false, pin: '' }

/** The fields of the page's form; `platform` is checked by its caller. */
export function readWishes(field: (name: string) => string, platform: Platform | null): Wishes {
  const ownership = field('ownership')
  return {
    platform,
    ownership: isOwnership(ownership) ? ownership : null,
    terms: field('terms') !== '',
    pin: readTypedCode(field('pin')),
  }
}

/** An unknown ref is an unknown link, and the organisation's name stays untold. */
export function refuseInvitationDoor(c: EdgeContext, refusal: InvitedRefusal) {
  if (refusal.code === 'temporarily_unavailable') return renderProblem(c, refusal.code)
  if (refusal.code === 'unknown_organisation') return renderDeadEnd(c, 'invitation_unknown', 404)
  return renderDoorRefusal(c, refusal)
}

const ENDS = {
  issued: null,
  opened: null,
  exhausted: 'invitation_full',
  expired: 'invitation_expired',
  superseded: 'invitation_superseded',
  revoked: 'invitation_deactivated',
} as const

/** Whether it can still bring a device, as far as its link tells. */
export function isOver({ link }: Visit): boolean {
  return ENDS[link.state] !== null || link.devicesLeft === 0
}

/** Why it brings no device any more, and what this browser set up with it before. */
export function renderOver(c: EdgeContext, { ref, link }: Visit) {
  const detail = { own: { ref, own: link.own } }
  const ended = ENDS[link.state] ?? 'invitation_full'
  return renderDeadEnd(c, ended, ended === 'invitation_full' ? 409 : 410, detail)
}

function ownershipOf({ door, account }: Invited, template: { ownership: TemplateOwnership }): OwnershipRule {
  return decideOwnership({ template: template.ownership, account, organisation: door.organisation })
}

const STATUS: Partial<Record<InvitationError['code'], number>> = {
  rate_limited: 429,
  temporarily_unavailable: 503,
}

/** The page about the wished platform, else about what the browser seems to run on, else asking for one. */
export async function renderInvitation(
  c: EdgeContext,
  visit: Visit,
  wishes: Wishes,
  error: InvitationError | null,
) {
  if (isOver(visit)) return renderOver(c, visit)
  const { invited, ...told } = visit
  const { organisation } = invited.door
  c.set('door', invited.door)
  c.header('accept-ch', 'Sec-CH-UA-Platform')
  const templates = await c.var.services.templates.listOffered(organisation.id)
  if (templates.length === 0) return renderDeadEnd(c, 'no_platforms', 503)
  const offers = templates.map((template) => ({
    platform: template.platform,
    reports: template.reports,
    ownership: ownershipOf(invited, template),
  }))
  const isOffered = (platform: Platform | null) => offers.some((offer) => offer.platform === platform)
  const guessed = guessPlatforms(visitorOf(c))
  const found = guessed.find(isOffered) ?? null
  const wished = isOffered(wishes.platform) ? wishes.platform : null
  const terms = organisation.terms && {
    html: renderMarkdown(inLocale(organisation.terms, c.var.locale)),
    owed: owesTerms(invited.account, organisation),
  }
  return renderPage(
    c,
    <InvitationPage
      frame={frameOf(c)}
      {...told}
      offers={offers}
      platform={error?.code === 'not_offered' ? null : (wished ?? found)}
      seems={found === null ? (guessed[0] ?? null) : null}
      terms={terms}
      values={wishes}
      error={error}
    />,
    error ? (STATUS[error.code] ?? 422) : 200,
  )
}

type Accepted = { ok: true; deviceId: string } | { ok: false; page: Response | Promise<Response> }

/**
 * Sets this browser's device up by the invitation. `visit.invited` was read for the wished platform. The terms are
 * kept once the invitation let the person in: who cannot say the PIN accepts nothing in somebody's name.
 */
export async function acceptInvitation(
  c: EdgeContext,
  visit: Visit,
  browser: string,
  wishes: Wishes,
): Promise<Accepted> {
  const { ref, secret, invited, link } = visit
  const { organisation } = invited.door
  const refuse = (error: InvitationError) => ({
    ok: false as const,
    page: renderInvitation(c, visit, wishes, error),
  })
  if (!wishes.platform || !invited.template) return refuse({ code: 'not_offered' })
  if (ownershipOf(invited, invited.template).choosable && wishes.ownership === null)
    return refuse({ code: 'choose_ownership' })
  const owed = owesTerms(invited.account, organisation)
  if (owed && !wishes.terms) return refuse({ code: 'terms' })

  const redeemed = await c.var.services.provisioning.redeem({
    presented:
      secret === null
        ? { ref, grantId: link.id }
        : { ref, secret, pin: wishes.pin === '' ? null : wishes.pin },
    holder: { kind: 'browser', hash: browser },
    facts: {},
    ownership: wishes.ownership,
    platform: wishes.platform,
    offer: offerOf(wishes.platform, { template: invited.template, account: invited.account, organisation }),
    ...(owed && { termsVersion: organisation.termsVersion }),
  })
  if (!redeemed.ok) return { ok: false, page: explainRefusal(c, visit, browser, wishes, redeemed.error) }
  return { ok: true, deviceId: redeemed.value.deviceId }
}

/** What the refusal means for somebody with this invitation, in words and with a way on. */
async function explainRefusal(
  c: EdgeContext,
  before: Visit,
  browser: string,
  wishes: Wishes,
  refusal: RedemptionRefusal,
) {
  c.set('door', before.invited.door)
  if (refusal === 'temporarily_unavailable') return renderInvitation(c, before, wishes, { code: refusal })
  if (refusal === 'not_offered') return renderInvitation(c, before, wishes, { code: refusal })
  const { provisioning, invitationLinks } = c.var.services
  const { ref, secret } = before
  const by = secret === null ? { invitationId: before.link.id } : { secret }
  const link = await provisioning.sessionOf(ref).inspectInvitation({ by, fetched: false, browser })
  if (!link) return renderDeadEnd(c, 'invitation_unknown', 404)
  const now = { ...before, link }
  if (isOver(now)) return renderOver(c, now)
  if (refusal === 'device_limit_reached') return renderDeadEnd(c, 'link_limit', 409)
  if (refusal === 'setup_disabled') {
    const door = await invitationLinks.open(ref, null)
    return door.ok ? renderDeadEnd(c, 'account_disabled', 403) : refuseInvitationDoor(c, door.error)
  }
  return renderInvitation(c, now, wishes, { code: link.pinClosed ? 'pin_closed' : 'wrong_pin' })
}
