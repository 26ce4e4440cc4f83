import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkContent } from '../../src/templates/checks.ts'
import {
  type FullSettings,
  type LeftOut,
  normaliseSettings,
  type Part,
  partsLeftOut,
  partsSet,
  type TemplateSettings,
} from '../../src/templates/index.ts'
import { newTemplate } from '../templates/samples.ts'
import { bodyOf } from './apple-properties.ts'
import { broughtAlong, plainIdentity, plainInput, plainSettings, templateSettings } from './apple-samples.ts'

/** Nothing that managers write is dropped silently: it changes the profile, or a page names it. */

const systems = ['ios', 'macos'] as const
type System = (typeof systems)[number]

const bodyFor = (settings: FullSettings, platform: System) =>
  bodyOf({
    ...plainInput,
    template: { ...plainInput.template, settings },
    device: { ...plainInput.device, platform },
    identity: settings.identity && plainIdentity,
    ownerCertificates: settings.userCertificates ? broughtAlong : [],
  })
const leftOutFor = (settings: TemplateSettings, platform: System) =>
  partsLeftOut({ platform, reports: 'none', settings })

/** The settings with one part taken away. */
const WITHOUT: Record<Part, (settings: FullSettings) => FullSettings> = {
  wifi: (full) => ({ ...full, wifi: full.wifi.filter(({ security }) => security === 'eap') }),
  wifiEnterprise: (full) => ({ ...full, wifi: full.wifi.filter(({ security }) => security !== 'eap') }),
  certificates: (full) => ({ ...full, certificates: [], userCertificates: false }),
  identity: (full) => ({ ...full, identity: null }),
  vpn: (full) => ({ ...full, vpn: [] }),
  mail: (full) => ({ ...full, mail: [] }),
  passcode: (full) => ({ ...full, passcode: null }),
  webLinks: (full) => ({ ...full, webLinks: [] }),
  agentApp: (full) => ({ ...full, agentApp: null }),
  policies: (full) => ({ ...full, policies: {} }),
  apple: (full) => ({ ...full, extras: { ...full.extras, apple: [] } }),
  android: (full) => ({ ...full, extras: { ...full.extras, android: null } }),
  agent: (full) => ({ ...full, extras: { ...full.extras, agent: null } }),
}

test.each(systems)(
  'every part that is set is in the profile of %s, or named',
  (system) => {
    fc.assert(
      fc.property(templateSettings, (settings) => {
        const full = normaliseSettings(settings)
        const named = leftOutFor(settings, system).map(({ part }) => part)
        for (const part of partsSet(settings)) {
          const changes = bodyFor(WITHOUT[part](full), system) !== bodyFor(full, system)
          expect(changes || named.includes(part), part).toBe(true)
        }
      }),
      { numRuns: 20 },
    )
  },
  30_000,
)

type Path = (string | number)[]
/** Choices, by the name of what holds them. */
const CHOICES: Record<string, unknown[]> = {
  security: ['none', 'wpa2', 'wpa3'],
  method: ['tls', 'peap', 'ttls'],
  inner: ['mschapv2', 'pap', 'gtc'],
  authentication: ['certificate', 'eap', 'shared_secret'],
  // A profile says encrypted or not: by the port the device finds out which of the two it is.
  encryption: ['none'],
}
/** What the profile does not say because it is said otherwise: the certificate is made from it. */
const ELSEWHERE = ['identity.subject', 'identity.keyUsage']

/** What stands there without meaning anything, by what `src/templates` says of it. */
function isIdle(settings: FullSettings, [list, row, ...path]: Path): boolean {
  const key = String(path.at(-1))
  if (list === 'mail' && path[0] === 'outgoing') return settings.mail[Number(row)]?.kind === 'exchange'
  const way = list === 'vpn' ? settings.vpn[Number(row)]?.authentication : null
  if (key === 'sharedSecret') return way !== 'shared_secret'
  if (list === 'vpn' && ['username', 'password'].includes(key)) return way !== 'eap'
  const tls = list === 'wifi' && settings.wifi[Number(row)]?.eap?.method === 'tls'
  return tls && ['inner', 'password', 'outerIdentity'].includes(key)
}

