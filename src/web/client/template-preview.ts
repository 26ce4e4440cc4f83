/** The preview of a device template follows the form: it asks as the button "Preview" would. */

const WAIT = 800
const REGION = '[data-region="template-preview"]'

function watchTemplate(form: HTMLFormElement): void {
  let timer = 0
  let asked = 0

  async function refresh(): Promise<void> {
    asked += 1
    const mine = asked
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
    // What was typed as a password shows in no preview, and stays here until it is saved.
    for (const field of form.querySelectorAll<HTMLInputElement>('input[type="password"]'))
      body.delete(field.name)
    body.set('do', 'preview')
    const answer = await fetch(form.action, { method: 'POST', body, credentials: 'same-origin' }).catch(
      () => null,
    )
    if (!answer?.ok || answer.redirected || mine !== asked) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const fresh = page.querySelector(REGION)
    const present = form.querySelector(REGION)
    if (fresh && present && mine === asked) present.replaceWith(document.importNode(fresh, true))
  }

  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => void refresh(), WAIT) as unknown as number
  })
}

const form = document.querySelector(REGION)?.closest('form')
if (form) watchTemplate(form)

export {}
