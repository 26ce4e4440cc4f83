import type { portalRegister as english } from '../en/portal-register.ts'
import { plural } from '../plural.ts'

export const portalRegister: typeof english = {
  title: 'Configurer un appareil',
  lead: 'Choisissez ce que vous configurez, et comment son code y parvient.',
  how: 'Comment le code doit-il parvenir à l’appareil ?',
  note: (time) =>
    `Un code configure un seul appareil. Durée de validité : ${time}. Un code non utilisé pour le même type d’appareil cesse de fonctionner.`,
  ways: {
    email: {
      act: 'Envoyer l’invitation',
      what: (address) => `Un lien et le code PIN qu’il demande arrivent par e-mail à ${address}.`,
      whatLink: (address) =>
        `Un lien arrive par e-mail à ${address}. Il demande un code PIN, que l’assistance vous communique.`,
    },
    sms: {
      act: 'Envoyer par SMS',
      what: (phone) => `La même chose arrive par SMS au ${phone}.`,
      whatLink: (phone) => `Le lien arrive plutôt par SMS au ${phone}.`,
    },
    pin: {
      act: 'Demander un code PIN',
      what: 'Vous voyez huit chiffres à saisir sur l’appareil, avec votre adresse e-mail.',
    },
    qr: { act: 'Générer un code QR', what: 'Vous voyez un code que vous scannez avec l’appareil.' },
  },
  done: {
    email: (address) => `L’invitation est en route vers ${address}.`,
    sms: (phone) => `L’invitation est en route vers le ${phone}.`,
    cancelled: 'Le code est annulé. Il ne configure plus rien.',
    unchanged: 'Ce code avait expiré ou était déjà utilisé : rien n’a été annulé.',
  },
  choose_way: 'Pour continuer, choisissez comment le code parvient à l’appareil.',
  replaces: {
    title: 'Le nouvel appareil prend la place d’un ancien',
    text: (devices, count) =>
      plural('fr', count, {
        one: `Vous avez autant d’appareils que votre compte peut en avoir. Dès que le nouveau sera configuré, cet appareil ne sera plus géré : ${devices}.`,
        other: `Vous avez plus d’appareils que votre compte ne peut en avoir. Dès que le nouveau sera configuré, ces appareils ne seront plus gérés : ${devices}.`,
      }),
    since: (name, when) => `${name} (configuré ${when})`,
  },
  limit: {
    title: 'Vous avez autant d’appareils que votre compte peut en avoir',
    text: (limit) =>
      plural('fr', limit, {
        one: `Le maximum est d’un appareil. Pour en configurer un autre, donnez-lui la place de celui que vous avez :`,
        other: `Le maximum est de ${limit} appareils. Pour en configurer un autre, donnez-lui la place de l’un de ceux-ci :`,
      }),
    none: 'L’assistance peut supprimer un appareil que vous n’utilisez plus, ou vous en permettre davantage.',
    replace: (name) => `Remplacer ${name}`,
    since: 'configuré {time}',
  },
  closed: {
    title: 'Vos codes viennent de l’assistance',
    text: 'Avec ce compte, vous n’obtenez pas de codes de configuration par vous-même. C’est tout à fait normal.',
    next: 'Demandez un code, en disant quel appareil vous voulez configurer.',
  },
  open: {
    title: 'Pas encore terminé',
    none: 'Rien n’est ouvert. Les codes que vous obtenez ici figurent à cet endroit jusqu’à ce qu’un appareil les ait utilisés.',
    ends: 'Expire {time}.',
    kinds: {
      code: 'Code de configuration',
      reprovision: 'Reconfigure un appareil',
      replace: 'Remplace un appareil',
      invitation: 'Invitation',
      invitationDetail:
        'De la part des personnes qui s’occupent des appareils ; son lien est dans leur message',
    },
    theDevice: 'celui-ci',
    states: {
      waiting: 'En attente',
      waitingDetail: 'Aucun appareil ne l’a encore utilisé.',
      opened: 'Ouvert',
      openedDetail: 'Son lien est ouvert sur un appareil.',
      redeemed: 'Connecté',
      redeemedDetail: 'En attente du premier contact de l’appareil.',
      toDownload: 'Son profil n’est pas encore téléchargé.',
      delivered: 'Transmis',
      deliveredDetail: 'Installez le profil sur l’appareil.',
    },
    invitationUsed: (count) =>
      count === 0
        ? 'Aucun appareil ne l’a encore utilisée.'
        : plural('fr', count, {
            one: `Elle a apporté ${count} appareil.`,
            other: `Elle a apporté ${count} appareils.`,
          }),
    noEnd: 'Elle reste valable jusqu’à ce qu’elle soit annulée.',
    used: 'Un appareil l’utilise.',
    show: 'Afficher à nouveau',
    about: (name) => ` (${name})`,
    cancel: 'Annuler',
  },
  cancel: {
    title: (device) => `Annuler le code pour ${device}`,
    consequences: [
      'Son lien, son code QR et son code PIN cessent immédiatement de fonctionner.',
      'Aucun appareil ne change. Vous pouvez obtenir un nouveau code quand vous voulez.',
    ],
    act: 'Mettre fin au code',
  },
  panel: {
    title: 'Reconfigurer ou remplacer',
    renew: 'Reconfigurer…',
    renewWhat:
      'Après une réinitialisation, ou quand l’appareil ne fonctionne pas comme il le devrait : le même appareil reçoit tout à neuf.',
    replace: 'Remplacer…',
    replaceWhat: 'Vous avez un nouvel appareil : il prend la place de celui-ci.',
    open: {
      reprovision: 'Un code pour le reconfigurer est ouvert.',
      replace: 'Un code pour l’appareil qui le remplace est ouvert.',
    },
    until: 'Fin de validité : {time}.',
    connected: 'Le nouvel appareil est connecté ; son premier contact est attendu.',
  },
  renew: {
    title: (device) => `Reconfigurer ${device}`,
    consequences: [
      'Vous obtenez un code pour cet appareil. Rien ne change avant que le code soit utilisé.',
      'Dès qu’il est utilisé, l’identifiant actuel de l’appareil prend fin, de même que ses chaînes de sécurité.',
      'L’appareil garde sa place dans votre liste, son nom et son appartenance.',
    ],
    act: 'Obtenir le code',
  },
  replace: {
    title: (device) => `Remplacer ${device}`,
    lead: 'Choisissez ce qu’est le nouvel appareil. Vous obtenez ensuite un code pour lui.',
    consequences: [
      'L’appareil que vous avez continue de fonctionner jusqu’au premier contact du nouveau.',
      'À partir de là, le nouveau a sa place : nom, remarque et appartenance sont repris.',
      'L’identifiant de l’ancien prend fin à ce moment. Gardez-le à portée de main jusqu’à ce que vous voyiez que le nouveau est actif.',
    ],
    act: 'Obtenir le code',
  },
  notOffered:
    'Votre organisation n’a plus rien pour ce type d’appareil. Rien n’a changé ; l’assistance sait comment continuer.',
  refusals: {
    setup_disabled: 'Votre compte est désactivé : aucun code ne peut être créé pour lui.',
    device_limit_reached:
      'Vous avez plus d’appareils que votre compte ne peut en avoir. Retirez d’abord un appareil que vous n’utilisez plus.',
  },
  passcode: {
    panelTitle: 'Code des applications sécurisées',
    panelWhat:
      'Vous avez oublié le code des applications sécurisées de cet appareil ? Un code PIN à usage unique vous permet d’en choisir un nouveau.',
    panelAct: 'Réinitialiser le code…',
    title: 'Réinitialiser le code des applications sécurisées',
    lead: (device) => `Un code PIN à usage unique vous permet de choisir un nouveau code sur ${device}.`,
    steps: [
      'Sur l’appareil, ouvrez l’application et choisissez « Code oublié ».',
      'Saisissez votre adresse e-mail et le code PIN que vous obtenez ici.',
      'Choisissez un nouveau code sur l’appareil. Personne d’autre ne le connaîtra.',
    ],
    get: 'Obtenir un code PIN',
    another: 'Obtenir un autre code PIN',
    anotherWhat: 'Celui qui figure ci-dessus cessera alors de fonctionner.',
    address: 'Adresse e-mail',
    pin: 'Code PIN',
    waiting: {
      title: 'Saisissez ceci sur l’appareil',
      until: 'Il fonctionne une seule fois, et expire {time}, à {clock}.',
      keep: 'Ne le dites à personne : l’assistance ne le demande jamais.',
    },
    used: {
      title: 'Le code PIN a été utilisé',
      text: 'Il a été utilisé {time}. Choisissez maintenant le nouveau code sur l’appareil.',
      notYou: 'Ce n’était pas vous ?',
    },
    over: {
      title: 'Ce code PIN n’est plus valable',
      text: 'Il a expiré, ou il a été mal saisi cinq fois. Rien n’a changé sur l’appareil.',
    },
  },
}
