import { exports } from 'cloudflare:workers'
import { vi } from 'vitest'
import type { TestStaff } from '../../support/staff.ts'
import { BASE, bindings, inD1, services, time } from '../../support/world.ts'

export const LIST = '/manage/invitations'
export const NEW = `${LIST}/new`

/** Fields with a name before what stands in them, some of them several times, as a browser's form has them. */
export type Fields = [string, string | File][]

/** Posts a form that may carry a file, as the pages of this part do. */
export async function send({ visitor }: TestStaff, path: string, fields: Fields) {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  const answer = await exports.default.fetch(new URL(path, BASE), {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'sec-fetch-site': 'same-origin',
      cookie: [...visitor.cookies].map((pair) => pair.join('=')).join('; '),
    },
    body,
  })
  return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') }
}

const readable = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** Everything that the form of the page that looks first would send, but for its buttons. */
export function fieldsOf(html: string): [string, string][] {
  const [form = ''] =
    /<form method="post" action="\/manage\/invitations\/new"[\s\S]*?<\/form>/.exec(html) ?? []
  const fields: [string, string][] = []
  const tags = /<input ([^>]*)>|<textarea name="(\w+)"[^>]*>([\s\S]*?)<\/textarea>/g
  for (const [, attributes = '', area, text = ''] of form.matchAll(tags)) {
    if (area) {
      // Browsers drop the first line break, and send every other one as CRLF.
      fields.push([area, readable(text).replace(/^\n/, '').replaceAll('\n', '\r\n')])
      continue
    }
    const told = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
    const kind = told('type')
    if ((kind === 'radio' || kind === 'checkbox') && !/ checked/.test(attributes)) continue
    if (told('name') && kind !== 'file') fields.push([told('name'), readable(told('value'))])
  }
  return fields
}

/** The same fields with some of them changed. */
export function changed(fields: [string, string][], by: Record<string, string>): [string, string][] {
  const rest = fields.filter(([name]) => !(name in by))
  return [...rest, ...Object.entries(by)]
}

/** The name of the field that shows this address. */
export function fieldOf(fields: [string, string][], address: string): string {
  const [name] = fields.find(([one, value]) => one.startsWith('address.') && value === address) ?? []
  if (!name) throw new Error(`no field shows ${address}`)
  return name
}

/** What the queue would do, without waiting for it: hands everything of the jobs over at once. */
export function holdQueue() {
  const waiting: { kind: string; owner: string; id: string }[] = []
  vi.spyOn(bindings.messages, 'send').mockImplementation((async (body: (typeof waiting)[number]) => {
    waiting.push(body)
  }) as never)
  vi.spyOn(bindings.messages, 'sendBatch').mockImplementation((async (
    batch: Iterable<{ body: (typeof waiting)[number] }>,
  ) => {
    waiting.push(...[...batch].map(({ body }) => body))
  }) as never)
  return {
    waiting,
    async work() {
      for (let next = waiting.shift(); next; next = waiting.shift())
        if (next.kind.startsWith('invitation_'))
          await services.invitations.deliver(
            next as Parameters<typeof services.invitations.deliver>[0],
            time.now(),
          )
    },
  }
}

/** The newest invitation of an address, as D1 has it. */
export async function invitationOf(address: string) {
  const [row] = await inD1(
    `SELECT i.* FROM invitations i JOIN account_addresses a ON a.account_id = i.account_id
     WHERE a.address = ? AND a.organisation_id = 1 ORDER BY i.created_at DESC, i.rowid DESC`,
    address,
  )
  return row
}
