import type { auditWords as english } from '../en/audit-words.ts'
import { auditFacts } from './audit-facts.ts'

type Told = Parameters<(typeof english.actions)['device.confirmed']>[0]

const on = ({ platform }: Told) => (platform ? ` (${platform})` : '')
const device = ({ platform }: Told) => platform || 'Dispositivo'
const called = ({ name }: Told) => (name ? ` «${name}»` : '')
const because = ({ reason }: Told) => (reason ? `: ${reason}` : '')
const facts = ({ word }: Told) => {
  const told = [word('model'), word('osVersion')].filter((one) => one !== '')
  return told.length > 0 ? ` (${told.join(', ')})` : ''
}
const how = ({ word }: Told) => ways[word('by')] ?? ''
const ways: Record<string, string> = {
  email: ' con un código enviado por correo',
  passkey: ' con una llave de acceso',
  oidc: ' con el inicio de sesión de la organización',
}
const times = ({ count }: Told) => (count > 1 ? `, ${count} veces` : '')

const via = ({ word }: Told) =>
  word('channel') === 'sms' ? ', enviada por SMS' : word('channel') === 'email' ? ', enviada por correo' : ''

const role = ({ word }: Told) => (word('role') === 'supervisor' ? 'supervisor' : 'administrador')

/** What devices are asked to do. */
const commands: Record<string, string> = {
  lock: 'bloquearse',
  unlock: 'desbloquearse',
  ring: 'sonar',
  locate: 'indicar dónde está',
  wipe: 'borrarse',
  retire: 'quitar lo que trajo la organización',
}
const command = ({ word }: Told) => commands[word('command')] ?? word('command')

