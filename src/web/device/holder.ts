import type { PresentedCredential } from '../../devices/index.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { hashSecret } from '../../kernel/secrets.ts'
import type { Holder } from '../../referee/index.ts'
import type { EdgeContext } from '../http/edge.ts'
import { makeNonce, type Proof, verifyProof } from './dpop.ts'
import type { DeviceProblemCode } from './problems.ts'

/** 128 bits as base64url, hex or a UUID; optionally in quotes, as the header is defined. */
const IDEMPOTENCY_KEY = /^"?([\x21\x23-\x7e]{22,255})"?$/

/** Who asks to hold a claim: a device key if there is a proof, else an idempotency key. */
export async function readHolder(c: EdgeContext): Promise<Result<Holder, DeviceProblemCode>> {
  if (c.req.header('dpop') !== undefined) {
    const proof = await readProof(c, null)
    return proof.ok ? ok({ kind: 'device_key', ...proof.value }) : proof
  }
  const key = IDEMPOTENCY_KEY.exec(c.req.header('idempotency-key') ?? '')?.[1]
  return key
    ? ok({ kind: 'idempotency_key', hash: hashSecret(`idempotency/${key}`) })
    : refuse('holder_required')
}

/** The device's token and the key that came with it. */
export async function readCredential(
  c: EdgeContext,
): Promise<Result<PresentedCredential, DeviceProblemCode>> {
  const [scheme = '', token = '', ...rest] = (c.req.header('authorization') ?? '').split(' ')
  if (rest.length > 0 || token === '' || token.length > 200) return refuse('invalid_credential')
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return ok({ token, thumbprint: null, at: c.var.now })
    case 'dpop': {
      const proof = await readProof(c, token)
      return proof.ok ? ok({ token, ...proof.value, at: c.var.now }) : proof
    }
    default:
      return refuse('invalid_credential')
  }
}

/** The DPoP proof of a request (RFC 9449). `token`: what it has to name; null: it stands for itself. */
export async function readProof(
  c: EdgeContext,
  token: string | null,
): Promise<Result<Proof, 'invalid_credential' | 'use_dpop_nonce'>> {
  const { services, now } = c.var
  const proof = await verifyProof({
    proof: c.req.header('dpop') ?? '',
    method: c.req.method,
    target: `${services.baseUrl}${c.req.path}`,
    token,
    now,
    keys: services.keys,
  })
  if (proof === 'use_nonce') {
    c.header('dpop-nonce', makeNonce(services.keys, now))
    return refuse('use_dpop_nonce')
  }
  return proof ? ok(proof) : refuse('invalid_credential')
}
