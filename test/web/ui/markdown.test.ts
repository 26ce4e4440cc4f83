import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '../../../src/web/ui/index.ts'

describe('markdown', () => {
  test('writes lists, emphasis, code and headings below those of the page', () => {
    const html = renderMarkdown('# Top\n\n1. Tap **Allow**\n2. Run `redeem`\n\n###### Low')
    expect(html).toContain('<h3>Top</h3>')
    expect(html).toContain('<h6>Low</h6>')
    expect(html).toContain('<li>Tap <strong>Allow</strong></li>')
    expect(html).toContain('<code>redeem</code>')
    expect(renderMarkdown('# Top', { topLevel: 2 })).toBe('<h2>Top</h2>')
  })

  test.each([
    [
      '[x](https://acme.example/a?b=1&c=2)',
      '<a href="https://acme.example/a?b=1&amp;c=2" rel="noopener noreferrer">x</a>',
    ],
    [
      '<https://acme.example>',
      '<a href="https://acme.example" rel="noopener noreferrer">https://acme.example</a>',
    ],
    ['[x](mailto:it@acme.example)', '<a href="mailto:it@acme.example" rel="noopener noreferrer">x</a>'],
  ])('keeps the link %s', (text, html) => {
    expect(renderMarkdown(text)).toBe(`<p>${html}</p>`)
  })

  test.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java&#x0a;script:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:x)',
    '[x](irc://e)',
    '[x](xmpp:e)',
    '[x](//evil.example)',
    '[x](/setup/acme/sign-out)',
    '[x](\\\\evil.example)',
    '<javascript:alert(1)>',
    '[x][1]\n\n[1]: javascript:alert(1)',
  ])('makes no link of %s', (text) => {
    expect(renderMarkdown(text)).not.toMatch(/<a|href/)
  })

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    'a <b onmouseover="alert(1)">b</b>',
    '<style>*{display:none}</style>',
    '```"><script>\n<script>alert(1)</script>\n```',
    '[x](https://e.example "\\"><script>alert(1)</script>")',
    '![" onerror="alert(1)](https://e.example/x.png)',
  ])('shows raw HTML as text: %s', (text) => {
    const html = renderMarkdown(text)
    const tags = [...html.matchAll(/<\/?([a-z0-9]+)([^>]*)>/g)]
    for (const [, name, attributes] of tags) {
      expect(['p', 'a', 'pre', 'code']).toContain(name)
      expect(attributes).not.toMatch(/\son\w+=|style=|src=/)
    }
  })

  test('a picture becomes its description', () => {
    expect(renderMarkdown('![the *switch*](https://e.example/x.png "t")')).toBe('<p>the switch</p>')
  })
})
