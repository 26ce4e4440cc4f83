/** The reference device: the device API as a device is meant to speak it. Also drives tests and benchmark. */
import { randomBytes } from 'node:crypto'
import { makeDeviceKey, makeProof } from './proof.ts'
import type { CertificateState, DeviceClaim, DeviceState } from './state.ts'

/** What a device may say of itself: `kernel/device-facts`. */
export type ReportedFacts = Partial<
  Record<
    | 'platform'
    | 'name'
    | 'model'
    | 'manufacturer'
    | 'os_version'
    | 'serial'
    | 'imei'
    | 'udid'
    | 'phone_number'
    | 'carrier'
    | 'agent_version',
    string
  >
>

/** What a device redeems: a provision URL's code, or what a person can type. */
export type RedeemRequest = (
  | { code: string; pin?: string }
  | { ticket: string }
  | { site: string; username: string; code: string }
  | { organisation: string; username: string; code: string }
) & { device?: ReportedFacts; ownership?: 'company' | 'personal' }

export type DeviceAnswer = {
  status: number
  /** Parsed JSON, the text when it is none, null when there is no body. */
  // biome-ignore lint/suspicious/noExplicitAny: the reader knows which call it made
  body: any
  headers: Headers
}

export type Device = {
  /** What to keep. Changes with the answers. */
  state: DeviceState
  redeem(request: RedeemRequest): Promise<DeviceAnswer>
  /** The configuration for agents. With `onlyIfChanged` an unchanged one answers 304. */
  configuration(options?: { onlyIfChanged?: boolean }): Promise<DeviceAnswer>
  checkIn(facts?: ReportedFacts, permissions?: Record<string, boolean>): Promise<DeviceAnswer>
  /** Says what became of a command that a check-in brought. */
  finish(commandId: string, result: CommandResult): Promise<DeviceAnswer>
  /** A fresh batch of one-time strings; the one before is void. */
  securityStrings(): Promise<DeviceAnswer>
  /** Redeems the PIN that the owner got in the portal for a new passcode. */
  resetPasscode(username: string, pin: string): Promise<DeviceAnswer>
  /** Begins device authorisation (RFC 8628). */
  askPermission(device: ReportedFacts): Promise<DeviceAnswer>
  /** Asks once whether the owner allowed it; allowed, the device is set up. */
  takePermission(deviceCode: string): Promise<DeviceAnswer>
  /** Has a certificate request certified, PEM or base64 of DER; asked again, it renews. */
  certify(csr: string): Promise<DeviceAnswer>
}

/** `POST /device/v1/commands/{id}/result`. Degrees, metres, RFC 3339. */
export type CommandResult = {
  status: 'done' | 'failed'
  location?: { latitude: number; longitude: number; accuracy: number; at: string }
  message?: string
}

/** How the reference device calls itself to the authorisation server. */
export const CLIENT_ID = 'latchkey-reference'
const DEVICE_CODE = 'urn:ietf:params:oauth:grant-type:device_code'

const JSON_TYPE = /^application\/([a-z.-]+\+)?json\b/
const TIMEOUT = 30_000

/** A device that holds nothing yet: makes its key. */
export async function createState(options: {
  baseUrl: string
  holder: 'dpop' | 'idempotency'
}): Promise<DeviceState> {
  const holder: DeviceState['holder'] =
    options.holder === 'dpop'
      ? { kind: 'dpop', key: await makeDeviceKey() }
      : { kind: 'idempotency', value: randomBytes(16).toString('base64url') }
  return { baseUrl: options.baseUrl, holder, claim: null, configurationEtag: null }
}

/**
 * A device with a fresh key, or the one of a kept state. Its calls resolve with whatever the service answers,
 * refusals included; they reject when there is no answer. `clockOffset`, in seconds, is for a device whose
 * clock is wrong: it then works with the server's nonce.
 */
