import type { FullSettings, VpnConnection } from '../templates/index.ts'
import type { KeyKind } from './apple-certificates.ts'
import { type Payload, type References, textIf } from './apple-payload.ts'

/** What an IKEv2 connection must know of the certificate with which the device proves itself. */
export type VpnIdentity = {
  keyKind: KeyKind
  /** The common name of the authority that, as far as is known, issued the server's certificate. */
  serverIssuer: string | null
}

/** Connections of IKEv2 (RFC 7296). One that needs a certificate of the device stays out where there is none. */
export function vpnPayloads(
  connections: FullSettings['vpn'],
  references: References,
  identity: VpnIdentity | null,
): Payload[] {
  return connections
    .filter(({ authentication }) => authentication !== 'certificate' || references.identity !== null)
    .map((connection) => ({
      part: `vpn.${connection.key}`,
      type: 'com.apple.vpn.managed',
      name: connection.name,
      content: {
        UserDefinedName: connection.name,
        VPNType: 'IKEv2',
        IKEv2: {
          RemoteAddress: connection.server,
          RemoteIdentifier: connection.remoteId,
          // Required; empty, the device says its address.
          LocalIdentifier: connection.localId,
          ...authenticationOf(connection, references, identity),
          ...(connection.mtu !== null && { MTU: connection.mtu }),
        },
      },
    }))
}

function authenticationOf(
  connection: VpnConnection,
  references: References,
  identity: VpnIdentity | null,
): Payload['content'] {
  switch (connection.authentication) {
    case 'shared_secret':
      return { AuthenticationMethod: 'SharedSecret', ...textIf('SharedSecret', connection.sharedSecret) }
    case 'eap':
      return {
        AuthenticationMethod: 'None',
        ExtendedAuthEnabled: 1,
        ...textIf('AuthName', connection.username),
        ...textIf('AuthPassword', connection.password),
      }
    case 'certificate':
      return {
        AuthenticationMethod: 'Certificate',
        PayloadCertificateUUID: references.identity ?? '',
        ...(identity && certificateType(identity)),
      }
  }
}

/** The device takes the key for RSA unless told, and wants to know who issued the server's certificate then. */
function certificateType({ keyKind, serverIssuer }: VpnIdentity): Payload['content'] {
  if (keyKind === 'RSA' || serverIssuer === null) return {}
  return { CertificateType: keyKind, ServerCertificateIssuerCommonName: serverIssuer }
}
