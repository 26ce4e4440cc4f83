import type { Found } from './found.ts'
import type { Ledger } from './ledger.ts'
import type { Probes } from './probe.ts'
import type { SentMail } from './sink.ts'
import { judgeMails } from './verdict-mails.ts'

/** Everything that there is to judge: what clients saw, what left the house, what lies in the files, what is said. */
export type Evidence = {
  ledger: Ledger
  mails: SentMail[]
  found: Found
  probes: Probes
  /** By the Worker's clock, when it ended. */
  endedAt: number
}

/** A device's claim in the object, and what D1 calls the device then. */
const LIFECYCLES: Record<string, RegExp> = {
  claimed: /^pending$/,
  confirmed: /^active$/,
  revoked: /^(retired|wiped|replaced|deleted)$/,
  abandoned: /^deleted$/,
}
/** Of the demonstration's account template. */
const DEVICE_LIMIT = 5
/** An alarm that is due for longer will not ring any more. */
const LATE = 60_000

/** What does not hold, in words; nothing when all holds. */
export function judge(evidence: Evidence): string[] {
  return [
    ...judgeAnswers(evidence),
    ...judgeCodes(evidence),
    ...judgeObjects(evidence),
    ...judgeCommands(evidence),
    ...judgeMails(evidence),
    ...judgeLeftovers(evidence),
    ...judgeRecord(evidence),
    ...evidence.ledger.surprises.map((text) => `nobody should be answered so: ${text}`),
  ]
}

/** Every `201` that a client saw is a device, one for each holder, and its credential works. */
function judgeAnswers({ ledger, found, probes }: Evidence): string[] {
  const faults: string[] = []
  const rows = new Map(found.devices.filter(({ slot }) => !slot).map((row) => [row.id, row]))
  const retired = new Set(ledger.answered.filter(({ kind }) => kind === 'retire').map(({ device }) => device))
  for (const device of new Set(ledger.redeemed.map((one) => one.device))) {
    const row = rows.get(device)
    if (!row) {
      faults.push(`${device}: a client saw 201, and it is no device`)
      continue
    }
    const reported = ledger.checkIns.has(device) || probes.checkIns.some((one) => one.device === device)
    const due = retired.has(device) ? 'retired' : reported ? 'active' : 'pending'
    if (row.lifecycle !== due) faults.push(`${device}: it should be ${due}, and is ${row.lifecycle}`)
    const said = probes.checkIns.find((one) => one.device === device)
    if (!said) faults.push(`${device}: nobody asked whether its credential works`)
    else if ((said.status === 200) === retired.has(device))
      faults.push(`${device}: its check-in was answered ${said.status} ${said.problem ?? ''}`)
  }
  for (const [holder, devices] of groupBy(ledger.redeemed, 'holder', 'device'))
    if (devices.size > 1) faults.push(`${holder}: one holder, and ${devices.size} devices`)
  for (const [device, holders] of groupBy(ledger.redeemed, 'device', 'holder'))
    if (holders.size > 1) faults.push(`${device}: one device, and ${holders.size} holders`)
  for (const { holder, device, got } of probes.repeats)
    if (got !== device) faults.push(`${holder}: asked again it got ${got ?? 'nothing'} in place of ${device}`)
  return faults
}

/** A code that was redeemed is nobody else's any more. */
function judgeCodes({ ledger, probes, found }: Evidence): string[] {
  const codes = ledger.redeemed.filter(({ kind }) => kind === 'code')
  const states = new Map(found.grants.map(({ id, state }) => [id, state]))
  const redeemed = new Set(codes.map(({ code }) => code))
  return [
    ...[...groupBy(codes, 'code', 'device')]
      .filter(([, devices]) => devices.size > 1)
      .map(([code, devices]) => `${code}: redeemed for ${devices.size} devices`),
    ...probes.takenAgain.map(({ code, device }) => `${code}: redeemed again, for ${device}`),
    ...ledger.codes
      .filter(({ code, grant }) => grant !== '' && redeemed.has(code) && states.get(grant) !== 'exhausted')
      .map(({ grant }) => `${grant}: redeemed, and ${states.get(grant) ?? 'gone'}`),
  ]
}

