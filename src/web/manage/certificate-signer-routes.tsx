import type { FieldProblem, FieldProblems } from '../../kernel/fields.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { type PostedForm, readForm } from '../http/forms.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { CERTIFICATES_PATH, SIGNER_PATH } from './certificate-paths.ts'
import { RemoveSignerPage, SignerFormPage } from './pages/certificate-signer.tsx'

/** A chain of ten certificates with large keys takes a third of it. */
const FILE_MAX = 60_000

/** The organisation's own certificate for signing profiles. */
export function declareSignerRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', SIGNER_PATH, 'manager', (c) => renderForm(c, '', {}))
  declareRoute(app, 'POST', SIGNER_PATH, 'manager', save, { upload: true })
  declareRoute(app, 'GET', `${SIGNER_PATH}/remove`, 'manager', (c) =>
    renderPage(c, <RemoveSignerPage frame={frameOf(c)} />),
  )
  declareRoute(app, 'POST', `${SIGNER_PATH}/remove`, 'manager', remove, { destructive: true })
}

async function save(c: EdgeContext) {
  const form = await readForm(c)
  const [chain, key] = await Promise.all([readText(form, 'chain'), readText(form, 'secretKey')])
  const problems = fieldsOf(chain.problem, key.problem)
  if (Object.keys(problems).length > 0) return renderForm(c, chain.text, problems)
  const saved = await c.var.services.certificates.saveSigner({
    organisationId: staffOf(c).organisation.id,
    chainPem: chain.text,
    keyPem: key.text,
    actor: actorOf(c),
    now: c.var.now,
  })
  if (!saved.ok) return renderForm(c, chain.text, fieldsOf(saved.error.chain, saved.error.key))
  return c.redirect(`${CERTIFICATES_PATH}?done=signer`, 303)
}

/** Under the names of the form's fields. */
function fieldsOf(chain: FieldProblem | null | undefined, key: FieldProblem | null | undefined) {
  return { ...(chain && { chain }), ...(key && { secretKey: key }) }
}

/** A field that comes as a file or as a text: who chose a file meant that. */
async function readText(
  form: PostedForm,
  field: string,
): Promise<{ text: string; problem: FieldProblem | null }> {
  const file = form.file(`${field}File`)
  if (file && file.size > FILE_MAX) return { text: '', problem: { code: 'too_long', limit: FILE_MAX } }
  const text = file ? (await file.text()).replaceAll('\r\n', '\n') : form.text(field)
  return { text, problem: text.trim() === '' ? { code: 'missing' } : null }
}

/** A key is never shown again, not even where it was put into the wrong field: only the chain stays. */
function renderForm(c: EdgeContext, entered: string, problems: FieldProblems) {
  const chain = entered.includes('PRIVATE KEY') ? '' : entered
  const failed = Object.keys(problems).length > 0
  return renderPage(
    c,
    <SignerFormPage frame={frameOf(c)} chain={chain} problems={problems} />,
    failed ? 422 : 200,
  )
}

async function remove(c: EdgeContext) {
  const removed = await c.var.services.certificates.removeSigner({
    organisationId: staffOf(c).organisation.id,
    actor: actorOf(c),
    now: c.var.now,
  })
  return c.redirect(`${CERTIFICATES_PATH}${removed.ok ? '?done=signer_removed' : ''}`, 303)
}
