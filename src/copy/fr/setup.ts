import type { setup as english } from '../en/setup.ts'
import { plural } from '../plural.ts'

export const setup: typeof english = {
  start: {
    title: 'Votre e-mail professionnel',
    lead: 'Nous vous envoyons un code pour nous assurer que cette adresse est la vôtre.',
    email: 'Adresse e-mail',
    submit: 'M’envoyer un code',
    again: 'Vous avez déjà configuré un appareil ? Utilisez la même adresse et continuez à partir de là.',
    errors: {
      not_an_address: 'Saisissez une adresse e-mail complète, par exemple name@company.example.',
      not_accepted: (organisation, hint) =>
        hint ? `${organisation} accepte ${hint}.` : `${organisation} n’accepte pas cette adresse.`,
      useAnother: 'Utilisez l’une d’elles.',
      useWork: 'Utilisez votre adresse professionnelle.',
      added: 'Votre compte y a déjà été créé par quelqu’un ? {signIn}.',
      signIn: 'Connectez-vous plutôt',
      too_many_sends:
        'Plusieurs codes ont été envoyés à cette adresse. Vous pourrez demander le prochain {when}.',
    },
  },
  code: {
    title: 'Saisissez votre code',
    lead: (letters) =>
      letters
        ? 'Nous avons envoyé un code de 8 lettres à {address}.'
        : 'Nous avons envoyé un code de 6 chiffres à {address}.',
    code: 'Code',
    submit: 'Continuer',
    delivery: {
      queued: 'Il devrait arriver d’ici une minute.',
      sent: 'Si vous ne le voyez pas, regardez dans vos courriers indésirables.',
      failed:
        'L’e-mail n’a pas pu être distribué. Vérifiez l’adresse ; si elle est juste, envoyez un nouveau code ou demandez à l’assistance.',
    },
    resent: 'Un nouveau code est en route. Seul le plus récent fonctionne.',
    again: 'Envoyer un nouveau code',
    change: 'Utiliser une autre adresse',
    errors: {
      wrong_code: (triesLeft) =>
        plural('fr', triesLeft, {
          one: `Ce n’est pas le code de notre e-mail le plus récent. Il reste un essai.`,
          other: `Ce n’est pas le code de notre e-mail le plus récent. Il reste ${triesLeft} essais.`,
        }),
      expired: 'Ce code a expiré. Envoyez-en un nouveau : il arrivera à la même adresse.',
      too_many_tries: 'Pour protéger votre adresse, ce code est maintenant bloqué. Envoyez-en un nouveau.',
      no_challenge: 'Aucun code n’est plus ouvert dans ce navigateur. Envoyez-en un nouveau.',
      too_many_sends:
        'Plusieurs codes ont été envoyés à cette adresse. Le prochain pourra être envoyé {when}. Le code le plus récent fonctionne jusqu’à son expiration.',
    },
  },
  elsewhere: {
    title: 'Votre code',
    lead: 'Vous l’avez demandé dans un autre navigateur ou sur un autre appareil. C’est là qu’il faut le saisir :',
    code: 'Code',
    safe: 'Il ne fonctionne que là où vous l’avez demandé. L’ouverture de cette page n’a rien consommé.',
    orHere: 'Cette fenêtre a disparu ?',
    begin: 'Commencer plutôt ici',
  },
  about: {
    title: 'À propos de vous',
    lead: (organisation) => `Ainsi, ${organisation} sait à qui est l’appareil.`,
    name: 'Votre nom',
    phone: 'Numéro de mobile',
    phoneHint: 'Avec l’indicatif du pays, par exemple +33\u00a06\u00a039\u00a098\u00a000\u00a012.',
    terms: 'Conditions d’utilisation',
    accept: 'J’accepte ces conditions',
    submit: 'Continuer',
    errors: {
      name: {
        missing: 'Saisissez votre nom, tel que vos collègues vous connaissent.',
        too_long: 'Saisissez un nom plus court : 120 caractères au maximum.',
        not_text: 'Saisissez votre nom en lettres : certains de ces caractères ne peuvent pas être affichés.',
      },
      phone: {
        missing: 'Saisissez votre numéro de mobile : les messages sur votre appareil y sont envoyés.',
        not_a_number:
          'Saisissez un numéro complet avec l’indicatif du pays, par exemple +33\u00a06\u00a039\u00a098\u00a000\u00a012.',
      },
      terms: {
        not_accepted:
          'Cochez la case pour accepter les conditions. Des questions à leur sujet ? Demandez à l’assistance.',
      },
    },
  },
  waiting: {
    title: 'En attente d’acceptation',
    lead: (organisation) =>
      `${organisation} accepte chaque inscription à la main. Vous avez fait tout ce qu’il y avait à faire pour le moment.`,
    steps: [
      'Une personne qui s’occupe des appareils accepte votre inscription.',
      'Vous recevez un e-mail, et cette page continue d’elle-même.',
      'Vous choisissez votre appareil et obtenez son code.',
    ],
    urgent: 'C’est urgent ?',
    again: 'Actualiser',
  },
  device: {
    closed: {
      title: 'Vos codes viennent de l’assistance',
      text: 'Avec ce compte, vous n’obtenez pas de codes de configuration par vous-même. C’est tout à fait normal.',
      next: 'Demandez un code, en disant quel appareil vous voulez configurer.',
    },
    title: 'Quel appareil ?',
    lead: 'Choisissez celui que vous voulez configurer maintenant.',
    open: 'Reprendre là où vous en étiez',
    openPending: 'Connecté, en attente de son premier contact',
    openToDownload: 'Connecté, son profil n’est pas encore téléchargé',
    openDelivered: 'Profil téléchargé, en attente de votre installation',
    openUntil: 'Le code expire {time}',
    replaces: {
      title: 'Le nouvel appareil prend la place d’un ancien',
      text: (devices, count) =>
        plural('fr', count, {
          one: `Vous avez autant d’appareils que votre compte peut en avoir. Dès que le nouveau sera configuré, cet appareil ne sera plus géré : ${devices}.`,
          other: `Vous avez plus d’appareils que votre compte ne peut en avoir. Dès que le nouveau sera configuré, ces appareils ne seront plus gérés : ${devices}.`,
        }),
      since: (name, when) => `${name} (configuré ${when})`,
    },
    platform: 'Appareil',
    thisDevice: 'Cet appareil',
    ownership: 'À qui est l’appareil ?',
    appliesTo: (platforms) => `Pour ${platforms}.`,
    company: 'À l’entreprise',
    companyDetail: (organisation) => `${organisation} vous l’a fourni`,
    personal: 'À moi',
    personalDetail: 'Vous l’avez acheté vous-même',
    submit: 'Obtenir le code',
    errors: {
      choose_platform: 'Choisissez l’un de ces appareils pour continuer.',
      choose_ownership: 'Dites à qui est l’appareil pour continuer.',
      device_limit_reached: (limit) =>
        plural('fr', limit, {
          one: `Vous avez un appareil configuré, autant que votre compte peut en avoir. L’assistance peut supprimer un appareil que vous n’utilisez plus.`,
          other: `Vous avez ${limit} appareils configurés, autant que votre compte peut en avoir. L’assistance peut en supprimer un que vous n’utilisez plus.`,
        }),
    },
  },
}
