import { escapeMarkup } from '../kernel/text.ts'
import type { CapturedMessage } from './mailbox.ts'
import { renderDevPage } from './page.ts'

/** What was sent on this laptop, newest first. No script. */
export function renderMailbox(options: { messages: CapturedMessage[]; to: string | null }): string {
  const { messages, to } = options
  const list = messages.map(renderMessage).join('\n')
  const empty = `<article><p>${
    to ? `Nothing was sent to ${escapeMarkup(to)} yet.` : 'Nothing was sent yet.'
  }</p><p class="quiet">Ask for a code at <a href="/setup">/setup</a> and come back.</p></article>`
  return renderDevPage({
    title: 'Mailbox',
    main: `<h1>Mailbox</h1>
<p class="quiet">Messages stay on this laptop. <a href="">Reload</a> for new ones; programs read <a href="/dev/mailbox.json">mailbox.json</a>; <a href="/dev">sign in</a> as somebody of the demonstration.</p>
<form method="get" action="/dev/mailbox">
<label>Sent to<input name="to" value="${escapeMarkup(to ?? '')}" placeholder="everybody"></label>
<button>Show</button>
</form>
${messages.length > 0 ? list : empty}`,
  })
}

function renderMessage(message: CapturedMessage): string {
  const { id, channel, to, subject, text, html, at } = message
  const rendered = html
    ? `<details><summary>As it looks</summary><iframe title="${escapeMarkup(subject)}" src="/dev/mailbox/${encodeURIComponent(id)}" sandbox="allow-popups allow-popups-to-escape-sandbox" loading="lazy"></iframe></details>`
    : ''
  return `<article>
<h2>${escapeMarkup(subject || text.slice(0, 60))}</h2>
<p class="quiet">${channel === 'sms' ? 'SMS' : 'E-mail'} to ${escapeMarkup(to)} · <time datetime="${at}">${at.replace('T', ' ').replace('Z', ' UTC')}</time></p>
<pre>${escapeMarkup(text)}</pre>
${rendered}
</article>`
}
