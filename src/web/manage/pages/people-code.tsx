import type { Account } from '../../../accounts/index.ts'
import type { GrantView } from '../../../referee/index.ts'
import { Pin, Typed } from '../../ui/credentials.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { Act, ActLink, Acts, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Facts, Muted } from '../../ui/text.tsx'
import { ClockTime } from '../../ui/time.tsx'
import { codePath, personPath } from '../people-paths.ts'
import { whoIs } from './people-words.ts'

export type PersonCodeProps = {
  frame: Frame
  account: Account
  grant: GrantView
  done: 'sent' | 'renewed' | null
}

/**
 * The PIN of one open code, for whoever tells it to a person that may not see it. Its link is not shown.
 * `/manage/accounts/<id>/codes/<grant>`.
 */
export function PersonCodePage({ frame, account, grant, done }: PersonCodeProps) {
  const words = frame.copy.peopleCode
  const told = { sent: words.sent(account.address), renewed: words.renewed }
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="people"
      title={words.title(whoIs(account))}
      lead={words.lead}
      parent={{ href: personPath(account.id), label: whoIs(account) }}
      done={done && told[done]}
    >
      {grant.credentials === null ? (
        <Panel>
          <Muted>{words.over}</Muted>
          <Acts>
            <ActLink href={personPath(account.id)}>{words.back}</ActLink>
          </Acts>
        </Panel>
      ) : (
        <OpenCode frame={frame} account={account} grant={grant} pin={grant.credentials.pin} />
      )}
    </StaffLayout>
  )
}

function OpenCode(props: Omit<PersonCodeProps, 'done'> & { pin: string }) {
  const { frame, account, grant, pin } = props
  const { peopleCode: words, platforms } = frame.copy
  return (
    <Panel>
      {grant.pinLocked ? (
        <Notice tone="warning">{words.locked}</Notice>
      ) : (
        <>
          <Typed items={[{ name: words.pin, value: <Pin digits={pin} /> }]} />
          <Notice tone="info">{words.tell}</Notice>
        </>
      )}
      <Facts
        facts={[
          { name: words.device, value: platforms[grant.platform].name },
          { name: words.until, value: <ClockTime frame={frame} at={grant.validUntil} /> },
        ]}
      />
      <StaffForm action={`${codePath(account.id, grant.id)}/pin`}>
        <Acts>
          <Act weight="secondary">{words.renew}</Act>
          <ActLink href={personPath(account.id)}>{words.back}</ActLink>
        </Acts>
      </StaffForm>
    </Panel>
  )
}
