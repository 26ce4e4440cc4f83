import type { derived as english } from '../en/derived.ts'

export const derived: typeof english = {
  title: 'Credencial derivada',
  back: 'Volver al dispositivo',
  devices: 'Mis dispositivos',
  panel: {
    external:
      'Permite a este dispositivo demostrar quién es usted. La página que la emite pide algo que usted ya tiene, por ejemplo su tarjeta inteligente.',
    builtIn: (organisation) =>
      `Permite a este dispositivo demostrar quién es usted: un certificado de ${organisation}, en un archivo que solo se abre con una contraseña.`,
    get: 'Obtener una credencial derivada',
    again: 'Empezar de nuevo',
    another: 'Obtener una nueva…',
    state: 'Estado',
    states: { started: 'Sin terminar', issued: 'Emitida', failed: 'No emitida', ended: 'Terminada' },
    startedExternal: 'Empezó {time}. La página que la emite todavía no ha respondido.',
    startedFile: 'Empezó {time} y no ha descargado el archivo.',
    failed:
      'La página que la emite comunicó {time} que no funcionó. Tenga a mano su tarjeta inteligente y empiece de nuevo. Si eso no ayuda, pregunte al servicio de asistencia.',
    ended: 'La que tenía para este dispositivo ha terminado.',
    since: 'Desde',
    ends: 'Válida hasta',
    serial: 'Número de serie',
  },
  confirm: {
    title: '¿Obtener una nueva credencial derivada?',
    external: [
      'La página que la emite crea otra para este dispositivo y vuelve a pedir su tarjeta inteligente o algo parecido.',
      'La que tiene ahora vale hasta que esté la nueva, y no más.',
    ],
    builtIn: [
      'Obtiene un archivo nuevo y una contraseña nueva.',
      'En cuanto lo descargue, se revoca la que tiene ahora para este dispositivo: lo que la usa deja de funcionar hasta que se instale la nueva.',
    ],
    act: 'Obtener una nueva',
  },
  onward: {
    title: (host) => `Continuar en ${host}`,
    lead: 'La credencial derivada para este dispositivo se emite allí. Después vuelve aquí automáticamente.',
    ready: 'Tenga a mano lo que demuestra quién es usted, por ejemplo su tarjeta inteligente.',
    told: 'Se le comunican su nombre y su dirección de correo, su organización y para qué dispositivo es.',
    ends: 'Termine allí hasta {time}, en este navegador. Después, empiece de nuevo.',
    act: (host) => `Continuar en ${host}`,
  },
  password: {
    title: 'Su contraseña de activación',
    shown: 'La contraseña solo se muestra ahora. Anótela o cópiela antes de salir de esta página.',
    label: 'Contraseña de activación',
    steps: [
      'Abra esta página en el dispositivo al que va destinado el archivo, o prepárese para llevarlo allí.',
      'Descargue el archivo y ábralo en el dispositivo.',
      'Escriba la contraseña de activación cuando el dispositivo pida una contraseña. Los guiones forman parte de ella.',
    ],
    act: 'Descargar el archivo',
    ends: 'El archivo se crea cuando lo descarga: una sola vez, hasta {time}. Nadie puede volver a crearlo, tampoco nosotros.',
  },
  outcomes: {
    success: {
      title: 'La credencial derivada se ha emitido',
      text: 'Su dispositivo tiene ahora una credencial derivada.',
      next: 'No hay nada más que hacer aquí.',
    },
    failure: {
      title: 'No se ha emitido',
      text: 'La página que emite credenciales derivadas comunicó que no funcionó. No se ha cambiado nada.',
      next: 'Tenga a mano su tarjeta inteligente, vuelva al dispositivo y empiece de nuevo. Si vuelve a ocurrir, pregunte al servicio de asistencia.',
    },
    unknown: {
      title: 'Esta respuesta no corresponde a nada que usted empezara',
      text: 'Se empezó con otra cuenta, o usted empezó de nuevo después. No se ha cambiado nada.',
      next: 'Inicie sesión con la cuenta que lo empezó, abra el dispositivo y empiece de nuevo.',
    },
    lost: {
      title: 'La respuesta se perdió por el camino',
      text: 'Antes tuvo que iniciar sesión, y lo que respondió la otra página no se guarda entretanto. No se ha cambiado nada.',
      next: 'Abra el dispositivo y empiece de nuevo.',
    },
    not_ours: {
      title: 'Esta respuesta no es de confianza',
      text: 'No está firmada por la página que emite credenciales derivadas. No se ha cambiado nada.',
      next: 'Vuelva al dispositivo y empiece de nuevo. Si vuelve a ocurrir, avise al servicio de asistencia.',
    },
    expired: {
      title: 'Ha pasado demasiado tiempo',
      text: 'El plazo ha terminado, o entretanto el dispositivo se configuró de nuevo o terminó. No se ha cambiado nada.',
      next: 'Vuelva al dispositivo y empiece de nuevo.',
    },
    used: {
      title: 'Esto ya se ha respondido',
      text: 'Cada respuesta vale una sola vez. No se ha cambiado nada.',
      next: 'Vuelva al dispositivo: muestra lo que tiene.',
    },
    not_ready: {
      title: 'Las credenciales derivadas todavía no están listas',
      text: 'Quien gestiona este servicio no ha terminado de prepararlas. No se ha cambiado nada.',
      next: 'Pregunte al servicio de asistencia cuándo lo estarán.',
    },
    not_active: {
      title: 'No para este dispositivo en este momento',
      text: 'Solo un dispositivo configurado y activo puede tener una credencial derivada.',
      next: 'Termine antes su configuración y vuelva después.',
    },
    over: {
      title: 'Este archivo ya no está disponible',
      text: 'Ya se descargó, su plazo ha terminado o usted empezó de nuevo después. El archivo se crea una sola vez y nadie lo conserva.',
      next: 'Si lo tiene, ábralo con la contraseña de activación. Si no, vuelva al dispositivo y obtenga uno nuevo.',
    },
  },
  supervise: {
    title: 'Módulo externo de credenciales derivadas',
    lead: 'Emite credenciales derivadas en nuestro lugar. Lo que le pedimos y lo que responde se firma con un secreto que ambas partes conocen.',
    open: 'Secreto del módulo',
    openText: 'Con qué firmamos nosotros y el módulo, y si está listo.',
    address: 'Dirección',
    none: 'Ninguno: las autoridades de las propias organizaciones emiten las credenciales derivadas.',
    secret: 'Secreto',
    secrets: {
      set: 'Definido. Nadie puede volver a leerlo aquí.',
      missing: 'Ninguno todavía',
      unreadable: 'Ya no se puede leer: la clave maestra que lo protegía ya no existe.',
    },
    state: 'Estado',
    ready: 'Listo',
    notReady: 'No está listo',
    notNeeded: 'No se usa',
    notReadyText:
      'Nadie puede obtener credenciales derivadas hasta que haya un secreto. Cree uno y entréguelo al módulo.',
    notConfigured: 'Guarde antes los ajustes del servicio.',
    make: 'Nuevo secreto…',
    guide: 'Cómo se escribe un módulo figura en docs/derived-credentials.md.',
    confirm: {
      title: '¿Crear un nuevo secreto para el módulo?',
      first: [
        'Se muestra solo esta vez. Entréguelo al módulo, que debe conocerlo antes de que se puedan obtener credenciales derivadas.',
      ],
      again: [
        'El secreto actual termina de inmediato. Hasta que el módulo conozca el nuevo, sus respuestas se rechazan y nadie obtiene una credencial derivada.',
        'Quien esté ahora mismo en el módulo debe empezar de nuevo. Lo que ya se emitió queda como está.',
        'El nuevo se muestra una sola vez.',
      ],
      act: 'Crear un nuevo secreto',
    },
    shown: {
      title: 'El nuevo secreto del módulo',
      warning: 'Solo se muestra ahora. Entréguelo al módulo antes de salir de esta página.',
      label: 'Secreto del módulo',
    },
    back: 'Volver al módulo',
  },
}
