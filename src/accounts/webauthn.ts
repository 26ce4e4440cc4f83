import {
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { decodeAttestationObject, isoBase64URL, isoCBOR } from '@simplewebauthn/server/helpers'
import * as z from 'zod'
import type { Result } from '../kernel/result.ts'
import { ok, refuse } from '../kernel/result.ts'

/**
 * The WebAuthn library behind a face of our own: what a page posted comes in as text, what was proved goes out
 * as values, and whatever the library says no to is one refusal.
 */

/** EdDSA, ES256, RS256: what every authenticator speaks one of (COSE algorithm identifiers). */
export const ALGORITHMS = [-8, -7, -257]

/** Longer than any credential id may be in base64url (WebAuthn: 1023 bytes). */
const ID_MAX = 1400
const base64url = z.string().regex(/^[A-Za-z0-9_-]*$/)
const credential = { id: base64url.min(1).max(ID_MAX), rawId: base64url, type: z.literal('public-key') }

const assertionSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.nullish(),
  }),
})

const attestationSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .nullish(),
  }),
})

export type Assertion = z.infer<typeof assertionSchema>
type Attestation = z.infer<typeof attestationSchema>

/** Where a proof must come from: the page's origin, and the host name that passkeys are bound to. */
export type RelyingParty = { origin: string; id: string }

export function relyingPartyOf(baseUrl: string): RelyingParty {
  return { origin: baseUrl, id: new URL(baseUrl).hostname }
}

function read<Value>(schema: z.ZodType<Value>, text: string): Value | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** What a browser answered to "sign in"; null when it is no such thing. */
export const readAssertion = (text: string): Assertion | null => read(assertionSchema, text)

/** What a browser answered to "make a passkey"; null when it is no such thing. */
export const readAttestation = (text: string): Attestation | null => read(attestationSchema, text)

export type NewCredential = {
  id: string
  publicKey: Uint8Array
  counter: number
  transports: string[]
  backedUp: boolean
}

/** Checks a new credential. `verified`: whether its authenticator checked who holds it. */
export async function checkAttestation(
  attestation: Attestation,
  expected: { challenge: string; party: RelyingParty; verified: boolean },
): Promise<Result<NewCredential, 'refused'>> {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: withoutStatement(attestation),
      expectedChallenge: expected.challenge,
      expectedOrigin: expected.party.origin,
      expectedRPID: expected.party.id,
      requireUserVerification: expected.verified,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    if (!verified) return refuse('refused')
    const { credential: made, credentialBackedUp: backedUp } = registrationInfo
    const transports = attestation.response.transports ?? []
    return ok({ id: made.id, publicKey: made.publicKey, counter: made.counter, transports, backedUp })
  } catch {
    return refuse('refused')
  }
}

/**
 * We ask for no attestation. A statement that comes all the same is dropped unread, so that no certificate of a
 * stranger's making has us fetch anything.
 */
function withoutStatement({ response, ...rest }: Attestation): RegistrationResponseJSON {
  const authData = decodeAttestationObject(isoBase64URL.toBuffer(response.attestationObject)).get('authData')
  const bare = new Map<string, unknown>([
    ['fmt', 'none'],
    ['attStmt', new Map()],
    ['authData', authData],
  ])
  const attestationObject = isoBase64URL.fromBuffer(isoCBOR.encode(bare as never))
  const { clientDataJSON } = response
  return { ...rest, response: { clientDataJSON, attestationObject }, clientExtensionResults: {} }
}

/** Checks that the holder of a known credential was here. Whether the counter may be so is for the caller. */
export async function checkAssertion(
  assertion: Assertion,
  known: { id: string; publicKey: Uint8Array },
  expected: { challenge: string; party: RelyingParty },
): Promise<Result<{ counter: number; verified: boolean; backedUp: boolean }, 'refused'>> {
  const { userHandle, ...response } = assertion.response
  const given: AuthenticationResponseJSON = {
    ...assertion,
    response: { ...response, ...(userHandle && { userHandle }) },
    clientExtensionResults: {},
  }
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: given,
      expectedChallenge: expected.challenge,
      expectedOrigin: expected.party.origin,
      expectedRPID: expected.party.id,
      credential: { id: known.id, publicKey: Uint8Array.from(known.publicKey), counter: 0 },
      requireUserVerification: false,
    })
    if (!verified) return refuse('refused')
    const { newCounter, userVerified, credentialBackedUp } = authenticationInfo
    return ok({ counter: newCounter, verified: userVerified, backedUp: credentialBackedUp })
  } catch {
    return refuse('refused')
  }
}
