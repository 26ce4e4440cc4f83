import type { deviceTemplates as english } from '../en/device-templates.ts'
import { deviceTemplateFields } from './device-template-fields.ts'
import { deviceTemplateStart } from './device-template-start.ts'

export const deviceTemplates: typeof english = {
  ...deviceTemplateFields,
  start: deviceTemplateStart,
  list: {
    title: 'Gerätevorlagen',
    lead: 'Was ein Gerät bekommt und was dazu gesagt wird. Welche Vorlage für welche Plattform gilt, steht in der Geräteeinrichtung.',
    create: 'Neue Vorlage',
    caption: 'Gerätevorlagen',
    columns: {
      name: 'Name',
      version: 'Version',
      offered: 'In der Einrichtung',
      devices: 'Geräte',
      changed: 'Geändert',
    },
    show: 'Zeigen',
    inUse: 'In Gebrauch',
    archived: 'Archiviert',
    empty: 'Es gibt noch keine Vorlage. Legen Sie eine für jede Plattform an, die eingerichtet werden darf.',
    emptyArchived: 'Nichts ist archiviert.',
    notOffered: 'nicht angeboten',
    has: 'in Gebrauch',
    hasNone: 'keine',
  },
  create: {
    title: 'Neue Gerätevorlage',
    lead: 'Sie beginnt mit dem, was auf der Plattform meist passt. Danach können Sie alles ändern.',
    name: 'Name',
    nameHint: 'Wer verwaltet, sieht ihn, und ein Profil heißt auf dem Gerät so.',
    platform: 'Plattform',
    submit: 'Vorlage anlegen',
  },
  copy: {
    title: (name: string) => `„${name}“ kopieren`,
    lead: 'Alles kommt mit, auch gespeicherte Passwörter. Die Kopie wird erst angeboten, wenn die Geräteeinrichtung sie nennt.',
    platform: 'Für',
    platformHint:
      'Was eine andere Plattform nicht nutzen kann, bleibt erhalten; die Seite der Kopie sagt es.',
    submit: 'Kopie anlegen',
    name: (name: string) => `${name} (Kopie)`,
    lost: 'Ein gespeichertes Passwort lässt sich nicht mehr lesen. Öffnen Sie die Vorlage, geben Sie es neu ein, speichern Sie, und kopieren Sie dann.',
  },
  archive: {
    title: (name: string) => `„${name}“ archivieren`,
    consequences: [
      'Sie kann in der Geräteeinrichtung nicht mehr gewählt werden.',
      'Sie bleibt mit ihrem Verlauf in der Liste der archivierten Vorlagen. Sie können sie jederzeit zurückholen.',
    ],
    devices: (count: number) =>
      count === 0
        ? 'Kein Gerät nutzt sie.'
        : count >= 1000
          ? '1.000 Geräte oder mehr nutzen sie. Sie behalten sie und arbeiten weiter.'
          : count === 1
            ? 'Ein Gerät nutzt sie. Es behält sie und arbeitet weiter.'
            : `${count} Geräte nutzen sie. Sie behalten sie und arbeiten weiter.`,
    act: 'Archivieren',
    offeredTitle: 'Sie wird in der Geräteeinrichtung angeboten',
    offered: (platforms: string) =>
      `Wer ${platforms} einrichtet, bekommt diese Vorlage. Wählen Sie dort eine andere oder keine, und archivieren Sie sie dann.`,
    toSetup: 'Geräteeinrichtung öffnen',
  },
  done: {
    created: 'Die Vorlage ist angelegt. Angeboten wird sie, sobald die Geräteeinrichtung sie nennt.',
    copied: 'Die Kopie ist angelegt.',
    saved: 'Gespeichert. Geräte bekommen es mit ihrer nächsten Meldung.',
    unchanged: 'Nichts war geändert, also wurde nichts gespeichert.',
    archived: 'Archiviert.',
    unarchived: 'Sie ist wieder in Gebrauch, und die Geräteeinrichtung kann sie nennen.',
    restored: 'Die frühere Version ist jetzt die neueste.',
  },
  edit: {
    version: (version: number) => `Version ${version}`,
    save: 'Speichern',
    preview: 'Vorschau',
    showPreview: 'Vorschau wie beim Einrichten',
    history: 'Verlauf',
    copyIt: 'Kopieren',
    archiveIt: 'Archivieren',
    unarchive: 'Zurückholen',
    archivedTitle: 'Archiviert',
    archivedText: 'Geräte, die sie haben, behalten sie. Die Geräteeinrichtung bietet sie nicht an.',
    leftOutTitle: 'Hier gesetzt, kommt aber nicht auf das Gerät',
    overview: 'Was in dieser Vorlage steht',
    isSet: 'gesetzt',
    isEmpty: 'nicht gesetzt',
    staleTitle: 'Inzwischen hat jemand anderes gespeichert',
    stale: (version: number) =>
      `Jetzt geht es um Version ${version}. Ihre Eingaben stehen noch hier. Speichern Sie noch einmal, um sie an die Stelle der anderen zu setzen.`,
    staleNothing: 'Was geändert wurde, steht im Verlauf.',
    remove: 'Entfernen',
    optional: 'freiwillig',
    row: (name: string, number: number) => `${name} ${number}`,
    secretStored: 'Ist gesetzt und wird nie gezeigt. Lassen Sie es leer, um es zu behalten.',
    secretHeld:
      'Ihre Eingabe ist behalten, wird aber nicht gezeigt. Lassen Sie das Feld leer, um sie zu behalten.',
    secretRemove: 'Entfernen, was gesetzt ist',
  },
  history: {
    title: 'Verlauf',
    caption: 'Versionen dieser Vorlage',
    columns: { version: 'Version', what: 'Was sich änderte', act: 'Zurückkehren' },
    current: 'aktuell',
    firstKnown: 'Die erste bekannte Version',
    nobody: 'nicht bekannt',
    system: 'Latchkey',
    empty: 'Nichts wurde geändert, seit Versionen aufgehoben werden.',
    more: (count: number) => (count === 1 ? 'und eine weitere' : `und ${count} weitere`),
    change: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
    nothing: 'leer',
    secret: {
      set: (field: string) => `${field}: gesetzt`,
      changed: (field: string) => `${field}: geändert`,
      removed: (field: string) => `${field}: entfernt`,
    },
    restore: (version: number) => `Zu Version ${version} zurückkehren`,
    restoreLead: 'Sie wird die neueste Version. Nichts geht verloren: Die Versionen dazwischen bleiben hier.',
    restoreChanges: 'Was sich dadurch ändert',
    lostTitle: 'Das Zurückkehren geht nicht',
    lost: 'Ein gespeichertes Passwort jener Version lässt sich nicht mehr lesen, oder etwas darin ist nicht mehr zulässig. Ändern Sie die Vorlage stattdessen von Hand.',
    same: 'Nichts: Die Vorlage sagt schon dasselbe.',
  },
  previewPage: {
    title: 'Vorschau',
    lead: 'Was beim Einrichten zu lesen ist, mit einer erfundenen Person, so wie das Formular es jetzt sagt: gespeichert oder nicht.',
    leadSaved: 'Was beim Einrichten zu lesen ist, mit einer erfundenen Person.',
    language: 'Sprache',
    beside: 'Neben dem Code',
    before: 'Vor der Zustimmung',
    onDevice: 'Auf der Seite des Geräts',
    installed: 'Was installiert wird',
    nothing: 'Nichts wird installiert.',
    noNotes: 'Es gibt keine Hinweise.',
    notDelivered: 'Kommt auf diesem Gerät nicht an',
    items: {
      wifi: (names: string) => `WLAN: ${names}`,
      certificates: (names: string) => `Vertraute Zertifikate: ${names}`,
      identity: (subject: string) => `Ein Zertifikat für ${subject}`,
      vpn: (names: string) => `VPN: ${names}`,
      mail: (names: string) => `E-Mail: ${names}`,
      passcode: (length: number) =>
        length > 0 ? `Ein Gerätecode mit mindestens ${length} Zeichen` : 'Regeln für den Gerätecode',
      webLinks: (names: string) => `Links: ${names}`,
      agentApp: (name: string) => `App: ${name}`,
      policies: (count: number) => (count === 1 ? 'Eine Regel für die App' : `${count} Regeln für die App`),
      extras: 'Weitere Einstellungen dieser Plattform',
    },
    sample: { name: 'Ada Lovelace', device: 'Adas Gerät' },
  },
}
