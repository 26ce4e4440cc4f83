import { exports } from 'cloudflare:workers'
import { openIntactMessage } from '../../src/artefacts/apple-ota-cms.ts'
import { DAY } from '../../src/kernel/time.ts'
import { signAsDevice } from './ota-device.ts'
import { claim, phone, prepare, profileIn } from './phones.ts'
import { BASE, inD1 } from './world.ts'

/** Apple's OTA Profile Service, as Safari and the device beneath it go through it. */

export const UDID = '00008140-001A2B3C4D5E6F70'
export const abandonedAfter = 7 * DAY

/** `text` is what stands within the signature, where one is intact: signed or not, a profile is read alike. */
async function read(answer: Response) {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const content = openIntactMessage(bytes)
  const contentType = answer.headers.get('content-type') ?? ''
  const text = new TextDecoder().decode(content ?? bytes)
  return { status: answer.status, contentType, signed: content !== null, text }
}

export type PhaseOne = Awaited<ReturnType<typeof read>>

/** The profile behind a page's link. Its address lets in whoever knows it. */
export async function download(href: string): Promise<PhaseOne> {
  const answer = await exports.default.fetch(new URL(href, BASE), { redirect: 'manual' })
  return read(answer)
}

/** A browser that claimed and downloaded its phase 1 profile. */
export async function begin(options: Parameters<typeof prepare>[0] = {}) {
  const prepared = await prepare(options)
  const safari = phone()
  const page = (await claim(safari, prepared.code)).location ?? ''
  const href = profileIn((await safari.get(page)).html)
  return { ...prepared, safari, page, href, phaseOne: await download(href) }
}

/** What the device reads in its phase 1 profile. The signature around it is no text and left out. */
export function factsOf(phaseOne: PhaseOne): { url: string; challenge: string } {
  const at = (key: string) =>
    new RegExp(`<key>${key}</key>\\s*<string>([^<]*)</string>`).exec(phaseOne.text)?.[1] ?? ''
  return { url: at('URL'), challenge: at('Challenge') }
}

export type OtaAnswer = PhaseOne & { code: string | null }

export async function post(
  url: string,
  message: Uint8Array,
  headers: Record<string, string> = {},
): Promise<OtaAnswer> {
  const answer = await exports.default.fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/pkcs7-signature', 'user-agent': 'Profile/1.0', ...headers },
    body: message as Uint8Array<ArrayBuffer>,
  })
  const told = await read(answer)
  const code = /json/.test(told.contentType) ? (JSON.parse(told.text) as { code: string }).code : null
  return { ...told, code }
}

export function postPlist(url: string, plist: string): Promise<OtaAnswer> {
  return post(url, signAsDevice(new TextEncoder().encode(plist)))
}

/** The device's answer to its phase 1 profile. */
export function answer(
  phaseOne: PhaseOne,
  attributes: Record<string, string> = {},
  elsewhere?: string,
): Promise<OtaAnswer> {
  const { url, challenge } = factsOf(phaseOne)
  const told = {
    CHALLENGE: challenge,
    DEVICE_NAME: "Ada's iPhone",
    IMEI: '35 209900 176148 1',
    PRODUCT: 'iPhone17,1',
    SERIAL: 'F2LXYZ123ABC',
    UDID,
    VERSION: '22B83',
    ...attributes,
  }
  const entries = Object.entries(told).map(([key, value]) => `<key>${key}</key><string>${value}</string>`)
  return postPlist(elsewhere ?? url, `<plist version="1.0"><dict>${entries.join('')}</dict></plist>`)
}

export const REFUSED = { status: 403, code: 'invalid_provision_code' }

/** From now on Acme's Apple devices report by OTA. */
export async function reportByOta(): Promise<void> {
  await inD1("UPDATE device_templates SET reports = 'ota' WHERE platform IN ('ios', 'macos')")
}

/** What the audit says of a person, oldest first. */
export async function audited(accountId: string, action: string) {
  const rows = await inD1(
    'SELECT detail FROM audit WHERE account_id = ? AND action = ? ORDER BY at, id',
    accountId,
    action,
  )
  return rows.map(({ detail }) => JSON.parse(String(detail)))
}
