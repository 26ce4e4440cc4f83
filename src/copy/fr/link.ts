import type { link as english } from '../en/link.ts'

export const link: typeof english = {
  title: 'Configurer cet appareil',
  lead: (organisation) => `${organisation} propose de configurer cet appareil pour vous.`,
  happens: {
    title: 'Ce qui se passe',
    registered: {
      company: (organisation) => `L’appareil est inscrit comme appartenant à ${organisation}.`,
      personal: (organisation) => `L’appareil est inscrit chez ${organisation} comme le vôtre.`,
      open: (organisation) =>
        `L’appareil est inscrit chez ${organisation}, comme le vôtre ou celui de l’entreprise : vous le dites ci-dessous.`,
    },
    profile: 'Vous téléchargez un profil avec ses réglages, par exemple le Wi-Fi, et l’installez vous-même.',
    app: 'Une application prend le relais : elle apporte ses réglages, par exemple Wi-Fi, e-mail et certificats.',
    silent: 'Rien sur l’appareil ne se signale : vous dites vous-même quand c’est fait.',
    settings: 'Il reçoit ses réglages, par exemple Wi-Fi, e-mail et certificats.',
    reports: 'À partir de là, il indique de temps en temps que tout est en ordre.',
  },
  canSee: {
    title: (organisation) => `${organisation} peut voir`,
    items: [
      'De quel appareil il s’agit : nom, modèle, version du système, numéro de série',
      'Son numéro de mobile et son opérateur, s’il les indique',
      'La date de son dernier contact, et si ses réglages sont en place',
    ],
    silent: [
      'De quel type d’appareil il s’agit, et à qui il est',
      'Quand il a été configuré, et que vous avez dit que c’est fait',
    ],
  },
  cannotSee: {
    title: (organisation) => `${organisation} ne peut pas voir par cette configuration`,
    items: [
      'Vos photos, vos fichiers et vos messages',
      'Vos appels et les pages que vous visitez',
      'Où vous êtes',
    ],
  },
  ends: 'Ce lien expire {time}.',
  endsCode: 'Ce code expire {time}.',
  pinNeeded: 'Gardez le code PIN à portée de main : l’appareil le demande.',
  submit: 'Continuer',
  asks: 'Avant de continuer',
  pin: 'Code PIN',
  pinHint: 'Les 8 chiffres de la page où vous avez obtenu ce lien, sous « Autres façons ».',
  errors: {
    wrong_pin: 'Ce n’est pas le code PIN de ce lien. Comparez-le avec la page où vous avez obtenu le lien.',
    choose_ownership: 'Dites à qui est l’appareil pour continuer.',
  },
  pinClosed: {
    title: 'Le code PIN est bloqué pour le moment',
    text: 'Il a été mal saisi plusieurs fois. Appuyez sur « Nouveau code PIN » sur la page où vous avez obtenu ce lien, puis continuez ici avec le nouveau.',
    again: 'J’ai un nouveau code PIN',
    page: 'Ouvrir la page de configuration',
  },
  notExpected: 'Vous ne vous y attendiez pas ? Fermez la page : rien n’a été modifié.',
  wrongPlatform: {
    title: (forOne) => `Ce code est ${forOne}`,
    lead: (one) => `Ceci semble être ${one}. Rien n’a été consommé.`,
    there: 'Scannez le code avec l’appareil photo de l’autre appareil, ou ouvrez-y le lien.',
    here: { title: 'Configurer plutôt cet appareil ?', text: 'Il a besoin de son propre code.' },
    get: 'Obtenir un code pour cet appareil',
    wrong: {
      title: 'Avons-nous mal deviné ?',
      text: 'Les navigateurs ne disent pas toujours sur quoi ils fonctionnent.',
    },
    overrule: (one) => `C’est ${one}`,
  },
  opened: {
    title: 'Continuez avec votre appareil',
    lead: 'Suivez ces étapes. La page où vous avez demandé le code montre où vous en êtes.',
    unused:
      'L’ouverture de cette page n’a rien consommé. Le code est utilisé quand l’appareil lui-même se connecte.',
    instructions: 'Étapes suivantes',
    copy: 'Le lien, pour une application ou la ligne de commande',
  },
}
