import { rm } from 'node:fs/promises'
import { DEFAULT_STATE, type DeviceCommand, type DeviceOptions } from './arguments.ts'
import { describeDevice, insist, openDevice, pause, requireStatus, type Say } from './calls.ts'
import { filesBeside, makeCsr, openKey, saveCertificate } from './certificate.ts'
import { createDevice, createState, type Device, type DeviceAnswer, fetchSite } from './client.ts'
import { obey } from './obeying.ts'
import { readState, writeState } from './state.ts'

type Redeem = Extract<DeviceCommand, { kind: 'redeem' }>

/** Shows what a site id says. */
export async function site(baseUrl: string, id: string, say: Say): Promise<void> {
  const answer = await insist(() => fetchSite(baseUrl, id), say)
  requireStatus(answer, 200)
  say(JSON.stringify(answer.body, null, 2))
}

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
  await welcome(device, answer, options, say)
  // Another device gets another key.
  if (options.certificate) await obtain(device, { ...options, fresh: !usable }, say)
  sayNext(options, say)
}

/** Asks for permission, shows the code that the owner types, and waits until they allowed or denied it. */
export async function link(baseUrl: string, options: DeviceOptions, say: Say): Promise<void> {
  const kept = options.fresh ? null : await readState(options.state)
  const usable = kept?.baseUrl === baseUrl && kept.holder.kind === 'dpop'
  const state = usable ? kept : await createState({ baseUrl, holder: 'dpop' })
  await writeState(options.state, state)
  const device = await createDevice({ state })
  const asked = await insist(() => device.askPermission(describeDevice(options)), say)
  requireStatus(asked, 200)
  const { device_code: code, user_code: userCode, verification_uri: where } = asked.body
  say(`On a phone or a computer, open ${where} and type ${userCode}`)
  let seconds = Number(asked.body.interval ?? 5)
  for (;;) {
    await pause(seconds)
    const answer = await insist(() => device.takePermission(code), say)
    if (answer.status === 200) return welcome(device, answer, options, say).then(() => sayNext(options, say))
    // RFC 8628 section 3.5: five seconds more, for good.
    if (answer.body?.error === 'slow_down') seconds += 5
    else if (answer.body?.error !== 'authorization_pending') requireStatus(answer, 200)
  }
}

/** Keeps what came of it, and says so. */
async function welcome(
  device: Device,
  { body }: DeviceAnswer,
  options: DeviceOptions,
  say: Say,
): Promise<void> {
  await writeState(options.state, device.state)
  say(
    `This is now ${body.device.id} (${body.device.platform}, ${body.device.ownership}), ${body.device.status}.`,
  )
  say(`It belongs to ${body.account.name || body.account.username} at ${body.organisation.name}.`)
  say(`Key and credential (${device.state.claim?.tokenType}) are in ${options.state}.`)
}

function sayNext({ state }: DeviceOptions, say: Say): void {
  say(`Next: npm run device -- check-in${state === DEFAULT_STATE ? '' : ` --state ${state}`}`)
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

/** Reports once. Returns the seconds until the next report is due; null: there is none, the device is over. */
export async function checkIn(options: DeviceOptions, say: Say): Promise<number | null> {
  const device = await openDevice(options)
  const answer = await insist(() => device.checkIn(describeDevice(options), options.permissions), say)
  requireStatus(answer, 200)
  const { status, interval_seconds: interval, commands, configuration_changed: changed } = answer.body
  say(`${device.state.claim?.deviceId} is ${status}; the next check-in is due in ${interval} s.`)
  if (await obey(device, commands ?? [], options, say)) return null
  if (changed || answer.body.configuration_etag !== device.state.configurationEtag) {
    const { status: fetched } = await device.configuration({ onlyIfChanged: true })
    if (fetched === 200) say(`Fetched the configuration ${device.state.configurationEtag ?? ''}`.trimEnd())
  }
  await writeState(options.state, device.state)
  const renewAfter = Date.parse(device.state.certificate?.renewAfter ?? '')
  if (renewAfter <= Date.now()) await obtain(device, { ...options, fresh: false }, say)
  return interval
}

/** Reports whenever it is due, until the device is over. */
export async function watch(options: DeviceOptions, say: Say): Promise<void> {
  for (let due = await checkIn(options, say); due !== null; due = await checkIn(options, say))
    await pause(due)
}

/** Fetches security strings and prints them, by position from 1. */
export async function strings(options: DeviceOptions, say: Say): Promise<void> {
  const device = await openDevice(options)
  const answer = await insist(() => device.securityStrings(), say)
  requireStatus(answer, 201)
  say(`${answer.body.strings.length} security strings; those before are void.`)
  for (const [index, text] of answer.body.strings.entries()) say(`${String(index + 1).padStart(2)}  ${text}`)
}

/** Redeems the PIN for a new passcode. */
export async function passcode(
  { username, pin }: Extract<DeviceCommand, { kind: 'passcode' }>,
  options: DeviceOptions,
  say: Say,
): Promise<void> {
  const device = await openDevice(options)
  const answer = await insist(() => device.resetPasscode(username, pin), say)
  requireStatus(answer, 200)
  say('The passcode may be chosen anew now.')
}
