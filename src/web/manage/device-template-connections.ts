import { readTypedNumber, splitTypedWords } from '../../kernel/typed.ts'
import type { MailEncryption } from '../../templates/index.ts'
import { type Draft, type ListName, rowsOf, valueAt } from './device-template-draft.ts'

/** The rows of Wi-Fi, certificates, VPN and mail as a draft says them. Their words are checked later. */

type SecretAt = (field: string, used: boolean) => string | null

function eachRow<Row>(
  draft: Draft,
  list: ListName,
  read: (at: (name: string) => string, path: string) => Row,
) {
  return rowsOf(draft, list).map((index) => {
    const path = `${list}.${index}`
    return read((name) => valueAt(draft, `${path}.${name}`), path)
  })
}

export function readCertificates(draft: Draft) {
  return eachRow(draft, 'certificates', (at) => ({ key: at('key'), name: at('name'), pem: at('pem') }))
}

export function readWifi(draft: Draft, secretAt: SecretAt) {
  const keys = readCertificates(draft).map(({ key }) => key)
  return eachRow(draft, 'wifi', (at, path) => {
    const security = at('security')
    const method = at('eap.method')
    const tunnel = method !== 'tls'
    const eap = security === 'eap' && {
      method,
      identity: at('eap.identity'),
      outerIdentity: tunnel ? at('eap.outerIdentity') : '',
      inner: tunnel ? at('eap.inner') : null,
      password: secretAt(`${path}.eap.password`, tunnel),
      trustedCertificates: keys.filter((key) => at(`eap.trustedCertificates.${key}`) !== ''),
      serverNames: splitTypedWords(at('eap.serverNames')),
    }
    return {
      key: at('key'),
      ssid: at('ssid'),
      security,
      hidden: at('hidden') !== '',
      autoJoin: at('autoJoin') !== '',
      passphrase: secretAt(`${path}.passphrase`, security === 'wpa2' || security === 'wpa3'),
      eap: eap || null,
    }
  })
}

export function readVpn(draft: Draft, secretAt: SecretAt) {
  return eachRow(draft, 'vpn', (at, path) => {
    const authentication = at('authentication')
    const eap = authentication === 'eap'
    return {
      key: at('key'),
      name: at('name'),
      server: at('server'),
      remoteId: at('remoteId').trim() || at('server'),
      localId: at('localId'),
      authentication,
      username: eap ? at('username') : '',
      password: secretAt(`${path}.password`, eap),
      sharedSecret: secretAt(`${path}.sharedSecret`, authentication === 'shared_secret'),
      mtu: readTypedNumber(at('mtu')),
    }
  })
}

export function readMail(draft: Draft, secretAt: SecretAt) {
  return eachRow(draft, 'mail', (at, path) => {
    const server = (name: string) => ({
      host: at(`${name}.host`),
      port: readTypedNumber(at(`${name}.port`)) ?? Number.NaN,
      encryption: at(`${name}.encryption`) as MailEncryption,
    })
    return {
      key: at('key'),
      name: at('name'),
      kind: at('kind'),
      address: at('address'),
      senderName: at('senderName'),
      username: at('username'),
      password: secretAt(`${path}.password`, true),
      incoming: server('incoming'),
      outgoing: at('kind') === 'exchange' ? null : server('outgoing'),
    }
  })
}
