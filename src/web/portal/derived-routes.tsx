import type { StartRefusal } from '../../derived-credentials/index.ts'
import { isRef } from '../../kernel/ids.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { renderProblem } from '../http/problems.tsx'
import { declareRoute } from '../http/routes.ts'
import { clientOf } from '../http/shields.ts'
import { anotherDerivedPath, DERIVED_RETURN_PATH } from './derived-paths.ts'
import { type Owner, owned } from './owner.ts'
import {
  AnotherDerivedPage,
  DerivedOnwardPage,
  type DerivedOutcome,
  DerivedOutcomePage,
  DerivedPasswordPage,
} from './pages/derived.tsx'

const DEVICE = '/portal/devices/:device'

/** A derived credential for a device. */
export function declareDerivedRoutes(app: EdgeApp): void {
  declareRoute(
    app,
    'POST',
    `${DEVICE}/derived`,
    'person',
    owned((c, me) => start(c, me, false)),
  )
  declareRoute(app, 'GET', `${DEVICE}/derived/new`, 'person', owned(ask))
  declareRoute(
    app,
    'POST',
    `${DEVICE}/derived/new`,
    'person',
    owned((c, me) => start(c, me, true)),
    {
      destructive: true,
    },
  )
  declareRoute(app, 'POST', `${DEVICE}/derived/file`, 'person', owned(sendFile))
  declareRoute(app, 'GET', DERIVED_RETURN_PATH, 'person', owned(comeBack))
}

const deviceOf = (c: EdgeContext) => c.req.param('device') ?? ''

async function start(c: EdgeContext, { account, organisation, door }: Owner, again: boolean) {
  const { services, now } = c.var
  if (!(await services.admit('people', clientOf(c)))) return renderProblem(c, 'rate_limited')
  const deviceId = deviceOf(c)
  const moduleUrl = door.service.derivedCredentialUrl
  const begun = await services.derivedCredentials.start({
    ...{ account, organisation, moduleUrl, deviceId, again, now },
  })
  if (!begun.ok) return refuseStart(c, begun.error, deviceId)
  const frame = frameOf(c)
  return renderPage(
    c,
    begun.value.kind === 'external' ? (
      <DerivedOnwardPage frame={frame} deviceId={deviceId} started={begun.value} />
    ) : (
      <DerivedPasswordPage frame={frame} deviceId={deviceId} started={begun.value} />
    ),
  )
}

function refuseStart(c: EdgeContext, refusal: StartRefusal, deviceId: string) {
  switch (refusal) {
    case 'not_permitted':
      return renderDeadEnd(c, 'not_permitted', 403)
    case 'not_found':
      return renderDeadEnd(c, 'not_found', 404)
    case 'has_one':
      return c.redirect(anotherDerivedPath(deviceId), 303)
    case 'not_active':
      return renderOutcome(c, 'not_active', deviceId, 409)
    case 'not_ready':
      return renderOutcome(c, 'not_ready', deviceId, 503)
  }
}

function renderOutcome(c: EdgeContext, outcome: DerivedOutcome, deviceId: string | null, status: number) {
  return renderPage(
    c,
    <DerivedOutcomePage frame={frameOf(c)} outcome={outcome} deviceId={deviceId} />,
    status,
  )
}

async function ask(c: EdgeContext, { account, door }: Owner) {
  if (!account.permissions.includes('derived_credential')) return renderDeadEnd(c, 'not_permitted', 403)
  const device = await c.var.services.myDevices.find(account, deviceOf(c))
  if (!device) return renderDeadEnd(c, 'not_found', 404)
  const external = door.service.derivedCredentialUrl !== null
  return renderPage(c, <AnotherDerivedPage frame={frameOf(c)} deviceId={device.id} external={external} />)
}

/** A POST, so that nothing that merely follows links can use the file up. */
async function sendFile(c: EdgeContext, { account, organisation }: Owner) {
  const { services, now } = c.var
  if (!(await services.admit('people', clientOf(c)))) return renderProblem(c, 'rate_limited')
  const form = await readForm(c)
  const deviceId = deviceOf(c)
  const [id, secret] = [form('id'), form('k')]
  if (!isRef(secret)) return renderDeadEnd(c, 'not_found', 404)
  const made = await services.derivedCredentials.makeFile({
    ...{ account, organisation, deviceId, id, secret, now },
  })
  if (made.ok)
    return c.body(new Uint8Array(made.value.bytes), 200, {
      'content-type': 'application/x-pkcs12',
      'content-disposition': `attachment; filename="${organisation.slug}-derived.p12"`,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    })
  switch (made.error) {
    case 'not_permitted':
      return renderDeadEnd(c, 'not_permitted', 403)
    case 'not_found':
      return renderDeadEnd(c, 'not_found', 404)
    case 'over':
      return renderOutcome(c, 'over', deviceId, 410)
    case 'rate_limited':
      return renderDeadEnd(c, 'too_many_certificates', 429)
    case 'no_certificate':
      return renderDeadEnd(c, 'no_certificate', 503)
  }
}

const STATUS = { unknown: 404, not_ours: 403, expired: 410, used: 409 } as const

/** The external module sends people here, from another site: what counts is its signature. */
async function comeBack(c: EdgeContext, { account }: Owner) {
  const answer = {
    state: c.req.query('state') ?? '',
    result: c.req.query('result') ?? '',
    signature: c.req.query('signature') ?? '',
  }
  // Back from sign-in, which keeps the path of a page and not its query.
  if (Object.values(answer).every((one) => one === '')) return renderOutcome(c, 'lost', null, 200)
  const finished = await c.var.services.derivedCredentials.finish({ account, answer, now: c.var.now })
  if (finished.ok) return renderOutcome(c, finished.value.result, finished.value.deviceId, 200)
  const { reason, deviceId } = finished.error
  if (reason === 'not_permitted') return renderDeadEnd(c, 'not_permitted', 403)
  return renderOutcome(c, reason, deviceId, STATUS[reason])
}
