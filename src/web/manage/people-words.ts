import type { Copy } from '../../copy/index.ts'

/** What was done just now, as the address of the page says it; null for anything else. */
export function describeDone(
  copy: Copy,
  query: (name: string) => string | undefined,
  baseUrl: string,
): string | null {
  if (query('done') === 'deleted') return copy.myData.people.done
  const words = copy.people.done
  const word = query('done') ?? ''
  const count = Math.min(Math.max(Number.parseInt(query('count') ?? '', 10) || 0, 0), 100_000)
  if (!Object.hasOwn(words, word)) return null
  const said = words[word as keyof typeof words]
  return typeof said === 'function' ? said(count, `${baseUrl}/sign-in`) : said
}

export function describeTrouble(copy: Copy, word: string | undefined): string | null {
  const { bulk, role } = copy.people
  const troubles: Record<string, string> = {
    nobody: bulk.nobody,
    some: bulk.trouble,
    away: copy.ui.refusals.temporarily_unavailable,
    last_manager: role.refusals.last_manager,
    unchanged: role.refusals.unchanged,
    not_active: role.refusals.not_active,
    self: copy.people.person.disableSelf,
    delete_self: copy.myData.people.self,
    group: bulk.groupTrouble,
    template: bulk.templateTrouble,
  }
  return word !== undefined && Object.hasOwn(troubles, word) ? (troubles[word] ?? null) : null
}
