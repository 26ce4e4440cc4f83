import type { oidc as english } from '../en/oidc.ts'

export const oidc: typeof english = {
  settings: {
    title: 'Anmeldung',
    lead: 'Verwalterinnen und Verwalter melden sich mit einem Passkey an. Hat Ihre Organisation einen Identitätsanbieter (OpenID Connect), können sie sich auch dort anmelden, und mit ihnen die Leute, denen die Geräte gehören.',
    provider: {
      title: 'Was Ihr Anbieter braucht',
      lead: 'Legen Sie dort eine Web-Anwendung an, die ein Geheimnis hat und den Authorization Code Flow verwendet. Geben Sie ihr genau diese Adresse.',
      redirectUri: 'Redirect-URI',
    },
    form: {
      title: 'Ihr Anbieter',
      lead: 'Gespeichert wird, sobald der Anbieter als der Aussteller geantwortet hat, den Sie nennen.',
      enabled: 'Bei diesem Anbieter melden sich Leute an',
      enabledDetail: 'Wer verwalten will, muss hier schon verwalten dürfen. Passkeys gelten weiter.',
      issuer: 'Aussteller (Issuer)',
      issuerHint:
        'So, wie Ihr Anbieter ihn schreibt, etwa https://login.firma.example/realms/staff. Die Adresse seines Discovery-Dokuments geht auch.',
      clientId: 'Client-ID',
      clientSecret: 'Client-Geheimnis',
      secretSet: 'ist gesetzt',
      secretKeep: 'Leer lassen, um das gesetzte zu behalten. Es wird nie angezeigt.',
      secretNew: 'Es wird verschlüsselt aufbewahrt und nie wieder angezeigt.',
      emailClaim: 'Claim mit der E-Mail-Adresse',
      emailClaimHint:
        'Meist email: Dann muss der Anbieter sagen, dass er die Adresse bestätigt hat. Nennen Sie einen anderen Claim nur, wenn niemand ihn selbst ändern kann.',
      forOwners: 'Auch wer ein Gerät einrichtet, meldet sich dort an',
      forOwnersDetail:
        'Die Seite zum Einrichten bietet es dann neben dem Code per E-Mail an. Die Regel für E-Mail-Adressen gilt weiter.',
      submit: 'Prüfen und speichern',
    },
    tryIt: 'Ausprobieren',
    tryText: 'Melden Sie sich selbst dort an. Sie kommen auf diese Seite zurück.',
    worked: 'Sie haben sich bei Ihrem Anbieter angemeldet. Es funktioniert.',
    saved: 'Gespeichert. Der Anbieter hat geantwortet, wie er soll.',
    savedOff: 'Gespeichert. Bei diesem Anbieter meldet sich niemand an.',
    forgotten: 'Vergessen. Bei der nächsten Anmeldung werden alle wieder über ihre E-Mail-Adresse gefunden.',
    issuer: {
      missing: 'Geben Sie den Aussteller ein.',
      too_long: 'Geben Sie höchstens 300 Zeichen ein.',
      not_a_url: 'Geben Sie eine ganze Adresse ein, die mit https:// beginnt.',
      not_https: 'Geben Sie eine Adresse ein, die mit https:// beginnt.',
      with_extras: 'Geben Sie die Adresse ohne Benutzernamen, „?“ und „#“ ein.',
      with_port: 'Geben Sie eine Adresse ohne Port ein: https verwendet Port 443.',
      not_public:
        'Geben Sie einen Namen ein, der im Internet bekannt ist, keine IP-Adresse und keinen Namen aus Ihrem eigenen Netz.',
    },
    discovery: {
      unreachable: () =>
        'Der Anbieter antwortet nicht. Prüfen Sie die Adresse und ob er aus dem Internet erreichbar ist.',
      no_document: () =>
        'Es kam eine Antwort, aber kein Discovery-Dokument von OpenID Connect. Prüfen Sie den Pfad der Adresse.',
      too_large: () => 'Die Antwort ist viel größer als ein Discovery-Dokument. Prüfen Sie die Adresse.',
      other_issuer: (named) =>
        named
          ? `Der Anbieter hat als ein anderer Aussteller geantwortet: ${named}. Ist das Ihrer, geben Sie ihn so ein.`
          : 'Der Anbieter hat als ein anderer Aussteller geantwortet. Vergleichen Sie die Adresse Zeichen für Zeichen.',
      incomplete: (named) =>
        `Der Anbieter hat geantwortet, aber ${named} fehlt oder ist keine öffentliche https-Adresse.`,
      unsupported: (named) => `Der Anbieter hat geantwortet, bietet aber nicht, was nötig ist: ${named}.`,
    },
    forget: {
      act: 'Zuordnungen vergessen',
      explained:
        'Wir erkennen Leute an ihrer Kennung beim Anbieter, damit eine neu vergebene Adresse kein altes Konto öffnet. Nach einem Wechsel von Client oder Mandant können diese Kennungen andere sein.',
      title: 'Zuordnungen beim Anbieter vergessen',
      consequences: [
        'Bei der nächsten Anmeldung werden alle noch einmal über ihre bestätigte E-Mail-Adresse gefunden und neu zugeordnet.',
        'Stellen Sie vorher sicher, dass keine Adresse inzwischen jemand anderem gehört: Diese Person bekäme das Konto derjenigen, die sie vorher hatte.',
        'Niemand wird abgemeldet.',
      ],
    },
  },
  start: {
    or: 'oder',
    with: (organisation) => `Mit ${organisation} anmelden`,
  },
  link: 'Mit Ihrer Organisation anmelden',
  organisation: {
    title: 'Mit Ihrer Organisation anmelden',
    lead: 'Hat Ihre Organisation eine eigene Anmeldeseite, bringen wir Sie dorthin.',
    name: 'Kurzname der Organisation',
    hint: 'Der letzte Teil der Adresse, unter der ihre Geräte eingerichtet werden: /setup/name.',
    submit: 'Weiter',
    onward: 'Einen Moment',
    onwardLead: (slug) => `Es geht weiter zur Anmeldeseite von „${slug}“.`,
  },
  ends: {
    not_offered: {
      title: 'Keine eigene Anmeldung',
      text: () => 'Unter diesem Namen hat keine Organisation eine eigene Anmeldeseite.',
      next: 'Prüfen Sie den Kurznamen, oder melden Sie sich mit Ihrer E-Mail-Adresse an.',
    },
    not_for_owners: {
      title: 'Nehmen Sie Ihre E-Mail-Adresse',
      text: (organisation) => `Auf diesem Weg meldet sich nur an, wer ${organisation} verwaltet.`,
      next: 'Melden Sie sich stattdessen mit Ihrer E-Mail-Adresse an.',
    },
    unreachable: {
      title: 'Die Anmeldeseite antwortet nicht',
      text: (organisation) => `Der Anmeldedienst von ${organisation} ist im Moment nicht erreichbar.`,
      next: 'Versuchen Sie es in einer Minute noch einmal, oder melden Sie sich anders an.',
    },
    misconfigured: {
      title: 'Diese Anmeldung ist nicht richtig eingerichtet',
      text: (organisation) => `Der Anmeldedienst von ${organisation} erkennt uns nicht an.`,
      next: 'Wer die Organisation verwaltet, kann das beheben: Client-ID, Client-Geheimnis und Redirect-URI müssen auf beiden Seiten gleich sein.',
    },
    stale: {
      title: 'Diese Anmeldung ist abgelaufen',
      text: () =>
        'Sie war schon abgeschlossen, hat länger als zehn Minuten gedauert oder begann in einem anderen Tab.',
      next: 'Beginnen Sie noch einmal. Es wurde nichts geändert.',
    },
    declined: {
      title: 'Sie wurden nicht angemeldet',
      text: (organisation) =>
        `Der Anmeldedienst von ${organisation} hat Sie zurückgeschickt, ohne Sie anzumelden.`,
      next: 'Haben Sie selbst abgebrochen, versuchen Sie es noch einmal. Wenn nicht, fehlt Ihnen dort vielleicht der Zugang zu dieser Anwendung.',
    },
    not_valid: {
      title: 'Diese Anmeldung ließ sich nicht prüfen',
      text: (organisation) =>
        `Was der Anmeldedienst von ${organisation} geschickt hat, ist nicht gültig. Zu Ihrer Sicherheit haben wir es nicht angenommen.`,
      next: 'Beginnen Sie noch einmal. Geschieht es wieder, sagen Sie denen Bescheid, die hier verwalten.',
    },
    no_account: {
      title: 'Sie haben hier noch kein Konto',
      text: (organisation, address) =>
        address
          ? `${organisation} hat Sie als ${address} angemeldet, aber mit dieser Adresse arbeitet hier niemand.`
          : `${organisation} hat Sie angemeldet, aber Sie haben hier kein Konto.`,
      next: 'Lassen Sie diese Adresse einladen, oder versuchen Sie es mit einem anderen Konto.',
    },
    no_address: {
      title: 'Ihre E-Mail-Adresse fehlt',
      text: (organisation) =>
        `Der Anmeldedienst von ${organisation} hat uns Ihre E-Mail-Adresse nicht genannt.`,
      next: 'Lassen Sie sie dort in Ihr Konto eintragen, oder melden Sie sich anders an.',
    },
    not_verified: {
      title: 'Ihre E-Mail-Adresse ist nicht bestätigt',
      text: (organisation) => `Der Anmeldedienst von ${organisation} bürgt nicht für Ihre E-Mail-Adresse.`,
      next: 'Lassen Sie sie dort bestätigen, oder melden Sie sich anders an.',
    },
    not_accepted: {
      title: 'Diese Adresse wird hier nicht angenommen',
      text: (organisation, address) =>
        `Sie wurden als ${address ?? ''} angemeldet. Diese Adresse nimmt ${organisation} zum Einrichten von Geräten nicht an.`,
      next: 'Versuchen Sie es mit Ihrem Arbeitskonto.',
    },
    other_person: {
      title: 'Diese Adresse gehört zu einem anderen Konto',
      text: (_organisation, address) =>
        `Mit ${address ?? 'dieser Adresse'} hat sich schon jemand anderes angemeldet. Um dieses Konto zu schützen, lassen wir niemand anderen hinein.`,
      next: 'Gehört die Adresse jetzt Ihnen, oder wurde Ihr Konto beim Anmeldedienst neu angelegt, sagen Sie denen Bescheid, die hier verwalten.',
    },
  },
  ways: {
    yourOrganisation: 'Ihrer Organisation',
    again: 'Noch einmal versuchen',
    instead: 'Stattdessen per E-Mail anmelden',
    said: (code) => `Der Anmeldedienst sagte: ${code}`,
  },
}
