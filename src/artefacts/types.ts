import type { DeviceTemplate } from '../templates/index.ts'

/** What an artefact is made from: pure data with the secrets revealed, so that the same input gives the same bytes. */
export type ArtefactInput = {
  template: Pick<DeviceTemplate, 'id' | 'name' | 'version' | 'settings'>
  device: { id: string; platform: string; ownership: string }
  organisation: { name: string; slug: string }
  /** Where the owner says that it is installed; null where the device reports by itself. */
  confirmUrl: string | null
  /** What the platform shows to the owner, in their language. */
  words: { description: string; confirmLabel: string }
}

/** What a platform consumes. */
export type Artefact = { contentType: string; fileName: string; body: string }
