import { IMPORT_MAX_BYTES, type ImportRefusal } from '../../accounts/index.ts'
import { decodeText } from '../../kernel/csv.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { IMPORT_PATH, ImportPage, ImportPreviewPage, type ImportProblem } from './pages/people-import.tsx'
import { PEOPLE_PATH } from './people-paths.ts'

export function declarePeopleImportRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', IMPORT_PATH, 'manager', (c) => showForm(c, '', null))
  declareRoute(app, 'POST', IMPORT_PATH, 'manager', takeImport, { upload: true })
}

function showForm(c: EdgeContext, text: string, problem: ImportProblem | null) {
  const page = <ImportPage frame={frameOf(c)} text={text} problem={problem} />
  return renderPage(c, page, problem === null ? 200 : 422)
}

type Given = { text: string; recoded: boolean } | { problem: ImportProblem; text: string }

/** The file, else what was pasted or came back from the preview; longer than what forms usually hold. */
async function readGiven(c: EdgeContext): Promise<Given> {
  const form = await readForm(c)
  const file = form.file('file')
  if (file) {
    if (file.size > IMPORT_MAX_BYTES) return { problem: 'too_large', text: '' }
    const decoded = decodeText(new Uint8Array(await file.arrayBuffer()))
    if (!decoded) return { problem: 'not_text', text: '' }
    return { text: decoded.text, recoded: decoded.encoding === 'windows-1252' }
  }
  const posted = form.names().includes('csv') ? (await c.req.formData()).get('csv') : null
  const text = typeof posted === 'string' ? posted : ''
  if (text.trim() === '') return { problem: 'nothing', text: '' }
  if (new TextEncoder().encode(text).length > IMPORT_MAX_BYTES) return { problem: 'too_large', text: '' }
  if (text.includes('\0')) return { problem: 'not_text', text: '' }
  return { text, recoded: false }
}

async function takeImport(c: EdgeContext) {
  const { services, now } = c.var
  const { organisation } = staffOf(c)
  const given = await readGiven(c)
  if ('problem' in given) return showForm(c, given.text, given.problem)
  const form = await readForm(c)
  const { text, recoded } = given
  const skipErrors = form.ticked('skip')
  const common = { frame: frameOf(c), text, recoded, skipErrors }

  if (form('step') !== 'import') {
    const shown = await services.people.importing.preview(organisation, text)
    if (!shown.ok) return showForm(c, text, shown.error)
    return renderPage(c, <ImportPreviewPage {...common} preview={shown.value} refused={null} />)
  }
  const imported = await services.people.importing.run({
    organisation,
    text,
    digest: form('digest'),
    skipErrors,
    actor: actorOf(c),
    now,
  })
  if (imported.ok) {
    const count = imported.value.new + imported.value.changed
    const done = count === 0 ? 'done=nothingImported' : `done=imported&count=${count}`
    return c.redirect(`${PEOPLE_PATH}?${done}`, 303)
  }
  const refusal: ImportRefusal = imported.error
  if (typeof refusal === 'string') return showForm(c, text, refusal)
  const { code, preview } = refusal
  return renderPage(c, <ImportPreviewPage {...common} preview={preview} refused={code} />, 422)
}
