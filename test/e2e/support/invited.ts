import {
  createDevice,
  type Device,
  type DeviceAnswer,
  type RedeemRequest,
} from '../../../src/tools/device/client.ts'
import { parseProvisionUrl } from '../../../src/tools/device/link.ts'
import { readQrPicture } from '../../support/qr-picture.ts'
import type { Mail } from './mailbox.ts'

/** What lets somebody in: the link of an invitation, its PIN of eight digits, and what its QR code says. */
export type Access = { link: string; pin: string; qr: string | null }

/** Link and PIN as the text of a mail says them; its HTML has to lead to the same. */
export async function readAccess(baseUrl: string, mail: Mail): Promise<Access> {
  const link = /^\S+\/i\/[\w-]{22}\?k=[\w-]{22}$/m.exec(mail.text)?.[0]
  const pin = /(?<!\d)\d{4} \d{4}(?!\d)/.exec(mail.text)?.[0]
  if (!link?.startsWith(baseUrl) || !pin) throw new Error(`no link or no PIN in: ${mail.text}`)
  if (!mail.html?.includes(`href="${link}"`) || !mail.html.includes(pin))
    throw new Error(`no link or no PIN in: ${mail.html}`)
  return { link, pin: pin.replace(' ', ''), qr: await readPicture(baseUrl, mail) }
}

/** Decodes the PNG that the mail brings, from the mailbox's page of it; null where there is none. */
async function readPicture(baseUrl: string, { id }: Mail): Promise<string | null> {
  const html = await (await fetch(`${baseUrl}/dev/mailbox/${id}`)).text()
  const [, base64] = /src="data:image\/png;base64,([\w+/=]+)"/.exec(html) ?? []
  return base64 ? readQrPicture(Buffer.from(base64, 'base64')) : null
}

/** Follows the link as programs do that look at mails: without cookies, and more than once. */
export async function scan(link: string): Promise<void> {
  for (const method of ['HEAD', 'GET', 'GET']) {
    const answer = await fetch(link, { method })
    if (!answer.ok) throw new Error(`the link answers ${answer.status}`)
    await answer.arrayBuffer()
  }
}

/** A new device that says nothing of itself: redeems link and PIN, or what a person would type. */
export async function redeem(
  { link, pin }: Access,
  typed: RedeemRequest | null = null,
): Promise<{ device: Device; answer: DeviceAnswer }> {
  const parsed = parseProvisionUrl(link)
  if (!parsed || !('code' in parsed)) throw new Error(`no link of an invitation: ${link}`)
  const device = await createDevice({ baseUrl: parsed.baseUrl, holder: 'dpop' })
  return { device, answer: await device.redeem(typed ?? { code: parsed.code, pin }) }
}
