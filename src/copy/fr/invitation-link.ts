import type { invitationLink as english } from '../en/invitation-link.ts'
import { plural } from '../plural.ts'
import { ofName } from './elision.ts'

export const invitationLink: typeof english = {
  title: 'Configurer vos appareils',
  lead: (organisation) => `${organisation} vous invite à configurer vos appareils.`,
  about: {
    title: 'Votre invitation',
    left: (count) => {
      if (count === null) return 'Elle configure autant de vos appareils que vous voulez, l’un après l’autre.'
      return plural('fr', count, {
        one: `Elle configure encore ${count} appareil.`,
        other: `Elle configure encore ${count} appareils.`,
      })
    },
    how: 'Chaque appareil reçoit ses réglages après votre accord sur cette page. Rien ne se passe avant.',
    stays: 'Les appareils configurés restent tels quels quand l’invitation prend fin.',
  },
  ends: 'Cette invitation expire {time}.',
  own: {
    title: 'Configurés dans ce navigateur',
    begun: 'Commencé, continuer ici',
    delivered: 'Profil téléchargé, à installer',
    active: 'Configuré',
  },
  which: {
    title: 'Quel est cet appareil ?',
    text: 'Choisissez sur quoi cette page est ouverte.',
    notOffered: (one, organisation) => `Ceci semble être ${one}. ${organisation} n’a rien préparé pour cela.`,
    elsewhere:
      'Ouvrez ce lien sur un appareil de l’un de ces types, ou choisissez-en un si nous avons mal deviné.',
  },
  others: {
    title: 'Un autre appareil ?',
    text: 'Ouvrez-y le lien de votre invitation, ou scannez-y son code. Nous avons mal deviné, et c’est l’un de ceux-ci ? Choisissez-le :',
  },
  asks: 'Avant de continuer',
  terms: {
    accepted: (organisation) => `Conditions d’utilisation ${ofName(organisation)}, acceptées`,
    byDoing: 'Toute personne qui configure un appareil accepte ces conditions.',
  },
  pin: 'Code PIN',
  pinHint: 'Les 8 chiffres du message d’invitation.',
  pinNeeded: 'Gardez à portée de main le code PIN de votre message : l’appareil le demande.',
  submit: 'Continuer',
  errors: {
    wrong_pin:
      'Ce n’est pas le code PIN de cette invitation. Comparez ses 8 chiffres avec le message d’invitation le plus récent.',
    choose_ownership: 'Dites à qui est l’appareil pour continuer.',
    terms:
      'Cochez la case pour accepter les conditions. Des questions à leur sujet ? Demandez à l’assistance.',
    not_offered: 'Choisissez l’un de ces appareils pour continuer.',
  },
  pinClosed: {
    title: 'Le code PIN est bloqué pour le moment',
    text: 'Il a été mal saisi plusieurs fois. Demandez un nouveau code PIN : votre invitation et ce lien restent les mêmes.',
    again: 'J’ai un nouveau code PIN',
  },
  notExpected: 'Vous ne vous y attendiez pas ? Fermez la page : rien n’a été modifié.',
  agent: {
    title: 'Continuez avec votre appareil',
    lead: 'C’est l’appareil lui-même qui utilise cette invitation : donnez-lui le lien ou le code.',
    instructions: 'Étapes suivantes',
    copy: 'Le lien, pour une application ou la ligne de commande',
    scan: 'Ou scannez ce code avec l’application',
    unused: 'L’ouverture de cette page n’a rien consommé. L’appareil compte dès qu’il se connecte.',
    back: 'Retour au choix des appareils',
  },
}
