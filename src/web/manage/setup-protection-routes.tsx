import type { LimitsForm } from '../../challenges/index.ts'
import type { FieldProblems } from '../../kernel/fields.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { limitsFormOf, readLimitsForm } from '../http/limits-form.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { declareRoute, staffOf } from '../http/routes.ts'
import { SETUP_PAGES } from './pages/setup-layout.tsx'
import { SetupProtectionPage } from './pages/setup-protection.tsx'
import { changeOf, doneOf } from './setup-change.ts'

const PAGE = SETUP_PAGES.protection

/** What strangers may cause in this organisation. */
export function declareSetupProtectionRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', PAGE, 'manager', (c) => render(c))
  declareRoute(app, 'POST', PAGE, 'manager', save)
}

async function save(c: EdgeContext) {
  const typed = await readLimitsForm(c)
  const { organisation, ...by } = changeOf(c)
  const saved = await c.var.services.limits.save(organisation.id, typed, by)
  if (!saved.ok) return render(c, { typed, problems: saved.error })
  return c.redirect(`${PAGE}?done=limits`, 303)
}

async function render(c: EdgeContext, refused?: { typed: LimitsForm; problems: FieldProblems }) {
  const view = await c.var.services.limits.read(staffOf(c).organisation.id, c.var.now)
  return renderPage(
    c,
    <SetupProtectionPage
      frame={frameOf(c)}
      view={view}
      typed={refused?.typed ?? limitsFormOf(view)}
      problems={refused?.problems ?? {}}
      done={refused ? null : doneOf(c)}
    />,
    refused ? 422 : 200,
  )
}
