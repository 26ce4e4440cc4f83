import type { signIn as english } from '../en/sign-in.ts'

export const signIn: typeof english = {
  start: {
    title: 'Iniciar sesión',
    lead: 'Con su dirección de correo o con una llave de acceso que haya creado aquí.',
    email: 'Dirección de correo',
    submit: 'Enviarme un código',
    or: 'o',
    passkey: 'Usar una llave de acceso',
    signedOut: 'Se ha cerrado su sesión.',
    tooManySends:
      'Se han enviado varios códigos a esta dirección. Puede pedir el siguiente {when}. Una llave de acceso funciona en cualquier momento.',
  },
  none: {
    title: 'Todavía no hay cuenta',
    text: 'Nadie puede iniciar sesión aquí con {address}.',
    owner: 'Para configurar un dispositivo, regístrese en su organización: así se crea su cuenta.',
    manager: 'Para administrar dispositivos, pida a su organización que invite esta dirección.',
    register: 'Configurar un dispositivo',
    another: 'Usar otra dirección',
  },
  choose: {
    title: '¿Qué cuenta?',
    lead: '{address} tiene más de una.',
    accounts: 'Cuentas',
    submit: 'Continuar',
    error: 'Elija una de estas cuentas.',
  },
  roles: { device_owner: 'Propietario', manager: 'Administrador', supervisor: 'Supervisor' },
  passkey: {
    title: 'Ahora, su llave de acceso',
    lead: 'Su dirección está confirmada. Para proteger los dispositivos, los administradores y supervisores usan además una llave de acceso.',
    submit: 'Usar mi llave de acceso',
    lost: '¿No tiene a mano una llave de acceso?',
    lostManager: 'Un supervisor de este servicio puede darle un enlace con el que crea una nueva.',
    lostSupervisor:
      'Quien gestiona este servicio puede establecer un nuevo secreto de arranque. Con él crea una nueva en /supervise/claim.',
    another: 'Usar otra dirección',
  },
  make: {
    title: 'Cree su llave de acceso',
    lead: 'Ocupa el lugar de una contraseña: inicia sesión con la huella, el rostro o el PIN de este dispositivo, o con una llave de seguridad.',
    replaces: 'Cuando se cree, se quitan todas las llaves de acceso anteriores de {address}.',
    name: 'Nombre de la llave de acceso',
    nameHint: 'Para que la reconozca en su cuenta, por ejemplo «Portátil del trabajo».',
    submit: 'Crear llave de acceso',
  },
  refusals: {
    not_read: 'No se usó ninguna llave de acceso. Vuelva a intentarlo y siga lo que pida el navegador.',
    late: 'Tardó demasiado o se envió dos veces. Inténtelo otra vez.',
    unknown: 'Ninguna cuenta de aquí tiene esta llave de acceso. Use otra o su dirección de correo.',
    refused: 'No se pudo comprobar esta llave de acceso. Vuelva a intentarlo o use otra.',
    not_verified:
      'Su dispositivo no comprobó que es usted. Use una llave de acceso que pida la huella, el rostro o un PIN.',
    taken: 'Esta llave de acceso ya se usa aquí. Cree una nueva o use otro dispositivo.',
    too_many: 'Su cuenta tiene tantas llaves de acceso como puede tener. Quite una que ya no use.',
    closed: 'Esta cuenta está desactivada. Pregunte a quien la administra.',
  },
  script: {
    cancelled: 'No se usó ninguna llave de acceso. Pulse el botón para volver a intentarlo.',
    unsupported:
      'Este navegador no puede usar llaves de acceso. Abra esta página en una versión actual de Chrome, Edge, Firefox o Safari.',
    known:
      'Este dispositivo ya tiene una llave de acceso para esta cuenta. Use otro dispositivo u otra llave de seguridad.',
    missingToSignIn:
      'Las llaves de acceso necesitan JavaScript, que está desactivado en este navegador. Actívelo para esta página y cárguela de nuevo, o use su dirección de correo.',
    missingToMake:
      'Las llaves de acceso necesitan JavaScript, que está desactivado en este navegador. Actívelo para esta página y cárguela de nuevo.',
  },
  recover: {
    title: 'Recuperar su cuenta',
    lead: 'Este enlace es para {name} ({address}), {organisation}.',
    happens: 'Si continúa',
    consequences: [
      'Se cierra su sesión en todas partes.',
      'Crea una llave de acceso nueva en este navegador, en el plazo de 10 minutos. Después se quitan todas las anteriores.',
      'Este enlace queda gastado.',
    ],
    submit: 'Continuar',
    ended: {
      title: 'Este enlace ha terminado',
      text: 'Un enlace de recuperación funciona una vez, durante un día y mientras no haya otro más reciente.',
      next: 'Pida otro a un supervisor o inicie sesión con una llave de acceso que todavía tenga.',
      signIn: 'Iniciar sesión',
    },
  },
  claim: {
    title: 'Reclamar este servicio',
    lead: 'Asuma la primera supervisión. Necesita el secreto de arranque que se estableció al instalar el servicio.',
    secret: 'Secreto de arranque',
    secretHint: '«npm start» lo muestra; en producción es el secreto BOOTSTRAP_SECRET del Worker.',
    email: 'Su dirección de correo',
    emailHint: 'Más adelante inicia sesión con ella. Ahora no enviamos ningún código.',
    name: 'Su nombre',
    submit: 'Reclamar el servicio',
    refused: 'Este secreto no es válido o ya se ha usado.',
    used: {
      title: 'Este servicio ya tiene supervisor',
      text: 'El secreto de arranque ya se ha usado. Nadie puede volver a reclamar el servicio con él.',
      next: 'Los supervisores inician sesión. Si uno ha perdido todas sus llaves de acceso, quien gestiona el servicio establece un nuevo BOOTSTRAP_SECRET y vuelve a abrir esta página.',
      signIn: 'Iniciar sesión',
    },
    unconfigured: {
      title: 'No hay ningún secreto de arranque',
      text: 'Nadie puede reclamar este servicio hasta que haya uno.',
      next: 'Quien gestiona el servicio establece BOOTSTRAP_SECRET, de 22 a 128 letras y cifras, por ejemplo con **npx wrangler secret put BOOTSTRAP_SECRET**, y vuelve a abrir esta página.',
    },
  },
}
