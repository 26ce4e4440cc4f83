import { type FullSettings, revealSettings } from '../../../src/templates/index.ts'
import type { Visitor } from '../../support/visitor.ts'
import { services } from '../../support/world.ts'
import { type Fields, find, makeTemplate, openEditor } from './device-templates-support.ts'

/** A template with everything that may be secret. */

export const SECRETS = {
  'wifi.0.passphrase': 'Wifi-pass-<one>-49',
  'wifi.1.eap.password': 'Eap pass "two" 77 ',
  'vpn.0.password': 'Vpn-pass-three-ü',
  'vpn.1.sharedSecret': "Shared-secret-four'&amp;",
  'mail.0.password': 'Mail-pass-five-😀',
}
export const typed: Fields = {
  'wifi.0.ssid': 'Acme',
  'wifi.1.ssid': 'Acme Staff',
  'wifi.1.security': 'eap',
  'vpn.0.name': 'Office',
  'vpn.0.server': 'vpn.acme.example',
  'vpn.0.authentication': 'eap',
  'vpn.1.name': 'Lab',
  'vpn.1.server': 'lab.acme.example',
  'vpn.1.authentication': 'shared_secret',
  'mail.0.name': 'Acme mail',
  'mail.0.incoming.host': 'imap.acme.example',
  'mail.0.outgoing.host': 'smtp.acme.example',
}

/** An editor with a row of everything that may hold a secret; nothing is saved. */
export async function openWithRows(visitor: Visitor) {
  const { id, path } = await makeTemplate(visitor)
  const editor = await openEditor(visitor, path)
  for (const list of ['wifi', 'wifi', 'vpn', 'vpn', 'mail']) await editor.add(list)
  return { id, path, editor }
}

export async function saveAll(visitor: Visitor) {
  const opened = await openWithRows(visitor)
  const saved = await opened.editor.save({ ...typed, ...SECRETS })
  if (saved.status !== 303) throw new Error(saved.html)
  await opened.editor.open()
  return opened
}

export async function reveal(id: string): Promise<FullSettings> {
  const template = await find(id)
  if (!template) throw new Error('gone')
  return revealSettings(services.keys, template)
}

export const secretsIn = ({ wifi, vpn, mail }: FullSettings) => ({
  'wifi.0.passphrase': wifi[0]?.passphrase,
  'wifi.1.eap.password': wifi[1]?.eap?.password,
  'vpn.0.password': vpn[0]?.password,
  'vpn.1.sharedSecret': vpn[1]?.sharedSecret,
  'mail.0.password': mail[0]?.password,
})
