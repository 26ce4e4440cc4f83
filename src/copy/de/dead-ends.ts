import type { deadEnds as english, waysOn as englishWays } from '../en/dead-ends.ts'

export const deadEnds: typeof english = {
  no_organisation: {
    title: 'Welche Organisation?',
    text: 'Jede Organisation hat ihre eigene Seite zum Einrichten von Geräten. Geben Sie hier ihren Kurznamen ein.',
    next: 'Sie finden ihn in Ihrer Einladung oder am Ende der Adresse, die Sie erhalten haben: /setup/name.',
  },
  unknown_organisation: {
    title: 'Diese Organisation kennen wir nicht',
    text: 'Unter diesem Namen gibt es keine Seite zum Einrichten von Geräten.',
    next: 'Vergleichen Sie den Namen mit Ihrer Einladung, oder fragen Sie die Person, von der Sie die Adresse haben.',
  },
  service_off: {
    title: 'Das Einrichten ist abgeschaltet',
    text: 'Im Augenblick kann hier niemand ein Gerät einrichten. Eingerichtete Geräte funktionieren weiter.',
    next: 'Versuchen Sie es später noch einmal. Es geht nichts verloren.',
  },
  organisation_off: {
    title: 'Das Einrichten ist abgeschaltet',
    text: 'Ihre Organisation hat das Einrichten von Geräten unterbrochen.',
    next: 'Versuchen Sie es später noch einmal, oder fragen Sie den Helpdesk, wann es weitergeht.',
  },
  account_disabled: {
    title: 'Ihr Konto ist abgeschaltet',
    text: 'Mit dieser Adresse lassen sich im Augenblick keine Geräte einrichten.',
    next: 'Bitten Sie den Helpdesk, es wieder einzuschalten.',
  },
  wrong_role: {
    title: 'Diese Seite ist nicht für Ihr Konto',
    text: 'Sie sind angemeldet, aber mit einem Konto, das hier nicht hinein darf.',
    next: 'Melden Sie sich mit dem passenden Konto an, oder gehen Sie zurück.',
  },
  not_permitted: {
    title: 'Das ist für Sie nicht freigeschaltet',
    text: 'Ihre Organisation legt fest, was Menschen mit ihren Geräten selbst tun; dies gehört nicht dazu.',
    next: 'Bitten Sie den Helpdesk, es für Sie zu tun oder es freizuschalten.',
  },
  no_platforms: {
    title: 'Noch keine Geräte zur Auswahl',
    text: 'Ihre Organisation hat noch keine Art von Gerät vorbereitet. Ihre Registrierung bleibt erhalten.',
    next: 'Kommen Sie später wieder, oder fragen Sie den Helpdesk, wann es so weit ist.',
  },
  link_unknown: {
    title: 'Dieser Link funktioniert nicht',
    text: 'Vielleicht ist er unvollständig: Beim Kopieren werden Links manchmal abgeschnitten.',
    next: 'Scannen Sie den Code noch einmal, oder kopieren Sie den ganzen Link von der Seite, auf der Sie ihn erhalten haben.',
  },
  link_expired: {
    title: 'Dieser Link ist abgelaufen',
    text: 'Er wurde nicht rechtzeitig verwendet. Es ist nichts verloren.',
    next: 'Holen Sie einen neuen: Melden Sie sich mit Ihrer E-Mail-Adresse an und wählen Sie Ihr Gerät.',
  },
  link_used: {
    title: 'Dieser Link wurde schon verwendet',
    text: 'Damit wurde {device} eingerichtet, um {time}. Jeder Link gilt für ein Gerät.',
    textUnknown: 'Damit wurde ein Gerät eingerichtet. Jeder Link gilt für ein Gerät.',
    next: 'Für ein weiteres Gerät holen Sie einen neuen Link.',
  },
  link_limit: {
    title: 'Keine weiteren Geräte für dieses Konto',
    text: 'Das Konto hat so viele Geräte, wie es haben darf. Dieser Link ist nicht verbraucht.',
    next: 'Der Helpdesk kann ein Gerät entfernen, das nicht mehr gebraucht wird. Öffnen Sie dann diesen Link noch einmal.',
  },
  link_superseded: {
    title: 'Es gibt einen neueren Link',
    text: 'Ein neuerer Link ist an die Stelle von diesem getreten.',
    next: 'Verwenden Sie den neuesten, oder holen Sie noch einen.',
  },
  link_revoked: {
    title: 'Dieser Link wurde zurückgezogen',
    text: 'Damit lässt sich kein Gerät mehr einrichten.',
    next: 'Holen Sie einen neuen, oder fragen Sie den Helpdesk nach dem Grund.',
  },
  invitation_unknown: {
    title: 'Dieser Link funktioniert nicht',
    text: 'Vielleicht ist er unvollständig: Beim Kopieren werden Links manchmal abgeschnitten.',
    next: 'Scannen Sie den Code in Ihrer Nachricht noch einmal, oder kopieren Sie den ganzen Link daraus. Es gilt die neueste Nachricht.',
  },
  invitation_superseded: {
    title: 'Es gibt eine neuere Einladung',
    text: 'Ihnen wurde eine neuere Einladung geschickt, die an die Stelle von dieser getreten ist. Eingerichtete Geräte bleiben, wie sie sind.',
    next: 'Suchen Sie die neueste Nachricht und verwenden Sie den Link darin.',
  },
  invitation_deactivated: {
    title: 'Diese Einladung ist beendet',
    text: 'Sie wurde zurückgezogen, und es lässt sich damit kein Gerät mehr einrichten. Eingerichtete Geräte bleiben, wie sie sind.',
    next: 'Bitten Sie den Helpdesk um eine neue, falls Sie noch eine brauchen.',
  },
  invitation_expired: {
    title: 'Diese Einladung ist abgelaufen',
    text: 'Ihre Zeit ist vorbei. Eingerichtete Geräte bleiben, wie sie sind.',
    next: 'Bitten Sie den Helpdesk um eine neue.',
  },
  invitation_full: {
    title: 'Alle Geräte dieser Einladung sind eingerichtet',
    text: 'Sie galt für eine bestimmte Zahl von Geräten, und alle sind da. Sie bleiben, wie sie sind.',
    next: 'Bitten Sie den Helpdesk um eine neue Einladung, oder darum, ein Gerät zu entfernen, das nicht mehr gebraucht wird.',
  },
  ticket_used: {
    title: 'Dieser Übergabelink gilt nicht mehr',
    text: 'Mit ihm geht das Einrichten in einem anderen Browser oder einer App weiter: einmal und innerhalb eines Tages.',
    next: 'Haben Sie schon weitergemacht, bleiben Sie dort. Wenn nicht, kopieren Sie den Link noch einmal von der Seite, von der Sie ihn haben, oder holen Sie einen neuen Code.',
  },
  claim_unknown: {
    title: 'Dieses Gerät wurde in einem anderen Browser eingerichtet',
    text: 'Seine Seite öffnet sich nur in dem Browser, in dem das Einrichten weiterging, und nur einen Tag lang.',
    next: 'Öffnen Sie sie dort, oder holen Sie einen neuen Code.',
  },
  artefact_gone: {
    title: 'Hier lässt sich nichts mehr laden',
    text: 'Ein Profil kann dreimal geladen werden, innerhalb eines Tages.',
    next: 'Ist es auf dem Gerät, installieren Sie es in den Einstellungen. Wenn nicht, holen Sie einen neuen Code.',
  },
  no_certificate: {
    title: 'Das Zertifikat Ihres Geräts fehlt',
    text: 'Zu dem, was für Sie eingerichtet wird, gehört ein Zertifikat Ihrer Organisation, und es lässt sich gerade nicht ausstellen. Ohne es wird nichts ausgegeben.',
    next: 'Versuchen Sie es in einigen Minuten noch einmal. Hilft das nicht, sagen Sie dem Helpdesk, dass das Zertifikat fehlt.',
  },
  too_many_certificates: {
    title: 'Genug Zertifikate für heute',
    text: 'Jedes Herunterladen eines Zertifikats stellt ein neues aus, und ein Gerät bekommt zehn am Tag.',
    next: 'Installieren Sie das zuletzt geladene, oder kommen Sie morgen wieder.',
  },
  not_found: {
    title: 'Hier ist keine Seite',
    text: 'Vielleicht ist die Adresse vertippt, oder die Seite ist umgezogen.',
    next: 'Beginnen Sie noch einmal am Anfang des Einrichtens.',
  },
  forbidden_origin: {
    title: 'Das kam von einer anderen Seite',
    text: 'Zu Ihrem Schutz nehmen wir Formulare nur von unseren eigenen Seiten an. Es wurde nichts geändert.',
    next: 'Gehen Sie zurück, laden Sie die Seite neu und senden Sie sie noch einmal ab.',
  },
  too_large: {
    title: 'Das war zu viel Text',
    text: 'Es wurde mehr gesendet, als wir annehmen. Es wurde nichts geändert.',
    next: 'Gehen Sie zurück, kürzen Sie Ihre Eingaben und senden Sie sie noch einmal ab.',
  },
  rate_limited: {
    title: 'Einen Augenblick, bitte',
    text: 'Aus Ihrem Netz kamen gerade sehr viele Anfragen.',
    next: 'Warten Sie eine Minute und laden Sie diese Seite dann neu.',
  },
  temporarily_unavailable: {
    title: 'Das hat gerade nicht geklappt',
    text: 'Ein Teil des Dienstes antwortet nicht. Es ist nichts verloren.',
    next: 'Warten Sie eine Minute und laden Sie diese Seite dann neu.',
  },
  error: {
    title: 'Hier ist etwas schiefgegangen',
    text: 'Es liegt nicht an Ihnen, und es ist vermerkt.',
    next: 'Versuchen Sie es noch einmal. Geschieht es wieder, nennen Sie dem Helpdesk diese Nummer:',
  },
}

export const waysOn: typeof englishWays = {
  toDevices: 'Meine Geräte',
  organisation: 'Kurzname der Organisation',
  open: 'Ihre Seite öffnen',
  begin: 'Zum Anfang',
  newLink: 'Neuen Link holen',
  newCode: 'Neuen Code holen',
  byYourself: 'Ein Gerät ohne Einladung einrichten',
  notYou: 'Das waren nicht Sie?',
  notYouText:
    'Dann hat jemand anderes Ihren Link verwendet. Melden Sie es jetzt, und melden Sie sich an, um zu sehen, was eingerichtet wurde.',
  look: 'Anmelden und nachsehen',
  otherAddress: 'Andere Adresse verwenden',
  aDevice: 'ein Gerät ohne Namen',
  signInAsOther: 'Mit einem anderen Konto anmelden',
}
