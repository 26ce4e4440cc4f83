import type { link as english } from '../en/link.ts'

export const link: typeof english = {
  title: 'Configurar este dispositivo',
  lead: (organisation) => `${organisation} le ofrece configurar este dispositivo.`,
  happens: {
    title: 'Qué ocurre',
    registered: {
      company: (organisation) => `El dispositivo se registra como uno que pertenece a ${organisation}.`,
      personal: (organisation) => `El dispositivo se registra en ${organisation} como suyo.`,
      open: (organisation) =>
        `El dispositivo se registra en ${organisation}, como suyo o de la empresa: lo indica usted más abajo.`,
    },
    profile: 'Usted descarga un perfil con sus ajustes, por ejemplo Wi-Fi, y lo instala.',
    app: 'Una app toma el relevo: trae sus ajustes, por ejemplo Wi-Fi, correo y certificados.',
    silent: 'En el dispositivo nada informa: usted indica cuándo está hecho.',
    settings: 'Recibe sus ajustes, por ejemplo Wi-Fi, correo y certificados.',
    reports: 'A partir de entonces informa de vez en cuando de que todo está en orden.',
  },
  canSee: {
    title: (organisation) => `${organisation} puede ver`,
    items: [
      'Qué dispositivo es: nombre, modelo, versión del sistema, número de serie',
      'Su número de móvil y su operador, si los comunica',
      'Cuándo se conectó por última vez y si sus ajustes están listos',
    ],
    silent: [
      'Qué tipo de dispositivo es y de quién',
      'Cuándo se configuró y que usted indicó que está hecho',
    ],
  },
  cannotSee: {
    title: (organisation) => `${organisation} no puede ver con esta configuración`,
    items: ['Sus fotos, archivos y mensajes', 'Sus llamadas y las páginas que visita', 'Dónde está'],
  },
  ends: 'Este enlace termina {time}.',
  endsCode: 'Este código termina {time}.',
  pinNeeded: 'Tenga a mano el PIN: el dispositivo lo pide.',
  submit: 'Continuar',
  asks: 'Antes de continuar',
  pin: 'PIN',
  pinHint: 'Las 8 cifras de la página donde obtuvo este enlace, en «Otras maneras».',
  errors: {
    wrong_pin: 'No es el PIN de este enlace. Compárelo con la página donde obtuvo el enlace.',
    choose_ownership: 'Para continuar, indique de quién es el dispositivo.',
  },
  pinClosed: {
    title: 'El PIN está bloqueado por ahora',
    text: 'Se escribió mal varias veces. Pulse «Nuevo PIN» en la página donde obtuvo este enlace y continúe después aquí con el nuevo.',
    again: 'Tengo un PIN nuevo',
    page: 'Abrir la página de configuración',
  },
  notExpected: '¿No lo esperaba? Cierre la página: no se ha cambiado nada.',
  wrongPlatform: {
    title: (forOne) => `Este código es ${forOne}`,
    lead: (one) => `Esto parece ser ${one}. No se ha gastado nada.`,
    there: 'Escanee allí el código con la cámara o abra allí el enlace.',
    here: { title: '¿Prefiere configurar este dispositivo?', text: 'Necesita un código propio.' },
    get: 'Código para este dispositivo',
    wrong: {
      title: '¿Nos hemos equivocado?',
      text: 'Los navegadores no siempre dicen en qué dispositivo funcionan.',
    },
    overrule: (one) => `Esto es ${one}`,
  },
  opened: {
    title: 'Continúe con su dispositivo',
    lead: 'Siga estos pasos. La página donde pidió el código muestra por dónde va.',
    unused:
      'Al abrir esta página no se ha gastado nada. El código se usa cuando se conecta el propio dispositivo.',
    instructions: 'Próximos pasos',
    copy: 'El enlace, para una app o la línea de comandos',
  },
}
