import { expect, test } from 'vitest'
import { readPlist, toPlain } from './plist-reader.ts'

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
`
const wrap = (inner: string) => `${HEAD}<plist version="1.0">${inner}</plist>`

test('reads every kind of value', () =>
  expect(
    toPlain(
      readPlist(
        wrap(
          '<dict><key>a</key><integer>1</integer><key>b</key><array><true/><false/></array><key>c&lt;</key><string> x\u2028</string><key>d</key><real>1.5</real></dict>',
        ),
      ),
    ),
  ).toEqual({ a: 1, b: [true, false], 'c<': ' x\u2028', d: 1.5 }))

test.each([
  ['no declaration', wrap('<true/>').slice(1)],
  ['no document type', '<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><true/></plist>'],
  ['another root', `${HEAD}<dict></dict>`],
  ['another version', wrap('<true/>').replace('plist version="1.0"', 'plist version="2.0"')],
  ['two values', wrap('<true/><true/>')],
  ['no value', wrap('')],
  ['a control character', wrap('<string>\u0001</string>')],
  ['a lone surrogate', wrap('<string>\ud800</string>')],
  ['a bare &', wrap('<string>a & b</string>')],
  ['an unknown entity', wrap('<string>&lol;</string>')],
  ['a bare <', wrap('<string>a < b</string>')],
  ['a bare ]]>', wrap('<string>]]></string>')],
  ['an element that is not closed', wrap('<string>')],
  ['an unknown element', wrap('<text>x</text>')],
  ['a comment in a text', wrap('<string>a<!-- b --></string>')],
  ['a word as integer', wrap('<integer>one</integer>')],
  ['a fraction as integer', wrap('<integer>1.5</integer>')],
  ['a value without key', wrap('<dict><true/></dict>')],
  ['a key without value', wrap('<dict><key>a</key></dict>')],
  ['a key twice', wrap('<dict><key>a</key><true/><key>a</key><true/></dict>')],
  ['text between elements', wrap('<array>x<true/></array>')],
  ['a truth with content', wrap('<true>no</true>')],
])('refuses %s', (_what, source) => expect(() => readPlist(source)).toThrow())
