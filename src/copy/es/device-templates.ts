import type { deviceTemplates as english } from '../en/device-templates.ts'
import { plural } from '../plural.ts'
import { deviceTemplateFields } from './device-template-fields.ts'
import { deviceTemplateStart } from './device-template-start.ts'

export const deviceTemplates: typeof english = {
  ...deviceTemplateFields,
  start: deviceTemplateStart,
  list: {
    title: 'Plantillas de dispositivo',
    lead: 'Qué recibe un dispositivo y qué se le dice a su propietario. La configuración de dispositivos dice qué plantilla recibe cada plataforma.',
    create: 'Nueva plantilla',
    caption: 'Plantillas de dispositivo',
    columns: {
      name: 'Nombre',
      version: 'Versión',
      offered: 'Se ofrece',
      devices: 'Dispositivos',
      changed: 'Cambiada',
    },
    show: 'Mostrar',
    inUse: 'En uso',
    archived: 'Archivadas',
    empty: 'Todavía no hay ninguna plantilla. Cree una para cada plataforma que se pueda configurar.',
    emptyArchived: 'No hay nada archivado.',
    notOffered: 'no se ofrece',
    has: 'en uso',
    hasNone: 'ninguno',
  },
  create: {
    title: 'Nueva plantilla de dispositivo',
    lead: 'Empieza con lo que suele funcionar en la plataforma. Después puede cambiarlo todo.',
    name: 'Nombre',
    nameHint: 'Lo ven los administradores, y es el nombre de un perfil en el dispositivo.',
    platform: 'Plataforma',
    submit: 'Crear la plantilla',
  },
  copy: {
    title: (name) => `Copiar «${name}»`,
    lead: 'Se copia todo, también las contraseñas guardadas. La copia no se ofrece a nadie hasta que lo diga la configuración de dispositivos.',
    platform: 'Para',
    platformHint: 'Lo que otra plataforma no puede usar se conserva, y la página de la copia lo indica.',
    submit: 'Crear la copia',
    name: (name) => `${name} (copia)`,
    lost: 'Una contraseña guardada ya no se puede leer. Abra la plantilla, escríbala de nuevo, guarde y después copie.',
  },
  archive: {
    title: (name) => `Archivar «${name}»`,
    consequences: [
      'Ya no se puede elegir en la configuración de dispositivos.',
      'Permanece en la lista de plantillas archivadas, con su historial. Puede recuperarla en cualquier momento.',
    ],
    devices: (count) => {
      if (count === 0) return 'Ningún dispositivo la usa.'
      if (count >= 1000) return 'La usan 1000 dispositivos o más. La conservan y siguen funcionando.'
      return plural('es', count, {
        one: 'La usa un dispositivo. La conserva y sigue funcionando.',
        other: `La usan ${count} dispositivos. La conservan y siguen funcionando.`,
      })
    },
    act: 'Archivar',
    offeredTitle: 'Se ofrece en la configuración de dispositivos',
    offered: (platforms) =>
      `Quienes configuran ${platforms} reciben esta plantilla. Elija allí otra, o ninguna, y después archívela.`,
    toSetup: 'Abrir la configuración de dispositivos',
  },
  done: {
    created: 'La plantilla está creada. Se ofrece en cuanto la nombre la configuración de dispositivos.',
    copied: 'La copia está creada.',
    saved: 'Guardado. Los dispositivos lo reciben con su próximo informe.',
    unchanged: 'No se cambió nada, así que no se guardó nada.',
    archived: 'Archivada.',
    unarchived: 'Vuelve a estar en uso, y la configuración de dispositivos puede nombrarla.',
    restored: 'La versión anterior es ahora la más reciente.',
  },
  edit: {
    version: (version) => `Versión ${version}`,
    save: 'Guardar',
    preview: 'Vista previa',
    showPreview: 'Ver como su propietario',
    history: 'Historial',
    copyIt: 'Copiar',
    archiveIt: 'Archivar',
    unarchive: 'Recuperar',
    archivedTitle: 'Archivada',
    archivedText:
      'Los dispositivos que la tienen la conservan. La configuración de dispositivos no la ofrece.',
    leftOutTitle: 'Definido aquí, pero no llega al dispositivo',
    overview: 'Qué contiene esta plantilla',
    isSet: 'definido',
    isEmpty: 'sin definir',
    staleTitle: 'Entretanto guardó otra persona',
    stale: (version) =>
      `Ahora se trata de la versión ${version}. Lo que escribió sigue aquí. Guarde otra vez para ponerlo en lugar de lo suyo.`,
    staleNothing: 'Lo que cambió esa persona está en el historial.',
    remove: 'Quitar',
    optional: 'opcional',
    row: (name, number) => `${name} ${number}`,
    secretStored: 'Está definido y no se muestra nunca. Déjelo vacío para conservarlo.',
    secretHeld: 'Lo que escribió se conserva, sin mostrarse. Déjelo vacío para conservarlo.',
    secretRemove: 'Quitar lo definido',
  },
  history: {
    title: 'Historial',
    caption: 'Versiones de esta plantilla',
    columns: { version: 'Versión', what: 'Qué cambió', act: 'Volver' },
    current: 'actual',
    firstKnown: 'La primera versión que se conoce',
    nobody: 'no se conoce',
    system: 'Latchkey',
    empty: 'No se ha cambiado nada desde que se guardan versiones.',
    more: (count) => plural('es', count, { one: 'y uno más', other: `y ${count} más` }),
    change: (field, before, after) => `${field}: ${before} → ${after}`,
    nothing: 'vacío',
    secret: {
      set: (field) => `${field}: definido`,
      changed: (field) => `${field}: cambiado`,
      removed: (field) => `${field}: quitado`,
    },
    restore: (version) => `Volver a la versión ${version}`,
    restoreLead:
      'Se convierte en la versión más reciente. No se pierde nada: las versiones intermedias permanecen aquí.',
    restoreChanges: 'Qué cambia con esto',
    lostTitle: 'No es posible volver',
    lost: 'Una contraseña guardada de esa versión ya no se puede leer, o algo de ella ya no se acepta. Cambie la plantilla a mano.',
    same: 'Nada: es lo que la plantilla dice ahora.',
  },
  previewPage: {
    title: 'Vista previa',
    lead: 'Lo que lee el propietario de un dispositivo, con una persona inventada, según el formulario actual, guardado o no.',
    leadSaved: 'Lo que lee el propietario de un dispositivo, con una persona inventada.',
    language: 'Idioma',
    beside: 'Junto al código',
    before: 'Antes de aceptar',
    onDevice: 'En la página del dispositivo',
    installed: 'Qué se instala',
    nothing: 'No se instala nada.',
    noNotes: 'No hay notas.',
    notDelivered: 'No se entrega a este dispositivo',
    items: {
      wifi: (names) => `Wi-Fi: ${names}`,
      certificates: (names) => `Certificados de confianza: ${names}`,
      userCertificates: 'Los certificados que subió su propietario',
      identity: (subject) => `Un certificado para ${subject}`,
      vpn: (names) => `VPN: ${names}`,
      mail: (names) => `Correo: ${names}`,
      passcode: (length) =>
        length > 0
          ? plural('es', length, {
              one: `Un código de desbloqueo de al menos ${length} carácter`,
              other: `Un código de desbloqueo de al menos ${length} caracteres`,
            })
          : 'Reglas para el código de desbloqueo',
      webLinks: (names) => `Enlaces: ${names}`,
      agentApp: (name) => `App: ${name}`,
      policies: (count) =>
        plural('es', count, { one: 'Una directiva para la app', other: `${count} directivas para la app` }),
      extras: 'Más ajustes de esta plataforma',
    },
    sample: { name: 'Ada Lovelace', device: 'Dispositivo de Ada' },
  },
}
