import type { invitationSending as english } from '../en/invitation-sending.ts'
import { plural } from '../plural.ts'

const peopleOf = (count: number) =>
  plural('fr', count, { one: `${count} personne`, other: `${count} personnes` })

export const invitationSending: typeof english = {
  title: 'Inviter des personnes',
  lead: 'Dites qui. Vous voyez tout avant l’envoi.',
  parts: 'Façons de dire qui',
  tabs: { addresses: 'Adresses', accounts: 'Comptes', csv: 'Fichier CSV' },
  addresses: {
    title: 'Saisir ou coller des adresses',
    lead: 'Une personne sans compte en reçoit un, avec le modèle des nouveaux comptes.',
    label: 'Adresses e-mail',
    hint: 'Une par ligne, ou séparées par des virgules. « Ada Lovelace <ada@company.example> » apporte aussi le nom.',
    submit: 'Vérifier d’abord',
  },
  accounts: {
    title: 'Choisir des comptes',
    lead: 'Cochez les personnes voulues, ou prenez toutes celles qui correspondent.',
    search: 'Nom ou adresse commençant par',
    group: 'Groupe',
    state: 'État',
    unprovisioned: 'Pas encore d’appareil',
    unprovisionedAll: 'Tout le monde',
    unprovisionedOnly: 'Seulement sans appareil',
    caption: 'Comptes à choisir',
    columns: { name: 'Nom', state: 'État', groups: 'Groupes', devices: 'Appareils' },
    empty: 'Il n’y a encore personne ici. Saisissez plutôt des adresses : les comptes sont créés pour vous.',
    nothingFound: 'Personne ne correspond. Essayez avec moins de lettres, ou effacez les filtres.',
    submit: 'Inviter les personnes cochées',
    all: 'Inviter tous les résultats',
    nobody: 'Cochez d’abord quelqu’un, ou prenez tous les résultats.',
  },
  csv: {
    title: 'Apporter un fichier CSV',
    lead: (rows) =>
      `Comme l’enregistrent les tableurs, avec les mêmes colonnes que pour importer des comptes. ${rows} lignes au maximum.`,
    file: 'Fichier CSV',
    fileHint: '900 Ko au maximum. La première ligne nomme les colonnes ; seule « address » est obligatoire.',
    paste: 'Ou collez-le ici',
    columns: 'Quelles colonnes existent',
    submit: 'Vérifier d’abord',
  },
  problems: {
    nothing: 'Saisissez des adresses, une par ligne.',
    nothingCsv: 'Choisissez un fichier, ou collez quelques lignes.',
    too_large: 'Cela dépasse 900 Ko. Répartissez le contenu en plusieurs fichiers.',
    not_text: 'Ce n’est pas un fichier CSV. Dans votre tableur, enregistrez-le au format CSV (UTF-8).',
    empty: 'Il ne contient personne. Sous les noms des colonnes, il faut au moins une ligne.',
    too_many_rows: (rows) => `Cela dépasse ${rows} personnes. Répartissez-les en plusieurs envois.`,
    no_address_column: 'La première ligne doit nommer les colonnes, et l’une d’elles doit s’appeler address.',
    column_twice: 'Une colonne figure deux fois. N’en gardez qu’une.',
    setup_closed:
      'La configuration des appareils est désactivée : personne ne peut être invité. Activez-la dans « Configuration ».',
  },
  check: {
    title: 'Vérifier d’abord',
    lead: 'Rien n’a encore été envoyé.',
    counts: {
      invited: 'Reçoivent une invitation',
      new: 'Encore sans compte',
      superseded: 'En ont une qui prend fin',
      error: 'Impossibles à inviter',
    },
    recoded: 'Le fichier n’était pas en UTF-8. Vérifiez que les lettres comme é et ü sont correctes.',
    ignored: (names) => `Ces colonnes ne sont pas lues : ${names}.`,
    moved:
      'Quelque chose a changé depuis votre vérification. Voici ce qui se passerait maintenant : vérifiez de nouveau, puis envoyez.',
    edited: 'Voici ce qui se passerait avec vos modifications : vérifiez de nouveau, puis envoyez.',
    errorsLeft:
      'Certaines personnes ne peuvent pas être invitées. Corrigez leurs adresses, ou choisissez de les laisser de côté.',
    nobody: 'Personne ne peut encore être invité. Corrigez les adresses ci-dessous, ou revenez en arrière.',
    skip: (count) =>
      plural('fr', count, {
        one: 'Laisser de côté la personne impossible à inviter',
        other: `Laisser de côté les ${count} personnes impossibles à inviter`,
      }),
    supersedes: (count) =>
      plural('fr', count, {
        one: `Une personne a une invitation encore valable. Son lien, son code QR et son code PIN prennent fin à l’envoi de la nouvelle ; les appareils restent.`,
        other: `${count} personnes ont une invitation encore valable. Leurs liens, codes QR et codes PIN prennent fin à l’envoi des nouvelles ; les appareils restent.`,
      }),
    channel: 'Comment leur parvient-elle ?',
    channelDetails: {
      email: 'Un lien, un code QR et le code PIN, dans la langue de la personne',
      sms: 'Un court texte avec le lien ; le compte doit avoir un numéro de téléphone',
      none: 'Aucun message n’est envoyé : vous transmettez vous-même code QR, lien et code PIN',
    },
    words: 'Lire le texte envoyé',
    send: (count) => `Envoyer à ${peopleOf(count)}`,
    make: (count) => `Créer les invitations pour ${peopleOf(count)}`,
    again: 'Vérifier à nouveau',
    back: 'Retour aux destinataires',
    table: 'Qui la reçoit',
    tableErrors: 'Qui ne peut pas être invité',
    columns: { address: 'Adresse', outcome: 'Ce qui se passe' },
    fieldLabel: (line) => `Adresse de la ligne ${line}`,
    line: (line) => `Ligne ${line}`,
    many: (count, shown) => {
      const listed =
        shown > 0 ? plural('fr', shown, { one: ', la première', other: `, les ${shown} premières` }) : ''
      return plural('fr', count, {
        one: `Cela fait ${count} personne. Seules les personnes impossibles à inviter sont listées${listed}.`,
        other: `Cela fait ${count} personnes. Seules les personnes impossibles à inviter sont listées${listed}.`,
      })
    },
    editHint:
      'Les adresses peuvent être modifiées ici avant l’envoi. Celles que vous videz sont laissées de côté.',
    kinds: {
      known: 'Invitation',
      supersedes: 'En reçoit une nouvelle',
      new: 'Nouveau compte',
      error: 'Impossible à inviter',
    },
    to: (recipient) => `à ${recipient}`,
    problems: {
      deleted: 'Cette adresse appartient à un compte supprimé.',
      disabled: 'Le compte est désactivé. Activez-le d’abord.',
      unapproved: 'Le compte est en attente d’acceptation. Acceptez-le d’abord.',
      no_phone: 'Il n’y a pas de numéro de téléphone. Ajoutez-en un au compte, ou envoyez par e-mail.',
      taken: 'Cette adresse appartient à quelqu’un d’autre.',
      overfull: 'Il y a plus de cellules que de colonnes. Cherchez un guillemet manquant.',
    },
    duplicate: (line) => `Cette personne figure déjà à la ligne ${line}.`,
    columnIs: (column) => `${column} :`,
  },
  job: {
    title: 'Envoi des invitations',
    titleDone: 'Invitations envoyées',
    titleNone: 'Création des invitations',
    titleNoneDone: 'Invitations créées',
    lead: 'Cela continue tout seul : vous pouvez fermer la page et revenir. Elle montre l’avancement toutes les quelques secondes.',
    leadDone: 'Toutes les personnes ont été traitées.',
    progress: 'Avancement',
    of: (settled, total) => `${settled} sur ${total}`,
    counts: { done: 'Invités', waiting: 'À venir', failed: 'Échecs', skipped: 'Laissés de côté' },
    started: 'Commencé {time}, {channel}',
    finished: 'Terminé {time}',
    byChannel: { email: 'par e-mail', sms: 'par SMS', none: 'sans message' },
    show: 'Afficher ces invitations',
    refresh: 'Actualiser',
    problems: {
      failed: 'Qui n’en a pas reçu à cause d’un échec',
      skipped: 'Qui a été laissé de côté',
    },
    columns: { person: 'Personne', reason: 'Raison', when: 'Quand' },
    reasons: {
      account_disabled: 'Le compte a été désactivé entre-temps. Activez-le, puis réinvitez.',
      account_unapproved: 'Le compte est en attente d’acceptation. Acceptez-le, puis réinvitez.',
      account_gone: 'Le compte n’existe plus.',
      organisation_off: 'La configuration des appareils était désactivée. Activez-la, puis réinvitez.',
      no_phone: 'Il n’y a pas de numéro de téléphone. Ajoutez-en un, ou invitez par e-mail.',
      gave_up: 'Cela n’a pas fonctionné après plusieurs essais. Réinvitez.',
    },
    unknownReason: 'La raison n’est pas connue. Réinvitez.',
    none: 'Personne.',
    delivery: 'Invité veut dire que le message est en route. La liste indique s’il est arrivé.',
  },
}
