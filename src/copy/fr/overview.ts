import type { overview as english } from '../en/overview.ts'
import { plural } from '../plural.ts'

const more = (count: number) => (count >= 100 ? 'Plus de 99' : String(count))
const devices = (count: number) =>
  plural('fr', count, { one: `${count} appareil`, other: `${count} appareils` })
const inDays = (days: number) => plural('fr', days, { one: `en ${days} jour`, other: `en ${days} jours` })

const ending = (days: number) => {
  if (days < 0) return 'a expiré'
  if (days === 0) return 'expire dans la journée'
  return plural('fr', days, { one: `expire dans ${days} jour`, other: `expire dans ${days} jours` })
}

export const overview: typeof english = {
  title: 'Vue d’ensemble',
  look: 'Regarder',
  attention: {
    title: 'À votre attention',
    none: 'Rien ne demande votre attention.',
    serviceOff: {
      title: 'La configuration des appareils est désactivée pour tout le service',
      detail: 'Personne ne peut configurer d’appareil tant qu’un superviseur ne l’a pas réactivée.',
    },
    setupOff: {
      title: 'La configuration des appareils est désactivée',
      detail:
        'Personne ne peut s’inscrire ni configurer d’appareil tant qu’un gestionnaire ne l’a pas réactivée.',
      act: 'Voir son état',
    },
    unfinished: {
      title: 'Personne ne peut encore s’inscrire',
      detail:
        'La configuration des appareils a besoin d’un modèle de compte et d’au moins une plateforme avec un modèle d’appareil.',
      act: 'Terminer la configuration',
    },
    anybody: {
      title: 'Toute personne qui a une adresse e-mail peut s’inscrire',
      detail: 'Il n’y a pas de règle e-mail. Dites quelles adresses appartiennent à votre organisation.',
      act: 'Définir la règle',
    },
    authorityEnds: (days) => ({
      title: `Votre autorité de certification ${ending(days)}`,
      detail:
        'Les appareils n’auront alors plus de certificat valable. Renouvelez-la, et donnez la nouvelle à vos services.',
      act: 'Renouveler l’autorité',
    }),
    signerEnds: (days) => ({
      title: `Le certificat qui signe vos profils ${ending(days)}`,
      detail: 'Les appareils Apple affichent alors les nouveaux profils comme « Non vérifié ».',
      act: 'Importer son successeur',
    }),
    unapproved: (count) => ({
      title: plural('fr', count, {
        one: `Une personne attend votre accord`,
        other: `${more(count)} personnes attendent votre accord`,
      }),
      detail: 'L’adresse est confirmée ; aucun code n’est envoyé avant votre accord.',
      act: 'Accepter ou refuser',
    }),
    unresponsive: (count) => ({
      title: plural('fr', count, {
        one: 'Un appareil ne répond pas',
        other: `${more(count)} appareils ne répondent pas`,
      }),
      detail: 'Des contacts ont été manqués, ou une autorisation nécessaire a été perdue.',
      act: 'Voir lesquels',
    }),
    thefts: (count) => ({
      title: plural('fr', count, {
        one: 'Un code déjà utilisé, ou l’identifiant d’un appareil, a été essayé par quelqu’un d’autre',
        other: `${more(count)} codes déjà utilisés ou identifiants d’appareils ont été essayés par quelqu’un d’autre`,
      }),
      detail:
        'Au cours des sept derniers jours. Demandez aux propriétaires s’ils connaissent le second appareil.',
    }),
    pins: (count) => ({
      title: plural('fr', count, {
        one: 'Un code PIN a été bloqué après des essais erronés',
        other: `${more(count)} fois, des codes PIN ont été bloqués après des essais erronés`,
      }),
      detail:
        'Au cours de la dernière journée. Le lien fonctionne toujours ; le propriétaire peut demander un nouveau code PIN.',
    }),
    undelivered: (count) => ({
      title: plural('fr', count, {
        one: `Un message n’a pas pu être distribué`,
        other: `${count} messages n’ont pas pu être distribués`,
      }),
      detail: (addresses) =>
        `Au cours des sept derniers jours, à ${addresses}. Ces adresses sont-elles justes ?`,
      more: (count) => plural('fr', count, { one: `${count} autre`, other: `${count} autres` }),
    }),
  },
  counts: {
    active: 'Appareils actifs',
    pending: 'Configurés, pas encore actifs',
    invited: 'Invités, encore sans appareil',
    people: (days) => `Inscrits ${inDays(days)}`,
    provisioned: (days) => `Configurés ${inDays(days)}`,
  },
  period: {
    label: 'Période',
    days: (days) => plural('fr', days, { one: `${days} jour`, other: `${days} jours` }),
  },
  table: 'Afficher en tableau',
  funnel: {
    title: (days) => `De l’adresse à l’appareil, ${inDays(days)}`,
    lead: 'Chaque étape compte combien de fois elle a eu lieu pendant ces jours : une personne qui a deux appareils compte donc double à partir des codes. « Adresses confirmées » sont celles des personnes venues pour la première fois.',
    describe: (steps) => `Barres les unes sous les autres : ${steps}.`,
    caption: 'De l’adresse à l’appareil',
    columns: ['Étape', 'Nombre', 'De l’étape précédente'],
    steps: {
      'account.registered': 'Adresses confirmées',
      'account.completed': 'Comptes complétés',
      'provision_code.created': 'Codes émis',
      'device.provisioned': 'Utilisés',
      'device.confirmed': 'Actifs',
    },
    empty:
      'Personne ne s’est inscrit pendant ces jours. Envoyez les personnes vers votre page de configuration :',
  },
  byPlatform: {
    title: 'Appareils par plateforme',
    lead: 'Tout ce qui est configuré actuellement, quelle que soit la date.',
    describe: (platforms) => `Barres les unes sous les autres : ${platforms}.`,
    caption: 'Appareils par plateforme et par état',
    columns: ['Plateforme', 'Actifs', 'Pas encore actifs', 'Anciens'],
    bar: (active, pending) => {
      const now = plural('fr', active, { one: `${active} actif`, other: `${active} actifs` })
      return pending === 0 ? now : `${now}, ${pending} pas encore`
    },
    empty: 'Aucun appareil n’a encore été configuré.',
  },
  byDay: {
    title: (days) => `Appareils configurés par jour, ${inDays(days)}`,
    lead: 'Les jours commencent à minuit UTC ; aujourd’hui n’est pas encore terminé.',
    noun: devices,
    describe: (total, most, day) =>
      `Une colonne par jour. Au total : ${total} ; le maximum en un jour : ${most}, le ${day}.`,
    caption: 'Appareils configurés par jour',
    columns: ['Jour', 'Appareils'],
    empty: 'Aucun appareil n’a été configuré pendant ces jours.',
  },
  start: {
    title: 'Premiers pas',
    lead: 'Dans cet ordre, vos utilisateurs pourront configurer leurs appareils en quelques minutes.',
    done: 'fait',
    open: 'à faire',
    rule: {
      label: 'Dites qui peut s’inscrire',
      detail: 'La règle e-mail : quelles adresses appartiennent à votre organisation.',
    },
    accountTemplate: {
      label: 'Choisissez avec quoi commencent les nouveaux comptes',
      detail: 'Un modèle de compte : autorisations, limite d’appareils, groupes.',
    },
    deviceTemplate: {
      label: 'Écrivez un modèle d’appareil',
      detail: 'Ce qu’un appareil reçoit : Wi-Fi, e-mail, règles du code de verrouillage, l’application.',
    },
    platforms: {
      label: 'Proposez des plateformes',
      detail: 'Un modèle d’appareil pour chaque plateforme que vous proposez.',
    },
    terms: {
      label: 'Écrivez à quoi les personnes s’engagent',
      detail: 'Les conditions sont facultatives. Les personnes les acceptent avant de recevoir un code.',
    },
    attempt: {
      label: 'Essayez vous-même',
      detail: 'Inscrivez-vous avec votre propre adresse et configurez un appareil.',
    },
  },
}
