import type { artefacts as english } from '../en/artefacts.ts'

export const artefacts: typeof english = {
  profileDescription: (organisation) =>
    `Einstellungen von ${organisation} und ein Symbol, mit dem Sie bestätigen, dass sie installiert sind.`,
  confirmLabel: (_organisation) => 'Abschließen',
  consent: (organisation) =>
    `Dieses Profil installiert die Einstellungen von ${organisation} auf diesem Gerät. Sie können es jederzeit in den Einstellungen entfernen; was es mitbrachte, verschwindet damit.`,
}
