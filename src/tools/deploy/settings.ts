/** What `production.json` says: everything that is no secret and differs from one installation to the next. */
export type DeploySettings = {
  /** `https://setup.acme.example` */
  baseUrl: string
  /** `Acme setup <no-reply@acme.example>` */
  mailFrom: string
  /** The domain is Cloudflare's: the Worker gets it as its own. Else it has to be led there by other means. */
  customDomain: boolean
  /** Of the account, where the login knows several. */
  accountId: string | null
  /** Where D1 is made: `eu` or another jurisdiction, or a location as a hint. */
  jurisdiction: string | null
  location: string | null
  /** The database, once it is known; written by the tool. */
  databaseId: string | null
  /** Further values of `[vars]`, such as MAIL_TRANSPORT. */
  vars: Record<string, string>
}

export const SAMPLE = `${JSON.stringify(
  {
    baseUrl: 'https://setup.acme.example',
    mailFrom: 'Acme setup <no-reply@acme.example>',
    customDomain: true,
    jurisdiction: 'eu',
    vars: {},
  },
  null,
  2,
)}\n`

/** Never in a file that is kept with the code: these are set as secrets. */
const SECRETS = /^(MASTER_KEY|MASTER_KEY_PREVIOUS|NAMING_KEY|BOOTSTRAP_SECRET)$|_(KEY|TOKEN|PASSWORD|SECRET)$/

/** Throws an `Error` fit to be shown. */
export function readSettings(text: string): DeploySettings {
  const read = parse(text)
  const { vars = {}, customDomain = true, ...rest } = read
  const texts = (name: string) => {
    const value = rest[name]
    if (value === undefined || value === null || value === '') return null
    if (typeof value !== 'string') throw new Error(`production.json: "${name}" must be a text.`)
    return value
  }
  const baseUrl = texts('baseUrl') ?? ''
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null
  if (url?.protocol !== 'https:' || url.origin !== baseUrl)
    throw new Error('production.json: "baseUrl" must look like https://setup.acme.example, without a path.')
  const mailFrom = texts('mailFrom') ?? ''
  if (!/^[^<>\r\n"]{1,80} <[^<>\s]+@[^<>\s]+>$/.test(mailFrom))
    throw new Error('production.json: "mailFrom" must look like "Acme setup <no-reply@acme.example>".')
  if (typeof vars !== 'object' || vars === null || Array.isArray(vars))
    throw new Error('production.json: "vars" must be an object.')
  for (const [name, value] of Object.entries(vars)) {
    if (SECRETS.test(name) && name !== 'TURNSTILE_SITE_KEY')
      throw new Error(`production.json: ${name} is a secret. Set it with "npx wrangler secret put ${name}".`)
    if (!/^[A-Z][A-Z0-9_]*$/.test(name) || typeof value !== 'string')
      throw new Error(`production.json: "vars" has names in capitals and texts, not ${name}.`)
  }
  return {
    baseUrl,
    mailFrom,
    customDomain: customDomain !== false,
    accountId: texts('accountId'),
    jurisdiction: texts('jurisdiction'),
    location: texts('location'),
    databaseId: texts('databaseId'),
    vars: vars as Record<string, string>,
  }
}

function parse(text: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read === 'object' && read !== null) return read as Record<string, unknown>
  } catch {
    // Told below.
  }
  throw new Error('production.json is not a JSON object.')
}
