import { encode } from 'fast-png'
import { describe, expect, test } from 'vitest'
import { checkLogo } from '../../src/organisations/logo.ts'
import { LOGO_MAX_BYTES } from '../../src/organisations/rules.ts'

const NS = 'xmlns="http://www.w3.org/2000/svg"'
const SHAPE = '<path d="M1 1h4v4z"/>'
const bytes = (text: string) => new TextEncoder().encode(text)
const svg = (inside: string, attributes = '') => `<svg ${NS} ${attributes}>${inside}</svg>`

/** What is served of a picture; null where it is refused. */
function served(source: string | Uint8Array): string | null {
  const checked = checkLogo(typeof source === 'string' ? bytes(source) : source)
  return checked.ok ? new TextDecoder().decode(checked.value.bytes) : null
}

describe('a drawing is kept', () => {
  test('with its shapes, colours, gradients and view box', () => {
    const drawing = svg(
      '<defs><linearGradient id="a" x1="0" x2="1"><stop offset="0" stop-color="#fff"/></linearGradient></defs>' +
        '<g transform="translate(1 2)"><circle cx="4" cy="4" r="3" fill="url(#a)"/></g>',
      'viewBox="0 0 8 8"',
    )
    expect(served(drawing)).toBe(drawing.replace(' >', '>'))
  })

  test('as drawing programs write it: declaration, comment, DOCTYPE, style sheet, foreign names', () => {
    const drawing = `\ufeff<?xml version="1.0"?><!-- Generator -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg ${NS} xmlns:inkscape="http://inkscape.example" xmlns:xlink="http://www.w3.org/1999/xlink">
  <style><![CDATA[.st0{fill:#15559A;} .st1{fill:url(https://evil.example/)}]]></style>
  <inkscape:grid/><metadata>x</metadata>
  <g id="layer"><path class="st0" style="stroke:none;behavior:url(x)" d="M0,0h4"/></g>
  <use xlink:href="#layer"/>
</svg>`
    const kept = served(drawing)
    expect(kept).toContain('<style>.st0{fill:#15559A}</style>')
    expect(kept).toContain('<path class="st0" style="stroke:none" d="M0,0h4"/>')
    expect(kept).toContain('<use href="#layer"/>')
    expect(kept).not.toMatch(/inkscape|metadata|DOCTYPE|evil|behavior/)
  })

  test('words in it are escaped', () => {
    expect(served(svg(`${SHAPE}<text>&lt;script&gt; &#38; A</text>`))).toContain(
      '<text>&lt;script&gt; &amp; A</text>',
    )
  })
})

describe('what a drawing does not need is left out', () => {
  test.each([
    ['a script', `${SHAPE}<script>alert(1)</script>`],
    ['a script by CDATA', `${SHAPE}<script><![CDATA[alert(1)]]></script>`],
    ['an event handler', '<path d="M0 0h1" onload="alert(1)" onclick=\'alert(1)\'/>'],
    ['an event handler in capitals', '<path d="M0 0h1" ONLOAD="alert(1)"/>'],
    ['foreign content', `${SHAPE}<foreignObject><iframe src="https://evil.example"/></foreignObject>`],
    ['a link', `${SHAPE}<a href="javascript:alert(1)">${SHAPE}</a>`],
    ['an address of data', `${SHAPE}<use href="data:image/svg+xml,alert(1)"/>`],
    ['an address elsewhere', `${SHAPE}<use href="https://evil.example/x.svg#a"/>`],
    ['a picture', `${SHAPE}<image href="https://evil.example/pixel.png"/>`],
    ['an animation', `${SHAPE}<animate attributeName="href" to="javascript:alert(1)"/><set to="alert(1)"/>`],
    ['a style sheet that imports', `${SHAPE}<style>@import "https://evil.example/x.css";</style>`],
    ['a style sheet that loads', `${SHAPE}<style>path{fill:url(//evil.example/)}</style>`],
    ['a style that loads', '<path d="M0 0h1" style="fill:url(https://evil.example/)"/>'],
    ['a style that hides', '<path d="M0 0h1" style="fill:u\\72l(https://evil.example/)"/>'],
    ['a paint from elsewhere', '<path d="M0 0h1" fill="url(https://evil.example/#a)"/>'],
    ['a paint by reference', '<path d="M0 0h1" fill="&#117;rl(&#47;&#47;evil.example)"/>'],
    ['a filter', `${SHAPE}<filter id="f"><feImage href="https://evil.example/"/></filter>`],
    ['a font', `${SHAPE}<style>@font-face{font-family:a;src:url(https://evil.example/)}</style>`],
    ['a prefixed script', `${SHAPE}<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>`],
  ])('%s', (_name, inside) => {
    const kept = served(svg(inside))
    expect(kept).toContain('<path')
    expect(kept).not.toMatch(/alert|evil|script|foreign|on\w+=|@|data:|animate|image/i)
  })

  test('shapes that double with every step', () => {
    const steps = Array.from(
      { length: 20 },
      (_, step) => `<g id="s${step + 1}"><use href="#s${step}"/><use href="#s${step}"/></g>`,
    )
    const kept = served(svg(`<path id="s0" d="M0 0h1"/>${steps.join('')}`))
    expect(kept).not.toContain('<use')
  })

  test('masks within masks', () => {
    const kept = served(svg(`${SHAPE}<mask id="m"><rect width="1" height="1" mask="url(#n)"/></mask>`))
    expect(kept).toContain('<mask id="m"><rect width="1" height="1"/></mask>')
  })
})

