import type { claim as english } from '../en/claim.ts'
import { plural } from '../plural.ts'

export const claim: typeof english = {
  lead: {
    download: (organisation) =>
      `Los ajustes de ${organisation} llegan como perfil: descárguelo aquí e instálelo después en Ajustes.`,
    safari: 'Este navegador no puede instalar ajustes: en un iPhone o iPad solo puede Safari. Continúe allí.',
    install: 'El perfil está en el dispositivo. Instálelo en Ajustes; después, vuelva e indíquelo aquí.',
    handOver: (app) => `A partir de aquí, ${app ?? 'la app del agente'} toma el relevo.`,
    handOverToCommand: 'A partir de aquí toma el relevo un script, o un agente que habla nuestra interfaz.',
    active: 'Todo está listo. Puede cerrar esta página.',
  },
  steps: {
    ios: {
      settings: 'Ajustes\u00a0› Perfil descargado\u00a0› Instalar',
      download: [
        'El dispositivo pregunta si permite la descarga: toque **Permitir**.',
        'Dice **Perfil descargado**: toque **Cerrar**. Esta página muestra entonces cómo seguir.',
      ],
      install: [
        'Abra **Ajustes** y toque **Perfil descargado**, cerca de la parte superior. ¿No está ahí? Mire en **General\u00a0› VPN y gestión de dispositivos**.',
        'Toque **Instalar**, escriba el código del dispositivo y siga hasta que diga **Perfil instalado**.',
        'Vuelva a esta página y toque el botón.',
      ],
    },
    macos: {
      settings: 'Ajustes del Sistema\u00a0› General\u00a0› Gestión de dispositivos',
      download: [
        'Es posible que el navegador pregunte si permite la descarga: elija **Permitir**.',
        'Abra el archivo, si el navegador no lo hace. El Mac dice que se ha descargado un perfil.',
      ],
      install: [
        'Abra **Ajustes del Sistema\u00a0› General\u00a0› Gestión de dispositivos**. Antes de macOS 15 es **Privacidad y seguridad\u00a0› Perfiles**.',
        'Haga doble clic en el perfil, elija **Instalar** y escriba su contraseña.',
        'Vuelva a esta página y pulse el botón.',
      ],
    },
  },
  afterDownload: 'Qué ocurre después',
  howToInstall: 'Cómo instalarlo',
  unverified:
    'Es posible que el dispositivo marque el perfil como no verificado: todavía no sabe quién lo firmó. Es lo esperado.',
  download: 'Descargar el perfil',
  again: (left) =>
    plural('es', left, {
      one: `Descargar de nuevo (queda ${left})`,
      other: `Descargar de nuevo (quedan ${left})`,
    }),
  gone: '¿El perfil ya no está en el dispositivo?',
  installed: 'Está instalado',
  webClip: (label) =>
    `El perfil pone además un icono «${label}» en la pantalla de inicio. Dice lo mismo que el botón.`,
  safari: {
    copy: 'Copiar el enlace para Safari',
    label: 'Enlace para Safari',
    steps: [
      'Copie el enlace con el botón.',
      'Abra **Safari**, toque su barra de direcciones, pegue el enlace y ábralo.',
      'Toque **Continuar aquí** en Safari. Esta página se desvincula entonces.',
    ],
    once: 'El enlace funciona una sola vez, y solo para este dispositivo. No lo comparta.',
  },
  handOver: {
    get: (app) => (app ? `Obtener ${app}` : 'Obtener la app'),
    afterGet: (app) =>
      `Instale ${app ?? 'la app'} y ábrala: ya sabe cómo seguir. Esta página muestra cuándo ha tomado el relevo.`,
    notThere: (app) =>
      `¿${app ?? 'La app'} todavía no está en este dispositivo? Instálela primero; después vuelva y copie el enlace.`,
    inAppStore: (app) => `Obtener ${app ?? 'la app'} en el App Store`,
    inMicrosoftStore: (app) => `Obtener ${app ?? 'la app'} en Microsoft Store`,
    orCopy: '¿La app ya está ahí? Copie este enlace en ella',
    copy: 'Copiar el enlace para la app',
    label: 'Enlace para la app',
    paste: (app) => `Abra ${app ?? 'la app del agente'} en este dispositivo y pegue el enlace en ella.`,
    once: 'Funciona una sola vez, y solo para este dispositivo. No lo comparta.',
  },
  notes: (organisation) => `${organisation} añade`,
  ends: 'No hay prisa: esta página termina {time}.',
  status: {
    connected: 'Conectado',
    download: {
      title: 'Descargar el perfil',
      detail: 'Con el botón de arriba.',
      inSafari: 'En Safari, con el enlace de arriba.',
      done: 'Perfil descargado',
    },
    install: { title: 'Instalarlo en Ajustes', done: 'Perfil instalado' },
    handOver: {
      title: 'Pasar a la app',
      titleCommand: 'Ejecutar el script',
      detail: 'Con el enlace de arriba.',
      detailStore: 'Con el botón de arriba.',
      detailCommand: 'Con el botón de arriba.',
      done: 'Traspasado',
    },
    elsewhere: 'Continuó en otro sitio',
    active: {
      title: 'Activo',
      said: 'Usted indica que está instalado.',
      reported: 'El dispositivo informa de que todo está listo.',
      now: 'A la espera de su primer informe',
      nowThere: 'A la espera de que termine allí',
      saidThere: 'Usted indica allí que está instalado.',
      saidBy: 'Lo indicó usted, {time}',
      doneBefore: 'Terminado',
    },
    ended: {
      abandoned: 'La configuración no se terminó',
      removed: 'El dispositivo se ha quitado',
      over: 'El plazo para continuar ha terminado',
      detail: 'Obtenga un código nuevo para continuar.',
    },
  },
  moved: {
    title: 'Continuó en otro sitio',
    lead: 'Otro navegador o una app ha tomado el relevo. Continúe allí: esta página solo observa.',
    done: 'Se terminó allí. Puede cerrar esta página.',
    notYou: '¿No fue usted?',
    notYouText: 'Entonces otra persona tiene el enlace. Comuníquelo ahora.',
  },
  ended: {
    title: 'Esta configuración ha terminado',
    abandoned:
      'El dispositivo se conectó, pero la configuración no se terminó. Obtenga un código nuevo e inténtelo otra vez.',
    removed: 'El dispositivo se ha quitado. Para configurarlo de nuevo, obtenga un código nuevo.',
    over: 'Una configuración se puede terminar aquí en el plazo de un día, y ese día ha pasado. No se ha estropeado nada: obtenga un código nuevo y empiece otra vez.',
    renew: 'Pedir código nuevo',
  },
  ticket: {
    title: 'Continuar aquí',
    lead: {
      ios: 'Empezó a configurar su iPhone o iPad en otro navegador.',
      other: 'Empezó a configurar su dispositivo en otro navegador.',
    },
    happens: 'Cuando continúe',
    items: (organisation) => [
      `La configuración en ${organisation} sigue en este navegador, con el mismo dispositivo.`,
      'El navegador anterior se desvincula: desde entonces solo puede observar.',
      'Este enlace queda gastado.',
    ],
    submit: 'Continuar aquí',
    forApp: '¿El enlace es para la app? Entonces no continúe aquí: copie el enlace en la app.',
  },
  confirm: {
    title: '¿Está instalado?',
    lead: (organisation) =>
      `Ha abierto esta página con el icono que trajo el perfil de ${organisation}. Indique que está instalado y la configuración queda terminada.`,
    submit: 'Está instalado',
    done: 'Lo indicó {time}. Puede cerrar esta página.',
    doneReported: 'Todo está listo. Puede cerrar esta página.',
  },
}
