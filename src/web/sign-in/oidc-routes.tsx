import {
  type FinishOidcRefusal,
  OIDC_ATTEMPT,
  type OidcPurpose,
  type OidcTransaction,
} from '../../accounts/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import { log } from '../../runtime/logger.ts'
import { clearSealed, keepSealed, readSealed, readSessionCookie, setSessionCookie } from '../http/cookies.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { frameOf, renderDeadEnd, renderDoorRefusal, renderPage } from '../http/pages.tsx'
import { renderProblem } from '../http/problems.tsx'
import { readReturnPath } from '../http/return-path.ts'
import { declareRoute } from '../http/routes.ts'
import { clientOf } from '../http/shields.ts'
import { type OidcEnd, OidcEndPage } from './pages/oidc-end.tsx'
import { OidcOnwardPage, OidcOrganisationPage } from './pages/oidc-organisation.tsx'
import { destinationOf } from './steps.ts'

/** Signing in at an organisation's own identity provider (OpenID Connect). */
export function declareOidcSignInRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/sign-in/organisation', 'public', chooseOrganisation)
  declareRoute(app, 'GET', '/sign-in/oidc/callback', 'public', comeBack)
  declareRoute(app, 'GET', '/sign-in/oidc/:slug', 'public', begin)
}

/** The sealed cookie of an attempt. */
const ATTEMPT = 'oidc'

type Attempt = OidcTransaction & { to: string | null }

/** Asks for the short name, then goes on to the provider. Nothing is looked up before. */
function chooseOrganisation(c: EdgeContext) {
  const asked = c.req.query('organisation')
  const to = readReturnPath(c.req.query('to'))
  const slug = asked?.trim().toLowerCase() ?? ''
  if (/^[a-z0-9-]{2,40}$/.test(slug)) {
    const href = startPath(slug, 'sign-in', to)
    // No redirect: it would belong to the form, and forms of ours may not end at another site (form-action).
    c.header('refresh', `0;url=${href}`)
    return renderPage(c, <OidcOnwardPage frame={frameOf(c, null)} slug={slug} href={href} />)
  }
  const failed = asked !== undefined
  const page = (
    <OidcOrganisationPage
      frame={frameOf(c, null)}
      value={asked?.slice(0, 64) ?? ''}
      to={to}
      failed={failed}
    />
  )
  return renderPage(c, page, failed ? 422 : 200)
}

function startPath(slug: string, purpose: OidcPurpose, to: string | null, anew = false): string {
  const query = new URLSearchParams({
    ...(purpose === 'setup' && { for: 'setup' }),
    ...(to !== null && { to }),
    ...(anew && { anew: '1' }),
  })
  return `/sign-in/oidc/${encodeURIComponent(slug)}${query.size > 0 ? `?${query}` : ''}`
}

async function begin(c: EdgeContext) {
  const { services, now } = c.var
  if (!(await services.admit('people', clientOf(c)))) return renderProblem(c, 'rate_limited')
  const slug = c.req.param('slug') ?? ''
  const purpose = c.req.query('for') === 'setup' ? 'setup' : 'sign-in'
  const to = readReturnPath(c.req.query('to'))
  const anew = c.req.query('anew') !== undefined
  const begun = await services.identities.begin({ slug, purpose, anew, now })
  if (!begun.ok) return renderRefusal(c, { ...begun.error, purpose, to })
  const attempt: Attempt = { ...begun.value.transaction, to }
  keepSealed(c, ATTEMPT, attempt, OIDC_ATTEMPT)
  c.header('cache-control', 'no-store')
  return c.redirect(begun.value.url, 303)
}

