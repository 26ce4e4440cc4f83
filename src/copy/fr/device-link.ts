import type { deviceLink as english } from '../en/device-link.ts'
import { plural } from '../plural.ts'
import { thatName } from './elision.ts'

export const deviceLink: typeof english = {
  enter: {
    title: 'Connecter un appareil qui affiche un code',
    lead: 'Certains appareils n’ont ni navigateur ni appareil photo. Ils affichent un code de huit lettres, que vous saisissez ici.',
    compare:
      'Ce code est arrivé avec le lien. Continuez seulement si votre appareil affiche exactement le même.',
    code: 'Code affiché sur l’appareil',
    codeHint: '8 lettres, par exemple BCDF-GHJK. Les minuscules conviennent, et le tiret peut être omis.',
    submit: 'Continuer',
    over: {
      title: 'Cette demande n’est plus valable',
      text: 'Un appareil attend une réponse pendant dix minutes. Recommencez sur l’appareil, puis saisissez ici le nouveau code.',
    },
    errors: {
      not_a_code:
        'Un code a 8 lettres, sans voyelles, par exemple BCDF-GHJK. Saisissez-le comme l’appareil l’affiche.',
      unknown:
        'Aucun appareil n’attend avec ce code. Comparez chaque lettre ; après dix minutes, l’appareil a besoin d’un nouveau code.',
      other_organisation: (organisation) =>
        `Cet appareil s’adresse à une autre organisation ${thatName(organisation)}. Connectez-vous avec votre adresse dans celle-ci, et saisissez à nouveau le code.`,
      too_many_codes: (when) =>
        `Plusieurs codes ne correspondaient pas : la saisie est donc suspendue pour votre compte. Vous pourrez réessayer ${when}. Entre-temps, vous pouvez recommencer sur l’appareil pour obtenir un nouveau code.`,
    },
  },
  asking: {
    title: 'Est-ce votre appareil ?',
    lead: 'Un appareil demande à être connecté à votre compte.',
    warning: {
      title: 'Ne l’autorisez que si vous avez commencé cela vous-même',
      text: 'L’appareil doit se trouver devant vous et afficher ce même code. Si quelqu’un vous a envoyé le code ou le lien, choisissez Refuser : l’appareil lui appartiendrait et porterait votre nom.',
    },
    says: 'Ce que l’appareil dit de lui-même',
    unchecked: 'Personne ne l’a vérifié. Comparez avec l’appareil devant vous.',
    program: 'Programme',
    name: 'Nom',
    model: 'Modèle',
    kind: 'Type',
    system: 'Version du système',
    known: 'Ce que nous savons',
    code: 'Code',
    asked: 'Demandé',
    account: 'Votre compte',
    ownership: 'À qui est l’appareil ?',
    chooseOwnership: 'Dites à qui est l’appareil pour l’autoriser.',
    replaces: {
      title: 'Le nouvel appareil prend la place d’un ancien',
      text: (devices, count) =>
        plural('fr', count, {
          one: `Vous avez autant d’appareils que votre compte peut en avoir. Si vous autorisez celui-ci, cet appareil ne sera plus géré : ${devices}.`,
          other: `Vous avez plus d’appareils que votre compte ne peut en avoir. Si vous autorisez celui-ci, ces appareils ne seront plus gérés : ${devices}.`,
        }),
      since: (name, when) => `${name} (configuré ${when})`,
    },
    allow: 'Autoriser',
    deny: 'Refuser',
    refusals: {
      not_offered: (organisation) =>
        `${organisation} n’a rien à configurer pour ce type d’appareil : il ne peut donc pas être autorisé.`,
      device_limit_reached: (limit) =>
        plural('fr', limit, {
          one: `Vous avez un appareil, autant que votre compte peut en avoir. Retirez-le si vous ne l’utilisez plus, puis autorisez celui-ci.`,
          other: `Vous avez ${limit} appareils, autant que votre compte peut en avoir. Retirez-en un que vous n’utilisez plus, puis autorisez celui-ci.`,
        }),
    },
  },
  allowed: {
    title: 'Votre appareil continue tout seul',
    text: 'Vous l’avez autorisé. En quelques secondes, l’appareil s’en aperçoit et récupère ses réglages ; laissez-le allumé.',
    devices: 'Le voir dans mes appareils',
    another: 'Connecter un autre appareil',
  },
  denied: {
    title: 'L’appareil a été refusé',
    text: 'Il n’a rien reçu et ne sait pas qui vous êtes.',
    unexpected:
      'Si vous n’avez pas commencé cela vous-même, dites à l’assistance que quelqu’un vous a envoyé un code.',
    devices: 'Mes appareils',
    another: 'Saisir un autre code',
  },
}
