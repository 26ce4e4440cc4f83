import { runInDurableObject } from 'cloudflare:test'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { userKeyContext } from '../../src/certificates/account-certificates.ts'
import { hashSecret, type Keyring, makeKeyring } from '../../src/kernel/secrets.ts'
import { DAY } from '../../src/kernel/time.ts'
import { runMinute } from '../../src/minute.ts'
import { clientSecretContext } from '../../src/organisations/oidc-settings.ts'
import { readOidc } from '../../src/organisations/oidc-store.ts'
import { openDatabase } from '../../src/runtime/database.ts'
import { revealSettings, sealSettings } from '../../src/templates/sealing.ts'
import { normaliseSettings } from '../../src/templates/settings.ts'
import type { TemplateSettings } from '../../src/templates/types.ts'
import { verifyAudit } from '../../src/tools/verify-audit/verify.ts'
import { makeServices } from '../../src/wiring.ts'
import { invite } from '../support/invitations.ts'
import {
  bindings,
  call,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  rowsIn,
  runAlarm,
  seedWorld,
  services,
  sessionOf,
  settle,
  type TestPerson,
  time,
} from '../support/world.ts'

/** The keys of a test run are `k1`: a new one comes, both are there, and then the former one is gone. */

const former = { id: 'k1', bytes: Uint8Array.from({ length: 32 }, (_, index) => index) }
const current = { id: 'k2', bytes: new Uint8Array(32).fill(2) }
const old = { ...bindings.keys }
/** Names of objects never rotate. */
const ring = (options: { previous?: typeof former }): Keyring => ({
  ...makeKeyring({ current, naming: new Uint8Array(32), ...options }),
  nameOf: old.nameOf,
})
const both = ring({ previous: former })
const alone = ring({})

const ACME = { id: 1, name: 'Acme Robotics' }
const SYSTEM = { kind: 'system', id: 'test' } as const
const oidc = {
  ...{ organisationId: 1, enabled: true, issuer: 'https://idp.example', clientId: 'latchkey' },
  ...{ emailClaim: 'email', forOwners: false },
}
const withKeys = () => makeServices({ ...bindings })

/** What every isolate and every object works with from now on. */
async function turn(keys: Keyring, ...people: TestPerson[]) {
  Object.assign(bindings.keys, keys)
  for (const { account } of people)
    await runInDurableObject(sessionOf(account.ref), (session) => {
      const { desk } = session as unknown as { desk: { keys: Keyring } }
      Object.assign(desk.keys, keys)
    })
}

/** Columns of D1 in which something is under that key. */
async function columnsUnder(keyId: string) {
  const tables = await inD1(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%!_cf!_%' ESCAPE '!'",
  )
  const found: string[] = []
  for (const { name: table } of tables) {
    const columns = await inD1(`SELECT name FROM pragma_table_info('${table}') WHERE type = 'TEXT'`)
    const sums = columns.map(
      ({ name }) => `sum("${name}" LIKE '${keyId}.%' OR "${name}" LIKE '%"${keyId}.%') AS "${table}.${name}"`,
    )
    if (sums.length === 0) continue
    const [counts = {}] = await inD1(`SELECT ${sums.join(', ')} FROM "${table}"`)
    found.push(...Object.keys(counts).filter((column) => Number(counts[column]) > 0))
  }
  return found.sort()
}

const rotation = async () => (await inD1('SELECT * FROM key_rotation'))[0]

let [ada, bea, cyd] = [] as unknown as TestPerson[] as [TestPerson, TestPerson, TestPerson]
let [code, device, token, invitation] = [] as unknown as [
  Awaited<ReturnType<typeof issueCode>>,
  Awaited<ReturnType<typeof makeTestDevice>>,
  string,
  Awaited<ReturnType<typeof invite>>,
]
let people: TestPerson[]
let [phone, phoneCode, phoneToken] = [] as unknown as [
  Awaited<ReturnType<typeof makeTestDevice>>,
  string,
  string,
]
let settings: TemplateSettings
const SECRET = 'Wifi-pass-<one>-49'

