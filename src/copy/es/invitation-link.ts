import type { invitationLink as english } from '../en/invitation-link.ts'
import { plural } from '../plural.ts'

export const invitationLink: typeof english = {
  title: 'Configurar sus dispositivos',
  lead: (organisation) => `${organisation} le invita a configurar sus dispositivos.`,
  about: {
    title: 'Su invitación',
    left: (count) => {
      if (count === null) return 'Configura cualquier número de dispositivos suyos, uno tras otro.'
      return plural('es', count, {
        one: 'Configura un dispositivo más.',
        other: `Configura ${count} dispositivos más.`,
      })
    },
    how: 'Cada dispositivo recibe sus ajustes cuando usted ha aceptado en esta página. Antes no ocurre nada.',
    stays: 'Los dispositivos ya configurados quedan como están cuando la invitación termina.',
  },
  ends: 'Esta invitación termina {time}.',
  own: {
    title: 'Configurados en este navegador',
    begun: 'Empezado, continúe aquí',
    delivered: 'Perfil descargado, a la espera de instalarse',
    active: 'Configurado',
  },
  which: {
    title: '¿Qué dispositivo es este?',
    text: 'Elija dónde está abierta esta página.',
    notOffered: (one, organisation) =>
      `Esto parece ser ${one}. ${organisation} no ha preparado nada para él.`,
    elsewhere: 'Abra este enlace en un dispositivo de uno de estos tipos, o elíjalo si nos hemos equivocado.',
  },
  others: {
    title: '¿Otro dispositivo?',
    text: 'Abra en él el enlace de su invitación o escanee allí su código. ¿Nos hemos equivocado y es uno de estos? Elíjalo:',
  },
  asks: 'Antes de continuar',
  terms: {
    accepted: (organisation) => `Condiciones de uso de ${organisation}, aceptadas`,
    byDoing: 'Quien configura un dispositivo acepta estas condiciones.',
  },
  pin: 'PIN',
  pinHint: 'Las 8 cifras del mensaje que le invitó.',
  pinNeeded: 'Tenga a mano el PIN de su mensaje: el dispositivo lo pide.',
  submit: 'Continuar',
  errors: {
    wrong_pin:
      'No es el PIN de esta invitación. Compárelo con el mensaje más reciente que le invitó, las 8 cifras.',
    choose_ownership: 'Para continuar, indique de quién es el dispositivo.',
    terms:
      'Marque la casilla para aceptar las condiciones. ¿Tiene preguntas sobre ellas? Diríjase al servicio de asistencia.',
    not_offered: 'Para continuar, elija uno de estos dispositivos.',
  },
  pinClosed: {
    title: 'El PIN está bloqueado por ahora',
    text: 'Se escribió mal varias veces. Pida un PIN nuevo: su invitación y este enlace son los mismos.',
    again: 'Tengo un PIN nuevo',
  },
  notExpected: '¿No lo esperaba? Cierre la página: no se ha cambiado nada.',
  agent: {
    title: 'Continúe con su dispositivo',
    lead: 'El propio dispositivo usa esta invitación: dele el enlace o el código.',
    instructions: 'Próximos pasos',
    copy: 'El enlace, para una app o la línea de comandos',
    scan: 'O escanee este código con la app',
    unused: 'Al abrir esta página no se ha gastado nada. El dispositivo cuenta cuando se conecta.',
    back: 'Volver a la elección de dispositivo',
  },
}
