import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What devices send, made by the machine's own openssl: a client that is not ours. */

export type Key = 'rsa1024' | 'rsa2048' | 'ec'

const KEYS: Record<Key, string[]> = {
  rsa1024: ['-newkey', 'rsa:1024', '-sha1'],
  rsa2048: ['-newkey', 'rsa:2048', '-sha256'],
  ec: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-sha256'],
}

/** A folder with a key and a self-signed certificate of each kind. `sign` runs `openssl cms -sign` or `smime`. */
export function makeSigners() {
  const folder = mkdtempSync(join(tmpdir(), 'ota-'))
  const at = (name: string) => join(folder, name)
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] })
  for (const [name, options] of Object.entries(KEYS))
    openssl(
      ...['req', '-x509', '-nodes', '-days', '1', '-subj', `/CN=${name}`, ...options],
      ...['-keyout', at(`${name}.key`), '-out', at(`${name}.crt`)],
    )
  return {
    sign(content: string, key: Key, options: string[] = ['-nodetach'], tool = 'cms'): Uint8Array {
      writeFileSync(at('content'), content)
      openssl(
        ...[tool, '-sign', '-binary', '-outform', 'DER', '-in', at('content'), '-out', at('signed')],
        ...['-signer', at(`${key}.crt`), '-inkey', at(`${key}.key`), ...options],
      )
      return new Uint8Array(readFileSync(at('signed')))
    },
    end: () => rmSync(folder, { recursive: true }),
  }
}

export const REF = 'AbCdEfGhIjKlMnOpQrStUv'
export const CHALLENGE = '0123456789abcdefghij-_'

export const ATTRIBUTES: Record<string, string> = {
  CHALLENGE: `${REF}.${CHALLENGE}`,
  DEVICE_NAME: "Ada's iPhone",
  IMEI: '35 209900 176148 1',
  PRODUCT: 'iPhone17,1',
  SERIAL: 'F2LXYZ123ABC',
  UDID: '00008140-001A2B3C4D5E6F70',
  VERSION: '22B83',
}

const toXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A plist as iOS writes it. */
export function plistOf(attributes: Record<string, string>): string {
  const entries = Object.entries(attributes).map(
    ([key, value]) => `\t<key>${toXml(key)}</key>\n\t<string>${toXml(value)}</string>\n`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
${entries.join('')}</dict>
</plist>
`
}
