import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { COPIES } from '../../support/copies.ts'
import { deliver, deps, post, startDelivery } from '../../support/delivery.ts'
import { makeManager } from '../../support/staff.ts'
import { catchMail, makeVisitor, register } from '../../support/visitor.ts'
import { BASE, bindings, inD1, seedWorld, services, time } from '../../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const documentOf = (html: string) => /<html [^>]*>/.exec(html)?.[0]
const ARABIC = { 'accept-language': 'ar-EG,en;q=0.5' }
const CHOICE = '__Host-latchkey-language'

test('a page is written in the language that the browser asks for, and runs its way', async () => {
  const page = await makeVisitor().get('/setup/acme', ARABIC)
  expect(documentOf(page.html)).toBe('<html lang="ar" dir="rtl">')
  expect(page.html).toContain(COPIES.ar.setup.start.title)
  expect(page.headers.get('content-language')).toBe('ar')
  expect(page.headers.get('vary')).toMatch(/accept-language.*cookie/)
  // The refusal of the edge too, where no route is reached.
  expect(documentOf((await makeVisitor().get('/nowhere', ARABIC)).html)).toBe('<html lang="ar" dir="rtl">')
})

test('a language that is chosen in the footer wins, keeps the place, and is remembered', async () => {
  const visitor = makeVisitor()
  const first = await visitor.get('/sign-in?to=%2Fmanage', ARABIC)
  const href = /<a href="([^"]*)" lang="fr"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect(href).toBe('/sign-in?to=%2Fmanage&language=fr')
  expect(first.html).not.toContain('lang="ar" hreflang')

  const chosen = await visitor.get(href, ARABIC)
  expect(chosen).toMatchObject({ status: 303, location: '/sign-in?to=%2Fmanage' })
  expect(chosen.headers.get('set-cookie')).toMatch(new RegExp(`^${CHOICE}=fr; .*SameSite=Lax`))
  expect(chosen.headers.get('set-cookie')).toMatch(/Path=\/; HttpOnly; Secure/)
  expect(chosen.headers.get('cache-control')).toBe('no-store')
  expect(chosen.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(documentOf((await visitor.get('/setup/acme', ARABIC)).html)).toBe('<html lang="fr" dir="ltr">')

  // A form that was refused has no page of its own at every address: the choice leads to one that is there.
  const refused = await visitor.post('/setup/acme', { email: 'nobody' })
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('<a href="/setup/acme?language=cs" lang="cs"')
})

test('what is no language of ours is no choice, and no choice leads away from here', async () => {
  const visitor = makeVisitor()
  expect((await visitor.get('/setup/acme?language=xx')).status).toBe(200)
  expect((await visitor.get('//evil.example/?language=fr')).location).toBe('/')
  const kept = await visitor.get('/setup/acme?a=1&language=cs&b=%2F')
  expect(kept.location).toBe('/setup/acme?a=1&b=%2F')
  // However it is written: the way back must not ask again.
  expect((await visitor.get('/setup/acme?l%61nguage=cs&a=1')).location).toBe('/setup/acme?a=1')
  visitor.cookies.set(CHOICE, 'constructor')
  expect(documentOf((await visitor.get('/setup/acme')).html)).toBe('<html lang="en" dir="ltr">')
  // A form is never a choice.
  expect(
    (await visitor.post('/setup/acme?language=de', { email: '' })).headers.get('set-cookie') ?? '',
  ).not.toContain(CHOICE)
})

test('an account has the language in which its person registered: its mails, and its pages wherever they sign in', async () => {
  const visitor = makeVisitor()
  const mail = catchMail()
  const address = 'bozena@acme.example'
  await visitor.get('/setup/acme?language=cs')
  await register(visitor, mail, address)
  const { challenge } = COPIES.cs.mail
  const code = await mail.codeFor(address)
  expect(mail.sent.at(-1)?.subject).toBe(challenge.subject({ code, organisation: 'Acme Robotics' }))
  const [account] = await inD1(
    'SELECT a.id, a.locale FROM accounts a JOIN account_addresses d ON d.account_id = a.id WHERE d.address = ?',
    address,
  )
  expect(account?.locale).toBe('cs')

  // Another choice in the same browser changes nothing for who is signed in, and is not offered there.
  await visitor.get('/sign-in?language=de')
  const portal = await visitor.get('/portal', ARABIC)
  expect(documentOf(portal.html)).toBe('<html lang="cs" dir="ltr">')
  expect(portal.html).not.toContain('hreflang')

  // What a manager sends who reads English is Czech too.
  await startDelivery()
  time.start()
  deps.baseUrl = BASE
  deps.grantOf = (ref, grantId) => services.provisioning.sessionOf(ref).showGrant(grantId)
  vi.spyOn(bindings.messages, 'sendBatch').mockResolvedValue(undefined as never)
  const manager = await makeManager()
  await manager.visitor.post(`/manage/accounts/${account?.id}/reprovision`, { platform: 'agent' })
  const [row] = await inD1("SELECT id FROM messages WHERE kind = 'provision_code'")
  await deliver([{ kind: 'message', owner: 'd1', id: String(row?.id) }])
  const device = COPIES.cs.mail.platforms.agent
  expect(post.sent.at(-1)?.subject).toBe(
    COPIES.cs.mail.provisionCode.subject({ device, organisation: 'Acme Robotics' }),
  )
  expect(post.sent.at(-1)?.html).toContain('<html lang="cs" dir="ltr">')
})
