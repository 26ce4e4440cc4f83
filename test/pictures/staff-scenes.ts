import { accountScenes } from './account-scenes.tsx'
import { certificateScenes } from './certificate-scenes.tsx'
import { deviceScenes } from './device-scenes.tsx'
import { invitationScenes } from './invitation-scenes.tsx'
import { manageScenes } from './manage-scenes.tsx'
import { messageScenes } from './message-scenes.tsx'
import { signInScenes } from './sign-in-scenes.tsx'
import { superviseScenes } from './supervise-scenes.tsx'
import { templateScenes } from './template-scenes.tsx'

/** The pages of those who work here, in states that a service in use does not show. */
export const staffScenes = [
  ...signInScenes,
  ...accountScenes,
  ...manageScenes,
  ...deviceScenes,
  ...invitationScenes,
  ...messageScenes,
  ...certificateScenes,
  ...templateScenes,
  ...superviseScenes,
]
