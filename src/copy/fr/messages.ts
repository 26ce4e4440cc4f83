import type { messages as english } from '../en/messages.ts'
import { plural } from '../plural.ts'

export const messages: typeof english = {
  title: 'Messages',
  lead: 'Tout ce qui a été envoyé aux personnes de votre organisation, le plus récent d’abord.',
  nav: 'Messages',
  pages: { sent: 'Messages envoyés', words: 'Textes des messages' },
  counts: { failed: 'Échecs', queued: 'En attente' },
  counted: (count, more) => (more ? `${count}+` : String(count)),
  list: {
    caption: 'Messages',
    search: 'Adresse ou numéro commençant par',
    state: 'État',
    columns: { to: 'À', message: 'Message', state: 'État', tries: 'Essais', when: 'Écrit' },
    searched: 'Classés par adresse ; le plus récent de chacune vient en premier.',
    empty:
      'Rien n’a encore été envoyé. Invitez des personnes, et chaque message qui leur est envoyé figurera ici.',
    nothingFound: 'Aucun message ne correspond. Cherchez le début d’une adresse, ou effacez les filtres.',
    cutShort:
      'Cette page est courte parce que peu des messages examinés correspondent. D’autres peuvent suivre.',
  },
  kinds: {
    theft_signal: 'Lien essayé par quelqu’un d’autre',
    provision_code: 'Code de configuration',
    approved: 'Inscription acceptée',
    manager_invited: 'Nomination de gestionnaire',
    alarm: 'Alerte',
    invitation: 'Invitation',
    reminder: 'Rappel',
    renewal: 'Relance pour un appareil',
  },
  channels: { email: 'e-mail', sms: 'SMS' },
  states: {
    queued: 'en attente',
    sent: 'envoyé',
    failed: 'échec',
    obsolete: 'devenu inutile',
  },
  reasons: {
    suppressed: {
      what: 'Des messages à cette adresse sont déjà revenus, ou ont été signalés comme indésirables.',
      next: 'Demandez une autre adresse à la personne, et invitez-la à cette adresse.',
    },
    not_allowed: {
      what: 'Le prestataire ne nous laisse pas écrire à cette adresse.',
      next: 'Prévenez les personnes qui exploitent ce service ; c’est un réglage chez le prestataire.',
    },
    rejected: {
      what: 'Le serveur destinataire n’en a pas voulu.',
      next: 'Vérifiez que l’adresse ne contient pas d’erreur, corrigez-la, et renvoyez.',
    },
    over_quota: {
      what: 'La limite d’envoi du prestataire est atteinte.',
      next: 'Renvoyez-le demain, ou demandez une limite plus élevée aux personnes qui exploitent ce service.',
    },
    unavailable: {
      what: 'Le prestataire n’a pas répondu.',
      next: 'Renvoyez-le. Si cela se répète, prévenez les personnes qui exploitent ce service.',
    },
    sender_not_ready: {
      what: 'Le domaine de l’expéditeur n’est pas configuré chez le prestataire.',
      next: 'Prévenez les personnes qui exploitent ce service : aucun message ne part avant que ce soit fait.',
    },
    malformed: {
      what: 'Le message n’a pas pu être composé.',
      next: 'Regardez vos propres textes pour ce message, et le nom de la personne ou de l’appareil qu’il contient.',
    },
    bounced: {
      what: 'Il a été accepté, puis il est revenu.',
      next: 'La boîte de réception n’existe pas ou est pleine. Demandez une autre adresse à la personne.',
    },
    complained: {
      what: 'Son destinataire l’a marqué comme indésirable.',
      next: 'Parlez à la personne avant de lui en envoyer d’autres.',
    },
    capped: {
      what: 'La personne, votre organisation ou le service a épuisé sa part pour le moment.',
      next: 'Renvoyez-le plus tard, ou relevez la limite quotidienne dans « Configuration ».',
    },
    no_sms: {
      what: 'Ce service n’envoie pas de SMS.',
      next: 'Envoyez plutôt par e-mail, ou demandez les SMS aux personnes qui exploitent ce service.',
    },
    switched_off: {
      what: 'Votre organisation ou le service était désactivé.',
      next: 'Renvoyez-le après la réactivation.',
    },
    grant_ended: {
      what: 'Ce qu’il apportait n’était plus valable avant son départ.',
      next: 'Il n’y a plus rien à faire ; quelque chose de plus récent a peut-être pris sa place.',
    },
  },
  unknownReason: {
    what: 'La raison n’est pas connue.',
    next: 'Renvoyez-le. Si cela se répète, prévenez les personnes qui exploitent ce service.',
  },
  lastTry: (what) => `Dernier essai : ${what}`,
  retry: 'Renvoyer',
  retryAll: (days) =>
    plural('fr', days, {
      one: `Renvoyer tous les échecs du dernier jour`,
      other: `Renvoyer tous les échecs des ${days} derniers jours`,
    }),
  done: {
    retried: 'Il est de nouveau en route.',
    retried_all: 'Ils sont de nouveau en route, 500 au maximum à la fois.',
    nothing: 'Il ne reste aucun échec récent à renvoyer.',
    saved: 'C’est enregistré. Le prochain message partira avec ce texte.',
    reset: 'C’est rétabli. Le prochain message partira avec notre texte.',
  },
  one: {
    to: 'À',
    address: 'Adresse',
    invitation: 'Invitation',
    showInvitation: 'Voir l’invitation',
    channel: 'Envoyé par',
    state: 'État',
    reason: 'Raison',
    next: 'Que faire',
    tries: 'Essais',
    due: 'Prochain essai',
    secret:
      'Les liens et les codes PIN ne sont jamais conservés avec un message : ils sont demandés au moment de l’envoi.',
    history: {
      title: 'Historique',
      caption: 'L’historique de ce message, le plus récent d’abord',
      columns: { what: 'Quoi', who: 'Qui', when: 'Quand' },
      written: 'Écrit',
      sent: 'Accepté par le prestataire',
      failed: 'Abandonné',
      obsolete: 'Devenu inutile',
      waiting: 'Dernier essai',
      'message.retried': 'Remis en route',
      'message.bounced': 'Revenu',
      service: 'le service',
    },
    others: {
      title: 'Autres messages à cette adresse',
      caption: 'Autres messages à cette adresse, le plus récent d’abord',
      none: 'Il n’y en a pas d’autres.',
      all: 'Les voir tous',
    },
  },
  words: {
    lead: 'Les invitations, les rappels et les relances peuvent parler avec vos propres mots. Le lien, le code QR, le code PIN et la raison du message sont toujours ajoutés en dessous.',
    caption: 'Messages dont vous pouvez modifier le texte',
    columns: { message: 'Message', language: 'Langue', state: 'Texte', act: 'Modifier' },
    ours: 'le nôtre',
    yours: 'le vôtre',
    edit: 'Modifier',
    title: (message, language) => `${message} (${language})`,
    about: {
      invitation: 'Ce que lit une personne que vous invitez.',
      reminder:
        'Ce que lisent les personnes qui n’ont pas configuré d’appareil au bout des jours que vous avez choisis.',
      renewal:
        'Ce que lit le propriétaire d’un appareil quand vous envoyez une relance. Ce qui ne va pas sur l’appareil est ajouté sous votre texte.',
    },
    form: {
      title: 'Texte du message',
      subject: 'Objet',
      subjectHint: 'C’est aussi le titre de l’e-mail.',
      body: 'Texte',
      bodyHint:
        'Une ligne vide commence un nouveau paragraphe. Les liens et les images ne sont pas possibles ici.',
      look: 'Voir l’e-mail',
      lookHint:
        'S’ouvre dans un autre onglet, tel que le voient vos utilisateurs, avec des données d’exemple. Rien n’est envoyé ni enregistré.',
    },
    variables: {
      title: 'Ce que vous pouvez insérer',
      means: {
        name: 'le nom du destinataire',
        organisation: 'votre organisation',
        manager: 'la personne qui l’a envoyé',
        valid_until: 'jusqu’à quand le lien et le code PIN sont valables',
        helpdesk: 'comment joindre votre assistance',
        device: 'le nom de l’appareil',
      },
    },
    text: {
      title: 'Le même en texte brut',
      lead: 'Les logiciels qui n’affichent pas de mise en forme affichent ceci, avec des données d’exemple.',
      subject: (subject) => `Objet : ${subject}`,
      refused: 'S’affiche dès que le texte ci-dessus peut être envoyé.',
    },
    sms: {
      title: 'En SMS',
      lead: 'Pour les personnes que vous joignez par SMS. Le texte est le nôtre : il y a de la place pour le lien et le code PIN, et guère plus.',
      size: (segments, units, left) => {
        const parts = plural('fr', segments, {
          one: `${segments} segment`,
          other: `${segments} segments`,
        })
        const counted = plural('fr', units, {
          one: `${units} caractère compté`,
          other: `${units} caractères comptés`,
        })
        const room = plural('fr', left, { one: `encore ${left} possible`, other: `encore ${left} possibles` })
        return `${parts} : ${counted}, ${room}.`
      },
      encodings: {
        gsm7: 'Tous les téléphones connaissent chacun de ces caractères (GSM 03.38), 160 par segment.',
        ucs2: 'Il contient un caractère absent de GSM 03.38 : un segment n’en contient donc que 70.',
      },
    },
    reset: {
      act: 'Revenir à notre texte',
      detail: 'Ce texte est le vôtre. Le nôtre est conservé, et revient d’une simple pression.',
      title: 'Revenir à notre texte ?',
      consequences: [
        'Votre objet et votre texte sont supprimés et ne sont pas conservés.',
        'Le prochain message partira avec notre texte. Ce qui a été envoyé reste tel quel.',
      ],
      confirm: 'Rétablir le texte',
    },
  },
}
