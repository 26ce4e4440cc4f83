import type { TeamMember } from '../../../accounts/index.ts'
import type { FieldProblems } from '../../../kernel/fields.ts'
import type { Frame } from '../../ui/frame.ts'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Muted } from '../../ui/text.tsx'
import { SERVICE_PATH, SUPERVISORS_PATH, supervisorPath } from './paths.ts'
import type { ServiceDone } from './service.tsx'
import { InvitePanel, TeamTable } from './team.tsx'

export type SupervisorsPageProps = {
  frame: Frame
  supervisors: TeamMember[]
  /** The account that looks at the page. */
  self: string
  email: string
  problems: FieldProblems
  done: ServiceDone | null
}

export function SupervisorsPage({ frame, supervisors, self, email, problems, done }: SupervisorsPageProps) {
  const words = frame.copy.superviseService
  return (
    <StaffLayout
      frame={frame}
      area="supervise"
      section="service"
      title={words.supervisors.title}
      lead={words.supervisors.lead}
      parent={{ href: SERVICE_PATH, label: words.title }}
      done={done && words.done[done]}
      failed={Object.keys(problems).length > 0}
    >
      <TeamTable
        frame={frame}
        caption={words.supervisors.caption}
        members={supervisors}
        hrefOf={(member) => supervisorPath(member.id)}
        self={self}
      />
      <Muted>{words.supervisors.recovery}</Muted>
      <InvitePanel
        frame={frame}
        action={SUPERVISORS_PATH}
        email={email}
        problems={problems}
        words={words.supervisors.invite}
        said={words.supervisors.problems}
      />
    </StaffLayout>
  )
}
