import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { renderProblem } from '../http/problems.tsx'
import { declareRoute } from '../http/routes.ts'
import { clientOf } from '../http/shields.ts'
import { RecoveryEndedPage, RecoveryPage } from './pages/recover.tsx'
import { keepEntering } from './steps.ts'

/** Behind a recovery link: GET says what will happen and changes nothing, POST does it once. */
export function declareRecoveryRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/sign-in/recover', 'public', showRecovery)
  declareRoute(app, 'POST', '/sign-in/recover', 'public', recover)
}

const SECRET = /^[A-Za-z0-9_-]{43}$/

const renderEnded = (c: EdgeContext) => renderPage(c, <RecoveryEndedPage frame={frameOf(c, null)} />, 410)

async function showRecovery(c: EdgeContext) {
  const { services, now } = c.var
  const secret = c.req.query('k') ?? ''
  if (!(await services.admit('people', clientOf(c)))) return renderProblem(c, 'rate_limited')
  const found = SECRET.test(secret) ? await services.entrances.findRecovery(secret, now) : null
  if (!found) return renderEnded(c)
  const frame = frameOf(c, null)
  const { account, organisation } = found
  const whose = account.role === 'supervisor' ? frame.copy.staff.service : organisation.name
  return renderPage(
    c,
    <RecoveryPage
      frame={frame}
      name={account.name || account.address}
      address={account.address}
      organisation={whose}
      secret={secret}
    />,
  )
}

async function recover(c: EdgeContext) {
  const { services, now } = c.var
  const secret = (await readForm(c))('k')
  if (!(await services.admit('people', clientOf(c)))) return renderProblem(c, 'rate_limited')
  const used = SECRET.test(secret) ? await services.entrances.useRecovery(secret, now) : null
  if (!used?.ok) return renderEnded(c)
  const { account, ground } = used.value
  keepEntering(c, { address: account.address, role: account.role, ground })
  return c.redirect('/sign-in/passkey/new', 303)
}
