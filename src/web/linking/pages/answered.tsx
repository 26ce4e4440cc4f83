import { Narrow } from '../../ui/device-link.tsx'
import type { Frame } from '../../ui/frame.ts'
import { AskHelpdesk } from '../../ui/helpdesk.tsx'
import { ActLink, Acts, Panel } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'

export type AnsweredPageProps = { frame: Frame; answer: 'allowed' | 'denied' }

/** `/link/device`, once the person has answered. */
export function AnsweredPage({ frame, answer }: AnsweredPageProps) {
  const words = frame.copy.deviceLink[answer]
  const { unexpected } = frame.copy.deviceLink.denied
  return (
    <StaffLayout frame={frame} area="portal" section="register" title={words.title} lead={words.text}>
      <Narrow>
        <Panel>
          {answer === 'denied' && (
            <p>
              {unexpected} <AskHelpdesk frame={frame} />
            </p>
          )}
          <Acts>
            <ActLink href="/portal" weight={answer === 'allowed' ? 'primary' : 'secondary'}>
              {words.devices}
            </ActLink>
            <ActLink href="/link">{words.another}</ActLink>
          </Acts>
        </Panel>
      </Narrow>
    </StaffLayout>
  )
}
