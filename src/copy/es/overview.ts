import type { overview as english } from '../en/overview.ts'
import { plural } from '../plural.ts'

const many = (count: number) => (count >= 100 ? 'Más de 99' : String(count))
const devices = (count: number) =>
  plural('es', count, { one: `${count} dispositivo`, other: `${count} dispositivos` })

const ending = (days: number) => {
  if (days < 0) return 'ha terminado'
  if (days === 0) return 'termina en menos de un día'
  return plural('es', days, { one: `termina en ${days} día`, other: `termina en ${days} días` })
}

const within = (days: number) => plural('es', days, { one: `${days} día`, other: `${days} días` })

export const overview: typeof english = {
  title: 'Resumen',
  look: 'Mirar',
  attention: {
    title: 'Necesita su atención',
    none: 'Nada necesita su atención.',
    serviceOff: {
      title: 'La configuración de dispositivos está desactivada para todo el servicio',
      detail: 'Nadie puede configurar un dispositivo hasta que un supervisor vuelva a activarla.',
    },
    setupOff: {
      title: 'La configuración de dispositivos está desactivada',
      detail:
        'Nadie puede registrarse ni configurar un dispositivo hasta que un administrador vuelva a activarla.',
      act: 'Ver su estado',
    },
    unfinished: {
      title: 'Todavía no puede registrarse nadie',
      detail:
        'La configuración de dispositivos necesita una plantilla de cuenta y al menos una plataforma con una plantilla de dispositivo.',
      act: 'Completar la configuración',
    },
    anybody: {
      title: 'Puede registrarse cualquiera que tenga una dirección de correo',
      detail: 'No hay regla de correo. Indique qué direcciones pertenecen a su organización.',
      act: 'Establecer la regla',
    },
    authorityEnds: (days) => ({
      title: `Su autoridad de certificación ${ending(days)}`,
      detail:
        'Los dispositivos no tienen entonces ningún certificado válido de ella. Renuévela y entregue la nueva a sus servicios.',
      act: 'Renovar la autoridad',
    }),
    signerEnds: (days) => ({
      title: `El certificado que firma sus perfiles ${ending(days)}`,
      detail: 'Los dispositivos Apple muestran entonces los perfiles nuevos como «No verificado».',
      act: 'Subir su sucesor',
    }),
    unapproved: (count) => ({
      title: plural('es', count, {
        one: 'Una persona espera su aprobación',
        other: `${many(count)} personas esperan su aprobación`,
      }),
      detail: 'Han confirmado su dirección y no obtienen ningún código antes.',
      act: 'Aprobar o rechazar',
    }),
    unresponsive: (count) => ({
      title: plural('es', count, {
        one: 'Un dispositivo no responde',
        other: `${many(count)} dispositivos no responden`,
      }),
      detail: 'Faltaron a sus sincronizaciones o perdieron un permiso que necesitan.',
      act: 'Ver cuáles',
    }),
    thefts: (count) => ({
      title: plural('es', count, {
        one: 'Otra persona probó un código usado o la credencial de un dispositivo',
        other: `Otras personas probaron ${many(count).toLowerCase()} códigos usados o credenciales`,
      }),
      detail: 'En los últimos siete días. Pregunte a los propietarios si conocen el segundo dispositivo.',
    }),
    pins: (count) => ({
      title: plural('es', count, {
        one: 'Se bloqueó un PIN tras varios intentos fallidos',
        other: `Se bloquearon PIN ${many(count).toLowerCase()} veces tras varios intentos fallidos`,
      }),
      detail: 'En el último día. El enlace sigue funcionando; el propietario puede pedir un PIN nuevo.',
    }),
    undelivered: (count) => ({
      title: plural('es', count, {
        one: 'No se pudo entregar un mensaje',
        other: `No se pudieron entregar ${count} mensajes`,
      }),
      detail: (addresses) => `En los últimos siete días, a ${addresses}. ¿Son correctas estas direcciones?`,
      more: (count) => `${count} más`,
    }),
  },
  counts: {
    active: 'Dispositivos activos',
    pending: 'Configurados, aún no activos',
    invited: 'Invitaciones sin dispositivo',
    people: (days) => `Registros en ${within(days)}`,
    provisioned: (days) => `Configurados en ${within(days)}`,
  },
  period: { label: 'Periodo', days: (days) => within(days) },
  table: 'Mostrar como tabla',
  funnel: {
    title: (days) => `De la dirección al dispositivo, en ${within(days)}`,
    lead: 'Cada paso cuenta cuántas veces ocurrió en estos días, así que una persona con dos dispositivos cuenta dos veces a partir de los códigos. «Direcciones confirmadas» son las de personas que vinieron por primera vez.',
    describe: (steps) => `Barras, una debajo de otra: ${steps}.`,
    caption: 'De la dirección al dispositivo',
    columns: ['Paso', 'Cantidad', 'Del paso anterior'],
    steps: {
      'account.registered': 'Direcciones confirmadas',
      'account.completed': 'Cuentas completadas',
      'provision_code.created': 'Códigos emitidos',
      'device.provisioned': 'Canjeados',
      'device.confirmed': 'Activos',
    },
    empty: 'Nadie se ha registrado en estos días. Indique a las personas su página de configuración:',
  },
  byPlatform: {
    title: 'Dispositivos por plataforma',
    lead: 'Todo lo que está configurado ahora, fuera cuando fuera.',
    describe: (platforms) => `Barras, una debajo de otra: ${platforms}.`,
    caption: 'Dispositivos por plataforma y estado',
    columns: ['Plataforma', 'Activos', 'Aún no activos', 'Terminados'],
    bar: (active, pending) => {
      const text = plural('es', active, { one: `${active} activo`, other: `${active} activos` })
      return pending === 0 ? text : `${text}, ${pending} aún no`
    },
    empty: 'Todavía no se ha configurado ningún dispositivo.',
  },
  byDay: {
    title: (days) => `Dispositivos configurados por día, en ${within(days)}`,
    lead: 'Los días empiezan a medianoche UTC; el de hoy aún no ha terminado.',
    noun: devices,
    describe: (total, most, day) =>
      `Una columna por día. En total, ${total}; el máximo en un día: ${most} (${day}).`,
    caption: 'Dispositivos configurados por día',
    columns: ['Día', 'Dispositivos'],
    empty: 'En estos días no se configuró ningún dispositivo.',
  },
  start: {
    title: 'Primeros pasos',
    lead: 'En este orden, las personas de su organización pueden configurar sus dispositivos en pocos minutos.',
    done: 'hecho',
    open: 'por hacer',
    rule: {
      label: 'Indicar quién puede registrarse',
      detail: 'La regla de correo: qué direcciones pertenecen a su organización.',
    },
    accountTemplate: {
      label: 'Elegir con qué empiezan las cuentas nuevas',
      detail: 'Una plantilla de cuenta: permisos, límite de dispositivos, grupos.',
    },
    deviceTemplate: {
      label: 'Escribir una plantilla de dispositivo',
      detail: 'Qué recibe un dispositivo: Wi-Fi, correo, reglas del código de desbloqueo, la app.',
    },
    platforms: {
      label: 'Ofrecer plataformas',
      detail: 'Una plantilla de dispositivo para cada plataforma que ofrezca.',
    },
    terms: {
      label: 'Escribir lo que se acepta',
      detail: 'Las condiciones son opcionales. Las personas las aceptan antes de obtener un código.',
    },
    attempt: {
      label: 'Probarlo personalmente',
      detail: 'Regístrese con su propia dirección y configure un dispositivo.',
    },
  },
}
