import { Hono } from 'hono'
import worker from './index.ts'
import { seedDemonstration } from './local/demonstration.ts'
import { enterAsStaff, isStaffRole, STAFF, type StaffRefusal } from './local/demonstration-staff.ts'
import { mailboxBinding, mailboxRoutes, mailboxSmsBinding } from './local/mailbox.ts'
import { respondHtml } from './local/page.ts'
import { renderSignIn } from './local/sign-in-page.ts'
import { type Bindings, checkBindings, type MessageReference } from './runtime/bindings.ts'
import { clock } from './runtime/clock.ts'
import { readSessionCookie, setSessionCookie } from './web/http/cookies.ts'
import type { Edge } from './web/http/edge.ts'
import { routeTable } from './web/http/routes.ts'
import { guardOrigin, openEdge } from './web/http/shields.ts'
import { makeServices } from './wiring.ts'

export { AddressGate, LinkRequest, ProvisionSession } from './index.ts'

type LocalEnv = { DB: D1Database; SMS_TRANSPORT?: string }

/**
 * The environment with the mailbox where messages would leave. Who configures another way to send (in `.dev.vars`)
 * gets that. One for each environment, so that what is made of it lives as long.
 */
function catchMessages(env: LocalEnv): LocalEnv {
  const known = caught.get(env)
  if (known) return known
  const { SMS_TRANSPORT: sms } = env
  const texts = { SMS_TRANSPORT: 'binding', SMS: mailboxSmsBinding(env.DB) }
  const local = { ...env, EMAIL: mailboxBinding(env.DB), ...((!sms || sms === 'none') && texts) }
  caught.set(env, local)
  return local
}
const caught = new WeakMap<LocalEnv, LocalEnv>()

/** The laptop's Worker: the production one, a mailbox in place of `send_email`, and a first look without ceremony. */
export default {
  async fetch(request, bare, context) {
    const env = catchMessages(bare)
    const { pathname } = new URL(request.url)
    const mailbox = await mailboxRoutes(request, env.DB)
    if (mailbox) return mailbox
    if (pathname === '/dev/seed' && request.method === 'POST') {
      const seeded = await seedDemonstration(makeServices(checkBindings(env)), clock.now())
      return Response.json({ seeded })
    }
    if (pathname === '/dev/routes') return Response.json(routeTable)
    if (SIGN_IN_PATHS.has(pathname)) return makeSignIn(checkBindings(env)).fetch(request, env, context)
    return worker.fetch(request, env, context)
  },
  queue: (batch, env) => worker.queue(batch, catchMessages(env)),
  scheduled: (controller, env) => worker.scheduled(controller, catchMessages(env)),
} satisfies ExportedHandler<LocalEnv, MessageReference>

const SIGN_IN_PATHS = new Set(['/dev', '/dev/sign-in'])
const LOOPBACK = new Set(['localhost', '127.0.0.1'])

/** `/dev`: buttons that sign in somebody of the demonstration. Closed where a tunnel lets others in. */
function makeSignIn(bindings: Bindings): Hono<Edge> {
  const { baseUrl } = bindings
  const open = LOOPBACK.has(new URL(baseUrl).hostname)
  const show = (refusal: StaffRefusal | 'unknown' | null, status: number) =>
    respondHtml(renderSignIn({ open, refusal }), { status })
  const app = new Hono<Edge>()
  app.use(openEdge(() => makeServices(bindings)))
  app.use(guardOrigin(baseUrl, '/device/v1/'))
  app.get('/dev', () => show(null, 200))
  app.get('/dev/sign-in', (c) => c.redirect('/dev', 303))
  app.post('/dev/sign-in', async (c) => {
    const role = c.req.query('as')
    if (!open) return show(null, 403)
    if (!isStaffRole(role)) return show('unknown', 422)
    const { services, locale, now } = c.var
    const userAgent = c.req.header('user-agent') ?? ''
    const former = readSessionCookie(c, 'staff')
    const entered = await enterAsStaff(services, { role, userAgent, former, locale, now })
    if (!entered.ok) return show(entered.error, 409)
    setSessionCookie(c, entered.value.secret, entered.value.session.endsAt, 'staff')
    return c.redirect(STAFF[role].door, 303)
  })
  return app
}
