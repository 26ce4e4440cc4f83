import type { DeploySettings } from './settings.ts'

/**
 * `wrangler.toml` with this installation's values: what `wrangler … -c wrangler.production.toml` works with. Throws
 * where a line that has to be replaced is not there.
 */
export function productionConfiguration(
  toml: string,
  settings: Pick<DeploySettings, 'baseUrl' | 'mailFrom' | 'customDomain' | 'accountId' | 'vars'>,
  databaseId: string,
): string {
  const { baseUrl, mailFrom, customDomain, accountId, vars } = settings
  const host = new URL(baseUrl).hostname
  const top = [
    '# Written by "npm run deploy" from wrangler.toml and production.json: change those.',
    ...(accountId === null ? [] : [`account_id = ${quote(accountId)}`]),
    ...(customDomain
      ? [`routes = [{ pattern = ${quote(host)}, custom_domain = true }]`, 'workers_dev = false']
      : []),
  ]
  const further = Object.entries(vars).map(([name, value]) => `${name} = ${quote(value)}`)
  const replaced = [
    { line: /^database_id = .*$/m, by: `database_id = ${quote(databaseId)}` },
    { line: /^BASE_URL = .*$/m, by: `BASE_URL = ${quote(baseUrl)}` },
    { line: /^MAIL_FROM = .*$/m, by: [`MAIL_FROM = ${quote(mailFrom)}`, ...further].join('\n') },
  ].reduce((text, { line, by }) => {
    if (!line.test(text)) throw new Error(`wrangler.toml has no line like ${line.source}.`)
    return text.replace(line, () => by)
  }, toml)
  return `${top.join('\n')}\n${replaced}`
}

/** A basic string of TOML, which JSON's is as well. */
const quote = (text: string) => JSON.stringify(text)

/** What has to be there before the first upload, as `wrangler.toml` names it. */
export function readNames(toml: string): { worker: string; database: string; queues: string[] } {
  const all = (line: RegExp) => [...toml.matchAll(line)].map(([, name = '']) => name)
  const [worker] = all(/^name = "([^"]+)"/gm)
  const [database] = all(/^database_name = "([^"]+)"/gm)
  if (!worker || !database) throw new Error('wrangler.toml names no Worker or no database.')
  // The dead letters' first: the consumer of the other names it.
  const queues = [...new Set(all(/^(?:dead_letter_queue|queue) = "([^"]+)"/gm))]
  return { worker, database, queues: queues.toSorted((one, other) => other.length - one.length) }
}
