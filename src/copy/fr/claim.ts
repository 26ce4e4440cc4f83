import type { claim as english } from '../en/claim.ts'
import { plural } from '../plural.ts'
import { ofName } from './elision.ts'

export const claim: typeof english = {
  lead: {
    download: (organisation) =>
      `Les réglages ${ofName(organisation)} sont fournis par un profil : téléchargez-le ici, puis installez-le dans Réglages.`,
    safari:
      'Ce navigateur ne peut pas installer de réglages : sur iPhone et iPad, seul Safari le peut. Continuez dans Safari.',
    install: 'Le profil est sur l’appareil. Installez-le dans Réglages, puis revenez ici et confirmez-le.',
    handOver: (app) => `À partir d’ici, ${app ?? 'l’application agent'} prend le relais.`,
    handOverToCommand: 'À partir d’ici, un script prend le relais, ou un agent qui parle notre interface.',
    active: 'Tout est en place. Vous pouvez fermer cette page.',
  },
  steps: {
    ios: {
      settings: 'Réglages\u00a0› Profil téléchargé\u00a0› Installer',
      download: [
        'L’appareil demande s’il faut autoriser le téléchargement : touchez **Autoriser**.',
        'Il indique **Profil téléchargé** : touchez **Fermer**. Cette page montre alors comment continuer.',
      ],
      install: [
        'Ouvrez **Réglages** et touchez **Profil téléchargé** vers le haut. Il n’y est pas ? Regardez dans **Général\u00a0› VPN et gestion de l’appareil**.',
        'Touchez **Installer**, saisissez votre code, et continuez jusqu’à ce que l’appareil indique **Profil installé**.',
        'Revenez à cette page et touchez le bouton.',
      ],
    },
    macos: {
      settings: 'Réglages Système\u00a0› Général\u00a0› Gestion de l’appareil',
      download: [
        'Le navigateur demande peut-être s’il faut autoriser le téléchargement : choisissez **Autoriser**.',
        'Ouvrez le fichier si le navigateur ne le fait pas. Le Mac indique qu’un profil est téléchargé.',
      ],
      install: [
        'Ouvrez **Réglages Système\u00a0› Général\u00a0› Gestion de l’appareil**. Avant macOS 15, c’est **Confidentialité et sécurité\u00a0› Profils**.',
        'Double-cliquez sur le profil, choisissez **Installer** et saisissez votre mot de passe.',
        'Revenez à cette page et appuyez sur le bouton.',
      ],
    },
  },
  afterDownload: 'Ce qui se passe ensuite',
  howToInstall: 'Comment l’installer',
  unverified:
    'L’appareil signale peut-être le profil comme non vérifié : il ne connaît pas encore qui l’a signé. C’est normal.',
  download: 'Télécharger le profil',
  again: (left) =>
    plural('fr', left, {
      one: `Télécharger à nouveau (encore ${left} fois)`,
      other: `Télécharger à nouveau (encore ${left} fois)`,
    }),
  gone: 'Le profil n’est plus sur l’appareil ?',
  installed: 'C’est installé',
  webClip: (label) =>
    `Le profil place aussi une icône « ${label} » sur l’écran d’accueil. Elle dit la même chose que le bouton.`,
  safari: {
    copy: 'Copier le lien pour Safari',
    label: 'Lien pour Safari',
    steps: [
      'Copiez le lien avec le bouton.',
      'Ouvrez **Safari**, touchez la barre d’adresse, collez le lien et ouvrez-le.',
      'Touchez **Continuer ici** dans Safari. Cette page passe alors le relais.',
    ],
    once: 'Le lien fonctionne une seule fois, et seulement pour cet appareil. Ne le transmettez pas.',
  },
  handOver: {
    get: (app) => (app ? `Obtenir ${app}` : 'Obtenir l’application'),
    afterGet: (app) =>
      `Installez ${app ?? 'l’application'} et ouvrez-la : elle connaît la suite. Cette page montre quand elle a pris le relais.`,
    notThere: (app) =>
      `${app ?? 'L’application'} n’est pas encore sur cet appareil ? Installez-la d’abord, puis revenez et copiez le lien.`,
    inAppStore: (app) => `Obtenir ${app ?? 'l’application'} dans l’App Store`,
    inMicrosoftStore: (app) => `Obtenir ${app ?? 'l’application'} dans le Microsoft Store`,
    orCopy: 'L’application est déjà là ? Copiez-y ce lien',
    copy: 'Copier le lien pour l’application',
    label: 'Lien pour l’application',
    paste: (app) => `Ouvrez ${app ?? 'l’application agent'} sur cet appareil et collez-y le lien.`,
    once: 'Il fonctionne une seule fois, et seulement pour cet appareil. Ne le transmettez pas.',
  },
  notes: (organisation) => `Remarques ${ofName(organisation)}`,
  ends: 'Rien ne presse : cette page expire {time}.',
  status: {
    connected: 'Connecté',
    download: {
      title: 'Télécharger le profil',
      detail: 'Avec le bouton ci-dessus.',
      inSafari: 'Dans Safari, avec le lien ci-dessus.',
      done: 'Profil téléchargé',
    },
    install: { title: 'L’installer dans Réglages', done: 'Profil installé' },
    handOver: {
      title: 'Passer le relais à l’application',
      titleCommand: 'Exécuter le script',
      detail: 'Avec le lien ci-dessus.',
      detailStore: 'Avec le bouton ci-dessus.',
      detailCommand: 'Avec le bouton ci-dessus.',
      done: 'Relais passé',
    },
    elsewhere: 'Poursuivi ailleurs',
    active: {
      title: 'Actif',
      said: 'Vous dites que c’est installé.',
      reported: 'L’appareil indique que tout est en place.',
      now: 'En attente de son premier contact',
      nowThere: 'Il vous reste à terminer ailleurs',
      saidThere: 'Vous y dites que c’est installé.',
      saidBy: 'Indiqué par vous {time}',
      doneBefore: 'Terminé',
    },
    ended: {
      abandoned: 'La configuration n’a pas été terminée',
      removed: 'L’appareil a été supprimé',
      over: 'Le délai pour continuer est écoulé',
      detail: 'Obtenez un nouveau code pour continuer.',
    },
  },
  moved: {
    title: 'Cela a continué ailleurs',
    lead: 'Un autre navigateur ou une application a pris le relais. Continuez-y : cette page ne fait plus que suivre.',
    done: 'Tout y a été terminé. Vous pouvez fermer cette page.',
    notYou: 'Ce n’était pas vous ?',
    notYouText: 'Alors quelqu’un d’autre a le lien. Signalez-le maintenant.',
  },
  ended: {
    title: 'Cette configuration a pris fin',
    abandoned:
      'L’appareil s’est connecté, mais la configuration n’a jamais été terminée. Obtenez un nouveau code et essayez encore une fois.',
    removed: 'L’appareil a été supprimé. Pour le reconfigurer, obtenez un nouveau code.',
    over: 'Une configuration peut être terminée ici pendant une journée, et cette journée est écoulée. Rien n’est cassé : obtenez un nouveau code et recommencez.',
    renew: 'Nouveau code',
  },
  ticket: {
    title: 'Continuer ici',
    lead: {
      ios: 'Vous avez commencé à configurer votre iPhone ou iPad dans un autre navigateur.',
      other: 'Vous avez commencé à configurer votre appareil dans un autre navigateur.',
    },
    happens: 'Si vous continuez',
    items: (organisation) => [
      `La configuration chez ${organisation} continue dans ce navigateur, avec le même appareil.`,
      'Le navigateur précédent passe le relais : il ne peut plus que suivre.',
      'Ce lien est consommé.',
    ],
    submit: 'Continuer ici',
    forApp:
      'Le lien est destiné à l’application ? Alors ne continuez pas ici : copiez plutôt le lien dans l’application.',
  },
  confirm: {
    title: 'Est-ce installé ?',
    lead: (organisation) =>
      `Vous avez ouvert cette page avec l’icône apportée par le profil ${ofName(organisation)}. Dites que c’est installé, et la configuration est terminée.`,
    submit: 'C’est installé',
    done: 'Vous l’avez indiqué {time}. Vous pouvez fermer cette page.',
    doneReported: 'Tout est en place. Vous pouvez fermer cette page.',
  },
}
