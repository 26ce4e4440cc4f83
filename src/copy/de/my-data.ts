import type { myData as english } from '../en/my-data.ts'

export const myData: typeof english = {
  title: 'Ihre Daten',
  download: {
    act: 'Meine Daten herunterladen',
    what: 'Eine Datei (JSON) mit allem, was hier über Sie gespeichert ist: Konto, Geräte, Nachrichten, Zertifikate und was geschehen ist. Passwörter, PINs und Schlüssel stehen nicht darin.',
  },
  certificates: 'Zertifikate, die Sie früher hochgeladen haben. Sie können sie ansehen und löschen.',
  deletion: {
    link: 'Um Löschung bitten …',
    what: 'Sie bitten die Verwaltung Ihrer Organisation, Ihr Konto mit allem, was dazugehört, zu löschen.',
    title: 'Um Löschung Ihres Kontos bitten?',
    consequences: (organisation) => [
      `Die Verwaltung von ${organisation} sieht Ihre Bitte und entscheidet. Bis dahin funktioniert alles wie bisher.`,
      'Wird Ihr Konto gelöscht, werden Sie abgemeldet und Ihre Geräte nicht mehr bedient. Entfernen Sie vorher, was darauf installiert wurde, oder melden Sie die Geräte ab, damit nichts zurückbleibt.',
      'Name, Telefonnummer, Adressen, Passkeys, Zertifikate, Nachrichten und was Ihre Geräte unterscheidet, werden gelöscht.',
      'Es bleiben: das Protokoll, in dem Ihre Adresse stehen kann, die Liste der ausgestellten Zertifikate und welche Arten von Gerät es waren. Wie lange, sagt Ihnen Ihre Organisation.',
      'Sie können die Bitte zurücknehmen, solange das Konto noch nicht gelöscht ist.',
    ],
    act: 'Um Löschung bitten',
    asked: 'Sie haben um die Löschung Ihres Kontos gebeten.',
    askedSince: 'Gebeten',
    waits: 'Die Verwaltung Ihrer Organisation muss es tun. Bis dahin funktioniert alles wie bisher.',
    withdraw: 'Konto behalten',
  },
  done: {
    asked: 'Die Verwaltung sieht jetzt, dass Sie um die Löschung Ihres Kontos bitten.',
    kept: 'Ihr Konto bleibt bestehen.',
  },
  people: {
    badge: 'Bittet um Löschung',
    filter: 'Bittet um Löschung',
    asked: 'Diese Person hat um die Löschung ihres Kontos gebeten.',
    since: 'Um Löschung gebeten',
    act: 'Konto löschen …',
    what: 'Beendet alle Geräte und Codes und vergisst, wer es war. Das lässt sich nicht rückgängig machen.',
    self: 'Ihr eigenes Konto können Sie nicht löschen: Jemand anderes aus der Verwaltung kann es.',
    lastManager:
      'Niemand sonst aus der Verwaltung kann sich anmelden. Nehmen Sie zuerst jemand anderen in die Verwaltung auf.',
    done: 'Das Konto wird gelöscht. Seine Geräte und Codes sind beendet.',
    title: (who) => `Konto von ${who} löschen?`,
    consequences: [
      'Die Person wird sofort überall abgemeldet. Ihre Links, QR-Codes, PINs und Einladungen gelten nicht mehr.',
      'Alle ihre Geräte werden hier gelöscht und nicht mehr bedient. Auf den Geräten selbst wird nichts entfernt: Melden Sie sie vorher ab oder setzen Sie sie zurück, wenn das nötig ist.',
      'Name, Telefonnummer, Adressen, Passkeys, Zertifikate, Nachrichten und was die Geräte unterscheidet, werden gelöscht.',
      'Es bleiben: das Protokoll, in dem die Adresse stehen kann, die Liste der ausgestellten Zertifikate und welche Arten von Gerät es waren.',
      'Mit derselben Adresse kann man sich wieder registrieren. Es entsteht ein neues Konto.',
    ],
    undone: 'Das lässt sich nicht rückgängig machen.',
    confirm: 'Adresse der Person',
    confirmHint: (address) => `Geben Sie zur Sicherheit ${address} ein.`,
    wrong: 'Das ist nicht die Adresse des Kontos. Geben Sie sie genau so ein, wie sie angezeigt wird.',
    submit: 'Konto löschen',
    deleted: '(gelöschtes Konto)',
  },
  attention: (count) => ({
    title:
      count === 1
        ? 'Eine Person bittet um die Löschung ihres Kontos'
        : `${count >= 100 ? 'Mehr als 99' : count} Personen bitten um die Löschung ihrer Konten`,
    detail: 'Löschen Sie die Konten, oder sprechen Sie mit den Personen, wenn vorher etwas zu klären ist.',
    act: 'Wer es ist',
  }),
}
