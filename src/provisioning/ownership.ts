import type { SetOwnershipInput } from '../referee/index.ts'
import { type Context, deviceOf, recordEvent } from './context.ts'
import { takesPlace } from './rules.ts'

/** Says whose device it is. `rev` is what must land before it is told. Null: no living device of that id. */
export function setOwnership(context: Context, input: SetOwnershipInput): { rev: number | null } | null {
  const { store, keys } = context
  const session = store.readSession()
  const claim = store.findClaimOf(input.deviceId)
  const grant = claim && store.findGrant(claim.grantId)
  if (!session || !claim || !grant || !takesPlace(claim)) return null
  if (claim.ownership === input.ownership) return { rev: store.nextEvent() ? session.rev : null }
  const changed = { ...claim, ownership: input.ownership }
  store.saveClaim(changed)
  const rev = recordEvent(context, session, {
    actor: input.actor,
    action: 'device.ownership_changed',
    deviceId: claim.deviceId,
    detail: { platform: claim.platform, from: claim.ownership, ownership: input.ownership },
    device: deviceOf(keys, session, grant, changed),
  })
  return { rev }
}
