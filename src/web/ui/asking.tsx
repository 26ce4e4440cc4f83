import type { Instant } from '../../kernel/time.ts'
import { Fill } from './fill.tsx'
import type { Frame } from './frame.ts'
import { AskHelpdesk } from './helpdesk.tsx'
import { Notice } from './notice.tsx'
import { InlineLink } from './text.tsx'
import { RelativeTime } from './time.tsx'

/** Why no code was sent, where it is not about the address. */
export type AskError =
  | { code: 'limit_reached'; opensAt: Instant }
  | { code: 'check_required' }
  | { code: 'check_failed' }

export function isAskError(error: { code: string } | null): error is AskError {
  return error !== null && ['limit_reached', 'check_required', 'check_failed'].includes(error.code)
}

/** Whether the form was refused: to be asked for a check is one step more, and nobody's mistake. */
export function isRefusal(error: { code: string } | null): boolean {
  return error !== null && error.code !== 'check_required'
}

/** Whether the page that says so must show the human check. */
export function wantsCheck(error: { code: string } | null): boolean {
  return error?.code === 'check_required' || error?.code === 'check_failed'
}

/** What happened, and which ways are open meanwhile. `door`: on which page it stands. */
export function AskNotice(props: { frame: Frame; error: AskError; door: 'setup' | 'sign_in' }) {
  const { frame, error, door } = props
  const { limit, check } = frame.copy.abuse
  if (error.code === 'check_required') return <Notice tone="warning">{check.required}</Notice>
  if (error.code === 'check_failed') return <Notice tone="error">{check.failed}</Notice>
  const when = <RelativeTime frame={frame} at={error.opensAt} />
  return (
    <Notice tone="error" title={limit.title}>
      <Fill text={limit.opens} slots={{ when }} />{' '}
      {door === 'setup' ? (
        <Fill
          text={limit.setup}
          slots={{ signIn: <InlineLink href="/sign-in">{limit.signIn}</InlineLink> }}
        />
      ) : (
        limit.elsewhere
      )}{' '}
      {limit.known} {door === 'setup' && <AskHelpdesk frame={frame} />}
    </Notice>
  )
}

/** Somebody proved their address, and the organisation takes nobody new today. */
export function PeopleFullNotice({ frame, opensAt }: { frame: Frame; opensAt: Instant }) {
  const { people } = frame.copy.abuse
  return (
    <Notice tone="error" title={people.title}>
      <Fill text={people.opens} slots={{ when: <RelativeTime frame={frame} at={opensAt} /> }} />{' '}
      <AskHelpdesk frame={frame} />
    </Notice>
  )
}
