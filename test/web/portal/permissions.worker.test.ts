import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { PERMISSIONS, type Permission } from '../../../src/accounts/types.ts'
import type { RouteEntry } from '../../../src/web/http/routes.ts'
import { dumpDatabase } from '../../support/dump.ts'
import { holdQueue } from '../../support/queue.ts'
import { type Visitor, visitorOf } from '../../support/visitor.ts'
import {
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  rowsIn,
  seedWorld,
  services,
  settle,
  type TestPerson,
  tablesIn,
  time,
} from '../../support/world.ts'
import { readRoutes } from '../http/route-walk.ts'
import { makeBought } from '../manage/certificates-support.ts'

/**
 * Permission x action at the owner's door, on the server. Each act is asked for with everything permitted but what it
 * needs, and with nothing permitted but what it needs: so no other permission opens it, and it needs no other.
 */

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const DEVICE = '/portal/devices/:device'
const COMMANDS = `${DEVICE}/commands`
const CODE = '/portal/register/:grant'

type Row = {
  path: string
  /** What somebody must be permitted; several: all of them. Empty: nothing, everybody may. */
  needs: Permission[]
  form?: () => Record<string, string> | Promise<Record<string, string>>
  /** Makes what the act is about, with everything permitted. */
  before?: () => Promise<unknown>
  /** Where it leads; a number: the status of a page that answers by itself. */
  leads: RegExp | number
  /** The GET of the same path is a page of its own; else it asks first, and is refused as well. */
  asks?: false
}

let ada: TestPerson
let owner: Visitor
let token: string
let device: Awaited<ReturnType<typeof makeTestDevice>>
const ids = { device: '', grant: '', command: '', certificate: '' }
let file: Record<string, string> = {}

const post = (path: string, form: Record<string, string> = {}) => owner.post(fill(path), form)
const fill = (path: string) =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name as keyof typeof ids] ?? name)
const permit = (permissions: readonly Permission[]) =>
  inD1('UPDATE account_templates SET permissions = ?', JSON.stringify(permissions))
const onDevicePage = /^\/portal\/devices\/dev_[\w-]+\?done=/
const onCodePage = /^\/portal\/register\/grt_[\w-]+$/

async function upload() {
  return owner.send('/portal/certificates', [['file', new File([(await makeBought({})).chain], 'mine.pem')]])
}

const code = (way: string) => () => ({ platform: 'linux', ownership: 'company', way })
const newCode = async () => {
  ids.grant = String((await post('/portal/register', code('pin')())).location?.split('/').at(-1))
}
const command = (kind: string, needs: Permission): Row => ({
  path: `${COMMANDS}/${kind}`,
  needs: [needs],
  leads: onDevicePage,
})
const done = (path: string, word: RegExp): Row => ({ path, needs: [], leads: word })

