import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyFor } from '../../src/copy/index.ts'
import { findForms } from '../support/forms.ts'
import { getCode, giveIdentity, type OwnersCode, pinOn } from '../support/local-people.ts'
import { rentServer } from './support/server.ts'

/** What stands in the boxes of `docs/agents.md`, run one after the other in one shell: dash, curl, openssl. */

const { baseUrl } = await rentServer()

/** The boxes of the guide by the heading above them. */
async function readGuide(): Promise<Map<string, string[]>> {
  const text = await readFile(join(import.meta.dirname, '../../docs/agents.md'), 'utf8')
  const boxes = new Map<string, string[]>()
  for (const part of text.split(/^## /m).slice(1)) {
    const found = [...part.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, script = '']) => script)
    if (found.length > 0) boxes.set(part.split('\n', 1)[0] ?? '', found)
  }
  return boxes
}

/** A shell that is told one script after the other, and what each of them wrote. */
function openShell(folder: string) {
  const shell: ChildProcessWithoutNullStreams = spawn('dash', [], { cwd: folder })
  let [out, errors] = ['', '']
  shell.stdout.on('data', (chunk) => {
    out += chunk
  })
  shell.stderr.on('data', (chunk) => {
    errors += chunk
  })
  let scripts = 0
  return {
    async run(script: string): Promise<string> {
      scripts += 1
      const mark = `end-of-script-${scripts}`
      ;[out, errors] = ['', '']
      shell.stdin.write(`${script}\nprintf '\\n%s\\n' ${mark}\n`)
      await expect.poll(() => out.includes(mark), { timeout: 20_000, interval: 20 }).toBe(true)
      expect(errors).toBe('')
      return out.slice(0, out.indexOf(mark)).trim()
    },
    close: () => shell.kill(),
  }
}

let folder: string
let guide: Map<string, string[]>
let shell: ReturnType<typeof openShell>
let person: OwnersCode
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-guide-'))
  guide = await readGuide()
  shell = openShell(folder)
  await giveIdentity(baseUrl)
  person = await getCode(baseUrl)
})
afterAll(async () => {
  shell.close()
  await rm(folder, { recursive: true, force: true })
})

const played: string[] = []
/** Runs the boxes below a heading, as they stand there. */
async function play(heading: string): Promise<string[]> {
  played.push(heading)
  const answers: string[] = []
  for (const script of guide.get(heading) ?? []) answers.push(await shell.run(script))
  expect(answers, `boxes below “${heading}”`).not.toEqual([])
  return answers
}
const device = () => shell.run('printf %s "$DEVICE"')
const pageOf = async (id: string) => (await person.owner.get(`/portal/devices/${id}`)).html

describe('an agent made of what the guide says', { concurrent: false }, () => {
  test('finds the service by its site id', async () => {
    const site = '4711'
    await shell.run(`BASE='${baseUrl}' SITE='${site}' USERNAME='${person.address}' PIN='${person.pin}'`)
    const [answer = ''] = await play('Find the service')
    expect(JSON.parse(answer)).toMatchObject({
      site,
      endpoints: { redeem: `${baseUrl}/device/v1/redeem` },
      policies: { agent_pin_required: true },
    })
  })

  test('redeems what a person types, and its owner sees it come alive', async () => {
    await play('Prove who you are')
    const [answer] = await play('Redeem')
    expect(answer).toMatch(/^dev_[\w-]{22} is set up$/)
    const [checkedIn = ''] = await play('Check in')
    expect(JSON.parse(checkedIn)).toMatchObject({ status: 'active', policies: { offline_days: 7 } })
    expect(await pageOf(await device())).toContain('T-1000')
  })

  test('fetches its configuration, and nothing a second time', async () => {
    const [configuration = '', status] = await play('Fetch the configuration')
    expect(JSON.parse(configuration)).toMatchObject({ settings: { wifi: [{ ssid: 'Acme Devices' }] } })
    expect(status).toBe('304')
  })

  test('does what its owner asks for', async () => {
    const id = await device()
    const asked = await person.owner.post(`/portal/devices/${id}/commands/lock`, {})
    expect(asked.status).toBe(200)
    const [answer] = await play('Do what is asked')
    expect(answer).toMatch(/^did cmd_[\w-]+$/)
    expect(await pageOf(id)).toContain(`>${(await copyFor('en')).commands.states.done}<`)
  })

  test('redeems the PIN for a new passcode', async () => {
    const path = `/portal/devices/${await device()}/passcode`
    const form = findForms((await person.owner.get(path)).html).find(({ action }) => action === path)
    const { html } = await person.owner.post(path, Object.fromEntries(form?.fields ?? []))
    const pin = pinOn(html)
    expect(pin).toHaveLength(8)
    await shell.run(`RESET_PIN=${pin}`)
    const [answer = ''] = await play('Reset a passcode')
    expect(JSON.parse(answer)).toMatchObject({ reset: true })
  })

  test('gets 99 security strings', async () => {
    const [answer = ''] = await play('Security strings')
    expect(JSON.parse(answer).strings).toHaveLength(99)
  })

  test('asks without a code, and is set up once its owner allowed it', async () => {
    const boxes = guide.get('Ask without a code') ?? []
    played.push('Ask without a code')
    await shell.run('rm agent.key')
    for (const script of guide.get('Prove who you are') ?? []) await shell.run(script)
    const told = await shell.run(boxes[0] ?? '')
    const [, code = ''] = /type ([A-Z]{4}-[A-Z]{4})$/.exec(told) ?? []
    await person.owner.post('/link', { code })
    const allowed = await person.owner.post('/link/allow', { code, ownership: 'company' })
    const token = await shell.run(boxes[1] ?? '')
    expect(token, allowed.html).toMatch(/^dev_[\w-]{22}\./)
  })

  test('and no box of the guide was left out', () => {
    expect(played.toSorted()).toEqual([...guide.keys()].toSorted())
  })
})
