import type { go as english } from '../en/go.ts'

export const go: typeof english = {
  title: 'Ein Gerät ohne Link einrichten',
  lead: 'Geben Sie auf dem Gerät, das Sie einrichten möchten, ein, was in Ihrer Einladung oder auf Ihrer Einrichtungsseite unter „Andere Wege“ steht.',
  site: 'Site-ID oder Organisation',
  siteHint: 'Die Nummer neben der PIN oder der Kurzname der Organisation.',
  email: 'E-Mail-Adresse',
  emailHint: 'Die, mit der Sie die PIN erhalten haben.',
  pin: 'PIN',
  pinHint: '8 Ziffern, mit oder ohne Leerzeichen.',
  submit: 'Weiter',
  noPin: 'Noch keine PIN?',
  getOne: 'Auf der Einrichtungsseite holen',
  errors: {
    not_accepted: {
      title: 'Das passt nicht zusammen',
      text: 'Vergleichen Sie alles mit Ihrer Einladung oder Ihrer Einrichtungsseite. Eine PIN gilt, bis ihr Code oder ihre Einladung endet; nach mehreren falschen Eingaben ist sie gesperrt.',
      next: 'Sieht alles richtig aus und kommt es von Ihrer Einrichtungsseite, wählen Sie dort „Neue PIN“ oder holen Sie einen neuen Code. Für eine Einladung bitten Sie um eine neue PIN.',
    },
    site: {
      missing: 'Geben Sie die Nummer neben der PIN oder den Kurznamen der Organisation ein.',
      unknown:
        'Diese Site-ID oder Organisation kennen wir nicht. Vergleichen Sie sie mit Ihrer Einladung oder Ihrer Einrichtungsseite.',
    },
    email: { missing: 'Geben Sie die ganze E-Mail-Adresse ein, mit der Sie die PIN erhalten haben.' },
    pin: { missing: 'Geben Sie alle 8 Ziffern der PIN ein.' },
  },
}
