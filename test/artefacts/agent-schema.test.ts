import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { AGENT_SCHEMA, renderAgentConfiguration } from '../../src/artefacts/index.ts'
import { PLATFORMS } from '../../src/kernel/platform.ts'
import { emptySettings, settings } from '../templates/samples.ts'
import {
  connection,
  enterprise,
  hostileText,
  identity,
  openNetwork,
  ownerCertificate,
  plainNetwork,
  trusted,
} from './set-samples.ts'

/** The published schema, read by a validator that is not ours. */
const published = JSON.parse(
  await readFile(`public/schemas/agent-configuration-${AGENT_SCHEMA}.json`, 'utf8'),
)
const schema = z.fromJSONSchema(published)

type AgentInput = Parameters<typeof renderAgentConfiguration>[0]

const agentInput: fc.Arbitrary<AgentInput> = fc.record({
  template: fc.record({
    id: fc.constant('tpl_AAAAAAAAAAAAAAAAAAAAAA'),
    name: hostileText,
    version: fc.nat(),
    settings,
    instructions: fc.record({ en: hostileText, de: hostileText }),
  }),
  device: fc.record({
    id: fc.constant('dev_AAAAAAAAAAAAAAAAAAAAAA'),
    platform: fc.constantFrom(...PLATFORMS),
    ownership: fc.constantFrom('company', 'personal'),
  }),
  organisation: fc.record({ name: hostileText, siteId: fc.constant('4711') }),
  ownerCertificates: fc.array(ownerCertificate, { maxLength: 2 }),
})

describe('the published schema of the agent’s configuration', () => {
  test('takes every configuration, whatever anything is called', () => {
    fc.assert(
      fc.property(agentInput, (input) => {
        const read = schema.safeParse(JSON.parse(renderAgentConfiguration(input)))
        expect(read.error?.issues ?? []).toEqual([])
        // What it refers to is in it.
        const { settings: told } = JSON.parse(renderAgentConfiguration(input))
        const known = (told.certificates ?? []).map(({ id }: { id: string }) => id)
        for (const { eap } of told.wifi)
          for (const ref of eap?.trusted_certificates ?? []) expect(known).toContain(ref)
        expect(renderAgentConfiguration(structuredClone(input))).toBe(renderAgentConfiguration(input))
      }),
      { numRuns: 100 },
    )
  })

  const full = (): Record<string, never> => {
    const made = {
      ...emptySettings,
      wifi: [plainNetwork, openNetwork, enterprise()],
      certificates: [trusted],
      identity,
      vpn: [connection],
    }
    const template = { id: 'tpl_1', name: 'T', version: 1, settings: made, instructions: { en: 'Do it.' } }
    const device = { id: 'dev_1', platform: 'linux', ownership: 'company' }
    const body = renderAgentConfiguration({
      template,
      device,
      organisation: { name: 'Acme', siteId: '4711' },
    })
    return JSON.parse(body)
  }

  test('says of an identity what the agent asks for, and carries no key', () => {
    expect(full().settings).toMatchObject({
      identity: { subject: identity.subject, key_usage: ['digital_signature'] },
    })
    expect(JSON.stringify(full())).not.toContain('PRIVATE KEY')
  })

  test('carries what the owner brought only where the template asks for it, the same each time', () => {
    const [key] = ['-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----']
    const brought = { name: 'Mail', fingerprint: 'ab'.repeat(32), chain: ['own', 'above'], key: key ?? null }
    const told = (asks: boolean, ownerCertificates = [brought]) => {
      const made = { ...emptySettings, userCertificates: asks }
      return renderAgentConfiguration({
        template: { id: 'tpl_1', name: 'T', version: 1, settings: made, instructions: { en: 'Do it.' } },
        device: { id: 'dev_1', platform: 'linux', ownership: 'company' },
        organisation: { name: 'Acme', siteId: '4711' },
        ownerCertificates,
      })
    }
    expect(told(false)).not.toContain('user_certificates')
    expect(told(true)).toBe(told(true))
    expect(JSON.parse(told(true, [])).user_certificates).toEqual([])
    const read = JSON.parse(told(true))
    expect(schema.safeParse(read).error?.issues ?? []).toEqual([])
    expect(read.user_certificates).toEqual([
      { id: brought.fingerprint, name: 'Mail', certificate: 'own', chain: ['above'], private_key: key },
    ])
  })

  // biome-ignore lint/suspicious/noExplicitAny: each breaks something else
  const breaks: [string, (configuration: any) => void][] = [
    ['another version', (made) => (made.schema = 2)],
    ['an unknown name', (made) => (made.settings.wifi[0].psk = 'x')],
    ['a missing name', (made) => delete made.settings.wifi[0].ssid],
    ['another kind of security', (made) => (made.settings.wifi[0].security = 'wep')],
    ['a number for a text', (made) => (made.organisation.site = 4711)],
    ['an object for a policy', (made) => (made.policies.camera = {})],
  ]
  test.each(breaks)('control: refuses %s', (_, change) => {
    const made = full()
    expect(schema.safeParse(made).success).toBe(true)
    change(made)
    expect(schema.safeParse(made).success).toBe(false)
  })
})
