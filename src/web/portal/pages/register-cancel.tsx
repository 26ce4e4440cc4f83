import type { GrantView } from '../../../referee/index.ts'
import type { Frame } from '../../ui/frame.ts'
import { ConfirmPage } from '../../ui/staff-form.tsx'
import { codePath, REGISTER_PATH } from '../register-paths.ts'
import { kindName } from './device-words.tsx'

/** Asks before a code of one's own ends. `/portal/register/<grant>/cancel`. */
export function CancelCodePage({
  frame,
  grant,
}: {
  frame: Frame
  grant: Pick<GrantView, 'id' | 'platform'>
}) {
  const { portalRegister } = frame.copy
  const words = portalRegister.cancel
  return (
    <ConfirmPage
      frame={frame}
      area="portal"
      section="register"
      title={words.title(kindName(frame.copy, grant))}
      parent={{ href: REGISTER_PATH, label: portalRegister.title }}
      consequences={words.consequences}
      action={codePath(grant.id, 'cancel')}
      act={words.act}
      cancel={REGISTER_PATH}
    />
  )
}
