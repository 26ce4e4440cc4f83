import type { commands as english } from '../en/commands.ts'
import { plural } from '../plural.ts'

export const commands: typeof english = {
  notice: (name) => `${name} preguntó dónde está este dispositivo.`,
  title: 'Acciones',
  asked: 'Qué se le ha pedido',
  earlier: 'Anteriores',
  nothing: 'Todavía no se le ha pedido nada.',
  unreachable:
    'En este dispositivo nada está a la escucha, así que no se puede bloquear, hacer sonar ni borrar desde aquí.',
  askedAlready: 'Ya se ha pedido',
  kinds: {
    lock: 'Bloquear',
    unlock: 'Desbloquear',
    ring: 'Hacer sonar',
    locate: 'Localizar',
    wipe: 'Borrar',
    retire: 'Retirar',
  },
  acts: {
    lock: 'Bloquear',
    unlock: 'Desbloquear',
    ring: 'Hacer sonar',
    locate: 'Localizar',
    wipe: 'Borrar…',
    retire: 'Retirar…',
    end: 'Terminar ahora…',
  },
  what: {
    lock: 'Bloquea su pantalla, para que nadie entre sin su código de desbloqueo.',
    unlock: 'Quita el bloqueo que se puso desde aquí.',
    ring: 'Lo hace sonar con fuerza, aunque esté silenciado, para poder encontrarlo.',
    locate:
      'Le pregunta dónde está. El dispositivo muestra un aviso que lo dice. Solo usted ve la respuesta, y se olvida después de un día.',
    wipe: {
      everything: 'Borra todo lo que contiene. Para un dispositivo perdido o que se da a otra persona.',
      organisation_data:
        'Quita lo que trajo la organización y nada más: está registrado como dispositivo personal.',
    },
    retire: 'Lo da de baja: quita lo que trajo la organización y no recibe nada más de aquí.',
    retireUnreachable:
      'Lo da de baja de inmediato: no recibe nada más de aquí. Lo que se instaló en él hay que quitarlo a mano.',
    end: 'Se le pidió que se diera de baja y sigue aquí. Termínelo sin esperar su respuesta.',
  },
  states: {
    queued: 'En espera',
    delivered: 'Entregado',
    done: 'Hecho',
    failed: 'No hecho',
    expired: 'Sin respuesta',
    cancelled: 'Cancelado',
  },
  queued: (within) => `A la espera de que el dispositivo se sincronice: normalmente en menos de ${within}.`,
  minutes: (count) => plural('es', count, { one: 'un minuto', other: `${count} minutos` }),
  hours: (count) => plural('es', count, { one: 'una hora', other: `${count} horas` }),
  queuedSilent:
    'A la espera del dispositivo, que hace tiempo que no se sincroniza. Lo recibe en cuanto lo haga.',
  delivered: 'Entregado {time}. A la espera de su respuesta.',
  done: 'Hecho {time}.',
  erased: {
    everything: 'Todo lo que contenía se borró {time}.',
    organisation_data: 'Lo que trajo la organización se quitó {time}.',
  },
  retired: 'Quitó lo que trajo la organización {time}.',
  failed: 'El dispositivo no pudo hacerlo {time}.',
  reason: (words) => `Dice: «${words}»`,
  noReason: 'No dijo por qué.',
  failedNext: 'Inténtelo otra vez. Si vuelve a fallar, pregunte al servicio de asistencia.',
  expired: 'El dispositivo no se sincronizó a tiempo. Pídalo de nuevo cuando esté encendido y en línea.',
  expiredDelivered: 'El dispositivo lo recibió, pero no respondió a tiempo. Mírelo y pídalo de nuevo.',
  dropped: 'Descartado {time}: el dispositivo se configuró de nuevo, o terminó, antes de responder.',
  canEnd: 'Si sigue en silencio, termínelo sin su respuesta.',
  cancelled: 'Cancelado {time}. El dispositivo no llegó a recibirlo.',
  askedByYou: 'Usted lo pidió {time}.',
  askedBy: (name) => `${name} lo pidió {time}.`,
  somebody: 'Alguien',
  manager: (name) => `${name} (administrador)`,
  aManager: 'Un administrador',
  until: 'Si no hay respuesta, se descarta {time}.',
  cancel: 'Cancelar',
  location: {
    at: 'Estaba aquí {time}:',
    accuracy: (metres) => `con un margen de ${metres} m`,
    open: 'Abrir en una app de mapas',
    forgotten: 'Dónde estaba ya se ha olvidado: se conserva durante un día.',
    owners: 'Solo su propietario ve dónde estaba.',
  },
  told: {
    asked: 'Pedido. El dispositivo lo hace cuando vuelva a sincronizarse.',
    cancelled: 'Cancelado. El dispositivo no lo recibe.',
    ended: 'Está retirado. Lo que se instaló en él hay que quitarlo a mano.',
  },
  trouble: {
    ended: 'Ha terminado: ya no se le puede pedir nada.',
    unreachable: 'En este dispositivo nada está a la escucha, así que no se le puede pedir nada.',
    too_many:
      'El dispositivo no ha respondido a lo que se le pidió antes. Espere a que lo haga o cancele alguna petición.',
    too_late: 'No se pudo cancelar: el dispositivo ya lo tiene o ya ha pasado.',
    not_asked:
      'Pida primero al dispositivo que se dé de baja con «Retirar». Si no responde, puede terminarlo aquí.',
    temporarily_unavailable: 'No ha funcionado en este momento. Vuelva a intentarlo en un minuto.',
  },
  wipe: {
    title: (device) => `¿Borrar «${device}»?`,
    everything: [
      'Se borra todo lo que contiene: apps, fotos, mensajes, cuentas y archivos, también los privados. Lo que no se conserva en otro lugar se pierde.',
      'Termina su conexión con la organización: ajustes, acceso y certificados.',
      'Ocurre cuando el dispositivo vuelva a sincronizarse. Hasta que lo haya recibido se puede cancelar; después, nada puede recuperarse.',
    ],
    organisation_data: [
      'Se quita lo que trajo la organización: ajustes, cuentas, apps y certificados.',
      'Todo lo demás permanece: está registrado como dispositivo personal, así que las fotos, los mensajes y las demás apps no se tocan.',
      'Termina su conexión con la organización. Para volver hay que configurarlo de nuevo.',
      'Ocurre cuando el dispositivo vuelva a sincronizarse. Hasta que lo haya recibido se puede cancelar.',
    ],
    tick: {
      everything: 'Entiendo que se borra todo lo que contiene',
      organisation_data: 'Entiendo que se quita lo que trajo la organización',
    },
    untick: 'Marque esto para continuar.',
    act: 'Borrar',
  },
  retire: {
    title: (device) => `¿Retirar «${device}»?`,
    consequences: [
      'El dispositivo quita lo que trajo la organización: ajustes, cuentas, apps y certificados. Todo lo demás permanece.',
      'Después termina: no recibe nada más de aquí. Para volver hay que configurarlo de nuevo.',
      'Ocurre cuando el dispositivo vuelva a sincronizarse. Hasta que lo haya recibido se puede cancelar.',
    ],
    act: 'Retirar',
  },
  retireNow: {
    consequences: [
      'Termina de inmediato: sus certificados acaban y no recibe nada más de aquí.',
      'En el dispositivo nada está a la escucha, así que lo instalado permanece hasta que alguien lo quite a mano: el perfil, la app o los ajustes de red que llegaron con la configuración.',
      'Para volver hay que configurarlo de nuevo.',
    ],
  },
  end: {
    title: (device) => `¿Terminar «${device}» ahora?`,
    consequences: [
      'Termina de inmediato, sin su respuesta: sus certificados acaban y no recibe nada más de aquí.',
      'Lo que se le pidió y aún no ha recibido no lo recibe nunca: lo que contiene se queda en él hasta que alguien lo quite a mano.',
      'Para volver hay que configurarlo de nuevo.',
    ],
    act: 'Terminar ahora',
  },
  managed: {
    lead: 'Cada acción se realiza cuando el dispositivo vuelva a sincronizarse. Su propietario ve en el portal qué se pidió y quién lo pidió.',
    message: 'Mensaje en su pantalla',
    messageHint: 'Se muestra con el bloqueo, para quien lo encuentre: hasta 200 caracteres.',
    optional: 'opcional',
    noLocate: 'Dónde está solo puede preguntarlo su propietario.',
    all: 'Qué se le ha pedido',
  },
}
