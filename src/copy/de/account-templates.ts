import type { accountTemplates as english } from '../en/account-templates.ts'

export const accountTemplates: typeof english = {
  list: {
    title: 'Kontovorlagen',
    lead: 'Was Personen selbst tun dürfen und wie viele Geräte sie haben können.',
    create: 'Neue Vorlage',
    empty:
      'Es gibt noch keine Vorlage. Legen Sie eine an und wählen Sie sie unter Geräteeinrichtung: Neue Personen bekommen sie dann.',
    archived: 'Archiviert',
    archivedLead: 'Wird nicht mehr angeboten. Wer eine hat, behält sie.',
    columns: { name: 'Vorlage', devices: 'Geräte', use: 'In Gebrauch' },
    forNewPeople: 'Neue Personen bekommen diese',
    groups: (names) => `Gruppen: ${names}`,
    used: 'Ja',
    unused: 'Niemand hat sie',
  },
  limit: {
    any: 'Beliebig viele',
    one: 'Eines: Ein neues tritt an seine Stelle',
    refuse: (count) => (count === 1 ? 'Eines, nicht mehr' : `Bis zu ${count}, nicht mehr`),
    replace: (count) => `Bis zu ${count}: Ein neues ersetzt das älteste`,
  },
  form: {
    newTitle: 'Neue Kontovorlage',
    newLead: 'Was Personen damit dürfen und womit sie anfangen.',
    copyOf: (name) => `Kopie von ${name}`,
    name: 'Name',
    nameHint: 'Für die Verwaltung: „Vertrieb“, „Werkstatt“, „Externe“.',
    devices: {
      title: 'Geräte',
      legend: 'Wie viele Geräte darf eine Person haben?',
      any: ['Beliebig viele', 'Es gibt keine Grenze.'],
      one: [
        'Immer nur eines',
        'Ein mobiles Gerät je Person: Wer ein neues einrichtet, dessen altes Gerät wird beendet.',
      ],
      some: ['Bis zu einer Anzahl', 'Sie sagen, wie viele und was bei einem weiteren geschieht.'],
      count: 'Höchste Anzahl an Geräten',
      countHint: '1 bis 1000.',
      atLimit: 'Wenn jemand so viele hat und noch eines einrichtet',
      refuse: ['Ablehnen', 'Die Person muss erst eines abgeben oder Sie fragen.'],
      replace: [
        'Das älteste ersetzen',
        'Das zuerst eingerichtete Gerät wird beendet, sobald das neue da ist.',
      ],
      ownership: 'Wem gehören die Geräte?',
      ownershipHint: 'Eine Gerätevorlage, die es selbst sagt, geht vor.',
      inherit: ['Wie in der Organisation', 'Die Vorgabe unter Geräteeinrichtung.'],
      company: ['Der Organisation', 'Außer die Person darf und sagt es anders.'],
      personal: ['Ihnen selbst', 'Außer die Person darf und sagt es anders.'],
    },
    permissions: {
      title: 'Was Personen dürfen',
      lead: 'Die Verwaltung darf das alles für sie tun, gleich was hier eingeschaltet ist; nur orten dürfen allein die Besitzer.',
      setUp: 'Einrichten',
      lookAfter: 'Geräte betreuen',
      secureApps: 'Gesicherte Apps',
      each: {
        register: ['Geräte einrichten', 'Selbst Einrichtungscodes bekommen.'],
        pin: ['Die PIN sehen', 'Zum Eintippen an einem Gerät ohne Kamera.'],
        qr: ['Den QR-Code sehen', 'Zum Scannen mit Telefon oder Tablet.'],
        change_ownership: [
          'Sagen, wem ein Gerät gehört',
          'Wo Organisation und Gerätevorlage es offen lassen.',
        ],
        lock: [
          'Sperren und klingeln',
          'Ein liegen gelassenes Gerät sperren, entsperren oder klingeln lassen.',
        ],
        wipe: ['Zurücksetzen', 'Alles auf einem verlorenen Gerät löschen.'],
        locate: ['Orten', 'Sehen, wo ein Gerät ist, sofern es das meldet.'],
        retire: ['Abmelden', 'Ein Gerät abgeben: Was Sie gebracht haben, wird entfernt.'],
        reset_passcode: [
          'Passcode zurücksetzen',
          'Eine Einmal-PIN bekommen, wenn der Passcode der geschützten Apps vergessen ist.',
        ],
        derived_credential: ['Abgeleiteter Nachweis', 'Einen mit der eigenen Chipkarte abholen.'],
        upload_certificates: ['Zertifikate hochladen', 'Eigene für E-Mail und Signatur hinzufügen.'],
        security_strings: [
          'Sicherheitszeichenfolgen',
          'Einmal gültige Zeichenfolgen bekommen, die an ein Gerät gebunden sind.',
        ],
      },
    },
    start: {
      title: 'Womit neue Personen anfangen',
      lead: 'Eine Änderung lässt alle, die schon da sind, wie sie sind.',
      groups: 'Gruppen',
      groupsHint: 'Durch Kommas getrennt: höchstens 20 mit je 60 Zeichen.',
      locale: 'Sprache',
    },
    optional: 'freiwillig',
    create: 'Vorlage anlegen',
  },
  page: {
    lead: 'Was Sie speichern, gilt sofort für alle, die diese Vorlage haben.',
    archivedLead:
      'Sie ist archiviert und wird nicht mehr angeboten. Was Sie speichern, gilt weiter für alle, die sie haben.',
    about: 'Zu dieser Vorlage',
    people: 'Konten',
    count: (count, more) => (more ? `${count} oder mehr` : count === 0 ? 'Noch keine' : String(count)),
    newPeople: 'Neue Personen',
    getIt: 'Bekommen diese',
    getAnother: 'Bekommen eine andere',
    changed: 'Zuletzt geändert',
    version: (version) => `Version ${version}`,
    copy: 'Kopieren',
    archive: 'Archivieren',
    restore: 'Wieder anbieten',
  },
  done: {
    created:
      'Die Vorlage ist da. Wählen Sie sie unter Geräteeinrichtung, wenn neue Personen sie bekommen sollen.',
    saved: 'Gespeichert. Es gilt ab jetzt.',
    archived: 'Archiviert. Niemand bekommt sie neu; wer sie hat, behält sie.',
    restored: 'Sie wird wieder angeboten.',
  },
  archive: {
    title: (name) => `„${name}“ archivieren?`,
    act: 'Vorlage archivieren',
    consequences: (count, more) => [
      'Sie kann für niemanden mehr gewählt werden.',
      count === 0
        ? 'Niemand hat sie.'
        : count === 1 && !more
          ? 'Die eine Person, die sie hat, behält sie mit allem, was sie erlaubt.'
          : `Die ${more ? `${count} oder mehr` : count} Personen, die sie haben, behalten sie mit allem, was sie erlaubt.`,
      'Sie können sie jederzeit wieder anbieten.',
    ],
    refusedTitle: (name) => `„${name}“ ist für neue Personen in Gebrauch`,
    refused: 'Neue Personen Ihrer Organisation bekommen diese Vorlage. Wählen Sie erst eine andere für sie.',
    choose: 'Zur Geräteeinrichtung',
  },
}
