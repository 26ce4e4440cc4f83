import type { artefacts as english } from '../en/artefacts.ts'

export const artefacts: typeof english = {
  profileDescription: (organisation) =>
    `Einstellungen von ${organisation} und ein Symbol, mit dem Sie bestätigen, dass sie installiert sind.`,
  confirmLabel: (_organisation) => 'Abschließen',
}
