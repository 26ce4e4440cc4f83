import type { FullSettings } from '../templates/index.ts'
import type { Typed, TypedFact } from './set-parts.ts'

/** What an owner types by hand where no file can say it. Empty values are left out. */

type Facts = [TypedFact, string | null][]

const SECRETS: TypedFact[] = ['password', 'sharedSecret']

function typed(kind: Typed['kind'], label: string, facts: Facts): Typed {
  return {
    kind,
    label,
    facts: facts.flatMap(([name, value]) =>
      value === null || value === '' ? [] : [{ name, value, secret: SECRETS.includes(name) }],
    ),
  }
}

const SECURITY = { none: '', wpa2: 'WPA2', wpa3: 'WPA3', eap: 'WPA2/WPA3 Enterprise' }
const METHODS = { tls: 'TLS', peap: 'PEAP', ttls: 'TTLS' }
const INNER = { mschapv2: 'MSCHAPV2', pap: 'PAP', gtc: 'GTC' }

export function typedNetwork({ ssid, security, passphrase, eap }: FullSettings['wifi'][number]): Typed {
  const method = eap && [METHODS[eap.method], eap.inner && INNER[eap.inner]].filter(Boolean).join(' / ')
  return typed('wifi', ssid, [
    ['network', ssid],
    ['security', SECURITY[security]],
    ['password', passphrase],
    ['method', method],
    ['serverName', eap?.serverNames.join(', ') ?? null],
    ['identity', eap?.identity ?? null],
    ['outerIdentity', eap?.outerIdentity ?? null],
    ['password', eap?.password ?? null],
  ])
}

/** What a device asks for that has the network already. */
export function typedAccount({ ssid, eap }: FullSettings['wifi'][number]): Typed {
  return typed('wifi', ssid, [
    ['identity', eap?.identity ?? null],
    ['password', eap?.password ?? null],
  ])
}

const AUTHENTICATIONS = { certificate: 'IKEv2 RSA', eap: 'IKEv2 MSCHAPv2', shared_secret: 'IKEv2 PSK' }

export function typedVpn(connection: FullSettings['vpn'][number]): Typed {
  return typed('vpn', connection.name, [
    ['server', connection.server],
    ['method', AUTHENTICATIONS[connection.authentication]],
    ['remoteId', connection.remoteId],
    ['localId', connection.localId],
    ['username', connection.username],
    ['password', connection.password],
    ['sharedSecret', connection.sharedSecret],
  ])
}

const ENCRYPTIONS = { tls: 'SSL/TLS', starttls: 'STARTTLS', none: '–' }

export function typedMail(account: FullSettings['mail'][number]): Typed {
  const server = (one: FullSettings['mail'][number]['outgoing']) =>
    one && `${one.host}, ${one.port}, ${ENCRYPTIONS[one.encryption]}`
  const incoming = account.kind === 'exchange' ? account.incoming.host : server(account.incoming)
  return typed('mail', account.name, [
    ['address', account.address],
    [account.kind === 'exchange' ? 'server' : 'incoming', incoming],
    ['outgoing', server(account.outgoing)],
    ['username', account.username],
    ['password', account.password],
  ])
}
