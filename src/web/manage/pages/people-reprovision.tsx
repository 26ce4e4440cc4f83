import type { Account } from '../../../accounts/index.ts'
import type { Platform } from '../../../kernel/platform.ts'
import type { ClaimView, IssueRefusal } from '../../../referee/index.ts'
import { Choices } from '../../ui/choice.tsx'
import type { Frame } from '../../ui/frame.ts'
import { PlatformIcon } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ReplacedNotice } from '../../ui/replaced.tsx'
import { Act, ActLink, Acts, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Muted } from '../../ui/text.tsx'
import { personPath } from '../people-paths.ts'
import { whoIs } from './people-words.ts'

export type ReprovisionProps = {
  frame: Frame
  account: Account
  /** What the organisation offers. */
  platforms: Platform[]
  chosen: Platform | null
  /** Devices that end once one more is set up, oldest first. */
  replaced?: ClaimView[]
  /** How long a code works. */
  minutes: number
  refusal: IssueRefusal['code'] | 'choose_platform' | 'temporarily_unavailable' | null
}

/** For which kind of device a code is sent. `/manage/accounts/<id>/reprovision`. */
export function ReprovisionPage(props: ReprovisionProps) {
  const { frame, account, platforms, replaced = [], refusal } = props
  const pinSeen = account.permissions.includes('pin')
  const { people, fields, ui } = frame.copy
  const words = people.reprovision
  const refused =
    refusal === null || refusal === 'choose_platform'
      ? null
      : refusal === 'temporarily_unavailable'
        ? ui.refusals.temporarily_unavailable
        : words.refusals[refusal]
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="people"
      title={words.title(whoIs(account))}
      lead={pinSeen ? words.lead(account.address) : words.leadLink(account.address)}
      parent={{ href: personPath(account.id), label: whoIs(account) }}
      failed={refused !== null && 'said'}
    >
      {refused && <Notice tone="error">{refused}</Notice>}
      {platforms.length === 0 ? (
        <Notice tone="warning">{words.noPlatforms}</Notice>
      ) : (
        <StaffForm action={personPath(account.id, 'reprovision')}>
          <Panel>
            <ReplacedNotice frame={frame} replaced={replaced} words={words.replaces} />
            <Choices
              name="platform"
              legend={words.platform}
              choices={platforms.map((platform) => ({
                value: platform,
                label: frame.copy.platforms[platform].name,
                detail: frame.copy.platforms[platform].detail,
                icon: <PlatformIcon platform={platform} />,
                checked: platform === props.chosen,
              }))}
              error={refusal === 'choose_platform' ? fields.not_a_choice(0, '') : null}
            />
            <Muted>{words.note(props.minutes)}</Muted>
            <Acts>
              <Act>{words.submit}</Act>
              <ActLink href={personPath(account.id)}>{frame.copy.staff.cancel}</ActLink>
            </Acts>
          </Panel>
        </StaffForm>
      )}
    </StaffLayout>
  )
}
