import type { FieldProblems } from '../../kernel/fields.ts'
import { PLATFORMS, type Platform } from '../../kernel/platform.ts'
import type { SetupChoices } from '../../registration/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { type PostedForm, readForm } from '../http/forms.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { declareRoute, staffOf } from '../http/routes.ts'
import { type DeviceRulesForm, type InvitationsForm, SetupDevicesPage } from './pages/setup-devices.tsx'
import { SETUP_PAGES } from './pages/setup-layout.tsx'
import { changeOf, doneOf } from './setup-change.ts'

const PAGE = SETUP_PAGES.devices

/** Platforms, ownership, PIN and QR code, invitations. */
export function declareSetupDeviceRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', PAGE, 'manager', async (c) => render(c, await readChoices(c), {}))
  declareRoute(app, 'POST', PAGE, 'manager', save)
}

function readChoices(c: EdgeContext): Promise<SetupChoices> {
  return c.var.services.registration.readChoices(staffOf(c).organisation.id)
}

async function save(c: EdgeContext) {
  const form = await readForm(c)
  const panel = form('panel')
  if (panel === 'platforms') return savePlatforms(c, form)
  if (panel === 'rules') return saveRules(c, form)
  if (panel === 'invitations') return saveInvitations(c, form)
  return render(c, await readChoices(c), { status: 422 })
}

async function savePlatforms(c: EdgeContext, form: PostedForm) {
  const choices = await readChoices(c)
  const platforms = forEachPlatform((platform) => form(`platform.${platform}`))
  const saved = await c.var.services.organisationSettings.savePlatforms(changeOf(c), platforms, choices)
  if (!saved.ok) return render(c, choices, { platforms, problems: saved.error })
  return c.redirect(`${PAGE}?done=platforms`, 303)
}

async function saveRules(c: EdgeContext, form: PostedForm) {
  const rules = {
    defaultOwnership: form('defaultOwnership'),
    ownershipChoosable: form.ticked('ownershipChoosable'),
    pinRequired: form.ticked('pinRequired'),
    qrEnabled: form.ticked('qrEnabled'),
  }
  const saved = await c.var.services.organisationSettings.saveDeviceRules(changeOf(c), rules)
  if (!saved.ok) return render(c, await readChoices(c), { rules, problems: saved.error })
  return c.redirect(`${PAGE}?done=devices`, 303)
}

async function saveInvitations(c: EdgeContext, form: PostedForm) {
  const invitations = {
    invitationDays: form('invitationDays'),
    invitationDeviceLimit: form('invitationDeviceLimit'),
    reminderDays: form('reminderDays'),
    dailyMessages: form('dailyMessages'),
  }
  const saved = await c.var.services.organisationSettings.saveInvitations(changeOf(c), invitations)
  if (!saved.ok) return render(c, await readChoices(c), { invitations, problems: saved.error })
  return c.redirect(`${PAGE}?done=invitations`, 303)
}

function forEachPlatform(value: (platform: Platform) => string): Record<Platform, string> {
  return Object.fromEntries(PLATFORMS.map((platform) => [platform, value(platform)])) as Record<
    Platform,
    string
  >
}

function render(
  c: EdgeContext,
  choices: SetupChoices,
  shown: {
    platforms?: Record<Platform, string>
    rules?: DeviceRulesForm
    invitations?: InvitationsForm
    problems?: FieldProblems
    status?: number
  },
) {
  const { organisation } = staffOf(c)
  const { problems = {} } = shown
  return renderPage(
    c,
    <SetupDevicesPage
      frame={frameOf(c)}
      organisationName={organisation.name}
      templates={choices.deviceTemplates}
      platforms={shown.platforms ?? forEachPlatform((platform) => choices.platforms[platform] ?? '')}
      rules={
        shown.rules ?? {
          defaultOwnership: organisation.defaultOwnership,
          ownershipChoosable: organisation.ownershipChoosable,
          pinRequired: organisation.confirmation === 'pin',
          qrEnabled: organisation.qrEnabled,
        }
      }
      invitations={
        shown.invitations ?? {
          invitationDays: textOf(organisation.invitationDays),
          invitationDeviceLimit: textOf(organisation.invitationDeviceLimit),
          reminderDays: organisation.reminderDays.join(', '),
          dailyMessages: textOf(organisation.dailyMessages),
        }
      }
      problems={problems}
      done={doneOf(c)}
    />,
    shown.status ?? (Object.keys(problems).length > 0 ? 422 : 200),
  )
}

function textOf(count: number | null): string {
  return count === null ? '' : String(count)
}
