import { generateKeyPairSync } from 'node:crypto'
import { renderAppleProfile } from '../../src/artefacts/index.ts'
import { makeSigner } from '../../src/certificates/cms.ts'
import { ISSUING, withSettings } from '../artefacts/apple-samples.ts'
import { CERTIFICATE } from '../templates/samples.ts'
import { type Comparison, compare } from './compare.ts'

/** Profiles in one sample. */
const PROFILES = 200

/** What an organisation usually hands out: a network, its authority, a passcode, a link. */
const usual = withSettings({
  wifi: [
    {
      key: 'w1',
      ssid: 'Acme',
      security: 'wpa2',
      hidden: false,
      autoJoin: true,
      passphrase: 'a long secret',
      eap: null,
    },
  ],
  certificates: [{ key: 'c1', name: 'Acme Root', pem: CERTIFICATE }],
  identity: null,
  vpn: [],
  mail: [],
  passcode: { required: true, minLength: 6 },
  webLinks: [{ label: 'Intranet', url: 'https://intranet.acme.example/' }],
  agentApp: null,
  policies: {},
  extras: { apple: [], android: null, agent: null },
})

/**
 * A profile that is rendered and signed, beside the signature (CMS, RFC 5652) of one that was rendered before:
 * by a key of the built-in authority's kind, and by one as it is bought.
 */
export async function compareProfiles(options: {
  rounds: number
  slices: number
}): Promise<{ what: string; measured: Comparison }[]> {
  const keys = {
    'P-256': generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
    'RSA-2048': generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
  }
  const compared: { what: string; measured: Comparison }[] = []
  for (const [name, key] of Object.entries(keys)) {
    const sign = makeSigner({ chain: [ISSUING], key })(0)
    const render = () => new TextEncoder().encode(String(renderAppleProfile(usual).body))
    const body = render()
    const measured = await compare({
      ...options,
      ours: () => sample(() => sign(render())),
      bare: () => sample(() => sign(body)),
    })
    compared.push({ what: `signed profile, ${name}`, measured })
  }
  return compared
}

/** Everything happens in this process: it is what is measured, and no client of anything. */
async function sample(work: () => Promise<unknown>) {
  const start = performance.now()
  for (let count = 0; count < PROFILES; count++) await work()
  return { elapsed: performance.now() - start, clientShare: 0 }
}
