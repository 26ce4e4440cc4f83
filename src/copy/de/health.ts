import type { health as english } from '../en/health.ts'

export const health: typeof english = {
  title: 'Zustand',
  lead: 'Was Aufmerksamkeit braucht, steht oben. Was sich von selbst beheben lässt, behebt sich von selbst.',
  well: 'Alles in Ordnung: Nichts ist fehlgeschlagen, nichts wartet zu lange.',
  counts: {
    failed: 'Nachrichten fehlgeschlagen, 24 Stunden',
    waiting: 'Nachrichten in Wartestellung',
    lost: 'Nachrichten, die die Warteschlange aufgab',
    outboxes: 'Konten mit ungespeicherten Ereignissen',
  },
  done: {
    retried: 'Sie ist wieder unterwegs.',
    retriedAll: 'Sie sind wieder unterwegs, höchstens 500 auf einmal.',
    nothing: 'In den letzten 24 Stunden ist nichts fehlgeschlagen.',
    dropped: 'Verworfen.',
    landed: 'Von diesem Konto ist jetzt alles gespeichert.',
    still: 'Noch einmal versucht. Etwas wird weiterhin abgelehnt: Sehen Sie sich den Grund an.',
  },
  unavailable: 'Das hat gerade nicht geklappt. Nichts ist verloren: Versuchen Sie es in einer Minute wieder.',
  messages: {
    title: 'Fehlgeschlagene Nachrichten',
    lead: 'Die neuesten 20. Ein Grund, der an der Adresse liegt, vergeht nicht von selbst.',
    caption: 'Fehlgeschlagene Nachrichten, die neueste zuerst',
    columns: { message: 'Nachricht', reason: 'Grund', when: 'Wann', act: 'Was zu tun ist' },
    retry: 'Noch einmal senden',
    retryAll: 'Alle der letzten 24 Stunden noch einmal senden',
    tries: (count) => (count === 1 ? 'einmal versucht' : `${count}-mal versucht`),
    waiting:
      'Wartende Nachrichten werden einen Tag lang von selbst wieder versucht. Die älteste wartet seit {time}.',
    lastSent: 'Zuletzt ging eine Nachricht {time} hinaus.',
    neverSent: 'Noch ist keine Nachricht hinausgegangen.',
  },
  kinds: {
    theft_signal: 'Jemand anders hat einen Link versucht',
    provision_code: 'Einrichtungscode',
    approved: 'Registrierung angenommen',
    manager_invited: 'Einladung in die Verwaltung',
    challenge: 'Code zum Nachweis einer Adresse',
  },
  reasons: {
    suppressed: 'Die Adresse war schon einmal unzustellbar oder hat sich beschwert',
    not_allowed: 'An diese Adresse dürfen wir nicht senden',
    rejected: 'Der empfangende Server hat sie abgelehnt',
    over_quota: 'Das Sendekontingent des Anbieters war erschöpft',
    unavailable: 'Der Anbieter hat einen Tag lang nicht geantwortet',
    sender_not_ready: 'Die Domain des Absenders ist beim Anbieter nicht eingerichtet',
    malformed: 'Die Nachricht selbst ließ sich nicht herstellen',
  },
  unknownReason: 'Der Grund ist nicht bekannt',
  letters: {
    title: 'Nachrichten, die die Warteschlange aufgab',
    lead: 'Sie ließen sich wiederholt nicht bearbeiten. Wenn die Ursache behoben ist, versuchen Sie es noch einmal.',
    caption: 'Nachrichten, die die Warteschlange aufgab, die älteste zuerst',
    columns: { what: 'Nachricht', since: 'Seit', act: 'Was zu tun ist' },
    retry: 'Noch einmal versuchen',
    drop: 'Verwerfen',
    unreadable: 'Etwas, das sich nicht lesen lässt',
    unreadableHint: 'Es stammt nicht aus dieser Version des Dienstes. Da hilft nur verwerfen.',
    states: {
      queued: 'wartet noch und wird von selbst versucht',
      sent: 'wurde inzwischen gesendet',
      failed: 'fehlgeschlagen',
      obsolete: 'wird nicht mehr gebraucht',
    },
    confirm: {
      title: 'Diese Nachricht verwerfen?',
      consequences: [
        'Sie verschwindet aus dieser Liste und wird von hier aus nicht noch einmal versucht.',
        'Wer darauf wartet, muss sie neu anfordern.',
      ],
      act: 'Nachricht verwerfen',
    },
  },
  outboxes: {
    title: 'Konten mit ungespeicherten Ereignissen',
    lead: 'Was diesen Konten geschehen ist, ist sicher verwahrt, steht aber noch nicht in der Datenbank.',
    caption: 'Konten mit ungespeicherten Ereignissen, die am längsten wartenden zuerst',
    columns: { account: 'Konto', reason: 'Grund', since: 'Seit', act: 'Was zu tun ist' },
    counts: (waiting, parked) =>
      [waiting > 0 ? `${waiting} wartend` : '', parked > 0 ? `${parked} von der Datenbank abgelehnt` : '']
        .filter(Boolean)
        .join(', '),
    retry: 'Noch einmal versuchen',
    unknown: 'Ein Konto, das es nicht mehr gibt',
  },
  versions: {
    title: 'Versionen und Größen',
    product: 'Latchkey',
    migration: 'Neueste Migration der Datenbank',
    objects: 'Schritt der Einrichtungssitzungen',
    database: 'Größe der Datenbank',
    rows: 'Zeilen, ungefähr',
    unknown: 'nicht bekannt',
    tables: {
      accounts: 'Konten',
      devices: 'Geräte',
      messages: 'Nachrichten',
      audit: 'Protokoll',
      web_sessions: 'Sitzungen',
    },
  },
}
