import type { Copy } from '../../copy/index.ts'
import { sendPem } from '../http/certificate-files.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { declareIssuedRoutes } from './certificate-issued-routes.tsx'
import { CERTIFICATES_PATH, sortAuthorities } from './certificate-paths.ts'
import { declareSignerRoutes } from './certificate-signer-routes.tsx'
import { CertificatesPage, RotatePage } from './pages/certificates.tsx'

/** The organisation's authority, what signs its profiles, and what was issued. */
export function declareCertificateRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', CERTIFICATES_PATH, 'manager', show)
  declareRoute(app, 'POST', `${CERTIFICATES_PATH}/create`, 'manager', create)
  declareRoute(app, 'GET', `${CERTIFICATES_PATH}/rotate`, 'manager', (c) =>
    renderPage(c, <RotatePage frame={frameOf(c)} />),
  )
  declareRoute(app, 'POST', `${CERTIFICATES_PATH}/rotate`, 'manager', rotate, { destructive: true })
  declareRoute(app, 'GET', `${CERTIFICATES_PATH}/authorities/:authority/pem`, 'manager', downloadAuthority)
  declareSignerRoutes(app)
  declareIssuedRoutes(app)
}

type DoneWord = keyof Copy['certificates']['done']

/** What was done just now, in words, as the redirect after it said. */
export function doneOf(c: EdgeContext): string | null {
  const { done } = frameOf(c).copy.certificates
  const told = c.req.query('done') ?? ''
  return Object.hasOwn(done, told) ? done[told as DoneWord] : null
}

async function show(c: EdgeContext) {
  const { services, now } = c.var
  const organisationId = staffOf(c).organisation.id
  const [authorities, signer] = await Promise.all([
    services.certificates.listAuthorities(organisationId),
    services.certificates.findSigner(organisationId),
  ])
  return renderPage(
    c,
    <CertificatesPage
      frame={frameOf(c)}
      {...sortAuthorities(authorities, now)}
      signer={signer}
      baseUrl={services.baseUrl}
      done={doneOf(c)}
    />,
  )
}

async function create(c: EdgeContext) {
  await c.var.services.certificates.ensureAuthority(staffOf(c).organisation, c.var.now)
  return c.redirect(`${CERTIFICATES_PATH}?done=created`, 303)
}

async function rotate(c: EdgeContext) {
  const { organisation } = staffOf(c)
  await c.var.services.certificates.rotateAuthority({ organisation, actor: actorOf(c), now: c.var.now })
  return c.redirect(`${CERTIFICATES_PATH}?done=rotated`, 303)
}

async function downloadAuthority(c: EdgeContext) {
  const { organisation } = staffOf(c)
  const authorities = await c.var.services.certificates.listAuthorities(organisation.id)
  const found = authorities.find(({ id }) => id === c.req.param('authority'))
  if (!found) return renderDeadEnd(c, 'not_found', 404)
  return sendPem(c, `${organisation.slug}-authority`, found.pem)
}
