import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => vi.restoreAllMocks())

const ROOM = join(import.meta.dirname, '../../src/certificates')

test('importing the room makes no key, draws nothing at random and waits for nothing', async () => {
  const names = ['generateKey', 'importKey', 'deriveBits', 'deriveKey', 'digest', 'sign'] as const
  const spies = names.map((name) => vi.spyOn(crypto.subtle, name))
  const random = vi.spyOn(crypto, 'getRandomValues')
  await import('../../src/certificates/index.ts')
  for (const spy of [...spies, random]) expect(spy).not.toHaveBeenCalled()
  for (const file of readdirSync(ROOM)) {
    const text = readFileSync(join(ROOM, file), 'utf8')
    expect([file, /^(await\b|(export )?(const|let) [^=]*= (await|new)\b)/m.test(text)]).toEqual([file, false])
  }
})

test('types that the library reads at run time are there before it', () => {
  const text = readFileSync(join(ROOM, 'x509.ts'), 'utf8')
  const imported = [...text.matchAll(/^(?:import|export).*'([^']+)'$/gm)].map(([, name]) => name)
  expect(imported).toEqual(['reflect-metadata', '@peculiar/x509'])
})
