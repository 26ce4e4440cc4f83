import { mkdtemp, readFile, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCommand, UsageError } from '../../src/tools/device/arguments.ts'
import { RefusedError } from '../../src/tools/device/calls.ts'
import { createState } from '../../src/tools/device/client.ts'
import { redeem } from '../../src/tools/device/commands.ts'
import { parseProvisionUrl } from '../../src/tools/device/link.ts'
import { readState } from '../../src/tools/device/state.ts'

test.each([
  ['http://localhost:8787/p/abc?k=def', { baseUrl: 'http://localhost:8787', code: 'abc.def' }],
  ['https://setup.example/i/a-b_c?k=d-e_f&x=1', { baseUrl: 'https://setup.example', code: 'a-b_c.d-e_f' }],
  ['https://setup.example/p/abc?t=def', { baseUrl: 'https://setup.example', ticket: 'abc.def' }],
  ['https://setup.example/q/abc?k=def', null],
  ['https://setup.example/p/abc?k=', null],
  ['abc.def', null],
])('a provision URL %s is taken apart', (text, expected) => {
  expect(parseProvisionUrl(text)).toEqual(expected)
})

test('redeem takes a URL, or site, user and PIN as a person types it', () => {
  expect(readCommand(['redeem', 'http://localhost:1/p/r?k=s', '--pin', '12345678']).command).toEqual({
    kind: 'redeem',
    baseUrl: 'http://localhost:1',
    request: { code: 'r.s', pin: '12345678' },
  })
  expect(
    readCommand(['redeem', '4711', 'ada@acme.example', '1234 5678', '--ownership', 'company']).command,
  ).toEqual({
    kind: 'redeem',
    baseUrl: 'http://localhost:8787',
    request: { site: '4711', username: 'ada@acme.example', code: '12345678', ownership: 'company' },
  })
  expect(readCommand(['redeem', 'acme', 'ada@acme.example', '1']).command).toMatchObject({
    request: { organisation: 'acme' },
  })
})

test.each([
  [['redeem']],
  [['redeem', 'nonsense']],
  [['redeem', '4711', 'ada@acme.example']],
  [['dance']],
  [['check-in', 'now']],
  [['redeem', 'http://localhost:1/p/r?k=s', '--ownership', 'borrowed']],
  [['--unknown']],
])('a command line that makes no sense is refused: %s', (args) => {
  expect(() => readCommand(args)).toThrow(UsageError)
})

test('the key is on disk, for its owner alone, before the service is asked; the next try uses the same', async () => {
  const state = join(await mkdtemp(join(tmpdir(), 'latchkey-')), 'kept', 'device.json')
  const { command, options } = readCommand(['redeem', 'http://127.0.0.1:9/p/r?k=s', '--state', state])
  if (command.kind !== 'redeem') throw new Error('not a redeem command')
  await expect(redeem(command, options, () => {})).rejects.toThrow(RefusedError)
  expect((await stat(state)).mode & 0o777).toBe(0o600)
  const kept = await readFile(state, 'utf8')
  await expect(redeem(command, options, () => {})).rejects.toThrow(RefusedError)
  expect(await readFile(state, 'utf8')).toBe(kept)
  await expect(redeem(command, { ...options, fresh: true }, () => {})).rejects.toThrow(RefusedError)
  expect(await readFile(state, 'utf8')).not.toBe(kept)
})

test('a state file that is not there is no device', async () => {
  expect(await readState(join(tmpdir(), 'latchkey-there-is-no-such-file.json'))).toBeNull()
})

test('two devices never share a key', async () => {
  const make = () => createState({ baseUrl: 'http://localhost', holder: 'idempotency' })
  expect((await make()).holder).not.toEqual((await make()).holder)
})
