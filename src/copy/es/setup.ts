import type { setup as english } from '../en/setup.ts'
import { plural } from '../plural.ts'

export const setup: typeof english = {
  start: {
    title: 'Su correo de trabajo',
    lead: 'Enviamos un código para asegurarnos de que es suyo.',
    email: 'Dirección de correo',
    submit: 'Enviarme un código',
    again: '¿Ya configuró un dispositivo? Use la misma dirección y continúe desde ahí.',
    errors: {
      not_an_address: 'Escriba una dirección de correo completa, por ejemplo name@company.example.',
      not_accepted: (organisation, hint) =>
        hint ? `${organisation} acepta ${hint}.` : `${organisation} no acepta esta dirección.`,
      useAnother: 'Use una de esas.',
      useWork: 'Use su dirección de trabajo.',
      added: '¿Alguien de allí añadió su cuenta? {signIn}.',
      signIn: 'Inicie sesión',
      too_many_sends: 'Se han enviado varios códigos a esta dirección. Puede pedir el siguiente {when}.',
    },
  },
  code: {
    title: 'Escriba su código',
    lead: (letters) =>
      letters
        ? 'Hemos enviado un código de 8 letras a {address}.'
        : 'Hemos enviado un código de 6 cifras a {address}.',
    code: 'Código',
    submit: 'Continuar',
    delivery: {
      queued: 'Debería llegar en un minuto.',
      sent: 'Si no lo ve, mire en la carpeta de correo no deseado.',
      failed:
        'No se pudo entregar el correo. Compruebe la dirección; si es correcta, envíe un código nuevo o pregunte al servicio de asistencia.',
    },
    resent: 'Un código nuevo va de camino. Solo funciona el más reciente.',
    again: 'Enviar otro código',
    change: 'Usar otra dirección',
    errors: {
      wrong_code: (triesLeft) =>
        `No es el código de nuestro correo más reciente. ${plural('es', triesLeft, {
          one: 'Queda un intento.',
          other: `Quedan ${triesLeft} intentos.`,
        })}`,
      expired: 'Este código ha caducado. Envíe uno nuevo: llega a la misma dirección.',
      too_many_tries: 'Para proteger su dirección, este código está ahora bloqueado. Envíe uno nuevo.',
      no_challenge: 'Ya no hay ningún código abierto en este navegador. Envíe uno nuevo.',
      too_many_sends:
        'Se han enviado varios códigos a esta dirección. El siguiente se puede enviar {when}. El código más reciente sigue funcionando hasta que caduque.',
    },
  },
  elsewhere: {
    title: 'Su código',
    lead: 'Lo pidió en otro navegador o en otro dispositivo. Escríbalo allí:',
    code: 'Código',
    safe: 'Solo funciona donde lo pidió. Abrir esta página no ha gastado nada.',
    orHere: '¿Ya no tiene esa ventana?',
    begin: 'Empezar aquí',
  },
  about: {
    title: 'Sobre usted',
    lead: (organisation) => `Para que ${organisation} sepa de quién es el dispositivo.`,
    name: 'Su nombre',
    phone: 'Teléfono móvil',
    phoneHint: 'Con el prefijo del país, por ejemplo +34\u00a0612\u00a0345\u00a0678.',
    terms: 'Condiciones de uso',
    accept: 'Acepto estas condiciones',
    submit: 'Continuar',
    errors: {
      name: {
        missing: 'Escriba su nombre, como le conocen en el trabajo.',
        too_long: 'Escriba un nombre más corto: 120 caracteres como máximo.',
        not_text: 'Escriba su nombre con letras: algunos de estos caracteres no se pueden mostrar.',
      },
      phone: {
        missing: 'Escriba su teléfono móvil: allí llegan los mensajes sobre su dispositivo.',
        not_a_number:
          'Escriba un número completo con el prefijo del país, por ejemplo +34\u00a0612\u00a0345\u00a0678.',
      },
      terms: {
        not_accepted:
          'Marque la casilla para aceptar las condiciones. ¿Tiene preguntas sobre ellas? Diríjase al servicio de asistencia.',
      },
    },
  },
  waiting: {
    title: 'A la espera de aceptación',
    lead: (organisation) =>
      `${organisation} acepta personalmente a cada persona nueva. Por ahora ya ha hecho todo lo necesario.`,
    steps: [
      'Alguien que se ocupa de los dispositivos acepta su registro.',
      'Recibe un correo, y esta página continúa automáticamente.',
      'Elige su dispositivo y obtiene su código.',
    ],
    urgent: '¿Es urgente?',
    again: 'Mirar de nuevo',
  },
  device: {
    closed: {
      title: 'Sus códigos los da el servicio de asistencia',
      text: 'Con esta cuenta no puede obtener códigos de configuración directamente. La cuenta está en orden.',
      next: 'Pida un código y diga qué dispositivo quiere configurar.',
    },
    title: '¿Qué dispositivo?',
    lead: 'Elija el que quiera configurar ahora.',
    open: 'Continúe donde lo dejó',
    openPending: 'Conectado, a la espera de su primer informe',
    openToDownload: 'Conectado, su perfil todavía no se ha descargado',
    openDelivered: 'Perfil descargado, a la espera de que lo instale',
    openUntil: 'El código termina {time}',
    replaces: {
      title: 'El nuevo dispositivo ocupa el lugar de uno anterior',
      text: (devices, count) =>
        plural('es', count, {
          one: `Tiene tantos dispositivos como permite su cuenta. Cuando el nuevo esté configurado, ${devices} dejará de recibir servicio.`,
          other: `Tiene más dispositivos de los que permite su cuenta. Cuando el nuevo esté configurado, estos dejarán de recibir servicio: ${devices}.`,
        }),
      since: (name, when) => `${name} (configurado ${when})`,
    },
    platform: 'Dispositivo',
    thisDevice: 'Este dispositivo',
    ownership: '¿De quién es el dispositivo?',
    appliesTo: (platforms) => `Para ${platforms}.`,
    company: 'De la empresa',
    companyDetail: (organisation) => `${organisation} se lo entregó`,
    personal: 'Mío',
    personalDetail: 'Lo compró usted',
    submit: 'Obtener el código',
    errors: {
      choose_platform: 'Para continuar, elija uno de estos dispositivos.',
      choose_ownership: 'Para continuar, indique de quién es el dispositivo.',
      device_limit_reached: (limit) =>
        plural('es', limit, {
          one: 'Tiene un dispositivo configurado, el máximo que permite su cuenta. El servicio de asistencia puede quitar uno que ya no use.',
          other: `Tiene ${limit} dispositivos configurados, el máximo que permite su cuenta. El servicio de asistencia puede quitar uno que ya no use.`,
        }),
    },
  },
}
