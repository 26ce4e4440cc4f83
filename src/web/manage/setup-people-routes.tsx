import type { FieldProblems } from '../../kernel/fields.ts'
import type { SetupChoices } from '../../registration/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { type PostedForm, readForm } from '../http/forms.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { declareRoute, staffOf } from '../http/routes.ts'
import { SETUP_PAGES } from './pages/setup-layout.tsx'
import { type EntryForm, SetupPeoplePage } from './pages/setup-people.tsx'
import { changeOf, doneOf } from './setup-change.ts'
import { readTexts, type Texts, textsOf } from './texts-by-language.ts'

const PAGE = SETUP_PAGES.people

/** What somebody new starts with and accepts. */
export function declareSetupPeopleRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', PAGE, 'manager', async (c) => render(c, await readChoices(c), {}))
  // Terms in every language are longer than other forms.
  declareRoute(app, 'POST', PAGE, 'manager', save, { upload: true })
}

function readChoices(c: EdgeContext): Promise<SetupChoices> {
  return c.var.services.registration.readChoices(staffOf(c).organisation.id)
}

async function save(c: EdgeContext) {
  const form = await readForm(c)
  const panel = form('panel')
  if (panel === 'entry') return saveEntry(c, form)
  if (panel === 'terms') return saveTerms(c, form)
  return render(c, await readChoices(c), { status: 422 })
}

async function saveEntry(c: EdgeContext, form: PostedForm) {
  const choices = await readChoices(c)
  const entry = {
    accountTemplateId: form('accountTemplateId'),
    phoneRequired: form.ticked('phoneRequired'),
    approvalRequired: form.ticked('approvalRequired'),
  }
  const saved = await c.var.services.organisationSettings.saveEntry(changeOf(c), entry, choices)
  if (!saved.ok) return render(c, choices, { entry, problems: saved.error })
  return c.redirect(`${PAGE}?done=entry`, 303)
}

async function saveTerms(c: EdgeContext, form: PostedForm) {
  const terms = readTexts('terms', form.text)
  const saved = await c.var.services.organisationSettings.saveTerms(changeOf(c), {
    terms,
  })
  if (!saved.ok) return render(c, await readChoices(c), { terms, problems: saved.error })
  return c.redirect(`${PAGE}?done=terms`, 303)
}

function render(
  c: EdgeContext,
  choices: SetupChoices,
  shown: { entry?: EntryForm; terms?: Texts; problems?: FieldProblems; status?: number },
) {
  const { organisation } = staffOf(c)
  const { problems = {} } = shown
  return renderPage(
    c,
    <SetupPeoplePage
      frame={frameOf(c)}
      organisation={organisation}
      templates={choices.accountTemplates}
      entry={
        shown.entry ?? {
          accountTemplateId: organisation.accountTemplateId ?? '',
          phoneRequired: organisation.phoneRequired,
          approvalRequired: organisation.approvalRequired,
        }
      }
      terms={shown.terms ?? textsOf(organisation.terms)}
      problems={problems}
      done={doneOf(c)}
    />,
    shown.status ?? (Object.keys(problems).length > 0 ? 422 : 200),
  )
}
