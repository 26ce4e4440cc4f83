import { mapStrings } from './extras.ts'
import type { FullSettings, TemplateSettings, WifiNetwork } from './types.ts'
import { fill, fillUrl, type VariableValues } from './variables.ts'

/** Walks through settings: what is missing, where secrets are, where variables may stand. Pure. */

/** Settings as they are handed in or stored, with nothing left out. */
export function normaliseSettings(settings: TemplateSettings): FullSettings {
  const { passcode, agentApp, extras } = settings
  return {
    wifi: settings.wifi.map((network, index) => normaliseNetwork(network, `w${index + 1}`)),
    certificates: settings.certificates ?? [],
    userCertificates: settings.userCertificates ?? false,
    identity: settings.identity ?? null,
    vpn: settings.vpn ?? [],
    mail: settings.mail ?? [],
    passcode: passcode && {
      required: passcode.required,
      minLength: passcode.minLength,
      alphanumeric: passcode.alphanumeric ?? false,
      maxAgeDays: passcode.maxAgeDays ?? null,
      lockAfterMinutes: passcode.lockAfterMinutes ?? null,
      maxFailedTries: passcode.maxFailedTries ?? null,
    },
    webLinks: settings.webLinks,
    agentApp: agentApp && {
      name: agentApp.name,
      playPackage: agentApp.playPackage,
      appStore: agentApp.appStore ?? null,
      windowsStore: agentApp.windowsStore ?? null,
    },
    policies: settings.policies,
    extras: { apple: extras?.apple ?? [], android: extras?.android ?? null, agent: extras?.agent ?? null },
  }
}

function normaliseNetwork(network: WifiNetwork, key: string): FullSettings['wifi'][number] {
  const { ssid, security, hidden, autoJoin, passphrase, eap = null } = network
  return { key: network.key ?? key, ssid, security, hidden, autoJoin, passphrase, eap }
}

/** Where a secret stands: `wifi.w1.passphrase`. Networks of before were named by their SSID. */
export type SecretPlace = { place: string; ssid?: string }

/** The same settings with each secret, set or not, replaced by what `change` makes of it. */
export function mapSecrets(
  settings: FullSettings,
  change: (secret: string | null, at: SecretPlace) => string | null,
): FullSettings {
  return {
    ...settings,
    wifi: settings.wifi.map((network) => ({
      ...network,
      passphrase: change(network.passphrase, {
        place: `wifi.${network.key}.passphrase`,
        ssid: network.ssid,
      }),
      eap: network.eap && {
        ...network.eap,
        password: change(network.eap.password, { place: `wifi.${network.key}.eap.password` }),
      },
    })),
    vpn: settings.vpn.map((connection) => ({
      ...connection,
      password: change(connection.password, { place: `vpn.${connection.key}.password` }),
      sharedSecret: change(connection.sharedSecret, { place: `vpn.${connection.key}.sharedSecret` }),
    })),
    mail: settings.mail.map((account) => ({
      ...account,
      password: change(account.password, { place: `mail.${account.key}.password` }),
    })),
  }
}

/** The places whose secret is set. */
export function placesOfSecrets(settings: FullSettings): Set<string> {
  const places = new Set<string>()
  mapSecrets(settings, (secret, { place }) => {
    if (secret !== null) places.add(place)
    return secret
  })
  return places
}

/** The same settings with each text that may hold variables replaced. `field` is its path: `wifi.0.eap.identity`. */
export function mapTexts(
  settings: FullSettings,
  change: (text: string, at: { field: string; url: boolean }) => string,
): FullSettings {
  const plain = (text: string, field: string) => change(text, { field, url: false })
  const { identity, extras } = settings
  return {
    ...settings,
    wifi: settings.wifi.map((network, index) => ({
      ...network,
      eap: network.eap && {
        ...network.eap,
        identity: plain(network.eap.identity, `wifi.${index}.eap.identity`),
        outerIdentity: plain(network.eap.outerIdentity, `wifi.${index}.eap.outerIdentity`),
      },
    })),
    vpn: settings.vpn.map((connection, index) => ({
      ...connection,
      localId: plain(connection.localId, `vpn.${index}.localId`),
      username: plain(connection.username, `vpn.${index}.username`),
    })),
    mail: settings.mail.map((account, index) => ({
      ...account,
      address: plain(account.address, `mail.${index}.address`),
      senderName: plain(account.senderName, `mail.${index}.senderName`),
      username: plain(account.username, `mail.${index}.username`),
    })),
    identity: identity && { ...identity, subject: plain(identity.subject, 'identity.subject') },
    webLinks: settings.webLinks.map(({ label, url }, index) => ({
      label: plain(label, `webLinks.${index}.label`),
      url: change(url, { field: `webLinks.${index}.url`, url: true }),
    })),
    policies: mapPolicies(settings.policies, (text, name) => plain(text, `policies.${name}`)),
    extras: {
      apple: mapStrings(extras.apple, (text) => plain(text, 'extras.apple')),
      android: mapStrings(extras.android, (text) => plain(text, 'extras.android')),
      agent: mapStrings(extras.agent, (text) => plain(text, 'extras.agent')),
    },
  }
}

/** The settings as one device gets them. */
export function fillSettings(settings: FullSettings, values: VariableValues): FullSettings {
  return mapTexts(settings, (text, { url }) => (url ? fillUrl(text, values) : fill(text, values)))
}

type Policies = FullSettings['policies']

function mapPolicies(policies: Policies, change: (text: string, name: string) => string): Policies {
  return Object.fromEntries(
    Object.entries(policies).map(([name, value]) => [
      name,
      typeof value === 'string' ? change(value, name) : value,
    ]),
  )
}

/** The policies alone as one device gets them, for those who do not read the rest. */
export function fillPolicies(policies: Policies, values: VariableValues): Policies {
  return mapPolicies(policies, (text) => fill(text, values))
}
