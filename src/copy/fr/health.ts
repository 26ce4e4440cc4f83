import type { health as english } from '../en/health.ts'
import { plural } from '../plural.ts'

export const health: typeof english = {
  title: 'Santé',
  lead: 'Ce qui demande votre attention vient en premier. Ici, tout se répare tout seul quand c’est possible.',
  well: 'Tout va bien : rien n’a échoué, rien n’attend trop longtemps.',
  counts: {
    failed: 'Messages en échec, dernières 24 heures',
    waiting: 'Messages en attente',
    lost: 'Messages perdus par la file d’attente',
    outboxes: 'Comptes avec des événements non enregistrés',
  },
  done: {
    retried: 'Il est de nouveau en route.',
    retriedAll: 'Ils sont de nouveau en route, 500 au maximum à la fois.',
    nothing: 'Rien n’a échoué au cours des dernières 24 heures.',
    dropped: 'Message abandonné.',
    landed: 'Tout ce qui concerne ce compte a été enregistré.',
    still: 'Nouvel essai fait. Quelque chose est toujours refusé : regardez la raison.',
  },
  unavailable: 'Cela n’a pas fonctionné à l’instant. Rien n’est perdu : réessayez dans une minute.',
  messages: {
    title: 'Messages en échec',
    lead: 'Les 20 plus récents. Une raison qui tient à l’adresse ne disparaîtra pas d’elle-même.',
    caption: 'Messages en échec, le plus récent d’abord',
    columns: { message: 'Message', reason: 'Raison', when: 'Quand', act: 'Que faire' },
    retry: 'Renvoyer',
    retryAll: 'Renvoyer tous ceux des dernières 24 heures',
    tries: (count) => plural('fr', count, { one: `${count} essai`, other: `${count} essais` }),
    waiting:
      'Les messages en attente sont réessayés d’eux-mêmes, pendant une journée. Début de l’attente du plus ancien : {time}.',
    lastSent: 'Dernier message parti {time}.',
    neverSent: 'Aucun message n’est encore parti.',
  },
  kinds: {
    theft_signal: 'Lien essayé par quelqu’un d’autre',
    provision_code: 'Code de configuration',
    approved: 'Inscription acceptée',
    manager_invited: 'Invitation d’un gestionnaire',
    alarm: 'Alerte',
    invitation: 'Invitation',
    renewal: 'Relance pour un appareil',
    challenge: 'Code de confirmation d’une adresse',
    replay: 'Comparaison après une restauration',
  },
  reasons: {
    suppressed: 'Des messages à cette adresse sont déjà revenus, ou ont été signalés comme indésirables',
    not_allowed: 'Nous ne pouvons pas écrire à cette adresse',
    rejected: 'Le serveur destinataire l’a refusé',
    over_quota: 'La limite d’envoi du prestataire était atteinte',
    unavailable: 'Le prestataire n’a pas répondu pendant une journée',
    sender_not_ready: 'Le domaine de l’expéditeur n’est pas configuré chez le prestataire',
    malformed: 'Le message lui-même n’a pas pu être composé',
    bounced: 'Il est revenu',
    complained: 'Son destinataire l’a signalé comme indésirable',
    capped: 'La limite quotidienne de messages était atteinte',
    no_sms: 'Le service n’envoie pas de SMS',
  },
  unknownReason: 'La raison n’est pas connue',
  letters: {
    title: 'Messages abandonnés par la file d’attente',
    lead: 'Ils n’ont pas pu être traités, après de nombreux essais. Quand la cause est réparée, réessayez.',
    caption: 'Messages abandonnés par la file d’attente, le plus ancien d’abord',
    columns: { what: 'Message', since: 'Depuis', act: 'Que faire' },
    retry: 'Réessayer',
    drop: 'Abandonner',
    unreadable: 'Quelque chose d’illisible',
    unreadableHint: 'Cela ne venait pas de cette version du service. Il n’y a qu’à l’abandonner.',
    states: {
      queued: 'attend encore, et sera réessayé de lui-même',
      sent: 'a été envoyé entre-temps',
      failed: 'a échoué',
      obsolete: 'devenu inutile',
    },
    confirm: {
      title: 'Abandonner ce message ?',
      consequences: [
        'Il quitte cette liste et n’est plus réessayé depuis ici.',
        'Une personne qui l’attend doit le redemander.',
      ],
      act: 'Abandonner le message',
    },
  },
  outboxes: {
    title: 'Comptes avec des événements non enregistrés',
    lead: 'Ce qui s’est passé sur ces comptes est en sûreté, mais pas encore dans la base de données.',
    caption: 'Comptes avec des événements non enregistrés, la plus longue attente d’abord',
    columns: { account: 'Compte', reason: 'Raison', since: 'Depuis', act: 'Que faire' },
    counts: (waiting, parked) =>
      [
        waiting > 0 ? `${waiting} en attente` : '',
        parked > 0
          ? plural('fr', parked, {
              one: `${parked} refusé par la base de données`,
              other: `${parked} refusés par la base de données`,
            })
          : '',
      ]
        .filter(Boolean)
        .join(', '),
    retry: 'Réessayer',
    unknown: 'Un compte disparu',
  },
  versions: {
    title: 'Versions et tailles',
    product: 'Latchkey',
    migration: 'Dernière migration de la base de données',
    objects: 'Étape des sessions de configuration',
    database: 'Taille de la base de données',
    rows: 'Lignes, environ',
    unknown: 'inconnu',
    tables: {
      accounts: 'Comptes',
      devices: 'Appareils',
      messages: 'Messages',
      audit: 'Audit',
      web_sessions: 'Sessions',
    },
  },
}
