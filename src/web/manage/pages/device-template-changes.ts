import type { Change } from '../../../audit/index.ts'
import type { Copy } from '../../../copy/index.ts'
import { LANGUAGE_NAMES } from '../../../kernel/locale.ts'

type Words = Copy['deviceTemplates']

/** Fields of which it is told that they changed, not how. */
const UNTOLD = /(?:^|\.)(?:passphrase|password|sharedSecret)$|^extras\./

/** How much of a text stands in a line. */
const TOLD_MAX = 80

/** One change in a line: "Wi-Fi 1 · Network name: Acme → Acme 2". */
export function describeChange(words: Words, { field, before, after }: Change): string {
  const name = nameField(words, field)
  const { history } = words
  if (UNTOLD.test(field)) {
    const said = after === 'set' || after === 'removed' ? after : 'changed'
    return history.secret[said](name)
  }
  const tell = (value: Change['before']) => {
    const text = value === null ? history.nothing : String(value)
    return text.length > TOLD_MAX ? `${text.slice(0, TOLD_MAX)}…` : text
  }
  return history.change(name, tell(before), tell(after))
}

/** `wifi.w2.ssid` by the words of the form; what has none stays as it is. */
function nameField(words: Words, field: string): string {
  const [part = '', ...rest] = field.split('.')
  const panels: Record<string, string> = words.panels
  const fields: Record<string, string> = { ...words.fields, ...LANGUAGE_NAMES }
  const told = rest.map((step) => {
    const row = /^[wcvm](\d+)$/.exec(step)?.[1]
    return row ?? (Object.hasOwn(fields, step) ? fields[step] : step)
  })
  const first = [panels, fields].find((names) => Object.hasOwn(names, part))?.[part] ?? part
  return [first, ...told].join(' · ')
}
