import type { account as english } from '../en/account.ts'
import { plural } from '../plural.ts'

export const account: typeof english = {
  title: 'Mon compte',
  facts: {
    address: 'Adresse e-mail',
    addresses: 'Adresses e-mail',
    role: 'Rôle',
    organisation: 'Organisation',
  },
  addressStates: { current: 'reçoit les e-mails', unproved: 'pas encore confirmée' },
  myDevices: 'Mes appareils',
  passkeys: {
    title: 'Clés d’accès',
    leadStaff:
      'Vous vous connectez avec l’une d’elles. Créez-en une seconde sur un autre appareil, afin que la perte de l’une ne vous bloque pas.',
    leadOwner: 'Avec une clé d’accès, vous vous connectez sans attendre de code. Elle n’est pas obligatoire.',
    empty: 'Pas encore de clés d’accès.',
    columns: { name: 'Nom', made: 'Créée', used: 'Dernier usage', actions: 'Actions' },
    synced: 'Gardée sur plusieurs appareils',
    single: 'Sur un seul appareil',
    unused: 'pas encore',
    add: 'Ajouter une clé d’accès',
    addLead: 'Gardez à portée de main l’appareil ou la clé de sécurité qui doit la contenir.',
    rename: 'Renommer',
    remove: 'Supprimer',
    name: 'Nom',
    back: 'Mon compte',
    onlyOne:
      'C’est votre seule clé d’accès, et vous ne pouvez pas vous connecter sans elle. Ajoutez-en une autre avant de la supprimer.',
    removeTitle: (name) => `Supprimer « ${name} »`,
    consequences: {
      stops: 'Vous ne pouvez plus vous connecter avec elle.',
      stays:
        'Les sessions ouvertes le restent ; regardez aussi la liste des sessions si l’appareil est perdu.',
      device: 'L’appareil peut continuer à la proposer. Supprimez-la aussi sur l’appareil.',
      code: 'Vous pouvez toujours vous connecter avec un code par e-mail.',
    },
  },
  sessions: {
    title: 'Vos sessions ouvertes',
    lead: 'Mettez fin à ce que vous ne reconnaissez pas.',
    columns: { browser: 'Navigateur', since: 'Depuis', how: 'Ouverte par', actions: 'Actions' },
    unknown: 'Navigateur inconnu',
    here: 'ce navigateur',
    by: { email: 'code par e-mail', passkey: 'clé d’accès', oidc: 'votre organisation' },
    end: 'Terminer',
    endTitle: 'Terminer une session',
    endConsequences: (browser) => [
      `La session de ce navigateur prend fin immédiatement : ${browser}.`,
      'La personne qui l’utilise doit se reconnecter.',
    ],
    endHere: 'C’est le navigateur que vous utilisez en ce moment : vous devrez vous reconnecter.',
    endAct: 'Terminer cette session',
    others: 'Terminer les autres',
    othersTitle: 'Terminer toutes les autres sessions',
    othersConsequences: (count) => [
      plural('fr', count, {
        one: 'Un autre navigateur est déconnecté immédiatement.',
        other: `${count} autres navigateurs sont déconnectés immédiatement.`,
      }),
      'Ce navigateur reste connecté.',
    ],
    noOthers: ['Vous n’avez de session ouverte nulle part ailleurs : rien ne changera.'],
    othersAct: 'Terminer les autres',
  },
  profile: {
    title: 'À propos de vous',
    lead: 'Les autres personnes qui travaillent ici voient votre nom. Les pages et les e-mails qui vous sont destinés sont dans votre langue.',
    leadOwner:
      'Vos gestionnaires voient votre nom. Les pages et les e-mails qui vous sont destinés sont dans votre langue.',
    name: 'Nom',
    phone: 'Numéro de mobile',
    phoneHint: 'Pour les SMS et l’assistance. Avec l’indicatif du pays, par exemple +33 6 39 98 00 12.',
    language: 'Langue',
  },
  done: {
    added: 'La clé d’accès est prête à l’emploi.',
    renamed: 'Clé d’accès renommée.',
    removed: 'La clé d’accès est supprimée.',
    ended: 'La session a pris fin.',
    'others-ended': 'Votre session n’est plus ouverte qu’ici.',
    profile: 'C’est enregistré.',
  },
}
