import type { commands as english } from '../en/commands.ts'
import { plural } from '../plural.ts'

export const commands: typeof english = {
  notice: (name) => `${name} a demandé où se trouve cet appareil.`,
  title: 'Actions',
  asked: 'Ce qui lui a été demandé',
  earlier: 'Auparavant',
  nothing: 'Rien ne lui a encore été demandé.',
  unreachable:
    'Rien sur cet appareil n’écoute : il ne peut être ni verrouillé, ni effacé depuis ici, et ne peut pas sonner.',
  askedAlready: 'Déjà demandé',
  kinds: {
    lock: 'Verrouiller',
    unlock: 'Déverrouiller',
    ring: 'Faire sonner',
    locate: 'Localiser',
    wipe: 'Effacer',
    retire: 'Retirer',
  },
  acts: {
    lock: 'Verrouiller',
    unlock: 'Déverrouiller',
    ring: 'Faire sonner',
    locate: 'Localiser',
    wipe: 'Effacer…',
    retire: 'Retirer…',
    end: 'Terminer maintenant…',
  },
  what: {
    lock: 'Verrouille son écran, afin que personne n’entre sans son code.',
    unlock: 'Enlève le verrouillage qui a été posé depuis ici.',
    ring: 'Le fait sonner fort, même s’il est en silencieux, afin de pouvoir le trouver.',
    locate:
      'Lui demande où il se trouve. L’appareil affiche un avis qui le dit. Personne d’autre que vous ne voit la réponse, et elle est oubliée après une journée.',
    wipe: {
      everything: 'Efface tout son contenu. Pour un appareil perdu ou donné.',
      organisation_data:
        'Supprime ce que l’organisation a apporté, et rien d’autre : il est enregistré comme appareil personnel.',
    },
    retire:
      'Met fin à sa gestion : il supprime ce que l’organisation a apporté, et ne reçoit plus rien d’ici.',
    retireUnreachable:
      'Met fin à sa gestion immédiatement : il ne reçoit plus rien d’ici. Ce qui y a été installé doit être supprimé à la main.',
    end: 'Son retrait a été demandé et il est toujours là. Mettez fin à sa gestion sans attendre sa réponse.',
  },
  states: {
    queued: 'En attente',
    delivered: 'Transmis',
    done: 'Fait',
    failed: 'Non fait',
    expired: 'Sans réponse',
    cancelled: 'Annulé',
  },
  queued: (within) => `En attente du contact de l’appareil, en général au plus tard dans ${within}.`,
  minutes: (count) => plural('fr', count, { one: 'une minute', other: `${count} minutes` }),
  hours: (count) => plural('fr', count, { one: 'une heure', other: `${count} heures` }),
  queuedSilent:
    'En attente de l’appareil, qui n’a pas pris contact depuis un certain temps. Il recevra la demande dès qu’il le fera.',
  delivered: 'Transmis {time}. En attente de sa réponse.',
  done: 'Fait {time}.',
  erased: {
    everything: 'Tout son contenu a été effacé {time}.',
    organisation_data: 'Ce que l’organisation avait apporté a été supprimé {time}.',
  },
  retired: 'Il a supprimé {time} ce que l’organisation avait apporté.',
  failed: 'L’appareil n’a pas pu le faire {time}.',
  reason: (words) => `Il dit : « ${words} »`,
  noReason: 'Il n’a pas dit pourquoi.',
  failedNext: 'Essayez encore une fois. Si cela échoue aussi, demandez à l’assistance.',
  expired: 'L’appareil n’a pas pris contact à temps. Redemandez quand il sera allumé et en ligne.',
  expiredDelivered:
    'L’appareil a reçu la demande, mais n’a pas répondu à temps. Regardez-le, puis redemandez.',
  dropped:
    'Abandonné {time} : l’appareil a été reconfiguré, ou sa gestion a pris fin, avant qu’il ait répondu.',
  canEnd: 'S’il reste silencieux, mettez fin à sa gestion sans sa réponse.',
  cancelled: 'Annulé {time}. L’appareil n’a jamais reçu la demande.',
  askedByYou: 'Demandé par vous {time}.',
  askedBy: (name: string) => `Demandé par ${name} {time}.`,
  somebody: 'Quelqu’un',
  manager: (name) => `${name} (gestionnaire)`,
  aManager: 'Un gestionnaire',
  until: 'Sans réponse, la demande sera abandonnée {time}.',
  cancel: 'Annuler',
  location: {
    at: 'Il se trouvait ici {time} :',
    accuracy: (metres) => `à ${metres} m près`,
    open: 'Ouvrir sur une carte',
    forgotten: 'Sa position est maintenant oubliée : elle n’est gardée qu’une journée.',
    owners: 'Seul son propriétaire voit où il se trouvait.',
  },
  told: {
    asked: 'C’est demandé. L’appareil le fera à son prochain contact.',
    cancelled: 'C’est annulé. L’appareil ne recevra pas la demande.',
    ended: 'L’appareil est retiré. Ce qui y a été installé doit être supprimé à la main.',
  },
  trouble: {
    ended: 'Il n’est plus géré : on ne peut plus rien lui demander.',
    unreachable: 'Rien sur cet appareil n’écoute : on ne peut rien lui demander.',
    too_many:
      'L’appareil n’a pas répondu à ce qui lui a été demandé avant. Attendez sa réponse, ou annulez une partie des demandes.',
    too_late: 'Cela n’a pas pu être annulé : l’appareil a déjà la demande, ou elle est terminée.',
    not_asked:
      'Demandez d’abord à l’appareil de se retirer. S’il ne répond pas, vous pourrez mettre fin à sa gestion ici.',
    temporarily_unavailable: 'Cela n’a pas fonctionné à l’instant. Réessayez dans une minute.',
  },
  wipe: {
    title: (device) => `Effacer « ${device} » ?`,
    everything: [
      'Tout son contenu est effacé : applications, photos, messages, comptes et fichiers, y compris privés. Ce qui n’est conservé nulle part ailleurs est perdu.',
      'Son lien avec l’organisation prend fin : réglages, accès et certificats.',
      'Cela se passe au prochain contact de l’appareil. Tant qu’il n’a pas reçu la demande, elle peut être annulée ; ensuite, rien ne permet de revenir en arrière.',
    ],
    organisation_data: [
      'Ce que l’organisation a apporté est supprimé : réglages, comptes, applications et certificats.',
      'Tout le reste demeure : il est enregistré comme appareil personnel, donc les photos, les messages et les autres applications ne sont pas touchés.',
      'Son lien avec l’organisation prend fin. Pour revenir, il doit être configuré à nouveau.',
      'Cela se passe au prochain contact de l’appareil. Tant qu’il n’a pas reçu la demande, elle peut être annulée.',
    ],
    tick: {
      everything: 'Je comprends que tout son contenu est effacé',
      organisation_data: 'Je comprends que ce que l’organisation a apporté est supprimé',
    },
    untick: 'Cochez cette case pour continuer.',
    act: 'Effacer l’appareil',
  },
  retire: {
    title: (device) => `Retirer « ${device} » ?`,
    consequences: [
      'L’appareil supprime ce que l’organisation a apporté : réglages, comptes, applications et certificats. Tout le reste demeure.',
      'Ensuite, c’est terminé : il ne reçoit plus rien d’ici. Pour revenir, il doit être configuré à nouveau.',
      'Cela se passe au prochain contact de l’appareil. Tant qu’il n’a pas reçu la demande, elle peut être annulée.',
    ],
    act: 'Retirer l’appareil',
  },
  retireNow: {
    consequences: [
      'C’est terminé immédiatement : ses certificats prennent fin, et il ne reçoit plus rien d’ici.',
      'Rien sur l’appareil n’écoute : ce qui a été installé reste donc jusqu’à ce que quelqu’un le supprime à la main, qu’il s’agisse du profil, de l’application ou des réglages réseau venus avec la configuration.',
      'Pour revenir, il doit être configuré à nouveau.',
    ],
  },
  end: {
    title: (device) => `Mettre fin à la gestion de « ${device} » maintenant ?`,
    consequences: [
      'C’est terminé immédiatement, sans sa réponse : ses certificats prennent fin, et il ne reçoit plus rien d’ici.',
      'Ce qui lui a été demandé et qu’il n’a pas encore reçu, il ne le recevra jamais : ce qui s’y trouve y reste, jusqu’à ce que quelqu’un le supprime à la main.',
      'Pour revenir, il doit être configuré à nouveau.',
    ],
    act: 'Terminer maintenant',
  },
  managed: {
    lead: 'Chaque action se fait au prochain contact de l’appareil. Son propriétaire voit dans le portail ce qui a été demandé, et par qui.',
    message: 'Message sur son écran',
    messageHint: 'Affiché avec le verrouillage, pour la personne qui le trouve : 200 caractères au maximum.',
    optional: 'facultatif',
    noLocate: 'Seul son propriétaire peut demander où il se trouve.',
    all: 'Ce qui lui a été demandé',
  },
}
