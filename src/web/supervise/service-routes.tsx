import type { FieldProblems } from '../../kernel/fields.ts'
import {
  FRESH_SERVICE,
  type Organisation,
  type ServiceForm,
  type ServiceSettings,
} from '../../organisations/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { ConfirmPage } from '../ui/staff-form.tsx'
import { declareDerivedModuleRoutes } from './derived-routes.tsx'
import { describeSeconds } from './duration.ts'
import { SERVICE_PATH } from './pages/paths.ts'
import { type ServiceDone, ServicePage } from './pages/service.tsx'
import { declareProtectionRoutes } from './protection-routes.tsx'
import { declareSupervisorRoutes } from './supervisor-routes.tsx'

/** The service's own settings, and who supervises it. */
export function declareServiceRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', SERVICE_PATH, 'supervisor', (c) => render(c))
  declareRoute(app, 'POST', SERVICE_PATH, 'supervisor', save)
  declareRoute(app, 'POST', `${SERVICE_PATH}/on`, 'supervisor', (c) => switchTo(c, true))
  declareRoute(app, 'GET', `${SERVICE_PATH}/off`, 'supervisor', askAboutOff)
  declareRoute(app, 'POST', `${SERVICE_PATH}/off`, 'supervisor', (c) => switchTo(c, false), {
    destructive: true,
  })
  declareDerivedModuleRoutes(app)
  declareProtectionRoutes(app)
  declareSupervisorRoutes(app)
}

async function save(c: EdgeContext) {
  const form = await readForm(c)
  const typed: ServiceForm = {
    defaultOrganisation: form('defaultOrganisation'),
    provisionCodeSeconds: form('provisionCodeSeconds'),
    ownersMayProvision: form.ticked('ownersMayProvision'),
    logDeviceFacts: form.ticked('logDeviceFacts'),
    androidSmsCode: form.ticked('androidSmsCode'),
    dailyMessages: form('dailyMessages'),
    derivedCredentialUrl: form('derivedCredentialUrl'),
    helpdeskEmail: form('helpdeskEmail'),
    helpdeskPhone: form('helpdeskPhone'),
    helpdeskUrl: form('helpdeskUrl'),
  }
  const { service } = staffOf(c)
  const saved = await c.var.services.supervision.configure(service, typed, actorOf(c), c.var.now)
  if (!saved.ok) return render(c, { typed, problems: saved.error })
  return c.redirect(`${SERVICE_PATH}?done=saved`, 303)
}

async function switchTo(c: EdgeContext, enabled: boolean) {
  const { service } = staffOf(c)
  await c.var.services.supervision.switchService(service, enabled, actorOf(c), c.var.now)
  return c.redirect(`${SERVICE_PATH}?done=${enabled ? 'on' : 'off'}`, 303)
}

function askAboutOff(c: EdgeContext) {
  const frame = frameOf(c)
  const words = frame.copy.superviseService
  return renderPage(
    c,
    <ConfirmPage
      frame={frame}
      area="supervise"
      section="service"
      title={words.confirmOff.title}
      parent={{ href: SERVICE_PATH, label: words.title }}
      consequences={words.confirmOff.consequences}
      action={`${SERVICE_PATH}/off`}
      act={words.confirmOff.act}
      cancel={SERVICE_PATH}
    />,
  )
}

/** Which `?done=` of the service's pages is one. */
export function serviceDoneOf(c: EdgeContext): ServiceDone | null {
  const done = c.req.query('done') ?? ''
  return Object.hasOwn(frameOf(c).copy.superviseService.done, done) ? (done as ServiceDone) : null
}

async function render(c: EdgeContext, refused?: { typed: ServiceForm; problems: FieldProblems }) {
  const { service } = staffOf(c)
  const { supervision } = c.var.services
  const organisations = await supervision.choices()
  const chosen = service?.defaultOrganisationId ?? null
  const listed = organisations?.find(({ id }) => id === chosen)
  const present = chosen === null || listed || refused ? listed : await supervision.find(chosen)
  return renderPage(
    c,
    <ServicePage
      frame={frameOf(c)}
      enabled={service?.enabled ?? null}
      typed={refused?.typed ?? typedOf(service ?? FRESH_SERVICE, present ?? null)}
      validity={describeSeconds((service ?? FRESH_SERVICE).provisionCodeSeconds, c.var.locale)}
      organisations={organisations}
      problems={refused?.problems ?? {}}
      done={refused ? null : serviceDoneOf(c)}
    />,
    refused ? 422 : 200,
  )
}

/** What is stored, as its form has it; what an empty installation would do. */
function typedOf(service: ServiceSettings, organisation: Pick<Organisation, 'slug'> | null): ServiceForm {
  return {
    defaultOrganisation: organisation?.slug ?? '',
    provisionCodeSeconds: String(service.provisionCodeSeconds),
    ownersMayProvision: service.ownersMayProvision,
    logDeviceFacts: service.logDeviceFacts,
    androidSmsCode: service.androidSmsCode,
    dailyMessages: String(service.dailyMessages ?? ''),
    derivedCredentialUrl: service.derivedCredentialUrl ?? '',
    helpdeskEmail: service.helpdesk.email ?? '',
    helpdeskPhone: service.helpdesk.phone ?? '',
    helpdeskUrl: service.helpdesk.url ?? '',
  }
}
