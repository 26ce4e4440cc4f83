import type { link as english } from '../en/link.ts'

export const link: typeof english = {
  title: 'Dieses Gerät einrichten',
  lead: (organisation) => `${organisation} bietet an, dieses Gerät für Sie einzurichten.`,
  happens: {
    title: 'Was geschieht',
    registered: {
      company: (organisation) => `Das Gerät wird als Gerät von ${organisation} registriert.`,
      personal: (organisation) => `Das Gerät wird bei ${organisation} als Ihr eigenes registriert.`,
      open: (organisation) =>
        `Das Gerät wird bei ${organisation} registriert, als Ihres oder als Gerät der Firma: Das sagen Sie unten.`,
    },
    profile: 'Sie laden ein Profil mit seinen Einstellungen, zum Beispiel WLAN, und installieren es selbst.',
    app: 'Eine App übernimmt: Sie bringt die Einstellungen, zum Beispiel WLAN, E-Mail und Zertifikate.',
    silent: 'Das Gerät meldet nichts zurück: Sie sagen selbst, wann es fertig ist.',
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
    silent: [
      'Was für eine Art Gerät es ist und wem es gehört',
      'Wann es eingerichtet wurde, und dass Sie gesagt haben, es sei fertig',
    ],
  },
  cannotSee: {
    title: (organisation) => `${organisation} kann hierdurch nicht sehen`,
    items: ['Ihre Fotos, Dateien und Nachrichten', 'Ihre Anrufe und besuchten Seiten', 'Wo Sie sind'],
  },
  ends: 'Dieser Link endet {time}.',
  endsCode: 'Dieser Code endet {time}.',
  pinNeeded: 'Halten Sie die PIN bereit: Das Gerät fragt danach.',
  submit: 'Weiter',
  asks: 'Bevor es weitergeht',
  pin: 'PIN',
  pinHint: 'Die 8 Ziffern auf der Seite, auf der Sie diesen Link geholt haben, unter „Andere Wege“.',
  errors: {
    wrong_pin:
      'Das ist nicht die PIN zu diesem Link. Vergleichen Sie sie mit der Seite, auf der Sie ihn geholt haben.',
    choose_ownership: 'Geben Sie an, wem das Gerät gehört, um fortzufahren.',
  },
  pinClosed: {
    title: 'Die PIN ist vorerst gesperrt',
    text: 'Sie wurde mehrmals falsch eingegeben. Wählen Sie „Neue PIN“ auf der Seite, auf der Sie diesen Link geholt haben, und machen Sie dann hier mit der neuen weiter.',
    again: 'Ich habe eine neue PIN',
    page: 'Einrichtungsseite öffnen',
  },
  notExpected: 'Haben Sie das nicht erwartet? Schließen Sie die Seite: Es wurde nichts geändert.',
  wrongPlatform: {
    title: (forOne) => `Dieser Code ist ${forOne}`,
    lead: (one) => `Das hier scheint ${one} zu sein. Es wurde nichts verbraucht.`,
    there: 'Scannen Sie den Code dort mit der Kamera, oder öffnen Sie dort den Link.',
    here: { title: 'Stattdessen dieses Gerät einrichten?', text: 'Es braucht einen eigenen Code.' },
    get: 'Code für dieses Gerät holen',
    wrong: {
      title: 'Falsch geraten?',
      text: 'Browser sagen nicht immer, worauf sie laufen.',
    },
    overrule: (one) => `Das ist ${one}`,
  },
  opened: {
    title: 'Weiter mit Ihrem Gerät',
    lead: 'Folgen Sie diesen Schritten. Die Seite, auf der Sie den Code geholt haben, zeigt, wie weit Sie sind.',
    unused:
      'Das Öffnen dieser Seite hat nichts verbraucht. Der Code ist erst verwendet, wenn sich das Gerät selbst verbindet.',
    instructions: 'Nächste Schritte',
    copy: 'Der Link, für eine App oder die Kommandozeile',
  },
}
