import { type DetailErrors, needsDetails } from '../../accounts/index.ts'
import { inLocale } from '../../kernel/locale.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { declareRoute, personOf } from '../http/routes.ts'
import { renderMarkdown } from '../ui/index.ts'
import { AboutPage } from './pages/index.ts'

/** Step 2: name, phone, terms. Whoever has told them already goes on. */
export function declareAboutRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/setup/:slug/about', 'owner', showAbout)
  declareRoute(app, 'POST', '/setup/:slug/about', 'owner', saveAbout)
}

function showAbout(c: EdgeContext) {
  const { organisation } = c.var.door
  const { account } = personOf(c)
  if (!needsDetails(account, organisation)) return c.redirect(`/setup/${organisation.slug}/device`, 303)
  return renderAbout(c, { name: account.name, phone: account.phone ?? '', terms: false }, {})
}

async function saveAbout(c: EdgeContext) {
  const { services, door, now, locale } = c.var
  const field = await readForm(c)
  const values = { name: field('name'), phone: field('phone'), terms: field('terms') !== '' }
  const completed = await services.accounts.complete({
    account: personOf(c).account,
    organisation: door.organisation,
    form: { name: values.name, phone: values.phone, termsAccepted: values.terms },
    country: c.req.header('cf-ipcountry') ?? null,
    locale,
    now,
  })
  if (!completed.ok) return renderAbout(c, values, completed.error)
  return c.redirect(`/setup/${door.organisation.slug}/device`, 303)
}

function renderAbout(
  c: EdgeContext,
  values: { name: string; phone: string; terms: boolean },
  errors: DetailErrors,
) {
  const { organisation } = c.var.door
  const terms = organisation.terms && inLocale(organisation.terms, c.var.locale)
  return renderPage(
    c,
    <AboutPage
      frame={frameOf(c)}
      values={values}
      phoneRequired={organisation.phoneRequired}
      termsHtml={terms && renderMarkdown(terms)}
      errors={errors}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}
