import type { Account } from '../../../accounts/index.ts'
import { areaOf } from '../../account/pages/area.ts'
import type { Frame } from '../../ui/frame.ts'
import { ConfirmPage } from '../../ui/staff-form.tsx'

export type AskDeletionProps = {
  frame: Frame
  account: Pick<Account, 'role'>
  /** Its name. */
  organisation: string
}

/** Says what will be deleted and what stays. Posts to `/portal/data/delete`. */
export function AskDeletionPage({ frame, account, organisation }: AskDeletionProps) {
  const { account: mine, myData } = frame.copy
  const words = myData.deletion
  return (
    <ConfirmPage
      frame={frame}
      {...areaOf(account)}
      title={words.title}
      parent={{ href: '/account', label: mine.title }}
      consequences={words.consequences(organisation)}
      action="/portal/data/delete"
      act={words.act}
      cancel="/account"
    />
  )
}
