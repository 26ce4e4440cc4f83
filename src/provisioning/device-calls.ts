import { ok, refuse } from '../kernel/result.ts'
import type { ProvisionSessionCalls } from '../referee/index.ts'
import { closeAccount as close } from './closing.ts'
import type { SessionDesk } from './desk.ts'
import { endDevice as end } from './lifecycle.ts'
import { setOwnership as changeOwnership } from './ownership.ts'
import {
  usePasscodeReset as applyReset,
  issuePasscodeReset as issueReset,
  showPasscodeReset as showReset,
} from './passcode-resets.ts'
import { replay as compare } from './replay.ts'
import { resealCodes as reseal } from './resealing.ts'

/** The provision session's calls about devices that were set up, and the account's end, at its desk. */
type Call<Name extends keyof ProvisionSessionCalls> = (
  desk: SessionDesk,
  ...input: Parameters<ProvisionSessionCalls[Name]>
) => ReturnType<ProvisionSessionCalls[Name]>

export const endDevice: Call<'endDevice'> = async (desk, input) => {
  if (!desk.store.isReady()) return refuse('unknown')
  const ended = desk.decide((context) => end(context, input))
  if (!ended) return refuse('unknown')
  if (!(await desk.land(ended.rev))) return refuse('temporarily_unavailable')
  if (ended.grantId) desk.tell(ended.grantId)
  return ok(null)
}

export const setOwnership: Call<'setOwnership'> = async (desk, input) => {
  if (!desk.store.isReady()) return refuse('unknown')
  const changed = desk.decide((context) => changeOwnership(context, input))
  if (!changed) return refuse('unknown')
  return (await desk.land(changed.rev)) ? ok(null) : refuse('temporarily_unavailable')
}

export const issuePasscodeReset: Call<'issuePasscodeReset'> = async (desk, input) => {
  if (!desk.store.isReady()) return refuse('unknown')
  const issued = desk.decide((context) => issueReset(context, input))
  desk.handOver()
  return issued
}

export const showPasscodeReset: Call<'showPasscodeReset'> = async (desk, { deviceId }) =>
  desk.store.isReady() ? showReset(desk.context(), deviceId) : null

export const usePasscodeReset: Call<'usePasscodeReset'> = async (desk, input) => {
  if (!desk.store.isReady()) return refuse('invalid_pin')
  const used = desk.decide((context) => applyReset(context, input))
  desk.handOver()
  return used
}

export const announce: Call<'announce'> = async (desk, { deviceId }) => desk.tellPortal(deviceId)

export const resealCodes: Call<'resealCodes'> = async (desk) =>
  desk.store.isReady() ? desk.decide((context) => reseal(context)) : { resealed: 0, unreadable: 0 }

export const replay: Call<'replay'> = async (desk, input) => {
  if (desk.store.isForgotten()) return { session: 'forgotten', events: 0, unknown: 0, landed: true }
  if (!desk.store.isReady() && input.lastRev === 0)
    return { session: 'none', events: 0, unknown: 0, landed: true }
  desk.store.migrate()
  const { rev, ...told } = desk.decide((context) => compare(context, input))
  return { ...told, landed: await desk.land(rev) }
}

export const closeAccount: Call<'closeAccount'> = async (desk, input) => {
  if (desk.store.isForgotten()) return ok(null)
  desk.store.migrate()
  const { rev } = desk.decide((context) => close(context, input))
  return (await desk.land(rev)) ? ok(null) : refuse('temporarily_unavailable')
}
