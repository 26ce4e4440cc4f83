import type { ota as english } from '../en/ota.ts'

export const ota: typeof english = {
  profile: {
    name: (organisation) => `${organisation}: dieses Gerät einrichten`,
    description: (organisation) =>
      `Sagt ${organisation}, welches Gerät das ist: Name, Modell, Systemversion, Seriennummer. Dafür bekommt es seine Einstellungen.`,
  },
  happens: {
    profile:
      'Sie laden ein Profil und installieren es in den Einstellungen. Das Gerät fragt zweimal: ob es sagen darf, was es ist, und ob es seine Einstellungen wie WLAN installieren soll.',
    once: 'Es sagt einmal, beim Einrichten, was es ist, und danach nicht mehr.',
  },
  canSee: [
    'Welches Gerät es ist: Name, Modell, Systemversion, Seriennummer, Gerätekennungen',
    'Wann es eingerichtet wurde',
  ],
  lead: {
    download: (organisation) =>
      `Es braucht zwei Profile: Das eine sagt ${organisation}, welches Gerät das ist, das andere bringt die Einstellungen. Laden Sie hier das erste.`,
    install:
      'Das erste Profil ist auf dem Gerät. Installieren Sie es in den Einstellungen: Das zweite folgt von selbst.',
    active:
      'Das Gerät hat gesagt, was es ist, und seine Einstellungen geholt. Fragt es noch etwas, antworten Sie dort; dann können Sie diese Seite schließen.',
    delivered:
      'Das Profil ist auf dem Gerät. Installieren Sie es dort in den Einstellungen; diese Seite zeigt, wann es fertig ist.',
  },
  howToInstall: 'So installieren Sie beide',
  steps: {
    ios: [
      'Öffnen Sie **Einstellungen** und tippen Sie oben auf **Profil geladen**. Nicht zu sehen? Schauen Sie unter **Allgemein\u00a0› VPN und Geräteverwaltung** nach.',
      'Das Gerät fragt zum ersten Mal: Tippen Sie auf **Installieren** und geben Sie Ihren Code ein. Es sagt dann, was es ist, und holt seine Einstellungen.',
      'Es fragt zum zweiten Mal, nun für die Einstellungen: Tippen Sie auf **Installieren** und machen Sie weiter, bis **Profil installiert** erscheint.',
    ],
    macos: [
      'Öffnen Sie **Systemeinstellungen\u00a0› Allgemein\u00a0› Geräteverwaltung**. Vor macOS 15 ist es **Datenschutz & Sicherheit\u00a0› Profile**.',
      'Doppelklicken Sie auf das Profil und wählen Sie **Installieren**: Der Mac fragt zum ersten Mal. Er sagt dann, was er ist, und holt seine Einstellungen.',
      'Er fragt zum zweiten Mal, nun für die Einstellungen: Wählen Sie **Installieren** und geben Sie Ihr Passwort ein.',
    ],
  },
  byItself:
    'Hier ist nichts weiter zu tun: Diese Seite zeigt von selbst, wann das Gerät gesagt hat, was es ist.',
  failed: 'Das Gerät konnte die Einstellungen nicht installieren?',
  again: (left) => `Erstes Profil noch einmal laden (${left} Mal möglich)`,
  status: {
    install: 'Beide Profile in den Einstellungen installieren',
    told: 'Das Gerät hat gesagt, was es ist',
    active: {
      now: 'Installieren Sie jetzt das Profil',
      nowDetail:
        'Auf dem Gerät in den Einstellungen. Es fragt zweimal und meldet von selbst, wann es fertig ist.',
      next: 'Aktiv',
      nextDetail: 'Wenn das Gerät gesagt hat, was es ist.',
    },
  },
}
