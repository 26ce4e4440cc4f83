import type { account as english } from '../en/account.ts'

export const account: typeof english = {
  title: 'Mein Konto',
  facts: {
    address: 'E-Mail-Adresse',
    addresses: 'E-Mail-Adressen',
    role: 'Rolle',
    organisation: 'Organisation',
  },
  addressStates: { current: 'hierhin gehen E-Mails', unproved: 'noch nicht bestätigt' },
  myDevices: 'Meine Geräte',
  passkeys: {
    title: 'Passkeys',
    leadStaff:
      'Mit einem davon melden Sie sich an. Erstellen Sie einen zweiten auf einem anderen Gerät, damit ein Verlust Sie nicht aussperrt.',
    leadOwner: 'Mit einem Passkey melden Sie sich an, ohne auf einen Code zu warten. Sie brauchen keinen.',
    empty: 'Noch keine Passkeys.',
    columns: { name: 'Name', made: 'Erstellt', used: 'Zuletzt verwendet', actions: 'Aktionen' },
    synced: 'Auf mehreren Geräten',
    single: 'Nur auf einem Gerät',
    unused: 'noch nicht',
    add: 'Passkey hinzufügen',
    addLead: 'Halten Sie das Gerät oder den Sicherheitsschlüssel bereit, wo er liegen soll.',
    rename: 'Umbenennen',
    remove: 'Entfernen',
    name: 'Name',
    back: 'Mein Konto',
    onlyOne:
      'Es ist Ihr einziger Passkey, und ohne können Sie sich nicht anmelden. Fügen Sie einen anderen hinzu, bevor Sie ihn entfernen.',
    removeTitle: (name) => `„${name}“ entfernen`,
    consequences: {
      stops: 'Sie können sich damit nicht mehr anmelden.',
      stays:
        'Wer angemeldet ist, bleibt es; sehen Sie auch in die Liste der Anmeldungen, wenn das Gerät verloren ging.',
      device: 'Das Gerät bietet ihn vielleicht weiter an. Löschen Sie ihn auch dort.',
      code: 'Sie können sich weiterhin mit einem Code per E-Mail anmelden.',
    },
  },
  sessions: {
    title: 'Wo Sie angemeldet sind',
    lead: 'Beenden Sie, was Sie nicht kennen.',
    columns: { browser: 'Browser', since: 'Seit', how: 'Angemeldet mit', actions: 'Aktionen' },
    unknown: 'Unbekannter Browser',
    here: 'dieser Browser',
    by: { email: 'Code per E-Mail', passkey: 'Passkey', oidc: 'Ihrer Organisation' },
    end: 'Beenden',
    endTitle: 'Anmeldung beenden',
    endConsequences: (browser) => [
      `${browser} wird sofort abgemeldet.`,
      'Wer ihn benutzt, muss sich neu anmelden.',
    ],
    endHere: 'Das ist der Browser, den Sie gerade benutzen: Sie müssen sich neu anmelden.',
    endAct: 'Diese Anmeldung beenden',
    others: 'Alle anderen beenden',
    othersTitle: 'Alle anderen Anmeldungen beenden',
    othersConsequences: (count) => [
      count === 1
        ? 'Ein anderer Browser wird sofort abgemeldet.'
        : `${count} andere Browser werden sofort abgemeldet.`,
      'Dieser Browser bleibt angemeldet.',
    ],
    noOthers: ['Sie sind nirgends sonst angemeldet: Es ändert sich nichts.'],
    othersAct: 'Alle anderen beenden',
  },
  profile: {
    title: 'Über Sie',
    lead: 'Ihren Namen sehen andere, die hier arbeiten. Seiten und E-Mails an Sie sind in Ihrer Sprache.',
    leadOwner: 'Ihren Namen sieht die Verwaltung. Seiten und E-Mails an Sie sind in Ihrer Sprache.',
    name: 'Name',
    phone: 'Mobilnummer',
    phoneHint: 'Für Textnachrichten und den Helpdesk. Mit Ländervorwahl, etwa +49 1512 3456789.',
    language: 'Sprache',
  },
  done: {
    added: 'Der Passkey kann verwendet werden.',
    renamed: 'Umbenannt.',
    removed: 'Der Passkey ist entfernt.',
    ended: 'Die Anmeldung ist beendet.',
    'others-ended': 'Sie sind nur noch hier angemeldet.',
    profile: 'Gespeichert.',
  },
}
