import { execFile, type SpawnSyncOptions, spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { artefactSetOf, type SetInput } from '../../src/artefacts/index.ts'
import { readKeyfile } from './keyfile-reader.ts'
import {
  bodyOf,
  carried,
  connection,
  enterprise,
  identity,
  inputFor,
  openNetwork,
  plainNetwork,
  setInput,
  trusted,
} from './set-samples.ts'

const run = promisify(execFile)
const PLACE = '/etc/latchkey/acme'

/** The bytes of a name as NetworkManager reads a list of numbers. */
const nameOf = (list = '') => Buffer.from(list.split(';').filter(Boolean).map(Number)).toString('utf8')

describe('a keyfile', () => {
  test('says what went in, whatever networks and people are called', () => {
    fc.assert(
      fc.property(setInput('linux'), (input) => {
        const { files } = artefactSetOf(input)
        for (const network of input.template.settings.wifi) {
          const file = files.find(({ name }) => name === `wifi-${network.key}`)
          expect(file !== undefined).toBe(input.reports === 'none')
          if (!file) continue
          const groups = readKeyfile(String(file.artefact?.body))
          const [wifi, security, eap] = ['wifi', 'wifi-security', '802-1x'].map((name) => groups.get(name))
          expect(groups.get('connection')?.get('id')).toBe(carried(network.ssid))
          expect(groups.get('connection')?.get('uuid')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
          expect(nameOf(wifi?.get('ssid'))).toBe(carried(network.ssid))
          expect(wifi?.get('hidden')).toBe(network.hidden ? 'true' : undefined)
          expect(security?.get('psk') ?? null).toBe(network.passphrase)
          expect(eap !== undefined).toBe(network.eap !== null)
          if (network.eap && network.eap.identity !== '')
            expect(eap?.get('identity') ?? '').toBe(carried(network.eap.identity))
          if (network.eap && network.eap.method !== 'tls')
            expect(eap?.get('password') ?? null).toBe(network.eap.password)
        }
        expect(artefactSetOf(structuredClone(input))).toEqual(artefactSetOf(input))
      }),
      { numRuns: 100 },
    )
  })

  test('of an enterprise network names files that the set brings', () => {
    const input = inputFor('linux', {
      wifi: [enterprise({ method: 'tls', inner: null, password: null })],
      certificates: [trusted],
      identity,
    })
    const eap = readKeyfile(bodyOf(input, 'wifi-w3')).get('802-1x')
    expect(Object.fromEntries(eap ?? [])).toEqual({
      eap: 'tls;',
      identity: 'ada@acme.example',
      'anonymous-identity': 'anonymous@acme.example',
      'ca-cert': `${PLACE}/trust-w3.pem`,
      'domain-suffix-match': 'acme.example',
      'client-cert': `${PLACE}/device.p12`,
      'private-key': `${PLACE}/device.p12`,
      'private-key-password-flags': '1',
    })
    expect(bodyOf(input, 'trust-w3')).toBe(`${trusted.pem}\n`)
  })

  test('of WPA3 speaks SAE, of an open network nothing at all', () => {
    const wifi = [{ ...plainNetwork, security: 'wpa3' as const }, openNetwork]
    const input = inputFor('linux', { wifi })
    expect(readKeyfile(bodyOf(input, 'wifi-w1')).get('wifi-security')?.get('key-mgmt')).toBe('sae')
    expect(readKeyfile(bodyOf(input, 'wifi-w2')).get('wifi-security')).toBeUndefined()
  })

  test('of VPN is one of the strongSwan plug-in, its secret apart', () => {
    const shared = { ...connection, authentication: 'shared_secret' as const, sharedSecret: ' a\\b;c ' }
    const groups = readKeyfile(bodyOf(inputFor('linux', { vpn: [shared] }), 'vpn-v1'))
    expect(groups.get('vpn')?.get('service-type')).toBe('org.freedesktop.NetworkManager.strongswan')
    expect(groups.get('vpn')?.get('method')).toBe('psk')
    expect(groups.get('vpn-secrets')?.get('password')).toBe(' a\\b;c ')
    expect([...(groups.get('vpn')?.values() ?? [])].join()).not.toContain('a\\b')
  })
})

/** Runs a script where nothing of it may happen: without a network, in an empty folder. Returns what it left. */
async function tryOut(input: SetInput): Promise<{ status: number | null; files: string[]; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-script-'))
  const options: SpawnSyncOptions = {
    input: bodyOf(input, 'script'),
    cwd: folder,
    env: Object.assign({ ...process.env }, { LATCHKEY_ROOT: join(folder, 'root'), http_proxy: '' }),
    timeout: 20_000,
  }
  const { status } = spawnSync('dash', ['-s'], options)
  return { status, files: await readdir(folder), folder }
}

describe('the script', () => {
  test('is one that dash reads, whatever template, organisation and owner are called', () => {
    fc.assert(
      fc.property(setInput('linux'), (input) => {
        const script = bodyOf(input, 'script')
        expect(script !== '').toBe(input.ticket !== null)
        if (script === '') return
        const checked = spawnSync('dash', ['-n'], { input: script, encoding: 'utf8' })
        expect([checked.status, checked.stderr]).toEqual([0, ''])
        expect(script.match(/^LATCHKEY_END$/gm)?.length).toBe(script.match(/<<'LATCHKEY_END'$/gm)?.length)
        expect(script).toMatch(/^#!\/bin\/sh\n# Sets this computer up for [^\n]*\.\n# /)
      }),
      { numRuns: 60 },
    )
  })

  test('runs nothing of what a name says, and asks nobody but the service', async () => {
    for (const evil of [
      '$(touch pwned)',
      '`touch pwned`',
      "'; touch pwned; '",
      '\nLATCHKEY_END\ntouch pwned\n',
    ]) {
      const made = { wifi: [{ ...plainNetwork, ssid: 'a$(touch pwned)' }], certificates: [trusted], identity }
      const input = inputFor('linux', made, { baseUrl: 'http://127.0.0.1:9' })
      input.organisation.name = evil
      input.account.name = evil
      const { status, files, folder } = await tryOut(input)
      expect(status).toBe(1)
      expect(files).toEqual(['root'])
      await rm(folder, { recursive: true })
    }
  })

  test('control: a script with a name outside of quotes would have run it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-script-'))
    spawnSync('dash', ['-s'], { input: 'organisation=$(touch pwned)\n', cwd: folder })
    expect(await readdir(folder)).toEqual(['pwned'])
    await rm(folder, { recursive: true })
  })

  test('writes files as they are listed by hand, but with a key of its own', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-script-'))
    const made = {
      wifi: [plainNetwork, enterprise({ method: 'tls', inner: null, password: null })],
      certificates: [trusted],
      identity,
    }
    const input = inputFor('linux', made)
    const script = bodyOf(input, 'script')
    const begin = script.indexOf('write_files() {')
    const end = script.indexOf('\n}\n', script.lastIndexOf('LATCHKEY_END')) + 3
    const place = `root=${folder}\nplace=${PLACE}\nconnections=/nm\nmkdir -p "$root$place" "$root$connections"\n`
    await run('dash', ['-c', `${place}${script.slice(begin, end)}\nwrite_files`])
    expect(await readFile(join(folder, 'nm/wifi-acme-w1.nmconnection'), 'utf8')).toBe(
      bodyOf(input, 'wifi-w1'),
    )
    expect(await readFile(join(folder, PLACE, 'trust-w3.pem'), 'utf8')).toBe(bodyOf(input, 'trust-w3'))
    const eap = readKeyfile(await readFile(join(folder, 'nm/wifi-acme-staff-w3.nmconnection'), 'utf8')).get(
      '802-1x',
    )
    expect(eap?.get('private-key')).toBe(`${PLACE}/device.key`)
    await rm(folder, { recursive: true })
  })

  test('names what it does not set', () => {
    const made = { webLinks: [{ label: 'Help', url: 'https://a.example/' }], policies: { camera: false } }
    expect(bodyOf(inputFor('linux', made), 'script')).toContain("left='web links, policies'")
    expect(bodyOf(inputFor('linux'), 'script')).toContain("left=''")
  })

  test('is the agent where one is expected: nothing else is handed out then', () => {
    const made = { wifi: [plainNetwork], certificates: [trusted], identity }
    const { files } = artefactSetOf(inputFor('linux', made, { reports: 'agent' }))
    expect(files.map(({ name }) => name)).toEqual(['script'])
  })
})
