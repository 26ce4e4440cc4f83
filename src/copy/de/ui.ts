import type { ui as english } from '../en/ui.ts'

export const ui: typeof english = {
  product: 'Latchkey',
  deviceSetup: 'Geräte einrichten',
  skip: 'Zum Inhalt springen',
  errorTitle: (title) => `Fehler: ${title}`,
  colon: ': ',
  pageTitle: (title, owner) => `${title} · ${owner}`,
  signedInAs: 'Angemeldet als',
  notYou: 'Nicht Sie?',
  optional: 'freiwillig',
  steps: {
    label: 'Schritte',
    names: { email: 'E-Mail', about: 'Über Sie', device: 'Gerät', ready: 'Einrichten' },
    position: (number, count) => `Schritt ${number} von ${count}`,
    done: 'erledigt:',
  },
  helpdesk: {
    stuck: 'Kommen Sie nicht weiter?',
    line: (organisation) => `Helpdesk von ${organisation}:`,
    short: 'Helpdesk:',
    none: (organisation) => `Fragen Sie bei ${organisation} nach, wer sich um die Geräte kümmert.`,
    page: 'Hilfeseite',
  },
  copyButton: { copy: 'Kopieren', copied: 'Kopiert' },
  qrLabel: 'QR-Code mit dem Link zum Einrichten',
  refusals: {
    rate_limited:
      'Aus Ihrem Netz kamen gerade sehr viele Anfragen. Warten Sie eine Minute und versuchen Sie es dann noch einmal.',
    temporarily_unavailable:
      'Das hat gerade nicht geklappt. Es ist nichts verloren: Versuchen Sie es in einer Minute noch einmal.',
  },
}
