import { isKeyfileVpn, type OwnKey, renderNetworkKeyfile, renderVpnKeyfile } from './linux-keyfile.ts'
import { renderScript } from './linux-script.ts'
import {
  type ArtefactSet,
  emptySet,
  hasAgent,
  identityFiles,
  ownCertificateFiles,
  ownFileName,
  type SetFile,
  type SetFileKind,
  type SetInput,
  safeLinks,
} from './set-parts.ts'
import { trustedOf } from './text.ts'
import { typedMail } from './typed.ts'
import type { Artefact, ArtefactInput } from './types.ts'

/**
 * Linux with NetworkManager: a script that does everything and makes the device's own key, and the same as files
 * for those who would rather do it by hand. Where an agent is expected, the script is it.
 */
export function linuxSet(input: SetInput): ArtefactSet {
  const { settings } = input.template
  const script = input.ticket === null ? [] : [scriptFile(input, input.ticket)]
  if (hasAgent(input)) return { ...emptySet(), files: script }
  return {
    ...emptySet(),
    files: [
      ...script,
      ...trustFiles(input),
      ...identityFiles(input),
      ...ownCertificateFiles(input),
      ...connectionFiles(input, 'pkcs12'),
    ],
    typed: settings.mail.map(typedMail),
    webLinks: safeLinks(settings.webLinks),
    leftOut: settings.vpn
      .filter((connection) => !isKeyfileVpn(connection, 'pkcs12') && input.ticket === null)
      .map(({ name }) => ({ part: 'vpn', name })),
  }
}

function scriptFile(input: SetInput, ticket: string): SetFile {
  const fileName = `${input.organisation.slug}-setup.sh`
  const body = renderScript(input, ticket, {
    connections: connectionFiles(input, 'pem').flatMap(({ artefact }) => artefact ?? []),
    trusted: trustFiles(input).flatMap(({ artefact }) => artefact ?? []),
    own: ownFiles(input),
  })
  const artefact: Artefact = { contentType: 'application/x-sh', fileName, body }
  return { name: 'script', kind: 'script', label: '', fileName, artefact }
}

/** What the owner brought, as the script lays it down: a certificate with its chain, and its key beside it. */
function ownFiles({ ownerCertificates }: ArtefactInput): Artefact[] {
  return ownerCertificates.flatMap((certificate) => {
    const stem = ownFileName(certificate)
    const { chain, key } = certificate
    return [
      { contentType: '', fileName: `${stem}.pem`, body: chain.join('\n') },
      ...(key === null ? [] : [{ contentType: '', fileName: `${stem}.key`, body: key }]),
    ]
  })
}

/** One keyfile a network and a connection. */
function connectionFiles(input: ArtefactInput, own: OwnKey): SetFile[] {
  const { wifi, vpn } = input.template.settings
  return [
    ...wifi.map((network) =>
      fileOf(`wifi-${network.key}`, 'wifi', network.ssid, renderNetworkKeyfile(input, network, own)),
    ),
    ...vpn
      .filter((connection) => isKeyfileVpn(connection, own))
      .map((connection) =>
        fileOf(`vpn-${connection.key}`, 'vpn', connection.name, renderVpnKeyfile(input, connection)),
      ),
  ]
}

/**
 * Authorities under the names by which keyfiles know them: those of each network together, the first of the
 * template's for VPN (the plug-in reads one), and each by itself for everything else on the computer.
 */
function trustFiles(input: ArtefactInput): SetFile[] {
  const { wifi, vpn, certificates } = input.template.settings
  const [first] = certificates
  return [
    ...certificates.map(({ key, name, pem }) => pemFile(`authority-${key}`, name, [pem])),
    ...wifi.flatMap(({ key, ssid, eap }) => {
      const trusted = trustedOf(certificates, eap?.trustedCertificates ?? [])
      return trusted.length > 0
        ? [
            pemFile(
              `trust-${key}`,
              ssid,
              trusted.map(({ pem }) => pem),
            ),
          ]
        : []
    }),
    ...(first && vpn.some(({ authentication }) => authentication !== 'shared_secret')
      ? [pemFile('trust-vpn', 'VPN', [first.pem])]
      : []),
  ]
}

function pemFile(stem: string, label: string, pems: string[]): SetFile {
  const artefact = {
    contentType: 'application/x-pem-file',
    fileName: `${stem}.pem`,
    body: `${pems.join('\n')}\n`,
  }
  return fileOf(stem, 'certificate', label, artefact)
}

function fileOf(name: string, kind: SetFileKind, label: string, artefact: Artefact): SetFile {
  return { name, kind, label, fileName: artefact.fileName, artefact }
}
