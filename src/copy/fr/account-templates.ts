import type { accountTemplates as english } from '../en/account-templates.ts'
import { plural } from '../plural.ts'

export const accountTemplates: typeof english = {
  list: {
    title: 'Modèles de compte',
    lead: 'Ce que les personnes peuvent faire elles-mêmes, et combien d’appareils elles peuvent avoir.',
    create: 'Nouveau modèle',
    empty:
      'Il n’y a encore aucun modèle. Créez-en un, puis choisissez-le dans « Configuration » : les nouvelles personnes le reçoivent.',
    archived: 'Archivés',
    archivedLead: 'Ils ne sont plus proposés. Les personnes qui en ont un le gardent.',
    columns: { name: 'Modèle', devices: 'Appareils', use: 'Utilisé' },
    forNewPeople: 'Pour les nouvelles personnes',
    groups: (names) => `Groupes : ${names}`,
    used: 'Oui',
    unused: 'Personne ne l’a',
  },
  limit: {
    any: 'Sans limite',
    one: 'Un seul : un nouveau prend sa place',
    refuse: (count) =>
      plural('fr', count, { one: 'Un seul, pas plus', other: `${count} au maximum, pas plus` }),
    replace: (count) =>
      plural('fr', count, {
        one: `${count} au maximum : un nouveau remplace l’ancien`,
        other: `${count} au maximum : un nouveau remplace le plus ancien`,
      }),
  },
  form: {
    newTitle: 'Nouveau modèle de compte',
    newLead: 'Ce que peuvent faire les personnes qui le reçoivent, et avec quoi elles commencent.',
    copyOf: (name) => `Copie de ${name}`,
    name: 'Nom',
    nameHint: 'Pour les gestionnaires : « Ventes », « Atelier », « Prestataires ».',
    devices: {
      title: 'Appareils',
      legend: 'Combien d’appareils une personne peut-elle avoir ?',
      any: ['Sans limite', 'Il n’y a pas de maximum.'],
      one: [
        'Un à la fois',
        'Un seul client mobile par personne : quand quelqu’un configure un nouvel appareil, l’ancien n’est plus géré.',
      ],
      some: ['Jusqu’à un nombre donné', 'Vous dites combien, et ce qui se passe avec un de plus.'],
      count: 'Nombre maximal d’appareils',
      countHint: 'De 1 à 1000.',
      atLimit: 'Quand quelqu’un a ce nombre et en configure un de plus',
      refuse: ['Refuser', 'La personne doit d’abord en retirer un, ou vous demander.'],
      replace: [
        'Remplacer le plus ancien',
        'L’appareil configuré en premier n’est plus géré dès que le nouveau est là.',
      ],
      ownership: 'À qui sont les appareils ?',
      ownershipHint: 'Un modèle d’appareil qui le dit lui-même passe en premier.',
      inherit: ['Comme le dit l’organisation', 'La valeur par défaut de « Configuration ».'],
      company: ['À l’organisation', 'Sauf si la personne peut dire autre chose et le fait.'],
      personal: ['Aux personnes', 'Sauf si la personne peut dire autre chose et le fait.'],
    },
    permissions: {
      title: 'Ce que les personnes peuvent faire',
      lead: 'Les gestionnaires peuvent faire tout cela pour elles, quoi qui soit activé ici ; seule la localisation est réservée aux propriétaires.',
      setUp: 'Configuration',
      lookAfter: 'Gestion des appareils',
      secureApps: 'Applications sécurisées',
      each: {
        register: ['Configurer des appareils', 'Obtenir soi-même des codes de configuration.'],
        pin: ['Voir le code PIN', 'À saisir sur un appareil sans appareil photo.'],
        qr: ['Voir le code QR', 'À scanner avec un téléphone ou une tablette.'],
        change_ownership: [
          'Dire à qui est l’appareil',
          'Quand l’organisation et le modèle d’appareil le permettent.',
        ],
        lock: [
          'Verrouiller et faire sonner',
          'Verrouiller un appareil oublié quelque part, le déverrouiller, ou le faire sonner.',
        ],
        wipe: ['Effacer', 'Effacer tout le contenu d’un appareil perdu.'],
        locate: ['Localiser', 'Voir où se trouve un appareil, s’il le dit.'],
        retire: ['Retirer', 'Renoncer à un appareil : ce que vous avez apporté est supprimé.'],
        reset_passcode: [
          'Réinitialiser le code',
          'Obtenir un code PIN à usage unique après avoir oublié le code des applications sécurisées.',
        ],
        derived_credential: ['Identifiant dérivé', 'En obtenir un avec sa carte à puce.'],
        upload_certificates: [
          'Importer des certificats',
          'Ajouter les siens pour les e-mails et la signature.',
        ],
        security_strings: ['Chaînes de sécurité', 'Obtenir des chaînes à usage unique, liées à un appareil.'],
      },
    },
    start: {
      title: 'Avec quoi commencent les nouvelles personnes',
      lead: 'Une modification ici ne change rien pour les personnes déjà présentes.',
      groups: 'Groupes',
      groupsHint: 'Séparés par des virgules : 20 au maximum, de 60 caractères chacun.',
      locale: 'Langue',
    },
    optional: 'facultatif',
    create: 'Créer le modèle',
  },
  page: {
    lead: 'Ce que vous enregistrez vaut immédiatement pour toutes les personnes qui l’ont.',
    archivedLead:
      'Il est archivé : il n’est plus proposé. Ce que vous enregistrez vaut encore pour les personnes qui l’ont.',
    about: 'À propos de ce modèle',
    people: 'Comptes',
    count: (count, more) => (more ? `${count} ou plus` : count === 0 ? 'Pas encore' : String(count)),
    newPeople: 'Nouvelles personnes',
    getIt: 'Reçoivent celui-ci',
    getAnother: 'En reçoivent un autre',
    changed: 'Dernière modification',
    version: (version) => `version ${version}`,
    copy: 'Copier',
    archive: 'Archiver',
    restore: 'Proposer à nouveau',
  },
  done: {
    created:
      'Le modèle est là. Choisissez-le dans « Configuration » si les nouvelles personnes doivent le recevoir.',
    saved: 'C’est enregistré. Cela vaut à partir de maintenant.',
    archived: 'Modèle archivé. Personne de nouveau ne le reçoit ; les personnes qui l’ont le gardent.',
    restored: 'Il est de nouveau proposé.',
  },
  archive: {
    title: (name) => `Archiver « ${name} » ?`,
    act: 'Archiver le modèle',
    consequences: (count, more) => [
      'Il ne peut plus être choisi pour des personnes.',
      count === 0
        ? 'Personne ne l’a.'
        : plural('fr', more ? Math.max(count, 2) : count, {
            one: 'La seule personne qui l’a le garde, avec tout ce qu’il permet.',
            other: more
              ? `Les personnes qui l’ont (${count} ou plus) le gardent, avec tout ce qu’il permet.`
              : `Les ${count} personnes qui l’ont le gardent, avec tout ce qu’il permet.`,
          }),
      'Vous pouvez le proposer à nouveau à tout moment.',
    ],
    refusedTitle: (name) => `« ${name} » sert aux nouvelles personnes`,
    refused:
      'Les nouvelles personnes de votre organisation reçoivent ce modèle. Choisissez-en d’abord un autre pour elles.',
    choose: 'Ouvrir la configuration',
  },
}