/** What else may stand where nothing is set. */
const WHERE_NULL: Record<string, unknown[]> = {
  password: ['S3cret-5'],
  mtu: [1300],
  maxAgeDays: [5],
  lockAfterMinutes: [5],
  maxFailedTries: [5],
}

/** Every place in the settings with a value that is another. */
function changesOf(value: unknown, path: Path = []): [Path, unknown][] {
  const last = String(path.at(-1))
  const choices = Object.hasOwn(CHOICES, last) ? CHOICES[last]?.filter((choice) => choice !== value) : null
  if (choices && typeof value === 'string') return choices.map((choice) => [path, choice])
  if (typeof value === 'string') return last === 'PayloadType' ? [] : [[path, `${value}x`]]
  if (typeof value === 'number')
    return [
      [path, value + 1],
      [path, value - 1],
    ]
  if (typeof value === 'boolean') return [[path, !value]]
  if (value === null) return (WHERE_NULL[last] ?? []).map((other) => [path, other])
  if (Array.isArray(value))
    return [
      ...value.flatMap((one, index) => changesOf(one, [...path, index])),
      ...(value.length > 0 ? [[path, value.slice(1)] as [Path, unknown]] : []),
    ]
  return Object.entries(value as object).flatMap(([key, inner]) => changesOf(inner, [...path, key]))
}

function withChange<Value>(value: Value, [step, ...rest]: Path, to: unknown): Value {
  if (step === undefined) return to as Value
  if (Array.isArray(value))
    return value.map((one, index) => (index === step ? withChange(one, rest, to) : one)) as Value
  return { ...value, [step]: withChange((value as Record<string, unknown>)[step], rest, to) }
}

/** The part in which a place lies. */
function partAt(settings: FullSettings, [first, second]: Path): Part {
  if (first === 'wifi') return settings.wifi[Number(second)]?.security === 'eap' ? 'wifiEnterprise' : 'wifi'
  return (first === 'extras' ? second : first) as Part
}

/** How pages call the row in which a place lies; of a list that lost its first row, that one. */
function rowAt({ wifi, vpn, mail, extras }: FullSettings, [first, second = 0, third = 0]: Path): string {
  const payload = first === 'extras' ? extras.apple[Number(third)] : null
  const named = first === 'vpn' ? vpn[Number(second)] : first === 'mail' ? mail[Number(second)] : null
  return String(payload?.PayloadType ?? named?.name ?? wifi[Number(second)]?.ssid)
}

/** What names the part as a whole, or the row. */
const namesOf = (left: LeftOut[], part: Part, row: string) =>
  left.filter((one) => one.part === part && (one.name === undefined || one.name.startsWith(row)))

test.each(systems)(
  'every value that managers may change changes the profile of %s, or is named',
  (system) => {
    let changed = 0
    fc.assert(
      fc.property(templateSettings, (settings) => {
        const full = normaliseSettings(settings)
        const before = bodyFor(full, system)
        for (const [path, to] of changesOf(full)) {
          if (ELSEWHERE.some((place) => path.join('.').startsWith(place)) || isIdle(full, path)) continue
          const other = withChange(full, path, to)
          if (!checkContent(newTemplate(other)).ok) continue
          changed += 1
          const part = partAt(full, path)
          if (bodyFor(other, system) !== before) continue
          const named = [full, other].flatMap((one) =>
            namesOf(leftOutFor(one, system), part, rowAt(one, path)),
          )
          expect(named, `${path.join('.')} to ${JSON.stringify(to)}`).not.toEqual([])
        }
      }),
      { numRuns: 7, examples: [[plainSettings]] },
    )
    expect(changed).toBeGreaterThan(60)
  },
  30_000,
)
