import type { commands as english } from '../en/commands.ts'

export const commands: typeof english = {
  notice: (name: string) => `${name} hat gefragt, wo dieses Gerät ist.`,
  title: 'Aktionen',
  asked: 'Aufträge an das Gerät',
  earlier: 'Frühere',
  nothing: 'Das Gerät hat noch keinen Auftrag bekommen.',
  unreachable:
    'Auf diesem Gerät hört nichts zu: Es lässt sich von hier aus weder sperren noch zum Klingeln bringen oder zurücksetzen.',
  askedAlready: 'Schon beauftragt',
  kinds: {
    lock: 'Sperren',
    unlock: 'Entsperren',
    ring: 'Klingeln',
    locate: 'Orten',
    wipe: 'Zurücksetzen',
    retire: 'Abmelden',
  },
  acts: {
    lock: 'Sperren',
    unlock: 'Entsperren',
    ring: 'Klingeln lassen',
    locate: 'Orten',
    wipe: 'Zurücksetzen …',
    retire: 'Abmelden …',
    end: 'Jetzt beenden …',
  },
  what: {
    lock: 'Sperrt den Bildschirm: Ohne seinen Code kommt niemand hinein.',
    unlock: 'Hebt die Sperre wieder auf, die von hier aus gesetzt wurde.',
    ring: 'Lässt es laut klingeln, auch wenn es stumm ist, damit es sich finden lässt.',
    locate:
      'Fragt das Gerät, wo es ist. Es zeigt einen Hinweis darauf. Die Antwort sehen nur Sie, und nach einem Tag ist sie vergessen.',
    wipe: {
      everything: 'Löscht alles, was darauf ist. Für ein Gerät, das verloren ist oder weitergegeben wird.',
      organisation_data:
        'Entfernt, was die Organisation mitgebracht hat, und sonst nichts: Es gilt als privates Gerät.',
    },
    retire:
      'Meldet es ab: Es entfernt, was die Organisation mitgebracht hat, und bekommt von hier nichts mehr.',
    retireUnreachable:
      'Meldet es sofort ab: Es bekommt von hier nichts mehr. Was darauf eingerichtet wurde, muss von Hand entfernt werden.',
    end: 'Es sollte sich abmelden und ist noch da. Beenden Sie es, ohne auf seine Antwort zu warten.',
  },
  states: {
    queued: 'Wartet',
    delivered: 'Zugestellt',
    done: 'Erledigt',
    failed: 'Nicht erledigt',
    expired: 'Keine Antwort',
    cancelled: 'Zurückgezogen',
  },
  queued: (within: string) => `Wartet, bis sich das Gerät meldet: meist innerhalb von ${within}.`,
  minutes: (count: number) => (count === 1 ? 'einer Minute' : `${count} Minuten`),
  hours: (count: number) => (count === 1 ? 'einer Stunde' : `${count} Stunden`),
  queuedSilent:
    'Wartet auf das Gerät, das sich länger nicht gemeldet hat. Es bekommt den Auftrag, sobald es das tut.',
  delivered: 'Zugestellt {time}. Die Antwort steht noch aus.',
  done: 'Erledigt {time}.',
  erased: {
    everything: 'Alles darauf wurde {time} gelöscht.',
    organisation_data: 'Was die Organisation mitgebracht hat, wurde {time} entfernt.',
  },
  retired: 'Es hat {time} entfernt, was die Organisation mitgebracht hat.',
  failed: 'Das Gerät konnte es {time} nicht ausführen.',
  reason: (words: string) => `Es meldet: „${words}“`,
  noReason: 'Einen Grund nennt es nicht.',
  failedNext: 'Versuchen Sie es noch einmal. Klappt es wieder nicht, fragen Sie den Helpdesk.',
  expired:
    'Das Gerät hat sich nicht rechtzeitig gemeldet. Versuchen Sie es noch einmal, wenn es eingeschaltet und online ist.',
  expiredDelivered:
    'Das Gerät hat den Auftrag bekommen, aber nicht rechtzeitig geantwortet. Sehen Sie nach, und versuchen Sie es noch einmal.',
  dropped: 'Entfallen {time}: Das Gerät wurde neu eingerichtet oder beendet, bevor es geantwortet hat.',
  canEnd: 'Bleibt es stumm, können Sie es ohne seine Antwort beenden.',
  cancelled: 'Zurückgezogen {time}. Das Gerät hat den Auftrag nie bekommen.',
  askedByYou: 'Von Ihnen, {time}.',
  askedBy: (name: string) => `Von ${name}, {time}.`,
  somebody: 'jemandem',
  manager: (name: string) => `${name} (Verwaltung)`,
  aManager: 'der Verwaltung',
  until: 'Ohne Antwort entfällt der Auftrag {time}.',
  cancel: 'Zurückziehen',
  location: {
    at: 'Hier war es {time}:',
    accuracy: (metres: string) => `auf etwa ${metres} m genau`,
    open: 'In einer Karten-App öffnen',
    forgotten: 'Wo es war, ist inzwischen vergessen: Das bleibt einen Tag lang bekannt.',
    owners: 'Wo es war, sieht nur, wem es gehört.',
  },
  told: {
    asked: 'Beauftragt. Das Gerät führt es aus, sobald es sich meldet.',
    cancelled: 'Zurückgezogen. Das Gerät bekommt den Auftrag nicht.',
    ended: 'Es ist abgemeldet. Was darauf eingerichtet wurde, muss von Hand entfernt werden.',
  },
  trouble: {
    ended: 'Es ist beendet: Aufträge nimmt es nicht mehr an.',
    unreachable: 'Auf diesem Gerät hört nichts zu: Es kann keine Aufträge bekommen.',
    too_many:
      'Das Gerät hat auf frühere Aufträge noch nicht geantwortet. Warten Sie darauf, oder ziehen Sie einige zurück.',
    too_late: 'Das ließ sich nicht zurückziehen: Das Gerät hat den Auftrag schon, oder er ist vorbei.',
    not_asked:
      'Beauftragen Sie das Gerät erst, sich abzumelden. Antwortet es nicht, können Sie es hier beenden.',
    temporarily_unavailable: 'Das hat gerade nicht geklappt. Versuchen Sie es in einer Minute noch einmal.',
  },
  wipe: {
    title: (device: string) => `„${device}“ zurücksetzen?`,
    everything: [
      'Alles darauf wird gelöscht: Apps, Fotos, Nachrichten, Konten und Dateien, auch private. Was nirgends sonst liegt, ist verloren.',
      'Die Verbindung zur Organisation endet: Einstellungen, Zugänge und Zertifikate.',
      'Es geschieht, sobald sich das Gerät meldet. Bis es den Auftrag bekommen hat, lässt er sich zurückziehen; danach holt nichts etwas zurück.',
    ],
    organisation_data: [
      'Was die Organisation mitgebracht hat, wird entfernt: Einstellungen, Konten, Apps und Zertifikate.',
      'Alles andere bleibt: Es gilt als privates Gerät, also werden Fotos, Nachrichten und andere Apps nicht angerührt.',
      'Die Verbindung zur Organisation endet. Um zurückzukommen, muss es neu eingerichtet werden.',
      'Es geschieht, sobald sich das Gerät meldet. Bis es den Auftrag bekommen hat, lässt er sich zurückziehen.',
    ],
    tick: {
      everything: 'Mir ist klar, dass alles darauf gelöscht wird',
      organisation_data: 'Mir ist klar, dass entfernt wird, was die Organisation mitgebracht hat',
    },
    untick: 'Kreuzen Sie das an, um fortzufahren.',
    act: 'Zurücksetzen',
  },
  retire: {
    title: (device: string) => `„${device}“ abmelden?`,
    consequences: [
      'Das Gerät entfernt, was die Organisation mitgebracht hat: Einstellungen, Konten, Apps und Zertifikate. Alles andere bleibt.',
      'Danach ist es beendet: Es bekommt von hier nichts mehr. Um zurückzukommen, muss es neu eingerichtet werden.',
      'Es geschieht, sobald sich das Gerät meldet. Bis es den Auftrag bekommen hat, lässt er sich zurückziehen.',
    ],
    act: 'Abmelden',
  },
  retireNow: {
    consequences: [
      'Es ist sofort beendet: Seine Zertifikate enden, und es bekommt von hier nichts mehr.',
      'Auf dem Gerät hört nichts zu. Was eingerichtet wurde, bleibt deshalb, bis es jemand von Hand entfernt: das Profil, die App oder die Netzwerkeinstellungen, die mit der Einrichtung kamen.',
      'Um zurückzukommen, muss es neu eingerichtet werden.',
    ],
  },
  end: {
    title: (device: string) => `„${device}“ jetzt beenden?`,
    consequences: [
      'Es ist sofort beendet, ohne seine Antwort: Seine Zertifikate enden, und es bekommt von hier nichts mehr.',
      'Aufträge, die es noch nicht hat, bekommt es nie: Was darauf ist, bleibt darauf, bis es jemand von Hand entfernt.',
      'Um zurückzukommen, muss es neu eingerichtet werden.',
    ],
    act: 'Jetzt beenden',
  },
  managed: {
    lead: 'Jeder Auftrag wird ausgeführt, sobald sich das Gerät meldet. Wem es gehört, sieht im Portal, was beauftragt wurde und von wem.',
    message: 'Nachricht auf dem Bildschirm',
    messageHint: 'Steht bei der Sperre, für alle, die es finden: bis zu 200 Zeichen.',
    optional: 'freiwillig',
    noLocate: 'Wo es ist, kann nur fragen, wem es gehört.',
    all: 'Aufträge an das Gerät',
  },
}
