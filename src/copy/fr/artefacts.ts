import type { artefacts as english } from '../en/artefacts.ts'
import { ofName } from './elision.ts'

export const artefacts: typeof english = {
  profileDescription: (organisation) =>
    `Réglages ${ofName(organisation)}, et une icône avec laquelle vous dites qu’ils sont installés.`,
  confirmLabel: (_organisation) => 'Terminer',
  consent: (organisation) =>
    `Ce profil installe les réglages ${ofName(organisation)} sur cet appareil. Vous pouvez le supprimer à tout moment dans Réglages ; ce qu’il a apporté disparaît avec lui.`,
}
