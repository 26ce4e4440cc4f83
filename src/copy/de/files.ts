import type { files as english } from '../en/files.ts'

/** Die Seite mit dem, was ein Browser aushändigt, wo es keine einzelne Datei gibt. */
export const files: typeof english = {
  open: 'Zeigen, was zu installieren ist',
  openLead: (organisation) =>
    `Die Einstellungen von ${organisation} kommen als Dateien und Schritte für diese Plattform. Öffnen Sie sie hier und gehen Sie sie durch.`,
  installLead: 'Gehen Sie die Seite mit den Dateien durch. Ist alles eingerichtet, sagen Sie es hier.',
  again: (left) => `Dateien noch einmal zeigen (noch ${left}-mal)`,
  gone: 'Sie brauchen die Dateien noch einmal?',
  getNew: 'Neuen Code holen',
  status: {
    title: 'Dateien öffnen',
    detail: 'Mit der Schaltfläche oben.',
    done: 'Dateien ausgehändigt',
    install: 'Installieren',
    installed: 'Installiert',
  },
  helpers: {
    android: { title: 'Ein neues Telefon oder ein Arbeitsprofil', button: 'Code und Link zeigen' },
    windows: { title: 'Von Ihrer Organisation verwaltet', button: 'Link zeigen' },
    linux: {
      title:
        'Es erzeugt den eigenen Schlüssel dieses Computers, installiert, was zu installieren ist, und meldet sich.',
      button: 'Skript holen',
    },
  },
  title: 'Was zu installieren ist',
  lead: 'Gehen Sie es von oben nach unten durch.',
  ends: 'Die Dateien auf dieser Seite lassen sich eine Stunde lang herunterladen. Danach öffnen Sie sie von der Einrichtungsseite aus neu.',
  back: 'Zurück zur Einrichtungsseite',
  nothing: 'Hier ist nichts zu installieren: Die Einrichtungsseite sagt, was zu tun ist.',
  done: { title: 'Wenn alles eingerichtet ist', button: 'Es ist installiert' },
  password: 'Passwort der Datei',
  passwordNote: 'Es wird einmal verlangt, wenn das Zertifikat installiert wird. Es steht nirgends sonst.',
  links: {
    windows_mdm: {
      title: 'Mit Ihrer Organisation verbinden',
      button: 'Diesen PC verbinden',
      steps: [
        'Drücken Sie die Schaltfläche: Der Browser fragt, ob er die Windows-Einstellungen öffnen darf. Erlauben Sie es.',
        'Melden Sie sich mit Ihrem Konto der Organisation an und folgen Sie den Schritten dort.',
      ],
    },
    android_enterprise: {
      title: 'Arbeitsprofil',
      button: 'Arbeitsprofil einrichten',
      steps: [
        'Drücken Sie die Schaltfläche auf dem Telefon selbst. Die Einrichtung von Google öffnet sich und übernimmt.',
      ],
    },
  },
  codes: {
    provisioning: {
      title: 'Ein neues oder zurückgesetztes Telefon',
      label: 'Code für ein neues Telefon',
      steps: [
        'Tippen Sie auf dem ersten Bildschirm des Telefons, **Hallo** oder **Willkommen**, sechsmal auf dieselbe Stelle.',
        'Richten Sie es auf den Code, auf einem anderen Bildschirm als seinem eigenen.',
        'Es installiert, was Ihre Organisation gewählt hat. Der Code gilt einmal.',
      ],
    },
    wifi: {
      title: 'WLAN per Code',
      label: (network) => `Code für das Netz ${network}`,
      steps: [
        'Mit dieser Seite auf einem anderen Bildschirm: Tippen Sie in den WLAN-Einstellungen des Telefons auf das Code-Zeichen und scannen Sie.',
        'Auf dem Telefon selbst: Tippen Sie Name und Passwort ab, wie sie unten stehen.',
      ],
    },
  },
  kinds: {
    wifi: 'WLAN',
    passpoint: 'WLAN über Passpoint',
    networks: 'Netze',
    vpn: 'VPN',
    certificate: 'Zertifikate, denen vertraut wird',
    identity: 'Zertifikat dieses Geräts',
    ownCertificate: 'Ihre eigenen Zertifikate',
    script: 'Skript, das alles erledigt',
  },
  steps: {
    android: {
      certificate: [
        'Öffnen Sie **Einstellungen** und suchen Sie **Zertifikat installieren**.',
        'Wählen Sie **WLAN-Zertifikat** oder **CA-Zertifikat**, dann die Datei aus Ihren Downloads.',
      ],
      identity: [
        'Öffnen Sie die heruntergeladene Datei. Geschieht nichts: **Einstellungen**, **Zertifikat installieren** suchen, **VPN- und App-Nutzerzertifikat** wählen.',
        'Geben Sie das Passwort unten ein.',
      ],
      passpoint: [
        'Öffnen Sie die heruntergeladene Datei über die Benachrichtigung.',
        'Android fragt, ob es hinzugefügt werden soll: Tippen Sie auf **Installieren**. Es verbindet sich überall, wo das Netz Passpoint anbietet.',
      ],
    },
    windows: {
      certificate: [
        'Öffnen Sie die heruntergeladene Datei und wählen Sie **Zertifikat installieren**, dann **Aktueller Benutzer**.',
        'Wählen Sie **Alle Zertifikate in folgendem Speicher speichern** und dort **Vertrauenswürdige Stammzertifizierungsstellen**.',
        'Gehen Sie weiter bis **Fertig stellen** und bestätigen Sie mit **Ja**.',
      ],
      identity: [
        'Öffnen Sie die heruntergeladene Datei und wählen Sie **Aktueller Benutzer**.',
        'Geben Sie das Passwort unten ein und lassen Sie den Rest, wie er ist, bis **Fertig stellen**.',
      ],
      wifi: [
        'Öffnen Sie den Ordner mit dem Download, klicken Sie in seine Adresszeile, tippen Sie **cmd** und drücken Sie die Eingabetaste.',
        'Fügen Sie den Befehl ein und drücken Sie die Eingabetaste. Windows kennt dann das Netz.',
      ],
    },
    chromeos: {
      identity: [
        'Tippen Sie **chrome://settings/certificates** in die Adresszeile, öffnen Sie Ihre Zertifikate und wählen Sie **Importieren und verknüpfen**.',
        'Wählen Sie die heruntergeladene Datei und geben Sie das Passwort unten ein.',
      ],
      networks: [
        'Tippen Sie **chrome://network#general** in die Adresszeile.',
        'Wählen Sie bei **ONC-Datei importieren** die heruntergeladene Datei. Die Netze stehen dann in den Einstellungen.',
      ],
      certificate: [
        'Die Netze oben kennen sie schon. Für Webseiten: Tippen Sie **chrome://settings/certificates** in die Adresszeile und importieren Sie sie unter **Zertifizierungsstellen**.',
      ],
    },
    linux: {
      script: [
        'Öffnen Sie ein Terminal im Ordner mit dem Download und führen Sie den Befehl aus.',
        'Es erzeugt den eigenen Schlüssel dieses Computers, installiert Zertifikate und Netze und meldet sich. Diese Seite gibt dann ab.',
        'Löschen Sie die Datei danach: Sie enthält Geheimnisse.',
      ],
      ownCertificate: [
        'Importieren Sie sie dort, wo Sie sie brauchen, im Mailprogramm oder Browser: Deren Einstellungen haben einen Ort für Zertifikate. Dateien mit der Endung **.p12** fragen nach dem Passwort unten.',
      ],
    },
  },
  command: 'Befehl',
  byHand: {
    title: 'Oder von Hand',
    lead: 'Laden Sie alle diese Dateien in einen leeren Ordner, öffnen Sie dort ein Terminal und führen Sie die Befehle aus. NetworkManager kennt dann die Netze; VPN braucht dessen strongSwan-Plug-in.',
    label: (number) => `Befehl ${number}`,
  },
  typed: {
    title: { wifi: 'WLAN zum Eintippen', vpn: 'VPN zum Eintippen', mail: 'E-Mail zum Eintippen' },
    facts: {
      network: 'Name',
      security: 'Sicherheit',
      server: 'Server',
      incoming: 'Posteingangsserver',
      outgoing: 'Postausgangsserver',
      remoteId: 'Kennung des Servers',
      localId: 'Eigene Kennung',
      method: 'Verfahren',
      identity: 'Benutzername',
      outerIdentity: 'Anonyme Identität',
      username: 'Benutzername',
      password: 'Passwort',
      sharedSecret: 'Gemeinsames Geheimnis',
      serverName: 'Name des Servers',
      address: 'Adresse',
    },
  },
  webLinks: 'Weblinks',
  leftOut: {
    title: 'Nicht auf diesem Gerät',
    lead: 'Ihre Organisation hat auch dies festgelegt; von hier lässt es sich nicht installieren:',
  },
}
