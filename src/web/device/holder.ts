import type { PresentedCredential } from '../../devices/index.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { hashSecret } from '../../kernel/secrets.ts'
import type { Holder } from '../../referee/index.ts'
import type { EdgeContext } from '../http/edge.ts'
import { type Proof, verifyProof } from './dpop.ts'
import type { DeviceProblemCode } from './problems.ts'

/** 128 bits as base64url, hex or a UUID; optionally in quotes, as the header is defined. */
const IDEMPOTENCY_KEY = /^"?([\x21\x23-\x7e]{22,255})"?$/

/** Who asks to hold a claim: a device key if there is a proof, else an idempotency key. */
export async function readHolder(c: EdgeContext): Promise<Result<Holder, DeviceProblemCode>> {
  if (c.req.header('dpop') !== undefined) {
    const proof = await readProof(c, null)
    return proof ? ok({ kind: 'device_key', ...proof }) : refuse('invalid_credential')
  }
  const key = IDEMPOTENCY_KEY.exec(c.req.header('idempotency-key') ?? '')?.[1]
  return key
    ? ok({ kind: 'idempotency_key', hash: hashSecret(`idempotency/${key}`) })
    : refuse('holder_required')
}

/** The device's token and the key that came with it. Null: nothing usable was presented. */
export async function readCredential(c: EdgeContext): Promise<PresentedCredential | null> {
  const [scheme = '', token = '', ...rest] = (c.req.header('authorization') ?? '').split(' ')
  if (rest.length > 0 || token === '' || token.length > 200) return null
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return { token, thumbprint: null }
    case 'dpop': {
      const proof = await readProof(c, token)
      return proof && { token, thumbprint: proof.thumbprint }
    }
    default:
      return null
  }
}

function readProof(c: EdgeContext, token: string | null): Promise<Proof | null> {
  return verifyProof({
    proof: c.req.header('dpop') ?? '',
    method: c.req.method,
    target: `${c.var.services.baseUrl}${c.req.path}`,
    token,
    now: c.var.now,
  })
}
