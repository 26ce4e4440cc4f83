import { env } from 'cloudflare:workers'
import { vi } from 'vitest'
import { makeApp } from '../../src/app.ts'
import { checkBindings, type MessageReference } from '../../src/runtime/bindings.ts'
import { makeDeviceKey, makeProof } from '../../src/tools/device/proof.ts'
import { makeServices } from '../../src/wiring.ts'
import { BASE, bindings, time } from '../support/world.ts'

/**
 * One journey through everything that the Worker asks of its objects: an address is proved, codes are issued, opened,
 * claimed by a device and by a browser, confirmed and revoked, and a device asks to be linked. What stands between
 * Worker and objects is given by whoever runs it: to record the calls, or to make one of the two a version older.
 */

export type Objects = 'ProvisionSession' | 'AddressGate' | 'LinkRequest'
type Call = (...args: unknown[]) => Promise<unknown>
/** What stands between: it gets the call's object, name and arguments, and what makes it. */
export type Between = (object: Objects, method: string, args: unknown[], make: Call) => Promise<unknown>

const BINDINGS: Record<Objects, string> = {
  ProvisionSession: 'PROVISION_SESSION',
  AddressGate: 'ADDRESS_GATE',
  LinkRequest: 'LINK_REQUEST',
}

function standBetween(object: Objects, namespace: DurableObjectNamespace, between: Between) {
  const wrap = (stub: DurableObjectStub) =>
    new Proxy(stub, {
      get(target, name) {
        const own = Reflect.get(target, name)
        if (typeof name !== 'string' || ['id', 'name', 'fetch', 'then'].includes(name)) return own
        return (...args: unknown[]) =>
          between(
            object,
            name,
            args,
            (...sent) =>
              // RPC knows no `apply`: it would be a call of that name.
              (target as unknown as Record<string, Call>)[name]?.(...sent) ?? Promise.reject(new Error(name)),
          )
      },
    })
  return {
    idFromName: (name: string) => namespace.idFromName(name),
    idFromString: (id: string) => namespace.idFromString(id),
    get: (id: DurableObjectId) => wrap(namespace.get(id)),
  }
}

