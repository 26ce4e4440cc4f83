import {
  type Artefact,
  type ArtefactIdentity,
  type ArtefactInput,
  type ArtefactSet,
  artefactSetOf,
  type OwnerCertificate,
  renderAgentConfiguration,
  renderAppleProfile,
} from '../artefacts/index.ts'
import type { SignBytes } from '../certificates/index.ts'
import { inLocale, type Locale } from '../kernel/locale.ts'
import { computePassword, type Keyring } from '../kernel/secrets.ts'
import { fillSettings, revealSettings, valuesOf } from '../templates/index.ts'
import type { DeviceRead } from './store.ts'

/** What is read for an artefact: device, template, organisation, account. */
export type Found = Pick<DeviceRead, 'device' | 'template' | 'organisation' | 'account'>

/** What the store does not know of an artefact. */
export type Surroundings = {
  /** Null where the template has none, or the device makes its own. */
  identity: ArtefactIdentity | null
  /** What the owner brought; empty where the template does not ask for it. */
  ownerCertificates: OwnerCertificate[]
  baseUrl: string
  /** Where the owner says that it is installed; null where the device reports by itself. */
  confirmUrl: string | null
  locale: Locale
  words: ArtefactInput['words']
  /** Signs a profile; null leaves it bare. */
  sign: SignBytes | null
  /** `<ref>.<ticket>`: what an app or a script redeems in the browser's place; null where that is over. */
  ticket: string | null
}

/** A file to install; or a set of files, links, codes and words, as the owner's page lists them. */
export type Rendered = { kind: 'file'; artefact: Artefact } | { kind: 'set'; set: ArtefactSet }

/** What is read, as an artefact is made from it: secrets revealed, variables filled in. */
export function inputOf(keys: Keyring, found: Found, around: Omit<Surroundings, 'sign'>): ArtefactInput {
  const { device, template, organisation, account } = found
  return {
    template: {
      id: template.id,
      name: template.name,
      version: template.version,
      settings: fillSettings(revealSettings(keys, template), valuesOf({ account, organisation, device })),
      instructions: inLocale(template.instructions, around.locale),
    },
    device: { id: device.id, platform: device.platform, ownership: device.ownership },
    organisation: { name: organisation.name, slug: organisation.slug, siteId: organisation.siteId },
    account: { address: account.address, name: account.name },
    identity: around.identity,
    ownerCertificates: around.ownerCertificates,
    baseUrl: around.baseUrl,
    confirmUrl: around.confirmUrl,
    words: around.words,
  }
}

/**
 * What the device's platform consumes: a profile for Apple's, signed where there is a signer; the agent's JSON;
 * else a set.
 */
export async function renderArtefact(keys: Keyring, found: Found, around: Surroundings): Promise<Rendered> {
  const input = inputOf(keys, found, around)
  const { device } = found
  switch (input.device.platform) {
    case 'agent':
      return { kind: 'file', artefact: agentFile(keys, found, around.ownerCertificates) }
    case 'ios':
    case 'macos': {
      const profile = renderAppleProfile(input)
      return { kind: 'file', artefact: await signArtefact(profile, around.sign) }
    }
    default:
      return { kind: 'set', set: artefactSetOf({ ...input, reports: device.reports, ticket: around.ticket }) }
  }
}

function agentFile(keys: Keyring, found: Found, ownerCertificates: OwnerCertificate[]): Artefact {
  const { device, template, organisation } = found
  const settings = fillSettings(revealSettings(keys, template), valuesOf(found))
  const body = renderAgentConfiguration({
    ...{ device, organisation, ownerCertificates },
    template: { ...template, settings },
  })
  return { contentType: 'application/json', fileName: `${organisation.slug}.json`, body }
}

/** The artefact within its signature; as it is without a signer. */
export async function signArtefact(artefact: Artefact, sign: SignBytes | null): Promise<Artefact> {
  const { body } = artefact
  if (!sign) return artefact
  return { ...artefact, body: await sign(typeof body === 'string' ? new TextEncoder().encode(body) : body) }
}

/** What protects the private key of a claim's file. `artefactKey` lets its browser download. */
export function identityPassword(keys: Keyring, artefactKey: string): string {
  return computePassword(keys, 'identity-password', artefactKey)
}
