import type { apiKeys as english } from '../en/api-keys.ts'

export const apiKeys: typeof english = {
  title: 'Claves de API',
  make: 'Crear una clave…',
  caption: 'Claves de API',
  columns: {
    name: 'Clave',
    scopes: 'Puede',
    state: 'Estado',
    made: 'Creada',
    used: 'Último uso',
    ends: 'Termina',
    act: 'Qué se puede hacer',
  },
  hint: (end) => `acaba en ${end}`,
  states: { active: 'Activa', ended: 'Terminada', revoked: 'Revocada' },
  madeBy: (name) => `por ${name}`,
  never: 'Aún no',
  noEnd: 'Sin fin',
  revokeLink: 'Revocar…',
  revokeLabel: (name) => `Revocar la clave ${name}`,
  scopes: {
    security_strings: {
      short: 'Comprobar cadenas de seguridad',
      label: 'Comprobar cadenas de seguridad',
      detail: 'Preguntar si una cadena que alguien lee o escribe es la correcta, y gastarla.',
    },
  },
  empty: {
    text: 'Todavía no hay claves. Cree una para cada uno de sus sistemas que consulta este servicio, por ejemplo una puerta de enlace VPN o una herramienta de asistencia que comprueba cadenas de seguridad.',
    act: 'Crear la primera clave',
  },
  nothingMore: 'No hay más claves.',
  usage: {
    title: 'Comprobar una cadena de seguridad',
    lead: 'Envíe la clave con la dirección de correo de la persona, la posición y la cadena. Una cadena correcta vale una sola vez; diez incorrectas dejan sin validez las cadenas de un dispositivo.',
  },
  form: {
    title: 'Crear una clave',
    lead: 'Una clave para cada sistema: así ve cuál de ellos la usa y puede terminar una sin las demás.',
    name: 'Nombre',
    nameHint: 'Qué la usa, por ejemplo: puerta de enlace VPN.',
    scopes: 'Qué puede hacer',
    endsOn: 'Último día',
    endsOnHint:
      'La clave termina con este día (UTC). Si lo deja vacío, la clave funciona hasta que la revoque.',
    submit: 'Crear la clave',
  },
  made: {
    title: 'Su clave nueva',
    once: 'Copie la clave ahora. Se muestra solo esta vez y no se guarda en ningún sitio.',
    key: (name) => `Clave para ${name}`,
    keep: 'Guárdela donde su sistema guarda sus secretos. Si se pierde, o si otra persona puede haberla visto, revóquela y cree otra.',
    back: 'La he copiado',
  },
  revoke: {
    title: (name) => `Revocar la clave ${name}`,
    consequences: [
      'Desde ahora se rechaza todo lo que use esta clave.',
      'Las cadenas de seguridad y los dispositivos quedan como están; sus demás claves siguen funcionando.',
      'Esto no se puede deshacer. Puede crear una clave nueva en cualquier momento.',
    ],
    act: 'Revocar la clave',
  },
}
