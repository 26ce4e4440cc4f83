import { expect, test } from 'vitest'
import { artefactSetOf } from '../../src/artefacts/index.ts'
import { broughtAlong } from './apple-samples.ts'
import { bodyOf, inputFor, SET_PLATFORMS } from './set-samples.ts'

const changes = { ownerCertificates: broughtAlong.map((one) => ({ ...one, pkcs12: null })) }
const asks = { userCertificates: true }

test.each(SET_PLATFORMS)(
  '%s: a file for each that the owner brought, keys in none that is made here',
  (on) => {
    const { files } = artefactSetOf(inputFor(on, asks, { ...changes, ticket: null }))
    expect(files.filter(({ kind }) => kind === 'ownCertificate')).toMatchObject([
      { name: 'own-abababababababab', label: 'Mail', fileName: 'acme-mail-abab.p12', artefact: null },
      { name: 'own-cdcdcdcdcdcdcdcd', label: 'Colleague', fileName: 'acme-colleague-cdcd.crt' },
    ])
    expect(JSON.stringify(files)).not.toContain('PRIVATE KEY')
    expect(artefactSetOf(inputFor(on)).files.some(({ kind }) => kind === 'ownCertificate')).toBe(false)
  },
)

test('the script for Linux lays them down, with their keys', () => {
  const script = bodyOf(inputFor('linux', asks, changes), 'script')
  expect(script).toContain('own-abababababababab.key')
  expect(script).toContain('own-abababababababab.pem')
  expect(script).toContain('own-cdcdcdcdcdcdcdcd.pem')
  expect(script).not.toContain('own-cdcdcdcdcdcdcdcd.key')
})
