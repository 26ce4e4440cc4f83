import type { restoring as english } from '../en/restoring.ts'

/** See `../en/restoring.ts`. */
export const restoring: typeof english = {
  title: 'Tras una restauración',
  lead: '¿La base de datos volvió a un estado anterior, o se perdieron sesiones de configuración? Compare entonces cada cuenta con su sesión: lo que ocurrió desde entonces se comunica de nuevo a la base de datos. Donde ambas coinciden no cambia nada. Lea antes «Restore» en la guía de operación.',
  act: 'Comparar todas las cuentas',
  begun: 'Se están comparando todas las cuentas. Esta página dice el resultado.',
  working: 'Empezado {time}.',
  never: 'Todavía no se ha hecho.',
  last: 'Última comparación {time}:',
  counts: {
    accounts: 'Cuentas',
    changed: 'Comunicadas de nuevo',
    madeAnew: 'Empezadas de nuevo',
    deleted: 'Eliminadas de nuevo',
    unknown: 'Dispositivos desconocidos',
    unanswered: 'Sin respuesta',
  },
}
