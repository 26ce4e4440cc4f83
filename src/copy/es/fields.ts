import type { fields as english } from '../en/fields.ts'
import { plural } from '../plural.ts'

const characters = (count: number) =>
  plural('es', count, { one: 'un carácter', other: `${count} caracteres` })

export const fields: typeof english = {
  missing: () => 'Rellene este campo.',
  too_short: (limit) => `Escriba al menos ${characters(limit)}.`,
  too_long: (limit) => `Escriba como máximo ${characters(limit)}.`,
  too_small: (limit) => `Escriba ${limit} o más.`,
  too_large: (limit) => `Escriba ${limit} o menos.`,
  not_a_number: () => 'Escriba un número entero.',
  not_a_date: () => 'Escriba un día con su mes y su año, por ejemplo 2030-03-31.',
  past_date: () => 'Elija un día que aún no haya llegado.',
  not_an_address: () => 'Escriba una dirección de correo completa, por ejemplo name@company.example.',
  not_a_url: () => 'Escriba una dirección completa que empiece por https://.',
  not_a_choice: () => 'Elija una de estas opciones.',
  not_text: () => 'Algunos de estos caracteres no se pueden mostrar. Escríbalo con letras y signos.',
  not_accepted: () => 'Esto no se acepta aquí.',
  taken: () => 'Esto ya está en uso. Elija otra opción.',
  not_a_phone_number: () =>
    'Escriba un número completo con el prefijo del país, por ejemplo +34 612 345 678.',
  not_a_pattern: (_limit, detail) =>
    detail ? `No es un patrón: ${detail}.` : 'No es un patrón que se pueda leer.',
  too_expensive: () => 'Comprobar este patrón tardaría demasiado. Simplifíquelo.',
  not_json: (_limit, detail) => (detail ? `No es JSON: ${detail}.` : 'No es JSON que se pueda leer.'),
  unknown_variable: (_limit, detail) => `No hay ninguna variable ${detail}.`,
  unknown_key: (_limit, detail) => `Esto no se conoce, omítalo: ${detail}.`,
  missing_key: (_limit, detail) => `Falta esto: ${detail}.`,
  wrong_value: (_limit, detail) => `Se acepta esto: ${detail}.`,
  too_many: (limit) => `Como máximo ${limit}.`,
  not_a_slug: () =>
    'Use de 2 a 40 letras minúsculas, cifras y guiones; empieza y acaba con una letra o cifra.',
  not_a_site_id: () => 'Use de 4 a 10 cifras, sin empezar por 0.',
  not_a_colour: () => 'Escriba un color, por ejemplo #15559a.',
  not_a_picture: () => 'Elija una imagen PNG o SVG de 20 KB como máximo.',
  not_a_certificate: () =>
    'Pegue un certificado en formato PEM, desde -----BEGIN CERTIFICATE----- hasta el final.',
  not_a_key: () =>
    'Indique la clave privada en formato PEM y sin contraseña: RSA de 2048 a 8192 bits, o EC en P-256, P-384 o P-521.',
  other_key: () => 'Esta clave pertenece a otro certificado. Indique la clave del certificado de arriba.',
  not_a_chain: () => 'Estos certificados no forman una cadena. Indique el suyo y los que lo firmaron.',
  not_valid_now: () =>
    'Uno de estos certificados ha terminado o todavía no es válido. Indique los que sean válidos ahora.',
  not_for_signing: () => 'Este certificado no se puede usar para firmar. Indique uno para firmar.',
  unknown: () => 'Esto ya no existe. Elija otra opción.',
}
