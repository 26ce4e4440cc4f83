import type { link as english } from '../en/link.ts'

export const link: typeof english = {
  title: 'Dieses Gerät einrichten',
  lead: (organisation) => `${organisation} bietet an, dieses Gerät für Sie einzurichten.`,
  happens: {
    title: 'Was geschieht',
    registered: {
      company: (organisation) => `Das Gerät wird als Gerät von ${organisation} registriert.`,
      personal: (organisation) => `Das Gerät wird bei ${organisation} als Ihr eigenes registriert.`,
    },
    settings: 'Es erhält seine Einstellungen, zum Beispiel WLAN, E-Mail und Zertifikate.',
    reports: 'Danach meldet es ab und zu, dass alles in Ordnung ist.',
  },
  canSee: {
    title: (organisation) => `${organisation} kann sehen`,
    items: [
      'Was für ein Gerät es ist: Name, Modell, Systemversion, Seriennummer',
      'Mobilnummer und Netzbetreiber, falls das Gerät sie meldet',
      'Wann es zuletzt verbunden war und ob seine Einstellungen bereit sind',
    ],
  },
  cannotSee: {
    title: (organisation) => `${organisation} kann hierdurch nicht sehen`,
    items: ['Ihre Fotos, Dateien und Nachrichten', 'Ihre Anrufe und besuchten Seiten', 'Wo Sie sind'],
  },
  ends: 'Dieser Link endet {time}.',
  pinNeeded: 'Halten Sie die PIN bereit: Das Gerät fragt danach.',
  submit: 'Weiter',
  notExpected: 'Haben Sie das nicht erwartet? Schließen Sie die Seite: Es wurde nichts geändert.',
  opened: {
    title: 'Weiter mit Ihrem Gerät',
    lead: 'Folgen Sie diesen Schritten. Die Seite, auf der Sie den Code geholt haben, zeigt, wie weit Sie sind.',
    unused:
      'Das Öffnen dieser Seite hat nichts verbraucht. Der Code ist erst verwendet, wenn sich das Gerät selbst verbindet.',
    instructions: 'Nächste Schritte',
    copy: 'Der Link, für eine App oder die Kommandozeile',
  },
}
