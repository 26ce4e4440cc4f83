import { findForms } from '../support/forms.ts'
import { makeClient, pinOn } from '../support/local-people.ts'
import { type Access, checkIn, setUp } from './devices.ts'
import { readCode, readLink, type SentMail } from './sink.ts'
import { insist, type Kind, pause, type Soak, type SoakDevice } from './soak.ts'

type Client = ReturnType<typeof makeClient>
type Page = Awaited<ReturnType<Client['get']>>

/** Milliseconds that people wait for a mail before they ask again, or give up. */
const PATIENCE = 6000
const AGENT = { platform: 'agent', ownership: 'company' }
let people = 0

const nextAddress = (name: string) => `${name}-${++people}@acme.example`

function post(
  soak: Soak,
  kind: Kind,
  client: Client,
  path: string,
  form: Record<string, string>,
  onLost?: () => void,
) {
  return insist<Page>(soak, kind, () => client.post(path, form), onLost)
}

/** Somebody registers, sets a device or two up, and has one of them ring or go. */
export async function playStranger(soak: Soak): Promise<void> {
  const { random } = soak
  const address = nextAddress('stranger')
  const client = makeClient(soak.server.origin)
  if (!(await proveAddress(soak, client, address))) return
  await post(soak, 'prove', client, '/setup/acme/about', { name: 'Ada Lovelace', phone: '', terms: 'yes' })
  const access = await getCode(soak, client, address)
  const first = access && (await setUp(soak, access))
  if (first && random.chance(0.6)) await command(soak, client, first)
  if (soak.over()) return
  if (random.chance(0.3)) {
    const mailed = await getMailedCode(soak, client, address)
    if (mailed) await setUp(soak, mailed)
  } else if (random.chance(0.4)) {
    const second = await getCode(soak, client, address)
    if (second) await setUp(soak, second)
  }
}

async function proveAddress(soak: Soak, client: Client, address: string): Promise<boolean> {
  const { ledger, sink } = soak
  for (const path of ['/setup/acme', '/setup/acme/code/again', '/setup/acme/code/again']) {
    const noted = { address, asked: Date.now() }
    // Asked again, the code before may be dead: only a mail that came after this counts.
    const asked = await post(soak, 'challenge', client, path, { email: address }, () => {
      noted.asked = Date.now()
    })
    if (asked?.path.startsWith('/setup/acme/code') !== true || asked.status !== 200) return false
    const known = ledger.challenges.find((one) => one.address === address)
    if (known) known.asked = noted.asked
    else ledger.challenges.push(noted)
    if (soak.over()) return false
    const mail = await sink.waitFor(address, noted.asked, PATIENCE)
    const code = mail && readCode(mail)
    // Whoever asks again hides what became of the mail before: others give up, and theirs has to come all the same.
    if (!code && soak.random.chance(0.5)) return false
    if (!code) continue
    const proved = await post(soak, 'prove', client, '/setup/acme/code', { code })
    // What came after the kill may be the mail of the code before.
    if (proved?.path === '/setup/acme/about' || proved?.path === '/setup/acme/device') return true
  }
  return false
}

/** A code on the screen. Asked for again after a lost answer: it takes the place of the one nobody saw. */
async function getCode(soak: Soak, client: Client, address: string): Promise<Access | null> {
  const page = await post(soak, 'issue', client, '/setup/acme/device', AGENT)
  const grant = /^\/setup\/acme\/ready\/([\w-]+)$/.exec(page?.path ?? '')?.[1]
  const code = readLink(page?.html ?? '')?.code
  if (!page || !grant || !code) {
    if (page && page.status !== 409) soak.ledger.surprises.push(`no code: ${page.status} ${page.path}`)
    return null
  }
  soak.ledger.codes.push({ code, grant, address })
  const pin = pinOn(page.html)
  return { code, kind: 'code', ...(soak.random.chance(0.25) ? { pin, username: address } : { pin: null }) }
}

