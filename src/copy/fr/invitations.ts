import type { invitations as english } from '../en/invitations.ts'
import { plural } from '../plural.ts'
import { ofName } from './elision.ts'
import { invitationSending } from './invitation-sending.ts'

export const invitations: typeof english = {
  title: 'Invitations',
  lead: 'Une invitation permet à une personne de configurer des appareils jusqu’à ce qu’elle prenne fin.',
  invite: 'Inviter des personnes',
  statuses: {
    sending: 'En route',
    sent: 'Envoyée',
    delivery_failed: 'Non distribuée',
    opened: 'Ouverte',
    accepted: 'Acceptée',
    deactivated: 'Désactivée',
    superseded: 'Remplacée',
    expired: 'Expirée',
  },
  handedOver: 'Prête à transmettre',
  channels: { email: 'E-mail', sms: 'SMS', none: 'Transmise par vous' },
  counted: (count, more) => (more ? `${count}+` : String(count)),
  list: {
    caption: 'Invitations, les plus récentes d’abord',
    columns: {
      person: 'Personne',
      status: 'État',
      channel: 'Envoyée par',
      devices: 'Appareils',
      invited: 'Créée',
    },
    search: 'Nom ou adresse commençant par',
    status: 'État',
    job: 'Envoyées ensemble',
    oneJob: (when, people) =>
      plural('fr', people, {
        one: `${when}, ${people} personne`,
        other: `${when}, ${people} personnes`,
      }),
    empty: 'Personne n’a encore été invité.',
    emptyHint:
      'Invitez des personnes par leur adresse, choisissez-les parmi les comptes, ou apportez un fichier CSV. Vous voyez tout avant l’envoi.',
    olderJob: 'Un envoi plus ancien',
    live: { one: 'Une invitation a changé.', many: '# invitations ont changé.' },
    nothingFound: 'Aucune invitation ne correspond. Essayez avec moins de lettres, ou effacez les filtres.',
    cutShort:
      'Il y en a peut-être d’autres : la lecture s’est arrêtée ici pour rester rapide. La page suivante cherche plus loin.',
    devices: (count, limit) => (limit === null ? String(count) : `${count} sur ${limit}`),
    noDevices: 'aucun',
  },
  fetched: 'Lien consulté {time}, peut-être par un analyseur d’e-mails',
  reminded: (count) =>
    plural('fr', count, { one: `${count} rappel envoyé`, other: `${count} rappels envoyés` }),
  jobs: {
    title: 'Envois en cours',
    progress: (settled, total) => `${settled} sur ${total}`,
    follow: 'Suivre l’envoi',
    started: 'Commencé {time}',
  },
  done: {
    renewed: 'Une nouvelle invitation est en route. La précédente a pris fin immédiatement.',
    renewedNone:
      'Voici la nouvelle invitation. La précédente a pris fin immédiatement. Transmettez les nouveaux identifiants.',
    deactivated: 'Invitation désactivée. Le lien, le code QR et le code PIN ne fonctionnent plus.',
    pin: 'Le code PIN est nouveau. Le précédent ne fonctionne plus.',
    remindersOff: 'Il n’y aura plus de rappels pour cette invitation.',
    remindersOn: 'Les rappels reprennent comme prévu.',
  },
  troubles: {
    temporarily_unavailable:
      'Cela n’a pas fonctionné à l’instant. Rien n’a changé : réessayez dans une minute.',
    ended: 'Cette invitation a pris fin. Envoyez-en une nouvelle.',
    no_phone:
      'Cette personne n’a pas de numéro de téléphone. Envoyez l’invitation par e-mail, ou ajoutez le numéro au compte.',
    account_disabled: 'Le compte est désactivé. Activez-le, puis envoyez une nouvelle invitation.',
    account_unapproved:
      'Le compte est en attente d’acceptation. Acceptez-le, puis envoyez une nouvelle invitation.',
    setup_closed:
      'La configuration des appareils est désactivée : personne ne peut être invité. Activez-la dans « Configuration ».',
  },
  one: {
    title: (who) => `Invitation ${ofName(who)}`,
    facts: 'Informations',
    person: 'Personne',
    sentTo: 'Envoyée à',
    validUntil: 'Fin de validité',
    noEnd: 'jusqu’à sa désactivation',
    devices: 'Appareils',
    deviceCount: (count, limit) =>
      limit === null
        ? plural('fr', count, { one: `${count} appareil`, other: `${count} appareils` })
        : `${count} sur ${limit}`,
    reminders: 'Rappels',
    remindersOff: 'désactivés pour cette personne',
    remindersNone: 'aucun prévu',
    remindersOver: 'plus aucun',
    remindNext: 'prochain {time}',
    job: 'Envoyée avec d’autres',
    openJob: 'Les afficher',
    timeline: 'Où elle en est',
    steps: {
      created: 'Créée',
      sent: 'Envoyée',
      sending: 'En route',
      notSent: 'Non distribuée',
      notSentAny: 'Non envoyée : elle avait pris fin',
      passedOn: 'Transmise par vous : aucun message n’a été envoyé',
      fetched: 'Lien consulté',
      fetchedDetail: 'peut-être par un analyseur d’e-mails, qui ouvre les liens avant la personne',
      opened: 'Ouverte',
      openedNot: 'Ouverte par la personne',
      accepted: 'Acceptée',
      acceptedNot: 'Premier appareil configuré',
      ended: { deactivated: 'Désactivée', superseded: 'Remplacée par une nouvelle', expired: 'Expirée' },
    },
    phases: { done: 'Fait :', now: 'En cours :', next: 'À venir :' },
    deviceTable: 'Appareils qu’elle a apportés',
    deviceColumns: { name: 'Appareil', state: 'État', registered: 'Configuré', seen: 'Dernier contact' },
    noDevices: 'Elle n’a encore apporté aucun appareil.',
    messages: 'Messages',
    messageColumns: { message: 'Message', state: 'État', when: 'Quand' },
    noMessages: 'Aucun message ne s’y rapporte.',
    acts: 'Ce que vous pouvez faire',
    credentials: 'Afficher les identifiants…',
    credentialsWhat:
      'Code QR, code PIN et lien, à transmettre vous-même. Chaque consultation est notée dans le journal d’audit.',
    renew: 'En envoyer une nouvelle…',
    renewEnded:
      'La personne reçoit un nouveau lien, un nouveau code QR et un nouveau code PIN. Les appareils restent.',
    renewWhat:
      'Le lien, le code QR et le code PIN actuels prennent fin immédiatement. Les appareils restent.',
    pin: 'Nouveau code PIN',
    pinWhat:
      'Le lien et le code QR restent. À utiliser quand le code PIN est bloqué, ou que quelqu’un d’autre l’a vu.',
    remindOff: 'Exclure des rappels',
    remindOffWhat: 'Aucun rappel n’est envoyé à cette personne pour cette invitation.',
    remindOn: 'Rappeler à nouveau',
    remindOnWhat: 'Les rappels sont envoyés aux jours prévus.',
    deactivate: 'Désactiver…',
    deactivateWhat:
      'Plus personne ne peut configurer d’appareil avec cette invitation. Les appareils restent.',
    history: 'Historique de ce compte',
  },
  deactivate: {
    title: (who) => `Désactiver l’invitation ${ofName(who)} ?`,
    consequences: [
      'Son lien, son code QR et son code PIN cessent immédiatement de fonctionner.',
      'Les appareils configurés avec elle restent tels quels.',
      'Plus aucun rappel n’est envoyé. Vous pouvez envoyer une nouvelle invitation à tout moment.',
    ],
    act: 'Désactiver',
  },
  renew: {
    title: (who) => `Envoyer une nouvelle invitation à ${who} ?`,
    consequences: [
      'Le lien, le code QR et le code PIN actuels cessent immédiatement d’être valables, où qu’ils soient.',
      'Les appareils configurés avec elle restent tels quels.',
    ],
    endedConsequences: [
      'La personne reçoit un nouveau lien, un nouveau code QR et un nouveau code PIN.',
      'Les appareils configurés auparavant restent tels quels.',
    ],
    channel: 'Comment parvient-elle à la personne ?',
    emailDetail: (address) => `à ${address}`,
    smsDetail: 'au numéro de téléphone du compte',
    noneDetail: 'Aucun message n’est envoyé. Vous voyez les identifiants et les transmettez.',
    act: 'En envoyer une nouvelle',
  },
  credentials: {
    title: (who) => `Identifiants de l’invitation ${ofName(who)}`,
    consequences: [
      'Toute personne qui les a peut configurer un appareil au nom de cette personne.',
      'Votre consultation est notée dans le journal d’audit, avec votre nom.',
    ],
    show: 'Afficher les identifiants',
    lead: 'Faites scanner le code sur cet écran, ou transmettez le lien et le code PIN par des voies séparées.',
    qr: 'À scanner avec l’appareil photo',
    link: 'Lien',
    typed: 'À saisir à la place',
    go: 'Sur {go}, avec ces trois informations :',
    site: 'Site',
    address: 'Adresse e-mail',
    pin: 'Code PIN',
    pinAsked: 'Le lien demande le code PIN.',
    pinNotAsked: 'Le lien ne demande pas le code PIN.',
    until: 'Fin de validité : {time}.',
    noEnd: 'Valable jusqu’à sa désactivation.',
    locked: 'Le code PIN est bloqué après trop d’essais erronés. Créez-en un nouveau sur la page précédente.',
    over: 'Cette invitation a pris fin : elle n’a plus d’identifiants. Envoyez-en une nouvelle.',
    back: 'Retour à l’invitation',
  },
  sending: invitationSending,
}
