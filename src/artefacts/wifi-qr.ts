import type { FullSettings } from '../templates/index.ts'
import { plainText } from './text.ts'

type Network = FullSettings['wifi'][number]

/**
 * The text of a QR code that joins a network: `WIFI:T:WPA;S:name;P:secret;H:true;;` as ZXing defined it and phones
 * read it. Null for networks with accounts or certificates: no reader agrees on those. WPA3 alone is `SAE`.
 */
export function wifiQrText({ ssid, security, passphrase, hidden }: Network): string | null {
  if (security === 'eap') return null
  const type = { none: 'nopass', wpa2: 'WPA', wpa3: 'SAE' }[security]
  const secret = passphrase === null ? '' : `P:${escapeQr(passphrase)};`
  return `WIFI:T:${type};S:${escapeQr(ssid)};${secret}${hidden ? 'H:true;' : ''};`
}

function escapeQr(text: string): string {
  return plainText(text).replace(/[\\;,":]/g, '\\$&')
}
