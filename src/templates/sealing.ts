import type { Keyring } from '../kernel/secrets.ts'
import { mapSecrets, normaliseSettings, type SecretPlace } from './settings.ts'
import type { DeviceTemplate, FullSettings } from './types.ts'

/** Secrets of a template are sealed to it and to their place before they are stored. */
export function sealSettings(keys: Keyring, templateId: string, settings: FullSettings): FullSettings {
  return mapSecrets(settings, (secret, at) => secret && keys.seal(secret, contextOf(templateId, at)))
}

/**
 * The settings with their secrets, for the artefact that is about to be handed to a device, or to be sealed
 * again. A secret whose key is gone is null.
 */
export function revealSettings(
  keys: Keyring,
  template: Pick<DeviceTemplate, 'id' | 'settings'>,
): FullSettings {
  return mapSecrets(normaliseSettings(template.settings), (sealed, at) => {
    return sealed === null ? null : openSecret(keys, template.id, at, sealed)
  })
}

function openSecret(keys: Keyring, templateId: string, at: SecretPlace, sealed: string): string | null {
  const opened = keys.open(sealed, contextOf(templateId, at))
  if (opened !== null || at.ssid === undefined) return opened
  return keys.open(sealed, formerContextOf(templateId, at.ssid))
}

/** A sealed secret under the current master key; null where it cannot be opened. */
export function resealSecret(
  keys: Keyring,
  templateId: string,
  at: SecretPlace,
  sealed: string,
): string | null {
  const opened = openSecret(keys, templateId, at, sealed)
  return opened === null ? null : keys.seal(opened, contextOf(templateId, at))
}

function contextOf(templateId: string, { place }: SecretPlace): string {
  return `template/${templateId}/${place}`
}

/** What passphrases were sealed to before networks had a key. */
function formerContextOf(templateId: string, ssid: string): string {
  return `template/${templateId}/wifi/${ssid}`
}
