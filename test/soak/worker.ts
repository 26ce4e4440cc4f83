import { env } from 'cloudflare:workers'
import local from '../../src/local.ts'
import { clock } from '../../src/runtime/clock.ts'

/** The Worker that `npm start` runs, with a clock that can be set ahead: `CLOCK_AHEAD_MS`. */

export { AddressGate, LinkRequest, ProvisionSession } from '../../src/local.ts'

const ahead = Number((env as unknown as Record<string, string>).CLOCK_AHEAD_MS ?? 0)
clock.now = () => Date.now() + ahead

export default local
