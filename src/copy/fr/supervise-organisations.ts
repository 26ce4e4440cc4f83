import type { superviseOrganisations as english } from '../en/supervise-organisations.ts'

export const superviseOrganisations: typeof english = {
  list: {
    title: 'Organisations',
    lead: 'Chaque organisation a ses propres personnes, appareils, modèles et gestionnaires.',
    create: 'Nouvelle organisation',
    search: 'Nom, nom court ou ID de site',
    columns: { name: 'Organisation', site: 'ID de site', state: 'État' },
    empty: 'Il n’y a encore aucune organisation. Créez la première, invitez un gestionnaire, et activez-la.',
    emptySearch: (text) => `Aucune organisation ne commence par « ${text} ».`,
    state: { on: 'Activée', off: 'Désactivée' },
  },
  fields: {
    name: 'Nom',
    nameHint: 'Tel que ses membres le connaissent.',
    slug: 'Nom court',
    slugHint: (address) =>
      `Termine l’adresse de sa page : ${address}. Lettres minuscules, chiffres et tirets.`,
    slugWarning:
      'Un nouveau nom court prend effet immédiatement : les liens, signets et codes QR avec l’ancien cessent de fonctionner.',
    siteId: 'ID de site',
    siteIdHint: 'Ce que l’on saisit sur un appareil : de 4 à 10 chiffres.',
    siteIdWarning:
      'Un nouvel ID de site prend effet immédiatement : les appareils configurés en le saisissant ont besoin du nouveau.',
    accent: 'Couleur',
    accentHint: 'Pour les boutons et les titres. Ses gestionnaires peuvent la modifier.',
  },
  create: {
    title: 'Nouvelle organisation',
    lead: 'Elle commence désactivée et avec un modèle de compte appelé « Everybody ». Son gestionnaire fait le reste.',
    act: 'Créer l’organisation',
  },
  done: {
    created: 'L’organisation est là, désactivée. Ensuite : invitez un gestionnaire.',
    saved: 'C’est enregistré.',
    on: 'Organisation activée. Cela prend effet immédiatement.',
    off: 'Organisation désactivée. Cela prend effet immédiatement.',
    invited: 'Invitation créée. L’e-mail est en route.',
    reminded: 'L’invitation est en route encore une fois.',
    removed: 'C’est fait. Toutes les sessions de cette personne ont pris fin.',
  },
  missing: {
    title: 'Ce qui manque',
    lead: 'Tant que tout cela n’est pas fait, personne ne peut configurer d’appareil ici.',
    manager: 'Invitez un gestionnaire : personne ne s’occupe encore de cette organisation.',
    managerWaits: 'Un gestionnaire doit se connecter : les personnes invitées ne l’ont pas encore fait.',
    off: 'Activez-la : tant qu’elle est désactivée, ses gestionnaires ne peuvent pas non plus se connecter.',
    rule: 'Son gestionnaire écrit la règle e-mail, dans « Configuration ». D’ici là, aucune adresse n’est acceptée.',
    everybody:
      'Sa règle e-mail est vide : toute personne qui a une adresse e-mail peut s’inscrire. Si ce n’est pas voulu, son gestionnaire en écrit une, dans « Configuration ».',
    platforms:
      'Son gestionnaire crée des modèles d’appareil et propose au moins une plateforme, dans « Configuration ».',
    template: 'Son gestionnaire choisit le modèle de compte des nouvelles personnes, dans « Configuration ».',
  },
  state: {
    title: 'État',
    on: 'La configuration des appareils de cette organisation est activée.',
    off: 'Cette organisation est désactivée : ses membres, ses gestionnaires et ses appareils sont refusés.',
    switchOn: 'Activer',
    switchOff: 'Désactiver',
    page: 'Sa page',
    audit: 'Ce qui s’est passé ici',
  },
  names: { title: 'Noms', save: 'Enregistrer les noms' },
  confirmOff: {
    title: (name) => `Désactiver ${name} ?`,
    consequences: [
      'Plus personne ne peut s’inscrire ni configurer d’appareil ici. La page indique que la configuration des appareils est désactivée.',
      'Ses gestionnaires ne peuvent plus se connecter, et les sessions ne fonctionnent plus jusqu’à la réactivation.',
      'Les appareils qui se signalent apprennent que la configuration est désactivée. Ils gardent ce qu’ils ont reçu.',
      'Rien n’est supprimé. La réactivation rétablit tout.',
    ],
    act: 'Désactiver',
  },
  confirmOn: {
    title: (name) => `Activer ${name} ?`,
    consequences:
      'Sa page s’ouvre, ses gestionnaires peuvent se connecter, et ses appareils peuvent se signaler.',
    rule: 'Aucune adresse n’est acceptée tant que son gestionnaire n’a pas écrit la règle e-mail.',
    everybody:
      'Sa règle e-mail est vide : toute personne qui a une adresse e-mail peut s’inscrire immédiatement.',
    guarded: 'Les personnes dont l’adresse respecte sa règle e-mail peuvent s’inscrire immédiatement.',
    act: 'Activer',
  },
  managers: {
    title: 'Gestionnaires',
    lead: 'Ils décident qui peut s’inscrire et ce que les appareils reçoivent, et ils aident les personnes.',
    caption: 'Gestionnaires de cette organisation',
    empty: 'Personne ne gère encore cette organisation. Invitez le premier gestionnaire ci-dessous.',
    columns: { person: 'Personne', state: 'État', passkeys: 'Clés d’accès', signedIn: 'Dernière connexion' },
    unnamed: 'Pas encore de nom',
    states: {
      invited: 'Invité',
      active: 'Actif',
      unapproved: 'En attente',
      disabled: 'Désactivé',
      deleted: 'Supprimé',
    },
    notLately: 'pas récemment',
    invite: {
      title: 'Inviter un gestionnaire',
      lead: 'La personne reçoit un e-mail avec un lien pour se connecter. Quelqu’un qui a déjà un compte ici en devient gestionnaire.',
      leadOff:
        'L’e-mail part immédiatement, mais personne ne peut se connecter ici tant que vous n’avez pas activé l’organisation.',
      email: 'Adresse e-mail',
      act: 'Envoyer l’invitation',
    },
    problems: {
      taken: 'Cette personne est déjà gestionnaire ici.',
      not_accepted:
        'Ce compte est désactivé ou supprimé. Un gestionnaire de l’organisation peut le réactiver.',
    },
    facts: {
      address: 'Adresse',
      state: 'État',
      passkeys: 'Clés d’accès',
      signedIn: 'Dernière connexion',
    },
    acts: {
      title: 'Ce que vous pouvez faire',
      remind: 'Renvoyer l’invitation',
      remindText: 'La personne ne s’est pas encore connectée. La même invitation part encore une fois.',
      recovery: 'Créer un lien de récupération',
      recoveryText:
        'Pour un gestionnaire qui a perdu toutes ses clés d’accès : un lien qui fonctionne une seule fois, pendant une journée.',
      remove: 'Retirer des gestionnaires',
      removeText: 'La personne garde son compte et ses appareils, et redevient propriétaire d’appareil.',
    },
    confirmRemove: {
      title: (person) => `Retirer ${person} des gestionnaires ?`,
      consequences: [
        'La personne ne peut plus ouvrir les pages des gestionnaires. Toutes ses sessions prennent fin immédiatement.',
        'Elle devient propriétaire d’appareil : son compte, ses appareils et ses clés d’accès restent.',
        'Les liens de récupération créés pour elle cessent de fonctionner.',
      ],
      last: 'Personne d’autre ne gère cette organisation.',
      act: 'Retirer des gestionnaires',
    },
    recovery: {
      title: (person) => `Lien de récupération pour ${person}`,
      consequences: [
        'Vous obtenez un lien qui fonctionne une seule fois, pendant une journée. Un lien antérieur cesse de fonctionner.',
        'Toute personne qui l’ouvre devient ce gestionnaire avec une nouvelle clé d’accès, et toutes les clés d’accès et sessions antérieures prennent fin. Ne le donnez à personne d’autre, et seulement quand vous savez qui le demande.',
      ],
      act: 'Créer le lien',
      shown:
        'Ce lien n’est affiché qu’une fois. Donnez-le à la personne de vive voix ou par un message qu’elle seule peut lire.',
      link: 'Lien de récupération',
      ends: 'Il fonctionne une seule fois. Fin de validité : {time}.',
      back: 'Retour à l’organisation',
    },
  },
}