/** In an order in which each act is possible on one device; its end comes last. */
const ROWS: Row[] = [
  { ...done(`${DEVICE}/name`, /\?done=named$/), form: () => ({ name: 'Mine' }) },
  {
    path: `${DEVICE}/ownership`,
    needs: ['change_ownership'],
    form: () => ({ ownership: 'personal' }),
    leads: onDevicePage,
  },
  command('lock', 'lock'),
  command('unlock', 'lock'),
  command('ring', 'lock'),
  command('locate', 'locate'),
  {
    ...done(`${COMMANDS}/:command/cancel`, onDevicePage),
    async before() {
      const [row] = await inD1("SELECT id FROM device_commands WHERE kind = 'ring'")
      ids.command = String(row?.id)
    },
  },
  { path: '/portal/register', needs: ['register'], form: code('email'), leads: /\?done=email$/, asks: false },
  {
    path: '/portal/register',
    needs: ['register', 'pin'],
    form: code('pin'),
    leads: onCodePage,
    asks: false,
  },
  { path: '/portal/register', needs: ['register', 'qr'], form: code('qr'), leads: onCodePage, asks: false },
  { path: `${CODE}/pin`, needs: ['pin'], before: newCode, leads: /\?pin=new$/, asks: false },
  { path: `${CODE}/cancel`, needs: ['register'], before: newCode, leads: /\?done=cancelled$/ },
  { path: `${DEVICE}/renew`, needs: ['register'], leads: onCodePage },
  {
    path: `${DEVICE}/replace`,
    needs: ['register'],
    form: () => ({ platform: 'linux' }),
    leads: onCodePage,
  },
  { path: `${DEVICE}/passcode`, needs: ['reset_passcode'], leads: onDevicePageOf('passcode') },
  { path: `${DEVICE}/derived`, needs: ['derived_credential'], leads: 200 },
  { path: `${DEVICE}/derived/new`, needs: ['derived_credential'], leads: 200 },
  {
    path: `${DEVICE}/derived/file`,
    needs: ['derived_credential'],
    async before() {
      const { html } = await post(`${DEVICE}/derived/new`)
      const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? ''
      file = { id: field('id'), k: field('k') }
    },
    form: () => file,
    leads: 200,
  },
  { path: '/portal/certificates', needs: ['upload_certificates'], leads: /\?done=added$/, asks: false },
  {
    ...done('/portal/certificates/:certificate/delete', /\?done=removed$/),
    async before() {
      const [row] = await inD1('SELECT id FROM account_certificates')
      ids.certificate = String(row?.id)
    },
  },
  { path: '/portal/data', needs: [], leads: 200 },
  done('/portal/data/delete', /\?done=asked$/),
  done('/portal/data/keep', /\?done=kept$/),
  { ...command('wipe', 'wipe'), form: () => ({ understood: 'yes' }) },
  command('retire', 'retire'),
  command('end', 'retire'),
]

/** Permissions that no form of the portal needs, and who asks for them. */
const ELSEWHERE: Partial<Record<Permission, string>> = {
  security_strings: 'POST /device/v1/security-strings',
}

function onDevicePageOf(act: string) {
  return new RegExp(`^/portal/devices/dev_[\\w-]+/${act}$`)
}

let routes: RouteEntry[]
beforeAll(async () => {
  time.start()
  holdQueue()
  await seedWorld()
  routes = await readRoutes()
  ada = await makePerson()
  owner = visitorOf(ada)
  device = await makeTestDevice()
  const redeemed = (await device.redeem({ code: (await issueCode(ada)).code })).body
  token = redeemed.credential.token
  ids.device = redeemed.device.id
  await device.checkIn(token)
  await settle(ada.account.ref)
})
beforeEach(time.start)
afterAll(() => vi.restoreAllMocks())

/** Everything that is stored of it, in D1 and in the session, but for who was seen and refused. */
async function everything() {
  const { ref } = ada.account
  await settle(ref)
  const tables = (await tablesIn(ref)).map(({ name }) => String(name))
  const held = tables.filter((name) => !name.startsWith('sqlite_'))
  const rows = await Promise.all(held.map((name) => rowsIn(ref, `SELECT * FROM "${name}"`)))
  return JSON.stringify([await dumpDatabase(), rows])
}

async function act({ path, form }: Row) {
  return path === '/portal/certificates' ? upload() : post(path, await form?.())
}

/** What the portal leads to: links and forms, side bar included. */
const waysOn = (html: string) => [...html.matchAll(/(?:href|action)="(\/[^"]+)"/g)].map(([, way]) => way)

