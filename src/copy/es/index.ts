import type { Copy } from '../types.ts'
import { abuse } from './abuse.ts'
import { account } from './account.ts'
import { accountTemplates } from './account-templates.ts'
import { apiKeys } from './api-keys.ts'
import { artefacts } from './artefacts.ts'
import { audit } from './audit.ts'
import { auditChain } from './audit-chain.ts'
import { certificates } from './certificates.ts'
import { claim } from './claim.ts'
import { commands } from './commands.ts'
import { deadEnds, waysOn } from './dead-ends.ts'
import { derived } from './derived.ts'
import { deviceLink } from './device-link.ts'
import { deviceList } from './device-list.ts'
import { deviceSetup } from './device-setup.ts'
import { deviceTemplates } from './device-templates.ts'
import { fields } from './fields.ts'
import { files } from './files.ts'
import { go } from './go.ts'
import { health } from './health.ts'
import { invitationLink } from './invitation-link.ts'
import { invitations } from './invitations.ts'
import { languages } from './languages.ts'
import { link } from './link.ts'
import { mail } from './mail.ts'
import { messages } from './messages.ts'
import { myData } from './my-data.ts'
import { oidc } from './oidc.ts'
import { ota } from './ota.ts'
import { overview } from './overview.ts'
import { people } from './people.ts'
import { peopleCode } from './people-code.ts'
import { platforms } from './platforms.ts'
import { portal } from './portal.ts'
import { portalDevice } from './portal-device.ts'
import { portalRegister } from './portal-register.ts'
import { ready } from './ready.ts'
import { restoring } from './restoring.ts'
import { setup } from './setup.ts'
import { signIn } from './sign-in.ts'
import { staff } from './staff.ts'
import { superviseOrganisations } from './supervise-organisations.ts'
import { superviseService } from './supervise-service.ts'
import { ui } from './ui.ts'
import { userCertificates } from './user-certificates.ts'

/**
 * Spanish, in the polite form ("usted"), impersonal where that reads better; words that Spain and America share.
 * device dispositivo · set up configurar · device setup configuración de dispositivos · provision aprovisionar
 * provision code código de aprovisionamiento · setup code, link código, enlace de configuración · PIN, PINs PIN
 * QR code código QR · registration registro · enrolment inscripción · invitation invitación · grant ends terminar
 * device owner propietario · manager administrador · supervisor supervisor · role función · helpdesk servicio de
 * asistencia · organisation organización · site id ID de sitio · short name, slug nombre corto · e-mail correo
 * account cuenta · account template plantilla de cuenta · device template plantilla de dispositivo · policy directiva
 * check-in sincronización · to report informar · report informe · credential credencial · derived credential
 * credencial derivada · certificate certificado · authority autoridad · issue emitir · revoke revocar · rotate renovar
 * security strings cadenas de seguridad · passkey llave de acceso · passcode código de desbloqueo · API key clave de
 * API · audit auditoría · retire retirar (dar de baja) · wipe borrar · delete eliminar · remove quitar · lock bloquear
 * ring hacer sonar · locate localizar · re-provision configurar de nuevo · replace sustituir · renew renovar
 * deactivate (invitation), switch off desactivar · disable (account) deshabilitar · withdraw (code) anular
 * expire, run out caducar · sign in, out iniciar, cerrar sesión · settings (of a device) ajustes · agent app app del
 * agente · take over tomar el relevo · enter escriba · text message SMS · served recibe servicio
 */
export const es: Copy = {
  ui,
  platforms,
  setup,
  ready,
  link,
  claim,
  go,
  artefacts,
  files,
  ota,
  deadEnds,
  waysOn,
  mail,
  staff,
  fields,
  signIn,
  account,
  superviseService,
  superviseOrganisations,
  health,
  deviceSetup,
  accountTemplates,
  deviceTemplates,
  people,
  peopleCode,
  audit,
  auditChain,
  restoring,
  overview,
  oidc,
  invitations,
  invitationLink,
  deviceList,
  messages,
  certificates,
  portal,
  portalDevice,
  portalRegister,
  commands,
  derived,
  userCertificates,
  myData,
  apiKeys,
  deviceLink,
  languages,
  abuse,
}
