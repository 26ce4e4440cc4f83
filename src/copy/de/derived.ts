import type { derived as english } from '../en/derived.ts'

export const derived: typeof english = {
  title: 'Abgeleiteter Nachweis',
  back: 'Zurück zum Gerät',
  devices: 'Meine Geräte',
  panel: {
    external:
      'Damit weist dieses Gerät nach, wer Sie sind. Die Seite, die ihn ausstellt, fragt nach etwas, das Sie schon haben, etwa Ihrer Chipkarte.',
    builtIn: (organisation) =>
      `Damit weist dieses Gerät nach, wer Sie sind: ein Zertifikat von ${organisation} in einer Datei, die nur ein Passwort öffnet.`,
    get: 'Abgeleiteten Nachweis holen',
    again: 'Noch einmal beginnen',
    another: 'Einen neuen holen …',
    state: 'Stand',
    states: {
      started: 'Nicht abgeschlossen',
      issued: 'Ausgestellt',
      failed: 'Nicht ausgestellt',
      ended: 'Beendet',
    },
    startedExternal: 'Sie haben {time} begonnen. Die ausstellende Seite hat noch nicht geantwortet.',
    startedFile: 'Sie haben {time} begonnen und die Datei noch nicht heruntergeladen.',
    failed:
      'Die ausstellende Seite meldete {time}, dass es nicht gelang. Halten Sie Ihre Chipkarte bereit und beginnen Sie noch einmal. Hilft das nicht, fragen Sie den Helpdesk.',
    ended: 'Der Nachweis, den Sie für dieses Gerät hatten, gilt nicht mehr.',
    since: 'Seit',
    ends: 'Gültig bis',
    serial: 'Seriennummer',
  },
  confirm: {
    title: 'Einen neuen abgeleiteten Nachweis holen?',
    external: [
      'Die ausstellende Seite stellt einen weiteren für dieses Gerät aus und fragt dazu noch einmal nach Ihrer Chipkarte oder Ähnlichem.',
      'Der jetzige gilt, bis der neue da ist, und danach nicht mehr.',
    ],
    builtIn: [
      'Sie bekommen eine neue Datei und ein neues Passwort.',
      'Sobald Sie die Datei herunterladen, wird der jetzige Nachweis dieses Geräts widerrufen: Was ihn verwendet, geht erst wieder, wenn der neue installiert ist.',
    ],
    act: 'Einen neuen holen',
  },
  onward: {
    title: (host) => `Weiter zu ${host}`,
    lead: 'Dort wird der abgeleitete Nachweis für dieses Gerät ausgestellt. Danach kommen Sie von selbst hierher zurück.',
    ready: 'Halten Sie bereit, womit Sie sich ausweisen, etwa Ihre Chipkarte.',
    told: 'Die Seite erfährt Ihren Namen und Ihre E-Mail-Adresse, Ihre Organisation und für welches Gerät der Nachweis ist.',
    ends: 'Schließen Sie dort bis {time} ab, in diesem Browser. Danach beginnen Sie noch einmal.',
    act: (host) => `Weiter zu ${host}`,
  },
  password: {
    title: 'Ihr Aktivierungspasswort',
    shown:
      'Das Passwort erscheint nur jetzt. Notieren oder kopieren Sie es, bevor Sie diese Seite verlassen.',
    label: 'Aktivierungspasswort',
    steps: [
      'Öffnen Sie diese Seite auf dem Gerät, für das die Datei ist, oder bringen Sie die Datei dorthin.',
      'Laden Sie die Datei herunter und öffnen Sie sie auf dem Gerät.',
      'Geben Sie das Aktivierungspasswort ein, wenn das Gerät nach einem Passwort fragt. Die Striche gehören dazu.',
    ],
    act: 'Datei herunterladen',
    ends: 'Die Datei entsteht beim Herunterladen: einmal, bis {time}. Niemand kann sie noch einmal herstellen, auch wir nicht.',
  },
  outcomes: {
    success: {
      title: 'Der abgeleitete Nachweis ist ausgestellt',
      text: 'Ihr Gerät hat jetzt einen abgeleiteten Nachweis.',
      next: 'Hier ist nichts weiter zu tun.',
    },
    failure: {
      title: 'Er wurde nicht ausgestellt',
      text: 'Die ausstellende Seite meldet, dass es nicht gelang. Geändert wurde nichts.',
      next: 'Halten Sie Ihre Chipkarte bereit, gehen Sie zurück zum Gerät und beginnen Sie noch einmal. Geschieht es wieder, fragen Sie den Helpdesk.',
    },
    unknown: {
      title: 'Diese Antwort gehört zu nichts, was Sie begonnen haben',
      text: 'Es wurde mit einem anderen Konto begonnen, oder Sie haben seitdem neu begonnen. Geändert wurde nichts.',
      next: 'Melden Sie sich mit dem Konto an, das begonnen hat, öffnen Sie das Gerät und beginnen Sie noch einmal.',
    },
    lost: {
      title: 'Die Antwort ging unterwegs verloren',
      text: 'Sie mussten sich erst anmelden, und die Antwort der anderen Seite wird solange nicht aufbewahrt. Geändert wurde nichts.',
      next: 'Öffnen Sie das Gerät und beginnen Sie noch einmal.',
    },
    not_ours: {
      title: 'Dieser Antwort ist nicht zu trauen',
      text: 'Sie ist nicht von der Seite unterschrieben, die abgeleitete Nachweise ausstellt. Geändert wurde nichts.',
      next: 'Gehen Sie zurück zum Gerät und beginnen Sie noch einmal. Geschieht es wieder, sagen Sie es dem Helpdesk.',
    },
    expired: {
      title: 'Das hat zu lange gedauert',
      text: 'Die Zeit dafür ist um, oder das Gerät wurde inzwischen neu eingerichtet oder beendet. Geändert wurde nichts.',
      next: 'Gehen Sie zurück zum Gerät und beginnen Sie noch einmal.',
    },
    used: {
      title: 'Das wurde schon beantwortet',
      text: 'Jede Antwort zählt einmal. Geändert wurde nichts.',
      next: 'Gehen Sie zurück zum Gerät: Es zeigt, was es hat.',
    },
    not_ready: {
      title: 'Abgeleitete Nachweise gibt es noch nicht',
      text: 'Wer diesen Dienst betreibt, hat sie noch nicht fertig eingerichtet. Geändert wurde nichts.',
      next: 'Fragen Sie den Helpdesk, wann es so weit ist.',
    },
    not_active: {
      title: 'Für dieses Gerät geht das zurzeit nicht',
      text: 'Nur ein eingerichtetes, aktives Gerät kann einen abgeleiteten Nachweis haben.',
      next: 'Schließen Sie erst die Einrichtung ab und kommen Sie dann wieder.',
    },
    over: {
      title: 'Diese Datei gibt es nicht mehr',
      text: 'Sie wurde schon heruntergeladen, ihre Zeit ist um, oder Sie haben seitdem neu begonnen. Die Datei entsteht einmal, und niemand bewahrt sie auf.',
      next: 'Wenn Sie sie haben, öffnen Sie sie mit dem Aktivierungspasswort. Sonst gehen Sie zurück zum Gerät und holen Sie einen neuen Nachweis.',
    },
  },
  supervise: {
    title: 'Externes Modul für abgeleitete Nachweise',
    lead: 'Stellt an unserer Stelle abgeleitete Nachweise aus. Anfragen und Antworten sind mit einem Geheimnis unterschrieben, das beide Seiten kennen.',
    open: 'Geheimnis des Moduls',
    openText: 'Womit wir und das Modul unterschreiben, und ob es bereit ist.',
    address: 'Adresse',
    none: 'Keine: Die Zertifizierungsstellen der Organisationen stellen abgeleitete Nachweise aus.',
    secret: 'Geheimnis',
    secrets: {
      set: 'Gesetzt. Niemand kann es hier noch einmal lesen.',
      missing: 'Noch keines',
      unreadable: 'Nicht mehr lesbar: Der Hauptschlüssel, der es schützte, ist weg.',
    },
    state: 'Stand',
    ready: 'Bereit',
    notReady: 'Nicht bereit',
    notNeeded: 'Nicht in Gebrauch',
    notReadyText:
      'Ohne Geheimnis bekommt niemand einen abgeleiteten Nachweis. Erzeugen Sie eines und geben Sie es dem Modul.',
    notConfigured: 'Speichern Sie zuerst die Einstellungen des Dienstes.',
    make: 'Neues Geheimnis …',
    guide: 'Wie man ein Modul schreibt, steht in docs/derived-credentials.md.',
    confirm: {
      title: 'Ein neues Geheimnis für das Modul erzeugen?',
      first: [
        'Es erscheint nur dieses eine Mal. Geben Sie es dem Modul: Es muss das Geheimnis kennen, bevor jemand einen abgeleiteten Nachweis bekommt.',
      ],
      again: [
        'Das jetzige Geheimnis endet sofort. Bis das Modul das neue kennt, werden seine Antworten abgewiesen, und niemand bekommt einen abgeleiteten Nachweis.',
        'Wer gerade beim Modul ist, muss noch einmal beginnen. Was ausgestellt ist, bleibt, wie es ist.',
        'Das neue erscheint nur einmal.',
      ],
      act: 'Neues Geheimnis erzeugen',
    },
    shown: {
      title: 'Das neue Geheimnis des Moduls',
      warning: 'Es erscheint nur jetzt. Geben Sie es dem Modul, bevor Sie diese Seite verlassen.',
      label: 'Geheimnis des Moduls',
    },
    back: 'Zurück zum Modul',
  },
}
