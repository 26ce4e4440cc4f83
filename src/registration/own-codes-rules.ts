import { type Account, mayProvision } from '../accounts/index.ts'
import type { Door } from '../organisations/index.ts'

/** How a code comes to the device that its owner sets up: by a message to them, typed as a PIN, or scanned. */
const CODE_WAYS = ['email', 'sms', 'pin', 'qr'] as const
export type CodeWay = (typeof CODE_WAYS)[number]

export function isCodeWay(text: string): text is CodeWay {
  return (CODE_WAYS as readonly string[]).includes(text)
}

/** Ways that there are for this person. None where they get no codes by themselves. */
export function listCodeWays(input: {
  door: { service: Pick<Door['service'], 'ownersMayProvision'>; organisation: { qrEnabled: boolean } }
  account: Pick<Account, 'permissions' | 'phone'>
  /** The service sends text messages. */
  smsReady: boolean
}): CodeWay[] {
  const { door, account, smsReady } = input
  if (!mayProvision(door, account)) return []
  const open: Record<CodeWay, boolean> = {
    email: true,
    sms: smsReady && account.phone !== null,
    pin: account.permissions.includes('pin'),
    qr: account.permissions.includes('qr') && door.organisation.qrEnabled,
  }
  return CODE_WAYS.filter((way) => open[way])
}
