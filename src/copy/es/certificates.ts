import type { certificates as english } from '../en/certificates.ts'
import { plural } from '../plural.ts'

export const certificates: typeof english = {
  title: 'Certificados',
  lead: 'Con certificados de su propia autoridad, los dispositivos demuestran quiénes son, por ejemplo ante su Wi-Fi o VPN.',
  facts: {
    name: 'Nombre',
    subject: 'Sujeto',
    issuer: 'Emisor',
    fingerprint: 'Huella digital SHA-256',
    created: 'Creación',
    ends: 'Termina',
    retired: 'Retirada',
  },
  soon: (count) =>
    count < 1
      ? 'termina en menos de un día'
      : plural('es', count, { one: `termina en ${count} día`, other: `termina en ${count} días` }),
  over: 'ha terminado',
  authority: {
    title: 'Su autoridad',
    lead: 'Entregue su certificado a todo lo que deba reconocer sus dispositivos: un servidor RADIUS, una puerta de enlace VPN, un proxy.',
    none: 'Todavía no hay ninguna autoridad. Se crea en cuanto algo necesita un certificado. Créela ahora si quiere preparar su red.',
    create: 'Crear la autoridad',
    pem: 'Descargar como PEM',
    der: 'Descargar como DER',
    crl: 'Certificados revocados (CRL)',
    rotateText:
      'Cree una autoridad nueva antes de que esta termine. Si alguien puede conocer su clave, hágalo de inmediato y haga que sus servicios dejen de confiar en la anterior.',
  },
  retired: {
    title: 'Retiradas, pero aún de confianza',
    lead: 'Ya no emiten nada. Siga confiando en ellas hasta que terminen: los dispositivos todavía tienen certificados suyos.',
  },
  rotate: {
    link: 'Renovar…',
    title: 'Renovar la autoridad',
    consequences: [
      'Se crea una autoridad nueva con una clave nueva. Desde entonces emite todos los certificados.',
      'La actual se retira. Lo que emitió sigue siendo válido, y los dispositivos pasan a la nueva cuando renuevan.',
      'El Wi-Fi, la VPN y otros servicios también deben confiar en el certificado nuevo. Entrégueselo de inmediato: hasta entonces rechazan los dispositivos que ya han pasado a la nueva.',
      'Esto no se puede deshacer.',
    ],
    act: 'Renovar la autoridad',
  },
  signer: {
    title: 'Con qué se firman los perfiles',
    lead: 'Los dispositivos Apple muestran este nombre cuando alguien instala un perfil de su organización.',
    builtIn:
      'Firma su propia autoridad. Los dispositivos Apple que aún no la conocen muestran el perfil como «No verificado»; aun así se puede instalar.',
    builtInHint:
      'Suba un certificado de una autoridad en la que los dispositivos ya confían, y mostrarán su nombre con «Verificado».',
    uploaded: 'Firma el certificado que usted subió.',
    ended:
      'Ha terminado: firma en su lugar su propia autoridad. Suba su sucesor y los dispositivos volverán a mostrar «Verificado».',
    upload: 'Subir un certificado…',
    replace: 'Sustituirlo…',
    remove: 'Quitar…',
    removeText: 'Los perfiles vuelven entonces a firmarse con su propia autoridad.',
    form: {
      title: 'Subir un certificado de firma',
      lead: 'Ambos se comprueban antes de guardar nada: que sean pareja, que la cadena esté completa y que se pueda usar para firmar.',
      chain: 'Certificado y su cadena',
      chainHint: 'PEM: primero su certificado, después los que están por encima.',
      chainText: 'O péguelo',
      key: 'Clave privada',
      keyHint: 'PEM, sin contraseña. Se guarda cifrada y no se vuelve a mostrar.',
      keyText: 'O péguela',
      submit: 'Comprobar y guardar',
    },
    removal: {
      title: 'Quitar el certificado de firma',
      consequences: [
        'El certificado y su clave privada se eliminan aquí.',
        'Los perfiles que se descarguen desde ahora los firma su propia autoridad. Los dispositivos Apple pueden mostrarlos como «No verificado».',
        'Los perfiles ya instalados quedan como están.',
      ],
      act: 'Quitar el certificado',
    },
  },
  issued: {
    title: 'Certificados emitidos',
    lead: 'Todo lo que han emitido sus autoridades.',
    link: 'Certificados emitidos',
    caption: 'Certificados emitidos',
    columns: {
      subject: 'Sujeto',
      device: 'Dispositivo',
      account: 'Cuenta',
      state: 'Estado',
      issued: 'Emitido',
      ends: 'Termina',
    },
    state: 'Estado',
    ofDevice: 'Solo se muestran los de un dispositivo.',
    empty:
      'Todavía no se ha emitido ningún certificado. Los dispositivos reciben el suyo cuando su plantilla lo pide.',
    nothingFound: 'No hay ningún certificado así. Quite los filtros para verlos todos.',
    noSubject: 'Sin sujeto',
    signs: 'Firma perfiles',
    unknownDevice: 'Dispositivo sin nombre',
    openAccount: 'Abrir la cuenta',
  },
  states: { valid: 'Válido', revoked: 'Revocado', ended: 'Terminado' },
  one: {
    serial: 'Número de serie',
    authority: 'Emitido por',
    authorityFile: 'Certificado de la autoridad',
    revokedAt: 'Revocado',
    reason: 'Motivo',
    account: 'Cuenta',
    device: 'Dispositivo',
    purpose: 'Para',
    purposes: {
      device: 'Demostrar qué dispositivo es',
      signer: 'Firmar perfiles',
      derived: 'Demostrar quién es su propietario (credencial derivada)',
    },
    download: 'Descargar como PEM',
    all: 'Todos los certificados de este dispositivo',
  },
  revoke: {
    link: 'Revocar…',
    text: {
      device: 'Hágalo si el dispositivo se ha perdido o si otra persona puede conocer su clave.',
      signer: 'Hágalo si otra persona puede conocer la clave con la que se firman los perfiles.',
      derived: 'Hágalo si el dispositivo se ha perdido o si otra persona puede tener el archivo o su clave.',
    },
    title: 'Revocar este certificado',
    consequences: {
      device: [
        'Desde ahora el dispositivo ya no puede usar este certificado con nosotros.',
        'Se incluye en la lista pública de certificados revocados. Su Wi-Fi, VPN y otros servicios lo rechazan en cuanto vuelvan a leer esa lista.',
        'El propio dispositivo sigue configurado. Puede pedir un certificado nuevo mientras esté activo.',
        'Esto no se puede deshacer.',
      ],
      signer: [
        'Se incluye en la lista pública de certificados revocados.',
        'Su autoridad crea otro, con una clave nueva, y firma con él desde entonces.',
        'Los perfiles que se firmaron con él pueden mostrarse como «No verificado»; lo instalado permanece.',
        'Esto no se puede deshacer.',
      ],
      derived: [
        'Se incluye en la lista pública de certificados revocados. Sus servicios lo rechazan en cuanto vuelvan a leer esa lista.',
        'El dispositivo sigue configurado y conserva su propio certificado. Su propietario puede obtener otra credencial derivada.',
        'Esto no se puede deshacer.',
      ],
    },
    reason: 'Motivo',
    act: 'Revocar el certificado',
  },
  reasons: {
    unspecified: 'Por otro motivo',
    key_compromise: 'Otra persona puede conocer su clave',
    superseded: 'Se sustituyó por otro',
    cessation_of_operation: 'Ya no se usa',
  },
  done: {
    created: 'Su autoridad se ha creado.',
    rotated: 'Desde ahora emite una autoridad nueva. Entregue su certificado a sus servicios.',
    signer: 'Guardado. Desde ahora los perfiles se firman con este certificado.',
    signer_removed: 'Quitado. Su propia autoridad vuelve a firmar los perfiles.',
    revoked: 'Revocado. Figura en la lista pública.',
    already: 'Ya estaba revocado.',
  },
}
