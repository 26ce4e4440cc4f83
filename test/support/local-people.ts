import { codeIn, freshAddress, waitForMail } from '../e2e/support/mailbox.ts'
import { findForms } from './forms.ts'

/** People at a server that was started, without a browser: forms are read from its pages and posted. */

type Page = { status: number; html: string; path: string }

/** Keeps cookies and follows where it is led. */
export function makeClient(baseUrl: string) {
  const cookies = new Map<string, string>()
  async function ask(path: string, form?: Record<string, string>): Promise<Page> {
    const answer = await fetch(new URL(path, baseUrl), {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: {
        origin: baseUrl,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(form && { body: new URLSearchParams(form) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location) return ask(location)
    return { status: answer.status, html: await answer.text(), path }
  }
  return {
    get: (path: string) => ask(path),
    post: (path: string, form: Record<string, string>) => ask(path, form),
  }
}

const SAVE = '/manage/device-templates/save'

/** What the demonstration calls its template for agents. */
const AGENT_TEMPLATE = 'Anything with an agent'

/** As a manager of the demonstration: devices of the template get a certificate of their own. */
export async function giveIdentity(
  baseUrl: string,
  template = AGENT_TEMPLATE,
  subject = 'CN={{account.email}}',
): Promise<void> {
  const manager = makeClient(baseUrl)
  await manager.post('/dev/sign-in?as=manager', {})
  const { html: list } = await manager.get('/manage/device-templates')
  const ids = new Set([...list.matchAll(/\/manage\/device-templates\/(tpl_[\w-]+)/g)].map(([, id]) => id))
  for (const id of ids) {
    const { html } = await manager.get(`/manage/device-templates/${id}`)
    const form = findForms(html).find(({ action }) => action === SAVE)
    const fields = Object.fromEntries(form?.fields ?? [])
    if (fields.name !== template) continue
    const identity = {
      'identity.on': 'yes',
      'identity.subject': subject,
      'identity.keyUsage.digital_signature': 'yes',
    }
    const saved = await manager.post(SAVE, { ...fields, ...identity, do: 'save' })
    if (saved.status !== 200 || saved.path.includes(SAVE))
      throw new Error(`the template was not saved: ${saved.status} ${saved.html.slice(0, 2000)}`)
    return
  }
  throw new Error(`there is no template ${template} among ${ids.size}`)
}

export type OwnersCode = {
  /** Who registered, still signed in. */
  owner: ReturnType<typeof makeClient>
  address: string
  url: string
  code: string
  pin: string
}

/** The PIN that a page shows; empty where it shows none. */
export const pinOn = (html: string): string =>
  /data-testid="pin"[^>]*>([\d\s]*(?:<\/?span>[\d\s]*)+)/.exec(html)?.[1]?.replaceAll(/\D/g, '') ?? ''

/** Somebody registers at Acme and gets a code for a device of the platform. */
export async function getCode(baseUrl: string, platform = 'agent'): Promise<OwnersCode> {
  const owner = makeClient(baseUrl)
  const address = freshAddress()
  await owner.post('/setup/acme', { email: address })
  await owner.post('/setup/acme/code', { code: codeIn(await waitForMail(baseUrl, address)) })
  await owner.post('/setup/acme/about', { name: 'Ada Lovelace', phone: '', terms: 'yes' })
  const { html } = await owner.post('/setup/acme/device', { platform, ownership: 'company' })
  const [path = '', ref, secret] = /\/p\/([\w-]{22})\?k=([\w-]{22})/.exec(html) ?? []
  const pin = pinOn(html)
  if (!ref || !secret || pin.length !== 8) throw new Error(`no code on ${html.slice(0, 2000)}`)
  return { owner, address, url: `${baseUrl}${path}`, code: `${ref}.${secret}`, pin }
}
