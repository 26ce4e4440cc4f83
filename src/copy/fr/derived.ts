import type { derived as english } from '../en/derived.ts'
import { ofName } from './elision.ts'

export const derived: typeof english = {
  title: 'Identifiant dérivé',
  back: 'Retour à l’appareil',
  devices: 'Mes appareils',
  panel: {
    external:
      'Il permet à cet appareil de prouver qui vous êtes. La page qui l’émet demande ce que vous possédez déjà, par exemple votre carte à puce.',
    builtIn: (organisation) =>
      `Il permet à cet appareil de prouver qui vous êtes : un certificat ${ofName(organisation)}, dans un fichier que seul un mot de passe ouvre.`,
    get: 'Obtenir un identifiant dérivé',
    again: 'Recommencer',
    another: 'En obtenir un nouveau…',
    state: 'État',
    states: { started: 'Non terminé', issued: 'Émis', failed: 'Non émis', ended: 'Plus valable' },
    startedExternal: 'Vous avez commencé {time}. La page qui l’émet n’a pas encore répondu.',
    startedFile: 'Vous avez commencé {time}, et n’avez pas téléchargé le fichier.',
    failed:
      'La page qui l’émet a signalé {time} que cela n’a pas fonctionné. Préparez votre carte à puce et recommencez. Si cela ne suffit pas, demandez à l’assistance.',
    ended: 'Celui que vous aviez pour cet appareil n’est plus valable.',
    since: 'Depuis',
    ends: 'Fin de validité',
    serial: 'Numéro de série',
  },
  confirm: {
    title: 'Obtenir un nouvel identifiant dérivé ?',
    external: [
      'La page qui l’émet en crée un autre pour cet appareil, et demande encore une fois votre carte à puce ou l’équivalent.',
      'Celui que vous avez maintenant reste valable jusqu’à l’arrivée du nouveau, et pas plus longtemps.',
    ],
    builtIn: [
      'Vous obtenez un nouveau fichier et un nouveau mot de passe.',
      'Dès que vous le téléchargez, celui que vous avez maintenant pour cet appareil est révoqué : ce qui l’utilise cesse de fonctionner jusqu’à l’installation du nouveau.',
    ],
    act: 'En obtenir un nouveau',
  },
  onward: {
    title: (host) => `Continuer vers ${host}`,
    lead: 'L’identifiant dérivé de cet appareil est émis sur ce site. Vous revenez ensuite ici automatiquement.',
    ready: 'Préparez ce qui prouve qui vous êtes, par exemple votre carte à puce.',
    told: 'Cette page reçoit votre nom et votre adresse e-mail, votre organisation, et l’appareil concerné.',
    ends: 'Terminez sur ce site, dans ce navigateur ; heure limite : {time}. Ensuite, recommencez.',
    act: (host) => `Continuer vers ${host}`,
  },
  password: {
    title: 'Votre mot de passe d’activation',
    shown: 'Ce mot de passe n’est affiché que maintenant. Notez-le ou copiez-le avant de quitter cette page.',
    label: 'Mot de passe d’activation',
    steps: [
      'Ouvrez cette page sur l’appareil auquel le fichier est destiné, ou prévoyez d’y transférer le fichier.',
      'Téléchargez le fichier, et ouvrez-le sur l’appareil.',
      'Saisissez le mot de passe d’activation quand l’appareil demande un mot de passe. Les tirets en font partie.',
    ],
    act: 'Télécharger le fichier',
    ends: 'Le fichier est créé quand vous le téléchargez : une seule fois ; heure limite : {time}. Personne ne peut le recréer, nous non plus.',
  },
  outcomes: {
    success: {
      title: 'L’identifiant dérivé est émis',
      text: 'Votre appareil a maintenant un identifiant dérivé.',
      next: 'Il n’y a rien de plus à faire ici.',
    },
    failure: {
      title: 'L’identifiant n’a pas été émis',
      text: 'La page qui émet les identifiants dérivés a répondu que cela n’avait pas fonctionné. Rien n’a été modifié.',
      next: 'Préparez votre carte à puce, retournez à l’appareil et recommencez. Si cela se reproduit, demandez à l’assistance.',
    },
    unknown: {
      title: 'Cette réponse ne correspond à rien que vous ayez commencé',
      text: 'La demande venait d’un autre compte, ou vous avez recommencé depuis. Rien n’a été modifié.',
      next: 'Connectez-vous avec le compte qui l’a commencée, ouvrez l’appareil et recommencez.',
    },
    lost: {
      title: 'La réponse s’est perdue en route',
      text: 'Vous avez d’abord dû vous connecter, et la réponse de l’autre page n’est pas conservée entre-temps. Rien n’a été modifié.',
      next: 'Ouvrez l’appareil et recommencez.',
    },
    not_ours: {
      title: 'Cette réponse n’est pas fiable',
      text: 'Elle n’est pas signée par la page qui émet les identifiants dérivés. Rien n’a été modifié.',
      next: 'Retournez à l’appareil et recommencez. Si cela se reproduit, prévenez l’assistance.',
    },
    expired: {
      title: 'Cela a pris trop de temps',
      text: 'Le délai est écoulé, ou l’appareil a entre-temps été reconfiguré ou n’est plus géré. Rien n’a été modifié.',
      next: 'Retournez à l’appareil et recommencez.',
    },
    used: {
      title: 'Cette réponse a déjà été donnée',
      text: 'Chaque réponse compte une seule fois. Rien n’a été modifié.',
      next: 'Retournez à l’appareil : il montre ce qu’il a.',
    },
    not_ready: {
      title: 'Les identifiants dérivés ne sont pas encore prêts',
      text: 'Les personnes qui exploitent ce service n’ont pas fini de les mettre en place. Rien n’a été modifié.',
      next: 'Demandez à l’assistance quand ils le seront.',
    },
    not_active: {
      title: 'Pas pour cet appareil pour le moment',
      text: 'Seul un appareil configuré et actif peut avoir un identifiant dérivé.',
      next: 'Terminez d’abord sa configuration, puis revenez.',
    },
    over: {
      title: 'Ce fichier n’est plus disponible',
      text: 'Il a déjà été téléchargé, son délai est écoulé, ou vous avez recommencé depuis. Le fichier est créé une seule fois, et personne ne le conserve.',
      next: 'Si vous l’avez, ouvrez-le avec le mot de passe d’activation. Sinon, retournez à l’appareil et obtenez-en un nouveau.',
    },
  },
  supervise: {
    title: 'Module externe d’identifiants dérivés',
    lead: 'Émet les identifiants dérivés à notre place. Ce que nous lui demandons et ce qu’il répond est signé avec un secret que les deux connaissent.',
    open: 'Secret du module',
    openText: 'Ce avec quoi nous et le module signons, et s’il est prêt.',
    address: 'Adresse',
    none: 'Aucun : ce sont les autorités des organisations qui émettent les identifiants dérivés.',
    secret: 'Secret',
    secrets: {
      set: 'Défini. Personne ne peut le relire ici.',
      missing: 'Pas encore',
      unreadable: 'Il ne peut plus être lu : la clé principale qui le protégeait a disparu.',
    },
    state: 'État',
    ready: 'Prêt',
    notReady: 'Pas prêt',
    notNeeded: 'Non utilisé',
    notReadyText:
      'Personne ne peut obtenir d’identifiant dérivé tant qu’il n’y a pas de secret. Créez-en un et donnez-le au module.',
    notConfigured: 'Enregistrez d’abord les réglages du service.',
    make: 'Nouveau secret…',
    guide: 'Le fichier docs/derived-credentials.md explique comment écrire un module.',
    confirm: {
      title: 'Créer un nouveau secret pour le module ?',
      first: [
        'Il n’est affiché que cette fois. Donnez-le au module, qui doit le connaître avant que quiconque puisse obtenir un identifiant dérivé.',
      ],
      again: [
        'Le secret actuel prend fin immédiatement. Tant que le module ne connaît pas le nouveau, ses réponses sont refusées et personne n’obtient d’identifiant dérivé.',
        'Les personnes qui se trouvent en ce moment dans le module doivent recommencer. Ce qui a été émis reste tel quel.',
        'Le nouveau n’est affiché qu’une fois.',
      ],
      act: 'Créer un nouveau secret',
    },
    shown: {
      title: 'Le nouveau secret du module',
      warning: 'Il n’est affiché que maintenant. Donnez-le au module avant de quitter cette page.',
      label: 'Secret du module',
    },
    back: 'Retour au module',
  },
}
