import { EXPORT_COLUMNS, type People, writeGroups } from '../../accounts/index.ts'
import type { Cell } from '../../kernel/csv.ts'
import { toIso } from '../../kernel/time.ts'

export async function* exportRows(pages: ReturnType<People['listAll']>): AsyncGenerator<Cell[]> {
  for await (const { people, templates } of pages) {
    const names = new Map(templates.map(({ id, name }) => [id, name]))
    for (const person of people) {
      const cells: Record<(typeof EXPORT_COLUMNS)[number], Cell> = {
        address: person.address,
        name: person.name,
        phone: person.phone,
        template: names.get(person.templateId) ?? '',
        groups: writeGroups(person.groups, '; '),
        locale: person.locale,
        state: person.state,
        role: person.role,
        registered: toIso(person.createdAt),
      }
      yield EXPORT_COLUMNS.map((column) => cells[column])
    }
  }
}
