import type { Person, PersonState } from '../../../accounts/index.ts'
import type { Copy } from '../../../copy/index.ts'

/** What somebody is called: by name, else by address. */
export function whoIs({ name, address }: { name: string; address: string }): string {
  return name || address
}

export const STATE_TONES = {
  invited: 'waiting',
  unapproved: 'warning',
  active: 'good',
  disabled: 'bad',
  deleted: 'neutral',
} as const satisfies Record<PersonState | 'deleted', string>

export function templateName(
  copy: Copy,
  templates: readonly { id: string; name: string; archivedAt: number | null }[],
  id: Person['templateId'],
): string {
  const template = templates.find((one) => one.id === id)
  if (!template) return ''
  return template.archivedAt === null ? template.name : copy.people.form.archived(template.name)
}
