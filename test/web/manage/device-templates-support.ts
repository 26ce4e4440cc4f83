import type { Visitor } from '../../support/visitor.ts'
import { inD1, services } from '../../support/world.ts'
import { findForms } from '../http/route-walk.ts'

/** Device templates as a manager without script writes them. */

export const PATH = '/manage/device-templates'
export const SAVE = `${PATH}/save`
export const ACME = 1
export type Fields = Record<string, string>

let made = 0

/** A new template of the platform, made by the form. */
export async function makeTemplate(visitor: Visitor, platform = 'linux', name?: string) {
  made += 1
  const answer = await visitor.post(`${PATH}/new`, { platform, name: name ?? `Template ${made}` })
  const id = /device-templates\/(tpl_[\w-]+)\?done=created$/.exec(answer.location ?? '')?.[1]
  if (!id) throw new Error(`not made: ${answer.status} ${answer.html.slice(0, 200)}`)
  return { id, path: `${PATH}/${id}` }
}

/** What a browser would send of the editor on that page. */
export function fieldsOf(html: string): Fields {
  const form = findForms(html).find(({ action }) => action === SAVE)
  if (!form) throw new Error('there is no editor on this page')
  return Object.fromEntries(form.fields)
}

/** Opens a template and presses a button with some fields changed: null takes a field out, as an empty box does. */
export function makeEditor(visitor: Visitor, path: string) {
  let fields: Fields = {}
  const change = (changes: Record<string, string | null>) => {
    for (const [name, value] of Object.entries(changes))
      if (value === null) delete fields[name]
      else fields[name] = value
  }
  async function press(button: Fields, changes: Record<string, string | null> = {}) {
    change(changes)
    const page = await visitor.post(SAVE, { ...fields, ...button })
    if (page.status !== 303 && page.html.includes(`action="${SAVE}"`)) fields = fieldsOf(page.html)
    return page
  }
  return {
    fields: () => fields,
    async open() {
      const page = await visitor.get(path)
      fields = fieldsOf(page.html)
      return page
    },
    save: (changes: Record<string, string | null> = {}) => press({ do: 'save' }, changes),
    preview: (changes: Record<string, string | null> = {}) => press({ do: 'preview' }, changes),
    add: (list: string, changes: Record<string, string | null> = {}) => press({ add: list }, changes),
    remove: (row: string, changes: Record<string, string | null> = {}) => press({ remove: row }, changes),
  }
}

export async function openEditor(visitor: Visitor, path: string) {
  const editor = makeEditor(visitor, path)
  await editor.open()
  return editor
}

export const find = (id: string) => services.templates.findTemplate(ACME, id)

/** The audit of a template, oldest first. */
export async function auditOf(id: string) {
  const rows = await inD1(
    `SELECT action, actor_kind, actor_id, detail FROM audit WHERE json_extract(detail, '$.template') = ?
     ORDER BY at, rowid`,
    id,
  )
  return rows.map((row) => ({ ...row, action: String(row.action), detail: JSON.parse(String(row.detail)) }))
}

/** Another organisation with one template of its own. */
export async function makeForeignTemplate() {
  await inD1(
    `INSERT OR IGNORE INTO organisations (id, slug, site_id, name, enabled, accent, email_rule, terms_version,
       phone_required, confirmation, created_at, changed_at)
     VALUES (2, 'other', '5711', 'Other', 1, '#123456', '', 1, 0, 'tap', 0, 0)`,
  )
  const created = await services.templates.createTemplate(
    2,
    {
      platform: 'linux',
      name: 'Theirs alone',
      settings: { wifi: [], webLinks: [], passcode: null, agentApp: null, policies: {} },
      instructions: { en: 'Their steps' },
      notes: null,
      ownership: { default: 'inherit', choosable: true },
      reports: 'agent',
      checkInSeconds: 3600,
    },
    { kind: 'system', id: 'test' },
    0,
  )
  if (!created.ok) throw new Error('not made')
  return created.value
}

/** What stands at a field as its error. */
export function errorAt(html: string, field: string): string {
  const at = html.indexOf(`id="${field}-error"`)
  if (at < 0) return ''
  return html
    .slice(at, at + 700)
    .replace(/^[^>]*>/, '')
    .replace(/<\/p>.*/s, '')
    .replace(/<[^>]*>/g, '')
}
