import type { LimitsForm } from '../../challenges/index.ts'
import type { FieldProblems } from '../../kernel/fields.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { limitsFormOf, readLimitsForm } from '../http/limits-form.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute } from '../http/routes.ts'
import { PROTECTION_PATH } from './pages/paths.ts'
import { ProtectionPage } from './pages/protection.tsx'

/** The service's own row of limits. */
const SERVICE = 0

/** What strangers may cause in the whole service. */
export function declareProtectionRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', PROTECTION_PATH, 'supervisor', (c) => render(c))
  declareRoute(app, 'POST', PROTECTION_PATH, 'supervisor', save)
}

async function save(c: EdgeContext) {
  // Throw-away addresses are each organisation's own matter.
  const typed: LimitsForm = { ...(await readLimitsForm(c)), throwAway: 'hint' }
  const saved = await c.var.services.limits.save(SERVICE, typed, { actor: actorOf(c), now: c.var.now })
  if (!saved.ok) return render(c, { typed, problems: saved.error })
  return c.redirect(`${PROTECTION_PATH}?done=saved`, 303)
}

async function render(c: EdgeContext, refused?: { typed: LimitsForm; problems: FieldProblems }) {
  const { limits, humanCheck } = c.var.services
  const view = await limits.read(SERVICE, c.var.now)
  return renderPage(
    c,
    <ProtectionPage
      frame={frameOf(c)}
      view={view}
      typed={refused?.typed ?? limitsFormOf(view)}
      check={humanCheck.settings}
      problems={refused?.problems ?? {}}
      done={!refused && c.req.query('done') === 'saved'}
    />,
    refused ? 422 : 200,
  )
}
