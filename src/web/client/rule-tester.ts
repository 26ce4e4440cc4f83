/** The tester of the e-mail rule answers while somebody types: it asks as the button "Try" would. */

const WAIT = 400

function watchRule(form: HTMLFormElement): void {
  let timer = 0
  let asked = 0

  async function tryRule(): Promise<void> {
    asked += 1
    const mine = asked
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
    body.set('act', 'try')
    const answer = await fetch(form.action, { method: 'POST', body, credentials: 'same-origin' }).catch(
      () => null,
    )
    // A rule that is half typed is often none yet: what it said before stays until it is one again.
    if (!answer?.ok || answer.redirected || mine !== asked) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const fresh = page.querySelector('[data-region="trial"]')
    const present = form.querySelector('[data-region="trial"]')
    if (fresh && present && mine === asked) present.replaceWith(document.importNode(fresh, true))
  }

  form.addEventListener('input', (event) => {
    if (!['emailRule', 'tryThese'].includes((event.target as HTMLInputElement).name)) return
    clearTimeout(timer)
    timer = setTimeout(() => void tryRule(), WAIT) as unknown as number
  })
}

const form = document.querySelector('textarea[name="emailRule"]')?.closest('form')
if (form) watchRule(form)

export {}
