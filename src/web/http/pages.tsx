import type { Child } from 'hono/jsx'
import { mayProvision } from '../../accounts/index.ts'
import type { Door, DoorRefusal, Organisation } from '../../organisations/index.ts'
import { type DeadEndDetail, type DeadEndKind, DeadEndPage } from '../setup/pages/index.ts'
import type { Frame } from '../ui/index.ts'
import type { EdgeContext, Person } from './edge.ts'
import { languageChoiceOf } from './language.ts'

/** What surrounds a page of this request. */
export function frameOf(c: EdgeContext, organisation?: Organisation | null): Frame {
  // Read once: each `c.var` copies all of it.
  const { copy, locale, now, person, door } = c.var
  return {
    copy,
    locale,
    now,
    organisation: organisation === undefined ? (door?.organisation ?? null) : organisation,
    signedInAs: person?.account.address ?? null,
    hidden: listHidden(person, door),
    languages: languageChoiceOf(c),
  }
}

/** Of the portal's pages: what somebody may not do by themselves. */
function listHidden(person: Person | null, door: Door | undefined): NonNullable<Frame['hidden']> {
  if (!person || !door) return []
  const { account } = person
  return [
    ...(mayProvision(door, account) ? [] : ['register' as const]),
    ...(account.permissions.includes('upload_certificates') ? [] : ['myCertificates' as const]),
  ]
}

/** A page for people. Never stored: it may carry a code, an address or a state that changes. */
export function renderPage(c: EdgeContext, page: Child, status = 200): Response | Promise<Response> {
  c.header('cache-control', 'no-store')
  c.header('x-robots-tag', 'noindex')
  c.header('vary', 'accept-language, cookie')
  c.header('content-language', c.var.locale)
  return c.html(page as string, status as 200)
}

/** The way ends here: a page that says what happened and what to do next. */
export function renderDeadEnd(
  c: EdgeContext,
  kind: DeadEndKind,
  status: number,
  detail: DeadEndDetail = {},
  organisation?: Organisation | null,
): Response | Promise<Response> {
  const told = kind === 'error' ? { ...detail, requestId: c.var.requestId } : detail
  const frame = frameOf(c, organisation)
  return renderPage(c, <DeadEndPage frame={frame} kind={kind} detail={told} />, status)
}

const DOOR_STATUS: Record<DoorRefusal['code'], number> = {
  service_off: 503,
  organisation_off: 503,
  unknown_organisation: 404,
  no_organisation: 404,
}

export function renderDoorRefusal(c: EdgeContext, refusal: DoorRefusal): Response | Promise<Response> {
  const organisation = refusal.code === 'organisation_off' ? refusal.organisation : null
  const slug = c.req.param('slug') ?? c.req.query('organisation')
  const detail = refusal.code === 'unknown_organisation' && slug ? { slug: slug.slice(0, 64) } : {}
  return renderDeadEnd(c, refusal.code, DOOR_STATUS[refusal.code], detail, organisation)
}
