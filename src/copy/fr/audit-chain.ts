import type { auditChain as english } from '../en/audit-chain.ts'

export const auditChain: typeof english = {
  sealed: (rows) => `Entrées scellées : ${rows}, la dernière {time}.`,
  notYet: 'Rien n’est encore scellé. Les nouvelles entrées le sont en une minute environ.',
  how: 'Les personnes qui exploitent le service vérifient avec « npm run verify-audit » qu’aucune n’a été modifiée, supprimée ou insérée depuis.',
  kept: (days) => `Les entrées sont gardées ${days} jours.`,
  broken: {
    title: 'Le journal d’audit a peut-être été modifié dans la base de données',
    lead: 'Le contenu de la base de données ne correspond pas à ce que ce service a scellé. Exécutez « npm run verify-audit » avant de vous fier aux entrées plus anciennes ; la commande indique la première qui est fausse. Les nouvelles entrées sont de nouveau scellées.',
    one: (organisation, rows) => `${organisation} : après l’entrée ${rows}, constaté {time}`,
    service: 'Le service lui-même',
  },
  keys: {
    title: 'L’ancienne clé principale',
    lead: (former) =>
      `La clé « ${former} » est encore lisible. Ce qui était enregistré sous elle passe de lui-même sous la nouvelle clé, et est réexaminé chaque jour.`,
    working: 'Le premier passage n’est pas encore terminé.',
    found: 'Ce qu’a trouvé le dernier passage, {time} :',
    nothing: 'Il ne reste rien sous l’ancienne clé.',
    columns: { kind: 'Quoi', resealed: 'Passés', left: 'Restants', unreadable: 'Illisibles' },
    kinds: {
      moduleSecret: 'Secret du module externe',
      oidcSecrets: 'Secrets des fournisseurs d’identité',
      templates: 'Secrets des modèles d’appareil',
      templateVersions: 'Secrets de leurs versions antérieures',
      authorities: 'Clés des autorités de certification',
      signers: 'Clés qui signent les profils',
      userCertificates: 'Clés des certificats personnels',
      auditHeads: 'Sceaux du journal d’audit',
      invitations: 'Liens et codes PIN des invitations',
      securityStrings: 'Lots de chaînes de sécurité',
    },
    before:
      'Avant de supprimer l’ancienne clé, lisez « When MASTER_KEY changes » dans le guide d’exploitation : il dit combien de temps attendre, et ce qui prend fin avec elle.',
  },
}
