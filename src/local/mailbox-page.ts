import type { CapturedMessage } from './mailbox.ts'

const STYLE = `
:root{color-scheme:light dark;--ground:#f6f6f4;--card:#fff;--line:#e4e5e2;--ink:#17191c;--quiet:#5b6067}
@media (prefers-color-scheme:dark){:root{--ground:#16181b;--card:#1f2226;--line:#33373d;--ink:#f2f3f5;--quiet:#b4b8bf}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:48rem;margin:0 auto;padding:2rem 1rem 4rem}
h1{font-size:1.6rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.1rem;margin:0;overflow-wrap:anywhere}
p{margin:.25rem 0}
.quiet{color:var(--quiet)}
article{background:var(--card);border:1px solid var(--line);border-radius:1rem;padding:1.25rem;margin-top:1rem}
pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:.75rem 0 0;font:14px/1.5 ui-monospace,monospace}
iframe{width:100%;height:34rem;border:1px solid var(--line);border-radius:.6rem;margin-top:.75rem;background:#fff}
summary{cursor:pointer;margin-top:.75rem}
form{display:flex;gap:.5rem;flex-wrap:wrap;align-items:end;margin-top:1rem}
label{display:block;font-size:.9rem}
input{display:block;font:inherit;padding:.5rem .75rem;border:1px solid var(--line);border-radius:.6rem;background:var(--card);color:inherit}
button{font:inherit;padding:.5rem 1rem;border:1px solid var(--line);border-radius:.6rem;background:var(--card);color:inherit;cursor:pointer}
a{color:inherit}`

/** What was sent on this laptop, newest first. No script. */
export function renderMailbox(options: { messages: CapturedMessage[]; to: string | null }): string {
  const { messages, to } = options
  const list = messages.map(renderMessage).join('\n')
  const empty = `<article><p>${
    to ? `Nothing was sent to ${escapeHtml(to)} yet.` : 'Nothing was sent yet.'
  }</p><p class="quiet">Ask for a code at <a href="/setup">/setup</a> and come back.</p></article>`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mailbox</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Mailbox</h1>
<p class="quiet">Messages stay on this laptop. <a href="">Reload</a> for new ones; programs read <a href="/dev/mailbox.json">mailbox.json</a>.</p>
<form method="get" action="/dev/mailbox">
<label>Sent to<input type="email" name="to" value="${escapeHtml(to ?? '')}" placeholder="everybody"></label>
<button>Show</button>
</form>
${messages.length > 0 ? list : empty}
</main>
</body>
</html>
`
}

function renderMessage(message: CapturedMessage): string {
  const { id, channel, to, subject, text, html, at } = message
  const rendered = html
    ? `<details><summary>As it looks</summary><iframe title="${escapeHtml(subject)}" src="/dev/mailbox/${encodeURIComponent(id)}" sandbox="allow-popups allow-popups-to-escape-sandbox" loading="lazy"></iframe></details>`
    : ''
  return `<article>
<h2>${escapeHtml(subject || text.slice(0, 60))}</h2>
<p class="quiet">${channel === 'sms' ? 'SMS' : 'E-mail'} to ${escapeHtml(to)} · <time datetime="${at}">${at.replace('T', ' ').replace('Z', ' UTC')}</time></p>
<pre>${escapeHtml(text)}</pre>
${rendered}
</article>`
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
}
