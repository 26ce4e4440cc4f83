import { expect, vi } from 'vitest'
import { CLIENT, ISSUER, type StubProvider, stubProvider } from '../../support/oidc-stub.ts'
import { makeVisitor, type Visitor } from '../../support/visitor.ts'
import { bindings, services, time } from '../../support/world.ts'

/** A browser before the sign-in of Acme, and its identity provider. */

export const ACME = 1
const form = {
  enabled: true,
  issuer: ISSUER,
  clientId: CLIENT.id,
  clientSecret: CLIENT.secret,
  emailClaim: 'email',
  forOwners: true,
}

export let visitor: Visitor
export let provider: StubProvider

/** A provider of its own for each test, since the Worker remembers documents. Call in `beforeEach`. */
export async function startOidc(): Promise<void> {
  time.start()
  // All of this is one network's minute, which the coarse shield would cut short.
  vi.spyOn(bindings.peopleLimit, 'limit').mockResolvedValue({ success: true })
  // What is refused is logged.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  visitor = makeVisitor()
  provider = await stubProvider({ issuer: `https://login-${crypto.randomUUID()}.acme.example` })
  await configure()
}

/** What managers enter about the provider. */
export async function configure(change: Partial<typeof form> = {}, organisationId = ACME) {
  const entered = { ...form, issuer: provider.state.metadata.issuer as string, ...change }
  const saved = await services.oidcSettings.configure(
    organisationId,
    entered,
    { kind: 'manager', id: 'acc_test' },
    time.now(),
  )
  if (!saved.ok) throw new Error(JSON.stringify(saved.error))
}

/** What the provider says of somebody. */
export const who = (address: string, subject = `sub-${address}`) => ({
  sub: subject,
  email: address,
  email_verified: true,
})

/** Begins, signs in at the provider, comes back. */
export async function signIn(
  claims: Record<string, unknown>,
  options: { start?: string; signedBy?: 'another'; forge?: Record<string, string>; by?: Visitor } = {},
) {
  const browser = options.by ?? visitor
  const begun = await browser.get(options.start ?? '/sign-in/oidc/acme')
  expect(begun.status).toBe(303)
  return browser.get(provider.approve(begun.location, claims, options))
}
