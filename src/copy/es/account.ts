import type { account as english } from '../en/account.ts'
import { plural } from '../plural.ts'

export const account: typeof english = {
  title: 'Mi cuenta',
  facts: {
    address: 'Dirección de correo',
    addresses: 'Direcciones de correo',
    role: 'Función',
    organisation: 'Organización',
  },
  addressStates: { current: 'aquí llega el correo', unproved: 'sin confirmar' },
  myDevices: 'Mis dispositivos',
  passkeys: {
    title: 'Llaves de acceso',
    leadStaff:
      'Inicia sesión con una de ellas. Cree una segunda en otro dispositivo, para no quedarse sin acceso si pierde una.',
    leadOwner: 'Con una llave de acceso inicia sesión sin esperar un código. No es obligatoria.',
    empty: 'Todavía no hay llaves de acceso.',
    columns: { name: 'Nombre', made: 'Creada', used: 'Último uso', actions: 'Acciones' },
    synced: 'Guardada en varios dispositivos',
    single: 'Solo en un dispositivo',
    unused: 'aún no',
    add: 'Añadir llave de acceso',
    addLead: 'Tenga a mano el dispositivo o la llave de seguridad que la va a guardar.',
    rename: 'Renombrar',
    remove: 'Quitar',
    name: 'Nombre',
    back: 'Mi cuenta',
    onlyOne: 'Es su única llave de acceso, y sin una no puede iniciar sesión. Añada otra antes de quitarla.',
    removeTitle: (name) => `Quitar «${name}»`,
    consequences: {
      stops: 'Ya no puede iniciar sesión con ella.',
      stays:
        'Las sesiones iniciadas siguen abiertas; si el dispositivo se ha perdido, revise también la lista de sesiones.',
      device: 'Es posible que el dispositivo siga ofreciéndola. Elimínela también allí.',
      code: 'Todavía puede iniciar sesión con un código por correo.',
    },
  },
  sessions: {
    title: 'Dónde tiene la sesión iniciada',
    lead: 'Cierre lo que no reconozca.',
    columns: { browser: 'Navegador', since: 'Desde', how: 'Iniciada con', actions: 'Acciones' },
    unknown: 'Navegador desconocido',
    here: 'este navegador',
    by: { email: 'código por correo', passkey: 'llave de acceso', oidc: 'su organización' },
    end: 'Cerrar',
    endTitle: 'Cerrar una sesión',
    endConsequences: (browser) => [
      `${browser}: la sesión se cierra de inmediato.`,
      'Quien lo use tiene que volver a iniciar sesión.',
    ],
    endHere: 'Es el navegador que usa ahora: tiene que volver a iniciar sesión.',
    endAct: 'Cerrar esta sesión',
    others: 'Cerrar las demás',
    othersTitle: 'Cerrar todas las demás sesiones',
    othersConsequences: (count) => [
      plural('es', count, {
        one: 'En otro navegador se cierra la sesión de inmediato.',
        other: `En otros ${count} navegadores se cierra la sesión de inmediato.`,
      }),
      'En este navegador la sesión sigue abierta.',
    ],
    noOthers: ['No tiene la sesión iniciada en ningún otro sitio: no cambiará nada.'],
    othersAct: 'Cerrar las demás',
  },
  profile: {
    title: 'Sobre usted',
    lead: 'Las demás personas que trabajan aquí ven su nombre. Las páginas y los correos para usted están en su idioma.',
    leadOwner: 'Sus administradores ven su nombre. Las páginas y los correos para usted están en su idioma.',
    name: 'Nombre',
    phone: 'Teléfono móvil',
    phoneHint:
      'Para SMS y para el servicio de asistencia. Con el prefijo del país, por ejemplo +34 612 345 678.',
    language: 'Idioma',
  },
  done: {
    added: 'La llave de acceso está lista para usarse.',
    renamed: 'Renombrada.',
    removed: 'La llave de acceso se ha quitado.',
    ended: 'La sesión se ha cerrado.',
    'others-ended': 'Ahora solo tiene la sesión iniciada aquí.',
    profile: 'Guardado.',
  },
}
