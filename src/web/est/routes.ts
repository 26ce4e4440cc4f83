import { certsOnly } from '../../certificates/index.ts'
import type { Result } from '../../kernel/result.ts'
import type { Door, DoorRefusal } from '../../organisations/index.ts'
import { readCsrText } from '../device/csr.ts'
import { certificateRefusal, type Refusal } from '../device/problems.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { sendProblem } from '../http/problems.tsx'
import { declareRoute } from '../http/routes.ts'
import { clientOf } from '../http/shields.ts'
import { readAuthorization } from './authorization.ts'
import { estProblem } from './problems.ts'

/**
 * Enrolment over Secure Transport (RFC 7030). The label of the second form is an organisation's slug or site id.
 * Answers at once or not at all: never 202. Cookies play no part.
 */
export function declareEst(app: EdgeApp): void {
  for (const root of ['/.well-known/est', '/.well-known/est/:label']) {
    declareRoute(app, 'GET', `${root}/cacerts`, 'device', showAuthorities)
    declareRoute(app, 'POST', `${root}/simpleenroll`, 'device', (c) => enrol(c, { again: false }))
    declareRoute(app, 'POST', `${root}/simplereenroll`, 'device', (c) => enrol(c, { again: true }))
  }
}

const REQUEST_TYPE = /^application\/pkcs10(?:\s*;|$)/i
const CERTIFICATES_TYPE = 'application/pkcs7-mime; smime-type=certs-only'

const fail = (c: EdgeContext, ...refusal: Refusal) => sendProblem(c, estProblem(...refusal))

/**
 * DER as EST carries it: base64 in one line, because clients that read it strictly stumble over line breaks (RFC
 * 8951 section 3.1).
 */
function sendCertificates(c: EdgeContext, certificates: string[], headers: Record<string, string> = {}) {
  const body = Buffer.from(certsOnly(certificates)).toString('base64')
  return c.body(body, 200, {
    'content-type': CERTIFICATES_TYPE,
    'content-transfer-encoding': 'base64',
    // strongSwan reads no other end of a body.
    'content-length': String(body.length),
    'cache-control': 'no-store',
    ...headers,
  })
}

/** The organisation that the path names, or the service's default one. */
function openLabelled(c: EdgeContext): Promise<Result<Door, DoorRefusal>> {
  const { organisations } = c.var.services
  const label = c.req.param('label')
  if (label === undefined) return organisations.openDefaultDoor()
  return /^[0-9]+$/.test(label) ? organisations.openSite(label) : organisations.openDoor(label.toLowerCase())
}

/** RFC 7030 section 4.1: the authority that issues, then those before it that are still to be trusted. */
async function showAuthorities(c: EdgeContext) {
  const { services, now } = c.var
  if (!(await services.admit('device', clientOf(c)))) return fail(c, 'rate_limited')
  const door = await openLabelled(c)
  if (!door.ok) {
    const unknown = door.error.code === 'unknown_organisation' || door.error.code === 'no_organisation'
    return fail(c, unknown ? 'unknown_site' : 'setup_disabled')
  }
  const { organisation } = door.value
  const living = (await services.certificates.listAuthorities(organisation.id)).filter(
    ({ endsAt }) => endsAt > now,
  )
  const known = living.find(({ retiredAt }) => retiredAt === null)
  const issuing = known ?? (await services.certificates.ensureAuthority(organisation, now))
  const former = living.filter(({ id }) => id !== issuing.id)
  return sendCertificates(
    c,
    [issuing, ...former].map(({ pem }) => pem),
  )
}

/** RFC 7030 section 4.2: what can be refused without asking anybody is refused first. */
async function enrol(c: EdgeContext, { again }: { again: boolean }) {
  const { services, now } = c.var
  if (!(await services.admit('device', clientOf(c)))) return fail(c, 'rate_limited')
  if (!REQUEST_TYPE.test(c.req.header('content-type') ?? '')) return fail(c, 'unsupported_media_type')
  const authorised = await readAuthorization(c, c.req.param('label') ?? null)
  if (!authorised.ok) return fail(c, authorised.error)
  // Text, whatever its type says; the runtime warns whoever reads it as such.
  const csr = readCsrText(new TextDecoder().decode(await c.req.arrayBuffer()))
  if (!csr) return fail(c, 'invalid_certificate_request')
  if (authorised.value.kind === 'code' && again) return fail(c, 'invalid_credential')
  const issued =
    authorised.value.kind === 'code'
      ? await services.enrolment.enrol({ presented: authorised.value.presented, csr, now })
      : await services.enrolment.renew({ credential: authorised.value.credential, csr, now })
  if (!issued.ok) return fail(c, ...certificateRefusal(issued.error))
  const { deviceId, certificate, token } = issued.value
  return sendCertificates(c, [certificate.pem], {
    'device-id': deviceId,
    ...(token !== null && { 'device-credential': token }),
  })
}
