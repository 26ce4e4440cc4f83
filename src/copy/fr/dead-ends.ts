import type { deadEnds as englishEnds, waysOn as englishWays } from '../en/dead-ends.ts'

export const deadEnds: typeof englishEnds = {
  no_organisation: {
    title: 'Quelle organisation ?',
    text: 'Chaque organisation a sa propre page pour configurer des appareils. Saisissez ici son nom court.',
    next: 'Vous trouvez ce nom dans votre invitation, ou à la fin de l’adresse qui vous a été donnée : /setup/name.',
  },
  unknown_organisation: {
    title: 'Nous ne connaissons pas cette organisation',
    text: 'Il n’y a pas de page de configuration d’appareils sous ce nom.',
    next: 'Comparez le nom avec votre invitation, ou demandez à la personne qui vous a envoyé ici.',
  },
  service_off: {
    title: 'La configuration des appareils est désactivée',
    text: 'Pour le moment, personne ne peut configurer d’appareil ici. Les appareils configurés continuent de fonctionner.',
    next: 'Réessayez plus tard. Rien de ce que vous avez fait n’est perdu.',
  },
  organisation_off: {
    title: 'La configuration des appareils est désactivée',
    text: 'Votre organisation a suspendu la configuration des appareils.',
    next: 'Réessayez plus tard, ou demandez à l’assistance quand elle reprendra.',
  },
  account_disabled: {
    title: 'Votre compte est désactivé',
    text: 'Avec cette adresse, aucun appareil ne peut être configuré pour le moment.',
    next: 'Demandez à l’assistance de le réactiver.',
  },
  wrong_role: {
    title: 'Cette page n’est pas pour votre compte',
    text: 'Vous avez ouvert une session, mais avec un compte qui n’a pas accès à cette page.',
    next: 'Connectez-vous avec le compte qui y a accès, ou revenez en arrière.',
  },
  not_permitted: {
    title: 'Ce n’est pas activé pour vous',
    text: 'Votre organisation décide de ce que les personnes font elles-mêmes avec leurs appareils, et ceci n’en fait pas partie.',
    next: 'Demandez à l’assistance de le faire pour vous, ou de l’activer.',
  },
  no_platforms: {
    title: 'Pas encore d’appareils à choisir',
    text: 'Votre organisation n’a encore préparé aucun type d’appareil. Votre inscription est conservée.',
    next: 'Revenez plus tard, ou demandez à l’assistance quand ce sera prêt.',
  },
  link_unknown: {
    title: 'Ce lien ne fonctionne pas',
    text: 'Il est peut-être incomplet : les liens sont parfois coupés en deux quand on les copie.',
    next: 'Scannez le code encore une fois, ou copiez le lien entier depuis la page où vous l’avez obtenu.',
  },
  link_expired: {
    title: 'Ce lien a expiré',
    text: 'Il n’a pas été utilisé à temps. Rien n’est perdu.',
    next: 'Obtenez-en un nouveau : connectez-vous avec votre adresse e-mail et choisissez votre appareil.',
  },
  link_used: {
    title: 'Ce lien a déjà servi',
    text: 'Il a servi à configurer {device} ({time}). Chaque lien vaut pour un seul appareil.',
    textUnknown: 'Un appareil a été configuré avec ce lien. Chaque lien vaut pour un seul appareil.',
    next: 'Pour configurer un autre appareil, obtenez un nouveau lien.',
  },
  link_limit: {
    title: 'Ce compte ne peut pas avoir d’autre appareil',
    text: 'Le compte a autant d’appareils qu’il peut en avoir. Ce lien n’a pas été consommé.',
    next: 'L’assistance peut supprimer un appareil qui n’est plus utilisé. Ouvrez ensuite ce lien à nouveau.',
  },
  link_superseded: {
    title: 'Il existe un lien plus récent',
    text: 'Un lien plus récent a pris la place de celui-ci.',
    next: 'Utilisez le plus récent, ou obtenez-en un autre.',
  },
  link_revoked: {
    title: 'Ce lien a été annulé',
    text: 'Il ne peut plus servir à configurer un appareil.',
    next: 'Obtenez-en un nouveau, ou demandez la raison à l’assistance.',
  },
  invitation_unknown: {
    title: 'Ce lien ne fonctionne pas',
    text: 'Il est peut-être incomplet : les liens sont parfois coupés en deux quand on les copie.',
    next: 'Scannez encore une fois le code de votre message, ou copiez-en le lien entier. C’est le message le plus récent qui compte.',
  },
  invitation_superseded: {
    title: 'Il existe une invitation plus récente',
    text: 'Une invitation plus récente vous a été envoyée et a pris la place de celle-ci. Les appareils configurés restent tels quels.',
    next: 'Cherchez le message le plus récent et utilisez le lien qu’il contient.',
  },
  invitation_deactivated: {
    title: 'Cette invitation a pris fin',
    text: 'Elle a été annulée et ne configure plus d’appareils. Les appareils configurés restent tels quels.',
    next: 'Demandez-en une nouvelle à l’assistance si vous en avez encore besoin.',
  },
  invitation_expired: {
    title: 'Cette invitation a expiré',
    text: 'Son délai est écoulé. Les appareils configurés restent tels quels.',
    next: 'Demandez-en une nouvelle à l’assistance.',
  },
  invitation_full: {
    title: 'Tous les appareils de cette invitation sont configurés',
    text: 'Elle valait pour un certain nombre d’appareils, et ils sont tous là. Ils restent tels quels.',
    next: 'Demandez à l’assistance une nouvelle invitation, ou de supprimer un appareil qui n’est plus utilisé.',
  },
  ticket_used: {
    title: 'Ce lien de relais n’est plus valable',
    text: 'Il fait passer une configuration dans un autre navigateur ou une autre application : une seule fois, et pendant une journée.',
    next: 'Si vous avez déjà continué ailleurs, restez-y. Sinon, copiez encore une fois le lien depuis la page qui l’a fourni, ou obtenez un nouveau code.',
  },
  claim_unknown: {
    title: 'Cet appareil a été configuré dans un autre navigateur',
    text: 'Sa page ne s’ouvre que dans le navigateur où la configuration a continué, et seulement pendant une journée.',
    next: 'Ouvrez-la dans ce navigateur, ou obtenez un nouveau code.',
  },
  artefact_gone: {
    title: 'Ce téléchargement n’est plus disponible',
    text: 'Un profil peut être téléchargé trois fois, pendant une journée.',
    next: 'S’il est sur l’appareil, installez-le dans Réglages. Sinon, obtenez un nouveau code.',
  },
  no_certificate: {
    title: 'Le certificat de votre appareil manque',
    text: 'Ce qui est configuré pour vous est accompagné d’un certificat de votre organisation, qui ne peut pas être créé pour le moment. Rien n’est remis sans lui.',
    next: 'Réessayez dans quelques minutes. Si cela ne suffit pas, dites à l’assistance que le certificat manque.',
  },
  too_many_certificates: {
    title: 'Assez de certificats pour aujourd’hui',
    text: 'Chaque téléchargement d’un certificat en crée un nouveau, et un appareil en reçoit dix par jour.',
    next: 'Installez celui que vous avez téléchargé en dernier, ou revenez demain.',
  },
  not_found: {
    title: 'Il n’y a pas de page ici',
    text: 'L’adresse contient peut-être une faute de frappe, ou la page a été déplacée.',
    next: 'Recommencez au début de la configuration.',
  },
  forbidden_origin: {
    title: 'Cela venait d’une autre page',
    text: 'Pour votre sécurité, nous n’acceptons que les formulaires de nos propres pages. Rien n’a été modifié.',
    next: 'Revenez à la page, rechargez-la et envoyez encore une fois.',
  },
  too_large: {
    title: 'Cela faisait trop de texte',
    text: 'Ce qui a été envoyé est plus grand que ce que nous acceptons. Rien n’a été modifié.',
    next: 'Revenez en arrière, raccourcissez votre saisie et envoyez encore une fois.',
  },
  rate_limited: {
    title: 'Un instant, s’il vous plaît',
    text: 'De nombreuses demandes viennent d’arriver depuis votre réseau.',
    next: 'Attendez une minute, puis rechargez cette page.',
  },
  temporarily_unavailable: {
    title: 'Cela n’a pas fonctionné à l’instant',
    text: 'Une partie du service ne répond pas. Rien n’est perdu.',
    next: 'Attendez une minute, puis rechargez cette page.',
  },
  error: {
    title: 'Quelque chose s’est mal passé ici',
    text: 'Vous n’y êtes pour rien, et cela a été noté.',
    next: 'Essayez encore une fois. Si cela se reproduit, donnez ce numéro à l’assistance :',
  },
}

export const waysOn: typeof englishWays = {
  toDevices: 'Mes appareils',
  organisation: 'Nom court de l’organisation',
  open: 'Ouvrir sa page',
  begin: 'Aller au début',
  newLink: 'Nouveau lien',
  newCode: 'Nouveau code',
  byYourself: 'Configurer un appareil sans invitation',
  notYou: 'Ce n’était pas vous ?',
  notYouText:
    'Alors quelqu’un d’autre a utilisé votre lien. Signalez-le maintenant, et connectez-vous pour voir ce qui a été configuré.',
  look: 'Se connecter et regarder',
  otherAddress: 'Utiliser une autre adresse',
  aDevice: 'appareil sans nom',
  signInAsOther: 'Se connecter avec un autre compte',
}
