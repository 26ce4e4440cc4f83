import { makeServices } from './app.ts'
import worker from './index.ts'
import { seedDemonstration } from './local/demonstration.ts'
import { mailboxBinding, mailboxRoutes } from './local/mailbox.ts'
import { checkBindings, type MessageReference } from './runtime/bindings.ts'
import { clock } from './runtime/clock.ts'

export { AddressGate, ProvisionSession } from './index.ts'

type LocalEnv = { DB: D1Database }

/** The laptop's Worker: the production one, a mailbox in place of `send_email`, and a seed for a first look. */
export default {
  async fetch(request, env, context) {
    const { pathname } = new URL(request.url)
    const mailbox = await mailboxRoutes(request, env.DB)
    if (mailbox) return mailbox
    if (pathname === '/dev/seed' && request.method === 'POST') {
      const seeded = await seedDemonstration(makeServices(checkBindings(env)), clock.now())
      return Response.json({ seeded })
    }
    return worker.fetch(request, env, context)
  },
  queue: (batch, env) => worker.queue(batch, { ...env, EMAIL: mailboxBinding(env.DB) }),
  scheduled: (controller, env) => worker.scheduled(controller, env),
} satisfies ExportedHandler<LocalEnv, MessageReference>