async function comeBack(c: EdgeContext) {
  const { services, now, locale } = c.var
  if (!(await services.admit('people', clientOf(c)))) return renderProblem(c, 'rate_limited')
  const attempt = readSealed<Attempt>(c, ATTEMPT)
  if (!attempt)
    return renderRefusal(c, { refusal: { code: 'stale' }, organisation: null, purpose: 'sign-in', to: null })
  const { to, ...transaction } = attempt
  const finished = await services.identities.finish({
    transaction,
    parameters: new URL(c.req.url).searchParams,
    locale,
    userAgent: c.req.header('user-agent') ?? '',
    former: { staff: readSessionCookie(c, 'staff'), owner: readSessionCookie(c, 'owner') },
    now,
  })
  // A link with somebody else's state must not end the attempt that this browser is in.
  if (finished.ok || finished.error.refusal.code !== 'stale') clearSealed(c, ATTEMPT)
  if (!finished.ok) return renderRefusal(c, { ...finished.error, purpose: transaction.purpose, to })
  const { account, session, secret, kind, organisation } = finished.value
  setSessionCookie(c, secret, session.endsAt, kind)
  c.header('cache-control', 'no-store')
  const { slug } = organisation
  const onward =
    transaction.purpose === 'setup' ? `/setup/${slug}/about` : destinationOf(account.role, slug, to)
  return c.redirect(onward, 303)
}

type Refused = {
  refusal: FinishOidcRefusal
  organisation: Organisation | null
  purpose: OidcPurpose
  to: string | null
}

function renderRefusal(c: EdgeContext, { refusal, organisation, purpose, to }: Refused) {
  report(c, refusal, organisation)
  if (refusal.code === 'door') return renderDoorRefusal(c, refusal.refusal)
  if (refusal.code === 'account_disabled') return renderDeadEnd(c, 'account_disabled', 403, {}, organisation)
  if (refusal.code === 'organisation_unfinished')
    return renderDeadEnd(c, 'no_platforms', 503, {}, organisation)
  const end = END[refusal.code]
  const slug = organisation?.slug ?? null
  return renderPage(
    c,
    <OidcEndPage
      frame={frameOf(c, organisation)}
      end={end}
      said={'said' in refusal ? refusal.said : null}
      address={'address' in refusal ? refusal.address : null}
      again={slug === null ? null : startPath(slug, purpose, to, ANEW.has(end))}
      instead={purpose === 'setup' && slug !== null ? `/setup/${slug}` : '/sign-in'}
    />,
    STATUS[end],
  )
}

/** What a page is about, by what was refused: what only a manager can mend looks alike to everybody else. */
const END: Record<
  Exclude<FinishOidcRefusal['code'], 'door' | 'account_disabled' | 'organisation_unfinished'>,
  OidcEnd
> = {
  not_offered: 'not_offered',
  not_for_owners: 'not_for_owners',
  provider_unusable: 'unreachable',
  unreachable: 'unreachable',
  secret_lost: 'misconfigured',
  client_refused: 'misconfigured',
  stale: 'stale',
  declined: 'declined',
  not_valid: 'not_valid',
  no_account: 'no_account',
  no_address: 'no_address',
  not_verified: 'not_verified',
  not_accepted: 'not_accepted',
  other_person: 'other_person',
}

const STATUS: Record<OidcEnd, number> = {
  not_offered: 404,
  not_for_owners: 403,
  unreachable: 503,
  misconfigured: 503,
  stale: 400,
  declined: 403,
  not_valid: 400,
  no_account: 403,
  no_address: 403,
  not_verified: 403,
  not_accepted: 403,
  other_person: 403,
}

/** Where another account at the provider would help, it is asked to let the person choose. */
const ANEW = new Set<OidcEnd>(['no_account', 'no_address', 'not_verified', 'not_accepted', 'other_person'])

/** For those who look after the provider: what exactly was wrong. */
function report(c: EdgeContext, refusal: FinishOidcRefusal, organisation: Organisation | null): void {
  log('warn', 'oidc.refused', {
    request: c.var.requestId,
    organisation: organisation?.id ?? null,
    code: refusal.code,
    ...('reason' in refusal && { reason: refusal.reason }),
    ...('said' in refusal && { reason: refusal.said }),
    ...(refusal.code === 'provider_unusable' && { reason: refusal.refusal.code }),
  })
}
