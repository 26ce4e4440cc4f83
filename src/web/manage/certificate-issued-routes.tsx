import { type IssuedCertificate, stateOf } from '../../certificates/index.ts'
import { sendPem } from '../http/certificate-files.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { certificatePath, ISSUED_PATH, readIssuedFilter } from './certificate-paths.ts'
import { doneOf } from './certificate-routes.tsx'
import { CertificateListPage } from './pages/certificate-list.tsx'
import { CertificatePage, REASONS, RevokePage } from './pages/certificate-one.tsx'

/** What the authorities issued: the list, one of it, and its revocation. */
export function declareIssuedRoutes(app: EdgeApp): void {
  const one = `${ISSUED_PATH}/:serial`
  declareRoute(app, 'GET', ISSUED_PATH, 'manager', showList)
  declareRoute(app, 'GET', one, 'manager', withCertificate(showOne))
  declareRoute(app, 'GET', `${one}/pem`, 'manager', withCertificate(download))
  declareRoute(app, 'GET', `${one}/revoke`, 'manager', withCertificate(askAboutRevoking))
  declareRoute(app, 'POST', `${one}/revoke`, 'manager', revoke, { destructive: true })
}

/** Hands the certificate of `:serial` to the handler; one of another organisation is not found. */
function withCertificate(handle: (c: EdgeContext, found: IssuedCertificate) => Response | Promise<Response>) {
  return async (c: EdgeContext) => {
    const serial = serialOf(c)
    const { certificates } = c.var.services
    const found = serial && (await certificates.findIssued(staffOf(c).organisation.id, serial))
    return found ? handle(c, found) : renderDeadEnd(c, 'not_found', 404)
  }
}

/** As it is stored: hex of up to 20 bytes (RFC 5280 section 4.1.2.2). */
function serialOf(c: EdgeContext): string | null {
  const serial = c.req.param('serial') ?? ''
  return /^[0-9a-f]{1,40}$/.test(serial) ? serial : null
}

async function showList(c: EdgeContext) {
  const { services, now } = c.var
  const organisationId = staffOf(c).organisation.id
  const filter = readIssuedFilter((name) => c.req.query(name))
  const after = c.req.query('after') ?? null
  const page = await services.certificates.listIssued(organisationId, { ...filter, after, now })
  const devices = await services.deviceNames.of(organisationId, devicesOf(page.rows))
  return renderPage(
    c,
    <CertificateListPage
      frame={frameOf(c)}
      filter={filter}
      page={page}
      devices={devices}
      later={after !== null}
    />,
  )
}

const devicesOf = (rows: IssuedCertificate[]) =>
  rows.flatMap(({ deviceId }) => (deviceId === null ? [] : [deviceId]))

async function showOne(c: EdgeContext, certificate: IssuedCertificate) {
  const devices = await c.var.services.deviceNames.of(certificate.organisationId, devicesOf([certificate]))
  return renderPage(
    c,
    <CertificatePage
      frame={frameOf(c)}
      certificate={certificate}
      known={devices.get(certificate.deviceId ?? '')}
      done={doneOf(c)}
    />,
  )
}

function download(c: EdgeContext, { serial, pem }: IssuedCertificate) {
  return sendPem(c, `certificate-${serial}`, pem)
}

/** What is revoked or over cannot be revoked any more. */
function askAboutRevoking(c: EdgeContext, certificate: IssuedCertificate) {
  if (stateOf(certificate, c.var.now) !== 'valid') return c.redirect(certificatePath(certificate.serial), 303)
  return renderPage(c, <RevokePage frame={frameOf(c)} certificate={certificate} />)
}

async function revoke(c: EdgeContext) {
  const serial = serialOf(c)
  const form = await readForm(c)
  const reason = REASONS.find((one) => one === form('reason')) ?? 'unspecified'
  const revoked =
    serial &&
    (await c.var.services.certificates.revoke({
      organisationId: staffOf(c).organisation.id,
      serial,
      reason,
      actor: actorOf(c),
      now: c.var.now,
    }))
  if (!revoked || (!revoked.ok && revoked.error === 'not_found')) return renderDeadEnd(c, 'not_found', 404)
  return c.redirect(`${certificatePath(serial)}?done=${revoked.ok ? 'revoked' : 'already'}`, 303)
}
