import { type DeviceTemplate, normaliseSettings } from '../templates/index.ts'
import { connectionsOf, eapOf, ownerCertificateOf } from './agent-connections.ts'
import type { OwnerCertificate } from './types.ts'

/** What an artefact is made from: pure data, so that the same input gives the same bytes. */
export type AgentInput = {
  template: Pick<DeviceTemplate, 'id' | 'name' | 'version' | 'settings' | 'instructions'>
  device: { id: string; platform: string; ownership: string }
  organisation: { name: string; siteId: string }
  /** What its owner brought; told only where the template asks for it. */
  ownerCertificates?: Omit<OwnerCertificate, 'pkcs12'>[]
}

/** The version of `public/schemas/agent-configuration-1.json`; rises when agents of before could not read it. */
export const AGENT_SCHEMA = 1

/**
 * The agent's configuration: `application/json`, keys in a fixed order. For a device whose platform is not
 * `agent` it carries the instructions (Markdown by locale) that its owner follows. Parts that agents of before
 * do not know are there only where the template sets them.
 */
export function renderAgentConfiguration(input: AgentInput): string {
  const { template, device, organisation } = input
  const settings = normaliseSettings(template.settings)
  return `${JSON.stringify(
    {
      schema: AGENT_SCHEMA,
      version: template.version,
      template: { id: template.id, name: template.name },
      device: { id: device.id, platform: device.platform, ownership: device.ownership },
      organisation: { name: organisation.name, site: organisation.siteId },
      settings: {
        wifi: settings.wifi.map((network) => ({
          ssid: network.ssid,
          security: network.security,
          hidden: network.hidden,
          auto_join: network.autoJoin,
          passphrase: network.passphrase,
          ...(network.eap && { eap: eapOf(network.eap) }),
        })),
        web_links: settings.webLinks.map(({ label, url }) => ({ label, url })),
        passcode: settings.passcode && passcodeOf(settings.passcode),
        ...connectionsOf(settings),
      },
      policies: settings.policies,
      ...(settings.userCertificates && {
        user_certificates: (input.ownerCertificates ?? []).map(ownerCertificateOf),
      }),
      ...(settings.extras.agent && { extras: settings.extras.agent }),
      ...(device.platform !== 'agent' && { instructions: template.instructions }),
    },
    null,
    2,
  )}\n`
}

function passcodeOf(
  passcode: NonNullable<ReturnType<typeof normaliseSettings>['passcode']>,
): Record<string, number | boolean> {
  const { alphanumeric, maxAgeDays, lockAfterMinutes, maxFailedTries } = passcode
  return {
    required: passcode.required,
    min_length: passcode.minLength,
    ...(alphanumeric && { alphanumeric }),
    ...(maxAgeDays !== null && { max_age_days: maxAgeDays }),
    ...(lockAfterMinutes !== null && { lock_after_minutes: lockAfterMinutes }),
    ...(maxFailedTries !== null && { max_failed_tries: maxFailedTries }),
  }
}
