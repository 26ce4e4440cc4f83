import { invite } from '../../support/invitations.ts'
import { holdQueue } from '../../support/queue.ts'
import type { TestStaff } from '../../support/staff.ts'
import { inD1, makePerson, services, settle, time } from '../../support/world.ts'

export const LIST = '/manage/invitations'
export const NEW = `${LIST}/new`

/** Fields with a name before what stands in them, some of them several times, as a browser's form has them. */
export type Fields = [string, string | File][]

/** Posts a form that may carry a file, as the pages of this part do. */
export const send = ({ visitor }: TestStaff, path: string, fields: Fields) => visitor.send(path, fields)

/** Sends the form of the page that looks first, with some of its fields changed. */
export const press = (manager: TestStaff, html: string, by: Record<string, string> = {}) =>
  send(manager, NEW, changed(fieldsOf(html), { step: 'send', ...by }))

/** How an invitation is sent by e-mail. */
export const mailed = (address: string) => ({
  send: { channel: 'email' as const, recipient: address },
  confirmation: 'pin' as const,
})

/** Somebody who was invited, and the page of that invitation. */
export async function invited(options: Parameters<typeof invite>[1] = {}, name = 'Ada Lovelace') {
  const person = await makePerson({ name })
  const made = await invite(person, options)
  await settle(made.ref)
  return { ...made, person, path: `${LIST}/${made.invitation.id}` }
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
function changed(fields: [string, string][], by: Record<string, string>): [string, string][] {
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
export function holdJobs() {
  const { waiting } = holdQueue()
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
