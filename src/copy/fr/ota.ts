import type { ota as english } from '../en/ota.ts'
import { plural } from '../plural.ts'

export const ota: typeof english = {
  profile: {
    name: (organisation) => `${organisation} : configurer cet appareil`,
    description: (organisation) =>
      `Indique à ${organisation} de quel appareil il s’agit : nom, modèle, version du système, numéro de série. Ses réglages arrivent en retour.`,
  },
  happens: {
    profile:
      'Vous téléchargez un profil et l’installez dans Réglages. L’appareil demande deux fois : pour dire ce qu’il est, puis pour installer ses réglages, par exemple le Wi-Fi.',
    once: 'Il dit ce qu’il est une seule fois, pendant sa configuration, et plus ensuite.',
  },
  canSee: [
    'De quel appareil il s’agit : nom, modèle, version du système, numéro de série, identifiants de l’appareil',
    'Quand il a été configuré',
  ],
  lead: {
    download: (organisation) =>
      `Il faut deux profils : l’un indique à ${organisation} de quel appareil il s’agit, l’autre apporte ses réglages. Téléchargez ici le premier.`,
    install: 'Le premier profil est sur l’appareil. Installez-le dans Réglages : le second suit de lui-même.',
    active:
      'L’appareil a dit ce qu’il est et récupéré ses réglages. S’il demande encore quelque chose, terminez sur l’appareil ; vous pourrez ensuite fermer cette page.',
    delivered:
      'Le profil est sur l’appareil. Installez-le dans ses Réglages ; cette page montre quand c’est fait.',
  },
  howToInstall: 'Comment installer les deux',
  steps: {
    ios: [
      'Ouvrez **Réglages** et touchez **Profil téléchargé** vers le haut. Il n’y est pas ? Regardez dans **Général\u00a0› VPN et gestion de l’appareil**.',
      'L’appareil demande une première fois : touchez **Installer** et saisissez votre code. Il dit alors ce qu’il est, et récupère ses réglages.',
      'Il demande une seconde fois, pour les réglages : touchez **Installer**, et continuez jusqu’à ce qu’il indique **Profil installé**.',
    ],
    macos: [
      'Ouvrez **Réglages Système\u00a0› Général\u00a0› Gestion de l’appareil**. Avant macOS 15, c’est **Confidentialité et sécurité\u00a0› Profils**.',
      'Double-cliquez sur le profil et choisissez **Installer** : le Mac demande une première fois. Il dit alors ce qu’il est, et récupère ses réglages.',
      'Il demande une seconde fois, pour les réglages : choisissez **Installer** et saisissez votre mot de passe.',
    ],
  },
  byItself:
    'Il n’y a rien à toucher ici : cette page montre d’elle-même quand l’appareil a dit ce qu’il est.',
  failed: 'L’appareil n’a pas pu installer les réglages ?',
  again: (left) =>
    plural('fr', left, {
      one: `Télécharger à nouveau le premier profil (encore ${left} fois)`,
      other: `Télécharger à nouveau le premier profil (encore ${left} fois)`,
    }),
  status: {
    install: 'Installer les deux profils dans Réglages',
    told: 'L’appareil a dit ce qu’il est',
    active: {
      now: 'En attente que vous installiez le profil',
      nowDetail:
        'Dans Réglages, sur l’appareil. Il demande deux fois, et indique de lui-même quand c’est fait.',
      next: 'Actif',
      nextDetail: 'Quand l’appareil a dit ce qu’il est.',
    },
  },
}