/** Runs the journey and gives what came of each step: status, and where it leads without what is drawn by chance. */
export async function travel(between: Between): Promise<string[]> {
  const wrapped = { ...env } as Record<string, unknown>
  for (const [object, key] of Object.entries(BINDINGS) as [Objects, string][])
    wrapped[key] = standBetween(object, wrapped[key] as DurableObjectNamespace, between)
  const app = makeApp(wrapped)
  const services = makeServices(checkBindings(wrapped))
  const queued: MessageReference[] = []
  vi.spyOn(bindings.messages, 'send').mockImplementation((async (body: MessageReference) => {
    queued.push(body)
  }) as never)
  const steps: string[] = []

  function makeBrowser(agent = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0') {
    const cookies = new Map<string, string>()
    return async (step: string, method: string, path: string, form?: Record<string, string>) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const answer = await app.fetch(
        new Request(`${BASE}${path}`, {
          method,
          headers: { 'user-agent': agent, 'sec-fetch-site': form ? 'same-origin' : 'none', cookie },
          ...(form && { body: new URLSearchParams(form) }),
        }),
        wrapped,
      )
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        cookies.set(name, value)
      }
      const location = answer.headers.get('location') ?? ''
      const html = await answer.text()
      steps.push(`${step}: ${answer.status} ${location.replace(/[\w-]{22,}|(?<=code=).+/g, '…')}`.trim())
      return { location, html }
    }
  }

  const key = await makeDeviceKey()
  async function ask(step: string, path: string, body: string, type: string, token?: string) {
    const issuedAt = Math.floor(time.now() / 1000)
    const dpop = await makeProof({ key, method: 'POST', url: `${BASE}${path}`, issuedAt, token })
    const answer = await app.fetch(
      new Request(`${BASE}${path}`, {
        method: 'POST',
        body,
        headers: { dpop, 'content-type': type, ...(token && { authorization: `DPoP ${token}` }) },
      }),
      wrapped,
    )
    // biome-ignore lint/suspicious/noExplicitAny: the journey knows which call it made
    const told: any = await answer.json()
    steps.push(`${step}: ${answer.status} ${Object.keys(told).sort().join(' ')}`)
    return told
  }
  const JSON_TYPE = 'application/json'
  const FORM_TYPE = 'application/x-www-form-urlencoded'

  const browser = makeBrowser()
  const address = `traveller-${crypto.randomUUID().slice(0, 8)}@acme.example`
  await browser('asks for a code', 'POST', '/setup/acme', { email: address })
  const { owner, id } = queued.at(-1) as { owner: string; id: string }
  const gate = services.challenges.gateById(owner)
  const mailed = await gate?.prepareMessage(id)
  await gate?.noteAccepted(id)
  await browser('waits for it', 'GET', '/setup/acme/code')
  const wrong = mailed?.code === '000000' ? '000001' : '000000'
  await browser('types it wrong', 'POST', '/setup/acme/code', { code: wrong })
  await browser('types it right', 'POST', '/setup/acme/code', { code: mailed?.code ?? '' })
  await browser('tells their name', 'POST', '/setup/acme/about', { name: 'Ada', phone: '', terms: 'yes' })

  async function choose(platform: string) {
    const chosen = await browser('chooses', 'POST', '/setup/acme/device', { platform, ownership: 'company' })
    const { html } = await browser('sees the code', 'GET', chosen.location)
    await browser('asks how it is', 'GET', `${chosen.location}/status`)
    const [, ref = '', secret = ''] = /\/p\/([\w-]{22})\?k=([\w-]{22})/.exec(html) ?? []
    return { path: chosen.location, ref, secret }
  }

  const first = await choose('agent')
  await browser('presses New PIN', 'POST', `${first.path}/pin`, {})
  await browser('looks at the link', 'GET', `/p/${first.ref}?k=${first.secret}`)
  const code = `${first.ref}.${first.secret}`
  const redeem = (step: string, body: object) =>
    ask(step, '/device/v1/redeem', JSON.stringify(body), JSON_TYPE)
  const nobody = `${first.ref}.${'A'.repeat(22)}`
  await redeem('a wrong code', { code: nobody })
  const got = await redeem('the device redeems', { code, device: { model: 'One', os_version: '1' } })
  await redeem('and asks again', { code })
  await ask('it checks in', '/device/v1/check-in', '{}', JSON_TYPE, got.credential?.token)
  await browser('sees it work', 'GET', first.path)

  const second = await choose('ios')
  const phone = makeBrowser(
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Safari/604.1',
  )
  await phone('a phone opens', 'GET', `/p/${second.ref}?k=${second.secret}`)
  const held = await phone('it claims', 'POST', `/p/${second.ref}`, { k: second.secret })
  const claim = await phone('it is shown the profile', 'GET', held.location)
  const profile = /href="(\/p\/[^"]+\/profile\?k=[\w-]+)"/.exec(claim.html)?.[1] ?? held.location
  await phone('it downloads it', 'GET', profile)
  await phone('and says so', 'POST', `${held.location.split('?')[0]}/installed`, {})

  const third = await choose('linux')
  await browser('goes on elsewhere', 'GET', '/setup/acme/device')
  await browser(
    'takes the code back',
    'POST',
    `${third.path.replace(/.*\//, '/portal/register/')}/cancel`,
    {},
  )

  const form = { client_id: 'probe', device_name: 'Display 3', platform: 'agent' }
  const asked = await ask(
    'a display asks',
    '/oauth/device_authorization',
    new URLSearchParams(form).toString(),
    FORM_TYPE,
  )
  const poll = {
    ...{ grant_type: 'urn:ietf:params:oauth:grant-type:device_code', client_id: 'probe' },
    device_code: asked.device_code,
  }
  const wait = (step: string) => ask(step, '/oauth/token', new URLSearchParams(poll).toString(), FORM_TYPE)
  await wait('it waits')
  await browser('types its code', 'POST', '/link', { code: asked.user_code })
  await browser('allows it', 'POST', '/link/allow', { code: asked.user_code, ownership: 'company' })
  time.pass(30_000)
  await wait('it is in')
  return steps
}
