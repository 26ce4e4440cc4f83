import type { superviseService as english } from '../en/supervise-service.ts'

export const superviseService: typeof english = {
  title: 'Service',
  lead: 'Ce qui vaut pour toutes les organisations.',
  empty:
    'Rien n’est encore réglé. Parcourez ces réglages, enregistrez-les, et activez la configuration des appareils.',
  done: {
    saved: 'C’est enregistré.',
    on: 'La configuration des appareils est activée.',
    off: 'La configuration des appareils est désactivée pour tout le monde.',
    invited: 'Invitation créée. L’e-mail est en route.',
    reminded: 'L’invitation est en route encore une fois.',
    removed: 'C’est fait. Le compte, les clés d’accès et les sessions de cette personne ont pris fin.',
  },
  state: {
    title: 'Configuration des appareils',
    on: 'La configuration des appareils est activée. Les organisations peuvent être désactivées une par une.',
    off: 'La configuration des appareils est désactivée pour tout le monde, quoi que disent les organisations.',
    switchOn: 'Activer',
    switchOff: 'Désactiver',
  },
  confirmOff: {
    title: 'Désactiver la configuration des appareils pour tout le monde ?',
    consequences: [
      'Dans toutes les organisations, plus personne ne peut s’inscrire ni configurer d’appareil. La page indique que la configuration des appareils est désactivée.',
      'Les codes et les liens déjà remis ne fonctionnent pas tant qu’elle est désactivée.',
      'Les appareils qui se signalent apprennent que la configuration est désactivée. Ils gardent ce qu’ils ont reçu.',
      'Rien n’est supprimé. La réactivation rétablit tout.',
    ],
    act: 'Désactiver pour tout le monde',
  },
  entry: {
    title: 'Point de départ',
    organisation: 'Organisation par défaut',
    organisationHint: 'S’ouvre sur /setup, pour les personnes qui n’indiquent pas la leur.',
    organisationTyped:
      'Son nom court. S’ouvre sur /setup, pour les personnes qui n’indiquent pas la leur. Vide : aucune.',
    none: 'Aucune : les personnes indiquent leur organisation',
  },
  codes: {
    title: 'Codes de configuration',
    seconds: 'Durée de validité d’un code, en secondes',
    secondsHint: (words) => `De 10 à 1 000 000. Actuellement : ${words}.`,
    owners: 'Les propriétaires peuvent obtenir des codes eux-mêmes',
    ownersDetail: 'Sinon, seuls les gestionnaires en envoient.',
    facts: 'Noter les informations de l’appareil dans le journal d’audit',
    factsDetail: 'Modèle et version d’un appareil, lors de sa configuration.',
  },
  android: {
    title: 'Android',
    sms: 'Envoyer le code d’installation par SMS',
    smsDetail:
      'Pour les appareils dont les propriétaires ne peuvent pas lire leurs e-mails pendant la configuration.',
  },
  messages: {
    title: 'Messages',
    daily: 'Messages par jour',
    dailyHint:
      'Pour toutes les organisations ensemble, e-mails et SMS chacun. Ce qui dépasse attend le lendemain. Vide : 20 000 e-mails et 2 000 SMS.',
  },
  derived: {
    title: 'Identifiants dérivés',
    url: 'Adresse du module externe',
    urlHint: 'Commence par https://. Les propriétaires qui peuvent l’utiliser y trouvent un lien.',
  },
  helpdesk: {
    title: 'Assistance du service',
    lead: 'Pour les gestionnaires, et là où aucune organisation n’est connue. Les membres d’une organisation voient sa propre assistance.',
    email: 'Adresse e-mail',
    phone: 'Numéro de téléphone',
    url: 'Page web',
  },
  supervisors: {
    title: 'Superviseurs',
    lead: 'Ils s’occupent des organisations et du service dans son ensemble.',
    open: 'Superviseurs',
    caption: 'Superviseurs du service',
    you: 'Vous',
    invite: {
      title: 'Inviter un superviseur',
      lead: 'La personne reçoit un e-mail avec un lien pour se connecter. Un superviseur peut tout modifier ici.',
      act: 'Envoyer l’invitation',
    },
    problems: {
      taken: 'Cette personne est déjà superviseur.',
      not_accepted: 'Ce compte est désactivé.',
    },
    remove: 'Supprimer le superviseur',
    removeText: 'Son compte prend fin. Si l’on a de nouveau besoin de cette personne, on la réinvite.',
    last: 'C’est le seul superviseur qui peut se connecter : il ne peut donc pas être supprimé. Invitez-en d’abord un autre, et attendez sa première connexion.',
    recovery:
      'Un superviseur qui a perdu toutes ses clés d’accès se connecte avec le secret d’amorçage, que la personne qui exploite le service peut redéfinir.',
    confirmRemove: {
      title: (person) => `Supprimer ${person} ?`,
      consequences: [
        'Son compte prend fin, avec ses clés d’accès. Toutes ses sessions prennent fin immédiatement.',
        'Ce que cette personne a fait reste dans le journal d’audit.',
      ],
      self: 'C’est vous : votre session prend fin immédiatement et vous ne pourrez pas revenir par vous-même.',
      act: 'Supprimer le superviseur',
    },
    back: 'Tous les superviseurs',
  },
}
