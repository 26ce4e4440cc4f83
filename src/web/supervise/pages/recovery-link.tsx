import type { Instant } from '../../../kernel/time.ts'
import { CopyField } from '../../ui/credentials.tsx'
import { Fill } from '../../ui/fill.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { ActLink, Acts, Panel } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { ClockTime } from '../../ui/time.tsx'

export type RecoveryLinkPageProps = {
  frame: Frame
  person: string
  link: { url: string; endsAt: Instant }
  back: string
}

/** The link, this once. */
export function RecoveryLinkPage({ frame, person, link, back }: RecoveryLinkPageProps) {
  const { copy } = frame
  const words = copy.superviseOrganisations.managers.recovery
  return (
    <StaffLayout
      frame={frame}
      area="supervise"
      section="organisations"
      title={words.title(person)}
      scripts={['copy']}
    >
      <Notice tone="warning">{words.shown}</Notice>
      <Panel>
        <CopyField id="recovery-link" label={words.link} value={link.url} button={copy.ui.copyButton} />
        <p>
          <Fill text={words.ends} slots={{ time: <ClockTime frame={frame} at={link.endsAt} /> }} />
        </p>
        <Acts>
          <ActLink href={back}>{words.back}</ActLink>
        </Acts>
      </Panel>
    </StaffLayout>
  )
}
