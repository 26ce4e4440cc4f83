import { makeAuthenticator, optionsIn } from './authenticator.ts'
import type { MailCatcher, Page, Visitor } from './visitor.ts'
import { BASE, inD1, makePerson } from './world.ts'

/** Ways through `/sign-in`, as a browser goes them. */

/** Somebody who became a manager and has never signed in as one. */
export async function makeNewManager() {
  const { account, address } = await makePerson({ name: 'Grace Hopper' })
  await inD1("UPDATE accounts SET role = 'manager' WHERE id = ?", account.id)
  await inD1('DELETE FROM web_sessions WHERE account_id = ?', account.id)
  return { account: { ...account, role: 'manager' as const }, address }
}

/** Asks for a code and gives it. */
export async function proveAddress(who: Visitor, mail: MailCatcher, address: string): Promise<Page> {
  mail.sent.length = 0
  await who.post('/sign-in', { email: address })
  return who.post('/sign-in/code', { code: await mail.codeFor(address) })
}

/** Makes the passkey that the page of the first passkey asks for. */
export async function makeFirstPasskey(who: Visitor, authenticator = makeAuthenticator({ origin: BASE })) {
  const page = await who.get('/sign-in/passkey/new')
  const response = authenticator.create(optionsIn(page.html))
  const made = await who.post('/sign-in/passkey/new', { name: 'Laptop', response })
  return { authenticator, made }
}

/** From the address to the first passkey. */
export async function enrol(
  who: Visitor,
  mail: MailCatcher,
  address: string,
  authenticator = makeAuthenticator({ origin: BASE }),
) {
  await proveAddress(who, mail, address)
  return makeFirstPasskey(who, authenticator)
}

/** Signs in by the passkey alone. */
export async function enterByPasskey(who: Visitor, authenticator: ReturnType<typeof makeAuthenticator>) {
  const page = await who.get('/sign-in')
  return who.post('/sign-in/passkey', { response: authenticator.get(optionsIn(page.html)) })
}

export const staffCookie = (who: Visitor) => who.cookies.get('__Host-latchkey-staff') ?? null