/** Objects and D1 tell the same; no grant and no account has more devices than it may. */
function judgeObjects({ found }: Evidence): string[] {
  const faults: string[] = []
  const claims = new Map(found.claims.map((claim) => [claim.id, claim]))
  const rows = new Map(found.devices.map((row) => [row.id, row]))
  for (const { id, device, state } of found.claims) {
    const row = rows.get(device)
    if (!row) faults.push(`${device}: the session has its claim, D1 has no such device`)
    else if (row.claim === id && !LIFECYCLES[state]?.test(row.lifecycle))
      faults.push(`${device}: its claim is ${state}, D1 says ${row.lifecycle}`)
  }
  for (const { id, claim, slot } of found.devices)
    if (!slot && !claims.has(claim)) faults.push(`${id}: D1 has the device, no session has its claim`)
  const living = found.claims.filter(({ state }) => state !== 'abandoned')
  for (const [grant, devices] of groupBy(living, 'grant', 'device'))
    if (devices.size > 1) faults.push(`${grant}: one grant, and ${devices.size} devices`)
  const live = found.devices.filter(({ slot, lifecycle }) => !slot && /^(pending|active)$/.test(lifecycle))
  for (const [account, devices] of groupBy(live, 'account', 'id'))
    if (devices.size > DEVICE_LIMIT)
      faults.push(`${account}: ${devices.size} devices, and ${DEVICE_LIMIT} places`)
  return faults
}

/** What a page said is asked for is there; what a device said is done is done. */
function judgeCommands({ ledger, found }: Evidence): string[] {
  const commands = new Map(found.commands.map((command) => [command.id, command]))
  return [
    ...ledger.asked
      .filter(({ device, kind }) => !found.commands.some((one) => one.device === device && one.kind === kind))
      .map(({ device, kind }) => `${device}: its owner saw that ${kind} was asked for, and nothing is there`),
    ...ledger.answered
      .filter(({ command }) => commands.get(command)?.state !== 'done')
      .map(
        ({ command }) =>
          `${command}: its result was taken, and it is ${commands.get(command)?.state ?? 'gone'}`,
      ),
  ]
}

/** Nothing waits for ever: outboxes are empty, nobody gave up, alarms ring. */
function judgeLeftovers({ found, endedAt }: Evidence): string[] {
  return [
    ...found.outbox.map(
      ({ object, rev, parked }) =>
        `session ${object.slice(0, 8)}: event ${rev} ${parked ? `is parked: ${parked}` : 'did not land'}`,
    ),
    ...found.waitingOutboxes.map(({ ref }) => `${ref}: Health still says that its events wait`),
    ...found.deadLetters.map(({ body }) => `the queue gave up on ${body}`),
    ...found.items
      .filter(({ state }) => state !== 'done')
      .map(({ id, state, reason }) => `${id}: a person of a bulk send is ${state} ${reason ?? ''}`),
    ...found.alarms
      .filter(({ at }) => at < endedAt - LATE)
      .map(({ className, object }) => `${className} ${object.slice(0, 8)}: its alarm did not ring`),
  ]
}

/** Each device's history is there, once; the totals are those of the rows. */
function judgeRecord({ ledger, found }: Evidence): string[] {
  const faults: string[] = []
  const told = new Map<string, number>()
  for (const { action, device } of found.audit)
    told.set(`${action} ${device}`, (told.get(`${action} ${device}`) ?? 0) + 1)
  const once = (action: string, device: string) => {
    const times = told.get(`${action} ${device}`) ?? 0
    if (times !== 1) faults.push(`${device}: ${times} rows of ${action} in the audit`)
  }
  for (const { id, slot } of found.devices) if (!slot) once('device.provisioned', id)
  for (const device of ledger.checkIns.keys()) once('device.confirmed', device)
  for (const { device, kind } of ledger.answered) if (kind === 'retire') once('device.retired', device)
  const lifecycles = new Map<string, number>()
  for (const { lifecycle } of found.devices) lifecycles.set(lifecycle, (lifecycles.get(lifecycle) ?? 0) + 1)
  const totals = new Map(found.totals.map(({ lifecycle, count }) => [lifecycle, count]))
  for (const lifecycle of new Set([...lifecycles.keys(), ...totals.keys()])) {
    const [is, counted] = [lifecycles.get(lifecycle) ?? 0, totals.get(lifecycle) ?? 0]
    if (is !== counted) faults.push(`${is} devices are ${lifecycle}, and the totals say ${counted}`)
  }
  return faults
}

/** The different values of `what` beside each value of `by`. */
export function groupBy<Key extends string>(
  rows: readonly Record<Key, string>[],
  by: Key,
  what: Key,
): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>()
  for (const row of rows) groups.set(row[by], (groups.get(row[by]) ?? new Set()).add(row[what]))
  return groups
}
