import type { OtaRefusal } from '../../devices/index.ts'
import { type DeviceProblemCode, deviceProblem } from '../device/problems.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { sendProblem } from '../http/problems.tsx'
import { declareRoute } from '../http/routes.ts'
import { clientOf } from '../http/shields.ts'
import { wordsOf } from './file-routes.tsx'

/** Where an Apple device answers the phase 1 profile that its browser downloaded. */
export function declareOtaRoutes(app: EdgeApp): void {
  declareRoute(app, 'POST', '/device/v1/ota/:device', 'device', answer)
}

/** The device shows no words of ours when it is refused: what its owner can do stands on the page of its browser. */
async function answer(c: EdgeContext) {
  const { services, now, locale } = c.var
  if (!(await services.admit('device', clientOf(c)))) return refuse(c, 'rate_limited')
  const profile = await services.devices.answerOta({
    deviceId: c.req.param('device') ?? '',
    message: new Uint8Array(await c.req.arrayBuffer()),
    locale,
    wordsOf: wordsOf(c),
    now,
  })
  if (!profile.ok) return refuse(c, profile.error)
  const { body, contentType } = profile.value
  return c.body(body as Uint8Array<ArrayBuffer>, 200, {
    'content-type': contentType,
    'cache-control': 'no-store',
  })
}

function refuse(c: EdgeContext, code: OtaRefusal | DeviceProblemCode): Response {
  return sendProblem(c, deviceProblem(code))
}