export const auditWords: typeof english = {
  reasons: {
    unknown_secret: 'el enlace no es de los nuestros',
    no_living_code: 'no había ningún código que se pudiera usar',
    wrong_pin: 'el PIN era incorrecto',
    pin_locked: 'los PIN estaban bloqueados',
    pin_closed: 'el PIN estaba bloqueado para ese enlace',
    used: 'el código ya se había usado',
    expired: 'el código había caducado',
    superseded: 'un código más reciente lo había sustituido',
    revoked: 'el código se había anulado',
    window_closed: 'el dispositivo se había configurado mucho antes',
    device_limit_reached: 'se había llegado al límite de dispositivos',
    setup_disabled: 'la configuración de dispositivos estaba desactivada',
    key_in_use: 'el dispositivo ya pertenece a otra cuenta',
    no_identity: 'la plantilla no incluye ningún certificado',
  },
  refusals: {
    wrong: 'no era correcto',
    used: 'ya se había usado',
    ended: 'había terminado o ya se había usado',
    counter: 'es posible que se haya copiado',
    too_many_failures: 'se probaron demasiados incorrectos',
  },
  actions: {
    'service.configured': () => 'Ajustes del servicio cambiados',
    'organisation.created': (it) => `Organización${called(it)} creada`,
    'organisation.configured': () => 'Configuración de dispositivos cambiada',
    'organisation.switched_on': () => 'Organización activada',
    'organisation.switched_off': () => 'Organización desactivada',
    'setup.switched_on': () => 'Configuración de dispositivos activada',
    'setup.switched_off': () => 'Configuración de dispositivos desactivada',
    'account_template.created': (it) => `Plantilla de cuenta${called(it)} creada`,
    'account_template.changed': (it) => `Plantilla de cuenta${called(it)} cambiada`,
    'account_template.archived': (it) => `Plantilla de cuenta${called(it)} archivada`,
    'account_template.restored': (it) => `Plantilla de cuenta${called(it)} restaurada`,
    'device_template.created': (it) => `Plantilla de dispositivo${called(it)} creada${on(it)}`,
    'device_template.changed': (it) => `Plantilla de dispositivo${called(it)} cambiada${on(it)}`,
    'device_template.archived': (it) => `Plantilla de dispositivo${called(it)} archivada${on(it)}`,
    'device_template.restored': (it) => `Plantilla de dispositivo${called(it)} restaurada${on(it)}`,
    'email_exception.added': () => 'Excepción a la regla de correo añadida',
    'email_exception.removed': () => 'Excepción a la regla de correo quitada',
    'logo.changed': () => 'Logotipo cambiado',
    'oidc.configured': () => 'Inicio de sesión con OpenID Connect cambiado',
    'account.registered': (it) => `${it.person} confirmó una dirección y se registró`,
    'account.completed': (it) => `${it.person} completó sus datos`,
    'account.added': (it) => `Cuenta de ${it.person} añadida`,
    'account.changed': (it) => `Cuenta de ${it.person} cambiada`,
    'account.role_changed': (it) => `Función de ${it.person} cambiada`,
    'account.approved': (it) => `Cuenta de ${it.person} aprobada`,
    'account.disabled': (it) => `Cuenta de ${it.person} deshabilitada`,
    'account.enabled': (it) => `Cuenta de ${it.person} habilitada`,
    'account.reprovisioned': (it) => `Nuevo código de aprovisionamiento enviado a ${it.person}${on(it)}`,
    'accounts.imported': (it) =>
      `Cuentas importadas: añadidas, ${it.word('added')}; cambiadas, ${it.word('changed')}`,
    'accounts.exported': () => 'Cuentas exportadas',
    'manager.invited': (it) => `Invitación a ${it.person} como ${role(it)}`,
    'manager.removed': (it) => `${it.person} ya no tiene la función de ${role(it)}`,
    'session.started': (it) => `${it.person} inició sesión${how(it)}`,
    'session.ended': (it) => `${it.person} cerró sesión`,
    'recovery.issued': (it) => `Enlace de recuperación emitido para ${it.person}`,
    'recovery.used': (it) => `${it.person} usó un enlace de recuperación`,
    'recovery.refused': (it) => `Se rechazó un enlace de recuperación${because(it)}`,
    'bootstrap.used': (it) => `${it.person} asumió la primera supervisión`,
    'bootstrap.refused': (it) => `Se rechazó el secreto de arranque${because(it)}`,
    'passkey.added': (it) => `Llave de acceso${called(it)} de ${it.person} añadida`,
    'passkey.renamed': (it) => `Llave de acceso${called(it)} de ${it.person} renombrada`,
    'passkey.removed': (it) => `Llave de acceso${called(it)} de ${it.person} quitada`,
    'passkey.refused': (it) => `Se rechazó una llave de acceso de ${it.person}${because(it)}`,
    'identity.bound': (it) => `${it.person}: cuenta vinculada al inicio de sesión de la organización`,
    'provision_code.created': (it) => `Código de aprovisionamiento creado para ${it.person}${on(it)}`,
    'provision_code.opened': (it) => `${it.person} abrió el enlace de aprovisionamiento${on(it)}`,
    'provision_code.superseded': (it) =>
      `Código de aprovisionamiento de ${it.person} sustituido por uno más reciente${on(it)}`,
    'provision_code.revoked': (it) => `Código de aprovisionamiento de ${it.person} anulado${on(it)}`,
    'provision_code.expired': (it) =>
      `Código de aprovisionamiento de ${it.person} caducado sin usar${on(it)}`,
    'pin.locked': (it) =>
      it.word('door') === 'url'
        ? `PIN de un enlace de ${it.person} bloqueado tras ${it.word('tries')} intentos fallidos`
        : `PIN de ${it.person} bloqueados tras ${it.word('tries')} intentos fallidos`,
    'pin.renewed': (it) => `Nuevo PIN creado para ${it.person}${on(it)}`,
    'device.provisioned': (it) => `${device(it)} de ${it.person}: aprovisionado correctamente${facts(it)}`,
    'device.provisioning_failed': (it) =>
      `${it.person}: falló el aprovisionamiento${because(it)}${times(it)}`,
    'device.confirmed': (it) =>
      it.word('by') === 'owner'
        ? `${it.person} dijo que la configuración está instalada${on(it)}: activo`
        : `${device(it)} de ${it.person} informó por primera vez: activo`,
    'device.handed_over': (it) => `La configuración de ${it.person} continuó en otro sitio${on(it)}`,
    'device.replaced': (it) => `Un dispositivo de ${it.person} fue sustituido por otro`,
    'device.abandoned': (it) =>
      `La configuración de ${it.person} no llegó a terminarse${on(it)}: su plaza queda libre`,
    'profile.delivered': (it) => `${it.person} descargó el perfil${on(it)}`,
    'theft.suspected': (it) =>
      it.word('by') === 'credential'
        ? `Alguien probó la credencial de un dispositivo de ${it.person} sin su clave${on(it)}`
        : `Otra persona probó el código que ${it.person} ya había usado`,
    'audit.exported': () => 'Auditoría exportada',
    'message.retried': (it) =>
      it.count > 1 ? `${it.count} mensajes puestos de nuevo en cola` : 'Mensaje puesto de nuevo en cola',
    'dead_letter.retried': () => 'Mensaje perdido puesto de nuevo en cola',
    'dead_letter.dropped': () => 'Mensaje perdido descartado',
    'authority.created': () => 'Autoridad de certificación creada',
    'authority.rotated': () => 'Autoridad de certificación renovada: ahora emite una nueva',
    'signer.changed': () => 'Certificado para firmar perfiles subido',
    'signer.removed': () => 'Certificado para firmar perfiles quitado',
    'certificate.issued': () => 'Certificado emitido',
    'certificate.revoked': () => 'Certificado revocado',
    'outbox.retried': (it) => `Cambios en espera de ${it.person}: nuevo intento`,
    'session.replayed': (it) =>
      `Tras una restauración: cambios de ${it.person} comunicados de nuevo a la base de datos`,
    'sessions.replayed': () => 'Tras una restauración: cuentas comparadas con la base de datos',
    'invitation.created': (it) => `Invitación para ${it.person} creada${via(it)}`,
    'invitation.fetched': (it) =>
      `Enlace de invitación de ${it.person} consultado, quizá por un analizador de correo`,
    'invitation.opened': (it) => `${it.person} abrió la invitación`,
    'invitation.accepted': (it) => `${it.person} aceptó la invitación`,
    'invitation.superseded': (it) => `Invitación de ${it.person} sustituida por una más reciente`,
    'invitation.revoked': (it) => `Invitación de ${it.person} desactivada`,
    'invitation.expired': (it) => `Invitación de ${it.person} caducada`,
    'invitation.credentials_shown': (it) => `Credenciales de la invitación de ${it.person} consultadas`,
    'invitation.reminders_changed': (it) => `Recordatorios para ${it.person} cambiados`,
    'invitations.sent': () => 'Invitaciones enviadas',
    'device.deleted': (it) => `${device(it)} de ${it.person}: eliminado`,
    'device.retired': (it) => `${device(it)} de ${it.person}: retirado`,
    'device.renewed': (it) => `Correo para recuperar un dispositivo enviado a ${it.person}${on(it)}`,
    'device.noted': (it) => `Nota sobre un dispositivo de ${it.person} cambiada`,
    'device.unresponsive': (it) => `${device(it)} de ${it.person} ya no responde${because(it)}`,
    'device.responsive': (it) => `${device(it)} de ${it.person} vuelve a responder`,
    'devices.exported': () => 'Lista de dispositivos exportada',
    'message.bounced': (it) => `Un mensaje para ${it.person} fue devuelto${because(it)}`,
    'message_template.changed': (it) => `Texto de los mensajes cambiado${called(it)}`,
    'message_template.reset': (it) => `Texto de los mensajes restablecido${called(it)}`,
    'device.renamed': (it) => `${device(it)} de ${it.person}: nuevo nombre${called(it)}`,
    'device.ownership_changed': (it) => `Propiedad de un dispositivo de ${it.person} cambiada${on(it)}`,
    'device.wiped': (it) => `${device(it)} de ${it.person}: borrado`,
    'command.queued': (it) => `${device(it)} de ${it.person}: se le pidió ${command(it)}`,
    'command.done': (it) => `${device(it)} de ${it.person} lo hizo: ${command(it)}`,
    'command.failed': (it) => `${device(it)} de ${it.person} no pudo ${command(it)}`,
    'command.expired': (it) => `${device(it)} de ${it.person} no respondió a tiempo: ${command(it)}`,
    'command.cancelled': (it) => `${device(it)} de ${it.person}: petición cancelada, ${command(it)}`,
    'passcode_reset.issued': (it) =>
      `PIN para restablecer un código de desbloqueo creado para ${it.person}${on(it)}`,
    'passcode_reset.used': (it) =>
      `${it.person} restableció el código de desbloqueo de las apps seguras${on(it)}`,
    'passcode_reset.refused': (it) =>
      `Un PIN para restablecer el código de desbloqueo de ${it.person} era incorrecto${times(it)}`,
    'security_strings.issued': (it) => `Un dispositivo de ${it.person} obtuvo cadenas de seguridad`,
    'security_strings.used': (it) => `Se usó una cadena de seguridad de ${it.person}`,
    'security_strings.refused': (it) => `Se rechazó una cadena de seguridad de ${it.person}${because(it)}`,
    'security_strings.voided': (it) =>
      `Las cadenas de seguridad de ${it.person} quedaron sin validez${because(it)}`,
    'api_key.created': (it) => `Clave de API${called(it)} creada`,
    'api_key.revoked': (it) => `Clave de API${called(it)} revocada`,
    'derived_credential.started': (it) => `${it.person} solicitó una credencial derivada${on(it)}`,
    'derived_credential.issued': (it) => `Credencial derivada de ${it.person} emitida${on(it)}`,
    'derived_credential.failed': (it) => `La credencial derivada de ${it.person} no se emitió${on(it)}`,
    'user_certificate.added': (it) => `${it.person} añadió un certificado${called(it)}`,
    'user_certificate.removed': (it) => `Certificado${called(it)} de ${it.person} eliminado`,
    'account.exported': (it) => `${it.person} descargó sus propios datos`,
    'account.deletion_asked': (it) => `${it.person} solicitó la eliminación de su cuenta`,
    'account.deletion_withdrawn': (it) => `${it.person} quiere conservar su cuenta después de todo`,
    'account.deleted': (it) => `Cuenta de ${it.person || it.word('account')} eliminada`,
    'device_link.allowed': (it) => `${it.person} permitió un dispositivo que lo solicitaba${called(it)}`,
    'device_link.denied': (it) => `${it.person} denegó un dispositivo que lo solicitaba${called(it)}`,
  },
  ...auditFacts,
}
