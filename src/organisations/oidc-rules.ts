import * as z from 'zod'
import { checkFields, type FieldProblems } from '../kernel/fields.ts'
import { isPublicName } from '../kernel/public-name.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'

/** What a manager enters; an empty secret keeps the one that is set. */
export type OidcForm = {
  enabled: boolean
  issuer: string
  clientId: string
  clientSecret: string
  emailClaim: string
  forOwners: boolean
}

/** Why an address cannot be an identity provider's. */
export type IssuerProblem =
  | 'missing'
  | 'too_long'
  | 'not_a_url'
  | 'not_https'
  | 'with_extras'
  | 'with_port'
  | 'not_public'

const ISSUER_MAX = 300
const DISCOVERY = /\/\.well-known\/openid-configuration\/?$/
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether the service itself runs on a laptop: then a provider on the same one is reached, over http too. */
export function isLoopback(baseUrl: string): boolean {
  return LOOPBACK.has(new URL(baseUrl).hostname)
}

/**
 * Whether we may ask this address: https on its own port at a public name. Whoever enters or answers an address
 * must not make us look into a network (SSRF). `local`: loopback too, by whatever port.
 */
export function isAllowedAddress(text: unknown, local: boolean): text is string {
  return typeof text === 'string' && URL.canParse(text) && addressProblem(new URL(text), local) === null
}

function addressProblem(url: URL, local: boolean): IssuerProblem | null {
  if (url.username !== '' || url.password !== '' || url.hash !== '') return 'with_extras'
  const own = local && LOOPBACK.has(url.hostname)
  if (own && (url.protocol === 'http:' || url.protocol === 'https:')) return null
  if (url.protocol !== 'https:') return 'not_https'
  if (!isPublicName(url.hostname)) return 'not_public'
  return url.port === '' ? null : 'with_port'
}

/** The issuer as its provider may write it. People paste the address of the discovery document: that will do. */
export function checkIssuer(text: string, local: boolean): Result<string, IssuerProblem> {
  const issuer = text.trim().replace(DISCOVERY, '')
  if (issuer === '') return refuse('missing')
  if (issuer.length > ISSUER_MAX) return refuse('too_long')
  // What the parser would quietly repair was not copied from a provider: spaces, control characters, backslashes.
  if (!/^[\x21-\x7e\u00a1-\uffff]+$/.test(issuer) || issuer.includes('\\') || !URL.canParse(issuer))
    return refuse('not_a_url')
  const url = new URL(issuer)
  if (url.search !== '' || issuer.includes('#') || issuer.includes('?')) return refuse('with_extras')
  const problem = addressProblem(url, local)
  return problem ? refuse(problem) : ok(issuer)
}

const formSchema = z.object({
  enabled: z.boolean(),
  forOwners: z.boolean(),
  // RFC 6749, appendix A.1 and A.2: printable ASCII.
  clientId: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[\x20-\x7e]+$/, 'not_text'),
  clientSecret: z
    .string()
    .max(500)
    .regex(/^[\x20-\x7e]*$/, 'not_text'),
  emailClaim: z
    .string()
    .trim()
    .max(100)
    .regex(/^[\w.:/-]*$/, 'not_accepted')
    .transform((claim) => claim || 'email'),
})

export type OidcProblems = { issuer: IssuerProblem | null; fields: FieldProblems }

/**
 * Checks what a manager entered. The secret belongs to issuer and client: where one of these changes it has to be
 * entered again, so that nobody learns it by naming a provider of their own.
 */
export function checkOidcForm(
  form: OidcForm,
  before: { issuer: string; clientId: string } | null,
  local: boolean,
): Result<OidcForm, OidcProblems> {
  const issuer = checkIssuer(form.issuer, local)
  const checked = checkFields(formSchema, form)
  const fields = checked.ok ? {} : checked.error
  const kept =
    before !== null &&
    issuer.ok &&
    sameIssuer(issuer.value, before.issuer) &&
    form.clientId.trim() === before.clientId
  if (form.clientSecret === '' && !kept) fields.clientSecret ??= { code: 'missing' }
  if (!issuer.ok || !checked.ok || Object.keys(fields).length > 0)
    return refuse({ issuer: issuer.ok ? null : issuer.error, fields })
  return ok({ ...checked.value, issuer: issuer.value })
}

/** Providers write their issuer with or without a slash at the end; it is the same address. */
export function sameIssuer(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).href === new URL(other).href
}
