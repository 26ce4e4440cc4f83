import type { ready as english } from '../en/ready.ts'

export const ready: typeof english = {
  lead: {
    elsewhere:
      'Escanee el código con el dispositivo o abra en él el enlace. Esta página muestra por dónde va.',
    link: 'Abra el enlace en el dispositivo. Esta página muestra por dónde va.',
    here: 'Empiece en este dispositivo con el botón de abajo. Esta página muestra por dónde va.',
    delivered:
      'El perfil está en el dispositivo. Instálelo allí en Ajustes y después indique allí que está instalado.',
    toDownload:
      'El dispositivo está conectado. Descargue e instale allí su perfil; esta página muestra cuándo está hecho.',
    redeemed:
      'El dispositivo está conectado. Termine los pasos en él; esta página muestra cuándo está hecho.',
  },
  openHere: 'Configurar este dispositivo',
  orScan: 'O escanear con otro dispositivo',
  until: 'Funciona hasta {time} · un dispositivo',
  running: 'Quedan # · un dispositivo',
  runOut: 'Este código ha caducado.',
  pinNeeded: 'El dispositivo pedirá además el PIN.',
  pinElsewhere: 'El dispositivo pedirá además un PIN. El servicio de asistencia le comunica el suyo.',
  statusTitle: 'Progreso',
  phase: { done: 'hecho:', now: 'ahora:', next: 'por venir:' },
  status: {
    open: {
      now: 'A la espera de que abra el enlace',
      nowDetail: 'Ábralo en el dispositivo.',
      done: 'Enlace abierto',
      doneUnseen: 'Código usado',
    },
    connect: {
      now: 'A la espera de que se conecte el dispositivo',
      nowDetail: 'Siga las instrucciones para el dispositivo.',
      next: 'Conectado',
      nextDetail: 'El dispositivo usa el código.',
      done: 'Conectado',
    },
    active: {
      now: 'A la espera de su primer informe',
      nowDetail: 'Termine los pasos en el dispositivo. Lleva más o menos un minuto.',
      next: 'Activo',
      nextDetail: 'Cuando todo esté listo.',
      done: 'Activo',
    },
    profile: {
      now: 'A la espera de que descargue el perfil',
      nowDetail: 'La página en el dispositivo tiene un botón para ello.',
      next: 'Perfil descargado',
      nextDetail: 'El dispositivo tiene sus ajustes.',
      done: 'Perfil descargado',
    },
    said: {
      now: 'A la espera de que instale el perfil',
      nowDetail: 'En Ajustes, en el dispositivo. Después indique allí que está instalado.',
      next: 'Activo',
      nextDetail: 'Usted indica en el dispositivo que está instalado.',
      done: 'Activo',
      doneDetail: 'Lo indicó usted, {time}',
    },
    ended: {
      expired: 'El código ha caducado',
      superseded: 'Un código más reciente ocupó su lugar',
      revoked: 'El código se ha anulado',
      abandoned: 'La configuración no se terminó',
      removed: 'El dispositivo se ha quitado',
      detail: 'Obtenga un código nuevo para continuar.',
    },
  },
  active: {
    title: (device) => `${device} ya está configurado`,
    lead: 'Todo está listo. Puede cerrar esta página.',
    leadSaid: 'Usted indicó que todo está instalado. Puede cerrar esta página.',
  },
  ended: {
    title: 'Este código ha terminado',
    expired:
      'Caducó antes de que lo usara un dispositivo. No se ha perdido nada: uno nuevo se obtiene en un momento.',
    superseded:
      'Usted pidió un código más reciente para el mismo tipo de dispositivo. Use ese u obtenga otro.',
    revoked:
      'Se anuló antes de que lo usara un dispositivo. Obtenga uno nuevo o pregunte el motivo al servicio de asistencia.',
    abandoned: 'El dispositivo se conectó, pero no terminó. Obtenga un código nuevo e inténtelo otra vez.',
    removed:
      'El dispositivo que usó este código se ha quitado. Para configurarlo de nuevo, obtenga un código nuevo.',
    renew: 'Pedir código nuevo',
  },
  device: {
    title: 'Su dispositivo',
    name: 'Nombre',
    model: 'Modelo',
    kind: 'Tipo',
    ownership: 'Pertenece a',
    company: (organisation) => organisation,
    personal: 'Usted',
    connected: 'Conectado',
    unnamed: 'Sin comunicar',
  },
  theft: {
    title: 'Otra persona probó este código',
    text: 'Un segundo dispositivo intentó usarlo después del suyo. Si no fue usted, avise ahora al servicio de asistencia.',
  },
  otherWays: 'Otras maneras',
  link: 'Enlace para abrir en el dispositivo',
  typed: 'Si el dispositivo lo pide, escriba estos datos:',
  go: 'O vaya a {go} en el dispositivo y escriba estos datos:',
  site: 'Sitio',
  address: 'Dirección de correo',
  pin: 'PIN',
  pinLocked: {
    title: 'El PIN está bloqueado por ahora',
    text: 'Se escribió mal varias veces. El enlace y el código QR siguen funcionando.',
    textNeeded: 'Se escribió mal varias veces, y el enlace lo pide.',
  },
  newPin: 'Nuevo PIN',
  pinRenewed: 'Este es el PIN nuevo. El anterior ya no funciona; el enlace y el código QR son los mismos.',
  another: 'Configurar otro dispositivo',
  refresh: 'Actualizar',
}
