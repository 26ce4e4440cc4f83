import { mayProvision, needsDetails } from '../../accounts/index.ts'
import { decideOwnership, isOwnership, type Ownership } from '../../kernel/ownership.ts'
import { isPlatform, type Platform } from '../../kernel/platform.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { declareRoute, personOf } from '../http/routes.ts'
import { clientOf } from '../http/shields.ts'
import { type DeviceError, DevicePage } from './pages/index.ts'

/** Step 3: which device. Choosing issues its code. */
export function declareDeviceRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/setup/:slug/device', 'owner', showDevice)
  declareRoute(app, 'POST', '/setup/:slug/device', 'owner', chooseDevice)
}

/** What the visitor's browser says it runs on. */
export function visitorOf(c: EdgeContext) {
  return {
    userAgent: (c.req.header('user-agent') ?? '').slice(0, 512),
    clientPlatform: (c.req.header('sec-ch-ua-platform') ?? '').slice(0, 64),
  }
}

function showDevice(c: EdgeContext) {
  const { organisation } = c.var.door
  if (needsDetails(personOf(c).account, organisation))
    return c.redirect(`/setup/${organisation.slug}/about`, 303)
  if (personOf(c).account.state === 'unapproved')
    return c.redirect(`/setup/${organisation.slug}/waiting`, 303)
  return renderDevices(c, { platform: null, ownership: null }, null)
}

async function chooseDevice(c: EdgeContext) {
  const { services, door } = c.var
  const { account } = personOf(c)
  const field = await readForm(c)
  const platform = field('platform')
  const ownership = field('ownership')
  const values = {
    platform: isPlatform(platform) ? platform : null,
    ownership: isOwnership(ownership) ? ownership : null,
  }
  if (!(await services.admit('people', clientOf(c))))
    return renderDevices(c, values, { code: 'rate_limited' })
  const chosen = await services.registration.choose({ door, account, ...values })
  if (chosen.ok) return c.redirect(`/setup/${door.organisation.slug}/ready/${chosen.value.id}`, 303)
  switch (chosen.error.code) {
    case 'details_missing':
      return c.redirect(`/setup/${door.organisation.slug}/about`, 303)
    case 'unapproved':
      return c.redirect(`/setup/${door.organisation.slug}/waiting`, 303)
    case 'setup_disabled':
      return renderDeadEnd(c, 'account_disabled', 403)
    case 'not_entitled':
      return renderDevices(c, values, null)
    default:
      return renderDevices(c, values, chosen.error)
  }
}

const STATUS: Partial<Record<DeviceError['code'], number>> = { rate_limited: 429, device_limit_reached: 409 }

async function renderDevices(
  c: EdgeContext,
  values: { platform: Platform | null; ownership: Ownership | null },
  error: DeviceError | null,
) {
  const { services, door } = c.var
  if (!mayProvision(door, personOf(c).account)) return renderClosed(c)
  c.header('accept-ch', 'Sec-CH-UA-Platform')
  const [{ offers }, open, replaced] = await Promise.all([
    services.registration.listOffers(door, visitorOf(c)),
    services.provisioning.listOpenGrants(personOf(c).account),
    services.provisioning.listReplaced(personOf(c).account),
  ])
  if (offers.length === 0) return renderDeadEnd(c, 'no_platforms', 503)
  const platforms = offers.map(({ template, suggested }) => ({
    platform: template.platform,
    suggested,
    ownership: decideOwnership({
      template: template.ownership,
      account: personOf(c).account,
      organisation: door.organisation,
    }),
  }))
  return renderPage(
    c,
    <DevicePage frame={frameOf(c)} {...{ platforms, values, open, replaced, error }} />,
    error ? (STATUS[error.code] ?? 422) : 200,
  )
}

/** What was begun before can be gone on with; a code that was asked for all the same is refused. */
async function renderClosed(c: EdgeContext) {
  const open = await c.var.services.provisioning.listOpenGrants(personOf(c).account)
  const status = c.req.method === 'GET' ? 200 : 403
  return renderPage(
    c,
    <DevicePage
      frame={frameOf(c)}
      platforms={[]}
      values={{ platform: null, ownership: null }}
      open={open}
      closed
      error={null}
    />,
    status,
  )
}
