import type { superviseService as english } from '../en/supervise-service.ts'

export const superviseService: typeof english = {
  title: 'Servicio',
  lead: 'Lo que se aplica a todas las organizaciones.',
  empty:
    'Todavía no hay nada configurado. Repase estos ajustes, guárdelos y active la configuración de dispositivos.',
  done: {
    saved: 'Guardado.',
    on: 'La configuración de dispositivos está activada.',
    off: 'La configuración de dispositivos está desactivada para todos.',
    invited: 'Invitación hecha. El correo va de camino.',
    reminded: 'La invitación va otra vez de camino.',
    removed: 'Supervisor quitado. Su cuenta, sus llaves de acceso y sus sesiones han terminado.',
  },
  state: {
    title: 'Configuración de dispositivos',
    on: 'La configuración de dispositivos está activada. Las organizaciones se pueden desactivar una a una.',
    off: 'La configuración de dispositivos está desactivada para todos, digan lo que digan las organizaciones.',
    switchOn: 'Activar',
    switchOff: 'Desactivar',
  },
  confirmOff: {
    title: '¿Desactivar la configuración de dispositivos para todos?',
    consequences: [
      'En ninguna organización pueden las personas registrarse ni configurar un dispositivo. Se les dice que la configuración de dispositivos está desactivada.',
      'Los códigos y enlaces ya entregados no funcionan mientras esté desactivada.',
      'A los dispositivos que informan se les dice que la configuración está desactivada. Conservan lo que han recibido.',
      'No se elimina nada. Al volver a activarla se restablece todo.',
    ],
    act: 'Desactivar para todos',
  },
  entry: {
    title: 'Dónde se empieza',
    organisation: 'Organización predeterminada',
    organisationHint: 'Se abre en /setup, para quien no indica la suya.',
    organisationTyped: 'Su nombre corto. Se abre en /setup, para quien no indica la suya. Vacío: ninguna.',
    none: 'Ninguna: cada persona indica su organización',
  },
  codes: {
    title: 'Códigos de aprovisionamiento',
    seconds: 'Validez de un código, en segundos',
    secondsHint: (words) => `De 10 a 1\u00a0000\u00a0000. Actualmente: ${words}.`,
    owners: 'Los propietarios pueden obtener códigos por sí mismos',
    ownersDetail: 'Si no, solo los envían los administradores.',
    facts: 'Anotar datos del dispositivo en la auditoría',
    factsDetail: 'Modelo y versión de un dispositivo, cuando se configura.',
  },
  android: {
    title: 'Android',
    sms: 'Enviar el código de instalación por SMS',
    smsDetail: 'Para dispositivos cuyos propietarios no pueden leer el correo mientras los configuran.',
  },
  messages: {
    title: 'Mensajes',
    daily: 'Mensajes al día',
    dailyHint:
      'Para todas las organizaciones juntas, correos y SMS por separado. Lo que supere ese número espera hasta el día siguiente. Vacío: 20\u00a0000 correos y 2000 SMS.',
  },
  derived: {
    title: 'Credenciales derivadas',
    url: 'Dirección del módulo externo',
    urlHint: 'Empieza por https://. Los propietarios que pueden usarlo encuentran un enlace a ella.',
  },
  helpdesk: {
    title: 'Asistencia para todo el servicio',
    lead: 'Para los administradores y donde no se conoce ninguna organización. Las personas de una organización ven la asistencia propia de esta.',
    email: 'Dirección de correo',
    phone: 'Teléfono',
    url: 'Página web',
  },
  supervisors: {
    title: 'Supervisores',
    lead: 'Se ocupan de las organizaciones y del servicio en su conjunto.',
    open: 'Supervisores',
    caption: 'Supervisores del servicio',
    you: 'Usted',
    invite: {
      title: 'Invitar a un supervisor',
      lead: 'Recibe un correo con un enlace para iniciar sesión. Un supervisor puede cambiar todo lo que hay aquí.',
      act: 'Enviar la invitación',
    },
    problems: {
      taken: 'Esta persona ya es supervisora.',
      not_accepted: 'Esta cuenta está deshabilitada.',
    },
    remove: 'Quitar al supervisor',
    removeText: 'Su cuenta termina. A quien vuelva a hacer falta se le invita de nuevo.',
    last: 'Es el único supervisor que puede iniciar sesión, así que no se puede quitar. Invite antes a otro y espere a que haya iniciado sesión.',
    recovery:
      'Un supervisor que ha perdido todas sus llaves de acceso inicia sesión con el secreto de arranque, que quien gestiona el servicio puede establecer de nuevo.',
    confirmRemove: {
      title: (person) => `¿Quitar a ${person}?`,
      consequences: [
        'Su cuenta termina, con sus llaves de acceso. Todas sus sesiones terminan de inmediato.',
        'Lo que hizo permanece en la auditoría.',
      ],
      self: 'Es su propia cuenta: se cierra su sesión de inmediato y no puede volver por sus propios medios.',
      act: 'Quitar al supervisor',
    },
    back: 'Todos los supervisores',
  },
}
