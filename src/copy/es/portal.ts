import type { portal as english } from '../en/portal.ts'
import { plural } from '../plural.ts'

export const portal: typeof english = {
  title: 'Mis dispositivos',
  setUp: 'Configurar un dispositivo',
  caption: 'Mis dispositivos',
  agent: 'Dispositivo con la app del agente',
  statuses: {
    unresponsive: 'No responde',
    invited: 'Invitado',
    pending: 'Pendiente',
    active: 'Activo',
    retired: 'Retirado',
    wiped: 'Borrado',
    replaced: 'Sustituido',
    deleted: 'Quitado',
  },
  reasons: {
    silent: 'Última noticia {time}. Enciéndalo, conéctelo y abra su app.',
    permissions: (names) =>
      `Su app perdió el permiso para: ${names}. Permítalo en los ajustes del dispositivo.`,
    waiting: 'A la espera de su primera sincronización.',
    waitingCertificate: 'A la espera de que obtenga su certificado.',
    toDownload: 'Su perfil todavía no se ha descargado.',
    delivered: 'Su perfil se descargó {time}. Instálelo en los ajustes del dispositivo.',
    said: 'No informa por sí mismo: usted indicó que está instalado.',
    once: 'Dijo qué es cuando se configuró, y desde entonces no informa.',
    ended: 'Terminó {time}.',
  },
  endings: {
    never_finished: 'Su configuración no llegó a terminarse.',
    abandoned: 'Su configuración no llegó a terminarse.',
    key_in_use: 'Su clave pertenece a un dispositivo de otra cuenta.',
    account_deleted: 'La cuenta se eliminó.',
  },
  seen: 'Última sincronización',
  neverSeen: 'ninguna todavía',
  ownership: 'Pertenece a',
  company: (organisation) => organisation,
  personal: 'usted',
  goOn: 'Seguir configurando',
  open: (count) =>
    plural('es', count, {
      one: 'Hay un código abierto que ningún dispositivo ha usado todavía.',
      other: `Hay ${count} códigos abiertos que ningún dispositivo ha usado todavía.`,
    }),
  openLink: 'Mostrar lo que está abierto',
  empty: {
    title: 'Todavía no hay ningún dispositivo configurado.',
    may: 'Configure aquí su teléfono, tableta o equipo: solo lleva unos minutos, y cada dispositivo aparece en esta página automáticamente.',
    mayNot:
      'Aquí otras personas configuran los dispositivos por usted. Pida una invitación al servicio de asistencia y aparecerán en esta página automáticamente.',
  },
  noneHere: 'Ninguno en esta página. La página siguiente busca más atrás.',
  showEnded: 'Mostrar los dispositivos terminados',
  endedTitle: 'Dispositivos terminados',
  endedLead: 'Ya no reciben servicio. Qué fue de cada uno permanece aquí.',
  endedEmpty: 'No ha terminado ningún dispositivo.',
  changed: 'Sus dispositivos han cambiado.',
}