test('where setup is switched off everything else goes on, and no code is made that nothing could use', async () => {
  await permit(PERMISSIONS)
  const open = await services.provisioning.listOpenGrants(ada.account)
  for (const [table, column] of [
    ['organisations', 'setup_open'],
    ['service', 'enabled'],
  ]) {
    await inD1(`UPDATE ${table} SET ${column} = 0 WHERE id = 1`)
    const register = await owner.get('/portal/register')
    expect([register.status, register.html.includes('Device setup is switched off')]).toEqual([200, true])
    expect(register.html).not.toContain('name="way"')
    for (const path of ['/portal', fill(DEVICE), '/portal/certificates', '/account'])
      expect([path, (await owner.get(path)).status]).toEqual([path, 200])
    expect((await post(`${COMMANDS}/ring`)).status).toBe(303)
    for (const path of ['/portal/register', `${DEVICE}/renew`, `${DEVICE}/replace`, '/link', '/link/allow']) {
      const refused = await post(path, { platform: 'linux', ownership: 'company', way: 'pin' })
      expect([path, refused.status]).toEqual([path, 503])
      expect(refused.html).toContain('Device setup is switched off')
    }
    await inD1(`UPDATE ${table} SET ${column} = 1 WHERE id = 1`)
    await inD1('DELETE FROM device_commands')
  }
  expect(await services.provisioning.listOpenGrants(ada.account)).toEqual(open)
})

test('where the service keeps codes back, nothing leads to them, whatever the account template says', async () => {
  await permit(PERMISSIONS.filter((one) => one !== 'upload_certificates'))
  const side = ['/portal/register', '/portal/certificates']
  const device = [`${fill(DEVICE)}/renew`, `${fill(DEVICE)}/replace`]
  const { html: page } = await owner.get(fill(DEVICE))
  expect(waysOn(page)).toEqual(expect.arrayContaining(['/portal/register', ...device]))
  await inD1('UPDATE service SET owners_may_provision = 0')
  for (const path of ['/portal', fill(DEVICE), `${fill(DEVICE)}/status`]) {
    const ways = waysOn((await owner.get(path)).html)
    expect([path, [...side, ...device].filter((way) => ways.includes(way))]).toEqual([path, []])
  }
  // What was brought before can still be taken back.
  expect(waysOn((await owner.get('/account')).html)).toContain('/portal/certificates')
  await inD1('UPDATE service SET owners_may_provision = 1')
})

/** The page of the same path asks first: it opens where its act would be done. */
async function asks(row: Row, status: number) {
  const twin = routes.some(({ method, path }) => method === 'GET' && path === row.path)
  if (twin && row.asks !== false) expect((await owner.get(fill(row.path))).status).toBe(status)
}

const rowsByTitle = ROWS.map((row) => [`${row.path}: ${row.needs.join(' and ') || 'nothing'}`, row] as const)

describe('what an act needs, and nothing else, opens it; without, nothing changes', () => {
  test.each(rowsByTitle)('POST %s', async (_title, row) => {
    await permit(PERMISSIONS)
    await row.before?.()
    for (const lacking of row.needs) {
      await permit(PERMISSIONS.filter((one) => one !== lacking))
      const before = await everything()
      const refused = await act(row)
      expect([lacking, refused.status, refused.location]).toEqual([lacking, 403, null])
      await asks(row, 403)
      expect(await everything()).toBe(before)
    }
    await permit(row.needs)
    await asks(row, 200)
    const before = await everything()
    const answer = await act(row)
    if (typeof row.leads === 'number') expect(answer.status).toBe(row.leads)
    else expect([answer.status, answer.location]).toEqual([303, expect.stringMatching(row.leads)])
    // That somebody took their data away is only noted.
    if (row.path !== '/portal/data') expect(await everything()).not.toBe(before)
  })
})

test('every form of the portal is in a row, and every permission opens something', () => {
  const posts = routes.filter(({ method, path }) => method === 'POST' && /^\/portal(\/|$)/.test(path))
  expect(posts.length).toBeGreaterThan(20)
  const missing = posts.filter(({ path }) => !ROWS.some((row) => row.path === path))
  expect(missing.map(({ path }) => path)).toEqual([])
  const opening = ROWS.flatMap(({ needs }) => needs)
  expect(PERMISSIONS.filter((one) => !opening.includes(one))).toEqual(Object.keys(ELSEWHERE))
})
