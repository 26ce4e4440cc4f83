import type { mail as english } from '../en/mail.ts'
import { plural } from '../plural.ts'
import { alarmMail } from './abuse-mail.ts'

const minutesOf = (minutes: number) =>
  plural('es', minutes, { one: `${minutes} minuto`, other: `${minutes} minutos` })

export const mail: typeof english = {
  challenge: {
    subject: ({ code, organisation }) => `${code} es su código de ${organisation}`,
    preview: ({ minutes }) => `Escríbalo donde lo solicitó. Funciona durante ${minutesOf(minutes)}.`,
    heading: {
      registration: 'Su código para configurar un dispositivo',
      'sign-in': 'Su código para iniciar sesión',
    },
    codeIs: ({ code }) => `Su código: ${code}`,
    howTo: ({ minutes }) =>
      `Escríbalo en la página donde lo solicitó. Funciona durante ${minutesOf(minutes)}, y solo en ese navegador.`,
    fillIn: 'Rellenar el código por mí',
    why: ({ organisation }) =>
      `Recibe este mensaje porque alguien escribió esta dirección en ${organisation}. Si no fue usted, ignórelo: sin el código no ocurre nada.`,
    keepIt: ({ organisation }) =>
      `No comparta el código con nadie. Ninguna persona de ${organisation} se lo pedirá nunca.`,
  },
  alarm: alarmMail,
  theftSignal: {
    subject: 'Otra persona intentó usar su enlace de configuración',
    preview: 'El intento se rechazó. Compruebe que el dispositivo configurado con él es suyo.',
    heading: 'Otra persona intentó usar su enlace de configuración',
    what: ({ when, device, platform }) =>
      `Su enlace ya había configurado un dispositivo (${device ? `${device}, ` : ''}${platform}). El ${when}, otro dispositivo intentó usar el mismo enlace. Se rechazó y no recibió nada.`,
    mine: 'Si fue usted quien probó el enlace en un segundo dispositivo, todo está bien. Un enlace configura un solo dispositivo; para el siguiente, pida otro.',
    notMine:
      'Si no sabe de ningún segundo dispositivo, o si el configurado con el enlace no es suyo, es posible que alguien haya visto su enlace. Avise hoy mismo al servicio de asistencia.',
    again: 'Configurar otro dispositivo',
    why: ({ organisation }) =>
      `Recibe este mensaje porque se configuró un dispositivo a su nombre en ${organisation}.`,
  },
  provisionCode: {
    subject: ({ device, organisation }) => `Configure su dispositivo en ${organisation}: ${device}`,
    preview: 'Su enlace y el PIN que pide.',
    heading: ({ device }) => `Configure su dispositivo: ${device}`,
    what: ({ organisation }) =>
      `${organisation} ha creado un enlace de configuración para usted. Ábralo en el dispositivo que quiera configurar.`,
    open: 'Configurar este dispositivo',
    asks: 'La página pide este PIN:',
    previewLink: 'Su enlace. El PIN se lo comunica el servicio de asistencia.',
    asksElsewhere:
      'La página pide un PIN. Por seguridad no está en este mensaje: el servicio de asistencia se lo comunica por otra vía.',
    pinIs: ({ pin }) => `Su PIN: ${pin}`,
    until: ({ when }) =>
      `El enlace y el PIN funcionan para un dispositivo, hasta el ${when}. Después, pida otros nuevos.`,
    keepIt:
      'No comparta este mensaje: quien tenga el enlace y el PIN puede configurar un dispositivo en su nombre.',
    why: ({ organisation }) =>
      `Recibe este mensaje porque alguien que se ocupa de los dispositivos en ${organisation} lo solicitó.`,
  },
  approved: {
    subject: ({ organisation }) => `${organisation} ha aceptado su registro`,
    preview: 'Ya puede configurar su dispositivo.',
    heading: 'Ya puede configurar su dispositivo',
    what: ({ organisation }) =>
      `${organisation} ha aceptado su registro. Abra la página en cualquier dispositivo, inicie sesión con esta dirección y continúe donde lo dejó.`,
    open: 'Continuar',
    why: ({ organisation }) =>
      `Recibe este mensaje porque se registró con esta dirección en ${organisation}.`,
  },
  managerInvited: {
    manager: {
      subject: ({ organisation }) => `Ahora administra dispositivos en ${organisation}`,
      heading: ({ organisation }) => `Tiene la función de administrador de ${organisation}`,
      what: ({ organisation }) =>
        `Con la función de administrador de ${organisation} decide quién puede configurar dispositivos allí y qué reciben esos dispositivos, y ayuda a las personas con ellos.`,
    },
    supervisor: {
      subject: ({ organisation }) => `Ahora supervisa ${organisation}`,
      heading: ({ organisation }) => `Tiene la función de supervisor de ${organisation}`,
      what: ({ organisation }) =>
        `Con la función de supervisor de ${organisation} se ocupa de sus organizaciones y de los ajustes comunes a todas ellas.`,
    },
    preview: 'Inicie sesión con esta dirección para empezar.',
    how: 'Inicie sesión con esta dirección. Le enviamos un código y, la primera vez, le pedimos que cree una llave de acceso: su huella, su rostro o el PIN de su equipo. A partir de entonces es su forma de entrar.',
    open: 'Iniciar sesión',
    why: 'Recibe este mensaje porque un supervisor escribió esta dirección. Si no lo esperaba, pregúntele; si no inicia sesión, no ocurre nada.',
  },
  invitation: {
    preview: 'Su enlace, el PIN que pide y un código para la cámara.',
    reminderPreview: 'Su invitación sigue funcionando. El enlace, el PIN y el código están más abajo.',
    open: 'Configurar este dispositivo',
  },
  renewal: {
    preview: 'Qué le ocurre y cómo recuperarlo.',
    states: {
      invited: () => ({
        what: 'Todavía no se ha configurado ningún dispositivo con su invitación.',
        next: 'Abra el enlace de más abajo en el dispositivo que quiera configurar.',
      }),
      pending: () => ({
        what: 'Lo que empezó en este dispositivo no se ha terminado.',
        next: 'Téngalo a mano y continúe con el enlace de más abajo.',
      }),
      active: () => ({
        what: 'Por lo que podemos ver, no le ocurre nada.',
        next: 'Si no funciona como debería, el enlace de más abajo le permite configurarlo otra vez.',
      }),
      silent: () => ({
        what: 'Hace tiempo que no tenemos noticias de este dispositivo.',
        next: 'Enciéndalo, conéctelo a internet y abra su app del agente. Si eso no ayuda, use el enlace de más abajo. Si ya no lo tiene, avise al servicio de asistencia.',
      }),
      permissions: ({ permissions }) => ({
        what: permissions
          ? `Este dispositivo ha perdido permisos que necesita: ${permissions}.`
          : 'Este dispositivo ha perdido permisos que necesita.',
        next: 'Abra su app del agente y vuelva a concederlos. Si eso no ayuda, use el enlace de más abajo.',
      }),
      ended: () => ({
        what: 'Este dispositivo ya no está configurado.',
        next: 'Para configurarlo de nuevo, abra en él el enlace de más abajo.',
      }),
    },
    open: 'Ir a mi dispositivo',
    signIn: 'Iniciar sesión',
    signInHow:
      'Después de iniciar sesión con esta dirección, ve sus dispositivos y puede configurarlos de nuevo.',
    why: ({ organisation, manager }) =>
      `Recibe este mensaje porque ${manager ? `${manager}, que` : 'alguien que'} se ocupa de los dispositivos en ${organisation}${manager ? ',' : ''} nos pidió enviarlo. Si no conoce este dispositivo, avise al servicio de asistencia; sin usted no ocurre nada.`,
  },
  access: {
    leads: 'El botón abre',
    asks: 'La página pide este PIN:',
    pinIs: ({ pin }) => `Su PIN: ${pin}`,
    until: ({ when }) => `El enlace y el PIN funcionan hasta el ${when}.`,
    untilEnded: ({ organisation }) =>
      `El enlace y el PIN funcionan hasta que ${organisation} ponga fin a la invitación.`,
    camera: {
      title: '¿Lee esto en otro dispositivo?',
      how: 'Apunte a este código con la cámara del dispositivo que quiera configurar.',
      alt: ({ page }) => `Código QR de su enlace. Sin imágenes, escriba los datos en ${page}.`,
    },
    typed: {
      title: '¿No hay cámara ni manera de abrir el enlace?',
      how: 'Abra esta página en el dispositivo y escriba:',
      page: 'Página',
      site: 'Sitio',
      address: 'Dirección de correo',
      thisAddress: 'la dirección que tiene en la organización',
      pin: 'PIN',
    },
    keepIt:
      'No comparta este mensaje: quien tenga el enlace y el PIN puede configurar un dispositivo en su nombre.',
    why: ({ organisation, manager }) =>
      `Recibe este mensaje porque ${manager ? `${manager}, de ${organisation},` : `alguien que se ocupa de los dispositivos en ${organisation}`} le ha invitado. Si no lo esperaba, pregunte allí o no haga nada: sin usted no ocurre nada.`,
  },
  words: {
    invitation: {
      subject: 'Configure sus dispositivos en {{organisation}}',
      body: `Hola, {{name}}:

{{organisation}} le invita a configurar los dispositivos con los que trabaja. Solo lleva unos minutos: abra el enlace en el dispositivo y haga lo que indica la página. Para otro dispositivo, vuelva a este mensaje.`,
    },
    reminder: {
      subject: 'Recordatorio: configure sus dispositivos en {{organisation}}',
      body: `Hola, {{name}}:

Su invitación de {{organisation}} sigue esperándole. Abra el enlace en el dispositivo que quiera configurar; solo lleva unos minutos. Si algo se lo impide, le ayudamos con gusto.`,
    },
    renewal: {
      subject: '{{organisation}}: {{device}} necesita su atención',
      body: `Hola, {{name}}:

{{organisation}} tiene un mensaje sobre {{device}}.`,
    },
  },
  unknown: {
    valid_until: 'nuevo aviso',
    device: ({ platform }) => (platform ? `su dispositivo (${platform})` : 'su dispositivo'),
    helpdesk: ({ organisation }) => `el servicio de asistencia de ${organisation}`,
  },
  /** Signs of GSM 03.38 only: an accent that it lacks is left out. */
  sms: {
    invitation: ({ organisation }) => `${organisation}: Configure su dispositivo:`,
    reminder: ({ organisation }) => `${organisation}: Recuerde, su dispositivo sigue sin configurar:`,
    renewal: ({ organisation, device }) => `${organisation}: Revise su dispositivo (${device}):`,
    code: ({ organisation }) => `${organisation}: Configure su dispositivo:`,
    pin: ({ pin }) => `PIN ${pin}`,
    android: ({ page, site }) =>
      `En Android, o sin el enlace: abra ${page}, sitio ${site}, su correo y el PIN.`,
    mail: ({ organisation }) => `${organisation}: Lea el correo que le hemos enviado sobre su dispositivo.`,
  },
  platforms: {
    ios: 'iPhone o iPad',
    android: 'Android',
    macos: 'Mac',
    windows: 'Windows',
    linux: 'Linux',
    chromeos: 'Chromebook',
    agent: 'app del agente',
  },
  help: ({ organisation }) => `Ayuda de ${organisation}:`,
  footer: ({ organisation }) => `${organisation} · configuración de dispositivos`,
}
