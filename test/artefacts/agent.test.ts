import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderAgentConfiguration } from '../../src/artefacts/index.ts'
import { PLATFORMS } from '../../src/kernel/platform.ts'
import { plainTemplate, settings } from './samples.ts'

type AgentInput = Parameters<typeof renderAgentConfiguration>[0]

const plain: AgentInput = {
  template: { ...plainTemplate, instructions: { en: '1. Open it.', de: '1. Öffnen.' } },
  device: { id: 'dev_BBBBBBBBBBBBBBBBBBBBBB', platform: 'agent', ownership: 'company' },
  organisation: { name: 'Acme Robotics', siteId: '4711' },
}
const anyText = fc.string({ unit: 'binary', maxLength: 40 })
const agentInput: fc.Arbitrary<AgentInput> = fc.record({
  template: fc.record({
    id: anyText,
    name: anyText,
    version: fc.nat(),
    settings,
    instructions: fc.record({ en: anyText, de: anyText }),
  }),
  device: fc.record({ id: anyText, platform: fc.constantFrom(...PLATFORMS), ownership: anyText }),
  organisation: fc.record({ name: anyText, siteId: anyText }),
})
const read = (input: AgentInput) => JSON.parse(renderAgentConfiguration(input))

/** The same value with the keys of every object the other way round. */
function reverseKeys<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reverseKeys) as T
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).reverse()
  return Object.fromEntries(entries.map(([key, inner]) => [key, reverseKeys(inner)])) as T
}

describe('the agent’s configuration', () => {
  test('parses, and says what went in', () => {
    fc.assert(
      fc.property(agentInput, (input) => {
        const { template, device, organisation } = input
        const { wifi, webLinks, passcode } = template.settings
        expect(read(input)).toEqual({
          schema: 1,
          version: template.version,
          template: { id: template.id, name: template.name },
          device,
          organisation: { name: organisation.name, site: organisation.siteId },
          settings: {
            wifi: wifi.map(({ autoJoin, ...network }) => ({ ...network, auto_join: autoJoin })),
            web_links: webLinks,
            passcode: passcode && { required: passcode.required, min_length: passcode.minLength },
          },
          policies: template.settings.policies,
          ...(device.platform !== 'agent' && { instructions: template.instructions }),
        })
      }),
      { numRuns: 60 },
    )
  })

  test('stays JSON where a text holds half a character', () => {
    const name = 'half \ud83d'
    const body = renderAgentConfiguration({ ...plain, organisation: { ...plain.organisation, name } })
    expect(body.isWellFormed()).toBe(true)
    expect(JSON.parse(body).organisation.name).toBe(name)
  })

  test('is the same bytes, whatever the order of keys in what it is made from', () => {
    // Policies and instructions belong to the manager: they are passed through as they are.
    const { template } = plain
    const turned = reverseKeys({ ...plain, template: { ...template, settings: template.settings } })
    turned.template.settings.policies = template.settings.policies
    turned.template.instructions = template.instructions
    expect(renderAgentConfiguration(turned)).toBe(renderAgentConfiguration(plain))
  })

  test('has its keys in a fixed order', () => {
    const configuration = read({ ...plain, device: { ...plain.device, platform: 'linux' } })
    expect(Object.keys(configuration)).toEqual([
      ...['schema', 'version', 'template', 'device', 'organisation', 'settings', 'policies', 'instructions'],
    ])
    expect(Object.keys(configuration.settings)).toEqual(['wifi', 'web_links', 'passcode'])
    expect(Object.keys(configuration.settings.wifi[0])).toEqual([
      ...['ssid', 'security', 'hidden', 'auto_join', 'passphrase'],
    ])
  })

  test.each(PLATFORMS)('carries the owner’s instructions on %s unless that is an agent', (platform) => {
    const { instructions } = read({ ...plain, device: { ...plain.device, platform } })
    expect(instructions).toEqual(platform === 'agent' ? undefined : plain.template.instructions)
  })

  test('says null where there is nothing: an open network’s passphrase, a passcode nobody asks for', () => {
    const { template } = plain
    const { settings } = read({
      ...plain,
      template: { ...template, settings: { ...template.settings, passcode: null } },
    })
    expect(settings.passcode).toBeNull()
    expect(settings.wifi.map(({ passphrase }: { passphrase: string | null }) => passphrase)).toEqual([
      null,
      'correct horse',
      'battery staple',
    ])
  })
})
