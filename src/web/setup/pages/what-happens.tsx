import type { Platform, Reports } from '../../../kernel/platform.ts'
import type { LinkView } from '../../../referee/index.ts'
import type { Frame } from '../../ui/frame.ts'
import { Part, Points } from '../../ui/text.tsx'
import { profilePlatformOf } from './claim-stage.ts'

export type WhatHappensProps = {
  frame: Frame
  link: Pick<LinkView, 'platform' | 'ownership' | 'ownershipOpen'>
  reports: Reports
}

/** Before anybody agrees: what happens to the device, and what its organisation sees and does not see then. */
export function WhatHappens({ frame, link, reports }: WhatHappensProps) {
  const words = frame.copy.link
  const name = frame.organisation?.name ?? ''
  const owned = words.happens.registered[link.ownershipOpen ? 'open' : link.ownership](name)
  const { ota } = frame.copy
  const silent = reports === 'none'
  const once = reports === 'ota' && profilePlatformOf({ platform: link.platform, reports }) !== null
  return (
    <>
      <Part title={words.happens.title}>
        <Points
          items={[
            owned,
            settingsWords(frame, { platform: link.platform, reports }),
            once ? ota.happens.once : silent ? words.happens.silent : words.happens.reports,
          ]}
        />
      </Part>
      <Part title={words.canSee.title(name)}>
        <Points mark="yes" items={once ? ota.canSee : silent ? words.canSee.silent : words.canSee.items} />
      </Part>
      <Part title={words.cannotSee.title(name)}>
        <Points mark="no" items={words.cannotSee.items} />
      </Part>
    </>
  )
}

function settingsWords(frame: Frame, device: { platform: Platform; reports: Reports }): string {
  const { happens } = frame.copy.link
  if (device.platform === 'agent') return happens.settings
  if (!profilePlatformOf(device)) return happens.app
  return device.reports === 'ota' ? frame.copy.ota.happens.profile : happens.profile
}
