import type { Authority, CertificateState } from '../../certificates/index.ts'
import type { Instant } from '../../kernel/time.ts'

export const CERTIFICATES_PATH = '/manage/certificates'
export const ISSUED_PATH = `${CERTIFICATES_PATH}/issued`
export const SIGNER_PATH = `${CERTIFICATES_PATH}/signer`

export const CERTIFICATE_STATES = ['valid', 'revoked', 'ended'] as const satisfies CertificateState[]

export type IssuedFilter = { state: CertificateState | null; deviceId: string | null }

export function certificatePath(serial: string, act = ''): string {
  return `${ISSUED_PATH}/${encodeURIComponent(serial)}${act && `/${act}`}`
}

export function issuedPath({ state = null, deviceId = null }: Partial<IssuedFilter>): string {
  const query = new URLSearchParams({ ...(state && { state }), ...(deviceId && { device: deviceId }) })
  return query.size > 0 ? `${ISSUED_PATH}?${query}` : ISSUED_PATH
}

/** What is not understood filters nothing. */
export function readIssuedFilter(read: (name: string) => string | undefined): IssuedFilter {
  const device = read('device') ?? ''
  return {
    state: CERTIFICATE_STATES.find((state) => state === read('state')) ?? null,
    deviceId: /^dev_[A-Za-z0-9_-]{1,40}$/.test(device) ? device : null,
  }
}

/** The one that issues, and those that issue no more but have not ended. */
export function sortAuthorities(authorities: Authority[], now: Instant) {
  return {
    issuing: authorities.find(({ retiredAt }) => retiredAt === null) ?? null,
    trusted: authorities.filter(({ retiredAt, endsAt }) => retiredAt !== null && endsAt > now),
  }
}

/** Where everybody finds an authority's certificate and what it revoked. */
export const publicPaths = (authorityId: string) => ({
  certificate: `/ca/${encodeURIComponent(authorityId)}.crt`,
  crl: `/crl/${encodeURIComponent(authorityId)}.crl`,
})
