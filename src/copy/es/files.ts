import type { files as english } from '../en/files.ts'
import { plural } from '../plural.ts'

export const files: typeof english = {
  open: 'Mostrar qué instalar',
  openLead: (organisation) =>
    `Los ajustes de ${organisation} llegan como archivos y pasos para esta plataforma. Ábralos aquí y sígalos.`,
  installLead: 'Recorra la página con los archivos. Cuando todo esté listo, indíquelo aquí.',
  again: (left) =>
    plural('es', left, {
      one: `Mostrar de nuevo los archivos (queda ${left})`,
      other: `Mostrar de nuevo los archivos (quedan ${left})`,
    }),
  gone: '¿Necesita los archivos otra vez?',
  getNew: 'Pedir código nuevo',
  status: {
    title: 'Abrir los archivos',
    detail: 'Con el botón de arriba.',
    done: 'Archivos entregados',
    install: 'Instalarlos',
    installed: 'Instalados',
  },
  helpers: {
    android: {
      title: 'Un teléfono nuevo o un perfil de trabajo',
      button: 'Mostrar código y enlace',
    },
    windows: { title: 'Administrado por su organización', button: 'Mostrar el enlace' },
    linux: {
      title: 'Crea la clave propia de este equipo, instala lo que haya que instalar e informa.',
      button: 'Obtener el script',
    },
  },
  title: 'Qué instalar',
  lead: 'Siga la página de arriba abajo.',
  ends: 'Los archivos de esta página se pueden descargar durante una hora. Después, ábrala de nuevo desde la página de configuración.',
  back: 'Volver a la página de configuración',
  nothing: 'Aquí no hay nada que instalar: la página de configuración dice qué hacer.',
  done: { title: 'Cuando todo esté listo', button: 'Está instalado' },
  password: 'Contraseña del archivo',
  passwordNote: 'Se pide una vez, mientras se instala el certificado. No figura en ningún otro lugar.',
  links: {
    windows_mdm: {
      title: 'Conectar con su organización',
      button: 'Conectar este PC',
      steps: [
        'Pulse el botón: el navegador pregunta si debe abrir la configuración de Windows. Permítalo.',
        'Inicie sesión con su cuenta de la organización y siga los pasos que aparecen.',
      ],
    },
    android_enterprise: {
      title: 'Perfil de trabajo',
      button: 'Configurar el perfil de trabajo',
      steps: ['Pulse el botón en el propio teléfono. Se abre la configuración de Google y toma el relevo.'],
    },
  },
  codes: {
    provisioning: {
      title: 'Un teléfono nuevo o restablecido',
      label: 'Código para un teléfono nuevo',
      steps: [
        'En la primera pantalla del teléfono, **Hola** o **Te damos la bienvenida**, toque seis veces el mismo punto.',
        'Apunte el teléfono al código, que debe estar en una pantalla distinta de la suya.',
        'Instala lo que eligió su organización. El código funciona una sola vez.',
      ],
    },
    wifi: {
      title: 'Wi-Fi mediante código',
      label: (network) => `Código para la red ${network}`,
      steps: [
        'Con esta página en otra pantalla: en los ajustes de Wi-Fi del teléfono, toque el símbolo del código y escanee.',
        'En el propio teléfono: escriba el nombre y la contraseña tal como figuran abajo.',
      ],
    },
  },
  kinds: {
    wifi: 'Wi-Fi',
    passpoint: 'Wi-Fi mediante Passpoint',
    networks: 'Redes',
    vpn: 'VPN',
    certificate: 'Certificados de confianza',
    identity: 'El certificado de este dispositivo',
    ownCertificate: 'Sus propios certificados',
    script: 'Script que lo hace todo',
  },
  steps: {
    android: {
      certificate: [
        'Abra **Ajustes** y busque **Instalar un certificado**.',
        'Elija **Certificado Wi-Fi** o **Certificado de CA** y después el archivo de sus descargas.',
      ],
      identity: [
        'Abra el archivo descargado. Si no ocurre nada: abra **Ajustes**, busque **Instalar un certificado** y elija **Certificado de usuario de VPN y aplicaciones**.',
        'Escriba la contraseña de abajo.',
      ],
      passpoint: [
        'Abra el archivo descargado desde la notificación.',
        'Android pregunta si lo añade: toque **Instalar**. Se conecta donde la red ofrezca Passpoint.',
      ],
    },
    windows: {
      certificate: [
        'Abra el archivo descargado y elija **Instalar certificado** y después **Usuario actual**.',
        'Elija **Colocar todos los certificados en el siguiente almacén** y ahí **Entidades de certificación raíz de confianza**.',
        'Siga hasta **Finalizar** y confirme con **Sí**.',
      ],
      identity: [
        'Abra el archivo descargado y elija **Usuario actual**.',
        'Escriba la contraseña de abajo y deje lo demás como está hasta **Finalizar**.',
      ],
      wifi: [
        'Abra la carpeta con la descarga, haga clic en su barra de direcciones, escriba **cmd** y pulse Entrar.',
        'Pegue el comando y pulse Entrar. Windows conoce entonces la red.',
      ],
    },
    chromeos: {
      identity: [
        'Escriba **chrome://settings/certificates** en la barra de direcciones, abra sus certificados y elija **Importar y vincular**.',
        'Elija el archivo descargado y escriba la contraseña de abajo.',
      ],
      networks: [
        'Escriba **chrome://network#general** en la barra de direcciones.',
        'En **Importar archivo ONC**, elija el archivo descargado. Las redes están entonces en los ajustes.',
      ],
      certificate: [
        'Las redes de arriba ya los conocen. Para páginas web: escriba **chrome://settings/certificates** en la barra de direcciones e impórtelos en **Autoridades**.',
      ],
    },
    linux: {
      script: [
        'Abra un terminal en la carpeta con la descarga y ejecute el comando.',
        'Crea la clave propia de este equipo, instala certificados y redes, e informa. Esta página se desvincula entonces.',
        'Elimine después el archivo: contiene secretos.',
      ],
      ownCertificate: [
        'Impórtelos donde los necesite, en su programa de correo o navegador: en sus ajustes hay un lugar para los certificados. Los que acaban en **.p12** piden la contraseña de abajo.',
      ],
    },
  },
  command: 'Comando',
  byHand: {
    title: 'O a mano',
    lead: 'Descargue todo esto en una carpeta vacía, abra allí un terminal y ejecute los comandos. NetworkManager conoce entonces las redes; la VPN necesita su complemento strongSwan.',
    label: (number) => `Comando ${number}`,
  },
  typed: {
    title: { wifi: 'Wi-Fi, para escribir', vpn: 'VPN, para escribir', mail: 'Correo, para escribir' },
    facts: {
      network: 'Nombre',
      security: 'Seguridad',
      server: 'Servidor',
      incoming: 'Servidor entrante',
      outgoing: 'Servidor saliente',
      remoteId: 'Identificador del servidor',
      localId: 'Identificador propio',
      method: 'Método',
      identity: 'Nombre de usuario',
      outerIdentity: 'Identidad anónima',
      username: 'Nombre de usuario',
      password: 'Contraseña',
      sharedSecret: 'Secreto compartido',
      serverName: 'Nombre del servidor',
      address: 'Dirección',
    },
  },
  webLinks: 'Enlaces web',
  leftOut: {
    title: 'No en este dispositivo',
    lead: 'Su organización también ha definido esto, y no se puede instalar desde aquí:',
  },
}
