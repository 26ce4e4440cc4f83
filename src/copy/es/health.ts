import type { health as english } from '../en/health.ts'
import { plural } from '../plural.ts'

export const health: typeof english = {
  title: 'Estado',
  lead: 'Lo que necesita atención va primero. Todo lo que hay aquí se repara automáticamente donde puede.',
  well: 'Todo está bien: nada ha fallado y nada espera demasiado.',
  counts: {
    failed: 'Mensajes fallidos, últimas 24 horas',
    waiting: 'Mensajes en espera',
    lost: 'Mensajes perdidos por la cola',
    outboxes: 'Cuentas con sucesos sin guardar',
  },
  done: {
    retried: 'Va otra vez de camino.',
    retriedAll: 'Van otra vez de camino, como máximo 500 a la vez.',
    nothing: 'No ha fallado nada en las últimas 24 horas.',
    dropped: 'Descartado.',
    landed: 'Se ha guardado todo lo de esta cuenta.',
    still: 'Nuevo intento hecho. Algo se sigue rechazando: mire el motivo.',
  },
  unavailable: 'No ha funcionado en este momento. No se ha perdido nada: vuelva a intentarlo en un minuto.',
  messages: {
    title: 'Mensajes fallidos',
    lead: 'Los 20 más recientes. Un motivo que está en la dirección no desaparece por sí solo.',
    caption: 'Mensajes fallidos, lo más reciente primero',
    columns: { message: 'Mensaje', reason: 'Motivo', when: 'Cuándo', act: 'Qué hacer' },
    retry: 'Enviar de nuevo',
    retryAll: 'Enviar de nuevo todos los de las últimas 24 horas',
    tries: (count) => plural('es', count, { one: 'un intento', other: `${count} intentos` }),
    waiting:
      'Los mensajes en espera se vuelven a intentar automáticamente, durante un día. El más antiguo entró en espera {time}.',
    lastSent: 'El último mensaje salió {time}.',
    neverSent: 'Todavía no ha salido ningún mensaje.',
  },
  kinds: {
    theft_signal: 'Otra persona probó un enlace',
    provision_code: 'Código de aprovisionamiento',
    approved: 'Registro aceptado',
    manager_invited: 'Invitación de un administrador',
    alarm: 'Alarma',
    invitation: 'Invitación',
    renewal: 'Renovación de dispositivo',
    challenge: 'Código para confirmar una dirección',
    replay: 'Comparación tras una restauración',
  },
  reasons: {
    suppressed: 'Desde esta dirección ya se devolvieron mensajes o hubo quejas',
    not_allowed: 'No se nos permite enviar a esta dirección',
    rejected: 'El servidor de destino lo rechazó',
    over_quota: 'Se alcanzó el límite de envíos del proveedor',
    unavailable: 'El proveedor no respondió durante un día',
    sender_not_ready: 'El dominio del remitente no está configurado en el proveedor',
    malformed: 'No se pudo componer el propio mensaje',
    bounced: 'Fue devuelto',
    complained: 'Quien lo recibió dijo que no lo deseaba',
    capped: 'Se alcanzó el límite diario de mensajes',
    no_sms: 'El servicio no envía SMS',
  },
  unknownReason: 'No se conoce el motivo',
  letters: {
    title: 'Mensajes que la cola abandonó',
    lead: 'No se pudieron procesar, una y otra vez. Cuando la causa esté arreglada, vuelva a intentarlo.',
    caption: 'Mensajes que la cola abandonó, el más antiguo primero',
    columns: { what: 'Mensaje', since: 'Desde', act: 'Qué hacer' },
    retry: 'Reintentar',
    drop: 'Descartar',
    unreadable: 'Algo que no se puede leer',
    unreadableHint: 'No procede de esta versión del servicio. Solo ayuda descartarlo.',
    states: {
      queued: 'sigue en espera y se intenta automáticamente',
      sent: 'se envió entretanto',
      failed: 'falló',
      obsolete: 'ya no hace falta',
    },
    confirm: {
      title: '¿Descartar este mensaje?',
      consequences: [
        'Sale de esta lista y no se vuelve a intentar desde aquí.',
        'Quien lo espere tiene que volver a pedirlo.',
      ],
      act: 'Descartar el mensaje',
    },
  },
  outboxes: {
    title: 'Cuentas con sucesos sin guardar',
    lead: 'Lo que ocurrió con estas cuentas está a salvo, pero todavía no en la base de datos.',
    caption: 'Cuentas con sucesos sin guardar, primero la que más espera',
    columns: { account: 'Cuenta', reason: 'Motivo', since: 'Desde', act: 'Qué hacer' },
    counts: (waiting, parked) =>
      [
        waiting > 0 ? `${waiting} en espera` : '',
        parked > 0
          ? plural('es', parked, {
              one: `${parked} rechazado por la base de datos`,
              other: `${parked} rechazados por la base de datos`,
            })
          : '',
      ]
        .filter(Boolean)
        .join(', '),
    retry: 'Reintentar',
    unknown: 'Una cuenta que ya no existe',
  },
  versions: {
    title: 'Versiones y tamaños',
    product: 'Latchkey',
    migration: 'Última migración de la base de datos',
    objects: 'Paso de las sesiones de aprovisionamiento',
    database: 'Tamaño de la base de datos',
    rows: 'Filas, aproximadamente',
    unknown: 'no se conoce',
    tables: {
      accounts: 'Cuentas',
      devices: 'Dispositivos',
      messages: 'Mensajes',
      audit: 'Auditoría',
      web_sessions: 'Sesiones',
    },
  },
}
