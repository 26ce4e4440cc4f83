import type { FieldProblems } from '../../kernel/fields.ts'
import { makeSecret } from '../../kernel/secrets.ts'
import type { ApiKeyForm } from '../../organisations/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { API_KEYS_PATH, NEW_API_KEY_PATH } from './api-key-paths.ts'
import { ApiKeyMadePage, NewApiKeyPage, RevokeApiKeyPage } from './pages/api-key-new.tsx'
import { ApiKeysPage } from './pages/api-keys.tsx'
import { doneOf } from './setup-change.ts'

const REVOKE = `${API_KEYS_PATH}/:key/revoke`

/** Keys of the organisation's own systems. */
export function declareApiKeyRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', API_KEYS_PATH, 'manager', list)
  declareRoute(app, 'GET', NEW_API_KEY_PATH, 'manager', (c) =>
    renderForm(c, { name: '', scopes: ['security_strings'], endsOn: '', once: makeSecret() }, {}),
  )
  declareRoute(app, 'POST', NEW_API_KEY_PATH, 'manager', make)
  declareRoute(app, 'GET', REVOKE, 'manager', askAboutRevoking)
  declareRoute(app, 'POST', REVOKE, 'manager', revoke, { destructive: true })
}

const changeOf = (c: EdgeContext) => ({
  organisationId: staffOf(c).organisation.id,
  actor: actorOf(c),
  now: c.var.now,
})

async function list(c: EdgeContext) {
  const { services } = c.var
  const organisationId = staffOf(c).organisation.id
  const after = c.req.query('after') ?? null
  const page = await services.apiKeys.list(organisationId, after)
  const makers = page.rows.map(({ createdBy }) => createdBy)
  const people = makers.length > 0 ? (await services.names.of(organisationId, makers)).people : new Map()
  return renderPage(
    c,
    <ApiKeysPage
      frame={frameOf(c)}
      page={page}
      people={people}
      later={after !== null}
      baseUrl={services.baseUrl}
      done={doneOf(c)}
    />,
  )
}

/**
 * Answers with the key itself, which stands nowhere else: a redirect would have to carry it. A page that is loaded
 * again sends its form again; that leads to the list, where the key stands.
 */
async function make(c: EdgeContext) {
  const form = await readForm(c)
  const values: ApiKeyForm = {
    ...{ name: form('name'), scopes: form.list('scopes'), endsOn: form('endsOn') },
    once: form('once'),
  }
  const made = await c.var.services.apiKeys.make(changeOf(c), values)
  if (!made.ok) {
    const { error } = made
    return error === 'sent_before' ? c.redirect(API_KEYS_PATH, 303) : renderForm(c, values, error)
  }
  const { key, secret } = made.value
  return renderPage(c, <ApiKeyMadePage frame={frameOf(c)} name={key.name} secret={secret} />)
}

function renderForm(c: EdgeContext, values: ApiKeyForm, problems: FieldProblems) {
  const failed = Object.keys(problems).length > 0
  return renderPage(
    c,
    <NewApiKeyPage frame={frameOf(c)} values={values} problems={problems} />,
    failed ? 422 : 200,
  )
}

async function askAboutRevoking(c: EdgeContext) {
  const found = await c.var.services.apiKeys.find(staffOf(c).organisation.id, c.req.param('key') ?? '')
  if (!found) return renderDeadEnd(c, 'not_found', 404)
  return renderPage(c, <RevokeApiKeyPage frame={frameOf(c)} apiKey={found} />)
}

async function revoke(c: EdgeContext) {
  const revoked = await c.var.services.apiKeys.revoke(changeOf(c), c.req.param('key') ?? '')
  if (!revoked.ok && revoked.error === 'not_found') return renderDeadEnd(c, 'not_found', 404)
  return c.redirect(`${API_KEYS_PATH}?done=${revoked.ok ? 'key_revoked' : 'key_already'}`, 303)
}
