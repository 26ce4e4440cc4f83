/**
 * Key files as GLib reads them (`GKeyFile`): groups, keys, `\s \n \t \r \\`, and lists whose items end with `;`.
 * Throws where a line is neither a group, nor a key, nor blank, nor a comment, or where a group or key repeats.
 */
export function readKeyfile(text: string): Map<string, Map<string, string>> {
  const groups = new Map<string, Map<string, string>>()
  let current: Map<string, string> | null = null
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const group = /^\[([^\][]+)\]$/.exec(line)?.[1]
    if (group !== undefined) {
      if (groups.has(group)) throw new Error(`the group ${group} comes twice`)
      current = new Map()
      groups.set(group, current)
      continue
    }
    const at = line.indexOf('=')
    const key = line.slice(0, at)
    if (at < 1 || !current || !/^[A-Za-z0-9-]+$/.test(key)) throw new Error(`not a key: ${line}`)
    if (current.has(key)) throw new Error(`the key ${key} comes twice`)
    current.set(key, unescapeValue(line.slice(at + 1).replace(/^[ \t]+/, '')))
  }
  return groups
}

function unescapeValue(value: string): string {
  return value.replace(/\\(.?)/g, (whole, sign: string) => {
    const meant = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' }[sign]
    if (meant === undefined) throw new Error(`unknown escape ${whole}`)
    return meant
  })
}
