import type { mail as english } from '../en/mail.ts'
import { plural } from '../plural.ts'
import { alarmMail } from './abuse-mail.ts'
import { ofName, thatName } from './elision.ts'

const minutesOf = (count: number) =>
  plural('fr', count, { one: `${count} minute`, other: `${count} minutes` })

/** Everything an e-mail says, and the text messages. */
export const mail: typeof english = {
  challenge: {
    subject: ({ code, organisation }) => `${code} est votre code ${organisation}`,
    preview: ({ minutes }) => `Saisissez-le là où vous l’avez demandé. Il est valable ${minutesOf(minutes)}.`,
    heading: {
      registration: 'Votre code pour configurer un appareil',
      'sign-in': 'Votre code de connexion',
    },
    codeIs: ({ code }) => `Votre code : ${code}`,
    howTo: ({ minutes }) =>
      `Saisissez-le sur la page où vous l’avez demandé. Il est valable ${minutesOf(minutes)}, et seulement dans ce navigateur.`,
    fillIn: 'Remplir le code pour moi',
    why: ({ organisation }) =>
      `Vous recevez ce message parce que quelqu’un a saisi cette adresse chez ${organisation}. Si ce n’était pas vous, ignorez-le : sans le code, rien ne se passe.`,
    keepIt: ({ organisation }) =>
      `Gardez ce code pour vous. Personne chez ${organisation} ne vous le demandera jamais.`,
  },
  alarm: alarmMail,
  theftSignal: {
    subject: 'Quelqu’un d’autre a essayé d’utiliser votre lien de configuration',
    preview: 'La tentative a été refusée. Vérifiez que l’appareil configuré avec ce lien est bien le vôtre.',
    heading: 'Quelqu’un d’autre a essayé d’utiliser votre lien de configuration',
    what: ({ when, device, platform }) =>
      `Votre lien avait déjà servi à configurer un appareil (${device ? `${device}, ` : ''}${platform}). Le ${when}, un autre appareil a essayé d’utiliser le même lien. Il a été refusé et n’a rien reçu.`,
    mine: 'Si vous avez essayé le lien vous-même sur un second appareil, tout va bien. Un lien configure un seul appareil ; demandez-en un autre pour le suivant.',
    notMine:
      'Si vous n’avez pas connaissance d’un second appareil, ou si l’appareil configuré avec le lien n’est pas le vôtre, quelqu’un a peut-être vu votre lien. Prévenez l’assistance dès aujourd’hui.',
    again: 'Configurer un autre appareil',
    why: ({ organisation }) =>
      `Vous recevez ce message parce qu’un appareil a été configuré à votre nom chez ${organisation}.`,
  },
  provisionCode: {
    subject: ({ device, organisation }) => `Configurez votre appareil chez ${organisation} : ${device}`,
    preview: 'Votre lien, et le code PIN qu’il demande.',
    heading: ({ device }) => `Configurez votre appareil : ${device}`,
    what: ({ organisation }) =>
      `${organisation} a créé un lien de configuration pour vous. Ouvrez-le sur l’appareil que vous voulez configurer.`,
    open: 'Configurer cet appareil',
    asks: 'La page demande ce code PIN :',
    previewLink: 'Votre lien. L’assistance vous communique le code PIN.',
    asksElsewhere:
      'La page demande un code PIN. Par sécurité, il ne figure pas dans ce message : l’assistance vous le communique par une autre voie.',
    pinIs: ({ pin }) => `Votre code PIN : ${pin}`,
    until: ({ when }) =>
      `Le lien et le code PIN sont valables pour un appareil, jusqu’au ${when}. Ensuite, demandez-en de nouveaux.`,
    keepIt:
      'Gardez ce message pour vous : toute personne qui a le lien et le code PIN peut configurer un appareil à votre nom.',
    why: ({ organisation }) =>
      `Vous recevez ce message parce que quelqu’un qui s’occupe des appareils chez ${organisation} l’a demandé.`,
  },
  approved: {
    subject: ({ organisation }) => `${organisation} a accepté votre inscription`,
    preview: 'Vous pouvez maintenant configurer votre appareil.',
    heading: 'Vous pouvez maintenant configurer votre appareil',
    what: ({ organisation }) =>
      `${organisation} a accepté votre inscription. Ouvrez la page sur n’importe quel appareil, connectez-vous avec cette adresse, et reprenez là où vous en étiez.`,
    open: 'Continuer',
    why: ({ organisation }) =>
      `Vous recevez ce message à la suite de votre inscription chez ${organisation} avec cette adresse.`,
  },
  managerInvited: {
    manager: {
      subject: ({ organisation }) => `Vous gérez les appareils chez ${organisation}`,
      heading: ({ organisation }) => `Vous êtes gestionnaire chez ${organisation}`,
      what: ({ organisation }) =>
        `En tant que gestionnaire chez ${organisation}, vous décidez qui peut y configurer des appareils et ce que ces appareils reçoivent, et vous aidez les personnes à s’en servir.`,
    },
    supervisor: {
      subject: ({ organisation }) => `Vous supervisez ${organisation}`,
      heading: ({ organisation }) => `Vous supervisez ${organisation}`,
      what: ({ organisation }) =>
        `En tant que superviseur ${ofName(organisation)}, vous vous occupez de ses organisations et des réglages qui valent pour toutes.`,
    },
    preview: 'Connectez-vous avec cette adresse pour commencer.',
    how: 'Connectez-vous avec cette adresse. Nous vous envoyons un code et, la première fois, nous vous demandons de créer une clé d’accès : votre empreinte digitale, votre visage ou le code PIN de votre ordinateur. C’est ensuite par elle que vous entrez.',
    open: 'Se connecter',
    why: 'Vous recevez ce message parce qu’un superviseur a saisi cette adresse. Si vous ne vous y attendiez pas, demandez-lui ; sans connexion de votre part, rien ne se passe.',
  },
  invitation: {
    preview: 'Votre lien, le code PIN qu’il demande, et un code pour votre appareil photo.',
    reminderPreview: 'Votre invitation est toujours valable. Lien, code PIN et code QR sont ci-dessous.',
    open: 'Configurer cet appareil',
  },
  renewal: {
    preview: 'Ce qui ne va pas, et votre lien pour y revenir.',
    states: {
      invited: () => ({
        what: 'Aucun appareil n’a encore été configuré avec votre invitation.',
        next: 'Ouvrez le lien ci-dessous sur l’appareil que vous voulez configurer.',
      }),
      pending: () => ({
        what: 'Ce que vous avez commencé sur cet appareil n’est pas terminé.',
        next: 'Prenez-le en main et continuez avec le lien ci-dessous.',
      }),
      active: () => ({
        what: 'D’après ce que nous voyons, tout va bien pour cet appareil.',
        next: 'S’il ne fonctionne pas comme il le devrait, le lien ci-dessous vous permet d’y revenir.',
      }),
      silent: () => ({
        what: 'Nous n’avons pas de nouvelles de cet appareil depuis un certain temps.',
        next: 'Allumez-le, connectez-le à Internet et ouvrez son application agent. Si cela ne suffit pas, utilisez le lien ci-dessous. Si vous ne l’avez plus, prévenez l’assistance.',
      }),
      permissions: ({ permissions }) => ({
        what: permissions
          ? `Cet appareil a perdu des autorisations dont il a besoin : ${permissions}.`
          : 'Cet appareil a perdu des autorisations dont il a besoin.',
        next: 'Ouvrez son application agent et redonnez ces autorisations. Si cela ne suffit pas, utilisez le lien ci-dessous.',
      }),
      ended: () => ({
        what: 'Cet appareil n’est plus configuré.',
        next: 'Pour le reconfigurer, ouvrez le lien ci-dessous sur cet appareil.',
      }),
    },
    open: 'Aller à mon appareil',
    signIn: 'Se connecter',
    signInHow: 'En vous connectant avec cette adresse, vous voyez vos appareils et pouvez les reconfigurer.',
    why: ({ organisation, manager }) =>
      `Ce message vous est envoyé car ${manager ? `${manager}, qui` : 'quelqu’un qui'} s’occupe des appareils chez ${organisation}${manager ? ',' : ''} nous l’a demandé. Si vous ne connaissez pas cet appareil, prévenez l’assistance ; sans vous, rien ne se passe.`,
  },
  access: {
    leads: 'Le bouton ouvre',
    asks: 'La page demande ce code PIN :',
    pinIs: ({ pin }) => `Votre code PIN : ${pin}`,
    until: ({ when }) => `Le lien et le code PIN sont valables jusqu’au ${when}.`,
    untilEnded: ({ organisation }) =>
      `Le lien et le code PIN sont valables jusqu’à ce ${thatName(organisation)} mette fin à l’invitation.`,
    camera: {
      title: 'Vous lisez ceci sur un autre appareil ?',
      how: 'Pointez vers ce code l’appareil photo de l’appareil que vous voulez configurer.',
      alt: ({ page }) => `Code QR de votre lien. Sans images, saisissez vos informations sur ${page}.`,
    },
    typed: {
      title: 'Pas d’appareil photo, et aucun moyen d’ouvrir le lien ?',
      how: 'Ouvrez cette page sur l’appareil et saisissez :',
      page: 'Page',
      site: 'Site',
      address: 'Adresse e-mail',
      thisAddress: 'l’adresse que vous avez dans l’organisation',
      pin: 'Code PIN',
    },
    keepIt:
      'Gardez ce message pour vous : toute personne qui a le lien et le code PIN peut configurer un appareil à votre nom.',
    why: ({ organisation, manager }) =>
      `Ce message vous est envoyé car ${manager ? `${manager}, chez ${organisation},` : `quelqu’un qui s’occupe des appareils chez ${organisation}`} vous invite à configurer vos appareils. Si vous ne vous y attendiez pas, renseignez-vous, ou ne faites rien : sans vous, rien ne se passe.`,
  },
  words: {
    invitation: {
      subject: 'Configurez vos appareils chez {{organisation}}',
      body: `Bonjour {{name}},

{{organisation}} vous invite à configurer les appareils avec lesquels vous travaillez. Cela prend quelques minutes : ouvrez le lien sur l’appareil et suivez ce que dit la page. Pour un autre appareil, revenez à ce message.`,
    },
    reminder: {
      subject: 'Rappel : configurez vos appareils chez {{organisation}}',
      body: `Bonjour {{name}},

Votre invitation de {{organisation}} vous attend toujours. Ouvrez le lien sur l’appareil que vous voulez configurer ; cela prend quelques minutes. Si quelque chose vous en empêche, nous vous aiderons volontiers.`,
    },
    renewal: {
      subject: '{{organisation}} : {{device}} a besoin de votre attention',
      body: `Bonjour {{name}},

{{organisation}} a un message au sujet de {{device}}.`,
    },
  },
  unknown: {
    valid_until: 'nouvel ordre',
    device: ({ platform }) => (platform ? `votre appareil (${platform})` : 'votre appareil'),
    helpdesk: ({ organisation }) => `l’assistance ${ofName(organisation)}`,
  },
  sms: {
    invitation: ({ organisation }) => `${organisation} : configurez votre appareil ici :`,
    reminder: ({ organisation }) => `${organisation} : rappel, votre appareil n'est pas encore configuré :`,
    renewal: ({ organisation, device }) => `${organisation} : votre appareil demande attention (${device}) :`,
    code: ({ organisation }) => `${organisation} : configurez votre appareil ici :`,
    pin: ({ pin }) => `PIN ${pin}`,
    android: ({ page, site }) =>
      `Sur Android, ou sans le lien : ouvrez ${page}, site ${site}, votre adresse e-mail et le PIN.`,
    mail: ({ organisation }) =>
      `${organisation} : nous vous avons envoyé un e-mail au sujet de votre appareil. Merci de le lire.`,
  },
  platforms: {
    ios: 'iPhone ou iPad',
    android: 'Android',
    macos: 'Mac',
    windows: 'Windows',
    linux: 'Linux',
    chromeos: 'Chromebook',
    agent: 'application agent',
  },
  help: ({ organisation }) => `Assistance ${ofName(organisation)} :`,
  footer: ({ organisation }) => `${organisation} · configuration des appareils`,
}
