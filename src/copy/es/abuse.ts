import type { abuse as english } from '../en/abuse.ts'
import { plural } from '../plural.ts'

const many = (count: number) => (count >= 1000 ? 'más de 999' : String(count))
const times = (count: number) => plural('es', count, { one: 'una vez', other: `${many(count)} veces` })

export const abuse: typeof english = {
  check: {
    lead: 'Una breve verificación de Cloudflare de que es usted una persona. Casi siempre se marca sola.',
    noScript:
      'Esta verificación necesita JavaScript. Sin él: use un navegador en el que ya haya iniciado sesión aquí, inicie sesión con su organización si se ofrece, o pida una invitación al servicio de asistencia.',
    required:
      'En este momento se piden muchos códigos. Supere la verificación de abajo y envíe el formulario de nuevo.',
    failed:
      'No se pudo confirmar la verificación: puede que fuera demasiado antigua o que ya se hubiera usado. Supérela otra vez y envíe el formulario.',
  },
  limit: {
    title: 'No hay más códigos en esta hora',
    opens:
      'Se han pedido más códigos de los que enviamos en una hora, los pidiera quien los pidiera. Se vuelven a enviar códigos {when}; lo que escribió se conserva.',
    setup: 'Si tiene una cuenta con una llave de acceso, puede {signIn} de inmediato.',
    signIn: 'iniciar sesión con ella',
    elsewhere: 'Con una llave de acceso, o al iniciar sesión con su organización, se entra de inmediato.',
    known:
      'En un navegador en el que ya haya iniciado sesión con un código enviado a esta dirección, sigue recibiendo códigos.',
  },
  people: {
    title: 'Su dirección está confirmada, pero el registro está completo por hoy',
    opens:
      'Se han registrado más personas de las que esta organización admite en un día. Se abre de nuevo {when}; vuelva entonces y pida un código nuevo. Quien tenga una invitación no necesita esperar.',
  },
  throwAway: {
    refused:
      'Esta organización no acepta direcciones de servicios que las prestan por poco tiempo. Use una dirección que siga siendo suya.',
    badge: '¿dirección desechable?',
    explained:
      'El dominio de esta dirección pertenece a un servicio que presta direcciones durante minutos. Puede que mañana ya no se pueda contactar allí con quien la escribió.',
  },
  page: {
    name: 'Protección',
    lead: 'Hasta dónde pueden llegar las personas ajenas antes de haber demostrado nada.',
    saved: 'Guardado.',
    limits: {
      title: 'Límites',
      lead: 'Detienen las avalanchas. Nunca frenan a personas cuyo navegador se conoce, ni las llaves de acceso, su propio inicio de sesión, las invitaciones o las personas que usted añade.',
      codes: 'Códigos por hora',
      codesHint: (standard, most) =>
        `Enviados por correo a navegadores nuevos aquí. Vacío: ${standard}. Como máximo ${most}, el límite del servicio.`,
      people: 'Personas nuevas al día',
      peopleHint: (standard, most) =>
        `Que se registran por sí mismas. Vacío: ${standard}. Como máximo ${most}. Auméntelo antes de un día en el que vengan todas.`,
      used: { codes: 'Códigos en esta hora', people: 'Personas nuevas hoy' },
      of: (count, limit) => `${count} de ${limit}`,
    },
    throwAway: {
      title: 'Direcciones desechables',
      label: 'Direcciones de servicios que las prestan durante minutos',
      hint: 'Solo se reconocen servicios muy conocidos, y solo al registrarse. Las direcciones que usted acepta expresamente se aceptan siempre.',
      options: { hint: 'Aceptar, y avisar', refuse: 'Rechazar en el registro' },
    },
  },
  service: {
    title: 'Protección',
    lead: 'Hasta dónde pueden llegar las personas ajenas en todo el servicio antes de haber demostrado nada.',
    open: 'Límites y verificación humana',
    openText:
      'Cuántos códigos se envían a personas ajenas, cuántas personas se registran y la verificación humana.',
    codes: 'Códigos por hora',
    codesHint: (standard) =>
      `Para todas las organizaciones juntas, y otros tantos para iniciar sesión. Vacío: ${standard}. Cada organización conserva una pequeña parte que las demás no pueden agotar.`,
    people: 'Personas nuevas al día',
    peopleHint: (standard) => `De todas las organizaciones juntas. Vacío: ${standard}.`,
    used: {
      codes: 'Códigos de configuración en esta hora',
      signIns: 'Códigos de inicio de sesión en esta hora',
      people: 'Personas nuevas hoy',
    },
    check: {
      title: 'Verificación humana',
      off: 'Sin configurar. Cuando se alcanza un límite, los códigos esperan a la hora siguiente. Con Cloudflare Turnstile se podría continuar tras una breve verificación; la guía de operación explica cómo configurarlo.',
      limits: 'Cloudflare Turnstile, se pide cuando se alcanza un límite.',
      always: 'Cloudflare Turnstile, se pide a todos los navegadores nuevos aquí.',
    },
  },
  alarms: {
    title: 'Alarmas',
    lead: 'Señales de que alguien intenta algo. De cada una recibe un correo al día como máximo.',
    serviceTitle: 'Alarmas del servicio',
    since: 'La primera, {time}.',
    kinds: {
      codes: (count) => ({
        title: `Se retuvieron códigos ${times(count)}, porque se pidieron más de los que permite el límite`,
        detail:
          'Si hoy vienen muchas personas, aumente el límite. Si no basta, se ha alcanzado el de todo el servicio: avise a quien lo supervisa. Si no se espera a nadie, puede que alguien esté inundando su página: las personas conocidas siguen pudiendo entrar.',
        act: 'Ver los límites',
      }),
      people: (count) => ({
        title: `El registro estuvo completo ${times(count)}`,
        detail:
          'Más personas de las que permite el límite diario confirmaron una dirección. Mire quién vino; aumente el límite o haga más estricta la regla de correo. Si un límite más alto no basta, se ha alcanzado el de todo el servicio: avise a quien lo supervisa.',
        act: 'Ver los límites',
      }),
      guesses: (count) => ({
        title: plural('es', count, {
          one: 'Se bloqueó un código enviado por correo tras varios intentos fallidos',
          other: `Se bloquearon ${many(count)} códigos enviados por correo tras varios intentos fallidos`,
        }),
        detail:
          'Puede que alguien esté adivinando códigos. Cada uno admite solo cinco intentos, y no se abrió nada.',
        act: 'Ver quién se registró',
      }),
      pins: (count) => ({
        title: plural('es', count, {
          one: 'Se bloqueó un PIN tras varios intentos fallidos',
          other: `Se bloquearon PIN ${many(count)} veces tras varios intentos fallidos`,
        }),
        detail: 'Los enlaces siguen funcionando; el propietario, o usted, puede pedir un PIN nuevo.',
        act: 'Mirar',
      }),
      thefts: (count) => ({
        title: plural('es', count, {
          one: 'Otra persona probó un código usado o la credencial de un dispositivo',
          other: `Otras personas probaron ${many(count)} códigos usados o credenciales`,
        }),
        detail: 'Se rechazó. Pregunte a los propietarios si conocen el segundo dispositivo.',
        act: 'Mirar',
      }),
      sign_ins: (count) => ({
        title: `Se retuvieron códigos de inicio de sesión ${times(count)}, porque se pidieron más de los que permite el límite`,
        detail:
          'Las llaves de acceso, el inicio de sesión propio de las organizaciones y los navegadores conocidos siguen funcionando. Si no es una avalancha, aumente el límite.',
        act: 'Ver los límites',
      }),
      check: (count) => ({
        title: `La verificación humana no respondió ${times(count)}`,
        detail:
          'Aun así se envían códigos dentro de los límites. Mire el estado de Cloudflare y si la clave secreta es correcta.',
        act: 'Ver los límites',
      }),
    },
  },
}
