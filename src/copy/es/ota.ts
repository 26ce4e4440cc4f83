import type { ota as english } from '../en/ota.ts'
import { plural } from '../plural.ts'

export const ota: typeof english = {
  profile: {
    name: (organisation) => `${organisation}: configurar este dispositivo`,
    description: (organisation) =>
      `Comunica a ${organisation} qué dispositivo es este: nombre, modelo, versión del sistema, número de serie. A cambio recibe sus ajustes.`,
  },
  happens: {
    profile:
      'Usted descarga un perfil y lo instala en Ajustes. El dispositivo pregunta dos veces: para decir qué es y después para instalar sus ajustes, por ejemplo Wi-Fi.',
    once: 'Dice qué es una sola vez, mientras se configura, y no después.',
  },
  canSee: [
    'Qué dispositivo es: nombre, modelo, versión del sistema, número de serie, identificadores del dispositivo',
    'Cuándo se configuró',
  ],
  lead: {
    download: (organisation) =>
      `Hacen falta dos perfiles: uno comunica a ${organisation} qué dispositivo es este, el otro trae sus ajustes. Descargue aquí el primero.`,
    install:
      'El primer perfil está en el dispositivo. Instálelo en Ajustes: el segundo llega automáticamente.',
    active:
      'El dispositivo ha dicho qué es y ha obtenido sus ajustes. Si todavía pregunta algo, termínelo allí; después puede cerrar esta página.',
    delivered:
      'El perfil está en el dispositivo. Instálelo allí en Ajustes; esta página muestra cuándo está hecho.',
  },
  howToInstall: 'Cómo instalar ambos',
  steps: {
    ios: [
      'Abra **Ajustes** y toque **Perfil descargado**, cerca de la parte superior. ¿No está ahí? Mire en **General\u00a0› VPN y gestión de dispositivos**.',
      'El dispositivo pregunta la primera vez: toque **Instalar** y escriba el código del dispositivo. Entonces dice qué es y obtiene sus ajustes.',
      'Pregunta la segunda vez, por los ajustes: toque **Instalar** y siga hasta que diga **Perfil instalado**.',
    ],
    macos: [
      'Abra **Ajustes del Sistema\u00a0› General\u00a0› Gestión de dispositivos**. Antes de macOS 15 es **Privacidad y seguridad\u00a0› Perfiles**.',
      'Haga doble clic en el perfil y elija **Instalar**: el Mac pregunta la primera vez. Entonces dice qué es y obtiene sus ajustes.',
      'Pregunta la segunda vez, por los ajustes: elija **Instalar** y escriba su contraseña.',
    ],
  },
  byItself:
    'Aquí no hay que pulsar nada: esta página muestra automáticamente cuándo el dispositivo ha dicho qué es.',
  failed: '¿El dispositivo no pudo instalar los ajustes?',
  again: (left) =>
    plural('es', left, {
      one: `Descargar de nuevo el primer perfil (queda ${left})`,
      other: `Descargar de nuevo el primer perfil (quedan ${left})`,
    }),
  status: {
    install: 'Instalar ambos perfiles en Ajustes',
    told: 'El dispositivo ha dicho qué es',
    active: {
      now: 'A la espera de que instale el perfil',
      nowDetail:
        'En Ajustes, en el dispositivo. Pregunta dos veces y comunica por sí mismo cuándo está hecho.',
      next: 'Activo',
      nextDetail: 'Cuando el dispositivo haya dicho qué es.',
    },
  },
}
