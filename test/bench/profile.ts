import { generateKeyPairSync } from 'node:crypto'
import { renderAppleProfile } from '../../src/artefacts/index.ts'
import { makeSigner } from '../../src/certificates/cms.ts'
import { ISSUING, plainInput, usualInput } from '../artefacts/apple-samples.ts'
import { type Comparison, compare } from './compare.ts'

/** Profiles in one sample. */
const PROFILES = 200

const SIZES = { usual: usualInput, everything: plainInput }

/**
 * A profile that is rendered and signed, beside the signature (CMS, RFC 5652) of one that was rendered before:
 * by a key of the built-in authority's kind, and by one as it is bought; for what is usual, and for one of every
 * setting there is.
 */
export async function compareProfiles(options: {
  rounds: number
  slices: number
}): Promise<{ what: string; measured: Comparison }[]> {
  const keys = {
    'P-256': generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
    'RSA-2048': generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
  }
  const encoder = new TextEncoder()
  const compared: { what: string; measured: Comparison }[] = []
  for (const [size, input] of Object.entries(SIZES))
    for (const [name, key] of Object.entries(keys)) {
      const sign = makeSigner({ chain: [ISSUING], key })(0)
      const render = () => encoder.encode(String(renderAppleProfile(input).body))
      const body = render()
      const measured = await compare({
        ...options,
        ours: () => sample(() => sign(render())),
        bare: () => sample(() => sign(body)),
      })
      compared.push({ what: `signed profile, ${size}, ${name}`, measured })
    }
  return compared
}

/** `count` usual profiles, rendered and signed by a key of the built-in authority's kind. */
export async function signProfiles(count: number): Promise<void> {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  const sign = makeSigner({ chain: [ISSUING], key })(0)
  const encoder = new TextEncoder()
  for (let done = 0; done < count; done++)
    await sign(encoder.encode(String(renderAppleProfile(usualInput).body)))
}

/** Everything happens in this process: it is what is measured, and no client of anything. */
async function sample(work: () => Promise<unknown>) {
  const start = performance.now()
  for (let count = 0; count < PROFILES; count++) await work()
  return { elapsed: performance.now() - start, clientShare: 0 }
}
