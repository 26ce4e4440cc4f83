/** Reads the forms of our pages, wherever a test runs. */

export type FoundForm = {
  action: string
  method: string
  /** What a browser would send. */
  fields: [string, string][]
  /** What could be ticked or chosen besides. */
  choices: [string, string][]
  /** Where its buttons lead, and what they say about themselves. */
  buttons: { action: string; field: [string, string] | null }[]
}

const unescapeHtml = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

const attribute = (tag: string, name: string) => {
  const match = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)
  return match ? unescapeHtml(match[1] ?? '') : null
}

/** The forms of a page of ours, as a browser without script would send them. */
export function findForms(html: string): FoundForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', body = '']) => {
    const action = attribute(head, 'action') ?? ''
    const fields: FoundForm['fields'] = []
    const choices: FoundForm['choices'] = []
    const add = (list: [string, string][], tag: string, value: string) => {
      const name = attribute(tag, 'name')
      if (name) list.push([name, value])
    }
    for (const [tag] of body.matchAll(/<input\b[^>]*>/g)) {
      const type = attribute(tag, 'type') ?? 'text'
      const open = /^(checkbox|radio)$/.test(type) && !/\schecked(?:=|\s|>|\/)/.test(tag)
      if (type !== 'file') add(open ? choices : fields, tag, attribute(tag, 'value') ?? '')
    }
    for (const [, tag = '', text = ''] of body.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g))
      add(fields, tag, unescapeHtml(text))
    for (const [, tag = '', options = ''] of body.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
      const tags = [...options.matchAll(/<option\b[^>]*>/g)].map(([option]) => option)
      const chosen = tags.find((option) => /\sselected(?:=|\s|>)/.test(option)) ?? tags[0] ?? ''
      add(fields, tag, attribute(chosen, 'value') ?? '')
      for (const option of tags) if (option !== chosen) add(choices, tag, attribute(option, 'value') ?? '')
    }
    const buttons = [...body.matchAll(/<button\b[^>]*>/g)].map(([tag]): FoundForm['buttons'][number] => {
      const name = attribute(tag, 'name')
      const field = name ? ([name, attribute(tag, 'value') ?? ''] as [string, string]) : null
      return { action: attribute(tag, 'formaction') || action, field }
    })
    return { action, method: (attribute(head, 'method') ?? 'get').toUpperCase(), fields, choices, buttons }
  })
}
