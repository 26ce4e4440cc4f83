import { createDevice, type DeviceAnswer } from '../../src/tools/device/client.ts'
import { count, type Ledger } from './ledger.ts'
import { insist, pause, type Soak, type SoakDevice } from './soak.ts'

/** What a device has in hand: the secret behind a link with its PIN, or what a person types. */
export type Access = {
  code: string
  kind: 'code' | 'invitation'
  pin: string | null
  /** With it the device asks by address and PIN. */
  username?: string
}

/** The demonstration organisation. */
const SITE = '4711'
let devices = 0

/** Somebody with a key of their own who wants to be a device: holds by DPoP, or by an idempotency key. */
export async function makeHolder(soak: Soak, access: Access): Promise<SoakDevice> {
  devices += 1
  const holder = soak.random.chance(0.7) ? 'dpop' : 'idempotency'
  return {
    holder: `${holder}-${devices}`,
    device: await createDevice({ baseUrl: soak.server.origin, holder }),
    code: access.code,
    pin: access.pin,
  }
}

/** Redeems until there is an answer, with the same key each time. Whether it is a device now. */
export async function redeem(soak: Soak, who: SoakDevice, access: Access): Promise<boolean> {
  const facts = { device: { platform: 'agent', name: who.holder, agent_version: 'soak' } }
  const { code, pin, username } = access
  const request =
    username && pin ? { site: SITE, username, code: pin, ...facts } : { code, ...(pin && { pin }), ...facts }
  const answer = await insist(soak, 'redeem', () => who.device.redeem(request))
  if (!answer) return false
  noteRedeemed(soak.ledger, who, access, answer)
  return answer.status === 201
}

/** Puts what a redemption was answered into the ledger. */
export function noteRedeemed(
  ledger: Ledger,
  { holder }: SoakDevice,
  { code, kind }: Pick<Access, 'code' | 'kind'>,
  answer: DeviceAnswer,
): void {
  if (answer.status === 201) ledger.redeemed.push({ code, kind, holder, device: answer.body.device.id })
  else ledger.refused.push({ code, holder, problem: answer.body?.code ?? String(answer.status) })
}

/** Reports once; does what it is asked to and says so. Returns whether it is still a device. */
export async function checkIn(soak: Soak, who: SoakDevice): Promise<boolean> {
  const { ledger } = soak
  const id = who.device.state.claim?.deviceId ?? ''
  const answer = await insist(soak, 'check-in', () => who.device.checkIn({ os_version: '1.0' }))
  if (answer?.status !== 200) {
    if (answer) ledger.surprises.push(`check-in of ${who.holder}: ${answer.status} ${answer.body?.code}`)
    return false
  }
  count(ledger.checkIns, id)
  for (const command of answer.body.commands ?? []) {
    const told = await insist(soak, 'result', () => who.device.finish(command.id, { status: 'done' }))
    if (told?.status === 204) {
      ledger.answered.push({ command: command.id, device: id, kind: command.kind })
      if (command.kind === 'retire') return false
    } else if (told) ledger.surprises.push(`result of ${who.holder}: ${told.status} ${told.body?.code}`)
  }
  return true
}

/** A thief takes the same code with a key of their own, at some moment around its owner's. */
export async function steal(soak: Soak, access: Access): Promise<void> {
  const thief = await makeHolder(soak, access)
  await pause(soak.random.next() ** 2 * 400)
  if (await redeem(soak, thief, access)) soak.devices.push(thief)
}

/** From a code in hand to a device that has reported; a few never report, and some are robbed. */
export async function setUp(soak: Soak, access: Access): Promise<SoakDevice | null> {
  const { random } = soak
  const who = await makeHolder(soak, access)
  const robbed = access.kind === 'code' && random.chance(0.4) ? steal(soak, access) : Promise.resolve()
  const [redeemed] = await Promise.all([redeem(soak, who, access), robbed])
  if (!redeemed) return null
  soak.devices.push(who)
  if (random.chance(0.15)) return who
  const reports = 1 + Math.floor(random.next() * 3)
  for (let report = 0; report < reports; report += 1) {
    if (!(await checkIn(soak, who))) return null
    await pause(random.between(0, 300))
  }
  return who
}
