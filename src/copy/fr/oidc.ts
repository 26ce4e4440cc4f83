import type { oidc as english } from '../en/oidc.ts'
import { ofName, thatName } from './elision.ts'

export const oidc: typeof english = {
  settings: {
    title: 'Connexion',
    lead: 'Les gestionnaires se connectent avec une clé d’accès. Si votre organisation a un fournisseur d’identité (OpenID Connect), ils peuvent aussi s’y connecter, et les propriétaires avec eux.',
    provider: {
      title: 'Ce dont votre fournisseur a besoin',
      lead: 'Enregistrez-y une application web qui conserve un secret et utilise le flux par code d’autorisation. Donnez-lui exactement cette adresse.',
      redirectUri: 'URI de redirection',
    },
    form: {
      title: 'Votre fournisseur',
      lead: 'Enregistré dès que le fournisseur a répondu comme l’émetteur que vous indiquez.',
      enabled: 'On se connecte par ce fournisseur',
      enabledDetail: 'Les gestionnaires doivent déjà l’être ici. Les clés d’accès continuent de fonctionner.',
      issuer: 'Émetteur',
      issuerHint:
        'Comme l’écrit votre fournisseur, par exemple https://login.company.example/realms/staff. L’adresse de son document de découverte convient aussi.',
      clientId: 'ID client',
      clientSecret: 'Secret client',
      secretSet: 'est défini',
      secretKeep: 'Laissez vide pour garder le secret défini. Il n’est jamais affiché.',
      secretNew: 'Il est conservé chiffré et n’est plus jamais affiché.',
      emailClaim: 'Revendication (claim) avec l’adresse e-mail',
      emailClaimHint:
        'En général email : le fournisseur doit alors dire qu’il a vérifié l’adresse. N’indiquez une autre revendication que si les personnes ne peuvent pas la modifier elles-mêmes.',
      forOwners: 'Les propriétaires s’y connectent aussi',
      forOwnersDetail:
        'La page de configuration des appareils le propose alors à côté du code par e-mail. La règle e-mail continue de s’appliquer.',
      submit: 'Vérifier et enregistrer',
    },
    tryIt: 'Essayer',
    tryText: 'Connectez-vous-y vous-même. Vous revenez ensuite à cette page.',
    worked: 'La connexion par votre fournisseur a réussi. Cela fonctionne.',
    saved: 'C’est enregistré. Le fournisseur a répondu comme prévu.',
    savedOff: 'C’est enregistré. Personne ne se connecte par ce fournisseur.',
    forgotten:
      'C’est oublié. À la prochaine connexion, les personnes seront de nouveau reconnues à leur adresse e-mail.',
    issuer: {
      missing: 'Saisissez l’émetteur.',
      too_long: 'Saisissez 300 caractères au maximum.',
      not_a_url: 'Saisissez une adresse complète qui commence par https://.',
      not_https: 'Saisissez une adresse qui commence par https://.',
      with_extras: 'Saisissez l’adresse sans nom d’utilisateur, sans « ? » et sans « # ».',
      with_port: 'Saisissez une adresse sans port : https utilise le port 443.',
      not_public: 'Saisissez un nom connu sur Internet, pas une adresse IP ni un nom de votre propre réseau.',
    },
    discovery: {
      unreachable: () =>
        'Le fournisseur ne répond pas. Vérifiez l’adresse, et qu’il est joignable depuis Internet.',
      no_document: () =>
        'Quelque chose a répondu, mais pas avec un document de découverte OpenID Connect. Vérifiez le chemin de l’adresse.',
      too_large: () => 'La réponse est bien plus grande qu’un document de découverte. Vérifiez l’adresse.',
      other_issuer: (named) =>
        named
          ? `Le fournisseur a répondu sous un autre émetteur : ${named}. Si c’est le vôtre, saisissez-le ainsi.`
          : 'Le fournisseur a répondu sous un autre émetteur. Comparez l’adresse lettre par lettre.',
      incomplete: (named) =>
        `Le fournisseur a répondu, mais la valeur ${named} manque ou n’est pas une adresse https publique.`,
      unsupported: (named) =>
        `Le fournisseur a répondu, mais ne propose pas ce qui est nécessaire : ${named}.`,
    },
    forget: {
      act: 'Oublier qui est qui',
      explained:
        'Nous reconnaissons les personnes à leur ID chez le fournisseur, afin qu’une adresse réattribuée n’ouvre pas un ancien compte. Après un changement de client ou de locataire (tenant), ces ID peuvent être différents.',
      title: 'Oublier qui est qui chez le fournisseur',
      consequences: [
        'À la prochaine connexion, chaque personne est encore une fois reconnue à son adresse e-mail vérifiée, puis de nouveau mémorisée.',
        'Assurez-vous d’abord qu’aucune adresse n’a été transmise à quelqu’un d’autre : cette personne obtiendrait le compte de la précédente.',
        'Personne n’est déconnecté.',
      ],
    },
  },
  start: {
    or: 'ou',
    with: (organisation) => `Se connecter avec ${organisation}`,
  },
  link: 'Se connecter avec votre organisation',
  organisation: {
    title: 'Se connecter avec votre organisation',
    lead: 'Si votre organisation a sa propre page de connexion, nous vous y conduisons.',
    name: 'Nom court de l’organisation',
    hint: 'La dernière partie de l’adresse où ses appareils sont configurés : /setup/name.',
    submit: 'Continuer',
    onward: 'Un instant',
    onwardLead: (slug) => `Vous continuez vers la page de connexion de « ${slug} ».`,
  },
  ends: {
    not_offered: {
      title: 'Pas de page de connexion propre',
      text: () => 'Aucune organisation de ce nom n’a sa propre page de connexion.',
      next: 'Vérifiez le nom court, ou connectez-vous avec votre adresse e-mail.',
    },
    not_for_owners: {
      title: 'Utilisez votre adresse e-mail',
      text: (organisation) => `Seuls les gestionnaires ${ofName(organisation)} se connectent de cette façon.`,
      next: 'Connectez-vous plutôt avec votre adresse e-mail.',
    },
    unreachable: {
      title: 'La page de connexion ne répond pas',
      text: (organisation) =>
        `Le service de connexion ${ofName(organisation)} est injoignable pour le moment.`,
      next: 'Réessayez dans une minute, ou connectez-vous autrement.',
    },
    misconfigured: {
      title: 'Cette connexion n’est pas bien réglée',
      text: (organisation) => `Le service de connexion ${ofName(organisation)} ne nous accepte pas.`,
      next: 'Un gestionnaire peut y remédier : l’ID client, le secret client et l’URI de redirection doivent être les mêmes des deux côtés.',
    },
    stale: {
      title: 'Cette connexion a expiré',
      text: () =>
        'Elle était déjà terminée, a pris plus de dix minutes, ou avait commencé dans un autre onglet.',
      next: 'Recommencez. Rien n’a été modifié.',
    },
    declined: {
      title: 'La connexion n’a pas eu lieu',
      text: (organisation) =>
        `Le service de connexion ${ofName(organisation)} vous a renvoyé ici sans vous connecter.`,
      next: 'Si vous avez interrompu vous-même la connexion, réessayez. Sinon, il vous manque peut-être l’accès à cette application.',
    },
    not_valid: {
      title: 'Cette connexion n’a pas pu être vérifiée',
      text: (organisation) =>
        `Ce qu’a envoyé le service de connexion ${ofName(organisation)} n’est pas valide. Pour votre sécurité, nous ne l’avons pas accepté.`,
      next: 'Recommencez. Si cela se reproduit, prévenez un gestionnaire.',
    },
    no_account: {
      title: 'Vous n’avez pas encore de compte ici',
      text: (organisation, address) =>
        address
          ? `La connexion chez ${organisation} a réussi avec ${address}, mais personne ne travaille ici avec cette adresse.`
          : `La connexion chez ${organisation} a réussi, mais vous n’avez pas de compte ici.`,
      next: 'Demandez à un gestionnaire d’inviter cette adresse, ou réessayez avec un autre compte.',
    },
    no_address: {
      title: 'Votre adresse e-mail manque',
      text: (organisation) =>
        `Le service de connexion ${ofName(organisation)} ne nous a pas donné votre adresse e-mail.`,
      next: 'Demandez à la personne qui s’en occupe d’ajouter l’adresse à votre compte, ou connectez-vous autrement.',
    },
    not_verified: {
      title: 'Votre adresse e-mail n’est pas vérifiée',
      text: (organisation) =>
        `Le service de connexion ${ofName(organisation)} ne garantit pas votre adresse e-mail.`,
      next: 'Faites-la vérifier par ce service, ou connectez-vous autrement.',
    },
    not_accepted: {
      title: 'Cette adresse n’est pas acceptée ici',
      text: (organisation, address) =>
        `La connexion a eu lieu avec ${address ?? ''}, une adresse ${thatName(organisation)} n’accepte pas pour configurer des appareils.`,
      next: 'Réessayez avec votre compte professionnel.',
    },
    other_person: {
      title: 'Cette adresse appartient à un autre compte',
      text: (_organisation, address) =>
        `Quelqu’un d’autre s’est déjà connecté avec ${address ?? 'cette adresse'}. Pour protéger son compte, nous ne laissons entrer personne d’autre.`,
      next: 'Si l’adresse est maintenant la vôtre, ou si votre compte a été recréé dans le service de connexion, prévenez un gestionnaire.',
    },
  },
  ways: {
    yourOrganisation: 'votre organisation',
    again: 'Réessayer',
    instead: 'Se connecter plutôt par e-mail',
    said: (code) => `Le service de connexion a dit : ${code}`,
  },
}
