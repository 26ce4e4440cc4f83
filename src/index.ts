import { makeApp } from './app.ts'
import { consumeMessages, isDeadLetterQueue, keepDeadLetters } from './messaging/index.ts'
import { runMinute } from './minute.ts'
import { checkBindings, type MessageReference } from './runtime/bindings.ts'
import { makeConsumerDeps } from './wiring.ts'

export { AddressGate } from './challenges/address-gate-object.ts'
export { LinkRequest } from './linking/index.ts'
export { ProvisionSession } from './provisioning/index.ts'

/** One app for each environment: routes are compiled once, not at every request. */
const apps = new WeakMap<object, ReturnType<typeof makeApp>>()

function appOf(env: object) {
  const app = apps.get(env) ?? makeApp(env)
  apps.set(env, app)
  return app
}

export default {
  fetch: (request, env, context) => appOf(env).fetch(request, env, context),
  queue(batch, env) {
    const deps = makeConsumerDeps(checkBindings(env))
    return isDeadLetterQueue(batch.queue) ? keepDeadLetters(batch, deps) : consumeMessages(batch, deps)
  },
  scheduled: (_controller, env) => runMinute(checkBindings(env)),
} satisfies ExportedHandler<object, MessageReference>
