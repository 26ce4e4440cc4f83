import { MINUTE, SECOND } from '../../kernel/time.ts'
import { readDer, sendPublic } from '../http/certificate-files.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { renderProblem } from '../http/problems.tsx'
import { declareRoute } from '../http/routes.ts'

/** Who checks certificates may keep what they read for so long: a revocation is known everywhere soon. */
const KEPT = (5 * MINUTE) / SECOND

/** What certificates refer to, for everybody who has to check one: nothing here is secret. */
export function declarePublicRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/crl/:file', 'public', showCrl)
  declareRoute(app, 'GET', '/ca/:file', 'public', showAuthority)
}

/** `/crl/<authority>.crl`: what the authority revoked (RFC 5280 section 5). */
async function showCrl(c: EdgeContext) {
  const id = authorityIn(c, 'crl')
  const bytes = id && (await c.var.services.certificates.readCrl(id, c.var.now))
  if (!bytes) return renderProblem(c, 'not_found')
  return sendPublic(c, { bytes, type: 'application/pkix-crl', seconds: KEPT })
}

/** `/ca/<authority>.crt`: its certificate, one in DER (RFC 5280 section 4.2.2.1). */
async function showAuthority(c: EdgeContext) {
  const id = authorityIn(c, 'crt')
  const authority = id && (await c.var.services.certificates.readAuthority(id))
  if (!authority) return renderProblem(c, 'not_found')
  return sendPublic(c, { bytes: readDer(authority.pem), type: 'application/pkix-cert', seconds: KEPT })
}

/** The id in the file's name; null for what cannot be one, so that nothing is looked up. */
function authorityIn(c: EdgeContext, ending: string): string | null {
  const [, id, told] = /^([a-z]+_[A-Za-z0-9_-]{22})\.([a-z]+)$/.exec(c.req.param('file') ?? '') ?? []
  return id && told === ending ? id : null
}
