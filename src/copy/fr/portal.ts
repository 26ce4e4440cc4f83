import type { portal as english } from '../en/portal.ts'
import { plural } from '../plural.ts'

export const portal: typeof english = {
  title: 'Mes appareils',
  setUp: 'Configurer un appareil',
  caption: 'Mes appareils',
  agent: 'Appareil avec l’application agent',
  statuses: {
    unresponsive: 'Ne répond pas',
    invited: 'Invité',
    pending: 'En attente',
    active: 'Actif',
    retired: 'Retiré',
    wiped: 'Effacé',
    replaced: 'Remplacé',
    deleted: 'Supprimé',
  },
  reasons: {
    silent: 'Dernières nouvelles {time}. Allumez-le, connectez-le et ouvrez son application.',
    permissions: (names) =>
      `Son application a perdu des autorisations : ${names}. Redonnez-les dans les réglages de l’appareil.`,
    waiting: 'En attente de son premier contact.',
    waitingCertificate: 'En attente qu’il récupère son certificat.',
    toDownload: 'Son profil n’a pas encore été téléchargé.',
    delivered: 'Son profil a été téléchargé {time}. Installez-le dans les réglages de l’appareil.',
    said: 'Il ne se signale pas de lui-même : vous avez dit que c’est installé.',
    once: 'Il a dit ce qu’il est lors de sa configuration, et ne se signale plus depuis.',
    ended: 'Gestion terminée {time}.',
  },
  endings: {
    never_finished: 'Sa configuration n’a jamais été terminée.',
    abandoned: 'Sa configuration n’a jamais été terminée.',
    key_in_use: 'Sa clé appartient à un appareil d’un autre compte.',
    account_deleted: 'Le compte a été supprimé.',
  },
  seen: 'Dernier contact',
  neverSeen: 'pas encore',
  ownership: 'Appartient à',
  company: (organisation) => organisation,
  personal: 'vous',
  goOn: 'Continuer la configuration',
  open: (count) =>
    plural('fr', count, {
      one: 'Un code est ouvert et aucun appareil ne l’a encore utilisé.',
      other: `${count} codes sont ouverts et aucun appareil ne les a encore utilisés.`,
    }),
  openLink: 'Voir ce qui est ouvert',
  empty: {
    title: 'Aucun appareil n’est encore configuré.',
    may: 'Configurez ici votre téléphone, votre tablette ou votre ordinateur : cela prend quelques minutes, et chaque appareil apparaît de lui-même sur cette page.',
    mayNot:
      'Ici, les appareils sont configurés pour vous. Demandez une invitation à l’assistance, et ils apparaîtront d’eux-mêmes sur cette page.',
  },
  noneHere: 'Aucun sur cette page. La page suivante remonte plus loin.',
  showEnded: 'Voir les anciens appareils',
  endedTitle: 'Anciens appareils',
  endedLead: 'Ils ne sont plus pris en charge. Ce qu’est devenu chacun reste ici.',
  endedEmpty: 'Il n’y a pas d’anciens appareils.',
  changed: 'Vos appareils ont changé.',
}
