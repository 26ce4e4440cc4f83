/**
 * Places in a template's texts that are filled in for each device: `{{account.email}}`. They may stand in: a
 * network's and a connection's identity and user name, mail address, sender and user name, the subject of the
 * client certificate, labels and addresses of web links (after the host), values of policies, and texts of the
 * extras. Elsewhere braces are braces. Instructions and notes take none: they are shown to whoever holds the
 * link, before it is known who that is.
 */
export const VARIABLES = [
  'account.email',
  'account.name',
  'account.username',
  'account.phone',
  'organisation.name',
  'organisation.site',
  'device.id',
  'device.name',
  'device.platform',
  'device.ownership',
] as const
export type Variable = (typeof VARIABLES)[number]

export type VariableValues = Record<Variable, string>

/** Two braces that begin something, up to those that end it, or to where nothing ends it. */
const PLACE = /\{\{([^{}]*)(\}\})?/g

/** How much of an unknown name is told. */
const TOLD_MAX = 40

function isVariable(name: string): name is Variable {
  return (VARIABLES as readonly string[]).includes(name)
}

/** The first thing in double braces that is no variable, as it was written; null where all are known. */
export function findUnknown(text: string): string | null {
  for (const [place, name = '', end] of text.matchAll(PLACE))
    if (end === undefined || !isVariable(name.trim())) return place.slice(0, TOLD_MAX)
  return null
}

/** The first thing in double braces, known or not; for texts that take no variables. */
export function findVariable(text: string): string | null {
  for (const [place, , end] of text.matchAll(PLACE)) if (end !== undefined) return place.slice(0, TOLD_MAX)
  return null
}

/**
 * The text with its variables filled in: once from left to right, so that a value which looks like a variable
 * stays a value. Values come in as they are: each artefact escapes what it writes. What is unknown stays.
 */
export function fill(text: string, values: VariableValues): string {
  return text.replace(PLACE, (place, name: string, end: string | undefined) => {
    const variable = name.trim()
    return end !== undefined && isVariable(variable) ? values[variable] : place
  })
}

/** The same within an address: each value is percent-encoded, so that it stays within its part. */
export function fillUrl(url: string, values: VariableValues): string {
  const encoded = Object.entries(values).map(([name, value]) => [
    name,
    encodeURIComponent(value.toWellFormed()),
  ])
  return fill(url, Object.fromEntries(encoded) as VariableValues)
}

/** What the variables stand for on one device. What is not known is empty. */
export function valuesOf(facts: {
  account: { address: string; name: string; phone: string | null }
  organisation: { name: string; siteId: string }
  device: { id: string; name: string | null; platform: string; ownership: string }
}): VariableValues {
  const { account, organisation, device } = facts
  return {
    'account.email': account.address,
    'account.name': account.name,
    'account.username': account.address.replace(/@[^@]*$/, ''),
    'account.phone': account.phone ?? '',
    'organisation.name': organisation.name,
    'organisation.site': organisation.siteId,
    'device.id': device.id,
    'device.name': device.name ?? '',
    'device.platform': device.platform,
    'device.ownership': device.ownership,
  }
}
