import type { ready as english } from '../en/ready.ts'

export const ready: typeof english = {
  lead: {
    elsewhere: 'Scannez le code avec l’appareil, ou ouvrez-y le lien. Cette page montre où il en est.',
    link: 'Ouvrez le lien sur l’appareil. Cette page montre où il en est.',
    here: 'Commencez sur cet appareil avec le bouton ci-dessous. Cette page montre où il en est.',
    delivered:
      'Le profil est sur l’appareil. Installez-le dans ses Réglages, puis dites-y qu’il est installé.',
    toDownload:
      'L’appareil est connecté. Téléchargez et installez-y son profil ; cette page montre quand c’est fait.',
    redeemed:
      'L’appareil est connecté. Terminez les étapes sur celui-ci ; cette page montre quand c’est fait.',
  },
  openHere: 'Configurer cet appareil',
  orScan: 'Ou scannez avec un autre appareil',
  until: 'Fin de validité : {time} · un appareil',
  running: 'Encore # · un appareil',
  runOut: 'Ce code a expiré.',
  pinNeeded: 'L’appareil demandera aussi le code PIN.',
  pinElsewhere: 'L’appareil demandera aussi un code PIN. L’assistance vous communique le vôtre.',
  statusTitle: 'Avancement',
  phase: { done: 'fait :', now: 'en cours :', next: 'à venir :' },
  status: {
    open: {
      now: 'En attente que vous ouvriez le lien',
      nowDetail: 'Ouvrez-le sur l’appareil.',
      done: 'Lien ouvert',
      doneUnseen: 'Code utilisé',
    },
    connect: {
      now: 'En attente de la connexion de l’appareil',
      nowDetail: 'Suivez les instructions pour l’appareil.',
      next: 'Connecté',
      nextDetail: 'L’appareil utilise le code.',
      done: 'Connecté',
    },
    active: {
      now: 'En attente de son premier contact',
      nowDetail: 'Terminez les étapes sur l’appareil. Cela prend environ une minute.',
      next: 'Actif',
      nextDetail: 'Quand tout est en place.',
      done: 'Actif',
    },
    profile: {
      now: 'En attente que vous téléchargiez le profil',
      nowDetail: 'La page sur l’appareil a un bouton pour cela.',
      next: 'Profil téléchargé',
      nextDetail: 'L’appareil a ses réglages.',
      done: 'Profil téléchargé',
    },
    said: {
      now: 'En attente que vous installiez le profil',
      nowDetail: 'Dans Réglages, sur l’appareil. Dites-y ensuite qu’il est installé.',
      next: 'Actif',
      nextDetail: 'Vous dites sur l’appareil que c’est installé.',
      done: 'Actif',
      doneDetail: 'Indiqué par vous {time}',
    },
    ended: {
      expired: 'Le code a expiré',
      superseded: 'Un code plus récent a pris sa place',
      revoked: 'Le code a été annulé',
      abandoned: 'La configuration n’a pas été terminée',
      removed: 'L’appareil a été supprimé',
      detail: 'Obtenez un nouveau code pour continuer.',
    },
  },
  active: {
    title: (device) => `${device} : configuration terminée`,
    lead: 'Tout est en place. Vous pouvez fermer cette page.',
    leadSaid: 'Vous avez dit que tout est installé. Vous pouvez fermer cette page.',
  },
  ended: {
    title: 'Ce code n’est plus valable',
    expired:
      'Il a expiré avant qu’un appareil l’utilise. Rien n’est perdu : il suffit d’un instant pour en obtenir un nouveau.',
    superseded:
      'Vous avez demandé un code plus récent pour le même type d’appareil. Utilisez celui-là, ou obtenez-en un autre.',
    revoked:
      'Il a été annulé avant qu’un appareil l’utilise. Obtenez-en un nouveau, ou demandez la raison à l’assistance.',
    abandoned:
      'L’appareil s’est connecté mais n’a jamais terminé. Obtenez un nouveau code et essayez encore une fois.',
    removed:
      'L’appareil qui a utilisé ce code a été supprimé. Pour le reconfigurer, obtenez un nouveau code.',
    renew: 'Nouveau code',
  },
  device: {
    title: 'Votre appareil',
    name: 'Nom',
    model: 'Modèle',
    kind: 'Type',
    ownership: 'Appartient à',
    company: (organisation) => organisation,
    personal: 'Vous',
    connected: 'Connecté',
    unnamed: 'Non indiqué',
  },
  theft: {
    title: 'Quelqu’un d’autre a essayé ce code',
    text: 'Un second appareil a essayé de l’utiliser après le vôtre. Si ce n’était pas vous, prévenez maintenant l’assistance.',
  },
  otherWays: 'Autres façons',
  link: 'Lien à ouvrir sur l’appareil',
  typed: 'Si l’appareil le demande, saisissez ceci :',
  go: 'Ou allez sur {go} avec l’appareil et saisissez ceci :',
  site: 'Site',
  address: 'Adresse e-mail',
  pin: 'Code PIN',
  pinLocked: {
    title: 'Le code PIN est bloqué pour le moment',
    text: 'Il a été mal saisi plusieurs fois. Le lien et le code QR fonctionnent toujours.',
    textNeeded: 'Il a été mal saisi plusieurs fois, et le lien le demande.',
  },
  newPin: 'Nouveau code PIN',
  pinRenewed:
    'Voici le nouveau code PIN. Le précédent ne fonctionne plus ; le lien et le code QR restent les mêmes.',
  another: 'Configurer un autre appareil',
  refresh: 'Actualiser',
}
