import { UPLOAD_MAX } from '../../certificates/index.ts'
import type { Copy } from '../../copy/index.ts'
import type { FieldProblems } from '../../kernel/fields.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute } from '../http/routes.ts'
import { type Owner, owned } from './owner.ts'
import { MyCertificatesPage } from './pages/certificates.tsx'
import { MY_CERTIFICATES_PATH } from './pages/certificates-paths.ts'
import { RemoveMyCertificatePage } from './pages/certificates-remove.tsx'

/** The certificates that somebody brought themselves. */
export function declareMyCertificateRoutes(app: EdgeApp): void {
  const one = `${MY_CERTIFICATES_PATH}/:certificate/delete`
  declareRoute(
    app,
    'GET',
    MY_CERTIFICATES_PATH,
    'person',
    owned((c, me) => show(c, me)),
  )
  declareRoute(app, 'POST', MY_CERTIFICATES_PATH, 'person', owned(upload), { upload: true })
  declareRoute(app, 'GET', one, 'person', owned(askRemoval))
  declareRoute(app, 'POST', one, 'person', owned(remove), { destructive: true })
}

const ownerOf = ({ account }: Owner) => ({ organisationId: account.organisationId, accountId: account.id })

type DoneWord = keyof Copy['userCertificates']['done']

function doneOf(c: EdgeContext): string | null {
  const { done } = frameOf(c).copy.userCertificates
  const told = c.req.query('done') ?? ''
  return Object.hasOwn(done, told) ? done[told as DoneWord] : null
}

async function show(
  c: EdgeContext,
  me: Owner,
  refused: { name: string; problems: FieldProblems } | null = null,
) {
  const certificates = await c.var.services.userCertificates.list(ownerOf(me))
  return renderPage(
    c,
    <MyCertificatesPage
      frame={frameOf(c)}
      certificates={certificates}
      permissions={me.account.permissions}
      name={refused?.name ?? ''}
      problems={refused?.problems ?? {}}
      done={doneOf(c)}
    />,
    refused ? 422 : 200,
  )
}

async function upload(c: EdgeContext, me: Owner) {
  const form = await readForm(c)
  const name = form('name')
  const file = form.file('file')
  const permitted = me.account.permissions.includes('upload_certificates')
  if (permitted && !file) return show(c, me, { name, problems: { file: { code: 'missing' } } })
  // What is larger is not even read.
  if (permitted && file && file.size > UPLOAD_MAX)
    return show(c, me, { name, problems: { file: { code: 'not_accepted', detail: 'too_large' } } })
  const added = await c.var.services.userCertificates.add({
    account: me.account,
    file: new Uint8Array(permitted && file ? await file.arrayBuffer() : []),
    password: form('password'),
    name,
    actor: actorOf(c),
    now: c.var.now,
  })
  if (added.ok) return c.redirect(`${MY_CERTIFICATES_PATH}?done=${added.value}`, 303)
  if (added.error.code === 'not_permitted') return renderDeadEnd(c, 'not_permitted', 403)
  return show(c, me, { name, problems: added.error.problems })
}

async function askRemoval(c: EdgeContext, me: Owner) {
  const { services } = c.var
  const owner = ownerOf(me)
  const found = await services.userCertificates.find(owner, c.req.param('certificate') ?? '')
  if (!found) return renderDeadEnd(c, 'not_found', 404)
  const templates =
    found.endsAt > c.var.now
      ? await services.devices.listAskingTemplates(owner.organisationId, owner.accountId)
      : []
  return renderPage(
    c,
    <RemoveMyCertificatePage frame={frameOf(c)} certificate={found} templates={templates} />,
  )
}

async function remove(c: EdgeContext, me: Owner) {
  const removed = await c.var.services.userCertificates.remove({
    owner: ownerOf(me),
    id: c.req.param('certificate') ?? '',
    actor: actorOf(c),
    now: c.var.now,
  })
  if (!removed.ok) return renderDeadEnd(c, 'not_found', 404)
  return c.redirect(`${MY_CERTIFICATES_PATH}?done=removed`, 303)
}
