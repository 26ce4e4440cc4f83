import type { Reports } from '../kernel/platform.ts'
import { carrierOf, type FullSettings, type Part } from '../templates/index.ts'
import { fileStem, pemBase64 } from './text.ts'
import type { Artefact, ArtefactInput } from './types.ts'

/** What a set is made from. */
export type SetInput = ArtefactInput & {
  reports: Reports
  /** `<ref>.<ticket>`: what is redeemed in the browser's place, once; null where that is over. */
  ticket: string | null
}

export type SetFileKind =
  | 'wifi'
  | 'passpoint'
  | 'networks'
  | 'vpn'
  | 'certificate'
  | 'identity'
  | 'ownCertificate'
  | 'script'

/** A file to download and to install. */
export type SetFile = {
  /** Names it within its set, in addresses. */
  name: string
  kind: SetFileKind
  /** What it is for: a network, a connection, a certificate; empty for what the kind says. */
  label: string
  fileName: string
  /** Null for PKCS#12 (the device's certificate, or its owner's with a key), which is made when it is asked for. */
  artefact: Artefact | null
}

export type SetLinkKind = 'windows_mdm' | 'android_enterprise'
/** `provisioning`: a new phone scans it; `wifi`: joins a network. */
export type SetCodeKind = 'provisioning' | 'wifi'

export type TypedFact =
  | 'network'
  | 'security'
  | 'server'
  | 'incoming'
  | 'outgoing'
  | 'remoteId'
  | 'localId'
  | 'method'
  | 'identity'
  | 'outerIdentity'
  | 'username'
  | 'password'
  | 'sharedSecret'
  | 'serverName'
  | 'address'
/** Something that its owner types into the device. */
export type Typed = {
  kind: 'wifi' | 'vpn' | 'mail'
  label: string
  facts: { name: TypedFact; value: string; secret: boolean }[]
}

/** What one thing of the template lacks here; `part` has its words. */
export type SetLeftOut = { part: Part; name: string }

/** All that a platform without a single file takes, in the order in which it is done. */
export type ArtefactSet = {
  files: SetFile[]
  links: { kind: SetLinkKind; href: string }[]
  codes: { kind: SetCodeKind; label: string; text: string }[]
  typed: Typed[]
  webLinks: { label: string; url: string }[]
  /** What shows only now that it has no place; the rest `partsLeftOut` of the templates room tells. */
  leftOut: SetLeftOut[]
}

export function emptySet(): ArtefactSet {
  return { files: [], links: [], codes: [], typed: [], webLinks: [], leftOut: [] }
}

/** An agent does the rest: only what leads to it is handed out. */
export function hasAgent(input: SetInput): boolean {
  return carrierOf({ platform: input.device.platform, reports: input.reports }) === 'agent'
}

export function partition<Row>(rows: Row[], isFirst: (row: Row) => boolean): [Row[], Row[]] {
  return [rows.filter(isFirst), rows.filter((row) => !isFirst(row))]
}

/** Addresses that a page may link to: http and https, whatever a variable made of them. */
export function safeLinks(links: FullSettings['webLinks']): FullSettings['webLinks'] {
  return links.filter(({ url }) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))
}

/** The certificates to trust, one file each: DER where a platform opens nothing else, else PEM. */
export function certificateFiles(
  { template, organisation }: ArtefactInput,
  encoding: 'der' | 'pem',
): SetFile[] {
  return template.settings.certificates.map(({ key, name, pem }) => {
    const fileName = `${organisation.slug}-${fileStem(name, key)}-${key}.crt`
    const body = encoding === 'pem' ? `${pem}\n` : new Uint8Array(Buffer.from(pemBase64(pem), 'base64'))
    return {
      name: `certificate-${key}`,
      kind: 'certificate',
      label: name,
      fileName,
      artefact: { contentType: 'application/x-x509-ca-cert', fileName, body },
    }
  })
}

/** The device's own certificate with its key; none where the template has none. */
export function identityFiles({ template, organisation }: ArtefactInput): SetFile[] {
  if (!template.settings.identity) return []
  return [
    {
      name: 'identity',
      kind: 'identity',
      label: '',
      fileName: `${organisation.slug}-device.p12`,
      artefact: null,
    },
  ]
}

/** The name of a file of a certificate that the owner brought, within its set. */
export function ownFileName({ fingerprint }: { fingerprint: string }): string {
  return `own-${fingerprint.slice(0, 16)}`
}

/** What the owner brought: PKCS#12 where there is a key, else the certificate in DER. */
export function ownCertificateFiles({ ownerCertificates, organisation }: ArtefactInput): SetFile[] {
  return ownerCertificates.map((certificate): SetFile => {
    const { name: label, fingerprint, chain, key } = certificate
    const stem = `${organisation.slug}-${fileStem(label, 'own')}-${fingerprint.slice(0, 4)}`
    const named = { name: ownFileName(certificate), kind: 'ownCertificate' as const, label }
    if (key !== null) return { ...named, fileName: `${stem}.p12`, artefact: null }
    const fileName = `${stem}.crt`
    const body = new Uint8Array(Buffer.from(pemBase64(chain[0] ?? ''), 'base64'))
    return { ...named, fileName, artefact: { contentType: 'application/pkix-cert', fileName, body } }
  })
}
