import type { people as english } from '../en/people.ts'
import { plural } from '../plural.ts'
import { ofName } from './elision.ts'
import { accountsOf, importing } from './people-import.ts'

export const people: typeof english = {
  title: 'Comptes',
  lead: 'Toutes les personnes qui configurent des appareils ici, et celles qui s’en occupent.',
  states: {
    invited: 'Invité',
    unapproved: 'En attente d’acceptation',
    active: 'Actif',
    disabled: 'Désactivé',
    deleted: 'Supprimé',
  },
  roles: { device_owner: 'Propriétaire', manager: 'Gestionnaire', supervisor: 'Superviseur' },
  noName: 'Pas encore de nom',
  counted: (count, more) => (more ? `${count}+` : String(count)),
  list: {
    caption: 'Comptes',
    choose: (who) => `Choisir ${who}`,
    columns: {
      name: 'Nom',
      state: 'État',
      role: 'Rôle',
      template: 'Modèle',
      groups: 'Groupes',
      devices: 'Appareils',
      registered: 'Depuis',
    },
    search: 'Nom ou adresse commençant par',
    group: 'Groupe',
    sort: 'Ordre',
    sorts: { newest: 'Plus récents', name: 'Nom', address: 'Adresse' },
    searched: 'Les résultats sont classés par nom, puis par adresse.',
    empty:
      'Il n’y a encore personne ici. Les personnes apparaissent quand elles s’inscrivent ; vous pouvez aussi les ajouter à la main ou depuis un fichier.',
    nothingFound: 'Personne ne correspond. Essayez avec moins de lettres, ou effacez les filtres.',
    cutShort:
      'Il y en a peut-être d’autres : la lecture s’est arrêtée ici pour rester rapide. La page suivante cherche plus loin.',
  },
  add: 'Ajouter quelqu’un',
  import: 'Importer',
  export: 'Exporter en CSV',
  bulk: {
    legend: 'Pour les comptes choisis',
    invite: 'Inviter…',
    approve: 'Accepter',
    enable: 'Activer',
    disable: 'Désactiver…',
    template: 'Modèle de compte',
    setTemplate: 'Attribuer le modèle',
    group: 'Groupe',
    addGroup: 'Ajouter au groupe',
    removeGroup: 'Retirer du groupe',
    nobody: 'Choisissez d’abord quelqu’un : cochez la case devant son nom.',
    groupTrouble: 'Saisissez le nom d’un seul groupe, de 60 caractères au maximum.',
    templateTrouble: 'Ce modèle n’existe plus. Choisissez-en un autre.',
    trouble: 'Cela n’a pas fonctionné pour tout le monde. Regardez l’état des comptes, puis réessayez.',
  },
  done: {
    added: (_count, signIn) =>
      `Compte ajouté. Rien n’a été envoyé : dites à la personne de se connecter sur ${signIn}.`,
    changed: 'Modifications enregistrées.',
    unchanged: 'Rien n’était à modifier.',
    role: 'Le rôle a été modifié. La personne doit se reconnecter.',
    approved: 'Inscription acceptée. Un e-mail invite la personne à continuer.',
    refused: 'Inscription refusée. Le compte est désactivé.',
    disabled: 'Compte désactivé. Ses sessions et ses codes ouverts ont pris fin.',
    enabled: 'Compte activé.',
    sent: 'Un nouveau code est en route par e-mail.',
    imported: (count) =>
      plural('fr', count, {
        one: `Importation terminée : ${count} compte ajouté ou modifié.`,
        other: `Importation terminée : ${count} comptes ajoutés ou modifiés.`,
      }),
    nothingImported: 'Rien n’était à importer : tout le monde est déjà là, exactement comme dans le fichier.',
    many: (count) => (count === 0 ? 'Rien n’était à modifier.' : `C’est fait pour ${accountsOf(count)}.`),
    approvedAll: (count) =>
      plural('fr', count, {
        one: `${count} compte accepté. Un e-mail invite la personne à continuer.`,
        other: `${count} comptes acceptés. Des e-mails invitent les personnes à continuer.`,
      }),
    approvedSome: (count) =>
      plural('fr', count, {
        one: `${count} compte accepté. D’autres attendent : appuyez de nouveau.`,
        other: `${count} comptes acceptés. D’autres attendent : appuyez de nouveau.`,
      }),
  },
  form: {
    newTitle: 'Ajouter quelqu’un',
    newLead:
      'Le compte attend que la personne confirme l’adresse en se connectant. La règle e-mail ne concerne que votre page de configuration : les personnes que vous ajoutez ici peuvent se connecter avec n’importe quelle adresse.',
    editTitle: (who) => `Modifier ${who}`,
    address: 'Adresse e-mail',
    addressHint: 'Rien n’y est envoyé maintenant.',
    name: 'Nom',
    nameHint: 'S’il reste vide, il sera demandé à la personne.',
    phone: 'Téléphone',
    phoneHint: 'Avec l’indicatif du pays, par exemple +33 6 39 98 00 12.',
    template: 'Modèle de compte',
    templateHint: 'Ce que la personne peut faire, et combien d’appareils elle peut avoir.',
    archived: (name) => `${name} (archivé)`,
    groups: 'Groupes',
    groupsHint: 'Séparés par des virgules.',
    locale: 'Langue',
    role: 'Rôle',
    submit: 'Ajouter',
    taken: 'Quelqu’un a déjà cette adresse.',
    openTaken: 'Ouvrir ce compte',
  },
  person: {
    facts: 'Informations',
    addresses: 'Adresses',
    current: 'reçoit les e-mails',
    unproved: 'pas encore confirmée',
    phone: 'Téléphone',
    locale: 'Langue',
    registered: 'Ici depuis',
    disabledSince: 'Désactivé',
    terms: 'Conditions acceptées',
    template: 'Modèle',
    groups: 'Groupes',
    role: 'Rôle',
    limit: 'Limite d’appareils',
    noLimit: 'aucune',
    edit: 'Modifier',
    invite: 'Inviter',
    history: 'Historique',
    allHistory: 'Tout l’historique de ce compte',
    noHistory: 'Rien encore.',
    historyColumns: { when: 'Quand', who: 'Qui', what: 'Quoi' },
    ownership: { company: 'L’organisation', personal: 'La personne' },
    devices: 'Appareils',
    noDevices: 'Pas encore d’appareil.',
    deviceColumns: {
      name: 'Appareil',
      state: 'État',
      ownership: 'Appartient à',
      registered: 'Configuré',
      seen: 'Dernier contact',
    },
    lifecycles: {
      invited: 'Invité',
      pending: 'En attente',
      active: 'Actif',
      retired: 'Retiré',
      wiped: 'Effacé',
      replaced: 'Remplacé',
      deleted: 'Supprimé',
    },
    codes: 'Codes ouverts',
    noCodes: 'Aucun code n’est ouvert.',
    codeUntil: 'fin de validité :',
    codePin: 'Voir le code PIN',
    codeClaimed: 'utilisé ; en attente du premier contact de l’appareil',
    codesAway: 'Les codes ouverts ne peuvent pas être affichés pour le moment. Réessayez dans une minute.',
    acts: 'Ce que vous pouvez faire',
    approve: 'Accepter',
    approveWhat: 'Permet à la personne de configurer des appareils, et la prévient par e-mail.',
    refuse: 'Refuser…',
    refuseWhat: 'Désactive le compte et en note la raison.',
    reprovision: 'Envoyer un code…',
    reprovisionWhat:
      'Envoie par e-mail un nouveau code de configuration, pour un nouvel appareil ou pour en reconfigurer un.',
    reprovisionNot: 'Un code peut être envoyé dès que le compte est actif.',
    makeManager: 'Nommer gestionnaire…',
    makeManagerWhat: 'Permet à la personne de faire tout ce que vous pouvez faire ici.',
    makeOwner: 'Nommer propriétaire…',
    makeOwnerWhat: 'Met fin à la participation de la personne à la gestion de l’organisation.',
    lastManager:
      'C’est le seul compte de gestionnaire qui peut se connecter : nommez d’abord quelqu’un d’autre gestionnaire.',
    disable: 'Désactiver…',
    disableWhat:
      'Met fin aux sessions et aux codes ouverts. Les appareils ne sont plus pris en charge tant que le compte n’est pas réactivé.',
    disableSelf: 'Vous ne pouvez pas désactiver votre propre compte.',
    enable: 'Activer',
    enableWhat: 'Permet à la personne de se reconnecter. Ses appareils sont de nouveau pris en charge.',
  },
  disable: {
    title: (who) => `Désactiver le compte ${ofName(who)} ?`,
    titleMany: (count) => `Désactiver ${accountsOf(count)} ?`,
    consequences: [
      'La personne est déconnectée partout immédiatement, et ne peut plus se connecter.',
      'Ses liens, codes QR et codes PIN ouverts ne fonctionnent plus.',
      'Les appareils configurés le restent, mais ne sont plus pris en charge tant que vous n’avez pas réactivé le compte.',
    ],
    self: 'Votre propre compte est laissé de côté.',
    act: 'Désactiver',
  },
  refuse: {
    title: (who) => `Refuser l’inscription ${ofName(who)} ?`,
    consequences: [
      'Le compte est désactivé : la personne ne peut ni se connecter ni configurer d’appareil.',
      'Rien n’est envoyé. Vous pouvez activer le compte plus tard ; il attendra alors de nouveau d’être accepté.',
    ],
    reason: 'Raison',
    reasonHint: 'Pour le journal d’audit ; la personne ne la voit pas.',
    act: 'Refuser',
  },
  role: {
    toManager: (who) => `Nommer ${who} gestionnaire ?`,
    toOwner: (who) => `Nommer ${who} propriétaire d’appareil ?`,
    managerConsequences: [
      'La personne peut faire tout ce que vous pouvez faire ici, et voit les comptes et les appareils de tout le monde.',
      'Elle est déconnectée partout. À sa prochaine connexion, elle crée une clé d’accès.',
    ],
    ownerConsequences: [
      'La personne ne peut plus gérer cette organisation.',
      'Elle est déconnectée partout immédiatement. Ses appareils restent tels quels.',
    ],
    actManager: 'Nommer gestionnaire',
    actOwner: 'Nommer propriétaire',
    refusals: {
      unchanged: 'La personne a déjà ce rôle.',
      last_manager:
        'C’est le seul compte de gestionnaire qui peut se connecter. Nommez d’abord quelqu’un d’autre gestionnaire.',
      not_active: 'Le compte doit être accepté et activé avant que son rôle puisse changer.',
    },
  },
  reprovision: {
    title: (who) => `Envoyer un code à ${who}`,
    lead: (address) =>
      `Un nouveau code de configuration est envoyé à ${address} : un lien, et le code PIN que ce lien demande.`,
    leadLink: (address) =>
      `Un nouveau code de configuration est envoyé à ${address} : un lien. Il demande un code PIN, que vous verrez ensuite et communiquerez vous-même à la personne.`,
    replaces: {
      title: 'Le nouvel appareil prend la place d’un ancien',
      text: (devices, count) =>
        plural('fr', count, {
          one: `Cette personne a autant d’appareils que le modèle le permet. Dès que le nouveau sera configuré, il remplacera ${devices}.`,
          other: `Cette personne a plus d’appareils que le modèle ne le permet. Dès que le nouveau sera configuré, il remplacera : ${devices}.`,
        }),
      since: (name, when) => `${name} (configuré ${when})`,
    },
    platform: 'Pour quel appareil ?',
    note: (minutes) =>
      plural('fr', minutes, {
        one: `Le code est valable ${minutes} minute à partir de maintenant. Un code non utilisé pour le même type d’appareil cesse de fonctionner.`,
        other: `Le code est valable ${minutes} minutes à partir de maintenant. Un code non utilisé pour le même type d’appareil cesse de fonctionner.`,
      }),
    submit: 'Envoyer le code',
    noPlatforms:
      'Aucun type d’appareil n’est encore proposé. Choisissez d’abord des modèles dans « Configuration ».',
    refusals: {
      setup_disabled: 'Le compte n’est pas actif : aucun code ne peut être créé pour lui.',
      not_entitled: 'Un code ne peut pas être créé pour ce compte.',
      device_limit_reached:
        'Cette personne a autant d’appareils que le modèle le permet. Retirez-en un, ou relevez la limite.',
    },
  },
  approveAll: {
    title: 'Accepter toutes les personnes en attente ?',
    consequences: (count, more) =>
      count === 0
        ? 'Personne n’attend en ce moment.'
        : plural('fr', count, {
            one: `${more ? 'Le premier compte' : `${count} compte`} pourra désormais configurer des appareils.`,
            other: `${more ? 'Les premiers ' : ''}${count} comptes pourront désormais configurer des appareils.`,
          }),
    mail: 'Chaque personne reçoit un e-mail qui le lui dit.',
    act: 'Tout accepter',
    link: 'Tout accepter…',
  },
  importing,
}
