import type { messages as english } from '../en/messages.ts'

export const messages: typeof english = {
  title: 'Nachrichten',
  lead: 'Alles, was an Menschen Ihrer Organisation ging, das Neueste zuerst.',
  nav: 'Nachrichten',
  pages: { sent: 'Gesendete Nachrichten', words: 'Texte der Nachrichten' },
  counts: { failed: 'Fehlgeschlagen', queued: 'Wartend' },
  counted: (count, more) => (more ? `${count}+` : String(count)),
  list: {
    caption: 'Nachrichten',
    search: 'Adresse oder Nummer beginnt mit',
    state: 'Zustand',
    columns: { to: 'An', message: 'Nachricht', state: 'Zustand', tries: 'Versuche', when: 'Geschrieben' },
    searched: 'Nach Adresse sortiert; je Adresse steht die neueste zuerst.',
    empty: 'Bisher wurde nichts gesendet. Laden Sie Menschen ein, dann steht hier jede Nachricht an sie.',
    nothingFound:
      'Keine Nachricht passt. Suchen Sie nach dem Anfang einer Adresse oder entfernen Sie die Filter.',
    cutShort: 'Diese Seite ist kurz, weil wenige der gelesenen Nachrichten passen. Es können weitere folgen.',
  },
  kinds: {
    theft_signal: 'Fremder Versuch mit einem Link',
    provision_code: 'Einrichtungscode',
    approved: 'Registrierung angenommen',
    manager_invited: 'In die Verwaltung aufgenommen',
    alarm: 'Alarm',
    invitation: 'Einladung',
    reminder: 'Erinnerung',
    renewal: 'Erneuerung eines Geräts',
  },
  channels: { email: 'E-Mail', sms: 'SMS' },
  states: {
    queued: 'wartet',
    sent: 'gesendet',
    failed: 'fehlgeschlagen',
    obsolete: 'nicht mehr nötig',
  },
  reasons: {
    suppressed: {
      what: 'Von dieser Adresse kam schon etwas zurück, oder es gab eine Beschwerde.',
      next: 'Bitten Sie die Person um eine andere Adresse und laden Sie sie dort ein.',
    },
    not_allowed: {
      what: 'Der Anbieter lässt uns nicht an diese Adresse senden.',
      next: 'Sagen Sie es denen, die diesen Dienst betreiben; das ist eine Einstellung beim Anbieter.',
    },
    rejected: {
      what: 'Der empfangende Server hat sie nicht angenommen.',
      next: 'Prüfen Sie die Adresse auf Tippfehler, berichtigen Sie sie und senden Sie noch einmal.',
    },
    over_quota: {
      what: 'Die Sendegrenze des Anbieters ist erreicht.',
      next: 'Senden Sie morgen noch einmal, oder bitten Sie die Betreiber des Dienstes um eine höhere Grenze.',
    },
    unavailable: {
      what: 'Der Anbieter hat nicht geantwortet.',
      next: 'Senden Sie noch einmal. Bleibt es dabei, sagen Sie es denen, die diesen Dienst betreiben.',
    },
    sender_not_ready: {
      what: 'Die Domain des Absenders ist beim Anbieter nicht eingerichtet.',
      next: 'Sagen Sie es denen, die diesen Dienst betreiben: Bis dahin geht keine Nachricht hinaus.',
    },
    malformed: {
      what: 'Die Nachricht ließ sich nicht erstellen.',
      next: 'Sehen Sie sich Ihre eigenen Texte dazu an, und den Namen der Person oder des Geräts darin.',
    },
    bounced: {
      what: 'Sie wurde angenommen und kam zurück.',
      next: 'Das Postfach gibt es nicht, oder es ist voll. Bitten Sie die Person um eine andere Adresse.',
    },
    complained: {
      what: 'Wer sie bekam, hat sie als unerwünscht gemeldet.',
      next: 'Sprechen Sie mit der Person, bevor Sie mehr senden.',
    },
    capped: {
      what: 'Die Person, Ihre Organisation oder der Dienst hat vorerst genug gesendet bekommen.',
      next: 'Senden Sie später noch einmal, oder erhöhen Sie die Tagesgrenze in der Geräteeinrichtung.',
    },
    no_sms: {
      what: 'Dieser Dienst versendet keine SMS.',
      next: 'Senden Sie stattdessen eine E-Mail, oder bitten Sie die Betreiber des Dienstes um SMS.',
    },
    switched_off: {
      what: 'Ihre Organisation oder der Dienst war ausgeschaltet.',
      next: 'Sobald wieder eingeschaltet ist, senden Sie neu.',
    },
    grant_ended: {
      what: 'Was sie brachte, war beendet, bevor sie hinausging.',
      next: 'Es ist nichts zu tun; vielleicht ist schon etwas Neueres an ihre Stelle getreten.',
    },
  },
  unknownReason: {
    what: 'Der Grund ist nicht bekannt.',
    next: 'Senden Sie noch einmal. Bleibt es dabei, sagen Sie es denen, die diesen Dienst betreiben.',
  },
  lastTry: (what) => `Letzter Versuch: ${what}`,
  retry: 'Noch einmal senden',
  retryAll: (days) => `Alles Fehlgeschlagene der letzten ${days} Tage noch einmal senden`,
  done: {
    retried: 'Die Nachricht ist wieder unterwegs.',
    retried_all: 'Die Nachrichten sind wieder unterwegs, höchstens 500 auf einmal.',
    nothing: 'Es ist nichts übrig, das in letzter Zeit fehlgeschlagen ist.',
    saved: 'Gespeichert. Die nächste Nachricht verwendet diesen Text.',
    reset: 'Zurückgesetzt. Die nächste Nachricht verwendet unseren Text.',
  },
  one: {
    to: 'An',
    address: 'Adresse',
    invitation: 'Einladung',
    showInvitation: 'Einladung ansehen',
    channel: 'Gesendet als',
    state: 'Zustand',
    reason: 'Grund',
    next: 'Was zu tun ist',
    tries: 'Versuche',
    due: 'Nächster Versuch',
    secret:
      'Links und PINs werden nie mit einer Nachricht aufbewahrt: Sie werden erst beim Senden hinzugefügt.',
    history: {
      title: 'Verlauf',
      caption: 'Was mit dieser Nachricht geschah, das Neueste zuerst',
      columns: { what: 'Was', who: 'Wer', when: 'Wann' },
      written: 'Geschrieben',
      sent: 'Vom Anbieter angenommen',
      failed: 'Aufgegeben',
      obsolete: 'Nicht mehr nötig',
      waiting: 'Zuletzt versucht',
      'message.retried': 'Noch einmal auf den Weg gebracht',
      'message.bounced': 'Kam zurück',
      service: 'der Dienst',
    },
    others: {
      title: 'Weitere Nachrichten an diese Adresse',
      caption: 'Weitere Nachrichten an diese Adresse, das Neueste zuerst',
      none: 'Es gibt keine weiteren.',
      all: 'Alle ansehen',
    },
  },
  words: {
    lead: 'Einladungen, Erinnerungen und Erneuerungen können Ihre eigenen Worte verwenden. Link, QR-Code, PIN und der Grund der Nachricht stehen immer darunter.',
    caption: 'Nachrichten, deren Text Sie ändern können',
    columns: { message: 'Nachricht', language: 'Sprache', state: 'Text', act: 'Ändern' },
    ours: 'unserer',
    yours: 'Ihrer',
    edit: 'Ändern',
    title: (message, language) => `${message}, ${language}`,
    about: {
      invitation: 'Was liest, wen Sie einladen.',
      reminder: 'Was liest, wer nach den von Ihnen gewählten Tagen noch kein Gerät eingerichtet hat.',
      renewal:
        'Was liest, wem ein Gerät gehört, das Sie erneuern. Was mit dem Gerät nicht stimmt, steht unter Ihrem Text.',
    },
    form: {
      title: 'Text',
      subject: 'Betreff',
      subjectHint: 'Zugleich die Überschrift der E-Mail.',
      body: 'Text',
      bodyHint: 'Eine leere Zeile beginnt einen neuen Absatz. Links und Bilder sind hier nicht möglich.',
      look: 'E-Mail zeigen',
      lookHint:
        'Öffnet sich in einem weiteren Tab, so wie Ihre Leute sie sehen, mit Beispieldaten. Nichts wird gesendet oder gespeichert.',
    },
    variables: {
      title: 'Was Sie einsetzen können',
      means: {
        name: 'der Name der lesenden Person',
        organisation: 'Ihre Organisation',
        manager: 'wer sie gesendet hat',
        valid_until: 'bis wann Link und PIN gelten',
        helpdesk: 'wie Ihr Helpdesk zu erreichen ist',
        device: 'wie das Gerät heißt',
      },
    },
    text: {
      title: 'Dasselbe als reiner Text',
      lead: 'Programme, die keine Gestaltung zeigen, zeigen dies, hier mit Beispieldaten.',
      subject: (subject) => `Betreff: ${subject}`,
      refused: 'Wird gezeigt, sobald sich der Text oben senden lässt.',
    },
    sms: {
      title: 'Als SMS',
      lead: 'Für alle, die Sie per SMS erreichen. Der Text ist unserer: Platz ist für Link und PIN, und für wenig mehr.',
      size: (segments, units, left) =>
        `${segments === 1 ? 'Ein Segment' : `${segments} Segmente`}: ${units} Zeichen gezählt, ${left} mehr hätten Platz.`,
      encodings: {
        gsm7: 'Alle Zeichen kennt jedes Telefon (GSM 03.38), 160 in einem Segment.',
        ucs2: 'Ein Zeichen darin steht nicht in GSM 03.38, deshalb fasst ein Segment 70.',
      },
    },
    reset: {
      act: 'Zurück zu unserem Text',
      detail: 'Das ist Ihr eigener Text. Unserer bleibt erhalten und ist mit einem Klick zurück.',
      title: 'Zurück zu unserem Text?',
      consequences: [
        'Ihr Betreff und Ihr Text werden entfernt und nicht aufbewahrt.',
        'Die nächste Nachricht verwendet unseren Text. Was gesendet wurde, bleibt, wie es war.',
      ],
      confirm: 'Text zurücksetzen',
    },
  },
}
