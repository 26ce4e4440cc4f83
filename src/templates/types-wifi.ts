/** `eap`: WPA2 or WPA3 Enterprise. */
export type WifiSecurity = 'none' | 'wpa2' | 'wpa3' | 'eap'

export const EAP_METHODS = ['tls', 'peap', 'ttls'] as const
export type EapMethod = (typeof EAP_METHODS)[number]

export const INNER_METHODS = ['mschapv2', 'pap', 'gtc'] as const
/** How the password is shown to the server within the tunnel of PEAP or TTLS. */
export type InnerMethod = (typeof INNER_METHODS)[number]

/** How a device proves to a network who its owner is. */
export type EapSettings = {
  method: EapMethod
  /** May hold variables; empty: the device asks. */
  identity: string
  /** What is said outside of the tunnel; may hold variables; empty: the same. */
  outerIdentity: string
  /** Null with `tls`. */
  inner: InnerMethod | null
  /** Sealed as stored; null: the device asks, or with `tls` its certificate does. */
  password: string | null
  /** Keys of the template's certificates, one of which must have signed the server's. */
  trustedCertificates: string[]
  /** Names that the server's certificate may carry; `*.` stands for one label. */
  serverNames: string[]
}

/** A network to join. As stored, its secrets are sealed; revealed, they are what was typed. */
export type WifiNetwork = {
  /** Names the row for as long as it stands, whatever becomes of its SSID. */
  key?: string
  /** 1 to 32 bytes of UTF-8. */
  ssid: string
  security: WifiSecurity
  hidden: boolean
  autoJoin: boolean
  /** 8 to 63 printable ASCII characters; null but with `wpa2` and `wpa3`. */
  passphrase: string | null
  /** Null but with `eap`. */
  eap?: EapSettings | null
}
