import type { portalDevice as english } from '../en/portal-device.ts'
import { plural } from '../plural.ts'

export const portalDevice: typeof english = {
  state: 'Cómo está',
  facts: 'Qué es',
  setup: 'Cómo se configuró',
  kind: 'Tipo',
  every: (minutes) =>
    plural('es', minutes, { one: 'más o menos cada minuto', other: `más o menos cada ${minutes} minutos` }),
  everyHours: (hours) =>
    plural('es', hours, { one: 'más o menos cada hora', other: `más o menos cada ${hours} horas` }),
  checksIn: 'Se sincroniza',
  registered: 'Configurado',
  confirmed: 'Activo desde',
  delivered: 'Perfil descargado',
  ended: 'Terminado',
  configuration: 'Configuración',
  version: (name, version) => `${name}, versión ${version}`,
  newest: 'la más reciente',
  older: (newest) => `hay una más reciente: versión ${newest}`,
  factsMissing: 'Qué es figura aquí cuando se haya sincronizado.',
  certificates: 'Certificados',
  noCertificates: 'No tiene ningún certificado.',
  certificate: {
    ends: 'termina',
    ended: 'terminó',
    revoked: 'revocado',
    replaced: 'sustituido, funciona hasta',
  },
  replaces: 'Ocupa el lugar de otro dispositivo, que termina en cuanto este esté activo.',
  tookPlace: 'Ocupó el lugar de otro dispositivo.',
  replacing: 'Otro dispositivo va a ocupar su lugar. Este termina en cuanto aquel esté activo.',
  showOther: 'Mostrar ese dispositivo',
  name: {
    title: 'Nombre',
    label: 'Cómo lo llama usted',
    own: (name) => `Se llama a sí mismo «${name}».`,
    hint: 'Si usted le da un nombre, deja de contar el que el dispositivo se da a sí mismo. Déjelo vacío para volver a ese.',
    save: 'Guardar nombre',
    saved: 'Guardado. Ahora se llama así.',
    given: 'Guardado. Vuelve a llevar su propio nombre en cuanto lo comunique.',
  },
  owner: {
    title: 'De quién es el dispositivo',
    company: (organisation) => `Pertenece a ${organisation}. Al borrarlo se borra todo lo que contiene.`,
    personal: (organisation) => `Es suyo. Al borrarlo se quita solo lo que trajo ${organisation}.`,
    toPersonal: 'Es mío…',
    toCompany: (organisation) => `Pertenece a ${organisation}…`,
    askPersonal: (device) => `¿«${device}» es su propio dispositivo?`,
    askCompany: (device, organisation) => `¿«${device}» pertenece a ${organisation}?`,
    becomesPersonal: (organisation) => [
      'Se registra como su propio dispositivo.',
      `Desde entonces, al borrarlo se quita solo lo que trajo ${organisation}: ajustes, cuentas, apps y certificados. Sus propios datos permanecen.`,
      `${organisation} ve que usted lo cambió, y cuándo. En el dispositivo no cambia nada ahora.`,
    ],
    becomesCompany: (organisation) => [
      `Se registra como un dispositivo de ${organisation}.`,
      'Desde entonces, al borrarlo se borra todo lo que contiene, también sus propios datos.',
      `${organisation} ve que usted lo cambió, y cuándo. En el dispositivo no cambia nada ahora.`,
    ],
    actPersonal: 'Es mi propio dispositivo',
    actCompany: (organisation) => `Pertenece a ${organisation}`,
    done: {
      company: 'Guardado. Está registrado como dispositivo de la organización.',
      personal: 'Guardado. Está registrado como su propio dispositivo.',
    },
  },
  trouble: {
    ended: 'Ha terminado: ya no se puede cambiar nada en él.',
    temporarily_unavailable: 'No ha funcionado en este momento. Vuelva a intentarlo en un minuto.',
  },
  over: {
    title: 'Qué ha ocurrido',
    retired: 'Se dio de baja: no recibe nada más de aquí, y lo que trajo con su perfil se puede quitar.',
    wiped: 'Se borró. Si vuelve a aparecer, se puede configurar de nuevo.',
    replaced: 'Otro dispositivo ocupó su lugar.',
    deleted: 'Se quitó de sus dispositivos: no recibe nada más de aquí.',
    never_finished: 'Su configuración no se terminó a tiempo. No se ha perdido nada: empiécela otra vez.',
    key_in_use:
      'La clave que mostró pertenece a un dispositivo de otra cuenta. Pregunte al servicio de asistencia o empiece otra vez.',
    ask: 'Para volver a usarlo, pida una invitación al servicio de asistencia.',
  },
  consent: {
    title: 'Qué se ve y qué no',
    canSee: (organisation) => `${organisation} puede ver`,
    cannotSee: (organisation) => `${organisation} no puede ver aquí`,
    see: {
      agent: [
        'Qué dispositivo es: nombre, fabricante, modelo, versión del sistema, número de serie, IMEI, UDID',
        'Su número de teléfono y su operador, si los comunica',
        'Cuándo se sincronizó por última vez, la versión de su app y qué permisos ha perdido esta',
        'Sus certificados, de quién es el dispositivo y qué se le ha pedido aquí',
      ],
      ota: [
        'Lo que comunicó una vez, al configurarse: nombre, modelo, versión del sistema, número de serie, IMEI, UDID',
        'Sus certificados, de quién es el dispositivo y cuándo se configuró',
      ],
      certificate: [
        'Qué tipo de dispositivo es y de quién',
        'Cuándo se configuró, sus certificados y cuándo los obtuvo',
      ],
      none: [
        'Qué tipo de dispositivo es y de quién',
        'Cuándo se descargó su perfil y que usted indicó que está instalado',
      ],
    },
    hidden: ['Sus mensajes y llamadas', 'Sus fotos y archivos', 'Las páginas que visita', 'Qué apps tiene'],
    where: 'Dónde está',
    whereAsked: 'Dónde está: solo usted puede preguntarlo aquí, y solo usted ve la respuesta',
    wipe: {
      company: 'Si se borra, se pierde todo lo que contiene: es un dispositivo de la organización.',
      personal: 'Si se borra, se quita solo lo que trajo la organización: es su propio dispositivo.',
      never: 'No se puede bloquear, localizar ni borrar desde aquí: en él nada está a la escucha.',
    },
  },
}