beforeAll(async () => {
  time.start()
  vi.spyOn(console, 'info').mockReturnValue()
  await seedWorld()
  await inD1(
    `UPDATE account_templates SET permissions = '["register","pin","qr","security_strings"]' WHERE organisation_id = 1`,
  )
  people = [await makePerson(), await makePerson(), await makePerson()]
  ;[ada, bea, cyd] = people as [TestPerson, TestPerson, TestPerson]
  code = await issueCode(ada)
  invitation = await invite(cyd)
  phone = await makeTestDevice()
  phoneCode = (await issueCode(cyd)).code
  phoneToken = (await phone.redeem({ code: phoneCode })).body.credential.token
  device = await makeTestDevice()
  const redeemed = await device.redeem({ code: (await issueCode(bea)).code })
  token = redeemed.body.credential.token
  await device.checkIn(token)
  const strings = '/device/v1/security-strings'
  const dpop = await device.proofFor('POST', strings, token)
  expect((await call('POST', strings, { dpop, authorization: `DPoP ${token}` })).status).toBeLessThan(300)

  await services.moduleSecret.renew(SYSTEM, time.now())
  await services.certificates.signerOf(ACME, time.now())
  const wifi = { ssid: 'Acme', security: 'wpa2', hidden: false, autoJoin: true, passphrase: SECRET } as const
  const [template] = await inD1("SELECT id, settings FROM device_templates WHERE platform = 'agent'")
  const id = String(template?.id)
  settings = JSON.parse(String(template?.settings)) as TemplateSettings
  const sealed = JSON.stringify(
    sealSettings(old, id, normaliseSettings({ ...settings, wifi: [wifi as never] })),
  )
  await inD1('UPDATE device_templates SET settings = ? WHERE id = ?', sealed, id)
  await inD1(
    `INSERT OR REPLACE INTO device_template_versions VALUES (?, 1, json_object('settings', json(?)), 'x', 1)`,
    id,
    sealed,
  )
  await inD1(
    'INSERT INTO organisation_oidc (organisation_id, enabled, issuer, client_id, client_secret, email_claim, for_owners, changed_at) VALUES (1, 1, ?, ?, ?, ?, 0, 1)',
    ...[oidc.issuer, oidc.clientId, old.seal('client-secret', clientSecretContext(1)), oidc.emailClaim],
  )
  await inD1(
    `INSERT INTO account_certificates VALUES ('uct_1', 1, ?1, 'Work', 'CN=a', 'CN=b', '01', '[]', 'ff', '["AAAA"]', ?2, 1, ?3, 1)`,
    bea.account.id,
    old.seal('cGtjczg=', userKeyContext({ organisationId: 1, accountId: bea.account.id }, 'ff')),
    time.now() + DAY,
  )
  for (const { account } of people) await settle(account.ref)
  await runMinute(bindings)
})
beforeEach(() => {
  time.start()
  vi.spyOn(console, 'info').mockReturnValue()
})
afterEach(() => vi.restoreAllMocks())
// Files share these.
afterAll(() => void Object.assign(bindings.keys, old))

/** Everything that people and devices need of what was made under the former key. */
async function useEverything() {
  const now = withKeys()
  const database = openDatabase(bindings.db)
  expect((await device.checkIn(token)).status).toBe(200)
  expect(await now.moduleSecret.state()).toBe('set')
  const stored = await readOidc(database, 1)
  expect(stored && now.oidcSettings.secretOf(stored)).toBe('client-secret')
  expect((await now.certificates.signerOf(ACME, time.now())).source).toBe('built_in')
  const [authority] = await now.certificates.listAuthorities(1)
  await inD1('UPDATE certificate_authorities SET crl = NULL, crl_made_at = NULL, crl_revocations = NULL')
  expect(await now.certificates.readCrl(authority?.id ?? '', time.now())).not.toBeNull()
  const [brought] = await now.userCertificates.deliver(
    { organisationId: 1, accountId: bea.account.id },
    time.now(),
  )
  expect(brought?.key).toContain('PRIVATE KEY')
  for (const [query, path] of [
    ["SELECT id, settings AS text FROM device_templates WHERE platform = 'agent'", null],
    ['SELECT template_id AS id, content AS text FROM device_template_versions WHERE changed_by = ?', 'x'],
  ] as const) {
    const [row] = await inD1(query, ...(path === null ? [] : [path]))
    const read = JSON.parse(String(row?.text))
    const { wifi } = revealSettings(bindings.keys, { id: String(row?.id), settings: read.settings ?? read })
    expect(wifi[0]?.passphrase).toBe(SECRET)
  }
  const shown = await sessionOf(cyd.account.ref).showInvitation(invitation.invitation.id)
  expect(shown?.credentials).toEqual({ secret: invitation.secret, pin: invitation.pin })
  expect(await sessionOf(cyd.account.ref).provePin({ pin: invitation.pin })).toMatchObject({ ok: true })
  const source = { name: 'D1', query: (sql: string) => inD1(sql), close: () => {} }
  expect((await verifyAudit(source, bindings.keys, [])).flatMap(({ findings }) => findings)).toEqual([])
}

