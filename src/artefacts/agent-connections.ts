import type { EapSettings, FullSettings, MailAccount, MailServer, VpnConnection } from '../templates/index.ts'
import type { OwnerCertificate } from './types.ts'

/** Enterprise Wi-Fi, VPN, mail and certificates as the agent's JSON says them. Texts are filled in already. */

/** `trusted_certificates` names entries of `certificates` by their id. */
export function eapOf(eap: EapSettings) {
  return {
    method: eap.method,
    identity: eap.identity,
    outer_identity: eap.outerIdentity,
    inner: eap.inner,
    password: eap.password,
    trusted_certificates: eap.trustedCertificates,
    server_names: eap.serverNames,
  }
}

/** Only what is set: agents of before know none of it. */
export function connectionsOf(settings: FullSettings) {
  const { certificates, identity, vpn, mail } = settings
  return {
    ...(certificates.length > 0 && {
      certificates: certificates.map(({ key, name, pem }) => ({ id: key, name, pem })),
    }),
    // What its certificate will say; the agent sends a request with a key of its own.
    ...(identity && { identity: { subject: identity.subject, key_usage: identity.keyUsage } }),
    ...(vpn.length > 0 && { vpn: vpn.map(vpnOf) }),
    ...(mail.length > 0 && { mail: mail.map(mailOf) }),
  }
}

function vpnOf(connection: VpnConnection) {
  const { authentication } = connection
  return {
    type: 'ikev2',
    name: connection.name,
    server: connection.server,
    remote_id: connection.remoteId,
    local_id: connection.localId,
    authentication,
    username: authentication === 'eap' ? connection.username : null,
    password: authentication === 'eap' ? connection.password : null,
    shared_secret: authentication === 'shared_secret' ? connection.sharedSecret : null,
    mtu: connection.mtu,
  }
}

function mailOf(account: MailAccount) {
  return {
    type: account.kind,
    name: account.name,
    address: account.address,
    sender_name: account.senderName,
    username: account.username,
    password: account.password,
    incoming: serverOf(account.incoming),
    outgoing: account.outgoing && serverOf(account.outgoing),
  }
}

function serverOf({ host, port, encryption }: MailServer) {
  return { host, port, encryption }
}

/**
 * The key as PKCS#8, not as PKCS#12, whose salts differ each time: the same certificates give the same bytes, and
 * so the same ETag. It travels over TLS to a device that has proved who it is.
 */
export function ownerCertificateOf({ fingerprint, name, chain, key }: Omit<OwnerCertificate, 'pkcs12'>) {
  const [certificate = '', ...above] = chain
  return { id: fingerprint, name, certificate, chain: above, private_key: key }
}
