import type { FieldProblems } from '../../kernel/fields.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { type PostedForm, readForm } from '../http/forms.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { declareRoute, staffOf } from '../http/routes.ts'
import { ConfirmPage } from '../ui/staff-form.tsx'
import { type IdentityForm, SetupGeneralPage } from './pages/setup-general.tsx'
import { SETUP_PAGES } from './pages/setup-layout.tsx'
import { changeOf, doneOf } from './setup-change.ts'

const PAGE = SETUP_PAGES.general

/** On or off, name and helpdesk, colour, logo. */
export function declareSetupGeneralRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', PAGE, 'manager', (c) => render(c, {}))
  declareRoute(app, 'POST', PAGE, 'manager', save, { upload: true })
  declareRoute(app, 'GET', '/manage/setup/logo/remove', 'manager', askAboutLogo)
  declareRoute(app, 'POST', '/manage/setup/logo/remove', 'manager', removeLogo, { destructive: true })
  declareRoute(app, 'GET', '/manage/setup/off', 'manager', askAboutOff)
  declareRoute(app, 'POST', '/manage/setup/off', 'manager', (c) => switchTo(c, false), { destructive: true })
  declareRoute(app, 'POST', '/manage/setup/on', 'manager', (c) => switchTo(c, true))
}

async function save(c: EdgeContext) {
  const form = await readForm(c)
  switch (form('panel')) {
    case 'identity':
      return saveIdentity(c, form)
    case 'accent':
      return saveAccent(c, form)
    case 'logo':
      return saveLogo(c, form)
    default:
      return render(c, { status: 422 })
  }
}

async function saveIdentity(c: EdgeContext, form: PostedForm) {
  const identity = {
    name: form('name'),
    helpdeskEmail: form('helpdeskEmail'),
    helpdeskPhone: form('helpdeskPhone'),
    helpdeskUrl: form('helpdeskUrl'),
  }
  const saved = await c.var.services.organisationSettings.saveIdentity(changeOf(c), identity)
  if (!saved.ok) return render(c, { identity, problems: saved.error })
  return c.redirect(`${PAGE}?done=identity`, 303)
}

/** "Show it first" only shows the colour. */
async function saveAccent(c: EdgeContext, form: PostedForm) {
  const accent = form('accent').trim().toLowerCase()
  if (form('act') === 'look' && /^#[0-9a-f]{6}$/.test(accent)) return render(c, { accent })
  const saved = await c.var.services.organisationSettings.saveAccent(changeOf(c), { accent })
  if (!saved.ok) return render(c, { accent, problems: saved.error })
  return c.redirect(`${PAGE}?done=accent`, 303)
}

async function saveLogo(c: EdgeContext, form: PostedForm) {
  const file = form.file('logo')
  const bytes = file && new Uint8Array(await file.arrayBuffer())
  const saved = await c.var.services.organisationSettings.saveLogo(changeOf(c), bytes)
  if (!saved.ok) return render(c, { problems: saved.error })
  return c.redirect(`${PAGE}?done=logo`, 303)
}

function askAboutLogo(c: EdgeContext) {
  const frame = frameOf(c)
  const { logo, pages } = frame.copy.deviceSetup
  return renderPage(
    c,
    <ConfirmPage
      frame={frame}
      area="manage"
      section="deviceSetup"
      title={logo.confirm.title}
      parent={{ href: PAGE, label: pages.general }}
      consequences={logo.confirm.consequences}
      action="/manage/setup/logo/remove"
      act={logo.confirm.act}
      cancel={PAGE}
    />,
  )
}

async function removeLogo(c: EdgeContext) {
  await c.var.services.organisationSettings.removeLogo(changeOf(c))
  return c.redirect(`${PAGE}?done=logo_removed`, 303)
}

function askAboutOff(c: EdgeContext) {
  const frame = frameOf(c)
  const { enabled, pages } = frame.copy.deviceSetup
  return renderPage(
    c,
    <ConfirmPage
      frame={frame}
      area="manage"
      section="deviceSetup"
      title={enabled.confirm.title}
      parent={{ href: PAGE, label: pages.general }}
      consequences={enabled.confirm.consequences}
      action="/manage/setup/off"
      act={enabled.confirm.act}
      cancel={PAGE}
    />,
  )
}

async function switchTo(c: EdgeContext, open: boolean) {
  await c.var.services.organisationSettings.switchSetup(changeOf(c), open)
  return c.redirect(`${PAGE}?done=${open ? 'on' : 'off'}`, 303)
}

function render(
  c: EdgeContext,
  shown: { identity?: IdentityForm; accent?: string; problems?: FieldProblems; status?: number },
) {
  const { organisation } = staffOf(c)
  const { helpdesk } = organisation
  const { problems = {} } = shown
  const failed = Object.keys(problems).length > 0
  return renderPage(
    c,
    <SetupGeneralPage
      frame={frameOf(c)}
      organisation={organisation}
      setupUrl={`${c.var.services.baseUrl}/setup/${organisation.slug}`}
      identity={
        shown.identity ?? {
          name: organisation.name,
          helpdeskEmail: helpdesk.email ?? '',
          helpdeskPhone: helpdesk.phone ?? '',
          helpdeskUrl: helpdesk.url ?? '',
        }
      }
      accent={shown.accent ?? organisation.accent}
      problems={problems}
      done={doneOf(c)}
    />,
    shown.status ?? (failed ? 422 : 200),
  )
}
