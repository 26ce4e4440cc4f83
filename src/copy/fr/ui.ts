import type { ui as english } from '../en/ui.ts'
import { ofName } from './elision.ts'

export const ui: typeof english = {
  product: 'Latchkey',
  deviceSetup: 'Configuration des appareils',
  skip: 'Aller au contenu',
  errorTitle: (title) => `Erreur : ${title}`,
  colon: ' : ',
  pageTitle: (title, owner) => `${title} · ${owner}`,
  signedInAs: 'Session de',
  notYou: 'Ce n’est pas vous ?',
  optional: 'facultatif',
  steps: {
    label: 'Étapes',
    names: { email: 'E-mail', about: 'Vous', device: 'Appareil', ready: 'Configurer' },
    position: (number, count) => `Étape ${number} sur ${count}`,
    done: 'fait :',
  },
  helpdesk: {
    stuck: 'Besoin d’aide ?',
    line: (organisation) => `Assistance ${ofName(organisation)} :`,
    short: 'Assistance :',
    none: (organisation) => `Demandez aux personnes qui s’occupent des appareils chez ${organisation}.`,
    page: 'page d’aide',
  },
  copyButton: { copy: 'Copier', copied: 'Copié' },
  qrLabel: 'Code QR avec le lien de configuration',
  refusals: {
    rate_limited:
      'De nombreuses demandes viennent d’arriver depuis votre réseau. Attendez une minute, puis réessayez.',
    temporarily_unavailable:
      'Cela n’a pas fonctionné à l’instant. Rien n’est perdu : réessayez dans une minute.',
  },
}
