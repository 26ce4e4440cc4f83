import { abuseStaffScenes } from './abuse-scenes.tsx'
import { accountScenes } from './account-scenes.tsx'
import { apiKeyScenes } from './api-key-scenes.tsx'
import { auditScenes } from './audit-scenes.tsx'
import { certificateScenes } from './certificate-scenes.tsx'
import { commandScenes } from './command-scenes.tsx'
import { derivedScenes } from './derived-scenes.tsx'
import { deviceLinkScenes } from './device-link-scenes.tsx'
import { deviceScenes } from './device-scenes.tsx'
import { invitationScenes } from './invitation-scenes.tsx'
import { inviteScenes } from './invite-scenes.tsx'
import { staffLanguageScenes } from './language-scenes.tsx'
import { manageScenes } from './manage-scenes.tsx'
import { messageScenes } from './message-scenes.tsx'
import { ownCertificateScenes } from './own-certificate-scenes.tsx'
import { portalDeviceScenes } from './portal-device-scenes.tsx'
import { portalRegisterScenes } from './portal-register-scenes.tsx'
import { signInScenes } from './sign-in-scenes.tsx'
import { superviseScenes } from './supervise-scenes.tsx'
import { templateScenes } from './template-scenes.tsx'

/** The pages of those who work here, in states that a service in use does not show. */
export const staffScenes = [
  ...signInScenes,
  ...abuseStaffScenes,
  ...accountScenes,
  ...manageScenes,
  ...auditScenes,
  ...deviceScenes,
  ...commandScenes,
  ...deviceLinkScenes,
  ...invitationScenes,
  ...inviteScenes,
  ...messageScenes,
  ...certificateScenes,
  ...apiKeyScenes,
  ...templateScenes,
  ...superviseScenes,
  ...portalDeviceScenes,
  ...derivedScenes,
  ...portalRegisterScenes,
  ...ownCertificateScenes,
  ...staffLanguageScenes,
]
