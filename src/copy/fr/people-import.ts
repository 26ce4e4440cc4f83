import type { people as english } from '../en/people.ts'
import { plural } from '../plural.ts'

export const accountsOf = (count: number) =>
  plural('fr', count, { one: `${count} compte`, other: `${count} comptes` })

/** Accounts from a file. */
export const importing: (typeof english)['importing'] = {
  title: 'Importer des comptes',
  lead: 'Depuis un fichier CSV, comme l’enregistrent les tableurs. Rien ne change avant que vous ayez vu ce qui se passerait.',
  columnsTitle: 'À quoi ressemble le fichier',
  columns: [
    '**address** : l’adresse e-mail. La seule colonne obligatoire.',
    '**name** : 120 caractères au maximum.',
    '**phone** : avec l’indicatif du pays, par exemple +33 6 39 98 00 12.',
    '**template** : le nom d’un modèle de compte. Vide : celui des nouveaux comptes.',
    '**groups** : séparés par des points-virgules.',
    '**locale** : en, de, fr, es, cs ou ar.',
  ],
  columnsNote: (rows) =>
    `La première ligne nomme les colonnes, dans n’importe quel ordre. ${rows} lignes au maximum. Une cellule vide ne change rien.`,
  file: 'Fichier CSV',
  fileHint: '500 Ko au maximum, en UTF-8 si vous avez le choix.',
  paste: 'Ou collez-le ici',
  check: 'Voir ce qui se passerait',
  problems: {
    nothing: 'Choisissez un fichier, ou collez quelques lignes.',
    too_large: 'Cela dépasse 500 Ko. Répartissez le contenu en plusieurs fichiers.',
    not_text: 'Ce n’est pas un fichier CSV. Dans votre tableur, enregistrez-le au format CSV (UTF-8).',
    empty: 'Il n’y a aucune ligne sous les noms des colonnes.',
    too_many_rows: (rows) => `Cela dépasse ${rows} lignes. Répartissez-les en plusieurs fichiers.`,
    no_address_column: 'La première ligne doit nommer les colonnes, et l’une d’elles doit s’appeler address.',
    column_twice: 'Une colonne figure deux fois. N’en gardez qu’une.',
  },
  previewTitle: 'Ce qui se passerait',
  counts: { new: 'Nouveaux', changed: 'Modifiés', unchanged: 'Inchangés', error: 'Avec erreurs' },
  kinds: { new: 'Nouveau', changed: 'Modifications', unchanged: 'Inchangé', error: 'Erreur' },
  recoded: 'Le fichier n’était pas en UTF-8. Vérifiez que les lettres comme é et ü sont correctes.',
  ignored: (names) => `Ces colonnes ne sont pas lues : ${names}.`,
  moved:
    'Quelque chose a changé depuis votre vérification. Voici ce qui se passerait maintenant : vérifiez de nouveau, puis importez.',
  errorsLeft:
    'Certaines lignes contiennent des erreurs. Corrigez le fichier, ou choisissez de laisser ces lignes de côté.',
  skip: (count) =>
    plural('fr', count, {
      one: 'Laisser de côté la ligne avec erreurs',
      other: `Laisser de côté les ${count} lignes avec erreurs`,
    }),
  submit: (count) => `Importer ${accountsOf(count)}`,
  nothing: 'Il n’y a rien à importer.',
  again: 'Choisir un autre fichier',
  table: { line: (line) => `Ligne ${line}`, address: 'Adresse', outcome: 'Ce qui se passe' },
  columnIs: (column) => `${column} :`,
  duplicate: (line) => `Cette personne figure déjà à la ligne ${line}.`,
  overfull: 'Il y a plus de cellules que de colonnes. Cherchez un guillemet manquant.',
  change: (before, after) => `${before} → ${after}`,
  nothingBefore: 'vide',
}
