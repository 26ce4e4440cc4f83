import type { FieldProblems } from '../../kernel/fields.ts'
import type { EdgeContext } from '../http/edge.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import type { NamesTyped } from './pages/names-fields.tsx'
import { type OrganisationDone, OrganisationPage } from './pages/organisation.tsx'

/** The organisation that the address names; null where that is none. Organisation 0 is the service itself. */
export function organisationIdOf(c: EdgeContext): number | null {
  const text = c.req.param('id') ?? ''
  return /^[1-9][0-9]{0,9}$/.test(text) ? Number(text) : null
}

/** An organisation with who manages it; null for none. */
export function readTeam(c: EdgeContext) {
  const id = organisationIdOf(c)
  return id === null ? null : c.var.services.managers.readTeam(id)
}

/** The page of an organisation, with what was typed and refused. */
export async function renderOrganisation(
  c: EdgeContext,
  refused: { names?: NamesTyped; email?: string; problems?: FieldProblems } = {},
  known?: Awaited<ReturnType<typeof readTeam>>,
) {
  const team = known ?? (await readTeam(c))
  if (!team) return renderDeadEnd(c, 'not_found', 404)
  const frame = frameOf(c)
  const done = c.req.query('done') ?? ''
  const isDone = Object.hasOwn(frame.copy.superviseOrganisations.done, done)
  return renderPage(
    c,
    <OrganisationPage
      frame={frame}
      {...team}
      {...refused}
      baseUrl={c.var.services.baseUrl}
      done={isDone && !refused.problems ? (done as OrganisationDone) : null}
    />,
    refused.problems ? 422 : 200,
  )
}
