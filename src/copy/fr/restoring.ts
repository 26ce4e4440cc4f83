import type { restoring as english } from '../en/restoring.ts'

/** See `../en/restoring.ts`. */
export const restoring: typeof english = {
  title: 'Après une restauration',
  lead: 'La base de données a été ramenée à un état antérieur, ou des sessions de configuration ont été perdues ? Comparez alors chaque compte avec sa session : ce qui s’est passé depuis est transmis de nouveau à la base de données. Là où les deux concordent, rien ne change. Lisez d’abord « Restore » dans le guide d’exploitation.',
  act: 'Comparer tous les comptes',
  begun: 'Tous les comptes sont en cours de comparaison. Cette page indique le résultat.',
  working: 'Commencé {time}.',
  never: 'Cela n’a pas encore été fait.',
  last: 'Dernière comparaison {time} :',
  counts: {
    accounts: 'Comptes',
    changed: 'Transmis de nouveau',
    madeAnew: 'Recommencés',
    deleted: 'Supprimés de nouveau',
    unknown: 'Appareils inconnus',
    unanswered: 'Sans réponse',
  },
}
