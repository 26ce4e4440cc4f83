import { needsDetails } from '../../accounts/index.ts'
import type { GrantDevice } from '../../referee/index.ts'
import { myDevicePath, PORTAL_PATH } from './device-paths.ts'
import type { Owner } from './owner.ts'

export const REGISTER_PATH = `${PORTAL_PATH}/register`

/** One's own code: its link, QR code and PIN as far as one may see them, and what becomes of it. */
export function codePath(grantId: string, act = ''): string {
  return `${REGISTER_PATH}/${encodeURIComponent(grantId)}${act && `/${act}`}`
}

/** Where the next code is asked for once one has ended. */
export function againPath(device: GrantDevice | null | undefined): string {
  if (!device) return REGISTER_PATH
  return myDevicePath(device.id, device.as === 'reprovision' ? 'renew' : 'replace')
}

/** Where somebody goes first who gets no codes yet; null: nowhere. */
export function wizardPath({ account, organisation }: Owner): string | null {
  const wizard = `/setup/${encodeURIComponent(organisation.slug)}`
  if (needsDetails(account, organisation)) return `${wizard}/about`
  return account.state === 'unapproved' ? `${wizard}/waiting` : null
}
