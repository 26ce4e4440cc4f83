import type { portalDevice as english } from '../en/portal-device.ts'

export const portalDevice: typeof english = {
  state: 'Wie es ihm geht',
  facts: 'Was es ist',
  setup: 'Wie es eingerichtet wurde',
  kind: 'Art',
  every: (minutes) => (minutes === 1 ? 'etwa jede Minute' : `etwa alle ${minutes} Minuten`),
  everyHours: (hours) => (hours === 1 ? 'etwa jede Stunde' : `etwa alle ${hours} Stunden`),
  checksIn: 'Meldet sich',
  registered: 'Eingerichtet',
  confirmed: 'Aktiv seit',
  delivered: 'Profil geladen',
  ended: 'Beendet',
  configuration: 'Konfiguration',
  version: (name, version) => `${name}, Version ${version}`,
  newest: 'die neueste',
  older: (newest) => `es gibt eine neuere: Version ${newest}`,
  factsMissing: 'Was es ist, steht hier, sobald es sich gemeldet hat.',
  certificates: 'Zertifikate',
  noCertificates: 'Es hat kein Zertifikat.',
  certificate: {
    ends: 'endet',
    ended: 'endete',
    revoked: 'widerrufen',
    replaced: 'ersetzt, gilt bis',
  },
  replaces: 'Es nimmt den Platz eines anderen Geräts ein, das endet, sobald dieses aktiv ist.',
  tookPlace: 'Es hat den Platz eines anderen Geräts eingenommen.',
  replacing: 'Ein anderes Gerät nimmt seinen Platz ein. Dieses endet, sobald jenes aktiv ist.',
  showOther: 'Jenes Gerät zeigen',
  name: {
    title: 'Name',
    label: 'Wie Sie es nennen',
    own: (name) => `Es nennt sich selbst „${name}“.`,
    hint: 'Mit einem Namen von Ihnen zählt nicht mehr, wie das Gerät sich selbst nennt. Leer lassen, um dahin zurückzukehren.',
    save: 'Namen speichern',
    saved: 'Gespeichert. So heißt es jetzt.',
    given: 'Gespeichert. Es trägt wieder seinen eigenen Namen, sobald es ihn nennt.',
  },
  owner: {
    title: 'Wem das Gerät gehört',
    company: (organisation) => `Es gehört ${organisation}. Ein Zurücksetzen löscht alles, was darauf ist.`,
    personal: (organisation) =>
      `Es gehört Ihnen. Ein Zurücksetzen entfernt nur, was ${organisation} mitgebracht hat.`,
    toPersonal: 'Es gehört mir …',
    toCompany: (organisation) => `Es gehört ${organisation} …`,
    askPersonal: (device) => `Ist „${device}“ Ihr eigenes Gerät?`,
    askCompany: (device, organisation) => `Gehört „${device}“ ${organisation}?`,
    becomesPersonal: (organisation) => [
      'Es wird als Ihr eigenes Gerät geführt.',
      `Von da an entfernt ein Zurücksetzen nur, was ${organisation} mitgebracht hat: Einstellungen, Konten, Apps und Zertifikate. Ihre eigenen Daten bleiben.`,
      `${organisation} sieht, dass und wann Sie das geändert haben. Auf dem Gerät ändert sich jetzt nichts.`,
    ],
    becomesCompany: (organisation) => [
      `Es wird als Gerät von ${organisation} geführt.`,
      'Von da an löscht ein Zurücksetzen alles, was darauf ist, auch Ihre eigenen Daten.',
      `${organisation} sieht, dass und wann Sie das geändert haben. Auf dem Gerät ändert sich jetzt nichts.`,
    ],
    actPersonal: 'Es ist mein eigenes Gerät',
    actCompany: (organisation) => `Es gehört ${organisation}`,
    done: {
      company: 'Gespeichert. Es wird als Gerät der Organisation geführt.',
      personal: 'Gespeichert. Es wird als Ihr eigenes Gerät geführt.',
    },
  },
  trouble: {
    ended: 'Es ist beendet: Daran lässt sich nichts mehr ändern.',
    temporarily_unavailable: 'Das hat gerade nicht geklappt. Versuchen Sie es in einer Minute noch einmal.',
  },
  over: {
    title: 'Was geschehen ist',
    retired:
      'Es wurde abgemeldet: Es bekommt von hier nichts mehr, und was sein Profil mitgebracht hat, kann entfernt werden.',
    wiped: 'Es wurde zurückgesetzt. Taucht es wieder auf, kann es neu eingerichtet werden.',
    replaced: 'Ein anderes Gerät hat seinen Platz eingenommen.',
    deleted: 'Es wurde aus Ihren Geräten entfernt: Es bekommt von hier nichts mehr.',
    never_finished:
      'Seine Einrichtung wurde nicht rechtzeitig beendet. Nichts ist verloren: Beginnen Sie noch einmal.',
    key_in_use:
      'Der Schlüssel, den es gezeigt hat, gehört zum Gerät eines anderen Kontos. Fragen Sie den Helpdesk, oder beginnen Sie noch einmal.',
    ask: 'Um es wieder zu benutzen, bitten Sie den Helpdesk um eine Einladung.',
  },
  consent: {
    title: 'Was gesehen wird und was nicht',
    canSee: (organisation) => `${organisation} sieht`,
    cannotSee: (organisation) => `${organisation} sieht hier nicht`,
    see: {
      agent: [
        'Was für ein Gerät es ist: Name, Hersteller, Modell, Systemversion, Seriennummer, IMEI, UDID',
        'Seine Telefonnummer und seinen Anbieter, wo es sie nennt',
        'Wann es sich zuletzt gemeldet hat, die Version seiner App und welche Berechtigungen sie verloren hat',
        'Seine Zertifikate, wem es gehört und was hier von ihm verlangt wurde',
      ],
      ota: [
        'Was es einmal bei der Einrichtung gesagt hat: Name, Modell, Systemversion, Seriennummer, IMEI, UDID',
        'Seine Zertifikate, wem es gehört und wann es eingerichtet wurde',
      ],
      certificate: [
        'Was für ein Gerät es ist und wem es gehört',
        'Wann es eingerichtet wurde, seine Zertifikate und wann es sie geholt hat',
      ],
      none: [
        'Was für ein Gerät es ist und wem es gehört',
        'Wann sein Profil geladen wurde und dass Sie gesagt haben, es sei installiert',
      ],
    },
    hidden: [
      'Ihre Nachrichten und Anrufe',
      'Ihre Fotos und Dateien',
      'Die Seiten, die Sie besuchen',
      'Welche Apps Sie haben',
    ],
    where: 'Wo es ist',
    whereAsked: 'Wo es ist: Nur Sie können hier danach fragen, und nur Sie sehen die Antwort',
    wipe: {
      company: 'Wird es zurückgesetzt, wird alles darauf gelöscht: Es ist ein Gerät der Organisation.',
      personal:
        'Wird es zurückgesetzt, wird nur entfernt, was die Organisation mitgebracht hat: Es ist Ihr eigenes Gerät.',
      never: 'Es kann von hier nicht gesperrt, geortet oder zurückgesetzt werden: Nichts darauf hört zu.',
    },
  },
}