export async function createDevice(
  options: { clockOffset?: number } & (
    | { baseUrl: string; holder: 'dpop' | 'idempotency' }
    | { state: DeviceState }
  ),
): Promise<Device> {
  const state = 'state' in options ? options.state : await createState(options)
  const issuedAt = () => Math.floor(Date.now() / 1000) + (options.clockOffset ?? 0)
  let nonce: string | undefined

  async function send(request: Call): Promise<DeviceAnswer> {
    const { method, url, token } = request
    const { holder } = state
    const headers: Record<string, string> = { accept: 'application/json', ...request.headers }
    if (holder.kind === 'dpop')
      headers.dpop = await makeProof({ key: holder.key, method, url, token, nonce, issuedAt: issuedAt() })
    else if (!token) headers['idempotency-key'] = holder.value
    if (token) headers.authorization = `${state.claim?.tokenType ?? 'Bearer'} ${token}`
    if (request.body !== undefined) headers['content-type'] = 'application/json'
    const body = request.form ? new URLSearchParams(request.form) : JSON.stringify(request.body)
    const answer = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT),
      ...(body === undefined ? {} : { body }),
    })
    return { status: answer.status, headers: answer.headers, body: await readBody(answer) }
  }

  /** RFC 9449 section 8: the server's nonce in the place of our clock, once. */
  async function call(request: Call): Promise<DeviceAnswer> {
    const answer = await send(request)
    const offered = answer.headers.get('dpop-nonce')
    if (offered) nonce = offered
    // Problems have a `code`, OAuth's errors an `error`.
    const code = answer.body?.code ?? answer.body?.error
    return code === 'use_dpop_nonce' && offered ? send(request) : answer
  }

  return {
    state,
    async redeem(request) {
      const answer = await call({ method: 'POST', url: `${state.baseUrl}/device/v1/redeem`, body: request })
      if (answer.status === 201) state.claim = readClaim(answer.body)
      return answer
    },
    async configuration({ onlyIfChanged = false } = {}) {
      const { token, configurationUrl } = requireClaim(state)
      const etag = onlyIfChanged ? state.configurationEtag : null
      const headers = etag ? { 'if-none-match': etag } : undefined
      const answer = await call({ method: 'GET', url: configurationUrl, token, headers })
      if (answer.status === 200) state.configurationEtag = answer.headers.get('etag')
      return answer
    },
    async checkIn(facts = {}, permissions = {}) {
      const claim = requireClaim(state)
      const etag = state.configurationEtag
      const body = { facts, permissions, ...(etag ? { configuration_etag: etag } : {}) }
      const answer = await call({ method: 'POST', url: claim.checkInUrl, token: claim.token, body })
      if (answer.status === 200 && answer.body.interval_seconds > 0)
        claim.intervalSeconds = answer.body.interval_seconds
      return answer
    },
    finish(commandId, result) {
      const { token } = requireClaim(state)
      const url = `${state.baseUrl}/device/v1/commands/${encodeURIComponent(commandId)}/result`
      return call({ method: 'POST', url, token, body: result })
    },
    securityStrings() {
      const { token } = requireClaim(state)
      return call({ method: 'POST', url: `${state.baseUrl}/device/v1/security-strings`, token })
    },
    resetPasscode(username, pin) {
      const { token } = requireClaim(state)
      const url = `${state.baseUrl}/device/v1/passcode-reset`
      return call({ method: 'POST', url, token, body: { username, pin } })
    },
    askPermission({ name, model, platform, os_version }) {
      const told = Object.entries({ device_name: name, device_model: model, platform, os_version })
      const form = Object.fromEntries(told.filter((one): one is [string, string] => one[1] !== undefined))
      const url = `${state.baseUrl}/oauth/device_authorization`
      return call({ method: 'POST', url, form: { client_id: CLIENT_ID, ...form } })
    },
    async takePermission(deviceCode) {
      const form = { grant_type: DEVICE_CODE, device_code: deviceCode, client_id: CLIENT_ID }
      const answer = await call({ method: 'POST', url: `${state.baseUrl}/oauth/token`, form })
      if (answer.status === 200) state.claim = readPermission(answer.body)
      return answer
    },
    async certify(csr) {
      const { token } = requireClaim(state)
      const url = `${state.baseUrl}/device/v1/certificates`
      const answer = await call({ method: 'POST', url, token, body: { csr } })
      if (answer.status === 201) state.certificate = readCertificate(answer.body)
      return answer
    },
  }
}

/** What a site id says. Needs no device. */
export async function fetchSite(baseUrl: string, site: string): Promise<DeviceAnswer> {
  const url = `${baseUrl}/device/v1/sites/${encodeURIComponent(site)}`
  const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT) })
  return { status: answer.status, headers: answer.headers, body: await readBody(answer) }
}

type Call = {
  method: 'GET' | 'POST'
  url: string
  body?: unknown
  /** In place of `body`: what OAuth's endpoints read. */
  form?: Record<string, string>
  token?: string
  headers?: Record<string, string> | undefined
}

function requireClaim(state: DeviceState): DeviceClaim {
  if (!state.claim) throw new Error('This device has redeemed nothing yet.')
  return state.claim
}

async function readBody(answer: Response): Promise<unknown> {
  const text = await answer.text()
  if (text === '') return null
  return JSON_TYPE.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : text
}

function readCertificate(body: DeviceAnswer['body']): CertificateState {
  return { serial: body.serial, endsAt: body.ends_at, renewAfter: body.renew_after }
}

function readClaim(body: DeviceAnswer['body']): DeviceClaim {
  return {
    deviceId: body.device.id,
    token: body.credential.token,
    tokenType: body.credential.token_type,
    configurationUrl: body.configuration_url,
    checkInUrl: body.check_in.url,
    intervalSeconds: body.check_in.interval_seconds,
  }
}

/** What the token endpoint answers has the members of a redemption, and the token where OAuth puts it. */
function readPermission(body: DeviceAnswer['body']): DeviceClaim {
  return readClaim({ ...body, credential: { token: body.access_token, token_type: body.token_type } })
}
