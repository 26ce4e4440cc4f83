import type { ui as english } from '../en/ui.ts'

export const ui: typeof english = {
  product: 'Latchkey',
  deviceSetup: 'Nastavení zařízení',
  skip: 'Přejít k obsahu',
  errorTitle: (title) => `Chyba: ${title}`,
  colon: ': ',
  pageTitle: (title, owner) => `${title} · ${owner}`,
  signedInAs: 'Váš účet:',
  notYou: 'Nejste to vy?',
  optional: 'nepovinné',
  steps: {
    label: 'Kroky',
    names: { email: 'E-mail', about: 'O vás', device: 'Zařízení', ready: 'Nastavení' },
    position: (number, count) => `Krok ${number} z ${count}`,
    done: 'hotovo:',
  },
  helpdesk: {
    stuck: 'Nevíte si rady?',
    line: (organisation) => `Helpdesk organizace ${organisation}:`,
    short: 'Helpdesk:',
    none: (organisation) => `Zeptejte se těch, kdo se v organizaci ${organisation} starají o zařízení.`,
    page: 'stránka s nápovědou',
  },
  copyButton: { copy: 'Kopírovat', copied: 'Zkopírováno' },
  qrLabel: 'QR kód s odkazem pro nastavení',
  refusals: {
    rate_limited: 'Z vaší sítě teď přišlo mnoho požadavků. Počkejte minutu a zkuste to znovu.',
    temporarily_unavailable: 'Teď se to nepodařilo. O nic jste nepřišli: zkuste to znovu za minutu.',
  },
}
