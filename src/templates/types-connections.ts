/** A certificate that devices are to trust. */
export type TrustedCertificate = {
  key: string
  name: string
  /** PEM, one certificate. */
  pem: string
}

export const KEY_USAGES = ['digital_signature', 'key_encipherment'] as const
export type KeyUsage = (typeof KEY_USAGES)[number]

/** A certificate of the device's own, which the organisation's authority issues. */
export type ClientIdentity = {
  /** RFC 4514 in its plain form, such as `CN={{account.email}},O={{organisation.name}}`. */
  subject: string
  keyUsage: KeyUsage[]
}

export const VPN_AUTHENTICATIONS = ['certificate', 'eap', 'shared_secret'] as const
export type VpnAuthentication = (typeof VPN_AUTHENTICATIONS)[number]

/** An IKEv2 connection (RFC 7296). */
export type VpnConnection = {
  key: string
  /** What the device calls it. */
  name: string
  server: string
  remoteId: string
  /** May hold variables; empty: none is said. */
  localId: string
  /** `certificate`: the client identity. */
  authentication: VpnAuthentication
  /** With `eap`; may hold variables; empty: the device asks. */
  username: string
  /** With `eap`. Sealed as stored; null: the device asks. */
  password: string | null
  /** With `shared_secret`. Sealed as stored. */
  sharedSecret: string | null
  /** 1280 to 1400 bytes; null: the device decides. */
  mtu: number | null
}

export const MAIL_KINDS = ['imap', 'exchange'] as const
export const MAIL_ENCRYPTIONS = ['tls', 'starttls', 'none'] as const
export type MailEncryption = (typeof MAIL_ENCRYPTIONS)[number]

export type MailServer = {
  host: string
  /** 1 to 65535. */
  port: number
  encryption: MailEncryption
}

export type MailAccount = {
  key: string
  /** What the device calls it. */
  name: string
  kind: (typeof MAIL_KINDS)[number]
  /** The next three may hold variables; an empty sender name or user name is asked for. */
  address: string
  senderName: string
  username: string
  /** Sealed as stored; null: the device asks. */
  password: string | null
  /** IMAP, or the Exchange server. */
  incoming: MailServer
  /** SMTP; null with `exchange`. */
  outgoing: MailServer | null
}
