import type { deviceLink as english } from '../en/device-link.ts'
import { plural } from '../plural.ts'

export const deviceLink: typeof english = {
  enter: {
    title: 'Conectar un dispositivo que muestra un código',
    lead: 'Algunos dispositivos no tienen navegador ni cámara. Muestran un código de ocho letras, que usted escribe aquí.',
    compare: 'Este código llegó con el enlace. Continúe solo si su dispositivo muestra exactamente el mismo.',
    code: 'Código en el dispositivo',
    codeHint: '8 letras, por ejemplo BCDF-GHJK. Valen las minúsculas, y el guion se puede omitir.',
    submit: 'Continuar',
    over: {
      title: 'Esta solicitud ha terminado',
      text: 'Un dispositivo espera diez minutos una respuesta. Empiece de nuevo en el dispositivo y escriba después aquí el código nuevo.',
    },
    errors: {
      not_a_code:
        'Un código tiene 8 letras sin vocales, por ejemplo BCDF-GHJK. Escríbalo como lo muestra el dispositivo.',
      unknown:
        'Ningún dispositivo espera con este código. Compare cada letra; después de diez minutos el dispositivo necesita un código nuevo.',
      other_organisation: (organisation) =>
        `Este dispositivo pide otra organización distinta de ${organisation}. Inicie sesión con su dirección de allí y escriba el código de nuevo.`,
      too_many_codes: (when) =>
        `Varios códigos no coincidieron, así que la entrada está en pausa para su cuenta. Puede volver a intentarlo ${when}. Entretanto puede empezar de nuevo en el dispositivo para obtener un código nuevo.`,
    },
  },
  asking: {
    title: '¿Es este su dispositivo?',
    lead: 'Un dispositivo pide conectarse a su cuenta.',
    warning: {
      title: 'Permítalo solo si lo empezó usted',
      text: 'El dispositivo debería estar delante de usted y mostrar exactamente este código. Si alguien le envió el código o el enlace, elija «Denegar»: el dispositivo sería de esa persona y llevaría su nombre.',
    },
    says: 'Lo que el dispositivo dice de sí mismo',
    unchecked: 'Nadie lo ha comprobado. Compárelo con el dispositivo que tiene delante.',
    program: 'Programa',
    name: 'Nombre',
    model: 'Modelo',
    kind: 'Tipo',
    system: 'Versión del sistema',
    known: 'Lo que sabemos',
    code: 'Código',
    asked: 'Solicitado',
    account: 'Su cuenta',
    ownership: '¿De quién es el dispositivo?',
    chooseOwnership: 'Para permitirlo, indique de quién es el dispositivo.',
    replaces: {
      title: 'El nuevo dispositivo ocupa el lugar de uno anterior',
      text: (devices, count) =>
        plural('es', count, {
          one: `Tiene tantos dispositivos como permite su cuenta. Si permite este, ${devices} dejará de recibir servicio.`,
          other: `Tiene más dispositivos de los que permite su cuenta. Si permite este, estos dejarán de recibir servicio: ${devices}.`,
        }),
      since: (name, when) => `${name} (configurado ${when})`,
    },
    allow: 'Permitir',
    deny: 'Denegar',
    refusals: {
      not_offered: (organisation) =>
        `${organisation} no tiene nada que configurar para este tipo de dispositivo, así que no se puede permitir.`,
      device_limit_reached: (limit) =>
        plural('es', limit, {
          one: 'Tiene un dispositivo, el máximo que permite su cuenta. Retire uno que ya no use y después permita este.',
          other: `Tiene ${limit} dispositivos, el máximo que permite su cuenta. Retire uno que ya no use y después permita este.`,
        }),
    },
  },
  allowed: {
    title: 'Su dispositivo continúa automáticamente',
    text: 'Lo ha permitido. En pocos segundos el dispositivo se da cuenta y obtiene sus ajustes; déjelo encendido.',
    devices: 'Verlo en mis dispositivos',
    another: 'Conectar otro dispositivo',
  },
  denied: {
    title: 'El dispositivo se ha rechazado',
    text: 'No recibió nada y no sabe quién es usted.',
    unexpected: 'Si no lo empezó usted, avise al servicio de asistencia de que alguien le envió un código.',
    devices: 'Mis dispositivos',
    another: 'Escribir otro código',
  },
}
