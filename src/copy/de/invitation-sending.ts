import type { invitationSending as english } from '../en/invitation-sending.ts'

const peopleOf = (count: number) => (count === 1 ? 'eine Person' : `${count} Personen`)

export const invitationSending: typeof english = {
  title: 'Einladen',
  lead: 'Sagen Sie, wen. Sie sehen alles, bevor etwas verschickt wird.',
  parts: 'Wege, zu sagen, wen',
  tabs: { addresses: 'Adressen', accounts: 'Konten', csv: 'CSV-Datei' },
  addresses: {
    title: 'Adressen eingeben oder einfügen',
    lead: 'Wer noch kein Konto hat, bekommt eines, mit der Vorlage für neue Konten.',
    label: 'E-Mail-Adressen',
    hint: 'Eine pro Zeile oder durch Kommas getrennt. „Ada Lovelace <ada@firma.example>“ bringt auch den Namen mit.',
    submit: 'Erst ansehen',
  },
  accounts: {
    title: 'Konten auswählen',
    lead: 'Setzen Sie Häkchen oder nehmen Sie alle, die passen.',
    search: 'Name oder Adresse beginnt mit',
    group: 'Gruppe',
    state: 'Zustand',
    unprovisioned: 'Noch nicht eingerichtet',
    unprovisionedAll: 'Alle',
    unprovisionedOnly: 'Nur ohne Gerät',
    caption: 'Konten zur Auswahl',
    columns: { name: 'Name', state: 'Zustand', groups: 'Gruppen', devices: 'Geräte' },
    empty: 'Noch ist niemand hier. Geben Sie stattdessen Adressen ein: Die Konten entstehen dabei.',
    nothingFound:
      'Niemand passt dazu. Versuchen Sie es mit weniger Buchstaben oder heben Sie die Filter auf.',
    submit: 'Die mit Häkchen einladen',
    all: 'Alle einladen, die passen',
    nobody: 'Setzen Sie zuerst ein Häkchen oder nehmen Sie alle, die passen.',
  },
  csv: {
    title: 'Eine CSV-Datei bringen',
    lead: (rows) =>
      `Wie Tabellenprogramme sie speichern, mit den gleichen Spalten wie beim Einlesen von Konten. Höchstens ${rows} Zeilen.`,
    file: 'CSV-Datei',
    fileHint: 'Höchstens 900 KB. Die erste Zeile benennt die Spalten; nur „address“ muss es geben.',
    paste: 'Oder fügen Sie sie hier ein',
    columns: 'Welche Spalten es gibt',
    submit: 'Erst ansehen',
  },
  problems: {
    nothing: 'Geben Sie eine Adresse ein, eine pro Zeile.',
    nothingCsv: 'Wählen Sie eine Datei oder fügen Sie einige Zeilen ein.',
    too_large: 'Das sind mehr als 900 KB. Teilen Sie es auf mehrere Dateien auf.',
    not_text: 'Das ist keine CSV-Datei. Speichern Sie sie im Tabellenprogramm als CSV (UTF-8).',
    empty: 'Darin ist niemand. Unter den Namen der Spalten muss eine Zeile stehen.',
    too_many_rows: (rows) => `Das sind mehr als ${rows} Personen. Teilen Sie sie auf mehrere Sendungen auf.`,
    no_address_column: 'Die erste Zeile muss die Spalten benennen, und eine muss address heißen.',
    column_twice: 'Eine Spalte steht zweimal da. Behalten Sie eine davon.',
    setup_closed:
      'Die Geräteeinrichtung ist ausgeschaltet, deshalb lässt sich niemand einladen. Schalten Sie sie unter Geräteeinrichtung ein.',
  },
  check: {
    title: 'Erst ansehen',
    lead: 'Noch ist nichts verschickt.',
    counts: {
      invited: 'Werden eingeladen',
      new: 'Noch ohne Konto',
      superseded: 'Haben eine, die endet',
      error: 'Nicht einladbar',
    },
    recoded: 'Die Datei war nicht in UTF-8. Sehen Sie nach, ob Buchstaben wie é und ü stimmen.',
    ignored: (names) => `Diese Spalten werden nicht gelesen: ${names}.`,
    moved:
      'Seit Sie nachgesehen haben, hat sich etwas geändert. Das würde jetzt geschehen: Sehen Sie es sich noch einmal an und senden Sie dann.',
    edited: 'Das würde mit Ihren Änderungen geschehen: Sehen Sie es sich noch einmal an und senden Sie dann.',
    errorsLeft:
      'Einige lassen sich nicht einladen. Berichtigen Sie die Adressen oder lassen Sie diese Personen weg.',
    nobody: 'Noch lässt sich niemand einladen. Berichtigen Sie die Adressen unten oder gehen Sie zurück.',
    skip: (count) =>
      count === 1
        ? 'Die Person weglassen, die sich nicht einladen lässt'
        : `Die ${count} weglassen, die sich nicht einladen lassen`,
    supersedes: (count) =>
      count === 1
        ? 'Eine Person hat eine Einladung, die noch gilt. Link, QR-Code und PIN enden, sobald die neue verschickt wird; Geräte bleiben.'
        : `${count} Personen haben eine Einladung, die noch gilt. Links, QR-Codes und PINs enden, sobald die neuen verschickt werden; Geräte bleiben.`,
    channel: 'Wie kommt sie an?',
    channelDetails: {
      email: 'Link, QR-Code und PIN, in der Sprache der Person',
      sms: 'Ein kurzer Text mit dem Link; dazu braucht das Konto eine Telefonnummer',
      none: 'Es wird nichts verschickt: Sie geben QR-Code, Link und PIN selbst weiter',
    },
    words: 'Lesen, was verschickt wird',
    send: (count) => `An ${peopleOf(count)} senden`,
    make: (count) => `Einladungen für ${peopleOf(count)} erstellen`,
    again: 'Noch einmal ansehen',
    back: 'Zurück zur Auswahl',
    table: 'Wen es erreicht',
    tableErrors: 'Wer sich nicht einladen lässt',
    columns: { address: 'Adresse', outcome: 'Was geschieht' },
    fieldLabel: (line) => `Adresse in Zeile ${line}`,
    line: (line) => `Zeile ${line}`,
    many: (count, shown) =>
      `Das sind ${count} Personen. Aufgeführt ist nur, wer sich nicht einladen lässt${shown > 0 ? `: die ersten ${shown}` : ''}.`,
    editHint:
      'Adressen lassen sich hier vor dem Senden ändern. Wo Sie das Feld leeren, wird niemand eingeladen.',
    kinds: {
      known: 'Wird eingeladen',
      supersedes: 'Bekommt eine neue',
      new: 'Neues Konto',
      error: 'Nicht einladbar',
    },
    to: (recipient) => `an ${recipient}`,
    problems: {
      deleted: 'Diese Adresse gehört zu einem gelöschten Konto.',
      disabled: 'Das Konto ist gesperrt. Geben Sie es zuerst frei.',
      unapproved: 'Das Konto wartet auf Annahme. Nehmen Sie es zuerst an.',
      no_phone: 'Es gibt keine Telefonnummer. Tragen Sie eine beim Konto ein oder senden Sie per E-Mail.',
      taken: 'Diese Adresse gehört jemand anderem.',
      overfull: 'Hier stehen mehr Zellen als Spalten. Suchen Sie nach einem fehlenden Anführungszeichen.',
    },
    duplicate: (line) => `Diese Person steht schon in Zeile ${line}.`,
    columnIs: (column) => `${column}:`,
  },
  job: {
    title: 'Einladungen werden verschickt',
    titleDone: 'Einladungen verschickt',
    titleNone: 'Einladungen werden erstellt',
    titleNoneDone: 'Einladungen erstellt',
    lead: 'Das geht von selbst weiter: Sie können die Seite schließen und wiederkommen. Alle paar Sekunden zeigt sie, wie weit es ist.',
    leadDone: 'Alle wurden bearbeitet.',
    progress: 'Fortschritt',
    of: (settled, total) => `${settled} von ${total}`,
    counts: { done: 'Eingeladen', waiting: 'Noch offen', failed: 'Misslungen', skipped: 'Ausgelassen' },
    started: 'Begonnen {time}, {channel}',
    finished: 'Fertig {time}',
    byChannel: { email: 'per E-Mail', sms: 'per SMS', none: 'ohne Nachricht' },
    show: 'Diese Einladungen zeigen',
    refresh: 'Noch einmal nachsehen',
    problems: { failed: 'Wer keine bekam, weil etwas misslang', skipped: 'Wer ausgelassen wurde' },
    columns: { person: 'Person', reason: 'Warum', when: 'Wann' },
    reasons: {
      account_disabled:
        'Das Konto wurde inzwischen gesperrt. Geben Sie es frei und laden Sie noch einmal ein.',
      account_unapproved: 'Das Konto wartet auf Annahme. Nehmen Sie es an und laden Sie noch einmal ein.',
      account_gone: 'Das Konto gibt es nicht mehr.',
      organisation_off:
        'Die Geräteeinrichtung war ausgeschaltet. Schalten Sie sie ein und laden Sie noch einmal ein.',
      no_phone: 'Es gibt keine Telefonnummer. Tragen Sie eine ein oder laden Sie per E-Mail ein.',
      gave_up: 'Es gelang auch nach mehreren Versuchen nicht. Laden Sie noch einmal ein.',
    },
    unknownReason: 'Der Grund ist nicht bekannt. Laden Sie noch einmal ein.',
    none: 'Niemand.',
    delivery: 'Eingeladen heißt: Die Nachricht ist unterwegs. Ob sie angekommen ist, steht in der Liste.',
  },
}