describe('a new master key', () => {
  test('reads everything that was made under the former one', async () => {
    await useEverything()
    await turn(both, ...people)
    await useEverything()
    expect(await sessionOf(ada.account.ref).provePin({ pin: code.pin })).toMatchObject({ ok: true })
    expect((await sessionOf(ada.account.ref).showGrant(code.grant.id))?.credentials).toEqual({
      secret: code.secret,
      pin: code.pin,
    })
    // An answer that was lost is given again, computed with the key of then.
    expect((await phone.redeem({ code: phoneCode })).body.credential.token).toBe(phoneToken)
    expect((await (await makeTestDevice()).redeem({ code: code.code })).status).toBe(201)
  })

  test('has everything brought under it by the cron, but for strings that nobody knows here', async () => {
    await turn(both, ...people)
    const before = await columnsUnder('k1')
    // Who seals something new in D1 brings it along in a pass, or says here why not.
    expect(before).toEqual([
      'account_certificates.sealed_key',
      'audit_heads.mac',
      'certificate_authorities.sealed_key',
      'device_template_versions.content',
      'device_templates.settings',
      'organisation_oidc.client_secret',
      'organisation_signers.sealed_key',
      'security_strings.mac',
      'service.derived_credential_secret',
    ])
    for (let minute = 0; minute < 3 && !(await rotation())?.finished_at; minute++) await runMinute(bindings)
    expect(await columnsUnder('k1')).toEqual(['security_strings.mac'])
    const found = JSON.parse(String((await rotation())?.found))
    expect(found).toMatchObject({
      templates: { resealed: 7, unreadable: 0 },
      invitations: { resealed: 1, left: 0, unreadable: 0 },
      securityStrings: { resealed: 0, left: 1, unreadable: 0 },
    })
    const [{ sealed, pin_mac } = {}] = await rowsIn(
      cyd.account.ref,
      'SELECT sealed, pin_mac FROM invitations',
    )
    expect([sealed, pin_mac].map((value) => String(value).slice(0, 3))).toEqual(['k2.', 'k2.'])
    await useEverything()
  })

  test('has another pass come by a day later, and none before', async () => {
    await turn(both, ...people)
    const at = (await rotation())?.began_at
    await inD1(
      'UPDATE organisation_oidc SET client_secret = ?',
      old.seal('client-secret', clientSecretContext(1)),
    )
    await runMinute(bindings)
    expect((await rotation())?.began_at).toBe(at)
    time.pass(DAY)
    for (let minute = 0; minute < 2; minute++) await runMinute(bindings)
    expect((await rotation())?.began_at).not.toBe(at)
    expect(await columnsUnder('k1')).toEqual(['security_strings.mac'])
  })

  test('does without the former one from then on: devices keep their credentials, invitations their links', async () => {
    await turn(alone, ...people)
    await useEverything()
    // The session tells D1 of the device again, and cannot compute its credential any more.
    const [row] = await inD1('SELECT id, credential_hash FROM devices WHERE account_id = ?', bea.account.id)
    expect(row?.credential_hash).toBe(hashSecret(token))
    const said = await sessionOf(bea.account.ref).setOwnership({
      ...{ deviceId: row?.id as never, ownership: 'personal', actor: SYSTEM },
    })
    expect(said.ok).toBe(true)
    expect(await inD1('SELECT ownership, credential_hash FROM devices WHERE id = ?', row?.id)).toEqual([
      { ownership: 'personal', credential_hash: hashSecret(token) },
    ])
    expect((await device.checkIn(token)).status).toBe(200)
    await runAlarm(bea.account.ref)
    expect((await (await makeTestDevice()).redeem({ code: invitation.code })).status).toBe(201)
  })

  test('that came without the former one says what it cannot open, and changes none of it', async () => {
    const lost = {
      ...both,
      ...makeKeyring({
        current: { id: 'k9', bytes: new Uint8Array(32).fill(9) },
        previous: former,
        naming: new Uint8Array(32),
      }),
      nameOf: old.nameOf,
    }
    await turn(lost, ...people)
    vi.spyOn(console, 'error').mockReturnValue()
    for (let minute = 0; minute < 3; minute++) await runMinute(bindings)
    const found = JSON.parse(String((await rotation())?.found))
    expect(found.oidcSecrets).toEqual({ resealed: 0, left: 0, unreadable: 1 })
    expect(found.templates.unreadable).toBe(7)
    await turn(both, ...people)
    const stored = await readOidc(openDatabase(bindings.db), 1)
    expect(stored && withKeys().oidcSettings.secretOf(stored)).toBe('client-secret')
  })
})
