import { escapeMarkup } from '../kernel/text.ts'
import { STAFF, type StaffRefusal } from './demonstration-staff.ts'
import { renderDevPage } from './page.ts'

const REFUSALS: Record<StaffRefusal | 'unknown', string> = {
  no_organisation:
    'There is no organisation “acme” that is switched on. A supervisor can switch it on, or start with an empty state: npm start -- --state <folder>.',
  closed: 'This account was disabled. A manager of Acme Robotics can enable it.',
  unknown: 'Choose one of the two.',
}

const ROLES = [
  ['manager', 'Manager of Acme Robotics', 'Device setup, templates, people, audit, overview.'],
  ['supervisor', 'Supervisor of the service', 'The service’s settings, organisations, health.'],
] as const

/** `/dev`: what there is only on a laptop. `open`: whether it signs anybody in here. */
export function renderSignIn(options: { open: boolean; refusal?: StaffRefusal | 'unknown' | null }): string {
  const { open, refusal = null } = options
  const cards = ROLES.map(([role, title, what]) => {
    const { address, door } = STAFF[role]
    return `<article>
<h2>${escapeMarkup(title)}</h2>
<p class="quiet">${escapeMarkup(address)} · ${escapeMarkup(what)}</p>
<form method="post" action="/dev/sign-in?as=${role}"><button>Sign in and open ${door}</button></form>
</article>`
  })
  const closed =
    '<article><p>Links are built on another address than this laptop’s, so others can reach this service: nobody is signed in from here. Start without --base-url.</p></article>'
  return renderDevPage({
    title: 'Only on this laptop',
    main: `<h1>Only on this laptop</h1>
<p class="quiet">${open ? 'These buttons sign you in without a code and without a passkey. ' : ''}This page is part of the local start alone: a service that is deployed does not have it. Signing in as it really is: <a href="/sign-in">/sign-in</a>. What was sent: <a href="/dev/mailbox">mailbox</a>.</p>
${refusal === null ? '' : `<article role="alert"><p>${escapeMarkup(REFUSALS[refusal])}</p></article>`}
${open ? cards.join('\n') : closed}`,
  })
}
