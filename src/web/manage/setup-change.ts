import type { SettingsChange } from '../../organisations/index.ts'
import type { EdgeContext } from '../http/edge.ts'
import { actorOf, staffOf } from '../http/routes.ts'

/** Whose organisation a manager's form changes, in whose name, and when. */
export function changeOf(c: EdgeContext): SettingsChange {
  return { organisation: staffOf(c).organisation, actor: actorOf(c), now: c.var.now }
}

/** Which panel was saved just now, as the redirect after it said. */
export function doneOf(c: EdgeContext): string | null {
  return c.req.query('done') ?? null
}
