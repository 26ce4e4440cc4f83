import { exports } from 'cloudflare:workers'
import { expect, vi } from 'vitest'
import type { MessageReference } from '../../src/runtime/bindings.ts'
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

/** Everything that leaves through `send_email`, from now until spies are restored. */
export function catchMail() {
  const file = expect.getState().testPath ?? ''
  if (!file.includes('.queue.'))
    throw new Error(`${file} waits for the queue: name it *.queue.worker.test.ts`)
  const sent: { to: string; subject: string; text: string; html: string }[] = []
  vi.spyOn(bindings.email, 'send').mockImplementation((async (message: unknown) => {
    sent.push(message as (typeof sent)[number])
    return { messageId: `caught-${sent.length}` }
  }) as typeof bindings.email.send)
  return {
    sent,
    /** The code in the newest mail to the address. */
    async codeFor(address: string): Promise<string> {
      return vi.waitFor(
        () => {
          const mail = sent.findLast((one) => String(one.to).includes(address))
          const code = mail && /\b[0-9]{6}\b/.exec(mail.subject)?.[0]
          if (!code) throw new Error('no mail yet')
          return code
        },
        { timeout: 15_000, interval: 20 },
      )
    },
  }
}

/** Keeps from the queue what is sent, from now until spies are restored: the file that follows would run it. */
export function holdMail() {
  const waiting: MessageReference[] = []
  vi.spyOn(bindings.messages, 'send').mockImplementation((async (body: MessageReference) => {
    waiting.push(body)
  }) as never)
  vi.spyOn(bindings.messages, 'sendBatch').mockImplementation((async (
    batch: Iterable<{ body: MessageReference }>,
  ) => {
    waiting.push(...[...batch].map(({ body }) => body))
  }) as never)
  return waiting
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
