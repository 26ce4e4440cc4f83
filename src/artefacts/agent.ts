import type { DeviceTemplate } from '../templates/index.ts'

/** What an artefact is made from: pure data, so that the same input gives the same bytes. */
export type AgentInput = {
  template: Pick<DeviceTemplate, 'id' | 'name' | 'version' | 'settings' | 'instructions'>
  device: { id: string; platform: string; ownership: string }
  organisation: { name: string; siteId: string }
}

/**
 * The agent's configuration: `application/json`, keys in a fixed order. For a device whose platform is not
 * `agent` it carries the instructions (Markdown by locale) that its owner follows.
 */
export function renderAgentConfiguration(input: AgentInput): string {
  const { template, device, organisation } = input
  return `${JSON.stringify(
    {
      version: template.version,
      template: { id: template.id, name: template.name },
      device: { id: device.id, platform: device.platform, ownership: device.ownership },
      organisation: { name: organisation.name, site: organisation.siteId },
      settings: {
        wifi: template.settings.wifi.map(({ ssid, security, hidden, autoJoin, passphrase }) => ({
          ssid,
          security,
          hidden,
          auto_join: autoJoin,
          passphrase,
        })),
        web_links: template.settings.webLinks.map(({ label, url }) => ({ label, url })),
        passcode: template.settings.passcode && {
          required: template.settings.passcode.required,
          min_length: template.settings.passcode.minLength,
        },
      },
      policies: template.settings.policies,
      ...(device.platform !== 'agent' && { instructions: template.instructions }),
    },
    null,
    2,
  )}\n`
}
