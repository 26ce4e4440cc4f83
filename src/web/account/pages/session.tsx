import type { Account, SessionEntry } from '../../../accounts/index.ts'
import type { Frame } from '../../ui/frame.ts'
import { ConfirmPage } from '../../ui/staff-form.tsx'
import { areaOf } from './area.ts'

const parentOf = (frame: Frame) => ({ href: '/account', label: frame.copy.account.title })

type Mine = { frame: Frame; account: Pick<Account, 'role'> }

/** Asks once before a browser is signed out. */
export function EndSessionPage(props: Mine & { session: SessionEntry; here: boolean }) {
  const { frame, session } = props
  const words = frame.copy.account.sessions
  const consequences = words.endConsequences(session.agent || words.unknown)
  return (
    <ConfirmPage
      frame={frame}
      {...areaOf(props.account)}
      title={words.endTitle}
      parent={parentOf(frame)}
      consequences={props.here ? [words.endHere] : consequences}
      action={`/account/sessions/${session.id}/end`}
      act={words.endAct}
      cancel="/account"
    />
  )
}

/** Asks once before all other browsers are signed out. */
export function EndOthersPage({ frame, account, count }: Mine & { count: number }) {
  const words = frame.copy.account.sessions
  return (
    <ConfirmPage
      frame={frame}
      {...areaOf(account)}
      title={words.othersTitle}
      parent={parentOf(frame)}
      consequences={count > 0 ? words.othersConsequences(count) : words.noOthers}
      action="/account/sessions/others/end"
      act={words.othersAct}
      cancel="/account"
    />
  )
}
