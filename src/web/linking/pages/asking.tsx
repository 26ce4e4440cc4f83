import type { Ownership } from '../../../kernel/ownership.ts'
import { showUserCode } from '../../../kernel/user-code.ts'
import type { LinkAsked } from '../../../linking/index.ts'
import type { ClaimView } from '../../../referee/index.ts'
import { ownershipChoices } from '../../setup/pages/ownership-choices.ts'
import { Choices } from '../../ui/choice.tsx'
import { EqualAnswers, Narrow } from '../../ui/device-link.tsx'
import { Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { AskHelpdesk } from '../../ui/helpdesk.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ReplacedNotice } from '../../ui/replaced.tsx'
import { Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Facts } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'

export type AskingError =
  | { code: 'choose_ownership' }
  | { code: 'device_limit_reached'; limit: number }
  | { code: 'rate_limited' }

export type AskingPageProps = {
  frame: Frame
  asked: LinkAsked
  /** Devices that end once this one is set up, oldest first. */
  replaced: ClaimView[]
  error: AskingError | null
}

/** `/link/device`. Posts `code`, and where it may be chosen `ownership`, to `/link/allow` or `/link/deny`. */
export function AskingPage({ frame, asked, replaced, error }: AskingPageProps) {
  const words = frame.copy.deviceLink.asking
  const { ownership } = asked
  return (
    <StaffLayout
      frame={frame}
      area="portal"
      section="register"
      title={words.title}
      lead={words.lead}
      failed={error !== null && 'said'}
    >
      <Narrow>
        <Notice tone="warning" title={words.warning.title}>
          {words.warning.text}
        </Notice>
        <Refusal frame={frame} asked={asked} error={error} />
        {ownership !== null && <ReplacedNotice frame={frame} replaced={replaced} words={words.replaces} />}
        <SaysOfItself frame={frame} asked={asked} />
        <Panel title={words.known}>
          <Facts
            facts={[
              { name: words.code, value: showUserCode(asked.code) },
              { name: words.asked, value: <RelativeTime frame={frame} at={asked.askedAt} /> },
              { name: words.account, value: frame.signedInAs ?? '' },
            ]}
          />
          <StaffForm action={ownership === null ? '/link/deny' : '/link/allow'}>
            <Hidden name="code" value={asked.code} />
            {ownership?.choosable && (
              <Choices
                name="ownership"
                legend={words.ownership}
                choices={ownershipChoices(frame, null as Ownership | null)}
                error={error?.code === 'choose_ownership' ? words.chooseOwnership : null}
              />
            )}
            <EqualAnswers
              answers={[
                { label: words.deny, name: 'deny', formaction: '/link/deny' },
                ...(ownership === null ? [] : [{ label: words.allow, name: 'allow' }]),
              ]}
            />
          </StaffForm>
        </Panel>
      </Narrow>
    </StaffLayout>
  )
}

function SaysOfItself({ frame, asked }: Pick<AskingPageProps, 'frame' | 'asked'>) {
  const words = frame.copy.deviceLink.asking
  const { device, clientId } = asked
  const facts = [
    { name: words.program, value: clientId },
    { name: words.name, value: device.name },
    { name: words.model, value: device.model },
    { name: words.kind, value: frame.copy.platforms[device.platform].name },
    { name: words.system, value: device.os_version },
  ]
  return (
    <Panel title={words.says} lead={words.unchecked}>
      <Facts facts={facts.filter(({ value }) => value !== undefined)} />
    </Panel>
  )
}

function Refusal({ frame, asked, error }: Pick<AskingPageProps, 'frame' | 'asked' | 'error'>) {
  const words = frame.copy.deviceLink.asking.refusals
  if (error?.code === 'device_limit_reached')
    return <Notice tone="error">{words.device_limit_reached(error.limit)}</Notice>
  if (error?.code === 'rate_limited')
    return <Notice tone="error">{frame.copy.ui.refusals.rate_limited}</Notice>
  if (asked.ownership !== null) return null
  return (
    <Notice tone="warning">
      {words.not_offered(frame.organisation?.name ?? '')} <AskHelpdesk frame={frame} />
    </Notice>
  )
}
