import { readFileSync } from 'node:fs'
import { type Folder, openssl } from './openssl.ts'

/** Files of certificates as other programs write them. */

const CONFIG = `[req]
distinguished_name=dn
[dn]
[mail]
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature,keyEncipherment
extendedKeyUsage=emailProtection,clientAuth
[root]
basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign
`
const P256 = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256']

/** With a letter that is none of ASCII. */
export const PASSWORD = 'pass-Wörd'

/** A root and the certificate that it signed, each with its key, as OpenSSL makes them. */
export function makeFiles(folder: Folder, name: string, key: string[] = P256) {
  const at = (ending: string) => folder.path(`${name}${ending}`)
  const config = folder.file(`${name}.cnf`, CONFIG)
  openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384', '-out', at('-root.key'))
  openssl(
    ...['req', '-x509', '-new', '-config', config, '-extensions', 'root', '-key', at('-root.key')],
    ...['-subj', `/CN=Root of ${name}`, '-days', '3000', '-out', at('-root.pem')],
  )
  openssl('genpkey', ...key, '-out', at('.key'))
  openssl(
    ...['req', '-new', '-config', config, '-key', at('.key'), '-subj', '/O=Acme/CN=Ada Lovelace'],
    ...['-out', at('.csr')],
  )
  openssl(
    ...['x509', '-req', '-in', at('.csr'), '-CA', at('-root.pem'), '-CAkey', at('-root.key')],
    ...['-CAcreateserial', '-days', '300', '-extfile', config, '-extensions', 'mail', '-out', at('.pem')],
  )
  const text = (ending: string) => readFileSync(at(ending), 'utf8')
  return {
    at,
    text,
    der: () => Uint8Array.from(openssl('x509', '-in', at('.pem'), '-outform', 'DER')),
    /** The key in another form: arguments of `openssl pkcs8` or `ec`. */
    keyAs: (...args: string[]) => openssl(args[0] ?? '', '-in', at('.key'), ...args.slice(1)).toString(),
    /** PKCS#12, with arguments of `openssl pkcs12 -export`. */
    pkcs12(...args: string[]): Uint8Array {
      openssl(
        ...['pkcs12', '-export', '-in', at('.pem'), '-inkey', at('.key'), '-certfile', at('-root.pem')],
        ...['-passout', `pass:${PASSWORD}`, '-out', at('.p12'), ...args],
      )
      return Uint8Array.from(readFileSync(at('.p12')))
    },
  }
}
