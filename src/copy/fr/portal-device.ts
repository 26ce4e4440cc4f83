import type { portalDevice as english } from '../en/portal-device.ts'
import { plural } from '../plural.ts'
import { thatName } from './elision.ts'

export const portalDevice: typeof english = {
  state: 'Comment il va',
  facts: 'L’appareil',
  setup: 'Comment il a été configuré',
  kind: 'Type',
  every: (minutes) =>
    plural('fr', minutes, {
      one: 'environ toutes les minutes',
      other: `environ toutes les ${minutes} minutes`,
    }),
  everyHours: (hours) =>
    plural('fr', hours, {
      one: 'environ toutes les heures',
      other: `environ toutes les ${hours} heures`,
    }),
  checksIn: 'Prend contact',
  registered: 'Configuré',
  confirmed: 'Actif depuis',
  delivered: 'Profil téléchargé',
  ended: 'Fin de gestion',
  configuration: 'Configuration',
  version: (name, version) => `${name}, version ${version}`,
  newest: 'la plus récente',
  older: (newest) => `il en existe une plus récente : version ${newest}`,
  factsMissing: 'Ses informations figureront ici après son premier contact.',
  certificates: 'Certificats',
  noCertificates: 'Il n’a pas de certificat.',
  certificate: {
    ends: 'expire',
    ended: 'expiré',
    revoked: 'révoqué',
    replaced: 'remplacé, fin de validité',
  },
  replaces: 'Il prend la place d’un autre appareil, qui ne sera plus géré dès que celui-ci sera actif.',
  tookPlace: 'Il a pris la place d’un autre appareil.',
  replacing: 'Un autre appareil prend sa place. Celui-ci ne sera plus géré dès que l’autre sera actif.',
  showOther: 'Afficher cet appareil',
  name: {
    title: 'Nom',
    label: 'Comment vous l’appelez',
    own: (name) => `Il s’appelle lui-même « ${name} ».`,
    hint: 'Avec un nom choisi par vous, celui que se donne l’appareil ne compte plus. Laissez vide pour y revenir.',
    save: 'Enregistrer le nom',
    saved: 'C’est enregistré. Voici maintenant son nom.',
    given: 'C’est enregistré. Il reprendra son propre nom dès qu’il l’aura dit.',
  },
  owner: {
    title: 'À qui est l’appareil',
    company: (organisation) => `Il appartient à ${organisation}. L’effacer supprime tout son contenu.`,
    personal: (organisation) =>
      `Il est à vous. L’effacer ne supprime que ce ${thatName(organisation)} a apporté.`,
    toPersonal: 'Il est à moi…',
    toCompany: (organisation) => `Il appartient à ${organisation}…`,
    askPersonal: (device) => `« ${device} » est-il votre propre appareil ?`,
    askCompany: (device, organisation) => `« ${device} » appartient-il à ${organisation} ?`,
    becomesPersonal: (organisation) => [
      'Il est enregistré comme votre propre appareil.',
      `À partir de là, l’effacer ne supprime que ce ${thatName(organisation)} a apporté : réglages, comptes, applications et certificats. Vos propres données restent.`,
      `${organisation} voit que vous avez modifié cela, et quand. Rien ne change maintenant sur l’appareil.`,
    ],
    becomesCompany: (organisation) => [
      `Il est enregistré comme un appareil appartenant à ${organisation}.`,
      'À partir de là, l’effacer supprime tout son contenu, y compris vos propres données.',
      `${organisation} voit que vous avez modifié cela, et quand. Rien ne change maintenant sur l’appareil.`,
    ],
    actPersonal: 'C’est mon propre appareil',
    actCompany: (organisation) => `Il appartient à ${organisation}`,
    done: {
      company: 'C’est enregistré. L’appareil figure comme appareil de l’organisation.',
      personal: 'C’est enregistré. L’appareil figure comme votre propre appareil.',
    },
  },
  trouble: {
    ended: 'Il n’est plus géré : plus rien ne peut être modifié à son sujet.',
    temporarily_unavailable: 'Cela n’a pas fonctionné à l’instant. Réessayez dans une minute.',
  },
  over: {
    title: 'Ce qui s’est passé',
    retired:
      'Il a été retiré : il ne reçoit plus rien d’ici, et ce que son profil avait apporté peut être supprimé.',
    wiped: 'Il a été effacé. S’il réapparaît, il peut être configuré à nouveau.',
    replaced: 'Un autre appareil a pris sa place.',
    deleted: 'Il a été supprimé de vos appareils : il ne reçoit plus rien d’ici.',
    never_finished:
      'Sa configuration n’a pas été terminée à temps. Rien n’est perdu : commencez-la encore une fois.',
    key_in_use:
      'La clé qu’il a présentée appartient à un appareil d’un autre compte. Demandez à l’assistance, ou commencez encore une fois.',
    ask: 'Pour l’utiliser à nouveau, demandez une invitation à l’assistance.',
  },
  consent: {
    title: 'Ce qui est vu, et ce qui ne l’est pas',
    canSee: (organisation) => `${organisation} peut voir`,
    cannotSee: (organisation) => `${organisation} ne peut pas voir ici`,
    see: {
      agent: [
        'De quel appareil il s’agit : nom, fabricant, modèle, version du système, numéro de série, IMEI, UDID',
        'Son numéro de téléphone et son opérateur, s’il les indique',
        'La date de son dernier contact, la version de son application, et les autorisations qu’elle a perdues',
        'Ses certificats, à qui il est, et ce qui lui a été demandé ici',
      ],
      ota: [
        'Ce qu’il a dit une fois, lors de sa configuration : nom, modèle, version du système, numéro de série, IMEI, UDID',
        'Ses certificats, à qui il est, et quand il a été configuré',
      ],
      certificate: [
        'De quel type d’appareil il s’agit, et à qui il est',
        'Quand il a été configuré, ses certificats et quand il les a récupérés',
      ],
      none: [
        'De quel type d’appareil il s’agit, et à qui il est',
        'Quand son profil a été téléchargé, et que vous avez dit qu’il est installé',
      ],
    },
    hidden: [
      'Vos messages et vos appels',
      'Vos photos et vos fichiers',
      'Les pages que vous visitez',
      'Quelles applications vous avez',
    ],
    where: 'Où il se trouve',
    whereAsked: 'Où il se trouve : personne d’autre que vous ne peut le demander ici ni voir la réponse',
    wipe: {
      company: 'S’il est effacé, tout son contenu est supprimé : c’est un appareil de l’organisation.',
      personal:
        'S’il est effacé, seul ce que l’organisation a apporté est supprimé : c’est votre propre appareil.',
      never:
        'Il ne peut être ni verrouillé, ni localisé, ni effacé depuis ici : rien sur l’appareil n’écoute.',
    },
  },
}
