import { exports } from 'cloudflare:workers'
import { vi } from 'vitest'
import { holdQueue } from './queue.ts'
import { BASE, bindings, fromHere, makePerson } from './world.ts'

export type Page = { status: number; html: string; headers: Headers; location: string | null }

/** As `text()` reads it, which warns of what is no text: profiles come as CMS. */
async function textOf(answer: Response): Promise<string> {
  return new TextDecoder().decode(await answer.arrayBuffer())
}

/** A browser without script: keeps cookies, posts forms from our own pages. */
export function makeVisitor(options: { headers?: Record<string, string> } = {}) {
  const cookies = new Map<string, string>()

  async function ask(
    method: string,
    path: string,
    init: { form?: Record<string, string> | FormData; headers?: Record<string, string> } = {},
  ): Promise<Page> {
    const headers: Record<string, string> = {
      ...fromHere(),
      'sec-fetch-site': method === 'GET' ? 'none' : 'same-origin',
      ...options.headers,
      ...init.headers,
    }
    if (cookies.size > 0) headers.cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await exports.default.fetch(new URL(path, BASE), {
      method,
      headers,
      redirect: 'manual',
      ...(init.form && { body: init.form instanceof FormData ? init.form : new URLSearchParams(init.form) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', value = ''] = pair.split('=')
      if (value === '' || /max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return {
      status: answer.status,
      html: await textOf(answer),
      headers: answer.headers,
      location: answer.headers.get('location'),
    }
  }

  return {
    cookies,
    ask,
    get: (path: string, headers: Record<string, string> = {}) => ask('GET', path, { headers }),
    post: (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
      ask('POST', path, { form, headers }),
    /** Posts a form that may carry files; a field may come several times. */
    send(path: string, fields: [string, string | File][]) {
      const form = new FormData()
      for (const [name, value] of fields) form.append(name, value)
      return ask('POST', path, { form })
    },
  }
}

export type Visitor = ReturnType<typeof makeVisitor>

/** The browser in which somebody is signed in as the owner of their devices. */
export function visitorOf({ secret }: { secret: string }): Visitor {
  const visitor = makeVisitor()
  visitor.cookies.set('__Host-latchkey', secret)
  return visitor
}

/** Somebody who proved an address, in the browser in which they did. */
export async function makeOwner(options: Parameters<typeof makePerson>[0] = {}) {
  const person = await makePerson(options)
  return { person, visitor: visitorOf(person) }
}

export type CaughtMail = { to: string; subject: string; text: string; html: string }

/** Everything that leaves through `send_email`, from now until spies are restored. */
export function catchMail() {
  const queue = holdQueue()
  const sent: CaughtMail[] = []
  // Not by a spy on its method: of a remote object's properties V8 may remember the one that was there before.
  const email = {
    async send(message: unknown) {
      sent.push(message as CaughtMail)
      return { messageId: `caught-${sent.length}` }
    },
  } as typeof bindings.email
  vi.spyOn(bindings, 'email', 'get').mockReturnValue(email)

  /** The newest mail of which `read` makes something; what a request still does in the background may bring it. */
  async function find<Found>(read: (mail: CaughtMail) => Found | false | undefined): Promise<Found> {
    return vi.waitFor(
      async () => {
        await queue.deliver()
        for (const mail of sent.toReversed()) {
          const found = read(mail)
          if (found) return found
        }
        throw new Error('no mail yet')
      },
      { timeout: 15_000, interval: 20 },
    )
  }
  const isTo = (mail: CaughtMail, address: string) => String(mail.to).includes(address)

  return {
    /** What was sent so far. */
    sent,
    /** Sends what waits, and tells everything that was sent. */
    async all(): Promise<CaughtMail[]> {
      await queue.deliver()
      return sent
    },
    mailTo: (address: string) => find((mail) => isTo(mail, address) && mail),
    /** The code in the newest mail to the address. */
    codeFor: (address: string) =>
      find((mail) => isTo(mail, address) && /\b[0-9]{6}\b/.exec(mail.subject)?.[0]),
  }
}

export type MailCatcher = ReturnType<typeof catchMail>

/** Walks a visitor through address, code and details. */
export async function register(
  visitor: Visitor,
  mail: MailCatcher,
  address: string,
  options: { slug?: string; name?: string } = {},
): Promise<void> {
  const slug = options.slug ?? 'acme'
  await visitor.post(`/setup/${slug}`, { email: address })
  const code = await mail.codeFor(address)
  await visitor.post(`/setup/${slug}/code`, { code })
  await visitor.post(`/setup/${slug}/about`, { name: options.name ?? 'Ada', phone: '', terms: 'yes' })
}
