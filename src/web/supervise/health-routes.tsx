import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute } from '../http/routes.ts'
import { ConfirmPage } from '../ui/staff-form.tsx'
import { type HealthDone, HealthPage } from './pages/health.tsx'
import { HEALTH_PATH, REPLAY_PATH } from './pages/paths.ts'

const MESSAGE = `${HEALTH_PATH}/messages/:id/retry`
const LETTER = `${HEALTH_PATH}/dead-letters/:id`

/** How the service fares, and trying again. */
export function declareHealthRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', HEALTH_PATH, 'supervisor', showHealth)
  declareRoute(app, 'POST', `${HEALTH_PATH}/messages/retry-all`, 'supervisor', retryAll)
  declareRoute(app, 'POST', MESSAGE, 'supervisor', retryMessage)
  declareRoute(app, 'POST', `${LETTER}/retry`, 'supervisor', retryLetter)
  declareRoute(app, 'GET', `${LETTER}/drop`, 'supervisor', askAboutDrop)
  declareRoute(app, 'POST', `${LETTER}/drop`, 'supervisor', dropLetter, { destructive: true })
  declareRoute(app, 'POST', `${HEALTH_PATH}/outboxes/:ref/retry`, 'supervisor', retryOutbox)
  declareRoute(app, 'POST', REPLAY_PATH, 'supervisor', beginReplay)
}

async function beginReplay(c: EdgeContext) {
  const begun = await c.var.services.replaying.begin(actorOf(c), c.var.now)
  return begun.ok ? c.redirect(`${HEALTH_PATH}?replay=begun`, 303) : notNow(c)
}

async function showHealth(c: EdgeContext) {
  const { deliveryHealth, operations } = c.var.services
  const [delivery, operation] = await Promise.all([
    deliveryHealth.read(c.var.now),
    operations.read(c.var.now),
  ])
  const frame = frameOf(c)
  const done = c.req.query('done') ?? ''
  return renderPage(
    c,
    <HealthPage
      frame={frame}
      delivery={delivery}
      operation={operation}
      keys={c.var.services.keys}
      done={Object.hasOwn(frame.copy.health.done, done) ? (done as HealthDone) : null}
      replayBegun={c.req.query('replay') === 'begun'}
      unavailable={c.req.query('refused') === 'unavailable'}
    />,
  )
}

const backWith = (c: EdgeContext, done: HealthDone) => c.redirect(`${HEALTH_PATH}?done=${done}`, 303)
const notNow = (c: EdgeContext) => c.redirect(`${HEALTH_PATH}?refused=unavailable`, 303)
const unknown = (c: EdgeContext) => renderDeadEnd(c, 'not_found', 404)

async function retryAll(c: EdgeContext) {
  const count = await c.var.services.deliveryHealth.retryFailed(actorOf(c), c.var.now)
  return backWith(c, count > 0 ? 'retriedAll' : 'nothing')
}

async function retryMessage(c: EdgeContext) {
  const id = c.req.param('id') ?? ''
  const retried = await c.var.services.deliveryHealth.retryMessage(id, actorOf(c), c.var.now)
  return retried.ok ? backWith(c, 'retried') : unknown(c)
}

async function retryLetter(c: EdgeContext) {
  const id = c.req.param('id') ?? ''
  const retried = await c.var.services.deliveryHealth.retryDeadLetter(id, actorOf(c), c.var.now)
  if (retried.ok) return backWith(c, 'retried')
  // One that cannot be read has no button that leads here.
  return retried.error === 'temporarily_unavailable' ? notNow(c) : unknown(c)
}

async function askAboutDrop(c: EdgeContext) {
  const letter = await c.var.services.deliveryHealth.findDeadLetter(c.req.param('id') ?? '')
  if (!letter) return unknown(c)
  const frame = frameOf(c)
  const { title, letters } = frame.copy.health
  return renderPage(
    c,
    <ConfirmPage
      frame={frame}
      area="supervise"
      section="health"
      title={letters.confirm.title}
      parent={{ href: HEALTH_PATH, label: title }}
      consequences={letters.confirm.consequences}
      action={`${HEALTH_PATH}/dead-letters/${encodeURIComponent(letter.id)}/drop`}
      act={letters.confirm.act}
      cancel={HEALTH_PATH}
    />,
  )
}

async function dropLetter(c: EdgeContext) {
  const id = c.req.param('id') ?? ''
  const dropped = await c.var.services.deliveryHealth.dropDeadLetter(id, actorOf(c), c.var.now)
  return dropped.ok ? backWith(c, 'dropped') : unknown(c)
}

async function retryOutbox(c: EdgeContext) {
  const retried = await c.var.services.operations.retry(c.req.param('ref') ?? '', actorOf(c), c.var.now)
  if (retried.ok) return backWith(c, retried.value.waiting + retried.value.parked === 0 ? 'landed' : 'still')
  return retried.error === 'unknown' ? unknown(c) : notNow(c)
}