/** A code by e-mail, from the portal. Its PIN is in the mail, or on the page of the code. */
async function getMailedCode(soak: Soak, client: Client, address: string): Promise<Access | null> {
  let asked = Date.now()
  const page = await post(soak, 'issue', client, '/portal/register', { ...AGENT, way: 'email' }, () => {
    asked = Date.now()
  })
  if (page?.path !== '/portal/register?done=email') return null
  soak.ledger.mailedCodes.push({ address, asked })
  const mail = await soak.sink.waitFor(address, asked, PATIENCE)
  const found = mail && readAccess(mail)
  if (!found) return null
  soak.ledger.codes.push({ code: found.code, grant: '', address })
  return { ...found, kind: 'code' }
}

/** Has a device of one's own ring, or retire; the device hears of it at its next check-ins. */
async function command(soak: Soak, client: Client, who: SoakDevice): Promise<void> {
  const device = who.device.state.claim?.deviceId ?? ''
  const kind = soak.random.chance(0.8) ? 'ring' : 'retire'
  const page = await post(soak, 'command', client, `/portal/devices/${device}/commands/${kind}`, {})
  if (page?.status !== 200) {
    // A device that never reported is asked for nothing.
    if (soak.ledger.checkIns.has(device)) soak.ledger.surprises.push(`${kind}: ${page?.status} ${page?.path}`)
    return
  }
  soak.ledger.asked.push({ device, kind })
  await checkIn(soak, who)
}

/** A manager invites: one person, or a few at once. Each then sets devices up by what the mail brings. */
export async function playManager(soak: Soak, guests: Promise<unknown>[]): Promise<void> {
  const { random, ledger, server } = soak
  const client = makeClient(server.origin)
  await insist<Page>(soak, 'prove', () => client.post('/dev/sign-in?as=manager', {}))
  while (!soak.over()) {
    const many = random.chance(0.5) ? 1 : 3 + Math.floor(random.next() * 3)
    const addresses = Array.from({ length: many }, () => nextAddress('guest'))
    const whom = { kind: 'addresses', text: addresses.join('\n'), channel: 'email' }
    const looked = await post(soak, 'invite', client, '/manage/invitations/new', whom)
    const form =
      looked && findForms(looked.html).find(({ fields }) => fields.some(([name]) => name === 'digest'))
    const asked = Date.now()
    let lost = false
    const sent =
      form &&
      (await post(
        soak,
        'invite',
        client,
        '/manage/invitations/new',
        { ...Object.fromEntries(form.fields), step: 'send' },
        () => {
          lost = true
        },
      ))
    const job = /^\/manage\/invitations\/jobs\/([\w-]+)$/.exec(sent?.path ?? '')?.[1]
    if (job) {
      // Sent again after a lost answer, the first send may have begun as well: its invitations are superseded.
      ledger.jobs.push({ job, addresses, asked })
      for (const address of addresses) {
        const playing = playGuest(soak, address, asked)
        // Whoever waits for them hears of it, in the end.
        playing.catch(() => {})
        guests.push(playing)
      }
    } else if (!lost) ledger.surprises.push(`no invitation: ${sent?.status ?? looked?.status} ${sent?.path}`)
    await pause(random.between(300, 2500))
  }
}

async function playGuest(soak: Soak, address: string, since: number): Promise<void> {
  const mail = await soak.sink.waitFor(address, since, PATIENCE * 2)
  const found = mail && readAccess(mail)
  if (!found || soak.over()) return
  const access: Access = { ...found, kind: 'invitation' }
  await setUp(soak, access)
  if (soak.random.chance(0.3)) await setUp(soak, { ...access, ...(access.pin && { username: address }) })
}

/** The link of a mail, and its PIN: eight digits in two groups. */
export function readAccess(mail: SentMail): { code: string; pin: string | null } | null {
  const code = readLink(mail.text)?.code
  const pin = /(?<!\d)(\d{4}) (\d{4})(?!\d)/.exec(mail.text)
  return code ? { code, pin: pin ? `${pin[1]}${pin[2]}` : null } : null
}
