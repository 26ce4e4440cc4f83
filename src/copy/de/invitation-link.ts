import type { invitationLink as english } from '../en/invitation-link.ts'

export const invitationLink: typeof english = {
  title: 'Ihre Geräte einrichten',
  lead: (organisation) => `${organisation} lädt Sie ein, Ihre Geräte einzurichten.`,
  about: {
    title: 'Ihre Einladung',
    left: (count) => {
      if (count === null) return 'Sie können damit beliebig viele Geräte einrichten, eines nach dem anderen.'
      return count === 1
        ? 'Sie können damit noch ein Gerät einrichten.'
        : `Sie können damit noch ${count} Geräte einrichten.`
    },
    how: 'Ein Gerät erhält seine Einstellungen, wenn Sie auf dieser Seite zugestimmt haben. Vorher geschieht nichts.',
    stays: 'Eingerichtete Geräte bleiben, wie sie sind, wenn die Einladung endet.',
  },
  ends: 'Diese Einladung endet {time}.',
  own: {
    title: 'In diesem Browser eingerichtet',
    begun: 'Begonnen, hier geht es weiter',
    delivered: 'Profil geladen, noch zu installieren',
    active: 'Eingerichtet',
  },
  which: {
    title: 'Welches Gerät ist das?',
    text: 'Wählen Sie, worauf diese Seite geöffnet ist.',
    notOffered: (one, organisation) =>
      `Das hier scheint ${one} zu sein. ${organisation} hat dafür nichts vorbereitet.`,
    elsewhere:
      'Öffnen Sie diesen Link auf einem Gerät dieser Art, oder wählen Sie es, falls wir falsch geraten haben.',
  },
  others: {
    title: 'Ein anderes Gerät?',
    text: 'Öffnen Sie dort den Link Ihrer Einladung, oder scannen Sie dort ihren Code. Haben wir falsch geraten, und dies ist eines davon? Wählen Sie es:',
  },
  asks: 'Bevor es weitergeht',
  terms: {
    accepted: (organisation) => `Nutzungsbedingungen von ${organisation}, angenommen`,
    byDoing: 'Wer ein Gerät einrichtet, nimmt diese Bedingungen an.',
  },
  pin: 'PIN',
  pinHint: 'Die 8 Ziffern in der Nachricht mit Ihrer Einladung.',
  pinNeeded: 'Halten Sie die PIN aus Ihrer Nachricht bereit: Das Gerät fragt danach.',
  submit: 'Weiter',
  errors: {
    wrong_pin:
      'Das ist nicht die PIN zu dieser Einladung. Vergleichen Sie alle 8 Ziffern mit der neuesten Nachricht, die Sie eingeladen hat.',
    choose_ownership: 'Geben Sie an, wem das Gerät gehört, um fortzufahren.',
    terms: 'Setzen Sie das Häkchen, um die Bedingungen anzunehmen. Bei Fragen dazu hilft der Helpdesk.',
    not_offered: 'Wählen Sie eines dieser Geräte, um fortzufahren.',
  },
  pinClosed: {
    title: 'Die PIN ist vorerst gesperrt',
    text: 'Sie wurde mehrmals falsch eingegeben. Bitten Sie um eine neue PIN: Ihre Einladung und dieser Link bleiben gleich.',
    again: 'Ich habe eine neue PIN',
  },
  notExpected: 'Haben Sie das nicht erwartet? Schließen Sie die Seite: Es wurde nichts geändert.',
  agent: {
    title: 'Weiter mit Ihrem Gerät',
    lead: 'Das Gerät selbst verwendet diese Einladung: Geben Sie ihm den Link oder den Code.',
    instructions: 'Nächste Schritte',
    copy: 'Der Link, für eine App oder die Kommandozeile',
    scan: 'Oder scannen Sie diesen Code mit der App',
    unused: 'Das Öffnen dieser Seite hat nichts verbraucht. Das Gerät zählt erst, wenn es sich verbindet.',
    back: 'Zurück zur Auswahl der Geräte',
  },
}
