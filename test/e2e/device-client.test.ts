import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyFor } from '../../src/copy/index.ts'
import { findForms } from '../support/forms.ts'
import { getCode, giveIdentity, type OwnersCode, pinOn } from '../support/local-people.ts'
import { rentServer } from './support/server.ts'

/** What `npm run device` plays, against the running service, with its owner in the portal beside it. */

const { baseUrl } = await rentServer()
const tool = join(import.meta.dirname, '../../src/tools/device.ts')
const run = promisify(execFile)

let folder: string
let person: OwnersCode
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-device-'))
  await giveIdentity(baseUrl)
  person = await getCode(baseUrl)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Says a command as a person would; resolves to what was printed. */
async function device(state: string, ...words: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [
    tool,
    ...words,
    '--base',
    baseUrl,
    '--state',
    join(folder, state),
  ])
  return stdout
}
/** The same, where it is to be refused; resolves to what it says and how it ends. */
async function refused(state: string, ...words: string[]): Promise<string> {
  const error = await device(state, ...words).then(
    (text) => Promise.reject(new Error(`was not refused: ${text}`)),
    (failed) => failed,
  )
  expect(error.code).toBe(1)
  return error.stderr
}
const idIn = (text: string) => /dev_[\w-]{22}/.exec(text)?.[0] ?? ''
const pageOf = async (id: string) => (await person.owner.get(`/portal/devices/${id}`)).html
const words = (await copyFor('en')).commands

describe('the reference client', { concurrent: false }, () => {
  let id = ''

  test('knows from a site id where everything is, and says when there is no such site', async () => {
    expect(JSON.parse(await device('a', 'site', '4711'))).toMatchObject({
      site: '4711',
      endpoints: { redeem: `${baseUrl}/device/v1/redeem` },
    })
    expect(await refused('a', 'site', '4712')).toContain('unknown_site')
  })

  test('becomes a device with site, user name and PIN, and gets a certificate with it', async () => {
    const said = await device('a', 'redeem', '4711', person.address, person.pin, '--certificate')
    id = idIn(said)
    expect(said).toContain(`This is now ${id} (agent, company)`)
    expect(said).toMatch(/Certificate [\w:]+, until /)
  })

  test('is refused with the code that another device has redeemed', async () => {
    expect(await refused('thief', 'redeem', person.url, '--pin', person.pin)).toContain(
      'invalid_provision_code',
    )
  })

  test('becomes active with its first check-in and tells what it may', async () => {
    const said = await device(
      'a',
      'check-in',
      '--permission',
      'location=yes',
      '--permission',
      'notifications=no',
    )
    expect(said).toContain(`${id} is active`)
    expect(await device('a', 'configuration')).toContain('Acme Devices')
  })

  test('says where it is when its owner asks, and its owner sees it', async () => {
    await person.owner.post(`/portal/devices/${id}/commands/locate`, {})
    expect(await device('a', 'check-in', '--locate', '52.5163,13.3777,25')).toContain('locate')
    expect(await pageOf(id)).toContain('52.5163')
  })

  test('leaves a command unanswered, and answers it the next time', async () => {
    await person.owner.post(`/portal/devices/${id}/commands/lock`, {})
    await device('a', 'check-in', '--hold')
    expect(await pageOf(id)).toContain(`>${words.states.delivered}<`)
    await device('a', 'check-in')
    expect(await pageOf(id)).toContain(`>${words.states.done}<`)
  })

  test('answers that something failed', async () => {
    await person.owner.post(`/portal/devices/${id}/commands/ring`, {})
    await device('a', 'check-in', '--refuse', 'ring')
    expect(await pageOf(id)).toContain(`>${words.states.failed}<`)
  })

  test('gets 99 security strings', async () => {
    expect(await device('a', 'strings')).toMatch(/^99 security strings/)
  })

  test('redeems the PIN for a new passcode, and is refused with a wrong one', async () => {
    const path = `/portal/devices/${id}/passcode`
    const form = findForms((await person.owner.get(path)).html).find(({ action }) => action === path)
    const pin = pinOn((await person.owner.post(path, Object.fromEntries(form?.fields ?? []))).html)
    const wrong = pin.replace(/.$/, (digit) => String((Number(digit) + 1) % 10))
    expect(await refused('a', 'passcode', person.address, wrong)).toContain('invalid_pin')
    expect(await device('a', 'passcode', person.address, pin)).toContain('may be chosen anew')
  })

  test('asks for permission by a code, and is a device once its owner allowed it', async () => {
    const words = ['link', '--base', baseUrl, '--state', join(folder, 'linked')]
    const asking = run(process.execPath, [tool, ...words])
    const code = await new Promise<string>((found) => {
      let said = ''
      asking.child.stdout?.on('data', (chunk) => {
        said += chunk
        const [, code] = /type ([A-Z]{4}-[A-Z]{4})/.exec(said) ?? []
        if (code) found(code)
      })
    })
    await person.owner.post('/link', { code })
    await person.owner.post('/link/allow', { code, ownership: 'company' })
    expect((await asking).stdout).toMatch(/This is now dev_[\w-]{22} \(agent, company\)/)
  })

  test('is over once it was wiped, and can do nothing any more', async () => {
    const path = `/portal/devices/${id}/commands/wipe`
    const form = findForms((await person.owner.get(path)).html).find(({ action }) => action === path)
    await person.owner.post(path, { ...Object.fromEntries(form?.fields ?? []), understood: 'yes' })
    await copyFile(join(folder, 'a'), join(folder, 'kept'))
    expect(await device('a', 'check-in')).toContain('Erasing.')
    expect(await refused('a', 'check-in')).toContain('holds no device')
    expect(await refused('kept', 'check-in')).toContain('invalid_credential')
  })
})
