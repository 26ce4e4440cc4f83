import { rm } from 'node:fs/promises'
import { hostname, release, type } from 'node:os'
import { DEFAULT_STATE, type DeviceCommand, type DeviceOptions } from './arguments.ts'
import { filesBeside, makeCsr, openKey, saveCertificate } from './certificate.ts'
import { createDevice, createState, type Device, type DeviceAnswer, type ReportedFacts } from './client.ts'
import { readState, writeState } from './state.ts'

/** The service refused, or did not answer. The message is what the problem says. */
export class RefusedError extends Error {}

const AGENT_VERSION = 'reference 1'
/** How often an answer of `temporarily_unavailable` is followed by another try, and the longest pause, in seconds. */
const TRIES = 4
const LONGEST_PAUSE = 15

type Say = (text: string) => void
type Redeem = Extract<DeviceCommand, { kind: 'redeem' }>

/** Redeems, keeps what came of it, and says so. The key is written first: a lost answer can be asked for again. */
export async function redeem(command: Redeem, options: DeviceOptions, say: Say): Promise<void> {
  const kept = options.fresh ? null : await readState(options.state)
  const usable = kept?.baseUrl === command.baseUrl && kept.holder.kind === options.holder
  const state = usable ? kept : await createState({ baseUrl: command.baseUrl, holder: options.holder })
  await writeState(options.state, state)

  const device = await createDevice({ state })
  const answer = await insist(
    () => device.redeem({ ...command.request, device: describeDevice(options) }),
    say,
  )
  requireStatus(answer, 201)
  await writeState(options.state, device.state)
  const { body } = answer
  say(
    `This is now ${body.device.id} (${body.device.platform}, ${body.device.ownership}), ${body.device.status}.`,
  )
  say(`It belongs to ${body.account.name || body.account.username} at ${body.organisation.name}.`)
  say(`Key and credential (${body.credential.token_type}) are in ${options.state}.`)
  // Another device gets another key.
  if (options.certificate) await obtain(device, { ...options, fresh: !usable }, say)
  say(`Next: npm run device -- check-in${options.state === DEFAULT_STATE ? '' : ` --state ${options.state}`}`)
}

/** Has the device's key certified, or renews its certificate, and keeps the files. */
export async function certify(options: DeviceOptions, say: Say): Promise<void> {
  await obtain(await openDevice(options), options, say)
}

/** The key is written before it is asked for; the same key is certified again at every renewal. */
async function obtain(device: Device, options: DeviceOptions, say: Say): Promise<void> {
  const files = filesBeside(options.state)
  if (options.fresh) await rm(files.key, { force: true })
  const csr = await makeCsr(await openKey(files.key), device.state.claim?.deviceId ?? '')
  const answer = await insist(() => device.certify(csr), say)
  requireStatus(answer, 201)
  await saveCertificate(files, answer.body)
  await writeState(options.state, device.state)
  const { ends_at: endsAt, renew_after: renewAfter, serial } = answer.body
  say(`Certificate ${serial}, until ${endsAt}; it is renewed from ${renewAfter} on.`)
  say(`It is in ${files.certificate}, its key in ${files.key}, who issued it in ${files.chain}.`)
}

/** Fetches the configuration and prints it. */
export async function configuration(options: DeviceOptions, say: Say): Promise<void> {
  const device = await openDevice(options)
  const answer = await insist(() => device.configuration(), say)
  requireStatus(answer, 200)
  await writeState(options.state, device.state)
  say(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body, null, 2))
}

/** Reports once. Returns the seconds until the next report is due. */
export async function checkIn(options: DeviceOptions, say: Say): Promise<number> {
  const device = await openDevice(options)
  const answer = await insist(() => device.checkIn(describeDevice(options)), say)
  requireStatus(answer, 200)
  const { status, interval_seconds: interval, commands, configuration_changed: changed } = answer.body
  say(`${device.state.claim?.deviceId} is ${status}; the next check-in is due in ${interval} s.`)
  for (const command of commands ?? []) say(`Command: ${JSON.stringify(command)}`)
  if (changed || answer.body.configuration_etag !== device.state.configurationEtag) {
    const { status: fetched } = await device.configuration({ onlyIfChanged: true })
    if (fetched === 200) say(`Fetched the configuration ${device.state.configurationEtag ?? ''}`.trimEnd())
  }
  await writeState(options.state, device.state)
  const renewAfter = Date.parse(device.state.certificate?.renewAfter ?? '')
  if (renewAfter <= Date.now()) await obtain(device, { ...options, fresh: false }, say)
  return interval
}

/** Reports whenever it is due, for as long as the credential lives. */
export async function watch(options: DeviceOptions, say: Say): Promise<never> {
  for (;;) await pause(await checkIn(options, say))
}

async function openDevice(options: DeviceOptions): Promise<Device> {
  const state = await readState(options.state)
  if (!state?.claim)
    throw new RefusedError(`${options.state} holds no device yet. Begin with: redeem "<url>"`)
  return createDevice({ state })
}

/** Repeats a call that found no answer or a service that is busy for the moment, with the same key. */
async function insist(call: () => Promise<DeviceAnswer>, say: Say): Promise<DeviceAnswer> {
  for (let attempt = 1; ; attempt++) {
    const answer = await call().catch((error: Error & { cause?: Error }) => {
      const reason = error.cause?.message || error.message
      throw new RefusedError(`No answer (${reason}). The same command again asks with the same key.`)
    })
    if (answer.status !== 503 || attempt === TRIES) return answer
    const seconds = Math.min(Number(answer.headers.get('retry-after')) || 1, LONGEST_PAUSE)
    say(`The service is busy; trying again in ${seconds} s.`)
    await pause(seconds)
  }
}

function requireStatus(answer: DeviceAnswer, status: number): void {
  if (answer.status === status) return
  const { title, detail, code } = answer.body ?? {}
  const wait = answer.headers.get('retry-after')
  const lines = [
    `${title ?? `The service answered ${answer.status}`}${code ? ` (${code})` : ''}`,
    detail,
    wait ? `Try again in ${wait} s.` : null,
  ]
  throw new RefusedError(lines.filter(Boolean).join('\n'))
}

function describeDevice(options: DeviceOptions): ReportedFacts {
  return {
    name: options.name ?? hostname(),
    os_version: `${type()} ${release()}`.slice(0, 60),
    agent_version: AGENT_VERSION,
    ...(options.platform ? { platform: options.platform } : {}),
  }
}

function pause(seconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, seconds * 1000))
}
