import type { TeamMember } from '../../../accounts/index.ts'
import type { Copy } from '../../../copy/index.ts'
import type { FieldProblems } from '../../../kernel/fields.ts'
import type { Organisation } from '../../../organisations/index.ts'
import type { Frame } from '../../ui/frame.ts'
import { MoreLink } from '../../ui/people.tsx'
import { Act, ActLink, Acts, Explained, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Address, CardTitle, Muted, Numbered, Stack } from '../../ui/text.tsx'
import { findMissing } from './missing.ts'
import { NamesFields, type NamesTyped } from './names-fields.tsx'
import { managerPath, ORGANISATIONS_PATH, organisationPath } from './paths.ts'
import { InvitePanel, TeamTable } from './team.tsx'

export type OrganisationDone = keyof Copy['superviseOrganisations']['done']

export type OrganisationPageProps = {
  frame: Frame
  organisation: Organisation
  /** How many it offers. */
  platforms: number
  managers: TeamMember[]
  baseUrl: string
  done: OrganisationDone | null
  /** What was typed into the two forms; null: what is stored. */
  names?: NamesTyped | null
  email?: string
  problems?: FieldProblems
}

/** Everything about one organisation that is the supervisors' to decide. */
export function OrganisationPage(props: OrganisationPageProps) {
  const { frame, organisation, managers, done, problems = {} } = props
  const words = frame.copy.superviseOrganisations
  const missing = findMissing(props)
  return (
    <StaffLayout
      frame={frame}
      area="supervise"
      section="organisations"
      title={organisation.name}
      parent={{ href: ORGANISATIONS_PATH, label: words.list.title }}
      done={done && words.done[done]}
      failed={Object.keys(problems).length > 0}
    >
      {missing.length > 0 && (
        <Panel title={words.missing.title} lead={words.missing.lead}>
          <Numbered items={missing.map((part) => words.missing[part])} />
        </Panel>
      )}
      <StatePanel {...props} />
      <Stack gap="tight">
        <div>
          <CardTitle>{words.managers.title}</CardTitle>
          <Muted>{words.managers.lead}</Muted>
        </div>
        <TeamTable
          frame={frame}
          caption={words.managers.caption}
          members={managers}
          hrefOf={(member) => managerPath(organisation.id, member.id)}
        />
      </Stack>
      <InvitePanel
        frame={frame}
        action={`${organisationPath(organisation.id)}/managers`}
        email={props.email ?? ''}
        problems={problems}
        words={{
          ...words.managers.invite,
          lead: organisation.enabled ? words.managers.invite.lead : words.managers.invite.leadOff,
        }}
        said={words.managers.problems}
      />
      <StaffForm action={organisationPath(organisation.id)}>
        <Panel title={words.names.title}>
          <NamesFields
            frame={frame}
            typed={props.names ?? organisation}
            problems={problems}
            baseUrl={props.baseUrl}
            warn
          />
          <Acts>
            <Act weight="secondary">{words.names.save}</Act>
          </Acts>
        </Panel>
      </StaffForm>
    </StaffLayout>
  )
}

function StatePanel({ frame, organisation, baseUrl }: OrganisationPageProps) {
  const { state } = frame.copy.superviseOrganisations
  const path = organisationPath(organisation.id)
  return (
    <Panel title={state.title}>
      <Explained
        act={
          organisation.enabled ? (
            <ActLink href={`${path}/off`} weight="danger">
              {state.switchOff}
            </ActLink>
          ) : (
            <ActLink href={`${path}/on`} weight="primary">
              {state.switchOn}
            </ActLink>
          )
        }
      >
        {organisation.enabled ? state.on : state.off}
      </Explained>
      {organisation.enabled && (
        <Muted>
          {state.page}
          {frame.copy.ui.colon}
          <Address href={`${baseUrl}/setup/${organisation.slug}`} />
        </Muted>
      )}
      <MoreLink href={`/supervise/audit?organisation=${organisation.id}`}>{state.audit}</MoreLink>
    </Panel>
  )
}
