import type { portal as english } from '../en/portal.ts'

export const portal: typeof english = {
  title: 'Meine Geräte',
  setUp: 'Gerät einrichten',
  caption: 'Meine Geräte',
  agent: 'Gerät mit der Agenten-App',
  statuses: {
    unresponsive: 'Antwortet nicht',
    invited: 'Eingeladen',
    pending: 'Ausstehend',
    active: 'Aktiv',
    retired: 'Abgemeldet',
    wiped: 'Zurückgesetzt',
    replaced: 'Ersetzt',
    deleted: 'Entfernt',
  },
  reasons: {
    silent:
      'Hat sich zuletzt {time} gemeldet. Schalten Sie es ein, verbinden Sie es und öffnen Sie seine App.',
    permissions: (names) =>
      `Seiner App fehlt die Berechtigung für: ${names}. Erlauben Sie das in den Einstellungen des Geräts.`,
    waiting: 'Wartet auf seine erste Meldung.',
    waitingCertificate: 'Wartet, bis es sein Zertifikat geholt hat.',
    toDownload: 'Sein Profil wurde noch nicht geladen.',
    delivered: 'Sein Profil wurde {time} geladen. Installieren Sie es in den Einstellungen des Geräts.',
    said: 'Es meldet sich nicht von selbst: Sie haben gesagt, dass es installiert ist.',
    once: 'Es hat bei der Einrichtung gesagt, was es ist, und meldet sich seither nicht.',
    ended: 'Beendet {time}.',
  },
  endings: {
    never_finished: 'Seine Einrichtung wurde nie beendet.',
    abandoned: 'Seine Einrichtung wurde nie beendet.',
    key_in_use: 'Sein Schlüssel gehört zum Gerät eines anderen Kontos.',
    account_deleted: 'Das Konto wurde gelöscht.',
  },
  seen: 'Letzte Meldung',
  neverSeen: 'noch keine',
  ownership: 'Gehört',
  company: (organisation) => organisation,
  personal: 'Ihnen',
  goOn: 'Einrichtung fortsetzen',
  open: (count) =>
    count === 1
      ? 'Ein Code ist offen, den noch kein Gerät benutzt hat.'
      : `${count} Codes sind offen, die noch kein Gerät benutzt hat.`,
  openLink: 'Zeigen, was offen ist',
  empty: {
    title: 'Noch ist kein Gerät eingerichtet.',
    may: 'Richten Sie hier Ihr Telefon, Tablet oder Ihren Computer ein: Das dauert wenige Minuten, und jedes Gerät erscheint von selbst auf dieser Seite.',
    mayNot:
      'Geräte werden hier für Sie eingerichtet. Bitten Sie den Helpdesk um eine Einladung, dann erscheinen sie von selbst auf dieser Seite.',
  },
  noneHere: 'Keines auf dieser Seite. Die nächste Seite schaut weiter zurück.',
  showEnded: 'Beendete Geräte zeigen',
  endedTitle: 'Beendete Geräte',
  endedLead: 'Sie werden nicht mehr versorgt. Was aus jedem wurde, bleibt hier stehen.',
  endedEmpty: 'Kein Gerät wurde beendet.',
  changed: 'An Ihren Geräten hat sich etwas geändert.',
}
