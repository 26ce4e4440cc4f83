import { exports } from 'cloudflare:workers'
import { vi } from 'vitest'
import { sendPostman } from './postman.ts'
import { BASE, bindings, fromHere } from './world.ts'

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
    init: { form?: Record<string, string>; headers?: Record<string, string> } = {},
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
      ...(init.form && { body: new URLSearchParams(init.form) }),
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
  }
}

export type Visitor = ReturnType<typeof makeVisitor>

/** Everything that leaves through `send_email`, from now until spies are restored. */
export function catchMail() {
  sendPostman()
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
