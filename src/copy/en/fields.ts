import type { FieldCode } from '../../kernel/fields.ts'

/** What is wrong with a field, by the code of the refusal; what is accepted, in words. */
export const fields: Record<FieldCode, (limit: number, detail: string) => string> = {
  missing: () => 'Fill this in.',
  too_short: (limit) => `Enter at least ${limit} characters.`,
  too_long: (limit) => `Enter at most ${limit} characters.`,
  too_small: (limit) => `Enter ${limit} or more.`,
  too_large: (limit) => `Enter ${limit} or less.`,
  not_a_number: () => 'Enter a whole number.',
  not_a_date: () => 'Enter a day with its month and year, such as 2030-03-31.',
  past_date: () => 'Choose a day that is still to come.',
  not_an_address: () => 'Enter a whole e-mail address, such as name@company.example.',
  not_a_url: () => 'Enter a whole address that begins with https://.',
  not_a_choice: () => 'Choose one of these.',
  not_text: () => 'Some of these characters cannot be shown. Enter it in letters and signs.',
  not_accepted: () => 'This is not accepted here.',
  taken: () => 'This is in use already. Choose another.',
  not_a_phone_number: () => 'Enter a whole number with its country code, such as +44 7400 123456.',
  not_a_pattern: (_limit, detail) =>
    detail ? `This is not a pattern: ${detail}.` : 'This is not a pattern that can be read.',
  too_expensive: () => 'This pattern would take too long to check. Make it simpler.',
  not_json: (_limit, detail) =>
    detail ? `This is not JSON: ${detail}.` : 'This is not JSON that can be read.',
  unknown_variable: (_limit, detail) => `There is no variable ${detail}.`,
  unknown_key: (_limit, detail) => `This is not known, leave it out: ${detail}.`,
  missing_key: (_limit, detail) => `This is missing: ${detail}.`,
  wrong_value: (_limit, detail) => `This is what is accepted: ${detail}.`,
  too_many: (limit) => `At most ${limit}.`,
  not_a_slug: () =>
    'Use 2 to 40 lower case letters, digits and dashes; it begins and ends with a letter or digit.',
  not_a_site_id: () => 'Use 4 to 10 digits, not beginning with 0.',
  not_a_colour: () => 'Enter a colour such as #15559a.',
  not_a_picture: () => 'Choose a PNG or SVG picture of at most 20 KB.',
  not_a_certificate: () => 'Paste a certificate in PEM form, from -----BEGIN CERTIFICATE----- to its end.',
  not_a_key: () =>
    'Give the private key in PEM form and without a password: RSA with 2048 to 8192 bits, or EC on P-256, P-384 or P-521.',
  other_key: () => 'This key belongs to another certificate. Give the key of the certificate above.',
  not_a_chain: () => 'These certificates do not belong together. Give yours and those that it was signed by.',
  not_valid_now: () =>
    'One of these certificates has ended or is not valid yet. Give those that are valid now.',
  not_for_signing: () => 'This certificate may not be used for signatures. Give one for signing.',
  unknown: () => 'This does not exist any more. Choose another.',
}
