import { normaliseAddress } from '../kernel/address.ts'
import type { Locale } from '../kernel/locale.ts'
import type { Result } from '../kernel/result.ts'
import type { Keyring } from '../kernel/secrets.ts'
import type { ChallengeOutbox } from '../messaging/index.ts'
import type {
  AddressGateCalls,
  ChallengeSubject,
  ChallengeView,
  RequestRefusal,
  VerifyRefusal,
} from './types.ts'

/** `address` is normalised: what `normalise` gave back. */
type Addressed = ChallengeSubject & { address: string }

/** What the Worker asks about addresses. It alone knows how to reach a gate. */
export type Challenges = {
  /** The one spelling of an address; null for what is none. */
  normalise(text: string): string | null
  /** Has a code sent. One call to the gate, which stores the message and queues it. */
  request(
    input: Addressed & { locale: Locale; known?: boolean },
  ): Promise<Result<{ challengeId: string }, RequestRefusal>>
  /** Proves the address, if the code is right. An address that never asked is answered without a write. */
  verify(
    input: Addressed & { code: string },
  ): Promise<Result<{ address: string; challengeId: string }, VerifyRefusal>>
  /** How the message fares and how long the code works; null when this browser has asked for none. */
  look(input: Addressed): Promise<ChallengeView | null>
  /** The outbox that a queued reference names; null when the name is no gate's. */
  gateById(owner: string): ChallengeOutbox | null
}

export function makeChallenges({
  gates,
  keys,
}: {
  gates: DurableObjectNamespace
  keys: Keyring
}): Challenges {
  const gateOf = (address: string): AddressGateCalls => {
    if (normaliseAddress(address) !== address) throw new Error('the address must be normalised first')
    return asCalls(gates.get(gates.idFromName(keys.nameOf('address', address))))
  }
  return {
    normalise: normaliseAddress,
    request: ({ address, purpose, organisationId, browser, locale, known = false }) =>
      gateOf(address).request({ address, purpose, organisationId, browser, locale, known }),
    verify: ({ address, purpose, organisationId, browser, code }) =>
      gateOf(address).verify({ purpose, organisationId, browser, code }),
    look: ({ address, purpose, organisationId, browser }) =>
      gateOf(address).look({ purpose, organisationId, browser }),
    gateById(owner) {
      try {
        return asCalls(gates.get(gates.idFromString(owner)))
      } catch {
        return null
      }
    },
  }
}

function asCalls(stub: DurableObjectStub): AddressGateCalls {
  return stub as unknown as AddressGateCalls
}
