import type { apiKeys as english } from '../en/api-keys.ts'

export const apiKeys: typeof english = {
  title: 'Clés d’API',
  make: 'Créer une clé…',
  caption: 'Clés d’API',
  columns: {
    name: 'Clé',
    scopes: 'Peut',
    state: 'État',
    made: 'Créée',
    used: 'Dernier usage',
    ends: 'Expire',
    act: 'Que faire',
  },
  hint: (end) => `se termine par ${end}`,
  states: { active: 'Active', ended: 'Expirée', revoked: 'Révoquée' },
  madeBy: (name) => `par ${name}`,
  never: 'Pas encore',
  noEnd: 'Sans fin',
  revokeLink: 'Révoquer…',
  revokeLabel: (name) => `Révoquer la clé ${name}`,
  scopes: {
    security_strings: {
      short: 'Vérifier des chaînes de sécurité',
      label: 'Vérifier des chaînes de sécurité',
      detail: 'Demander si une chaîne que quelqu’un lit ou saisit est la bonne, et la consommer.',
    },
  },
  empty: {
    text: 'Il n’y a pas encore de clés. Créez-en une pour chacun de vos systèmes qui interrogent ce service, par exemple une passerelle VPN ou un outil d’assistance qui vérifie des chaînes de sécurité.',
    act: 'Créer la première clé',
  },
  nothingMore: 'Il n’y a plus d’autres clés.',
  usage: {
    title: 'Vérifier une chaîne de sécurité',
    lead: 'Envoyez la clé avec l’adresse e-mail de la personne, la position et la chaîne. Une chaîne correcte compte une seule fois ; dix erreurs rendent les chaînes d’un appareil sans valeur.',
  },
  form: {
    title: 'Créer une clé',
    lead: 'Une clé par système : vous voyez ainsi lequel l’utilise, et pouvez mettre fin à l’une sans les autres.',
    name: 'Nom',
    nameHint: 'Ce qui l’utilise, par exemple : Passerelle VPN.',
    scopes: 'Ce qu’elle peut faire',
    endsOn: 'Dernier jour',
    endsOnHint:
      'La clé expire à la fin de ce jour (UTC). Vide, elle fonctionne jusqu’à ce que vous la révoquiez.',
    submit: 'Créer la clé',
  },
  made: {
    title: 'Votre nouvelle clé',
    once: 'Copiez la clé maintenant. Elle n’est affichée que cette fois et n’est conservée nulle part.',
    key: (name) => `Clé pour ${name}`,
    keep: 'Gardez-la là où votre système garde ses secrets. Si elle est perdue, ou si quelqu’un d’autre a pu la voir, révoquez-la et créez-en une autre.',
    back: 'Je l’ai copiée',
  },
  revoke: {
    title: (name) => `Révoquer la clé ${name}`,
    consequences: [
      'Tout ce qui utilise cette clé est refusé à partir de maintenant.',
      'Les chaînes de sécurité et les appareils restent tels quels ; vos autres clés continuent de fonctionner.',
      'C’est irréversible. Vous pouvez créer une nouvelle clé à tout moment.',
    ],
    act: 'Révoquer la clé',
  },
}
