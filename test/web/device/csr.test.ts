import { expect, test } from 'vitest'
import { CSR_TEXT_MAX, readCsrText } from '../../../src/web/device/csr.ts'

const DER = Uint8Array.from({ length: 100 }, (_, index) => index)
const base64 = Buffer.from(DER).toString('base64')
const wrapped = base64.replaceAll(/(.{64})/g, '$1\r\n')
const pem = (label: string) => `-----BEGIN ${label}-----\n${wrapped}\n-----END ${label}-----\n`

test.each([
  ['base64', base64],
  ['base64 in lines', wrapped],
  ['blanks around it', `\n ${base64}\t\r\n`],
  ['PEM', pem('CERTIFICATE REQUEST')],
  ['PEM as OpenSSL once wrote it', pem('NEW CERTIFICATE REQUEST')],
])('%s is read', (_name, text) => {
  expect(readCsrText(text)).toEqual(DER)
})

test.each([
  ['nothing', ''],
  ['blanks', ' \n'],
  ['a certificate', pem('CERTIFICATE')],
  ['a private key', pem('PRIVATE KEY')],
  ['two requests', pem('CERTIFICATE REQUEST') + pem('CERTIFICATE REQUEST')],
  ['text before it', `Subject: me\n${pem('CERTIFICATE REQUEST')}`],
  ['half a group', base64.slice(0, -1)],
  ['padding within', `${base64.slice(0, 8)}==${base64.slice(8)}`],
  ['base64url', `${base64.slice(0, 8)}-_${base64.slice(10)}`],
  ['other letters', `${base64.slice(0, 8)}é${base64.slice(9)}`],
  ['too much', 'A'.repeat(CSR_TEXT_MAX + 4)],
])('%s is not', (_name, text) => {
  expect(readCsrText(text)).toBeNull()
})
