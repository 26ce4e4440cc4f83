import type { FieldProblems } from '../../kernel/fields.ts'
import { type EmailException, tryEmailRule } from '../../organisations/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { type PostedForm, readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { declareRoute, staffOf } from '../http/routes.ts'
import { type RuleForm, SetupAddressesPage } from './pages/setup-addresses.tsx'
import { type ExceptionsForm, RemoveExceptionPage } from './pages/setup-exceptions.tsx'
import { SETUP_PAGES } from './pages/setup-layout.tsx'
import { changeOf, doneOf } from './setup-change.ts'
import { readTexts, textsOf } from './texts-by-language.ts'

const PAGE = SETUP_PAGES.addresses
const REMOVE = '/manage/setup/exceptions/:address/remove'
/** How many wrong lines are named at the field. */
const WRONG_LINES_SHOWN = 5

/** The e-mail rule, its tester, and its exceptions. */
export function declareSetupAddressRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', PAGE, 'manager', async (c) => render(c, await listExceptions(c), {}))
  declareRoute(app, 'POST', PAGE, 'manager', save)
  declareRoute(app, 'GET', REMOVE, 'manager', askAboutException)
  declareRoute(app, 'POST', REMOVE, 'manager', removeException, { destructive: true })
}

function listExceptions(c: EdgeContext): Promise<EmailException[]> {
  return c.var.services.organisationSettings.listExceptions(staffOf(c).organisation.id)
}

async function save(c: EdgeContext) {
  const form = await readForm(c)
  const panel = form('panel')
  if (panel === 'rule') return saveRule(c, form)
  if (panel === 'exceptions') return addExceptions(c, form)
  return render(c, await listExceptions(c), { status: 422 })
}

/** "Try" saves nothing. */
async function saveRule(c: EdgeContext, form: PostedForm) {
  const rule: RuleForm = {
    emailRule: form('emailRule').trim(),
    hints: readTexts('hint', form),
    tryThese: form.text('tryThese'),
  }
  if (form('act') === 'try') return render(c, await listExceptions(c), { rule })
  const saved = await c.var.services.organisationSettings.saveRule(changeOf(c), {
    emailRule: rule.emailRule,
    hint: rule.hints,
  })
  if (!saved.ok) return render(c, await listExceptions(c), { rule, problems: saved.error })
  return c.redirect(`${PAGE}?done=rule`, 303)
}

async function addExceptions(c: EdgeContext, form: PostedForm) {
  const { services } = c.var
  const text = form.text('addresses')
  const verdict = form('verdict')
  const known = await listExceptions(c)
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const read = lines.map((line) => ({ line, address: services.challenges.normalise(line) }))
  const wrong = read.filter(({ address }) => address === null)
  const wrongLines = wrong.slice(0, WRONG_LINES_SHOWN).map(({ line }) => line.slice(0, 80))
  const adding = { addresses: text, verdict, wrongLines }
  if (wrong.length > 0)
    return render(c, known, { adding, problems: { addresses: { code: 'not_an_address' } } })
  const addresses = read.flatMap(({ address }) => (address === null ? [] : [address]))
  const saved = await services.organisationSettings.addExceptions(changeOf(c), {
    addresses,
    verdict,
    known,
  })
  if (!saved.ok) return render(c, known, { adding, problems: saved.error })
  return c.redirect(`${PAGE}?done=exceptions#exceptions`, 303)
}

async function findException(c: EdgeContext): Promise<EmailException | null> {
  const address = c.req.param('address') ?? ''
  return (await listExceptions(c)).find((exception) => exception.address === address) ?? null
}

async function askAboutException(c: EdgeContext) {
  const exception = await findException(c)
  if (!exception) return renderDeadEnd(c, 'not_found', 404)
  return renderPage(c, <RemoveExceptionPage frame={frameOf(c)} exception={exception} />)
}

async function removeException(c: EdgeContext) {
  const exception = await findException(c)
  if (!exception) return renderDeadEnd(c, 'not_found', 404)
  await c.var.services.organisationSettings.removeException(changeOf(c), exception)
  return c.redirect(`${PAGE}?done=exception_removed#exceptions`, 303)
}

function render(
  c: EdgeContext,
  exceptions: EmailException[],
  shown: { rule?: RuleForm; adding?: ExceptionsForm; problems?: FieldProblems; status?: number },
) {
  const { organisation } = staffOf(c)
  const rule = shown.rule ?? {
    emailRule: organisation.emailRule,
    hints: textsOf(organisation.emailRuleHint),
    tryThese: '',
  }
  const trial = tryEmailRule({
    pattern: rule.emailRule,
    lines: rule.tryThese.split('\n'),
    exceptions,
    normalise: c.var.services.challenges.normalise,
  })
  const problems: FieldProblems = {
    ...(!trial.ok && shown.rule && { emailRule: trial.error }),
    ...shown.problems,
  }
  return renderPage(
    c,
    <SetupAddressesPage
      frame={frameOf(c)}
      rule={rule}
      trial={trial.ok ? trial.value : null}
      exceptions={exceptions}
      adding={shown.adding ?? { addresses: '', verdict: 'accept', wrongLines: [] }}
      problems={problems}
      done={doneOf(c)}
    />,
    shown.status ?? (Object.keys(problems).length > 0 ? 422 : 200),
  )
}
