import type { Page } from 'playwright-core'

/** What the forms of a page answer to what is refused. */

/** Longer than any field takes, with signs that HTML would read. */
const TOO_LONG = { line: `"><b>${'kept '.repeat(500)}`, text: `"><b>${'kept '.repeat(4500)}` }
/** What is shown again never includes these. */
const SECRET = /password|secret|passphrase|psk/i

type PageForm = { action: string; fields: { name: string; type: string; value: string }[] }

/** The forms of a page as a browser would send them; files and buttons left out. */
const READ_FORMS = `[...document.querySelectorAll('main form[method=post]')].map((form) => ({
  action: form.action,
  fields: [...form.elements]
    .filter(({ name, type, checked }) => name && !/^(file|submit)$/.test(type) && (!/^(checkbox|radio)$/.test(type) || checked))
    .map(({ name, type, value }) => ({ name, type, value })),
}))`

/** Posts each form of the page with texts that are too long, and looks for what was typed in the answer. */
export async function refuseForms(page: Page): Promise<string[]> {
  const found: string[] = []
  if ((await page.locator('main h1').count()) !== 1) found.push('has not one heading')
  const forms = (await page.evaluate(READ_FORMS)) as PageForm[]
  for (const { action, fields } of forms) {
    const typed = fields.filter(({ type }) => /^(text|email|tel|url|textarea|number)$/.test(type))
    if (typed.length === 0) continue
    const form: Record<string, string> = {}
    for (const { name, type, value } of fields)
      form[name] = typed.some((field) => field.name === name && field.type === type)
        ? TOO_LONG[type === 'textarea' ? 'text' : 'line']
        : value
    const { status, text } = await post(page, action, form)
    if (status !== 422) found.push(`${action} answers ${status} to texts that are too long`)
    else
      for (const { name } of typed)
        if (!SECRET.test(name) && !keeps(text, name))
          found.push(`${action} forgets what was typed in ${name}`)
    const untied = (await page.evaluate(`(${FIND_UNTIED})(${JSON.stringify(text)})`)) as string[]
    found.push(...untied.map((fault) => `${action}, refused: ${fault}`))
  }
  return found
}

/** In the page: fields of a refused form whose error is not tied to them, and names that stand twice. */
const FIND_UNTIED = `(html) => {
  const refused = new DOMParser().parseFromString(html, 'text/html')
  const wrong = [...refused.querySelectorAll('[aria-invalid=true]')]
  const told = [...refused.querySelectorAll('[data-testid=error], [data-testid=row-error], [role=alert]')]
  const ids = [...refused.querySelectorAll('[id]')].map(({ id }) => id)
  const isTied = (field) => [field, field.closest('fieldset')].some((part) =>
    (part?.getAttribute('aria-describedby') ?? '').split(' ').some((id) => id.endsWith('-error') && ids.includes(id)))
  return [
    ...(told.length === 0 ? ['does not say what was wrong'] : []),
    ...wrong.filter((field) => !isTied(field)).map(({ name }) => name + ' does not say what was wrong with it'),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => id + ' is the name of two'),
  ]
}`

/** A list says what was wrong at its own address, where its filters are: that counts as a refusal. */
async function post(page: Page, action: string, form: Record<string, string>) {
  const { origin } = new URL(page.url())
  const headers = { 'sec-fetch-site': 'same-origin', origin }
  const { request } = page.context()
  const answer = await request.post(action, { form, maxRedirects: 0, headers })
  const { location } = answer.headers()
  if (answer.status() !== 303 || !location?.includes('trouble='))
    return { status: answer.status(), text: await answer.text() }
  const list = await request.get(new URL(location, origin).href)
  return { status: 422, text: await list.text() }
}

/** Whether the field of that name shows what was typed, with its signs escaped. */
function keeps(html: string, name: string): boolean {
  const field = new RegExp(`<(?:input|textarea)[^>]*name="${name.replaceAll('.', '\\.')}"[^>]*>[^<]{0,40}`)
  const shown = field.exec(html)?.[0] ?? ''
  return shown.includes('&quot;&gt;&lt;b&gt;kept') || /&#34;&gt;&lt;b&gt;kept/.test(shown)
}
