import type { deadEnds as englishDeadEnds, waysOn as englishWaysOn } from '../en/dead-ends.ts'

export const deadEnds: typeof englishDeadEnds = {
  no_organisation: {
    title: '¿Qué organización?',
    text: 'Cada organización tiene su propia página para configurar dispositivos. Escriba aquí su nombre corto.',
    next: 'El nombre figura en su invitación o al final de la dirección que le dieron: /setup/name.',
  },
  unknown_organisation: {
    title: 'No conocemos esta organización',
    text: 'No hay ninguna página para configurar dispositivos con este nombre.',
    next: 'Compare el nombre con su invitación o pregunte a quien le envió aquí.',
  },
  service_off: {
    title: 'La configuración de dispositivos está desactivada',
    text: 'En este momento nadie puede configurar aquí un dispositivo. Los dispositivos ya configurados siguen funcionando.',
    next: 'Vuelva a intentarlo más tarde. No se pierde nada de lo que hizo.',
  },
  organisation_off: {
    title: 'La configuración de dispositivos está desactivada',
    text: 'Su organización ha puesto en pausa la configuración de dispositivos.',
    next: 'Vuelva a intentarlo más tarde o pregunte al servicio de asistencia cuándo se abre de nuevo.',
  },
  account_disabled: {
    title: 'Su cuenta está desactivada',
    text: 'Con esta dirección no se pueden configurar dispositivos en este momento.',
    next: 'Pida al servicio de asistencia que vuelva a activarla.',
  },
  wrong_role: {
    title: 'Esta página no es para su cuenta',
    text: 'Ha iniciado sesión, pero con una cuenta que no puede entrar aquí.',
    next: 'Inicie sesión con la cuenta que sí puede o vuelva atrás.',
  },
  not_permitted: {
    title: 'Esto no está activado para usted',
    text: 'Su organización decide qué pueden hacer las personas con sus dispositivos por sí mismas, y esto no está incluido.',
    next: 'Pida al servicio de asistencia que lo haga por usted o que lo active.',
  },
  no_platforms: {
    title: 'Todavía no hay dispositivos para elegir',
    text: 'Su organización no ha preparado ningún tipo de dispositivo. Su registro se conserva.',
    next: 'Vuelva más tarde o pregunte al servicio de asistencia cuándo estará listo.',
  },
  link_unknown: {
    title: 'Este enlace no funciona',
    text: 'Puede estar incompleto: los enlaces a veces se cortan al copiarlos.',
    next: 'Escanee el código otra vez o copie el enlace completo de la página donde lo obtuvo.',
  },
  link_expired: {
    title: 'Este enlace ha caducado',
    text: 'No se usó a tiempo. No se ha perdido nada.',
    next: 'Obtenga uno nuevo: inicie sesión con su dirección de correo y elija su dispositivo.',
  },
  link_used: {
    title: 'Este enlace ya se ha usado',
    text: 'Configuró {device} ({time}). Cada enlace es para un solo dispositivo.',
    textUnknown: 'Se configuró un dispositivo con él. Cada enlace es para un solo dispositivo.',
    next: 'Para configurar otro dispositivo, obtenga un enlace nuevo.',
  },
  link_limit: {
    title: 'No hay más dispositivos para esta cuenta',
    text: 'La cuenta tiene tantos dispositivos como puede tener. Este enlace no se ha gastado.',
    next: 'El servicio de asistencia puede quitar un dispositivo que ya no se use. Después, abra de nuevo este enlace.',
  },
  link_superseded: {
    title: 'Hay un enlace más reciente',
    text: 'Un enlace más reciente ocupó el lugar de este.',
    next: 'Use el más reciente u obtenga otro.',
  },
  link_revoked: {
    title: 'Este enlace se ha anulado',
    text: 'Ya no se puede usar para configurar un dispositivo.',
    next: 'Obtenga uno nuevo o pregunte el motivo al servicio de asistencia.',
  },
  invitation_unknown: {
    title: 'Este enlace no funciona',
    text: 'Puede estar incompleto: los enlaces a veces se cortan al copiarlos.',
    next: 'Escanee otra vez el código de su mensaje o copie de él el enlace completo. Vale el mensaje más reciente.',
  },
  invitation_superseded: {
    title: 'Hay una invitación más reciente',
    text: 'Se le envió una invitación más reciente, que ocupó el lugar de esta. Los dispositivos ya configurados quedan como están.',
    next: 'Busque el mensaje más reciente y use el enlace que contiene.',
  },
  invitation_deactivated: {
    title: 'Esta invitación ha terminado',
    text: 'Se desactivó y no configura más dispositivos. Los dispositivos ya configurados quedan como están.',
    next: 'Si todavía la necesita, pida una nueva al servicio de asistencia.',
  },
  invitation_expired: {
    title: 'Esta invitación ha caducado',
    text: 'Su plazo ha terminado. Los dispositivos ya configurados quedan como están.',
    next: 'Pida una nueva al servicio de asistencia.',
  },
  invitation_full: {
    title: 'Todos los dispositivos de esta invitación están configurados',
    text: 'Era para un número determinado de dispositivos y ya están todos. Quedan como están.',
    next: 'Pida al servicio de asistencia una invitación nueva o que quite un dispositivo que ya no se use.',
  },
  ticket_used: {
    title: 'Este enlace de traspaso ha terminado',
    text: 'Lleva una configuración a otro navegador o a otra app: una sola vez y en el plazo de un día.',
    next: 'Si ya ha continuado, siga allí. Si no, copie otra vez el enlace de la página que lo dio u obtenga un código nuevo.',
  },
  claim_unknown: {
    title: 'Este dispositivo se configuró en otro navegador',
    text: 'Su página solo se abre en el navegador donde continuó la configuración, y solo durante un día.',
    next: 'Ábrala allí u obtenga un código nuevo.',
  },
  artefact_gone: {
    title: 'Esta descarga ha terminado',
    text: 'Un perfil se puede descargar tres veces, en el plazo de un día.',
    next: 'Si está en el dispositivo, instálelo en Ajustes. Si no, obtenga un código nuevo.',
  },
  no_certificate: {
    title: 'Falta el certificado de su dispositivo',
    text: 'Lo que está preparado para usted lleva un certificado de su organización, y en este momento no se puede crear. Sin él no se entrega nada.',
    next: 'Vuelva a intentarlo en unos minutos. Si eso no ayuda, comunique al servicio de asistencia que falta el certificado.',
  },
  too_many_certificates: {
    title: 'Suficientes certificados por hoy',
    text: 'Cada descarga de un certificado crea uno nuevo, y un dispositivo recibe diez al día.',
    next: 'Instale el último que descargó o vuelva mañana.',
  },
  not_found: {
    title: 'Aquí no hay ninguna página',
    text: 'Puede que la dirección tenga una errata o que la página se haya movido.',
    next: 'Empiece de nuevo en el inicio de la configuración de dispositivos.',
  },
  forbidden_origin: {
    title: 'Eso llegó de otra página',
    text: 'Por su seguridad solo aceptamos formularios de nuestras propias páginas. No se ha cambiado nada.',
    next: 'Vuelva a la página, cárguela de nuevo y envíelo otra vez.',
  },
  too_large: {
    title: 'Era demasiado texto',
    text: 'Lo que se envió es más grande de lo que aceptamos. No se ha cambiado nada.',
    next: 'Vuelva atrás, acorte lo que escribió y envíelo otra vez.',
  },
  rate_limited: {
    title: 'Un momento, por favor',
    text: 'Acaba de haber muchas peticiones desde su red.',
    next: 'Espere un minuto y vuelva a cargar esta página.',
  },
  temporarily_unavailable: {
    title: 'No ha funcionado en este momento',
    text: 'Una parte del servicio no responde. No se ha perdido nada.',
    next: 'Espere un minuto y vuelva a cargar esta página.',
  },
  error: {
    title: 'Algo ha fallado aquí',
    text: 'No es por causa suya, y ha quedado registrado.',
    next: 'Inténtelo otra vez. Si vuelve a ocurrir, comunique este número al servicio de asistencia:',
  },
}

export const waysOn: typeof englishWaysOn = {
  toDevices: 'Mis dispositivos',
  organisation: 'Nombre corto de la organización',
  open: 'Abrir su página',
  begin: 'Ir al inicio',
  newLink: 'Pedir enlace nuevo',
  newCode: 'Pedir código nuevo',
  byYourself: 'Configurar un dispositivo sin invitación',
  notYou: '¿No fue usted?',
  notYouText:
    'Entonces otra persona ha usado su enlace. Comuníquelo ahora e inicie sesión para ver qué se configuró.',
  look: 'Iniciar sesión y mirar',
  otherAddress: 'Usar otra dirección',
  aDevice: 'un dispositivo sin nombre',
  signInAsOther: 'Iniciar sesión con otra cuenta',
}
