import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  EXTERNAL_LIFE,
  isSigned,
  judgeReturn,
  readModuleAnswer,
  shownState,
  signText,
  writeModuleUrl,
} from '../../src/derived-credentials/rules.ts'

const SECRET = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'
const NOON = Date.UTC(2050, 10, 20, 12)
const request = {
  account: 'ada+dc@acme.example',
  name: "Ada O'Neill & Söhne (é) *!~ 100% #1",
  device: 'dev_AAAAAAAAAAAAAAAAAAAAAA',
  platform: 'ios',
  organisation: '4711',
  return_to: 'https://setup.acme.example/portal/derived/return',
  state: 'AAAAAAAAAAAAAAAAAAAAAA',
  expires: NOON / 1000 + 1800,
}
const write = (base: string) => writeModuleUrl(base, request, SECRET)

describe('the example for whoever writes a module', () => {
  const document = readFileSync('docs/derived-credentials.md', 'utf8')
  const block = (language: string) =>
    new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(document)?.[1] ?? ''
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-derived-'))
  let module: {
    readRequest(url: string, secret: string, now: number): Record<string, string> | null
    answerTo(asked: Record<string, string>, result: string, secret: string): string
  }
  beforeAll(async () => {
    const file = join(folder, 'module.mjs')
    writeFileSync(file, block('js'))
    module = await import(pathToFileURL(file).href)
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  const now = NOON / 1000

  test.each([
    'https://dc.example/start',
    'https://dc.example/start?tenant=7&x=a b',
    'https://dc.example',
    'https://dc.example/?#top',
  ])('reads what we send to %s', (base) => {
    const url = write(base)
    const told = Object.fromEntries(Object.entries(request).map(([name, value]) => [name, String(value)]))
    expect(module.readRequest(url, SECRET, now)).toMatchObject(told)
    // A browser that follows the link sends it as it is signed.
    expect(new URL(url).href).toBe(url)
    expect(url).not.toContain('top')
  })

  test('refuses a request in which any parameter was changed, added or left out, and one that is late', () => {
    const url = write('https://dc.example/start?tenant=7')
    const pairs = url.slice(url.indexOf('?') + 1).split('&')
    expect(pairs).toHaveLength(10)
    for (const [index, pair] of pairs.entries())
      for (const other of [`${pair}x`, `${pair}&admin=1`, null]) {
        const changed = pairs.flatMap((one, at) => (at === index ? (other === null ? [] : [other]) : [one]))
        expect(module.readRequest(`/start?${changed.join('&')}`, SECRET, now), `${pair} ${other}`).toBeNull()
      }
    expect(module.readRequest(url, `${SECRET}x`, now)).toBeNull()
    expect(module.readRequest(url, SECRET, request.expires)).toBeNull()
    expect(module.readRequest(url, SECRET, now)).not.toBeNull()
  })

  test('answers what we accept, in Node and in a shell', () => {
    const asked = module.readRequest(write('https://dc.example/start'), SECRET, now) ?? {}
    const url = new URL(module.answerTo(asked, 'success', SECRET))
    expect(url.origin + url.pathname).toBe(request.return_to)
    const answer = Object.fromEntries(url.searchParams) as Parameters<typeof isSigned>[0]
    expect(readModuleAnswer(answer)).toEqual({ state: request.state, result: 'success' })
    expect(isSigned(answer, SECRET)).toBe(true)
    for (const changed of [{ result: 'failure' }, { state: 'BAAAAAAAAAAAAAAAAAAAAA' }, { signature: '' }])
      expect(isSigned({ ...answer, ...changed }, SECRET)).toBe(false)
    expect(isSigned(answer, `${SECRET}x`)).toBe(false)
    const env = { ...process.env, SECRET, STATE: answer.state, RESULT: 'success' }
    expect(execFileSync('sh', ['-c', block('sh')], { env, encoding: 'utf8' }).trim()).toBe(answer.signature)
  })
})

test('what we sign for a request is no answer, whatever a person is called', () => {
  const state = request.state
  const hostile = { ...request, account: `x&state=${state}&result=success` }
  const url = new URL(writeModuleUrl('https://dc.example/', hostile, SECRET))
  const signature = url.searchParams.get('signature') ?? ''
  expect(isSigned({ state, result: 'success', signature }, SECRET)).toBe(false)
  for (const result of ['', 'yes', 'success&x=1', 'SUCCESS'])
    expect(readModuleAnswer({ state, result, signature: '' })).toBeNull()
  expect(readModuleAnswer({ state: `${state}&x`, result: 'success', signature })).toBeNull()
})

test('a signature is the HMAC of RFC 4231', () => {
  // Test case 2, as base64url.
  const hex = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'
  expect(signText('Jefe', 'what do ya want for nothing?')).toBe(Buffer.from(hex, 'hex').toString('base64url'))
})

describe('an answer', () => {
  const begun = {
    state: 'started' as const,
    createdAt: NOON,
    secretEndsAt: NOON + EXTERNAL_LIFE,
    holds: true,
  }
  test('counts once, in time, while the device is as it was', () => {
    expect(judgeReturn(begun, 'success', NOON)).toBe('accept')
    expect(judgeReturn(begun, 'failure', NOON + EXTERNAL_LIFE - 1)).toBe('accept')
    expect(judgeReturn(begun, 'success', NOON + EXTERNAL_LIFE)).toBe('expired')
    // A clock that jumped back lengthens nothing.
    expect(judgeReturn(begun, 'success', NOON - EXTERNAL_LIFE)).toBe('expired')
    expect(judgeReturn({ ...begun, holds: false }, 'success', NOON)).toBe('expired')
    expect(judgeReturn({ ...begun, state: 'ended' }, 'success', NOON)).toBe('expired')
  })

  test('once more is no other answer', () => {
    expect(judgeReturn({ ...begun, state: 'issued' }, 'success', NOON)).toBe('again')
    expect(judgeReturn({ ...begun, state: 'failed' }, 'failure', NOON)).toBe('again')
    expect(judgeReturn({ ...begun, state: 'issued' }, 'failure', NOON)).toBe('used')
    expect(judgeReturn({ ...begun, state: 'failed' }, 'success', NOON)).toBe('used')
  })
})

test('a credential whose certificate ended or was revoked is over', () => {
  const issued = { state: 'issued' as const, endsAt: NOON, revokedAt: null }
  expect(shownState(issued, NOON - 1)).toBe('issued')
  expect(shownState(issued, NOON)).toBe('ended')
  expect(shownState({ ...issued, revokedAt: NOON - 5 }, NOON - 1)).toBe('ended')
  expect(shownState({ state: 'issued', endsAt: null, revokedAt: null }, NOON)).toBe('issued')
})
