import type { deviceTemplateStart as english } from '../en/device-template-start.ts'

export const deviceTemplateStart: typeof english = {
  ios: '1. Apunte con la cámara al código y toque el enlace. Debe abrirse en **Safari**.\n2. Toque **Configurar**, después **Descargar el perfil** y **Permitir**.\n3. Abra **Ajustes**, toque **Perfil descargado** y después **Instalar**.',
  android:
    '1. Apunte con la cámara al código y toque el enlace.\n2. Toque **Configurar**.\n3. Instale la app que indica la página y ábrala: continúa por sí sola.',
  macos:
    '1. Abra en el Mac el enlace de esta página.\n2. Pulse **Configurar**, después **Descargar el perfil**, y abra el archivo.\n3. Abra **Ajustes del Sistema**, **General**, **Gestión de dispositivos**, e instálelo.',
  windows:
    '1. Abra en el PC el enlace de esta página y pulse **Configurar**.\n2. Inicie el agente.\n3. Copie el enlace que la página muestra entonces y péguelo ahí.',
  linux:
    '1. Abra en el equipo el enlace de esta página y pulse **Configurar**.\n2. Ejecute el comando que la página muestra entonces.',
  chromeos:
    '1. Abra en el Chromebook el enlace de esta página y pulse **Configurar**.\n2. Inicie el agente.\n3. Copie el enlace que la página muestra entonces y péguelo ahí.',
  agent: '1. Copie el enlace de esta página.\n2. Péguelo en el agente del dispositivo.',
}
