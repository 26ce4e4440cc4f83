import type { superviseOrganisations as english } from '../en/supervise-organisations.ts'

export const superviseOrganisations: typeof english = {
  list: {
    title: 'Organisationen',
    lead: 'Jede Organisation hat eigene Konten, Geräte, Vorlagen und eine eigene Verwaltung.',
    create: 'Neue Organisation',
    search: 'Name, Kurzname oder Standortnummer',
    columns: { name: 'Organisation', site: 'Standortnummer', state: 'Zustand' },
    empty:
      'Es gibt noch keine Organisation. Legen Sie die erste an, laden Sie die Verwaltung ein und schalten Sie sie an.',
    emptySearch: (text) => `Keine Organisation beginnt mit „${text}“.`,
    state: { on: 'An', off: 'Aus' },
  },
  fields: {
    name: 'Name',
    nameHint: 'So, wie ihre Leute sie kennen.',
    slug: 'Kurzname',
    slugHint: (address) =>
      `Steht am Ende der Adresse ihrer Seite: ${address}. Kleinbuchstaben, Ziffern und Bindestriche.`,
    slugWarning:
      'Ein neuer Kurzname gilt sofort: Links, Lesezeichen und QR-Codes mit dem alten funktionieren dann nicht mehr.',
    siteId: 'Standortnummer',
    siteIdHint: 'Was man an einem Gerät eintippt: 4 bis 10 Ziffern.',
    siteIdWarning:
      'Eine neue Standortnummer gilt sofort: Wer sie an einem Gerät eintippt, braucht dann die neue.',
    accent: 'Farbe',
    accentHint: 'Für Schaltflächen und Überschriften. Die Verwaltung kann sie ändern.',
  },
  create: {
    title: 'Neue Organisation',
    lead: 'Sie ist zunächst ausgeschaltet und hat eine Kontovorlage namens „Everybody“. Alles Weitere macht ihre Verwaltung.',
    act: 'Organisation anlegen',
  },
  done: {
    created: 'Die Organisation ist angelegt und ausgeschaltet. Laden Sie als Nächstes die Verwaltung ein.',
    saved: 'Gespeichert.',
    on: 'Angeschaltet. Das gilt sofort.',
    off: 'Ausgeschaltet. Das gilt sofort.',
    invited: 'Eingeladen. Die E-Mail ist unterwegs.',
    reminded: 'Die Einladung ist noch einmal unterwegs.',
    removed: 'Entfernt. Alle Sitzungen dieser Person sind beendet.',
  },
  missing: {
    title: 'Was noch fehlt',
    lead: 'Erst wenn das alles getan ist, kann man hier Geräte einrichten.',
    manager: 'Laden Sie die Verwaltung ein: Noch kümmert sich niemand um diese Organisation.',
    managerWaits: 'Die Verwaltung muss sich anmelden: Von den Eingeladenen hat das noch niemand getan.',
    off: 'Schalten Sie sie an: Solange sie aus ist, kann sich auch ihre Verwaltung nicht anmelden.',
    rule: 'Die Verwaltung schreibt unter „Geräteeinrichtung“ die E-Mail-Anforderung. Bis dahin wird keine Adresse angenommen.',
    everybody:
      'Die E-Mail-Anforderung ist leer: Wer eine E-Mail-Adresse hat, darf sich registrieren. Wenn das nicht gewollt ist, schreibt die Verwaltung unter „Geräteeinrichtung“ eine.',
    platforms:
      'Die Verwaltung legt Gerätevorlagen an und bietet unter „Geräteeinrichtung“ mindestens eine Plattform an.',
    template: 'Die Verwaltung wählt unter „Geräteeinrichtung“ die Kontovorlage für neue Konten.',
  },
  state: {
    title: 'Zustand',
    on: 'Die Geräteeinrichtung dieser Organisation ist an.',
    off: 'Diese Organisation ist aus: Ihre Leute, ihre Verwaltung und ihre Geräte werden abgewiesen.',
    switchOn: 'Anschalten',
    switchOff: 'Ausschalten',
    page: 'Ihre Seite',
    audit: 'Was hier geschehen ist',
  },
  names: { title: 'Namen', save: 'Namen speichern' },
  confirmOff: {
    title: (name) => `${name} ausschalten?`,
    consequences: [
      'Hier kann sich niemand mehr registrieren oder ein Gerät einrichten. Man erfährt, dass die Geräteeinrichtung ausgeschaltet ist.',
      'Die Verwaltung kann sich nicht mehr anmelden, und Sitzungen ruhen, bis die Organisation wieder an ist.',
      'Geräte, die sich melden, erfahren, dass die Einrichtung abgeschaltet ist. Was sie erhalten haben, behalten sie.',
      'Nichts wird gelöscht. Wenn Sie sie wieder anschalten, ist alles wie zuvor.',
    ],
    act: 'Ausschalten',
  },
  confirmOn: {
    title: (name) => `${name} anschalten?`,
    consequences:
      'Die Seite der Organisation öffnet sich, ihre Verwaltung kann sich anmelden und ihre Geräte können sich melden.',
    rule: 'Es wird keine Adresse angenommen, bis die Verwaltung die E-Mail-Anforderung geschrieben hat.',
    everybody: 'Die E-Mail-Anforderung ist leer: Wer eine E-Mail-Adresse hat, darf sich sofort registrieren.',
    guarded: 'Wessen Adresse der E-Mail-Anforderung entspricht, darf sich sofort registrieren.',
    act: 'Anschalten',
  },
  managers: {
    title: 'Verwaltung',
    lead: 'Sie legt fest, wer sich registrieren darf und was Geräte erhalten, und hilft den Leuten.',
    caption: 'Wer diese Organisation verwaltet',
    empty: 'Noch verwaltet niemand diese Organisation. Laden Sie unten die erste Person ein.',
    columns: { person: 'Person', state: 'Zustand', passkeys: 'Passkeys', signedIn: 'Zuletzt angemeldet' },
    unnamed: 'Noch ohne Namen',
    states: {
      invited: 'Eingeladen',
      active: 'Aktiv',
      unapproved: 'Wartet',
      disabled: 'Gesperrt',
      deleted: 'Entfernt',
    },
    notLately: 'nicht in letzter Zeit',
    invite: {
      title: 'Jemanden in die Verwaltung einladen',
      lead: 'Die Person erhält eine E-Mail mit einem Link zum Anmelden. Wer hier schon ein Konto hat, gehört damit zur Verwaltung.',
      leadOff:
        'Die E-Mail geht sofort hinaus, aber anmelden kann man sich hier erst, wenn Sie die Organisation anschalten.',
      email: 'E-Mail-Adresse',
      act: 'Einladung senden',
    },
    problems: {
      taken: 'Diese Person gehört hier schon zur Verwaltung.',
      not_accepted:
        'Dieses Konto ist gesperrt oder entfernt. Die Verwaltung der Organisation kann es wieder freigeben.',
    },
    facts: {
      address: 'Adresse',
      state: 'Zustand',
      passkeys: 'Passkeys',
      signedIn: 'Zuletzt angemeldet',
    },
    acts: {
      title: 'Was Sie tun können',
      remind: 'Einladung noch einmal senden',
      remindText: 'Diese Person hat sich noch nicht angemeldet. Dieselbe Einladung geht noch einmal hinaus.',
      recovery: 'Wiederherstellungslink erstellen',
      recoveryText:
        'Für jemanden, der alle Passkeys verloren hat: ein Link, der einmal und einen Tag lang funktioniert.',
      remove: 'Aus der Verwaltung entfernen',
      removeText: 'Konto und Geräte bleiben; die Person nutzt sie dann wie alle anderen.',
    },
    confirmRemove: {
      title: (person) => `${person} aus der Verwaltung entfernen?`,
      consequences: [
        'Die Person kann die Seiten der Verwaltung nicht mehr öffnen. Alle ihre Sitzungen enden sofort.',
        'Konto, Geräte und Passkeys bleiben ihr.',
        'Wiederherstellungslinks, die für sie erstellt wurden, funktionieren nicht mehr.',
      ],
      last: 'Sonst verwaltet niemand diese Organisation.',
      act: 'Aus der Verwaltung entfernen',
    },
    recovery: {
      title: (person) => `Wiederherstellungslink für ${person}`,
      consequences: [
        'Sie erhalten einen Link, der einmal und einen Tag lang funktioniert. Ein früherer Link gilt dann nicht mehr.',
        'Wer ihn öffnet, tritt mit einem neuen Passkey an die Stelle dieser Person; alle früheren Passkeys und Sitzungen enden. Geben Sie ihn niemand anderem, und erst, wenn Sie wissen, wer Sie darum bittet.',
      ],
      act: 'Link erstellen',
      shown:
        'Dieser Link wird nur einmal gezeigt. Übergeben Sie ihn persönlich oder in einer Nachricht, die nur diese Person lesen kann.',
      link: 'Wiederherstellungslink',
      ends: 'Er funktioniert einmal, bis {time}.',
      back: 'Zurück zur Organisation',
    },
  },
}
