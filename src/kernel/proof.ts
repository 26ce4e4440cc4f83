import { MINUTE } from './time.ts'

/** How far the time in a DPoP proof (RFC 9449) may be from our clock, either way; a nonce of ours is good as long. */
export const PROOF_WINDOW = 5 * MINUTE

/** How long a proof's id is remembered where a replay would matter: as long as the proof may be taken for fresh. */
export const PROOF_MEMORY = 2 * PROOF_WINDOW
