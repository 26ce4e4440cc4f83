import type { restoring as english } from '../en/restoring.ts'

/** Nach einer Wiederherstellung werden Konten mit der Datenbank verglichen. */
export const restoring: typeof english = {
  title: 'Nach einer Wiederherstellung',
  lead: 'Wurde die Datenbank auf einen früheren Stand gesetzt, oder gingen Einrichtungssitzungen verloren? Dann vergleichen Sie jedes Konto mit seiner Sitzung: Was seitdem geschehen ist, wird der Datenbank noch einmal gemeldet. Wo beide übereinstimmen, ändert sich nichts. Lesen Sie zuvor „Restore“ in der Betriebsanleitung.',
  act: 'Alle Konten vergleichen',
  begun: 'Alle Konten werden verglichen. Diese Seite sagt, was dabei herauskam.',
  working: 'Begonnen {time}.',
  never: 'Das ist noch nicht geschehen.',
  last: 'Zuletzt verglichen {time}:',
  counts: {
    accounts: 'Konten',
    changed: 'Noch einmal gemeldet',
    madeAnew: 'Neu begonnen',
    deleted: 'Noch einmal gelöscht',
    unknown: 'Geräte, die niemand kennt',
    unanswered: 'Ohne Antwort',
  },
}
