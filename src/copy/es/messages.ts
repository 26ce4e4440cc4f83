import type { messages as english } from '../en/messages.ts'
import { plural } from '../plural.ts'

export const messages: typeof english = {
  title: 'Mensajes',
  lead: 'Todo lo que se ha enviado a personas de su organización, lo más reciente primero.',
  nav: 'Mensajes',
  pages: { sent: 'Mensajes enviados', words: 'Textos de los mensajes' },
  counts: { failed: 'Fallidos', queued: 'En espera' },
  counted: (count, more) => (more ? `${count}+` : String(count)),
  list: {
    caption: 'Mensajes',
    search: 'La dirección o el número empieza por',
    state: 'Estado',
    columns: { to: 'Para', message: 'Mensaje', state: 'Estado', tries: 'Intentos', when: 'Escrito' },
    searched: 'Ordenados por dirección; de cada una, primero el más reciente.',
    empty: 'Todavía no se ha enviado nada. Invite a personas y cada mensaje para ellas figura aquí.',
    nothingFound: 'No coincide ningún mensaje. Busque el comienzo de una dirección o quite los filtros.',
    cutShort:
      'Esta página es corta porque coinciden pocos de los mensajes revisados. Puede haber más después.',
  },
  kinds: {
    theft_signal: 'Otra persona probó un enlace',
    provision_code: 'Código de aprovisionamiento',
    approved: 'Registro aceptado',
    manager_invited: 'Función de administrador',
    alarm: 'Alarma',
    invitation: 'Invitación',
    reminder: 'Recordatorio',
    renewal: 'Renovación de dispositivo',
  },
  channels: { email: 'correo', sms: 'SMS' },
  states: {
    queued: 'en espera',
    sent: 'enviado',
    failed: 'fallido',
    obsolete: 'ya no hace falta',
  },
  reasons: {
    suppressed: {
      what: 'Desde esta dirección ya se devolvieron mensajes o hubo quejas.',
      next: 'Pida otra dirección a la persona e invítela en esa.',
    },
    not_allowed: {
      what: 'El proveedor no nos permite enviar a esta dirección.',
      next: 'Avise a quien gestiona este servicio; es un ajuste del proveedor.',
    },
    rejected: {
      what: 'El servidor de destino no lo aceptó.',
      next: 'Compruebe si la dirección tiene una errata, corríjala y vuelva a enviar.',
    },
    over_quota: {
      what: 'Se ha alcanzado el límite de envíos del proveedor.',
      next: 'Envíelo de nuevo mañana o pida un límite mayor a quien gestiona este servicio.',
    },
    unavailable: {
      what: 'El proveedor no respondió.',
      next: 'Envíelo de nuevo. Si sigue ocurriendo, avise a quien gestiona este servicio.',
    },
    sender_not_ready: {
      what: 'El dominio del remitente no está configurado en el proveedor.',
      next: 'Avise a quien gestiona este servicio: no sale ningún mensaje hasta que eso esté hecho.',
    },
    malformed: {
      what: 'No se pudo componer el mensaje.',
      next: 'Revise su propio texto para este mensaje y el nombre de la persona o del dispositivo que figura en él.',
    },
    bounced: {
      what: 'Se aceptó y después fue devuelto.',
      next: 'El buzón no existe o está lleno. Pida otra dirección a la persona.',
    },
    complained: {
      what: 'Quien lo recibió lo marcó como no deseado.',
      next: 'Hable con la persona antes de enviar más.',
    },
    capped: {
      what: 'La persona, su organización o el servicio ya han agotado su cupo por ahora.',
      next: 'Envíelo de nuevo más tarde o aumente el límite diario en «Configuración de dispositivos».',
    },
    no_sms: {
      what: 'Este servicio no envía SMS.',
      next: 'Envíelo por correo o pida los SMS a quien gestiona este servicio.',
    },
    switched_off: {
      what: 'Su organización o el servicio estaban desactivados.',
      next: 'Cuando vuelvan a estar activados, envíelo de nuevo.',
    },
    grant_ended: {
      what: 'Lo que llevaba había terminado antes de salir.',
      next: 'No queda nada por hacer; puede que uno más reciente haya ocupado su lugar.',
    },
  },
  unknownReason: {
    what: 'No se conoce el motivo.',
    next: 'Envíelo de nuevo. Si sigue ocurriendo, avise a quien gestiona este servicio.',
  },
  lastTry: (what) => `Último intento: ${what}`,
  retry: 'Enviar de nuevo',
  retryAll: (days) =>
    plural('es', days, {
      one: 'Enviar de nuevo todos los fallidos del último día',
      other: `Enviar de nuevo todos los fallidos de los últimos ${days} días`,
    }),
  done: {
    retried: 'Va otra vez de camino.',
    retried_all: 'Van otra vez de camino, como máximo 500 a la vez.',
    nothing: 'No queda nada fallido reciente que enviar de nuevo.',
    saved: 'Guardado. El próximo mensaje sale con este texto.',
    reset: 'Restablecido. El próximo mensaje sale con nuestro texto.',
  },
  one: {
    to: 'Para',
    address: 'Dirección',
    invitation: 'Invitación',
    showInvitation: 'Ver la invitación',
    channel: 'Enviado por',
    state: 'Estado',
    reason: 'Motivo',
    next: 'Qué hacer',
    tries: 'Intentos',
    due: 'Próximo intento',
    secret: 'Los enlaces y los PIN no se guardan nunca con un mensaje: se obtienen cuando sale.',
    history: {
      title: 'Historial',
      caption: 'Lo que ocurrió con este mensaje, lo más reciente primero',
      columns: { what: 'Qué', who: 'Quién', when: 'Cuándo' },
      written: 'Escrito',
      sent: 'Aceptado por el proveedor',
      failed: 'Abandonado',
      obsolete: 'Ya no hace falta',
      waiting: 'Último intento',
      'message.retried': 'Puesto de nuevo en camino',
      'message.bounced': 'Devuelto',
      service: 'el servicio',
    },
    others: {
      title: 'Otros mensajes a esta dirección',
      caption: 'Otros mensajes a esta dirección, lo más reciente primero',
      none: 'No hay otros.',
      all: 'Verlos todos',
    },
  },
  words: {
    lead: 'Las invitaciones, los recordatorios y las renovaciones pueden llevar su propio texto. Debajo se añaden siempre el enlace, el código QR, el PIN y por qué llegó el mensaje.',
    caption: 'Mensajes cuyo texto puede cambiar',
    columns: { message: 'Mensaje', language: 'Idioma', state: 'Texto', act: 'Cambiar' },
    ours: 'el nuestro',
    yours: 'el suyo',
    edit: 'Cambiar',
    title: (message, language) => `${message}, en ${language}`,
    about: {
      invitation: 'Lo que lee alguien a quien invita.',
      reminder: 'Lo que leen quienes no han configurado un dispositivo después de los días que eligió.',
      renewal:
        'Lo que lee el propietario de un dispositivo cuando usted lo renueva. Lo que le ocurre al dispositivo se añade debajo de su texto.',
    },
    form: {
      title: 'Texto',
      subject: 'Asunto',
      subjectHint: 'Es también el título del correo.',
      body: 'Contenido',
      bodyHint: 'Una línea vacía empieza un párrafo nuevo. Aquí no se admiten enlaces ni imágenes.',
      look: 'Mostrar el correo',
      lookHint:
        'Se abre en otra pestaña como lo ven las personas, con datos de ejemplo. No se envía ni se guarda nada.',
    },
    variables: {
      title: 'Qué puede incluir',
      means: {
        name: 'el nombre de quien lo lee',
        organisation: 'su organización',
        manager: 'quien lo envió',
        valid_until: 'hasta cuándo funcionan el enlace y el PIN',
        helpdesk: 'cómo contactar con su servicio de asistencia',
        device: 'cómo se llama el dispositivo',
      },
    },
    text: {
      title: 'Lo mismo como texto sin formato',
      lead: 'Los programas que no muestran formato enseñan esto, con datos de ejemplo.',
      subject: (subject) => `Asunto: ${subject}`,
      refused: 'Se muestra en cuanto el texto de arriba se pueda enviar.',
    },
    sms: {
      title: 'Como SMS',
      lead: 'Para las personas a las que llega por SMS. El texto es el nuestro: caben el enlace y el PIN, y poco más.',
      size: (segments, units, left) =>
        `${plural('es', segments, { one: 'Un segmento', other: `${segments} segmentos` })}: ${plural('es', units, { one: `${units} carácter contado`, other: `${units} caracteres contados` })}, ${plural('es', left, { one: `cabría ${left} más`, other: `cabrían ${left} más` })}.`,
      encodings: {
        gsm7: 'Todas las letras las conocen todos los teléfonos (GSM 03.38), 160 por segmento.',
        ucs2: 'Una letra no está en GSM 03.38, así que en cada segmento caben 70.',
      },
    },
    reset: {
      act: 'Volver a nuestro texto',
      detail: 'Este es su propio texto. El nuestro se conserva y vuelve con solo pulsar un botón.',
      title: '¿Volver a nuestro texto?',
      consequences: [
        'Su asunto y su contenido se eliminan y no se conservan.',
        'El próximo mensaje sale con nuestro texto. Lo que ya se envió queda como estaba.',
      ],
      confirm: 'Restablecer el texto',
    },
  },
}
