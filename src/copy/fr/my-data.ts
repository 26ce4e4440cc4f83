import type { myData as english } from '../en/my-data.ts'
import { plural } from '../plural.ts'
import { ofName } from './elision.ts'

export const myData: typeof english = {
  title: 'Vos données',
  download: {
    act: 'Télécharger mes données',
    what: 'Un fichier (JSON) avec tout ce qui est conservé ici sur vous : compte, appareils, messages, certificats et historique. Il ne contient ni mots de passe, ni codes PIN, ni clés.',
  },
  certificates: 'Des certificats que vous avez importés auparavant. Vous pouvez les voir et les supprimer.',
  deletion: {
    link: 'Demander la suppression…',
    what: 'Vous demandez aux gestionnaires de votre organisation de supprimer votre compte et tout ce qu’il contient.',
    title: 'Demander la suppression de votre compte ?',
    consequences: (organisation) => [
      `Les gestionnaires ${ofName(organisation)} voient votre demande, et décident. D’ici là, tout fonctionne comme avant.`,
      'Quand ils suppriment votre compte, votre session prend fin et vos appareils ne sont plus pris en charge. Supprimez d’abord ce qui y a été installé, ou retirez-les, afin que rien n’y reste.',
      'Votre nom, votre numéro de téléphone, vos adresses, vos clés d’accès, vos certificats, vos messages et ce qui distingue vos appareils sont supprimés.',
      'Ce qui reste : le registre de qui a fait quoi, où votre adresse peut figurer, la liste des certificats émis, et les types d’appareils qu’il y a eu. Votre organisation dit combien de temps elle les garde.',
      'Vous pouvez annuler votre demande tant que la suppression n’a pas eu lieu.',
    ],
    act: 'Demander la suppression',
    asked: 'Vous avez demandé la suppression de votre compte.',
    askedSince: 'Demandé',
    waits: 'Un gestionnaire de votre organisation doit le faire. D’ici là, tout fonctionne comme avant.',
    withdraw: 'Garder mon compte',
  },
  done: {
    asked: 'Vos gestionnaires voient maintenant que vous demandez la suppression de votre compte.',
    kept: 'Votre compte reste.',
  },
  people: {
    badge: 'Suppression demandée',
    filter: 'Suppression demandée',
    asked: 'Cette personne a demandé la suppression de son compte.',
    since: 'Suppression demandée',
    act: 'Supprimer le compte…',
    what: 'Met fin à tous ses appareils et codes, et oublie qui était cette personne. C’est irréversible.',
    self: 'Vous ne pouvez pas supprimer votre propre compte : un autre gestionnaire le peut.',
    lastManager:
      'C’est le seul compte de gestionnaire qui peut se connecter. Nommez d’abord quelqu’un d’autre gestionnaire.',
    done: 'Le compte est en cours de suppression. Ses appareils et ses codes ont pris fin.',
    title: (who) => `Supprimer le compte ${ofName(who)} ?`,
    consequences: [
      'La personne est déconnectée partout immédiatement. Ses liens, codes QR, codes PIN et invitations cessent de fonctionner.',
      'Tous ses appareils sont supprimés ici et ne sont plus pris en charge. Rien n’est supprimé sur les appareils eux-mêmes : retirez-les ou effacez-les d’abord si c’est nécessaire.',
      'Le nom, le numéro de téléphone, les adresses, les clés d’accès, les certificats, les messages et ce qui distingue ses appareils sont supprimés.',
      'Ce qui reste : le journal d’audit, où son adresse peut figurer, la liste des certificats émis, et les types d’appareils qu’il y a eu.',
      'La personne peut se réinscrire avec la même adresse. Ce sera un nouveau compte.',
    ],
    undone: 'C’est irréversible.',
    confirm: 'Son adresse',
    confirmHint: (address) => `Par sécurité, saisissez ${address}.`,
    wrong: 'Ce n’est pas l’adresse du compte. Saisissez-la exactement comme elle est affichée.',
    submit: 'Supprimer le compte',
    deleted: '(compte supprimé)',
  },
  attention: (count) => ({
    title: plural('fr', count, {
      one: `Une personne a demandé la suppression de son compte`,
      other: `${count >= 100 ? 'Plus de 99' : count} personnes ont demandé la suppression de leur compte`,
    }),
    detail: 'Supprimez-les, ou parlez aux personnes s’il faut d’abord régler quelque chose.',
    act: 'Voir qui',
  }),
}
