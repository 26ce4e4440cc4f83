import { type Part, partsSet } from '../templates/index.ts'
import { placeOf } from './linux-keyfile.ts'
import { CHECK_IN, HELPERS, STEPS } from './linux-script-parts.ts'
import { plainText } from './text.ts'
import type { Artefact, ArtefactInput } from './types.ts'

/** What no script of ours can set on a Linux computer, named when it ends. */
const NOT_SET: Partial<Record<Part, string>> = {
  mail: 'mail',
  passcode: 'passcode',
  webLinks: 'web links',
  policies: 'policies',
  agent: 'settings for agents',
}

/** Ends a text within the script: a line that no keyfile and no certificate has. */
const END = 'LATCHKEY_END'

/**
 * A script for `sh` (POSIX; needs curl and openssl, nothing else): redeems `ticket` in the browser's place, makes
 * the device's key and has it certified, installs certificates and connections, and reports. It may be run again.
 * It carries secrets, and says so. `LATCHKEY_ROOT` puts everything below another folder.
 */
export function renderScript(
  input: ArtefactInput,
  ticket: string,
  files: { connections: Artefact[]; trusted: Artefact[]; own: Artefact[] },
): string {
  const { template, organisation, device } = input
  const left = partsSet(template.settings).flatMap((part) => NOT_SET[part] ?? [])
  const values = {
    organisation: organisation.name,
    base: input.baseUrl,
    ticket,
    device: device.id,
    place: placeOf(input),
    identity: template.settings.identity ? 'yes' : '',
    left: left.join(', '),
  }
  return [
    '#!/bin/sh',
    `# Sets this computer up for ${plainText(organisation.name)}.`,
    '# It works once, for one computer, and carries secrets: delete it when it is done.',
    'set -eu',
    'umask 077',
    '',
    ...Object.entries(values).map(([name, value]) => `${name}=${quoteShell(value)}`),
    HELPERS,
    'write_files() {',
    ...[...files.trusted, ...files.own].map((file) => writeFile('$root$place', file)),
    ...files.connections.map((file) => writeFile('$root$connections', file)),
    writeFile('$root$place', { fileName: 'check-in', contentType: '', body: CHECK_IN }),
    '}',
    STEPS,
  ].join('\n')
}

function writeFile(folder: string, { fileName, body }: Artefact): string {
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body)
  return `cat > "${folder}/${fileName}" <<'${END}'\n${text.replace(/\n$/, '')}\n${END}`
}

/** One word for a POSIX shell, whatever is in it (POSIX.1-2024, 2.2.2). */
function quoteShell(text: string): string {
  return `'${plainText(text).replaceAll("'", "'\\''")}'`
}
