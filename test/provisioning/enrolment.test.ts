import { expect, test, vi } from 'vitest'
import { makeEnrolment } from '../../src/provisioning/enrolment.ts'
import { NOW } from './samples.ts'

const csr = new Uint8Array([1])
const presented = { kind: 'url', secret: 'secret', pin: null } as never
const credential = { token: 'token', thumbprint: 'shown' } as never
const refused = (error: string) => ({ ok: false, error })
const certificate = { serial: '01', pem: 'pem' }

/** An enrolment whose parts answer what the test says, else well. */
function make(answers: { read?: unknown; redeem?: unknown; certify?: unknown } = {}) {
  const parts = {
    readCsr: vi.fn(async () => answers.read ?? { ok: true, value: { thumbprint: 'its key' } }),
    redeem: vi.fn(async (_input: object) => answers.redeem ?? { ok: true, value: { token: 'new token' } }),
    certify: vi.fn(async (_input: object) => answers.certify ?? { ok: true, value: certificate }),
  }
  const enrolment = makeEnrolment({
    provisioning: { redeem: parts.redeem },
    deviceCertificates: { certify: parts.certify },
    certificates: { readCsr: parts.readCsr },
  } as never)
  return { ...parts, enrolment }
}

test('a request’s key holds the claim, and the device gets its credential with the certificate', async () => {
  const { enrolment, redeem, certify } = make()
  expect(await enrolment.enrol({ presented, csr, now: NOW })).toEqual({
    ...{ ok: true, value: { ...certificate, token: 'new token' } },
  })
  expect(redeem).toHaveBeenCalledExactlyOnceWith({
    ...{ presented, holder: { kind: 'device_key', thumbprint: 'its key', jti: expect.any(String) } },
    ...{ facts: {}, ownership: null, certificate: true },
  })
  expect(certify).toHaveBeenCalledExactlyOnceWith({
    ...{ presented: { token: 'new token', thumbprint: 'its key' }, csr, now: NOW },
  })
})

test('a request that cannot be read leaves the code untouched', async () => {
  const { enrolment, redeem } = make({ read: refused('not_a_request') })
  expect(await enrolment.enrol({ presented, csr, now: NOW })).toEqual(refused('not_a_request'))
  expect(redeem).not.toHaveBeenCalled()
})

test('a code that is refused brings no certificate', async () => {
  const { enrolment, certify } = make({ redeem: refused('invalid_provision_code') })
  expect(await enrolment.enrol({ presented, csr, now: NOW })).toEqual(refused('invalid_provision_code'))
  expect(certify).not.toHaveBeenCalled()
})

test('what cannot be certified is said', async () => {
  const { enrolment } = make({ certify: refused('no_authority') })
  expect(await enrolment.enrol({ presented, csr, now: NOW })).toEqual(refused('no_authority'))
  expect(await enrolment.renew({ credential, csr, now: NOW })).toEqual(refused('no_authority'))
})

test('the key of a request for the next certificate is a proof, and its credential stays', async () => {
  const { enrolment, certify } = make()
  expect(await enrolment.renew({ credential, csr, now: NOW })).toEqual({
    ...{ ok: true, value: { ...certificate, token: null } },
  })
  expect(certify).toHaveBeenCalledExactlyOnceWith({
    ...{ presented: { token: 'token', thumbprint: 'shown', requestKey: 'its key' }, csr, now: NOW },
  })
})

test('a request for the next certificate that cannot be read certifies nothing', async () => {
  const { enrolment, certify } = make({ read: refused('not_a_request') })
  expect(await enrolment.renew({ credential, csr, now: NOW })).toEqual(refused('not_a_request'))
  expect(certify).not.toHaveBeenCalled()
})
