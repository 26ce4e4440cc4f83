import type { superviseOrganisations as english } from '../en/supervise-organisations.ts'

export const superviseOrganisations: typeof english = {
  list: {
    title: 'Organizaciones',
    lead: 'Cada organización tiene sus propios integrantes, dispositivos, plantillas y administradores.',
    create: 'Nueva organización',
    search: 'Nombre, nombre corto o ID de sitio',
    columns: { name: 'Organización', site: 'ID de sitio', state: 'Estado' },
    empty: 'Todavía no hay ninguna organización. Cree la primera, invite a un administrador y actívela.',
    emptySearch: (text) => `Ninguna organización empieza por «${text}».`,
    state: { on: 'Activa', off: 'Inactiva' },
  },
  fields: {
    name: 'Nombre',
    nameHint: 'Como la conocen sus integrantes.',
    slug: 'Nombre corto',
    slugHint: (address) =>
      `Cierra la dirección de su página: ${address}. Letras minúsculas, cifras y guiones.`,
    slugWarning:
      'Un nombre corto nuevo se aplica de inmediato: los enlaces, marcadores y códigos QR con el anterior dejan de funcionar.',
    siteId: 'ID de sitio',
    siteIdHint: 'Lo que se escribe en un dispositivo: de 4 a 10 cifras.',
    siteIdWarning:
      'Un ID de sitio nuevo se aplica de inmediato: los dispositivos que se configuran escribiéndolo necesitan el nuevo.',
    accent: 'Color',
    accentHint: 'Para botones y títulos. Su administrador puede cambiarlo.',
  },
  create: {
    title: 'Nueva organización',
    lead: 'Empieza desactivada y con una plantilla de cuenta llamada «Everybody». Su administrador hace el resto.',
    act: 'Crear la organización',
  },
  done: {
    created: 'La organización está creada y desactivada. Lo siguiente: invite a un administrador.',
    saved: 'Guardado.',
    on: 'Activada. Se aplica de inmediato.',
    off: 'Desactivada. Se aplica de inmediato.',
    invited: 'Invitación hecha. El correo va de camino.',
    reminded: 'La invitación va otra vez de camino.',
    removed: 'Función quitada. Todas las sesiones de la persona han terminado.',
  },
  missing: {
    title: 'Qué falta',
    lead: 'Hasta que todo esto esté hecho, no se pueden configurar dispositivos aquí.',
    manager: 'Invite a un administrador: todavía nadie se ocupa de esta organización.',
    managerWaits: 'Un administrador debe iniciar sesión: las personas invitadas todavía no lo han hecho.',
    off: 'Actívela: mientras esté desactivada, tampoco pueden iniciar sesión sus administradores.',
    rule: 'Su administrador escribe la regla de correo, en «Configuración de dispositivos». Hasta entonces no se acepta ninguna dirección.',
    everybody:
      'Su regla de correo está vacía: puede registrarse cualquiera que tenga una dirección de correo. Si no es lo que se quiere, su administrador escribe una, en «Configuración de dispositivos».',
    platforms:
      'Su administrador crea plantillas de dispositivo y ofrece al menos una plataforma, en «Configuración de dispositivos».',
    template:
      'Su administrador elige la plantilla de cuenta de las personas nuevas, en «Configuración de dispositivos».',
  },
  state: {
    title: 'Estado',
    on: 'La configuración de dispositivos de esta organización está activada.',
    off: 'Esta organización está desactivada: se rechaza a sus integrantes, sus administradores y sus dispositivos.',
    switchOn: 'Activar',
    switchOff: 'Desactivar',
    page: 'Su página',
    audit: 'Qué ha ocurrido aquí',
  },
  names: { title: 'Nombres', save: 'Guardar nombres' },
  confirmOff: {
    title: (name) => `¿Desactivar ${name}?`,
    consequences: [
      'Las personas ya no pueden registrarse ni configurar un dispositivo aquí. Se les dice que la configuración de dispositivos está desactivada.',
      'Sus administradores ya no pueden iniciar sesión, y las sesiones dejan de funcionar hasta que vuelva a estar activada.',
      'A los dispositivos que informan se les dice que la configuración está desactivada. Conservan lo que han recibido.',
      'No se elimina nada. Al volver a activarla se restablece todo.',
    ],
    act: 'Desactivar',
  },
  confirmOn: {
    title: (name) => `¿Activar ${name}?`,
    consequences:
      'Se abre su página, sus administradores pueden iniciar sesión y sus dispositivos pueden informar.',
    rule: 'No se acepta ninguna dirección hasta que su administrador haya escrito la regla de correo.',
    everybody:
      'Su regla de correo está vacía: cualquiera que tenga una dirección de correo puede registrarse de inmediato.',
    guarded: 'Las personas cuya dirección cumple su regla de correo pueden registrarse de inmediato.',
    act: 'Activar',
  },
  managers: {
    title: 'Administradores',
    lead: 'Deciden quién puede registrarse y qué reciben los dispositivos, y ayudan a las personas.',
    caption: 'Administradores de esta organización',
    empty: 'Todavía nadie administra esta organización. Invite abajo a la primera persona.',
    columns: {
      person: 'Persona',
      state: 'Estado',
      passkeys: 'Llaves',
      signedIn: 'Última sesión',
    },
    unnamed: 'Sin nombre todavía',
    states: {
      invited: 'Invitada',
      active: 'Activa',
      unapproved: 'En espera',
      disabled: 'Deshabilitada',
      deleted: 'Quitada',
    },
    notLately: 'no recientemente',
    invite: {
      title: 'Invitar a un administrador',
      lead: 'Recibe un correo con un enlace para iniciar sesión. Quien ya tenga cuenta aquí pasa a ser administrador con ella.',
      leadOff:
        'El correo sale de inmediato, pero nadie puede iniciar sesión aquí hasta que active la organización.',
      email: 'Dirección de correo',
      act: 'Enviar la invitación',
    },
    problems: {
      taken: 'Esta persona ya es administradora aquí.',
      not_accepted:
        'Esta cuenta está deshabilitada o quitada. Un administrador de la organización puede volver a habilitarla.',
    },
    facts: {
      address: 'Dirección',
      state: 'Estado',
      passkeys: 'Llaves de acceso',
      signedIn: 'Última sesión',
    },
    acts: {
      title: 'Qué puede hacer',
      remind: 'Enviar la invitación de nuevo',
      remindText: 'La persona todavía no ha iniciado sesión. Sale otra vez la misma invitación.',
      recovery: 'Crear un enlace de recuperación',
      recoveryText:
        'Para un administrador que ha perdido todas sus llaves de acceso: un enlace que funciona una vez, en el plazo de un día.',
      remove: 'Quitar como administrador',
      removeText: 'Conserva su cuenta y sus dispositivos, y vuelve a tener la función de propietario.',
    },
    confirmRemove: {
      title: (person) => `¿Quitar a ${person} como administrador?`,
      consequences: [
        'Ya no puede abrir las páginas de los administradores. Todas sus sesiones terminan de inmediato.',
        'Pasa a tener la función de propietario: conserva su cuenta, sus dispositivos y sus llaves de acceso.',
        'Los enlaces de recuperación que se crearon para esta persona dejan de funcionar.',
      ],
      last: 'Nadie más administra esta organización.',
      act: 'Quitar como administrador',
    },
    recovery: {
      title: (person) => `Enlace de recuperación para ${person}`,
      consequences: [
        'Obtiene un enlace que funciona una vez, en el plazo de un día. Un enlace anterior deja de funcionar.',
        'Quien lo abra se convierte en este administrador con una llave de acceso nueva, y terminan todas sus llaves de acceso y sesiones anteriores. No lo entregue a nadie más, y solo cuando sepa quién lo pide.',
      ],
      act: 'Crear el enlace',
      shown:
        'Este enlace se muestra una sola vez. Entréguelo en persona o en un mensaje que solo esa persona pueda leer.',
      link: 'Enlace de recuperación',
      ends: 'Funciona una vez, hasta {time}.',
      back: 'Volver a la organización',
    },
  },
}
