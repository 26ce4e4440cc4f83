import type { fields as english } from '../en/fields.ts'
import { plural } from '../plural.ts'

const characters = (count: number) =>
  plural('cs', count, { one: `${count} znak`, few: `${count} znaky`, other: `${count} znaků` })

export const fields: typeof english = {
  missing: () => 'Vyplňte toto pole.',
  too_short: (limit) => `Zadejte aspoň ${characters(limit)}.`,
  too_long: (limit) => `Zadejte nejvýše ${characters(limit)}.`,
  too_small: (limit) => `Zadejte ${limit} nebo víc.`,
  too_large: (limit) => `Zadejte ${limit} nebo méně.`,
  not_a_number: () => 'Zadejte celé číslo.',
  not_a_date: () => 'Zadejte den s měsícem a rokem, například 2030-03-31.',
  past_date: () => 'Zvolte den, který teprve přijde.',
  not_an_address: () => 'Zadejte celou e-mailovou adresu, například jmeno@firma.example.',
  not_a_url: () => 'Zadejte celou adresu, která začíná na https://.',
  not_a_choice: () => 'Vyberte jednu z těchto možností.',
  not_text: () => 'Některé z těchto znaků nelze zobrazit. Použijte písmena a běžné znaky.',
  not_accepted: () => 'Tohle se tady nepřijímá.',
  taken: () => 'To už se používá. Zvolte jiné.',
  not_a_phone_number: () => 'Zadejte celé číslo s předvolbou země, například +420 601 123 456.',
  not_a_pattern: (_limit, detail) =>
    detail ? `Tohle není vzor: ${detail}.` : 'Tohle není vzor, který by šlo přečíst.',
  too_expensive: () => 'Kontrola tohoto vzoru by trvala příliš dlouho. Zjednodušte ho.',
  not_json: (_limit, detail) =>
    detail ? `Tohle není JSON: ${detail}.` : 'Tohle není JSON, který by šlo přečíst.',
  unknown_variable: (_limit, detail) => `Proměnná ${detail} neexistuje.`,
  unknown_key: (_limit, detail) => `Tohle neznáme, vynechte to: ${detail}.`,
  missing_key: (_limit, detail) => `Chybí tu: ${detail}.`,
  wrong_value: (_limit, detail) => `Přijímá se: ${detail}.`,
  too_many: (limit) => `Nejvýše ${limit}.`,
  not_a_slug: () => 'Použijte 2 až 40 malých písmen, číslic a pomlček; začíná a končí písmenem nebo číslicí.',
  not_a_site_id: () => 'Použijte 4 až 10 číslic, první nesmí být 0.',
  not_a_colour: () => 'Zadejte barvu, například #15559a.',
  not_a_picture: () => 'Vyberte obrázek PNG nebo SVG do 20 kB.',
  not_a_certificate: () => 'Vložte certifikát ve formátu PEM, od -----BEGIN CERTIFICATE----- až do konce.',
  not_a_key: () =>
    'Zadejte soukromý klíč ve formátu PEM a bez hesla: RSA s 2048 až 8192 bity, nebo EC na P-256, P-384 či P-521.',
  other_key: () => 'Tento klíč patří k jinému certifikátu. Zadejte klíč k certifikátu uvedenému výše.',
  not_a_chain: () => 'Tyto certifikáty k sobě nepatří. Zadejte svůj a ty, kterými byl podepsán.',
  not_valid_now: () =>
    'Některému z těchto certifikátů platnost skončila, nebo ještě nezačala. Zadejte ty, které platí teď.',
  not_for_signing: () =>
    'Tento certifikát se pro podpisy používat nesmí. Zadejte takový, který je k podepisování.',
  unknown: () => 'Tohle už neexistuje. Vyberte jiné.',
}
