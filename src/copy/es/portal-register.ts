import type { portalRegister as english } from '../en/portal-register.ts'
import { plural } from '../plural.ts'

export const portalRegister: typeof english = {
  title: 'Configurar un dispositivo',
  lead: 'Elija qué configura y cómo llega allí su código.',
  how: '¿Cómo debe llegar el código al dispositivo?',
  note: (time) =>
    `Un código configura un solo dispositivo y funciona durante ${time}. Un código sin usar para el mismo tipo de dispositivo deja de funcionar.`,
  ways: {
    email: {
      act: 'Enviar invitación',
      what: (address) => `Un enlace y el PIN que pide llegan por correo a ${address}.`,
      whatLink: (address) =>
        `Un enlace llega por correo a ${address}. Pide un PIN, que le comunica el servicio de asistencia.`,
    },
    sms: {
      act: 'Enviar por SMS',
      what: (phone) => `Lo mismo llega como SMS a ${phone}.`,
      whatLink: (phone) => `El enlace llega como SMS a ${phone}.`,
    },
    pin: {
      act: 'Solicitar PIN de registro',
      what: 'Ve ocho cifras que escribe en el dispositivo, con su dirección de correo.',
    },
    qr: { act: 'Generar código QR', what: 'Ve un código que escanea con el dispositivo.' },
  },
  done: {
    email: (address) => `La invitación va de camino a ${address}.`,
    sms: (phone) => `La invitación va de camino a ${phone}.`,
    cancelled: 'El código está cancelado. Ya no configura nada.',
    unchanged: 'Ese código había terminado o ya se había usado: no se ha cancelado nada.',
  },
  choose_way: 'Para continuar, elija cómo llega el código al dispositivo.',
  replaces: {
    title: 'El nuevo dispositivo ocupa el lugar de uno anterior',
    text: (devices, count) =>
      plural('es', count, {
        one: `Tiene tantos dispositivos como permite su cuenta. Cuando el nuevo esté configurado, ${devices} dejará de recibir servicio.`,
        other: `Tiene más dispositivos de los que permite su cuenta. Cuando el nuevo esté configurado, estos dejarán de recibir servicio: ${devices}.`,
      }),
    since: (name, when) => `${name} (configurado ${when})`,
  },
  limit: {
    title: 'Tiene tantos dispositivos como permite su cuenta',
    text: (limit) =>
      plural('es', limit, {
        one: 'Un dispositivo es el máximo. Para configurar otro, haga que ocupe el lugar del que tiene:',
        other: `${limit} dispositivos son el máximo. Para configurar otro, haga que ocupe el lugar de uno de estos:`,
      }),
    none: 'El servicio de asistencia puede quitar un dispositivo que ya no use o permitirle más.',
    replace: (name) => `Sustituir ${name}`,
    since: 'configurado {time}',
  },
  closed: {
    title: 'Sus códigos los da el servicio de asistencia',
    text: 'Con esta cuenta no puede obtener códigos de configuración directamente. La cuenta está en orden.',
    next: 'Pida un código y diga qué dispositivo quiere configurar.',
  },
  open: {
    title: 'Sin terminar',
    none: 'No hay nada abierto. Los códigos que obtiene aquí figuran en este lugar hasta que un dispositivo los usa.',
    ends: 'Termina {time}.',
    kinds: {
      code: 'Código de configuración',
      reprovision: 'Configura de nuevo un dispositivo',
      replace: 'Sustituye un dispositivo',
      invitation: 'Invitación',
      invitationDetail: 'De quien se ocupa de los dispositivos; su enlace está en el mensaje que le envió',
    },
    theDevice: 'este',
    states: {
      waiting: 'En espera',
      waitingDetail: 'Ningún dispositivo lo ha usado todavía.',
      opened: 'Abierto',
      openedDetail: 'Su enlace está abierto en un dispositivo.',
      redeemed: 'Conectado',
      redeemedDetail: 'A la espera del primer informe del dispositivo.',
      toDownload: 'Su perfil todavía no se ha descargado.',
      delivered: 'Entregado',
      deliveredDetail: 'Instale el perfil en el dispositivo.',
    },
    invitationUsed: (count) =>
      count === 0
        ? 'Ningún dispositivo la ha usado todavía.'
        : plural('es', count, {
            one: 'La ha usado un dispositivo.',
            other: `La han usado ${count} dispositivos.`,
          }),
    noEnd: 'Funciona hasta que se anule.',
    used: 'Un dispositivo lo usa.',
    show: 'Mostrar de nuevo',
    about: (name) => ` (${name})`,
    cancel: 'Cancelar',
  },
  cancel: {
    title: (device) => `Cancelar el código para ${device}`,
    consequences: [
      'Su enlace, código QR y PIN dejan de funcionar de inmediato.',
      'No cambia ningún dispositivo. Puede obtener un código nuevo cuando quiera.',
    ],
    act: 'Terminar el código',
  },
  panel: {
    title: 'Configurar de nuevo o sustituir',
    renew: 'Configurar de nuevo…',
    renewWhat:
      'Tras un restablecimiento, o cuando no funciona como debería: el mismo dispositivo lo recibe todo otra vez.',
    replace: 'Sustituir…',
    replaceWhat: 'Tiene un dispositivo nuevo: ocupa el lugar de este.',
    open: {
      reprovision: 'Hay un código abierto para configurarlo de nuevo.',
      replace: 'Hay un código abierto para el dispositivo que lo sustituye.',
    },
    until: 'Termina {time}.',
    connected: 'El nuevo dispositivo está conectado; todavía no ha informado.',
  },
  renew: {
    title: (device) => `Configurar ${device} de nuevo`,
    consequences: [
      'Obtiene un código para este dispositivo. No cambia nada antes de que se use el código.',
      'En cuanto se usa, termina la credencial que el dispositivo tiene ahora, y también sus cadenas de seguridad.',
      'El dispositivo conserva su lugar en la lista, su nombre y de quién es.',
    ],
    act: 'Obtener el código',
  },
  replace: {
    title: (device) => `Sustituir ${device}`,
    lead: 'Elija qué es el nuevo dispositivo. Después obtiene un código para él.',
    consequences: [
      'El dispositivo que tiene sigue funcionando hasta que el nuevo haya informado.',
      'A partir de entonces el nuevo ocupa su lugar: se conservan el nombre, la nota y de quién es.',
      'La credencial del anterior termina entonces. Téngalo a mano hasta que vea que el nuevo está activo.',
    ],
    act: 'Obtener el código',
  },
  notOffered:
    'Su organización ya no tiene nada para este tipo de dispositivo. No ha cambiado nada; el servicio de asistencia sabe cómo seguir.',
  refusals: {
    setup_disabled: 'Su cuenta está desactivada, así que no se puede crear ningún código para ella.',
    device_limit_reached:
      'Tiene más dispositivos de los que permite su cuenta. Retire antes uno que ya no use.',
  },
  passcode: {
    panelTitle: 'Código de desbloqueo de las apps seguras',
    panelWhat:
      '¿Olvidó el código de desbloqueo de las apps seguras de este dispositivo? Un PIN de un solo uso le permite elegir uno nuevo.',
    panelAct: 'Restablecer el código…',
    title: 'Restablecer el código de desbloqueo de las apps seguras',
    lead: (device) => `Un PIN de un solo uso le permite elegir un nuevo código de desbloqueo en ${device}.`,
    steps: [
      'En el dispositivo, abra la app y elija «He olvidado el código».',
      'Escriba su dirección de correo y el PIN que obtiene aquí.',
      'Elija en el dispositivo un nuevo código de desbloqueo. Nadie más llega a conocerlo.',
    ],
    get: 'Obtener un PIN',
    another: 'Obtener otro PIN',
    anotherWhat: 'El de arriba deja entonces de funcionar.',
    address: 'Dirección de correo',
    pin: 'PIN',
    waiting: {
      title: 'Escriba esto en el dispositivo',
      until: 'Funciona una vez y termina {time}, a las {clock}.',
      keep: 'No se lo diga a nadie: el servicio de asistencia no lo pide nunca.',
    },
    used: {
      title: 'El PIN se ha usado',
      text: 'Se usó {time}. Elija ahora el nuevo código de desbloqueo en el dispositivo.',
      notYou: '¿No fue usted?',
    },
    over: {
      title: 'Ese PIN ya no vale',
      text: 'Caducó o se escribió mal cinco veces. No ha cambiado nada en el dispositivo.',
    },
  },
}
