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

export const de: Copy = {
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
