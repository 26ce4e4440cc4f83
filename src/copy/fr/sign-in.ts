import type { signIn as english } from '../en/sign-in.ts'

export const signIn: typeof english = {
  start: {
    title: 'Se connecter',
    lead: 'Avec votre adresse e-mail, ou avec une clé d’accès que vous avez créée ici.',
    email: 'Adresse e-mail',
    submit: 'M’envoyer un code',
    or: 'ou',
    passkey: 'Utiliser une clé d’accès',
    signedOut: 'La déconnexion a réussi.',
    tooManySends:
      'Plusieurs codes ont été envoyés à cette adresse. Vous pourrez demander le prochain {when}. Une clé d’accès fonctionne à tout moment.',
  },
  none: {
    title: 'Pas encore de compte',
    text: 'Personne ne peut se connecter ici avec {address}.',
    owner:
      'Pour configurer un appareil, inscrivez-vous auprès de votre organisation : cela crée votre compte.',
    manager: 'Pour gérer des appareils, demandez à votre organisation d’inviter cette adresse.',
    register: 'Configurer un appareil',
    another: 'Utiliser une autre adresse',
  },
  choose: {
    title: 'Quel compte ?',
    lead: '{address} en a plusieurs.',
    accounts: 'Comptes',
    submit: 'Continuer',
    error: 'Choisissez l’un de ces comptes.',
  },
  roles: { device_owner: 'Propriétaire', manager: 'Gestionnaire', supervisor: 'Superviseur' },
  passkey: {
    title: 'Maintenant, votre clé d’accès',
    lead: 'Votre adresse est confirmée. Pour protéger les appareils, les gestionnaires et les superviseurs utilisent aussi une clé d’accès.',
    submit: 'Utiliser ma clé d’accès',
    lost: 'Pas de clé d’accès sous la main ?',
    lostManager:
      'Un superviseur de ce service peut vous donner un lien avec lequel vous en créez une nouvelle.',
    lostSupervisor:
      'Les personnes qui exploitent ce service peuvent définir un nouveau secret d’amorçage. Avec lui, vous créez une nouvelle clé d’accès sur /supervise/claim.',
    another: 'Utiliser une autre adresse',
  },
  make: {
    title: 'Créez votre clé d’accès',
    lead: 'Elle remplace un mot de passe : vous vous connectez avec l’empreinte digitale, le visage ou le code PIN de cet appareil, ou avec une clé de sécurité.',
    replaces: 'Dès qu’elle est créée, toutes les clés d’accès antérieures de {address} sont supprimées.',
    name: 'Nom de la clé d’accès',
    nameHint: 'Pour la reconnaître dans votre compte, par exemple « Portable du bureau ».',
    submit: 'Créer une clé d’accès',
  },
  refusals: {
    not_read: 'Aucune clé d’accès n’a été utilisée. Réessayez, et suivez ce que demande votre navigateur.',
    late: 'Cela a pris trop de temps, ou a été envoyé deux fois. Essayez encore une fois.',
    unknown: 'Aucun compte ici n’a cette clé d’accès. Utilisez-en une autre, ou votre adresse e-mail.',
    refused: 'Cette clé d’accès n’a pas pu être vérifiée. Réessayez, ou utilisez-en une autre.',
    not_verified:
      'Votre appareil n’a pas vérifié que c’est bien vous. Utilisez une clé d’accès qui demande l’empreinte digitale, le visage ou un code PIN.',
    taken: 'Cette clé d’accès est déjà utilisée ici. Créez-en une nouvelle, ou utilisez un autre appareil.',
    too_many:
      'Votre compte a autant de clés d’accès qu’il peut en avoir. Supprimez-en une que vous n’utilisez plus.',
    closed: 'Ce compte est désactivé. Demandez à la personne qui le gère.',
  },
  script: {
    cancelled: 'Aucune clé d’accès n’a été utilisée. Appuyez sur le bouton pour réessayer.',
    unsupported:
      'Ce navigateur ne peut pas utiliser de clés d’accès. Ouvrez cette page dans une version actuelle de Chrome, Edge, Firefox ou Safari.',
    known:
      'Cet appareil a déjà une clé d’accès pour ce compte. Utilisez un autre appareil ou une clé de sécurité.',
    missingToSignIn:
      'Les clés d’accès ont besoin de JavaScript, qui est désactivé dans ce navigateur. Activez-le pour cette page et rechargez-la, ou utilisez votre adresse e-mail.',
    missingToMake:
      'Les clés d’accès ont besoin de JavaScript, qui est désactivé dans ce navigateur. Activez-le pour cette page et rechargez-la.',
  },
  recover: {
    title: 'Retrouver l’accès à votre compte',
    lead: 'Ce lien est pour {name} ({address}), {organisation}.',
    happens: 'Si vous continuez',
    consequences: [
      'Toutes vos sessions prennent fin.',
      'Vous créez une nouvelle clé d’accès dans ce navigateur, dans les 10 minutes. Toutes les anciennes sont alors supprimées.',
      'Ce lien est consommé.',
    ],
    submit: 'Continuer',
    ended: {
      title: 'Ce lien n’est plus valable',
      text: 'Un lien de récupération fonctionne une seule fois, pendant une journée, et tant qu’il n’y en a pas de plus récent.',
      next: 'Demandez-en un autre à un superviseur, ou connectez-vous avec une clé d’accès que vous avez encore.',
      signIn: 'Se connecter',
    },
  },
  claim: {
    title: 'Revendiquer ce service',
    lead: 'Devenez son premier superviseur. Il vous faut le secret d’amorçage défini lors de l’installation du service.',
    secret: 'Secret d’amorçage',
    secretHint: '« npm start » l’affiche ; en production, c’est le secret de Worker BOOTSTRAP_SECRET.',
    email: 'Votre adresse e-mail',
    emailHint: 'Vous vous connecterez avec elle plus tard. Nous n’envoyons pas de code maintenant.',
    name: 'Votre nom',
    submit: 'Revendiquer le service',
    refused: 'Ce secret n’est pas valable, ou a déjà servi.',
    used: {
      title: 'Ce service a son superviseur',
      text: 'Le secret d’amorçage a servi. Personne ne peut plus revendiquer le service avec lui.',
      next: 'Les superviseurs se connectent. Si l’un d’eux a perdu toutes ses clés d’accès, la personne qui exploite le service définit un nouveau BOOTSTRAP_SECRET et ouvre à nouveau cette page.',
      signIn: 'Se connecter',
    },
    unconfigured: {
      title: 'Aucun secret d’amorçage n’est défini',
      text: 'Personne ne peut revendiquer ce service tant qu’il n’y en a pas.',
      next: 'La personne qui exploite le service définit BOOTSTRAP_SECRET, de 22 à 128 lettres et chiffres, par exemple avec **npx wrangler secret put BOOTSTRAP_SECRET**, et ouvre à nouveau cette page.',
    },
  },
}
