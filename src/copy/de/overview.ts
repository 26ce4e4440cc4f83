import type { overview as english } from '../en/overview.ts'

const many = (count: number) => (count >= 100 ? 'Mehr als 99' : String(count))
const people = (count: number) => (count === 1 ? 'Eine Person' : `${many(count)} Personen`)
const devices = (count: number) => (count === 1 ? '1 Gerät' : `${count} Geräte`)

const ending = (days: number) => {
  if (days < 0) return 'ist abgelaufen'
  if (days === 0) return 'läuft in weniger als einem Tag ab'
  return days === 1 ? 'läuft in 1 Tag ab' : `läuft in ${days} Tagen ab`
}

export const overview: typeof english = {
  title: 'Überblick',
  look: 'Ansehen',
  attention: {
    title: 'Braucht Ihre Aufmerksamkeit',
    none: 'Im Augenblick ist nichts zu tun.',
    serviceOff: {
      title: 'Die Geräteeinrichtung ist für den ganzen Dienst ausgeschaltet',
      detail: 'Niemand kann ein Gerät einrichten, bis die Aufsicht sie wieder einschaltet.',
    },
    setupOff: {
      title: 'Die Geräteeinrichtung ist ausgeschaltet',
      detail:
        'Niemand kann sich registrieren oder ein Gerät einrichten, bis jemand aus der Verwaltung sie wieder einschaltet.',
      act: 'Zustand ansehen',
    },
    unfinished: {
      title: 'Noch kann sich niemand registrieren',
      detail: 'Es fehlen eine Kontovorlage oder eine Plattform mit einer Gerätevorlage.',
      act: 'Geräteeinrichtung fertigstellen',
    },
    anybody: {
      title: 'Jede Person mit einer E-Mail-Adresse kann sich registrieren',
      detail: 'Es gibt keine E-Mail-Regel. Legen Sie fest, welche Adressen zu Ihrer Organisation gehören.',
      act: 'Regel festlegen',
    },
    authorityEnds: (days) => ({
      title: `Ihre Zertifizierungsstelle ${ending(days)}`,
      detail:
        'Die Geräte haben dann kein gültiges Zertifikat mehr von ihr. Lösen Sie sie ab und geben Sie die neue an Ihre Dienste weiter.',
      act: 'Zertifizierungsstelle ablösen',
    }),
    signerEnds: (days) => ({
      title: `Das Zertifikat, das Ihre Profile signiert, ${ending(days)}`,
      detail: 'Apple-Geräte zeigen neue Profile dann als „Nicht überprüft“.',
      act: 'Nachfolger hochladen',
    }),
    unapproved: (count) => ({
      title: `${people(count)} ${count === 1 ? 'wartet' : 'warten'} auf Ihre Zulassung`,
      detail: 'Die Adresse ist bestätigt; einen Code gibt es erst nach der Zulassung.',
      act: 'Zulassen oder ablehnen',
    }),
    unresponsive: (count) => ({
      title: count === 1 ? 'Ein Gerät antwortet nicht' : `${many(count)} Geräte antworten nicht`,
      detail: 'Sie haben ihre Meldungen versäumt oder eine Berechtigung verloren, die sie brauchen.',
      act: 'Ansehen, welche',
    }),
    thefts: (count) => ({
      title:
        count === 1
          ? 'Ein verwendeter Code oder die Zugangsdaten eines Geräts wurden von jemand anderem versucht'
          : `${many(count)} verwendete Codes oder Zugangsdaten wurden von anderen versucht`,
      detail: 'In den letzten sieben Tagen. Fragen Sie nach, ob das zweite Gerät bekannt ist.',
    }),
    pins: (count) => ({
      title:
        count === 1
          ? 'Eine PIN wurde nach Fehlversuchen gesperrt'
          : `${many(count)}-mal wurden PINs nach Fehlversuchen gesperrt`,
      detail: 'Am letzten Tag. Der Link geht weiterhin; eine neue PIN gibt es auf der Seite des Codes.',
    }),
    undelivered: (count) => ({
      title:
        count === 1 ? 'Eine Nachricht war nicht zuzustellen' : `${count} Nachrichten waren nicht zuzustellen`,
      detail: (addresses) => `In den letzten sieben Tagen, an ${addresses}. Stimmen diese Adressen?`,
      more: (count) => `${count} weitere`,
    }),
  },
  counts: {
    active: 'Aktive Geräte',
    pending: 'Eingerichtet, noch nicht aktiv',
    invited: 'Eingeladen, noch kein Gerät',
    people: (days) => `Registriert in ${days} Tagen`,
    provisioned: (days) => `Eingerichtet in ${days} Tagen`,
  },
  period: { label: 'Zeitraum', days: (days) => `${days} Tage` },
  table: 'Als Tabelle zeigen',
  funnel: {
    title: (days) => `Von der Adresse zum Gerät, in ${days} Tagen`,
    lead: 'Jeder Schritt zählt, wie oft er in diesen Tagen vorkam; wer zwei Geräte einrichtet, zählt ab den Codes zweimal. „Adressen bestätigt“ sind die von Personen, die zum ersten Mal kamen.',
    describe: (steps) => `Balken untereinander: ${steps}.`,
    caption: 'Von der Adresse zum Gerät',
    columns: ['Schritt', 'Anzahl', 'Vom Schritt davor'],
    steps: {
      'account.registered': 'Adressen bestätigt',
      'account.completed': 'Konten vollständig',
      'provision_code.created': 'Codes ausgestellt',
      'device.provisioned': 'Eingelöst',
      'device.confirmed': 'Aktiv',
    },
    empty: 'In diesen Tagen hat sich niemand registriert. Nennen Sie Ihren Leuten die Einrichtungsseite:',
  },
  byPlatform: {
    title: 'Geräte nach Plattform',
    lead: 'Alles, was jetzt eingerichtet ist, gleich seit wann.',
    describe: (platforms) => `Balken untereinander: ${platforms}.`,
    caption: 'Geräte nach Plattform und Zustand',
    columns: ['Plattform', 'Aktiv', 'Noch nicht aktiv', 'Beendet'],
    bar: (active, pending) => (pending === 0 ? `${active} aktiv` : `${active} aktiv, ${pending} noch nicht`),
    empty: 'Noch ist kein Gerät eingerichtet.',
  },
  byDay: {
    title: (days) => `Eingerichtete Geräte nach Tag, in ${days} Tagen`,
    lead: 'Tage beginnen um Mitternacht UTC; heute ist noch nicht vorbei.',
    noun: devices,
    describe: (total, most, day) =>
      `Eine Säule für jeden Tag. Zusammen ${total}; die meisten an einem Tag waren ${most}, am ${day}.`,
    caption: 'Eingerichtete Geräte nach Tag',
    columns: ['Tag', 'Geräte'],
    empty: 'In diesen Tagen wurde kein Gerät eingerichtet.',
  },
  start: {
    title: 'Erste Schritte',
    lead: 'In dieser Reihenfolge können Ihre Leute in wenigen Minuten ihre Geräte einrichten.',
    done: 'erledigt',
    open: 'noch zu tun',
    rule: {
      label: 'Festlegen, wer sich registrieren darf',
      detail: 'Die E-Mail-Regel: welche Adressen zu Ihrer Organisation gehören.',
    },
    accountTemplate: {
      label: 'Wählen, womit neue Konten beginnen',
      detail: 'Eine Kontovorlage: Berechtigungen, Höchstzahl der Geräte, Gruppen.',
    },
    deviceTemplate: {
      label: 'Eine Gerätevorlage schreiben',
      detail: 'Was ein Gerät bekommt: WLAN, Mail, Regeln für den Gerätecode, die App.',
    },
    platforms: {
      label: 'Plattformen anbieten',
      detail: 'Eine Gerätevorlage für jede Plattform, die Sie anbieten.',
    },
    terms: {
      label: 'Aufschreiben, wozu Personen zustimmen',
      detail: 'Bedingungen sind freiwillig. Sie werden akzeptiert, bevor es einen Code gibt.',
    },
    attempt: {
      label: 'Selbst ausprobieren',
      detail: 'Registrieren Sie sich mit Ihrer eigenen Adresse und richten Sie ein Gerät ein.',
    },
  },
}
