import { escapeMarkup } from '../kernel/text.ts'

/** What the pages of a laptop (`/dev`) share. No script, and no part of the portal's look. */

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

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** A whole page around `main`, which is HTML. */
export function renderDevPage(options: { title: string; main: string }): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(options.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${options.main}
</main>
</body>
</html>
`
}

/** An answer with HTML that is never stored. `policy` where the page's own would allow too much. */
export function respondHtml(html: string, options: { status?: number; policy?: string } = {}): Response {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': options.policy ?? POLICY,
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  }
  return new Response(html, { status: options.status ?? 200, headers })
}
