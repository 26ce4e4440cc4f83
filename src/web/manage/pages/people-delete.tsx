import type { Account } from '../../../accounts/index.ts'
import { Field } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { ActLink, Acts, ConfirmPage, Panel } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { personPath } from '../people-paths.ts'
import { whoIs } from './people-words.ts'

export type DeleteAccountProps = {
  frame: Frame
  account: Account
  /** Whether this is who looks at the page. */
  self: boolean
  typed: string
  /** What was typed is not the account's address. */
  wrong: boolean
}

/** Says what will be deleted and what stays. Posts `address` to `/manage/accounts/<id>/delete`. */
export function DeleteAccountPage({ frame, account, self, typed, wrong }: DeleteAccountProps) {
  const words = frame.copy.myData.people
  const path = personPath(account.id)
  const around = {
    frame,
    area: 'manage' as const,
    section: 'people' as const,
    title: words.title(whoIs(account)),
    parent: { href: path, label: whoIs(account) },
  }
  if (self)
    return (
      <StaffLayout {...around}>
        <Panel>
          <Notice tone="warning">{words.self}</Notice>
          <Acts>
            <ActLink href={path}>{frame.copy.staff.back}</ActLink>
          </Acts>
        </Panel>
      </StaffLayout>
    )
  return (
    <ConfirmPage
      {...around}
      failed={wrong && 'said'}
      consequences={[...words.consequences, words.undone]}
      action={personPath(account.id, 'delete')}
      act={words.submit}
      cancel={path}
    >
      <Field
        name="address"
        label={words.confirm}
        hint={words.confirmHint(account.address)}
        value={typed}
        type="email"
        autocomplete="off"
        error={wrong ? words.wrong : null}
      />
    </ConfirmPage>
  )
}
