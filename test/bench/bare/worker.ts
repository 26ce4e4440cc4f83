/**
 * The yardstick: a Worker with the same bindings that does the storage work of a call and nothing else. No
 * rules, no refusals, no rendering.
 */
import { Hono } from 'hono'
import { hashSecret } from '../../../src/kernel/secrets.ts'
import type { ProvisionSession } from './object.ts'

export { AddressGate, LinkRequest, ProvisionSession } from './object.ts'

type Environment = {
  DB: D1Database
  PROVISION_SESSION: DurableObjectNamespace<ProvisionSession>
  DEVICE_LIMIT: RateLimit
  PEOPLE_LIMIT: RateLimit
}

const app = new Hono<{ Bindings: Environment }>()

/** What a page of the setup wizard reads. */
app.get('/setup/:slug', async (context) => {
  const { DB } = context.env
  const row = await DB.prepare(
    `SELECT service.*, organisations.* FROM service
       LEFT JOIN organisations ON organisations.slug = ? WHERE service.id = 1`,
  )
    .bind(context.req.param('slug'))
    .first<Record<string, unknown>>()
  const name = row?.name
  if (!name) return context.text('not found', 404)
  return context.html(`<!doctype html><title>${name}</title><h1>${name}</h1>`)
})

/** Makes the object and its grant, as issuing a provision code does. Not measured. */
app.post('/prepare', async (context) => {
  const { ref, secretHash } = await context.req.json<{ ref: string; secretHash: string }>()
  const { PROVISION_SESSION: sessions } = context.env
  await sessions.get(sessions.idFromName(ref)).issue(secretHash)
  return context.body(null, 204)
})

/** One primary read, one ES256 verification, the limiter, the object's write, the batch. */
app.post('/device/v1/redeem', async (context) => {
  const { env } = context
  await env.DEVICE_LIMIT.limit({ key: context.req.header('cf-connecting-ip') ?? 'local' })
  const { code, device } = await context.req.json<{ code: string; device: Record<string, string> }>()
  const [ref = '', secret = ''] = code.split('.')
  const thumbprint = await verifyProof(context.req.header('dpop') ?? '')
  const [account] = (
    await env.DB.withSession('first-primary')
      .prepare(
        `SELECT accounts.id, accounts.organisation_id, service.enabled,
           (SELECT count(*) FROM devices WHERE key_thumbprint = ?) AS held
         FROM accounts JOIN organisations ON organisations.id = accounts.organisation_id JOIN service
         WHERE accounts.ref = ?`,
      )
      .bind(thumbprint, ref)
      .all<{ id: string; organisation_id: number }>()
  ).results
  if (!account) return context.json({}, 404)
  const sessions = env.PROVISION_SESSION
  const deviceId = await sessions.get(sessions.idFromName(ref)).redeem({
    ref,
    secretHash: hashSecret(secret),
    thumbprint,
    accountId: account.id,
    organisationId: account.organisation_id,
    facts: JSON.stringify(device),
  })
  return deviceId ? context.json({ device: { id: deviceId } }, 201) : context.json({}, 403)
})

async function verifyProof(proof: string): Promise<string> {
  const [header = '', payload = '', signature = ''] = proof.split('.')
  const { jwk } = JSON.parse(atob(fromUrl(header))) as { jwk: JsonWebKey }
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['verify'])
  const bytes = Uint8Array.from(atob(fromUrl(signature)), (character) => character.charCodeAt(0))
  const good = await crypto.subtle.verify(
    algorithm,
    key,
    bytes,
    new TextEncoder().encode(`${header}.${payload}`),
  )
  if (!good) throw new Error('the proof does not verify')
  return hashSecret(`${jwk.x}.${jwk.y}`)
}

function fromUrl(text: string): string {
  return text.replaceAll('-', '+').replaceAll('_', '/')
}

export default app
