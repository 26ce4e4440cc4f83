import { devicesOf } from './devices.ts'
import { makeVisitor, type Visitor } from './visitor.ts'
import { issueCode, makePerson, services, type TestCode } from './world.ts'

/** Phones that claim a code with nothing but their browser. */

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'
export const IPHONE_CHROME =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1'
export const ANDROID =
  'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36'

export const phone = (userAgent = IPHONE) => makeVisitor({ headers: { 'user-agent': userAgent } })

/** The one device of an account. */
export const deviceRow = async (accountId: string) => (await devicesOf(accountId))[0]

export const linkOf = (code: TestCode) => `/p/${code.ref}?k=${code.secret}`

/** Opens the link and presses the button. */
export async function claim(visitor: Visitor, code: TestCode, form: Record<string, string> = {}) {
  await visitor.get(linkOf(code))
  return visitor.post(`/p/${code.ref}`, { k: code.secret, ...form })
}

/** Somebody with a fresh code; `live` asks how far it has come. */
export async function prepare(options: Parameters<typeof issueCode>[1] = {}) {
  const person = await makePerson()
  const code = await issueCode(person, { platform: 'ios', ...options })
  const live = async () => (await services.provisioning.showGrant(person.account, code.grant.id))?.live
  return { person, code, live }
}

/** What a page links to; empty where it links to none. */
export const profileIn = (html: string) => /href="(\/p\/[^"]+\/profile\?k=[\w-]+)"/.exec(html)?.[1] ?? ''
export const ticketIn = (html: string) => /\/p\/[\w-]{22}\?t=([\w-]{22})/.exec(html)?.[1] ?? ''