describe('refused', () => {
  test.each([
    ['nothing', ''],
    ['a text', 'logo'],
    ['HTML', '<!doctype html><html><body>x</body></html>'],
    ['another root', `<html ${NS}>${SHAPE}</html>`],
    ['another namespace', `<svg xmlns="http://www.w3.org/1999/xhtml">${SHAPE}</svg>`],
    ['an empty drawing', svg('<title>Nothing</title>')],
    ['only a script', svg('<script>alert(1)</script>')],
    ['only definitions', svg(`<defs>${SHAPE}</defs>`)],
    ['a path without a way', svg('<path onload="alert(1)"/>')],
    [
      'an entity bomb',
      `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${svg(`${SHAPE}<text>&b;</text>`)}`,
    ],
    [
      'an entity from a file',
      `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg('<text>&x;</text>')}`,
    ],
    ['an unknown entity', svg(`${SHAPE}<text>&nbsp;</text>`)],
    ['an unclosed element', `<svg ${NS}><path d="M0 0h1"></svg>`],
    ['an attribute twice', svg('<path d="M0 0h1" d="M1 1h1"/>')],
    ['an attribute without quotes', svg('<path d=M0/>')],
    ['something behind its end', `${svg(SHAPE)}<script>alert(1)</script>`],
    ['a control character', svg(`${SHAPE}<text>\u0001</text>`)],
    ['one by number', svg(`${SHAPE}<text>&#0;</text>`)],
    ['a tower of elements', svg(`${'<g>'.repeat(40)}${SHAPE}${'</g>'.repeat(40)}`)],
    ['a JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46])],
    ['a GIF', bytes('GIF89a\u0001\u0000\u0001\u0000')],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x3c, 0, 0x73, 0, 0x76, 0, 0x67, 0])],
  ])('%s', (_name, source) => expect(served(source)).toBeNull())

  test('more than 20 KiB, and a reader that is given them anyway does not hang', () => {
    const checked = checkLogo(bytes(svg(SHAPE.repeat(LOGO_MAX_BYTES))))
    expect(checked).toEqual({ ok: false, error: { code: 'too_large', max: LOGO_MAX_BYTES } })
    expect(served(`<svg ${NS} ${'a '.repeat(9000)}`)).toBeNull()
    expect(served(`<!--${'-'.repeat(19_000)}`)).toBeNull()
  })
})

describe('a PNG', () => {
  const picture = (width: number, height: number) =>
    encode({ width, height, data: new Uint8Array(width * height * 4).fill(128), channels: 4, depth: 8 })
  const at = (png: Uint8Array, type: string) => Buffer.from(png).indexOf(type)
  const png = picture(16, 8)

  test('is kept as it is', () => {
    const checked = checkLogo(png)
    expect(checked.ok && [checked.value.type, [...checked.value.bytes]]).toEqual(['image/png', [...png]])
  })

  test('loses texts, and whatever stands behind its end', () => {
    const text = Buffer.from([0, 0, 0, 1, 0x74, 0x45, 0x58, 0x74, 0x41, 0, 0, 0, 0])
    text.writeUInt32BE(crc32(text.subarray(4, 9)), 9)
    const split = at(png, 'IDAT') - 4
    const padded = Buffer.concat([png.subarray(0, split), text, png.subarray(split), bytes('<script>')])
    const checked = checkLogo(padded)
    expect(checked.ok && [...checked.value.bytes]).toEqual([...png])
  })

  const broken = (change: (copy: Buffer) => Uint8Array | undefined) => {
    const copy = Buffer.from(png)
    return change(copy) ?? copy
  }
  test.each<[string, Uint8Array]>([
    ['wider than 1024', picture(1025, 1)],
    ['higher than 1024', picture(1, 1025)],
    ['only a signature', png.subarray(0, 8)],
    ['without its end', png.subarray(0, png.length - 12)],
    ['cut within a chunk', png.subarray(0, png.length - 15)],
    ['with a length beyond the end', broken((copy) => void copy.writeUInt32BE(0xffffffff, 8))],
    ['with a wrong check sum', broken((copy) => void copy.writeUInt8((copy[30] ?? 0) ^ 1, 30))],
    [
      'without pixels',
      broken((copy) => Buffer.concat([copy.subarray(0, at(png, 'IDAT') - 4), copy.subarray(-12)])),
    ],
    [
      'huge in its header',
      broken((copy) => {
        copy.writeUInt32BE(0x7fffffff, 16)
        copy.writeUInt32BE(crc32(copy.subarray(12, 29)), 29)
        return copy
      }),
    ],
    [
      'no wider than nothing',
      broken((copy) => {
        copy.writeUInt32BE(0, 16)
        copy.writeUInt32BE(crc32(copy.subarray(12, 29)), 29)
        return copy
      }),
    ],
    [
      'of a colour type that does not exist',
      broken((copy) => {
        copy[25] = 5
        copy.writeUInt32BE(crc32(copy.subarray(12, 29)), 29)
        return copy
      }),
    ],
  ])('%s is refused', (_name, source) => expect(checkLogo(source).ok).toBe(false))
})

function crc32(data: Uint8Array): number {
  let crc = -1
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1))
  }
  return (crc ^ -1) >>> 0
}
