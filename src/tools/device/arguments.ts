import { parseArgs } from 'node:util'
import type { RedeemRequest } from './client.ts'
import { parseProvisionUrl } from './link.ts'

/** Where key and credential are kept unless told otherwise. */
export const DEFAULT_STATE = '.state/device.json'

export const DEVICE_HELP = `npm run device -- <command>

  redeem "<provision URL>"          become a device with what the page, the QR code or the mail says
  redeem "<invitation link>"        the same with an invitation, which sets up any number of devices
  redeem "<handover link>"          take over from the browser that shows it
  redeem <site> <username> <pin>    the same with site id, e-mail address and PIN
  site <site>                       what a site id says: where everything is, and what holds for agents
  link                              ask for permission by a code that the owner types at /link (RFC 8628)
  configuration                     fetch the configuration
  certificate                       make a key and have it certified, or renew the certificate
  check-in                          report once; the first report makes the device active;
                                    does what it is asked to do and says so;
                                    renews the certificate when it is time
  strings                           fetch 99 security strings; the ones before are void
  passcode <username> <pin>         redeem the PIN for a new passcode that the owner got in the portal
  watch                             report whenever the service asks for it, until Ctrl-C
  help

  --base <url>         the service, for site and PIN (http://localhost:8787)
  --pin <digits>       with a link that asks for the PIN as well
  --name <text>        the device's name
  --platform <name>    ios, android, macos, windows, linux, chromeos or agent; an invitation brings what
                       the organisation has for it (agent)
  --ownership <kind>   company or personal, where the owner may choose
  --permission <p>     with check-in, as often as needed: location=yes, notifications=no
  --locate <l>         where it is when it is asked: "52.52,13.405,25" (degrees and metres)
  --refuse <command>   answers that this failed (lock, unlock, ring, locate, wipe, retire)
  --hold               leaves commands unanswered
  --certificate        with redeem: get a certificate at once; its files are kept beside the state file
  --idempotency        hold the device with an Idempotency-Key instead of a key of its own (DPoP)
  --new                forget the device in the state file and become another one
  --state <file>       where key and credential are kept (${DEFAULT_STATE})
`

export type DeviceOptions = {
  state: string
  name: string | undefined
  platform: string | undefined
  holder: 'dpop' | 'idempotency'
  fresh: boolean
  certificate: boolean
  permissions: Record<string, boolean>
  /** Degrees and metres. */
  location: { latitude: number; longitude: number; accuracy: number }
  refuse: string | undefined
  hold: boolean
}

/** Commands that take nothing after them. */
const PLAIN = ['configuration', 'certificate', 'check-in', 'watch', 'strings'] as const

export type DeviceCommand =
  | { kind: 'help' | (typeof PLAIN)[number] }
  | { kind: 'site'; baseUrl: string; site: string }
  | { kind: 'link'; baseUrl: string }
  | { kind: 'passcode'; username: string; pin: string }
  | { kind: 'redeem'; baseUrl: string; request: RedeemRequest }

/** A command line that makes no sense; the message says why. */
export class UsageError extends Error {}

/** Reads the command line. Throws `UsageError`. */
export function readCommand(args: string[]): { command: DeviceCommand; options: DeviceOptions } {
  const { values, positionals } = parse(args)
  const options: DeviceOptions = {
    state: values.state,
    name: values.name,
    platform: values.platform,
    holder: values.idempotency ? 'idempotency' : 'dpop',
    fresh: values.new,
    certificate: values.certificate,
    permissions: readPermissions(values.permission),
    location: readLocation(values.locate),
    refuse: values.refuse,
    hold: values.hold,
  }
  const [word = 'help', ...rest] = positionals
  if (values.help) return { command: { kind: 'help' }, options }
  if (word === 'redeem') return { command: readRedeem(rest, values), options }
  if (word === 'site' || word === 'link' || word === 'passcode')
    return { command: readOther(word, rest, values), options }
  const kind = [...PLAIN, 'help' as const].find((known) => known === word)
  if (!kind) throw new UsageError(`There is no command "${word}".`)
  if (rest.length > 0) throw new UsageError(`"${word}" takes nothing after it.`)
  return { command: { kind }, options }
}

type Values = ReturnType<typeof parse>['values']

function readRedeem(rest: string[], values: Values): DeviceCommand {
  const ownership = readOwnership(values.ownership)
  const [first = '', username, code] = rest
  if (rest.length === 1) {
    const link = parseProvisionUrl(first)
    if (!link)
      throw new UsageError(
        'That is no provision URL: it looks like https://…/p/…?k=… or …?t=…, an invitation https://…/i/…?k=… (in quotes).',
      )
    const { baseUrl, ...pair } = link
    const request = { ...pair, ...(values.pin ? { pin: values.pin } : {}), ...ownership }
    return { kind: 'redeem', baseUrl, request }
  }
  if (rest.length !== 3 || !username || !code)
    throw new UsageError('redeem wants a provision URL, or site id, e-mail address and PIN.')
  const baseUrl = readBase(values)
  // A site id is digits; a slug may stand in its place.
  const where = /^\d+$/.test(first) ? { site: first } : { organisation: first }
  const request = { ...where, username, code: code.replaceAll(/\s/g, ''), ...ownership } as RedeemRequest
  return { kind: 'redeem', baseUrl, request }
}

function readBase({ base }: Values): string {
  if (!URL.canParse(base)) throw new UsageError('--base must be a URL.')
  return new URL(base).origin
}

function readOther(word: 'site' | 'link' | 'passcode', rest: string[], values: Values): DeviceCommand {
  const [first = '', second = ''] = rest
  if (word === 'site' && rest.length === 1) return { kind: word, baseUrl: readBase(values), site: first }
  if (word === 'link' && rest.length === 0) return { kind: word, baseUrl: readBase(values) }
  if (word === 'passcode' && rest.length === 2)
    return { kind: word, username: first, pin: second.replaceAll(/\s/g, '') }
  const wants = { site: 'a site id', link: 'nothing after it', passcode: 'an e-mail address and a PIN' }
  throw new UsageError(`${word} wants ${wants[word]}.`)
}

function readPermissions(texts: string[]): Record<string, boolean> {
  return Object.fromEntries(
    texts.map((text) => {
      const [, name = '', given] = /^(.+)=(yes|no)$/.exec(text) ?? []
      if (!name) throw new UsageError('--permission looks like location=yes.')
      return [name, given === 'yes']
    }),
  )
}

function readLocation(text: string): DeviceOptions['location'] {
  const [latitude = Number.NaN, longitude = Number.NaN, accuracy = Number.NaN] = text.split(',').map(Number)
  if ([latitude, longitude, accuracy].some(Number.isNaN))
    throw new UsageError('--locate looks like "52.52,13.405,25".')
  return { latitude, longitude, accuracy }
}

function readOwnership(text: string | undefined): { ownership?: 'company' | 'personal' } {
  if (text === undefined) return {}
  if (text !== 'company' && text !== 'personal') throw new UsageError('--ownership is company or personal.')
  return { ownership: text }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        base: { type: 'string', default: 'http://localhost:8787' },
        certificate: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        hold: { type: 'boolean', default: false },
        idempotency: { type: 'boolean', default: false },
        locate: { type: 'string', default: '52.52,13.405,25' },
        name: { type: 'string' },
        new: { type: 'boolean', default: false },
        ownership: { type: 'string' },
        pin: { type: 'string' },
        permission: { type: 'string', multiple: true, default: [] },
        platform: { type: 'string' },
        refuse: { type: 'string' },
        state: { type: 'string', default: DEFAULT_STATE },
      },
    })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}
