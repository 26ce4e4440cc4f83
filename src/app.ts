import { Hono } from 'hono'
import { checkBindings } from './runtime/bindings.ts'
import { describeError, log } from './runtime/logger.ts'
import { isOutage } from './runtime/outages.ts'
import { declareAccountRoutes } from './web/account/routes.ts'
import { declareApi } from './web/api/routes.ts'
import { declareDeviceApi } from './web/device/routes.ts'
import { declareEst } from './web/est/routes.ts'
import { declareHooks } from './web/hooks/routes.ts'
import type { Edge } from './web/http/edge.ts'
import { takeLanguage } from './web/http/language.ts'
import { measure, pause } from './web/http/measuring.ts'
import { renderProblem } from './web/http/problems.tsx'
import { guardBody, guardHeaders, guardOrigin, openEdge } from './web/http/shields.ts'
import { declareLinking } from './web/linking/routes.ts'
import { declareManageRoutes } from './web/manage/routes.ts'
import { declarePortalRoutes } from './web/portal/routes.ts'
import { declarePublicRoutes } from './web/public/routes.ts'
import { declareSetupRoutes } from './web/setup/routes.ts'
import { declareSignInRoutes } from './web/sign-in/routes.ts'
import { declareSuperviseRoutes } from './web/supervise/routes.ts'
import { makeServiceFactory } from './wiring.ts'

/** The doors, in the order in which a request meets them. */
export function makeApp(env: object) {
  const bindings = checkBindings(env)
  const app = new Hono<Edge>()

  app.use(openEdge(makeServiceFactory(bindings)))
  app.use(measure(bindings.metrics))
  app.use(guardHeaders(bindings.baseUrl))
  app.use(takeLanguage)
  app.use(guardOrigin(bindings.baseUrl, '/device/v1/', '/.well-known/est/', '/hooks/', '/oauth/', '/api/'))
  app.use(guardBody)
  app.use(pause(bindings.paused))

  declareSetupRoutes(app)
  declareSignInRoutes(app)
  declareAccountRoutes(app)
  declarePortalRoutes(app)
  declareLinking(app)
  declareManageRoutes(app)
  declareSuperviseRoutes(app)
  declareDeviceApi(app)
  declareEst(app)
  declareHooks(app)
  declareApi(app)
  declarePublicRoutes(app)

  app.notFound((c) => renderProblem(c, 'not_found'))
  app.onError((error, c) => {
    log('error', 'request.failed', {
      request: c.var.requestId,
      method: c.req.method,
      path: c.req.routePath ?? '',
      reason: describeError(error),
    })
    return renderProblem(c, isOutage(error) ? 'temporarily_unavailable' : 'error')
  })
  return app
}
