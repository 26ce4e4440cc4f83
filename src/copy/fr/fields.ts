import type { fields as english } from '../en/fields.ts'
import { plural } from '../plural.ts'

const characters = (count: number) =>
  plural('fr', count, { one: `${count} caractère`, other: `${count} caractères` })

export const fields: typeof english = {
  missing: () => 'Remplissez ce champ.',
  too_short: (limit) => `Saisissez au moins ${characters(limit)}.`,
  too_long: (limit) => `Saisissez au maximum ${characters(limit)}.`,
  too_small: (limit) => `Saisissez ${limit} ou plus.`,
  too_large: (limit) => `Saisissez ${limit} ou moins.`,
  not_a_number: () => 'Saisissez un nombre entier.',
  not_a_date: () => 'Saisissez un jour avec son mois et son année, par exemple 2030-03-31.',
  past_date: () => 'Choisissez un jour à venir.',
  not_an_address: () => 'Saisissez une adresse e-mail complète, par exemple name@company.example.',
  not_a_url: () => 'Saisissez une adresse complète qui commence par https://.',
  not_a_choice: () => 'Choisissez l’une de ces possibilités.',
  not_text: () =>
    'Certains de ces caractères ne peuvent pas être affichés. Saisissez des lettres et des signes.',
  not_accepted: () => 'Ce n’est pas accepté ici.',
  taken: () => 'C’est déjà utilisé. Choisissez autre chose.',
  not_a_phone_number: () =>
    'Saisissez un numéro complet avec l’indicatif du pays, par exemple +33 6 39 98 00 12.',
  not_a_pattern: (_limit, detail) =>
    detail ? `Ce n’est pas un motif : ${detail}.` : 'Ce n’est pas un motif lisible.',
  too_expensive: () => 'Ce motif serait trop long à vérifier. Simplifiez-le.',
  not_json: (_limit, detail) =>
    detail ? `Ce n’est pas du JSON : ${detail}.` : 'Ce n’est pas du JSON lisible.',
  unknown_variable: (_limit, detail) => `Il n’y a pas de variable ${detail}.`,
  unknown_key: (_limit, detail) => `Ceci n’est pas connu, supprimez-le : ${detail}.`,
  missing_key: (_limit, detail) => `Ceci manque : ${detail}.`,
  wrong_value: (_limit, detail) => `Voici ce qui est accepté : ${detail}.`,
  too_many: (limit) => `${limit} au maximum.`,
  not_a_slug: () =>
    'Utilisez de 2 à 40 lettres minuscules, chiffres et tirets ; une lettre ou un chiffre au début et à la fin.',
  not_a_site_id: () => 'Utilisez de 4 à 10 chiffres, sans 0 au début.',
  not_a_colour: () => 'Saisissez une couleur, par exemple #15559a.',
  not_a_picture: () => 'Choisissez une image PNG ou SVG de 20 Ko au maximum.',
  not_a_certificate: () =>
    'Collez un certificat au format PEM, de -----BEGIN CERTIFICATE----- jusqu’à la fin.',
  not_a_key: () =>
    'Donnez la clé privée au format PEM et sans mot de passe : RSA de 2048 à 8192 bits, ou EC sur P-256, P-384 ou P-521.',
  other_key: () => 'Cette clé appartient à un autre certificat. Donnez la clé du certificat ci-dessus.',
  not_a_chain: () => 'Ces certificats ne vont pas ensemble. Donnez le vôtre et ceux qui l’ont signé.',
  not_valid_now: () =>
    'L’un de ces certificats a expiré ou n’est pas encore valable. Donnez ceux qui sont valables maintenant.',
  not_for_signing: () =>
    'Ce certificat ne peut pas servir à des signatures. Donnez-en un destiné à la signature.',
  unknown: () => 'Cela n’existe plus. Choisissez autre chose.',
}
