/**
 * Forms with a passkey: `data-passkey` says whether one is used or made, `data-options` what the browser is
 * asked. The answer travels in the form's field `response`, so that the server gets an ordinary form.
 */

import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'

type Options = Parameters<typeof startAuthentication>[0]['optionsJSON'] &
  Parameters<typeof startRegistration>[0]['optionsJSON']

function optionsOf(form: HTMLFormElement): Options {
  return JSON.parse(form.dataset.options ?? '{}') as Options
}

function say(form: HTMLFormElement, text: string | undefined): void {
  const place = form.querySelector<HTMLElement>('[data-passkey-said]')
  const line = place?.querySelector('p')
  if (!place || !line) return
  line.textContent = text ?? ''
  place.hidden = !text
}

/** An answer is on its way: a second one would cancel it and be refused, since the question is used up. */
let sent = false
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) sent = false
})

function send(form: HTMLFormElement, response: unknown): void {
  if (sent) return
  sent = true
  const field = form.elements.namedItem('response') as HTMLInputElement
  field.value = JSON.stringify(response)
  form.submit()
}

/** Asks the authenticator, and sends what it said. */
async function run(form: HTMLFormElement): Promise<void> {
  say(form, undefined)
  if (!browserSupportsWebAuthn()) return say(form, form.dataset.unsupported)
  const optionsJSON = optionsOf(form)
  try {
    const response =
      form.dataset.passkey === 'create'
        ? await startRegistration({ optionsJSON })
        : await startAuthentication({ optionsJSON })
    send(form, response)
  } catch (error) {
    // The authenticator has one of the passkeys that were named: WebAuthn 5.1.3 step 20.
    const known = (error as Error).name === 'InvalidStateError'
    say(form, known ? form.dataset.known : form.dataset.cancelled)
  }
}

/** Offers passkeys among what the browser fills into the e-mail field. A button ends this waiting. */
async function offer(form: HTMLFormElement): Promise<void> {
  if (!(await browserSupportsWebAuthnAutofill())) return
  try {
    send(form, await startAuthentication({ optionsJSON: optionsOf(form), useBrowserAutofill: true }))
  } catch {
    // Nobody chose one, or the button was pressed: nothing to say.
  }
}

// This runs before the form is there, so that nobody presses its button too early.
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  if (form.dataset.passkey === undefined) return
  event.preventDefault()
  void run(form)
})
document.addEventListener('DOMContentLoaded', () => {
  for (const form of document.querySelectorAll<HTMLFormElement>('[data-autofill]')) void offer(form)
})
