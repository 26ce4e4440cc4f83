import type { userCertificates as english } from '../en/user-certificates.ts'
import { plural } from '../plural.ts'

export const userCertificates: typeof english = {
  title: 'Mis certificados',
  lead: 'Sus propios certificados, por ejemplo para correo cifrado o una red. Sus dispositivos los reciben donde su organización lo ha configurado.',
  caption: 'Mis certificados',
  ofTemplate:
    'Lo que los propietarios subieron en su portal, por ejemplo para correo cifrado, llega al dispositivo con sus claves privadas.',
  name: 'Certificado',
  issuer: 'Emitido por',
  ends: 'Termina',
  noSubject: 'Sin sujeto',
  withKey: 'Con clave privada',
  withoutKey: 'Sin clave privada',
  soon: (count) =>
    count < 1
      ? 'Termina en menos de un día'
      : plural('es', count, { one: `Termina en ${count} día`, other: `Termina en ${count} días` }),
  ended: 'Ha terminado',
  endedNote: 'Los dispositivos ya no lo reciben. Suba su sucesor.',
  empty: 'Todavía no tiene certificados aquí.',
  emptyUpload: 'Todavía no tiene certificados aquí. Suba uno más abajo.',
  notAllowed:
    'Su organización no le permite subir certificados. Si necesita uno, pregunte al servicio de asistencia.',
  purposes: {
    mail_encryption: 'Cifrado de correo',
    mail_signature: 'Firma de correo',
    client: 'Inicio de sesión (cliente)',
    smart_card: 'Inicio de sesión con tarjeta inteligente',
    documents: 'Firma de documentos',
    server: 'Servidor',
    code: 'Firma de software',
    time: 'Sellos de tiempo',
    authority: 'Emisión de certificados',
    signature: 'Firmas',
    encryption: 'Cifrado',
    any: 'Cualquier uso',
    other: 'Otro uso',
  },
  upload: {
    title: 'Subir un certificado',
    lead: 'Su clave privada, si el archivo tiene una, se guarda cifrada. No se vuelve a mostrar; solo se entrega a sus dispositivos.',
    full: (limit) =>
      plural('es', limit, {
        one: 'Tiene un certificado, y ese es el límite. Elimínelo para subir otro.',
        other: `Tiene ${limit} certificados, y ese es el límite. Elimine uno para subir otro.`,
      }),
    file: 'Archivo',
    fileHint: (limit) =>
      `.p12 o .pfx (PKCS#12), .pem, .crt o .cer: su certificado, con hasta ${limit} por encima de él.`,
    password: 'Contraseña del archivo',
    passwordHint: 'Si la tiene. Abre el archivo ahora y no se guarda.',
    name: 'Nombre',
    nameHint: 'Como quiera llamarlo. Si se deja vacío, se llama como dice el propio certificado.',
    optional: 'opcional',
    submit: 'Subir',
  },
  refusals: {
    password_needed: 'Este archivo tiene contraseña. Elija el archivo de nuevo y escriba su contraseña.',
    wrong_password: 'Esta contraseña no abre el archivo. Elija el archivo de nuevo y escriba su contraseña.',
    unreadable: 'No es un certificado que se pueda leer. Elija un archivo .p12, .pfx, .pem, .crt o .cer.',
    protection:
      'Este archivo está protegido de una manera que aquí no se acepta. Expórtelo de nuevo. Windows: elija «AES256-SHA256» como cifrado. Lo que exportaron el Acceso a Llaveros de un Mac, Firefox o Thunderbird lo convierte OpenSSL: «openssl pkcs12 -in old.p12 -legacy -nodes -out all.pem» y después «openssl pkcs12 -export -in all.pem -out new.p12»; suba new.p12 y elimine all.pem.',
    locked_key:
      'La clave privada de este archivo está protegida de una manera antigua. Exporte ambos como PKCS#12: «openssl pkcs12 -export -in cert.pem -inkey key.pem -out new.p12».',
    no_certificate: 'En este archivo no hay ningún certificado. Elija uno que contenga el certificado.',
    several_keys:
      'En este archivo hay más de una clave privada. Suba los certificados de uno en uno, cada uno con su clave.',
    weak_key:
      'La clave de este certificado no se acepta. Tiene que ser RSA a partir de 2048 bits, o EC en P-256 o P-384.',
    key_mismatch:
      'La clave privada de este archivo pertenece a otro certificado. Elija un archivo con el certificado de esta clave.',
    not_a_chain:
      'Los certificados de este archivo no forman una cadena. Indique el suyo y los que lo firmaron, nada más.',
    chain_too_long:
      'Hay más de 5 certificados encadenados. Indique el suyo y como máximo 4 por encima de él.',
    too_large: 'Es demasiado grande. Un certificado con su clave y su cadena puede tener 16 KB.',
    ended: 'Este certificado ha terminado: ningún dispositivo lo recibiría. Suba uno que sea válido.',
  },
  remove: {
    link: 'Eliminar…',
    title: 'Eliminar este certificado',
    consequences: {
      deleted:
        'Se elimina aquí, junto con su clave privada. Conserve su propia copia si todavía lo necesita.',
      deletedWithoutKey: 'Se elimina aquí. Conserve su propia copia si todavía lo necesita.',
      devices: (template, count) =>
        plural('es', count, {
          one: `Uno de sus dispositivos lo recibe con «${template}». Se le comunica en su próxima sincronización; un perfil instalado lo conserva hasta que se vuelva a instalar.`,
          other: `${count} de sus dispositivos lo reciben con «${template}». Se les comunica en su próxima sincronización; un perfil instalado lo conserva hasta que se vuelva a instalar.`,
        }),
      unused: 'Ninguno de sus dispositivos lo recibe.',
      mail: 'El correo que se cifró para él solo se puede leer donde aún esté su clave privada.',
    },
    act: 'Eliminar el certificado',
  },
  done: {
    added:
      'Subido. Donde su organización lo ha configurado, los dispositivos con una app lo reciben en su próxima sincronización; los demás, cuando se configuren de nuevo.',
    key_added: 'El certificado ya estaba aquí. Ahora tiene su clave privada.',
    changed: 'El certificado ya estaba aquí. Se ha guardado lo que tenía de nuevo.',
    known: 'El certificado ya estaba aquí. No ha cambiado nada.',
    removed: 'Eliminado.',
  },
}
