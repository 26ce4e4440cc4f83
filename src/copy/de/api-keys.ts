import type { apiKeys as english } from '../en/api-keys.ts'

export const apiKeys: typeof english = {
  title: 'API-Schlüssel',
  make: 'Schlüssel erzeugen …',
  caption: 'API-Schlüssel',
  columns: {
    name: 'Schlüssel',
    scopes: 'Darf',
    state: 'Zustand',
    made: 'Erzeugt',
    used: 'Zuletzt benutzt',
    ends: 'Endet',
    act: 'Was möglich ist',
  },
  hint: (end) => `endet auf ${end}`,
  states: { active: 'Aktiv', ended: 'Beendet', revoked: 'Widerrufen' },
  madeBy: (name) => `von ${name}`,
  never: 'Noch nicht',
  noEnd: 'Kein Ende',
  revokeLink: 'Widerrufen …',
  revokeLabel: (name) => `Den Schlüssel ${name} widerrufen`,
  scopes: {
    security_strings: {
      short: 'Sicherheitszeichenfolgen prüfen',
      label: 'Sicherheitszeichenfolgen prüfen',
      detail:
        'Fragen, ob eine vorgelesene oder eingegebene Zeichenfolge die richtige ist, und sie verbrauchen.',
    },
  },
  empty: {
    text: 'Es gibt noch keine Schlüssel. Erzeugen Sie einen für jedes Ihrer Systeme, das diesen Dienst fragt, etwa ein VPN-Gateway oder ein Helpdesk-Werkzeug, das Sicherheitszeichenfolgen prüft.',
    act: 'Ersten Schlüssel erzeugen',
  },
  nothingMore: 'Es gibt keine weiteren Schlüssel.',
  usage: {
    title: 'Eine Sicherheitszeichenfolge prüfen',
    lead: 'Senden Sie mit dem Schlüssel die E-Mail-Adresse der Person, die Position und die Zeichenfolge. Eine richtige zählt einmal; zehn falsche machen die Zeichenfolgen eines Geräts ungültig.',
  },
  form: {
    title: 'Schlüssel erzeugen',
    lead: 'Ein Schlüssel für jedes System: So sehen Sie, welches ihn benutzt, und können einen ohne die anderen beenden.',
    name: 'Name',
    nameHint: 'Was ihn benutzt, zum Beispiel: VPN-Gateway.',
    scopes: 'Was er darf',
    endsOn: 'Letzter Tag',
    endsOnHint:
      'Der Schlüssel endet mit diesem Tag (UTC). Bleibt das Feld leer, gilt er, bis Sie ihn widerrufen.',
    submit: 'Schlüssel erzeugen',
  },
  made: {
    title: 'Ihr neuer Schlüssel',
    once: 'Kopieren Sie den Schlüssel jetzt. Er wird nur dieses eine Mal gezeigt und nirgends aufbewahrt.',
    key: (name) => `Schlüssel für ${name}`,
    keep: 'Bewahren Sie ihn dort auf, wo Ihr System seine Geheimnisse hat. Geht er verloren oder könnte ihn jemand anders gesehen haben, widerrufen Sie ihn und erzeugen Sie einen neuen.',
    back: 'Ich habe ihn kopiert',
  },
  revoke: {
    title: (name) => `Den Schlüssel ${name} widerrufen`,
    consequences: [
      'Was diesen Schlüssel benutzt, wird ab jetzt abgewiesen.',
      'Sicherheitszeichenfolgen und Geräte bleiben, wie sie sind; Ihre anderen Schlüssel gelten weiter.',
      'Das lässt sich nicht rückgängig machen. Einen neuen Schlüssel können Sie jederzeit erzeugen.',
    ],
    act: 'Schlüssel widerrufen',
  },
}
