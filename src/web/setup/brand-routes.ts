import { DAY, SECOND } from '../../kernel/time.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { renderProblem } from '../http/problems.tsx'
import { declareRoute } from '../http/routes.ts'
import { themeCss } from '../ui/index.ts'

/** Both addresses carry a version, so that browsers may keep them for good. */
const FOR_GOOD = `public, max-age=${(365 * DAY) / SECOND}, immutable`

/** The organisation's colour and logo. */
export function declareBrandRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/setup/:slug/theme.css', 'public', showTheme)
  declareRoute(app, 'GET', '/setup/:slug/logo', 'public', showLogo)
}

/** The colour stands in the address (`?v=rrggbb`), so that nothing need be looked up. */
function showTheme(c: EdgeContext) {
  const accent = `#${c.req.query('v') ?? ''}`
  if (!/^#[0-9a-f]{6}$/.test(accent)) return renderProblem(c, 'not_found')
  return c.body(themeCss(accent), 200, {
    'content-type': 'text/css; charset=utf-8',
    'cache-control': FOR_GOOD,
  })
}

/** An SVG could carry script: it is served so that none runs, even when opened by itself. */
async function showLogo(c: EdgeContext) {
  const logo = await c.var.services.organisations.readLogo(c.req.param('slug') ?? '')
  if (!logo) return renderProblem(c, 'not_found')
  c.header(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
  )
  return c.body(logo.bytes as Uint8Array<ArrayBuffer>, 200, {
    'content-type': logo.type,
    'cache-control': FOR_GOOD,
  })
}
